"""What can go wrong between the written pages and the published site, as rules.

Findings (`broken-link`, `broken-anchor`, `renderer-warning`, `page-not-rendered`) are returned: something in
the pages is wrong. Everything else is trouble with the machine, the configuration or the command and is
raised as the one `PublishError`, which carries its diagnostic. Nothing here renders, reads or writes.
"""

from __future__ import annotations

from dossier.diagnostics import Diagnostic, Finding, Rule, Span, rule

CONFIG = Span("mkdocs.yml")


class PublishError(Exception):
    """Nothing was published, and no page is to blame: usage or environment (exit code 2)."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


@rule()
def broken_link(span: Span, link: str, guess: str = "") -> Finding:
    """A page links to a page or a file that the site does not have.

    Sheets and hand-written pages link with `[[id]]`, which is checked earlier; this is about pages changed since.

    Bad: a page in build/pages was deleted or edited by hand, and others still link to it.

    Good: `make site`, which writes all pages anew.
    """
    hint = f"did you mean '{guess}'?" if guess else "link to a page that exists, relative to this one"
    return Finding(span, f"the link '{link}' leads to nothing in the site", hint)


@rule()
def broken_anchor(span: Span, link: str) -> Finding:
    """A page links to a place within a page, and that page has no such place.

    Bad: `[sentence 12](../sources/tass-2019-02-25.md#s120)` where the page has no `s120`.

    Good: `[sentence 12](../sources/tass-2019-02-25.md#s12)`.
    """
    return Finding(
        span, f"the link '{link}' names a place its page does not have", "correct what follows the #"
    )


@rule()
def renderer_warning(span: Span, message: str) -> Finding:
    """MkDocs, or a plugin of this project, warned about something; a site is published without warnings only.

    Bad: `nav` in mkdocs.yml names `actors/index.md`, and no such page was written.

    Good: `nav` names pages that exist.
    """
    return Finding(span, message)


@rule()
def page_not_rendered(span: Span, message: str) -> Finding:
    """A page could not be turned into HTML.

    Bad: a hand-written page saved in another encoding than UTF-8.

    Good: the same page saved as UTF-8.
    """
    return Finding(
        span, f"this page cannot be rendered: {message}", "save the page as UTF-8, and keep its markup simple"
    )


@rule()
def config_invalid(message: str, span: Span = CONFIG) -> Finding:
    """The file mkdocs.yml is missing, or MkDocs does not accept it.

    Bad: `docs_dri: build/pages`, or a `docs_dir` that was never written.

    Good: `docs_dir: build/pages`, after the pages were compiled.
    """
    return Finding(span, message, "correct what the message names in mkdocs.yml")


@rule()
def site_dir_refused(site: str, why: str) -> Finding:
    """Publishing replaces the site's folder as a whole, so it only ever replaces a site that it made itself.

    Bad: `site_dir: content`, `site_dir: ../precious`: a folder that holds something else, the project
    itself or a folder around it, a symbolic link, or (in mkdocs.yml) a folder outside the project.

    Good: `site_dir: site`: a folder that does not exist, is empty, or holds a site made by dossier.
    """
    return Finding(Span(site), f"will not publish into {site}: it {why}", "choose an empty or a new folder")


@rule()
def source_date_epoch_invalid(value: str) -> Finding:
    """The environment variable SOURCE_DATE_EPOCH, which dates a reproducible build, is not a number.

    Bad: `SOURCE_DATE_EPOCH=2019-02-25`

    Good: `SOURCE_DATE_EPOCH=1551052800`, or no such variable.
    """
    hint = "give seconds since 1970 (0 to 4294967295), or unset it"
    return Finding(Span("SOURCE_DATE_EPOCH"), f"not a number of seconds: {value[:40]!r}", hint)


@rule()
def rendering_failed(span: Span, message: str) -> Finding:
    """A template of the theme, a plugin or a hook failed. The last good site stays as it was.

    Bad: `{% block content %}` without `{% endblock %}` in a file of theme/.

    Good: a template that MkDocs can render for every page.
    """
    return Finding(span, message, "correct the theme, the plugin or the hook that the message names")


@rule()
def site_incomplete(site: str, what: str) -> Finding:
    """What MkDocs made is not a whole site, so it was not published. The last good site stays as it was.

    Bad: a theme whose pages come out empty, or whose `site_meta` block drops the line that names dossier.

    Good: a block that overrides `site_meta` begins with `{{ super() }}`.
    """
    return Finding(Span(site), f"the new site is not whole: {what}", "look at the theme, plugins and hooks")


@rule()
def cannot_write(site: str, message: str) -> Finding:
    """The site could not be written: a full disk, a missing permission. The last good site stays as it was.

    Bad: a project folder that only another user may write to.

    Good: a folder that you may write to, with room for a second copy of the site beside the first.
    """
    return Finding(Span(site), message, "check the room on the disk and who may write there")


@rule()
def already_publishing(site: str) -> Finding:
    """Another run is publishing beside the same folder at this moment.

    Bad: `dossier build` twice at once in the same project.

    Good: one after the other.
    """
    return Finding(Span(site), "another run is publishing here", "run again when it has ended")


@rule()
def renderer_missing(message: str) -> Finding:
    """MkDocs or its Material theme is not installed.

    Bad: an environment made without the dependencies of dossier.

    Good: `make site`, which installs them first.
    """
    return Finding(CONFIG, f"MkDocs cannot be loaded: {message}", "install dossier with its dependencies")


@rule()
def cannot_serve(address: str, message: str) -> Finding:
    """The local web server could not be started.

    Bad: a port that another program uses already.

    Good: a free port.
    """
    return Finding(
        Span(address),
        f"cannot serve: {message}",
        "choose another port with --port, or an address of this machine with --host",
    )


RULES: tuple[Rule[...], ...] = (
    broken_link,
    broken_anchor,
    renderer_warning,
    page_not_rendered,
    config_invalid,
    site_dir_refused,
    source_date_epoch_invalid,
    rendering_failed,
    site_incomplete,
    cannot_write,
    already_publishing,
    renderer_missing,
    cannot_serve,
)
