"""Whether the pages of a site are valid HTML, as html-validate sees it; `validate/` holds its version and its rules."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

_HERE = Path(__file__).parent / "validate"


def invalid(site: Path, names: Iterable[str]) -> list[str]:
    """One line for each error of each page of the folder `site`."""
    node, program = (
        shutil.which("node"),
        _HERE / "node_modules" / "html-validate" / "bin" / "html-validate.mjs",
    )
    if node is None or not program.is_file():
        raise RuntimeError("html-validate is not installed: `sh tests/browser/validate.sh` installs it")
    ran = subprocess.run(
        [
            node,
            program,
            "--config",
            _HERE / "rules.cjs",
            "--formatter",
            "json",
            *(site / name for name in names),
        ],
        capture_output=True,
        check=False,
    )
    if ran.returncode not in (0, 1):
        raise RuntimeError(ran.stderr.decode())
    return [
        f"{Path(page['filePath']).relative_to(site).as_posix()}:{fault['line']}: {fault['message']}"
        f" ({fault['ruleId']}, {fault['selector']})"
        for page in json.loads(ran.stdout)
        for fault in page["messages"]
    ]
