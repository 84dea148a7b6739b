"""What an article is about: one pose, or several under headings of their own."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import PurePath

from yogakg.errors import DocumentError
from yogakg.facts import Span, Term
from yogakg.iris import slug
from yogakg.loaders.article.documents.reader import Page
from yogakg.loaders.article.recognition.mentions import Text
from yogakg.loaders.article.recognition.poses import PoseFinder
from yogakg.loaders.article.recognition.words import pattern, words
from yogakg.loaders.article.structure.headings import heading_section
from yogakg.loaders.article.structure.segment import Block
from yogakg.namespaces import PREFIXES

_TREATING = words("subject.treating")
_TREATING_AT_ONCE = words("subject.treating_at_once")
_NUMBERING = re.compile(r"^\W*\d+[.):|]?\s*")
#: Only a name that ends like one is read with its typing errors: files are named for many reasons.
_SANSKRIT = re.compile(r"(?i)asana?\b")
_FILE_NUMBER = re.compile(r"^\d+\W")
_FILE_BLANKS = re.compile(r"[_-]+")
_NAMES_APART = re.compile(r"\s*[()|/–]\s*|\s-\s|[:,]\s")
#: Between a label and what it says, and not within a name: "Janu-Sirsasana".
_DASH = re.compile(r"\s[-–—]|[-–—]\s")
#: Poses of one block from which on it is a list, and the weight of those in it, and of those that a step starts from.
_FEW = 2
_IN_PASSING = 0.25
#: Words before such a pose, and the characters in which they stand.
_ENTERED = pattern(
    r"\b{sequence_words.entering}\b[^.:;]{0,30}\b(?:in|from|into|with|by|on|to|after)\b[^.:;]{0,14}$"
    r"|\b{sequence_words.ending}\b[^.:;]{0,25}\b(?:in|into|to)\s+(?:the )?$"
    r"|(?:^|\n)\W*(?:\d+\W*)?from [^.:;]{0,8}$"
    r"|\bfrom (?:the |an? )?$"
)
_BEFORE = 60
#: Marks around a line that is nothing but a name.
_MARKS = " *_#:.!"
#: A bare line of up to four words that may be the name of a pose, with and without a word for it.
_BARE_NAME = re.compile(r"[^\W\d_]+(?:[ '’-][^\W\d_]+){0,3}")
_NAMED = re.compile(r"(?:[A-Z][\w'’-]*[ -]){1,3}(?:[Pp]ose|[Pp]osture|[Aa]sana)")
#: The same, named for its movement: "Chair Forward Bend".
_MOVEMENT = pattern(r"(?:(?-i:[A-Z])[\w'’-]*[ -]){1,3}{subject.movements}")
_OF_POSES = re.compile(r"(?i)\b(?:poses?|postures?|asanas?)\b")
#: Words of practising, of which a text about a pose has several even where it never says "pose".
_OF_PRACTICE = pattern(r"\b{subject.of_practice}\b")
#: Words for a pose by which a text that names none is about one all the same.
_OFTEN = 2
#: Characters of a title, and of each of the first blocks of a text, that are searched for the name of a pose.
_TITLE = 300
_OPENING = 120
#: Blocks in which the first pose of all is what the article is about, as a rule: the title may stand below a menu.
_OPENING_BLOCKS = 4


class Subjects:
    """Finds what the parts of one article are about."""

    def __init__(self, page: Page, source: Text, name: str, blocks: Sequence[Block], finder: PoseFinder) -> None:
        self.page = page
        self.text = source.text
        self.name = name
        self.blocks = blocks
        self.finder = finder
        self.lexicon = source.lexicon
        self.cues = source.cues

    def parts(self) -> list[tuple[Term, Sequence[Block]]]:
        """Split an article that treats several poses under headings of their own; else it is all about one."""
        starts: list[tuple[int, Term]] = []
        for index, term in self._openings():
            if not starts or starts[-1][1].iri != term.iri:
                starts.append((index, term))
        poses = {term.iri for _, term in starts}
        if len(poses) < 2 or len(poses) < len(starts):
            return [(self._subject(), self.blocks)]
        edges = [0, *(index for index, _ in starts[1:]), len(self.blocks)]
        return [
            (term, self.blocks[first:last]) for (_, term), (first, last) in zip(starts, pairwise(edges), strict=True)
        ]

    def names(self, subject: Term, blocks: Sequence[Block]) -> tuple[str, ...]:
        """Return the names by which blocks call a pose."""
        mentions = (mention for block in blocks for mention in self.finder.find(self.text, block.span))
        runs = (self._words(mention.span) for mention in mentions if mention.term.iri == subject.iri)
        named = (" ".join(part.split()) for run in runs for part in _NAMES_APART.split(run))
        return tuple(dict.fromkeys(filter(None, named)))

    def _words(self, span: Span) -> str:
        return self.text[span.start : span.end]

    # -- parts ------------------------------------------------------------------------------------

    def _openings(self) -> Iterator[tuple[int, Term]]:
        """Find the short lines that name a pose over a treatment of it."""
        for index, block in enumerate(self.blocks):
            short = block.span.end - block.span.start <= 80
            if not short or not (block.kind in {"heading", "paragraph"} or block.number):
                continue
            if block.kind == "paragraph" and self._words(block.span).rstrip().endswith("."):
                continue  # "A backbend." is a sentence
            words = _NUMBERING.sub("", self._words(block.span)).strip(" *_#:")
            if not 0 < len(words.split()) <= 9 or self._is_labelled(words):
                continue
            term = self.finder.resolve(words)
            if term is not None and self._is_treated(index) and not self._is_listed(index):
                yield index, term

    def _is_labelled(self, line: str) -> bool:
        """Say whether a pose is only what a label says of this one: "Type: Seated Twist", "Position - Squat"."""
        if ":" in line:
            return True
        dash = _DASH.search(line)
        return dash is not None and heading_section(line[: dash.start()], self.cues) is not None

    def _is_listed(self, index: int) -> bool:
        """Say whether a bare line stands in a list of poses, and so opens nothing."""
        if self.blocks[index].kind != "paragraph":
            return False
        beside = (*self.blocks[max(0, index - 1) : index], *self.blocks[index + 1 : index + 2])
        return any(
            block.kind == "paragraph"
            and block.span.end - block.span.start <= 60
            and self.finder.resolve(self._words(block.span).strip()) is not None
            for block in beside
        )

    def _is_treated(self, index: int) -> bool:
        """Say whether a pose name is followed by a treatment of that pose: a section, or running text."""
        seen = 0
        for block in self.blocks[index + 1 : index + 7]:
            words = self._words(block.span)
            if block.kind == "heading":
                return heading_section(words, self.cues) in (_TREATING if seen else _TREATING_AT_ONCE)
            seen += len(words.split())
            if block.kind == "item" and seen < 12:
                return False
        return False

    # -- the one pose -----------------------------------------------------------------------------

    def _subject(self) -> Term:
        """Find the pose that the article is about: by its title, file name, headings, and how often it is named."""
        weights: defaultdict[str, float] = defaultdict(float)
        terms: dict[str, Term] = {}
        for term, weight in self._evidence():
            terms[term.iri] = term
            weights[term.iri] += weight
        if not terms and (made := self._plainly_named()) is not None:
            return made
        if not terms and len(_OF_POSES.findall(self.text)) >= _OFTEN:
            return self._unnamed()
        if not terms:
            raise DocumentError(
                self.name,
                "the text names no yoga pose",
                "Put the name of the pose into the title or the file name, such as tree-pose.txt.",
            )
        return terms[max(weights, key=lambda iri: weights[iri])]

    def _evidence(self) -> Iterator[tuple[Term, float]]:
        """Yield the poses that the article may be about, each with its weight."""
        stem = _stem(self.name)
        term = self.finder.as_written(stem.title())
        if term is None and _SANSKRIT.search(stem):
            term = self.finder.resolve(stem)
        if term is not None:
            yield term, 8
        else:
            yield from ((mention.term, 6) for mention in self.finder.find(stem.title(), Span(0, len(stem)))[:1])
        title = (self.page.title or "")[:_TITLE]
        if title:
            yield from ((mention.term, 10) for mention in self.finder.find(title, Span(0, len(title)))[:1])
        opening = _NUMBERING.sub("", self._words(self.blocks[0].span)).strip(_MARKS) if self.blocks else ""
        for own in (opening, *_NAMES_APART.split(opening)):
            whole = self.finder.as_written(own) or self.finder.as_written(f"{own} Pose")
            if whole is not None and not self.lexicon.named(own, "BodyRegion"):
                yield whole, 10  # "Bridge", which within a sentence would name none
                break
        first = True
        for index, block in enumerate(self.blocks):
            mentions = self.finder.find(self.text, block.span)
            listed = len({mention.term.iri for mention in mentions}) > _FEW
            for mention in mentions:
                if block.kind != "heading" and (listed or self._is_entered(mention.span)):
                    yield mention.term, _IN_PASSING
                    continue
                yield mention.term, _weight(block, index, first=first and index < _OPENING_BLOCKS)
                first = False
        made = self._unregistered(title)
        if made is not None:
            yield made, 6 + self.text.casefold().count(made.label.casefold())

    def _is_entered(self, span: Span) -> bool:
        """Say whether a pose is one that another starts from: "Sit in Staff Pose"."""
        return _ENTERED.search(self.text, max(0, span.start - _BEFORE), span.start) is not None

    def _plainly_named(self) -> Term | None:
        """Make a pose of a file's name, or the bare line over a text, that may mean several poses: "Pigeon pose"."""
        stem = f"{_stem(self.name).title()} Pose"
        if self.finder.means_several(stem):
            return self.finder.unknown(stem)
        title = (self.page.title or "").strip(_MARKS)
        if _MOVEMENT.fullmatch(title):
            return self.finder.unknown(title)
        if not (_OF_POSES.search(self.text) or len(_OF_PRACTICE.findall(self.text)) >= _OFTEN):
            return None
        lines = [self.page.title or "", *(self._words(block.span) for block in self.blocks[:_OPENING_BLOCKS])]
        lines = [line.strip(_MARKS) for line in lines if line]
        made = next((term for line in lines if _NAMED.fullmatch(line) and (term := self.finder.unknown(line))), None)
        if made is not None or not lines or not _BARE_NAME.fullmatch(lines[0]):
            return made
        headings = [self._words(block.span) for block in self.blocks if block.kind == "heading"]
        treats = any(heading_section(heading, self.cues) in _TREATING for heading in headings)
        treats = treats or (lines[0] == self.page.title and len(_OF_PRACTICE.findall(self.text)) >= _OFTEN)
        is_heading = heading_section(lines[0], self.cues) is not None
        return self.finder.unknown(f"{lines[0]} Pose") if treats and not is_heading else None

    def _unnamed(self) -> Term:
        """Make a pose for a text that speaks of one and never names it, so that its warnings are not lost."""
        label = f"Unnamed Pose ({' '.join(_stem(self.name).split())})"
        return Term(PREFIXES["pose"] + slug(label), (label,), "Pose", minted=True)

    def _unregistered(self, title: str) -> Term | None:
        """Make a pose of the name in the title or the first lines, if the register has none of its words."""
        opening = (self._words(block.span)[:_OPENING] for block in self.blocks[:2])
        made = next((term for line in (title, *opening) if (term := self.finder.titled(line))), None)
        if made is None or self.finder.resolve(made.label) is not None:
            return None
        return None if self.finder.find(made.label, Span(0, len(made.label))) else made


def _stem(name: str) -> str:
    """Return the words of a file's name."""
    return _FILE_BLANKS.sub(" ", _FILE_NUMBER.sub("", PurePath(name).stem))


def _weight(block: Block, index: int, *, first: bool) -> float:
    """Return how much a mention says: most if it is the first of all, much in headings, little far down."""
    if first:
        return 8
    if block.kind == "heading":
        return 4
    return 2 if index < 3 else 1
