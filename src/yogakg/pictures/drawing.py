"""A neighbourhood as a picture in SVG: before it on the left, after it on the right, the rest in bands below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.resources import files
from typing import Any, Final

from lxml import etree

from yogakg.pictures import layout
from yogakg.pictures.layout import COLUMN, GAP, LABEL, LABEL_LINE, PAD, SMALL, SMALL_LINE, Block, Chip
from yogakg.pictures.letters import clean, wrap
from yogakg.pictures.neighbourhood import Band, Neighbour, Neighbourhood

_SVG: Final = "http://www.w3.org/2000/svg"
_MARGIN: Final = 28.0
_COLUMNS: Final = 5
_SIDE_COLUMNS: Final = 2
_WIDTH: Final = 2 * _MARGIN + _COLUMNS * COLUMN + (_COLUMNS - 1) * GAP
#: The card of the thing stands over the middle column and the gaps beside it.
_CARD_LEFT: Final = _MARGIN + 2 * (COLUMN + GAP) - GAP + 4
_CARD_WIDTH: Final = COLUMN + 2 * GAP - 8
_TRUNK: Final = _MARGIN + 2 * (COLUMN + GAP) - GAP / 2
_NAME: Final = 18.0
_NAME_LINE: Final = 23.0
_CAPTION: Final = 14.0


def draw_svg(around: Neighbourhood) -> str:
    """Return a picture as an SVG document; the same neighbourhood gives the same bytes."""
    return _Drawing(around).svg()


class _Drawing:
    """Draws from top to bottom; lines are gathered apart, to lie below the boxes."""

    def __init__(self, around: Neighbourhood) -> None:
        self.around = around
        self.root = etree.Element(f"{{{_SVG}}}svg", nsmap={None: _SVG})
        self.page = self._add(self.root, "rect", {"class": "page", "x": 0, "y": 0})
        self.trunk = self._add(self.root, "g", {"class": "trunk"})

    def svg(self) -> str:
        y = self._draw_row(_MARGIN)
        rows = layout.rows([band for band in self.around.bands if not band.side], _COLUMNS)
        for row in rows:
            bus = y + 24
            y = self._draw_bands(row, y, bus)
        if rows:
            self._line(self.trunk, "trunk", (_TRUNK, self.card_bottom), (_TRUNK, bus))
        y = self._draw_notes(y + 4)
        self._finish(y + _MARGIN - 8)
        return str(etree.tostring(self.root, encoding="unicode", pretty_print=True))

    # The row of the thing itself

    def _draw_row(self, top: float) -> float:
        """Draw the card with what stands on its sides; return where the bands begin."""
        bus = top + 22
        ends = [self._draw_side(band, bus) for band in self.around.bands if band.side]
        self.card_bottom = self._draw_card(top)
        return max(*ends, self._draw_legend(self.card_bottom + 14), self.card_bottom) + 10

    def _draw_side(self, band: Band, bus: float) -> float:
        """Draw a band left or right of the card, on a line that starts there; return where it ends."""
        mirrored = band.side == "left"
        stacks = layout.columns(band, _SIDE_COLUMNS)
        first = 2 - len(stacks) if mirrored else 3
        group = self._add(self.root, "g", {"class": band.side})
        lefts = [_left(first + number) for number in range(len(stacks))]
        end = max(self._draw_column(group, *one, bus, mirrored=mirrored) for one in zip(stacks, lefts, strict=True))
        card = _CARD_LEFT if mirrored else _CARD_LEFT + _CARD_WIDTH
        far = lefts[0] + COLUMN - 6 if mirrored else lefts[-1] + 6
        self._line(group, "line", (card, bus), (far, bus))
        if self.around.kind == "pose":  # one pose comes after another, but a whole not after its parts
            tip = card if mirrored else card + 12
            points = f"{tip:g},{bus:g} {tip - 9:g},{bus - 5:g} {tip - 9:g},{bus + 5:g}"
            self._add(group, "polygon", {"class": "arrow", "points": points})
        anchor = {"text-anchor": "end"} if mirrored else {}
        self._text(group, card - 12 if mirrored else card + 14, bus - 8, band.title, "strong small", LABEL, **anchor)
        return end

    def _draw_card(self, top: float) -> float:
        around, room = self.around, _CARD_WIDTH - 4 * PAD
        kind = " · ".join((around.kind, *around.traits))
        lines = [(line, _NAME, _NAME_LINE, "on-card strong") for line in wrap(around.label, room, _NAME, bold=True)]
        lines += [(line, LABEL, LABEL_LINE + 2, "on-card") for name in around.names for line in wrap(name, room, LABEL)]
        lines += [(line, SMALL, SMALL_LINE + 1, "on-card") for line in wrap(kind, room, SMALL)]
        height = sum(line[2] for line in lines) + 4 * PAD
        card = self._add(self.root, "g", {"class": "thing"})
        self._add(card, "title").text = clean(f"{around.label} ({around.iri})")
        self._box(card, "card", _CARD_LEFT, top, _CARD_WIDTH, height, 10)
        y = top + 2 * PAD - 3
        for line, size, step, style in lines:
            y += step
            self._text(card, _CARD_LEFT + _CARD_WIDTH / 2, y - 3, line, style, size, **{"text-anchor": "middle"})
        return top + height

    def _draw_legend(self, top: float) -> float:
        """Explain the signs that the picture has, under the card."""
        groups = [group for band in self.around.bands for group in band.groups]
        neighbours = [one for group in groups for one in group.neighbours]
        if not neighbours:
            return top
        rows = [("stated", "stated by a source")]
        rows += [("inferred", "inferred from what is stated")] * any(one.status == "inferred" for one in neighbours)
        marks = {group.mark for group in groups}
        rows += [(mark, text) for mark, text in _ADVICE.items() if mark in marks]
        rows += [("≈", "hedged: the source is not sure")] * any("hedged" in one.notes for one in neighbours)
        left, height = _left(2), 18.0 * len(rows) + 2 * PAD
        legend = self._add(self.root, "g", {"class": "key"})
        self._box(legend, "legend", left, top, COLUMN, height, 6)
        for number, (sign, text) in enumerate(rows):
            y = top + PAD + 18 * number + 9
            if sign in ("stated", "inferred"):
                self._line(legend, f"trunk {sign}", (left + 8, y), (left + 30, y))
            elif sign in _ADVICE:
                self._sign(legend, sign, left + 19, y)
            else:
                self._text(legend, left + 19, y + 4, sign, "strong", LABEL, **{"text-anchor": "middle"})
            self._text(legend, left + 38, y + 4, text, "small", SMALL)
        return top + height

    # The bands

    def _draw_bands(self, row: Sequence[tuple[Band, list[list[Block]]]], top: float, bus: float) -> float:
        """Draw bands beside each other, under a line that hangs on the trunk; return where they end."""
        column, ends = 0, []
        for band, stacks in row:
            group = self._add(self.root, "g", {"class": band.name})
            self._text(group, _left(column), top + 14, band.title, "strong", _CAPTION)
            for blocks in stacks:
                ends.append(self._draw_column(group, blocks, _left(column), bus))
                column += 1
        self._line(self.trunk, "trunk", (_left(0) + 6, bus), (max(_left(column - 1) + 6, _TRUNK), bus))
        return max(ends) + 8

    def _draw_column(
        self, parent: Any, blocks: Sequence[Block], left: float, bus: float, *, mirrored: bool = False
    ) -> float:
        """Draw blocks under each other, all on one line that hangs on the bus; return where they end."""
        spine = left + COLUMN - 6 if mirrored else left + 6
        lines = self._add(parent, "g", {})
        y = bus + 12
        for block in blocks:
            group = self._add(parent, "g", {"class": f"group {block.mark}".strip()})
            middle = y + block.title_height / 2
            self._draw_title(group, block, left, y, mirrored=mirrored)
            inner = left + COLUMN - layout.TITLE_INDENT if mirrored else left + layout.TITLE_INDENT
            self._line(lines, "line", (spine, middle), (inner, middle))
            last = middle
            y += block.title_height
            branch = inner + (-8 if mirrored else 8)
            start = y
            y += layout.CHIP_GAP
            for chip in block.chips:
                self._draw_chip(group, block.mark, chip, left, y, branch, mirrored=mirrored)
                end = y + chip.height / 2
                y += chip.height + layout.CHIP_GAP
            self._line(group, "line", (branch, start), (branch, end))
            if block.more:
                text = f"and {block.more} more"
                x = left + COLUMN - layout.CHIP_INDENT if mirrored else left + layout.CHIP_INDENT
                self._text(group, x, y + 10, text, "more", 12, **({"text-anchor": "end"} if mirrored else {}))
                y += LABEL_LINE
            y += layout.BLOCK_GAP
        self._line(lines, "line", (spine, bus), (spine, last))
        return y

    def _draw_title(self, parent: Any, block: Block, left: float, top: float, *, mirrored: bool) -> None:
        x = left if mirrored else left + layout.TITLE_INDENT
        self._box(parent, "head", x, top, COLUMN - layout.TITLE_INDENT, block.title_height, 5)
        if block.mark:
            self._sign(parent, block.mark, x + PAD + 7, top + 4 + LABEL_LINE / 2)
        for number, line in enumerate(block.title):
            indent = PAD + (layout.SIGN if block.mark else 0)
            self._text(parent, x + indent, top + 17 + LABEL_LINE * number, line, "strong", LABEL)

    def _draw_chip(
        self, parent: Any, mark: str, chip: Chip, left: float, top: float, branch: float, *, mirrored: bool
    ) -> None:
        one, width = chip.neighbour, COLUMN - layout.CHIP_INDENT
        x = left if mirrored else left + layout.CHIP_INDENT
        near = x + width if mirrored else x
        group = self._add(parent, "g", {"class": "neighbour", "data-iri": clean(one.iri)})
        words = ", ".join((one.label, *one.notes))
        self._add(group, "title").text = "\n".join(map(clean, (words, *one.told)))
        style = f"line {one.status}" if one.status == "inferred" else "line"
        self._line(group, style, (branch, top + chip.height / 2), (near, top + chip.height / 2))
        self._box(group, f"chip {style}", x, top, width, chip.height, 5)
        indent = PAD + (layout.SIGN if mark else 0)
        if mark:
            self._sign(group, mark, x + PAD + 7, top + PAD + LABEL_LINE / 2 - 2)
        y = top + PAD - 5
        for line in chip.label:
            y += LABEL_LINE
            self._text(group, x + indent, y, line, "", LABEL)
        for line in chip.notes:
            y += SMALL_LINE
            self._text(group, x + PAD, y, line, "small", SMALL)

    # What stands below

    def _draw_notes(self, top: float) -> float:
        around = self.around
        notes = list(around.notes)
        if not around.bands:
            notes.insert(0, "No loaded source speaks of this.")
        if around.left:
            notes.append(f"Not drawn, but told by 'yogakg explain': {', '.join(around.left)}.")
        group = self._add(self.root, "g", {"class": "notes"})
        for line in (line for note in notes for line in wrap(note, _WIDTH - 2 * _MARGIN, 12, most=6)):
            top += 17
            self._text(group, _MARGIN, top, line, "small", 12)
        return top

    def _finish(self, height: float) -> None:
        around, size = self.around, {"width": f"{_WIDTH:g}", "height": f"{height:g}"}
        # Several pictures may stand on one page, so their names must differ.
        name = "yogakg-" + "".join(c if c.isalnum() and c.isascii() else "-" for c in around.iri.partition("://")[2])
        self.page.attrib.update(size)
        self.root.attrib.update(
            {
                "class": "yogakg-picture",
                **size,
                "viewBox": f"0 0 {_WIDTH:g} {height:g}",
                "role": "img",
                "aria-labelledby": f"{name}-title {name}-description",
            }
        )
        title = etree.Element(f"{{{_SVG}}}title", id=f"{name}-title")
        title.text = clean(f"{around.label}: what stands around it")
        description = etree.Element(f"{{{_SVG}}}desc", id=f"{name}-description")
        description.text = "\n".join(_describe(around))
        style = etree.Element(f"{{{_SVG}}}style")
        style.text = files(__package__).joinpath("style.css").read_text(encoding="utf-8")
        for place, element in enumerate((title, description, style)):
            self.root.insert(place, element)

    # Shapes

    @staticmethod
    def _add(parent: Any, name: str, attributes: dict[str, Any] | None = None) -> Any:
        values = (attributes or {}).items()
        given = {key: f"{value:g}" if isinstance(value, float) else str(value) for key, value in values}
        return etree.SubElement(parent, f"{{{_SVG}}}{name}", given)

    def _text(self, parent: Any, x: float, y: float, text: str, style: str, size: float, **more: str) -> None:
        attributes = {"class": style} if style else {}
        self._add(parent, "text", {**attributes, "x": x, "y": y, "font-size": size, **more}).text = clean(text)

    def _box(self, parent: Any, style: str, x: float, y: float, width: float, height: float, radius: float) -> None:
        self._add(parent, "rect", {"class": style, "x": x, "y": y, "width": width, "height": height, "rx": radius})

    def _line(self, parent: Any, style: str, start: tuple[float, float], end: tuple[float, float]) -> None:
        self._add(parent, "path", {"class": style, "d": f"M{start[0]:g} {start[1]:g}L{end[0]:g} {end[1]:g}"})

    def _sign(self, parent: Any, mark: str, x: float, y: float) -> None:
        """Draw the sign of an advice: its form tells it where colours do not."""
        sign = self._add(parent, "g", {"transform": f"translate({x:g} {y:g})"})
        shape, inside = _SIGNS[mark]
        self._add(sign, "polygon" if " " in shape else "circle", {"class": f"mark {mark}", **_shape(shape)})
        self._add(sign, "path", {"class": "sign", "d": inside})


def _shape(shape: str) -> dict[str, Any]:
    return {"points": shape} if " " in shape else {"r": shape}


#: The signs of advice: an octagon or triangle by its points, a circle by its radius; and what stands in it.
_SIGNS: Final = {
    "avoid": ("-3,-7 3,-7 7,-3 7,3 3,7 -3,7 -7,3 -7,-3", "M-4 0L4 0"),
    "caution": ("0,-7.5 8,6.5 -8,6.5", "M0 -2.5L0 1.5M0 4L0 4.2"),
    "modify": ("7", "M-4 -1.8L3.5 -1.8L1.5 -3.8M4 1.8L-3.5 1.8L-1.5 3.8"),
}
_ADVICE: Final = {
    "avoid": "avoid it",
    "caution": "take care in it",
    "modify": "do it in another form",
}


def _left(column: int) -> float:
    return _MARGIN + column * (COLUMN + GAP)


def _describe(around: Neighbourhood) -> Iterator[str]:
    """Say in words all that is drawn, for people who do not see it."""
    yield clean(f"{around.label}, {', '.join((around.kind, *around.traits))}.")
    for band in around.bands:
        for group in band.groups:
            listed = [
                f"{one.label} ({', '.join(details)})" if (details := _details(one)) else one.label
                for one in group.neighbours
            ]
            more = [f"and {group.more} more"] if group.more else []
            yield clean(f"{group.title}: {'; '.join([*listed, *more])}.")
    yield from map(clean, around.notes)


def _details(one: Neighbour) -> list[str]:
    return [*one.notes, *(["inferred"] if one.status == "inferred" else [])]
