"""Pictures of what stands around a thing: what comes before and after, who should take care, what it does."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from yogakg.errors import DocumentError

if TYPE_CHECKING:
    import pyoxigraph as ox

    from yogakg.explaining import Text


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a thing and its neighbours, an SVG document; a notebook shows it."""

    iri: str
    label: str
    svg: str

    def _repr_svg_(self) -> str:
        return self.svg

    def write(self, path: str | Path) -> None:
        """Write the picture to a file. Raises DocumentError if that is no place for an SVG document."""
        path = Path(path)
        if path.suffix.lower() not in ("", ".svg"):
            raise DocumentError(path, f"a picture is no '{path.suffix}' file", "Give a name that ends in .svg.")
        if not path.parent.is_dir():
            raise DocumentError(path, f"there is no folder '{path.parent}'", "Make it first, or give another one.")
        path.write_text(self.svg, encoding="utf-8", newline="\n")


def draw(graph: ox.Store, name: str, *, text: Text = lambda source: None) -> Picture:
    """Draw a pose, region, condition, function or state with all that stands around it.

    ``name`` is any name of it; ``text`` returns the text of a source, for the sentences that a pointer over
    a neighbour shows. Raises UnknownNameError for a name that means nothing, or several things.
    """
    from yogakg.pictures.drawing import draw_svg
    from yogakg.pictures.neighbourhood import gather

    around = gather(graph, name, text=text)
    return Picture(around.iri, around.label, draw_svg(around))
