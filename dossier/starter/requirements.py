"""Which dossier a dossier is built with: the one it was made with. Owns `requirements.txt`.

What was installed, and from where, is told by the file `direct_url.json` beside the package (PyPA specification
"Recording the Direct URL Origin", PEP 610). It is given here as text; this module reads no disk.
"""

from __future__ import annotations

import json
import re
from typing import NamedTuple
from urllib.parse import SplitResult, unquote, urlsplit

__all__ = ["Origin", "requirements"]

_ON_THE_NET = ("https", "ssh", "git")
_COMMIT = re.compile("[0-9a-f]{40,64}")
_WHEEL = re.compile(r"dossier-[A-Za-z0-9_.+!]+-[a-z0-9_.]+-[a-z0-9_.]+-[a-z0-9_.]+\.whl")
_HEAD = "# What builds this dossier. To install it: python -m pip install -r requirements.txt\n"
_FROM_A_FILE = """\
# The program lies in wheels/, and is named by its file, so that nothing else of its name is fetched instead. Where the
# file is missing, put the one there that you installed dossier from, or make one in the program's own folder with:
#   python -m pip wheel --no-deps --wheel-dir wheels .
"""


class Origin(NamedTuple):
    """Where the running program came from: an address that pip understands, or a wheel on this machine, or neither.

    `wheel` is a path on this machine, which is for reading only and never written down; `sha256` pins what it held.
    """

    address: str = ""
    wheel: str = ""
    sha256: str = ""

    @classmethod
    def of(cls, direct_url: str | None) -> Origin:
        """Read `direct_url.json`; an `Origin` of nothing where there is none or it tells nothing of use."""
        try:
            told = json.loads(direct_url or "{}")
            url = urlsplit(told.get("url", ""))
            vcs, archive = told.get("vcs_info"), told.get("archive_info")
            if vcs:
                return cls(address=_checkout(url, vcs["vcs"], vcs["commit_id"], told.get("subdirectory", "")))
            if archive is not None:
                return _archive(url, archive.get("hashes", {}).get("sha256", ""))
        except (ValueError, TypeError, AttributeError, KeyError):
            pass
        return cls()

    @property
    def wheel_name(self) -> str:
        return self.wheel.replace("\\", "/").rpartition("/")[2]


def _checkout(url: SplitResult, vcs: str, commit: str, folder: str) -> str:
    if vcs != "git" or url.scheme not in _ON_THE_NET or not _COMMIT.fullmatch(commit):
        return ""
    return f"git+{_public(url)}@{commit}" + (f"#subdirectory={folder}" if folder else "")


def _archive(url: SplitResult, sha256: str) -> Origin:
    if url.scheme == "https":
        return Origin(address=_public(url) + (f"#sha256={sha256}" if sha256 else ""))
    path = unquote(url.path)
    is_wheel = url.scheme == "file" and _WHEEL.fullmatch(path.rpartition("/")[2])
    return Origin(wheel=path, sha256=sha256) if is_wheel else Origin()


def _public(url: SplitResult) -> str:
    """The address without what is nobody else's business: a password, and over HTTPS the name of a user too."""
    user, _, host = url.netloc.rpartition("@")
    kept = user.partition(":")[0] if url.scheme == "ssh" else ""
    return url._replace(netloc=f"{kept}@{host}" if kept else host, query="", fragment="").geturl()


def requirements(version: str, origin: Origin) -> str:
    """Return the text of `requirements.txt`: this very version of the program, from where it came."""
    if origin.address:
        return f"{_HEAD}dossier @ {origin.address}\n"
    name = origin.wheel_name or f"dossier-{version}-py3-none-any.whl"
    return f"{_HEAD}{_FROM_A_FILE}./wheels/{name}\n"
