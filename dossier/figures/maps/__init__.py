"""Maps: shapes of a dossier, projected, thinned, lettered and drawn as SVG.

Owns the drawing, from degrees to elements. What is on a map, where its links lead and what its legend says is told by
whoever wants one.
"""

from dossier.figures.maps.atlas import Atlas, compile_atlas
from dossier.figures.maps.cutting import bounds
from dossier.figures.maps.drawing import Drawing, draw
from dossier.figures.maps.lettering import scripts
from dossier.figures.maps.marks import swatch
from dossier.figures.maps.projection import ways
from dossier.figures.maps.sites import Site, Style

__all__ = [
    "Atlas",
    "Drawing",
    "Site",
    "Style",
    "bounds",
    "compile_atlas",
    "draw",
    "scripts",
    "swatch",
    "ways",
]
