"""Reads a YAML mapping as a record: names asked for by the reader, shapes as expected, everything else reported.

Owns the findings on the shape of a sheet (a missing field, an unknown one, a list where one value belongs). It does
not know what any field means.
"""

from dossier.records.record import Record
from dossier.records.rules import RULES, wrong_shape

__all__ = ["RULES", "Record", "wrong_shape"]
