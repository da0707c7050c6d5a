"""From Markdown pages to a published site.

The only package that imports mkdocs. `publish` makes one release, `dossier.publish.server.serve` shows it
while its editor works. Compiling the pages is not its business.
"""

from dossier.publish import rules, search_rules
from dossier.publish.release import Published, make_ready, publish
from dossier.publish.rules import PublishError

__all__ = ["RULES", "PublishError", "Published", "make_ready", "publish"]

RULES = (*rules.RULES, *search_rules.RULES)
