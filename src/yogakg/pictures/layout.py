"""Where everything in a picture stands: groups cut into blocks, and blocks stacked in columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from yogakg.pictures.letters import wrap
from yogakg.pictures.neighbourhood import Band, Group, Neighbour

# All measures are pixels.
COLUMN: Final = 212.0
GAP: Final = 24.0
#: From the left of a column to the titles in it, and to the neighbours.
TITLE_INDENT: Final = 16.0
CHIP_INDENT: Final = 34.0
PAD: Final = 7.0
LABEL: Final = 13.0
LABEL_LINE: Final = 17.0
SMALL: Final = 11.0
SMALL_LINE: Final = 14.0
#: The room that the sign of an advice takes before a text.
SIGN: Final = 20.0
CHIP_GAP: Final = 6.0
BLOCK_GAP: Final = 14.0
#: So many neighbours stand in one block; a longer group goes on in the next.
_LONGEST: Final = 8


@dataclass(frozen=True, slots=True)
class Chip:
    """A neighbour with its text broken into lines."""

    neighbour: Neighbour
    label: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def height(self) -> float:
        """The height of its box."""
        return 2 * PAD + LABEL_LINE * len(self.label) + SMALL_LINE * len(self.notes) - 4


@dataclass(frozen=True, slots=True)
class Block:
    """A group, or a part of one, with its title."""

    mark: str
    title: tuple[str, ...]
    chips: tuple[Chip, ...]
    more: int

    @property
    def title_height(self) -> float:
        """The height of the box of the title."""
        return 8 + LABEL_LINE * len(self.title)

    @property
    def height(self) -> float:
        """The height of everything in it, with the space below."""
        chips = sum(chip.height + CHIP_GAP for chip in self.chips)
        return self.title_height + CHIP_GAP + chips + (LABEL_LINE if self.more else 0) + BLOCK_GAP


def rows(bands: Sequence[Band], most: int) -> list[list[tuple[Band, list[list[Block]]]]]:
    """Put bands in rows of at most so many columns: one beside the last where that makes the picture shorter."""
    laid: list[list[tuple[Band, list[list[Block]]]]] = []
    for band in bands:
        alone = columns(band, most)
        room = most - sum(len(stacks) for _, stacks in laid[-1]) if laid else 0
        if room:
            beside, above = columns(band, room), max(_height(stacks) for _, stacks in laid[-1])
            if max(above, _height(beside)) < above + _height(alone):
                laid[-1].append((band, beside))
                continue
        laid.append([(band, alone)])
    return laid


def _height(stacks: Sequence[Sequence[Block]]) -> float:
    return max(sum(block.height for block in blocks) for blocks in stacks)


def columns(band: Band, most: int) -> list[list[Block]]:
    """Stack the groups of a band, in their order, in at most so many columns of about one height."""
    blocks = [block for group in band.groups for block in _blocks(group)]
    heights = [block.height for block in blocks]
    sums = [0.0, *accumulate(heights)]
    bounds = sorted({end - start for start in sums for end in sums if end - start >= max(heights)})
    return next(stacked for bound in bounds if len(stacked := _stack(blocks, bound)) <= most)


def _stack(blocks: Sequence[Block], bound: float) -> list[list[Block]]:
    stacked: list[list[Block]] = [[]]
    for block in blocks:
        # Sums of heights differ in their last digits by the order in which they were made.
        if stacked[-1] and sum(one.height for one in stacked[-1]) + block.height > bound + 0.01:
            stacked.append([])
        stacked[-1].append(block)
    return stacked


def _blocks(group: Group) -> Iterator[Block]:
    parts = [group.neighbours[at : at + _LONGEST] for at in range(0, len(group.neighbours), _LONGEST)]
    if len(parts) > 1 and len(parts[-1]) < 3:  # no block for one or two that are left over
        parts[-2:] = [parts[-2] + parts[-1]]
    for number, part in enumerate(parts):
        title = group.title if number == 0 else f"{group.title} (continued)"
        room = COLUMN - TITLE_INDENT - 2 * PAD - (SIGN if group.mark else 0)
        lines = tuple(wrap(title, room, LABEL, bold=True))
        more = group.more if number == len(parts) - 1 else 0
        yield Block(group.mark, lines, tuple(_chip(one, group.mark) for one in part), more)


def _chip(neighbour: Neighbour, mark: str) -> Chip:
    room = COLUMN - CHIP_INDENT - 2 * PAD
    notes = [f"≈ {note}" if note == "hedged" else note for note in neighbour.notes]
    if neighbour.sources > 1:
        notes.append(f"{neighbour.sources} sources")
    return Chip(
        neighbour,
        tuple(wrap(neighbour.label, room - (SIGN if mark else 0), LABEL)),
        tuple(line for note in notes for line in wrap(note, room, SMALL, most=8)),
    )
