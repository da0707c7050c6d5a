"""What a new dossier, and a new sheet, begin with. Owns the files of `dossier init` and the text of `dossier new`.

Below `files/` lie, in folders of their own: `project`, what every dossier has; `example`, the content of one about an
invented subject; `empty`, the content of one that has none yet; and `ci`, what runs where a dossier is kept in common.
A file goes to the same place in the new dossier, below its folder's name, unless `PLACES` names another.
"""

from dossier.starter.dossiers import EXAMPLE_TITLE, PLACES, new_dossier
from dossier.starter.requirements import Origin, requirements

__all__ = ["EXAMPLE_TITLE", "PLACES", "Origin", "new_dossier", "requirements"]
