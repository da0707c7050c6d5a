"""What there is to say of the search of a site, as rules."""

from __future__ import annotations

from dossier.diagnostics import Finding, Rule, Severity, rule
from dossier.publish.rules import CONFIG

__all__ = ["RULES", "large_search", "pagefind_failed", "pagefind_missing"]


@rule()
def pagefind_missing() -> Finding:
    """The configuration asks for the search of large sites, Pagefind, and it is not installed.

    Bad: `extra: {search: pagefind}` in mkdocs.yml where only `pip install dossier` was run.

    Good: `pip install "dossier[pagefind]"`, or no such line and the plugins `search` and `offline`.
    """
    return Finding(
        CONFIG,
        "mkdocs.yml asks for the search Pagefind, which is not installed",
        'run pip install "dossier[pagefind]", or take "search: pagefind" out of "extra"',
    )


@rule()
def pagefind_failed(message: str) -> Finding:
    """Pagefind could not make the index of the site. The last good site stays as it was.

    Bad: a disk with no room for the index.

    Good: a disk with room for a second copy of the site.
    """
    return Finding(
        CONFIG, f"Pagefind cannot index the site: {message}", "mend what the message names, and build again"
    )


@rule(Severity.INFO)
def large_search(megabytes: float) -> Finding:
    """The index of the built-in search has grown so large that readers wait for it.

    Every reader who searches loads it whole: above 5 MB that takes seconds on a telephone. Pagefind loads piece by
    piece; it needs a web server, so that the search of a site opened from a folder says that it cannot work there.

    Bad: the plugins `search` and `offline` in mkdocs.yml, for some thousands of sheets.

    Good: `extra: {search: pagefind}` in mkdocs.yml, without these two plugins, and `pip install "dossier[pagefind]"`.
    """
    return Finding(
        CONFIG,
        f"readers load {megabytes:.0f} MB before they find anything",
        'for a search that loads piece by piece write "search: pagefind" under "extra", and take the plugins "search"'
        ' and "offline" out',
    )


RULES: tuple[Rule[...], ...] = (pagefind_missing, pagefind_failed, large_search)
