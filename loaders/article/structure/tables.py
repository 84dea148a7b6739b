"""Tables whose columns are sections, or are headed by what is advised to those whom the cells below name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from yogakg.facts import Span
from yogakg.loaders.article.recognition.mentions import Text
from yogakg.loaders.article.recognition.words import words
from yogakg.loaders.article.structure.headings import heading_section, is_heading
from yogakg.loaders.article.structure.segment import Block, Located

#: Sections that the columns of a table may be.
_OF_COLUMNS = words("sections.of_columns")
_WARNING = "contraindications"
_CONDITION = "HealthCondition"
#: Advices that may head a column, and words of the longest head.
_WARNING_ADVICE = ("avoid", "caution")
_HEAD = 6


class Table:
    """Follows the rows of a table: "Benefits | Contraindications", "Do not practise | Practise with care"."""

    def __init__(self, source: Text) -> None:
        self.source = source
        self.sections: Sequence[str | None] = ()
        #: What is over each column where it advises.
        self.heads: Sequence[Span | None] = ()

    def cells(self, block: Block, *, opens: bool) -> list[Located] | None:
        """Return the cells of a row in their sections, none of the head of a table, or None if a block is no row.

        ``opens`` says that the block opens a list.
        """
        cells = list(self._cells(block)) if block.kind == "item" else []
        heads = [self.source.text[cell.start : cell.end] for cell in cells if cell is not None]
        cues = self.source.cues
        named = [heading_section(head, cues) if is_heading(head, cues) else None for head in heads]
        whole = len(cells) > 1 and len(named) == len(cells) and None not in named
        if whole and (_WARNING in named or _OF_COLUMNS.issuperset(named)):
            self.sections, self.heads = named, [None] * len(cells)
            return []
        if opens and len(cells) > 1 and all(cell is not None and self._advises(cell) for cell in cells):
            self.sections, self.heads = [_WARNING] * len(cells), cells
            return []
        if not cells or len(cells) != len(self.sections) or any(named):
            self.sections = ()
            return None
        return [
            Located(replace(block, span=cell), cell, section, head)
            for cell, section, head in zip(cells, self.sections, self.heads, strict=True)
            if cell is not None
        ]

    def _advises(self, cell: Span) -> bool:
        """Say whether a cell is an advice and names no condition: "Practise with care"."""
        units = self.source.units(cell)
        told = any(unit.cue("advice", value) for unit in units for value in _WARNING_ADVICE)
        return told and len(units) <= _HEAD and not any(unit.entry(_CONDITION) for unit in units)

    def _cells(self, row: Block) -> Iterator[Span | None]:
        """Yield the cells of a row, which colons part; None for an empty one."""
        start = row.span.start
        for cell in self.source.text[start : row.span.end].split(":"):
            said = cell.strip()
            first = start + cell.find(said)
            yield Span(first, first + len(said)) if said else None
            start += len(cell) + 1
