"""Findings for whatever shows test results: `junit`, the XML that Ant's JUnit task began and every CI reads."""

from __future__ import annotations

from itertools import groupby
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from dossier.diagnostics import Diagnostic, Severity
from dossier.diagnostics.formats.setting import Setting
from dossier.diagnostics.formats.visible import hint_of, one_line, place, visible

__all__ = ["as_junit"]

_NOTHING = "nothing found"


def as_junit(found: list[Diagnostic], setting: Setting) -> str:
    """A suite a file, a case a finding; one case that passes where nothing was found, or a CI would miss the tests.

    Errors and warnings are failures. An information fails nothing here, as it does not on the command line.
    """
    root = Element("testsuites", name="dossier")
    for file, group in groupby(found, key=lambda each: setting.path(each.span.file)):
        suite = SubElement(root, "testsuite", name=visible(file))
        for each in group:
            _case(suite, each, visible(file))
        _count(suite, len(suite))
    if not found:
        suite = SubElement(root, "testsuite", name="dossier")
        SubElement(suite, "testcase", name=_NOTHING, classname="dossier", time="0")
        _count(suite, 1)
    _count(root, max(1, len(found)))
    indent(root)
    return tostring(root, encoding="unicode", xml_declaration=False)


def _case(suite: Element, each: Diagnostic, file: str) -> None:
    line = str(each.span.line)
    name = f"{each.code} {line}:{each.span.column}"
    case = SubElement(suite, "testcase", name=name, classname=file, time="0", file=file, line=line)
    words = visible(f"{place(each.span)}\n{each.message}\n{hint_of(each)}".rstrip())
    if each.severity is Severity.INFO:
        SubElement(case, "system-out").text = words
    else:
        failure = SubElement(case, "failure", type=str(each.severity), message=one_line(each.message))
        failure.text = words


def _count(element: Element, tests: int) -> None:
    """Write down how many cases an element holds, and how many of them failed."""
    failures = sum(1 for _ in element.iter("failure"))
    counts = {"tests": tests, "failures": failures, "errors": 0, "skipped": 0, "time": 0}
    for name, count in counts.items():
        element.set(name, str(count))
