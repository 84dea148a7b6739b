"""An article from bytes to claims: read, segment, locate, apply the rules, keep what is left over."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath

from yogakg.loaders.article import attributes, cues, effects, modifications, practice, sequences
from yogakg.loaders.article.context import Passage, Reader, Rule
from yogakg.loaders.article.contraindications import contraindications
from yogakg.loaders.article.grounding import Grounder
from yogakg.loaders.article.mentions import Sentence, sentences
from yogakg.loaders.article.poses import PoseFinder
from yogakg.loaders.article.reader import Page, read_page, visible
from yogakg.loaders.article.sections import SEQUENCES, Located, locate
from yogakg.loaders.article.segment import Block, segment

from yogakg.errors import DocumentError
from yogakg.facts import (
    Asymmetry,
    Claim,
    Contraindication,
    Description,
    Document,
    Hold,
    Mention,
    Modification,
    NameElement,
    Relation,
    Span,
    Term,
)
from yogakg.lexicon import Lexicon
from yogakg.names import PoseNames

#: Sections in which effects are told; elsewhere the same words are cues, reasons or other poses' effects.
_EFFECT_SECTIONS = frozenset(
    {
        None,
        "benefits",
        "therapeutics",
        "anatomy",
        "about",
        "stretches",
        "strengthens",
        "breathing",
        "type",
        "style",
        "hold",
        "level",
    }
)
#: Sections whose every sentence should give a claim; one that gives none is reported.
_TELLING = frozenset({"benefits", "contraindications", "modifications", *SEQUENCES})


def read_article(
    data: bytes, *, name: str, url: str | None = None, lexicon: Lexicon | None = None, names: PoseNames | None = None
) -> Document:
    """Read an article about one or more poses.

    ``data`` is the file's bytes, ``name`` its file name, which may be the only place that names the pose.
    Raises DocumentError if the file cannot be read, is not in English, or names no pose.
    """
    page = read_page(data, name=name)
    finder = PoseFinder(names or PoseNames.shipped())
    return _Article(page, name=name, url=url, lexicon=lexicon or Lexicon.shipped(), finder=finder).document()


class _Article:
    def __init__(self, page: Page, *, name: str, url: str | None, lexicon: Lexicon, finder: PoseFinder) -> None:
        self.page = page
        #: The text with its markup blanked out; the rules read it, and spans count alike in both.
        self.text = visible(page.text)
        self.name = name
        self.url = url or page.url
        self.lexicon = lexicon
        self.finder = finder
        self.cues = cues.shipped().for_text(self.text, lexicon)
        self.reader = Reader(self.cues, Grounder(lexicon))

    def document(self) -> Document:
        self._require_english()
        blocks = segment(self.text, self.cues)
        parts = self._parts(blocks)
        descriptions: list[Description] = []
        mentions: list[Mention] = []
        unused: list[Span] = []
        for subject, part in parts:
            claims, left, unread = self._claims(subject, part)
            descriptions.append(Description(subject, self._names(subject, part), tuple(claims)))
            mentions += left
            unused += unread
        return Document(
            name=PurePath(self.name).name,
            title=self._title(blocks),
            text=self.page.text,
            checksum=hashlib.sha256(self.page.text.encode()).hexdigest(),
            media_type=self.page.media_type,
            descriptions=tuple(descriptions),
            mentions=tuple(mentions),
            unused=tuple(unused),
            url=self.url,
        )

    # -- what the article is about ----------------------------------------------------------------

    def _require_english(self) -> None:
        words = re.findall(r"[^\W\d_]+", self.text[:20_000].casefold())
        if len(words) < 30:
            return
        common = sum(word in _COMMON for word in words)
        if common < 0.1 * len(words):
            raise DocumentError(
                self.name, "the text does not seem to be English", "Load an English version of the article."
            )

    def _title(self, blocks: Sequence[Block]) -> str:
        if self.page.title:
            return self.page.title
        for block in blocks:
            if block.kind in {"heading", "paragraph"}:
                words = self.text[block.span.start : block.span.end].strip()
                if len(words) <= 120:
                    return words
                break
        return PurePath(self.name).stem

    def _parts(self, blocks: list[Block]) -> list[tuple[Term, list[Block]]]:
        """Split an article that treats several poses under headings of their own; else it is all about one."""
        starts: list[tuple[int, Term]] = []
        for index, block in enumerate(blocks):
            if (block.kind in {"heading", "paragraph"} or block.number) and block.span.end - block.span.start <= 80:
                words = re.sub(r"^\W*\d+[.):]?\s*", "", self.text[block.span.start : block.span.end]).strip(" *_#:")
                named = 0 < len(words.split()) <= 9 and ":" not in words  # "Type: Seated Forward Bend" opens nothing
                term = self.finder.resolve(words) if named else None
                if term is not None and not self._in_list(blocks, index) and self._opens_part(blocks, index):
                    starts.append((index, term))
        distinct: list[tuple[int, Term]] = []
        for index, term in starts:
            if not distinct or distinct[-1][1].iri != term.iri:
                distinct.append((index, term))
        if len({term.iri for _, term in distinct}) >= 2:
            parts = []
            for place, (index, term) in enumerate(distinct):
                end = distinct[place + 1][0] if place + 1 < len(distinct) else len(blocks)
                begin = 0 if place == 0 else index
                parts.append((term, blocks[begin:end]))
            if len({t.iri for t, _ in parts}) == len(parts):
                return parts
        return [(self._subject(blocks), blocks)]

    def _in_list(self, blocks: Sequence[Block], index: int) -> bool:
        """Say whether a bare line stands in a list of poses, and so opens nothing."""
        if blocks[index].kind != "paragraph":
            return False
        beside = [b for b in (*blocks[max(0, index - 1) : index], *blocks[index + 1 : index + 2]) if b.kind == "paragraph"]
        return any(b.span.end - b.span.start <= 60 and self.finder.resolve(self.text[b.span.start : b.span.end].strip()) is not None for b in beside)

    def _opens_part(self, blocks: Sequence[Block], index: int) -> bool:
        """Say whether a pose name is followed by a treatment of that pose: a section, or running text."""
        from yogakg.loaders.article.segment import heading_section

        seen = 0
        for block in blocks[index + 1 : index + 7]:
            words = self.text[block.span.start : block.span.end]
            if block.kind == "heading":
                section = heading_section(words, self.cues)
                return section in {"benefits", "contraindications", "steps", "about", "modifications"} and (
                    seen > 0 or section in {"benefits", "steps"}
                )
            seen += len(words.split())
            if block.kind == "item" and seen < 12:
                return False
        return False

    def _subject(self, blocks: Sequence[Block]) -> Term:
        """Find the pose that the article is about: by its title, file name, headings, and how often it is named."""
        weights: Counter[str] = Counter()
        terms: dict[str, Term] = {}

        def add(term: Term, weight: float) -> None:
            terms[term.iri] = term
            weights[term.iri] += weight  # type: ignore[assignment]

        stem = re.sub(r"[_-]+", " ", re.sub(r"^\d+\W", "", PurePath(self.name).stem))
        if (named := self.finder.resolve(stem)) is not None:
            add(named, 8)
        if self.page.title:
            for mention in self.finder.find(self.page.title, Span(0, len(self.page.title)))[:1]:
                add(mention.term, 10)
        for index, block in enumerate(blocks):
            mentions = self.finder.find(self.text, block.span)
            for place, mention in enumerate(mentions):
                if index == 0 and place == 0:
                    weight = 8.0
                elif block.kind == "heading":
                    weight = 4.0
                else:
                    weight = 2.0 if index < 3 else 1.0
                add(mention.term, weight)
        made = self.finder.titled(self.page.title or "") or next(
            (
                t
                for b in blocks[:2]
                if (t := self.finder.titled(self.text[b.span.start : min(b.span.end, b.span.start + 120)]))
            ),
            None,
        )
        if (
            made is not None
            and self.finder.resolve(made.label) is None
            and not self.finder.find(made.label, Span(0, len(made.label)))
        ):
            count = self.text.casefold().count(made.label.casefold())
            add(made, 6 + count)
        if not weights:
            raise DocumentError(
                self.name,
                "the text names no yoga pose",
                "Put the name of the pose into the title or the file name, such as tree-pose.txt.",
            )
        return terms[max(weights, key=lambda iri: weights[iri])]

    def _names(self, subject: Term, blocks: Sequence[Block]) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for block in blocks:
            for mention in self.finder.find(self.text, block.span):
                if mention.term.iri == subject.iri:
                    for part in re.split(r"\s*[()|–]\s*|\s-\s", self.text[mention.span.start : mention.span.end]):
                        if part.strip():
                            found[" ".join(part.split())] = None
        return tuple(found)

    # -- what it says -----------------------------------------------------------------------------

    def _claims(self, subject: Term, blocks: list[Block]) -> tuple[list[Claim], list[Mention], list[Span]]:
        located = locate(
            self.text, blocks, self.lexicon, self.cues, lambda words: self.finder.resolve(words.strip()) is not None
        )
        claims: list[Claim] = []
        mentions: list[Mention] = []
        unused: list[Span] = []
        steps = 0
        for place in located:
            if place.section == "ignore" or place.block.kind == "caption":
                continue
            passages = list(self._passages(place))
            if not passages:
                continue
            if place.section == "steps" and (place.block.kind == "item" or not self._has_items(located, "steps")):
                for span in [place.span] if place.block.kind == "item" else [p.span for p in passages]:
                    steps += 1
                    claims.append(practice.step_item(span, self._clean(span), steps))
            found: list[Claim] = []
            for item in contraindications(passages, self.reader):
                if isinstance(item, Mention):
                    mentions.append(item)
                elif isinstance(item, Claim):
                    found.append(item)
            found += modifications.limitations_answered(passages, self.reader)
            for passage in passages:
                found += self._read(passage, subject)
            if place.section == "steps" and steps > 2:  # a pose is entered in its first steps
                found = [c for c in found if not (isinstance(c, Relation) and c.property == "startsFrom")]
            claims += found
            if place.section in _TELLING:
                covered = [claim.span for claim in found]
                unused += [
                    p.span for p in passages if not any(s.start < p.span.end and p.span.start < s.end for s in covered)
                ]
        return _settled(claims, subject), mentions, unused

    def _read(self, passage: Passage, subject: Term) -> Iterator[Claim]:
        rules: list[Rule] = []
        if passage.section in _EFFECT_SECTIONS:
            rules += effects.RULES
        rules += (*modifications.RULES, *practice.RULES, *attributes.RULES)
        for rule in rules:
            yield from rule(passage, self.reader)
        yield from attributes.name_element(passage, self.reader, subject)
        yield from sequences.listed_pose(passage, self.reader, self.finder, self.text, subject)
        yield from sequences.told_pose(passage, self.reader, self.finder, self.text, subject)
        yield from sequences.bound_variation(passage, subject)

    def _passages(self, place: Located) -> Iterator[Passage]:
        spans = list(sentences(self.text, place.span, semicolons=True))
        section = place.section
        if (
            section == "steps"
            and place.block.kind == "paragraph"
            and not place.block.number
            and _is_prose(self.text[place.span.start : place.span.end])
        ):
            section = "steps"
        for index, span in enumerate(spans):
            sentence = Sentence(self.text, span, self.lexicon, self.cues)
            if sentence.units:
                yield Passage(sentence, section, place.block.kind, first=index == 0, alone=len(spans) == 1)

    def _has_items(self, located: Iterable[Located], section: str) -> bool:
        return any(one.section == section and one.block.kind == "item" for one in located)

    def _clean(self, span: Span) -> str:
        return " ".join(self.text[span.start : span.end].replace("**", "").split())


_COMMON = frozenset(
    ["the", "a", "an", "and", "or", "of", "to", "in", "on", "is", "are", "it", "your", "you", "this", "that", "with", "for", "from", "as", "at", "by", "be", "if", "not", "can", "will", "have", "has", "into", "up", "down", "pose", "yoga", "asana", "while", "keep", "hold", "stretch", "benefits", "body", "avoid", "legs", "leg", "arms", "arm", "back", "hips", "knee", "knees", "breath", "inhale", "exhale", "feet", "foot", "hands", "hand", "helps", "strengthens", "improves", "sit", "stand", "bend"]
)


def _is_prose(words: str) -> bool:
    return len(words.split()) > 12


def _key(claim: Claim) -> tuple[object, ...]:
    """Return what makes a claim the same as another: its content without its place."""
    match claim:
        case Relation():
            return ("relation", claim.property, claim.object.iri, claim.circumstance)
        case Contraindication():
            return ("contra", claim.condition.iri, claim.advice, claim.onset, claim.severity, claim.trimester)
        case Modification():
            return ("mod", claim.addresses.iri, claim.prop.iri if claim.prop else None)
        case Hold():
            length = (claim.min_seconds, claim.max_seconds, claim.min_breaths, claim.max_breaths)
            return ("hold", length if any(length) else claim.text)
        case NameElement():
            return ("name", claim.element.casefold(), claim.meaning.casefold())
        case Asymmetry():
            return ("side",)
        case _:
            return (type(claim).__name__, claim.span, getattr(claim, "text", ""))


def _settled(claims: list[Claim], subject: Term) -> list[Claim]:
    """Keep each claim once, in the order of the text; a claim told twice keeps its first place."""
    seen: set[tuple[object, ...]] = set()
    kept: list[Claim] = []
    for claim in sorted(claims, key=lambda c: c.span.start):
        key = _key(claim)
        if key not in seen:
            seen.add(key)
            kept.append(claim)
    return kept
