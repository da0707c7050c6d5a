"""Values written in another form than their field's type has: what was probably meant, or nothing.

Owns the habits: thousands and units in numbers, names of languages, paths as Windows writes them.
"""

from __future__ import annotations

import re
import unicodedata

from dossier.kinds import FieldType

__all__ = ["COUNTRIES", "language_meant", "other_form"]

# Codes of countries (ISO 3166) that are no codes of languages (ISO 639), and names of languages.
COUNTRIES = {"jp": "ja", "cn": "zh", "us": "en", "gb": "en"}
_LANGUAGES = {"english": "en", "russian": "ru", "japanese": "ja", "chinese": "zh", "korean": "ko", "french": "fr",
              "german": "de", "spanish": "es", "ukrainian": "uk", "arabic": "ar"}  # fmt: skip
_WITH_UNIT = re.compile(r"(?P<number>[-+]?[0-9][0-9.,' \u00a0\u202f]{0,40}) ?(?:[^0-9]{1,20})?")
_THOUSANDS = re.compile(r"[-+]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_NUMBER = re.compile(r"[-+]?[0-9]{1,15}(?:\.[0-9]{1,15})?")
_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def other_form(type_: FieldType, text: str) -> str:
    """What was probably meant by a text that is no value of this type; empty where nobody can tell."""
    match type_:
        case FieldType.NUMBER:
            return _number(text)
        case FieldType.LANGUAGE:
            return language_meant(text)
        case FieldType.FILE:
            name = re.split(r"[\\/]", text)[-1]
            return f"seeds/{name}" if _FILE_NAME.fullmatch(name) else ""
        case FieldType.GEOMETRY:
            return "-".join(re.findall("[a-z0-9]+", text.lower()))
    return ""


def language_meant(text: str) -> str:
    """The tag that was meant by the name of a language or the code of a country; else nothing."""
    name = text.strip().lower()
    return COUNTRIES.get(name) or _LANGUAGES.get(name, "")


def _number(text: str) -> str:
    """A number without its unit and what parts its thousands; a single comma is taken for a point."""
    plain = "".join(str(unicodedata.decimal(each, each)) for each in text)
    match = _WITH_UNIT.fullmatch(plain)
    digits = re.sub(r"[' \u00a0\u202f]", "", match["number"]) if match else ""
    digits = digits.replace(",", "" if _THOUSANDS.fullmatch(digits) else ".")
    return digits if _NUMBER.fullmatch(digits) else ""
