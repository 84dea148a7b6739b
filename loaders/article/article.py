"""An article from bytes to claims: read, segment, locate, apply the rules, keep what is left over."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import PurePath

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
from yogakg.loaders.article import effects, modifications, practice, sequences
from yogakg.loaders.article.context import Passage, PassageRule, Reader, Rule
from yogakg.loaders.article.contraindications import CONTRAINDICATION_RULES, contraindications
from yogakg.loaders.article.difficulties import asks_of_difficulty, heads_difficulty
from yogakg.loaders.article.documents.language import require_english
from yogakg.loaders.article.documents.markup import visible
from yogakg.loaders.article.documents.reader import Page, read_page
from yogakg.loaders.article.practice.rules import step_item
from yogakg.loaders.article.questions import asks_help, asks_of_oneself, asks_whether
from yogakg.loaders.article.recognition import cues
from yogakg.loaders.article.recognition.grounding import Grounder
from yogakg.loaders.article.recognition.mentions import Sentence, Text, Unit
from yogakg.loaders.article.recognition.poses import PoseFinder
from yogakg.loaders.article.recognition.words import pattern, words
from yogakg.loaders.article.structure.sections import SEQUENCES, locate
from yogakg.loaders.article.structure.segment import Block, Located, segment
from yogakg.loaders.article.structure.sentences import sentences
from yogakg.loaders.article.structure.subject import Subjects
from yogakg.names import PoseNames

#: Sections in which effects are told; elsewhere the same words are cues, reasons or other poses' effects.
_EFFECT_SECTIONS = words("sections.of_effects") | {None}
#: Sections whose every sentence should give a claim; one that gives none is reported.
_TELLING = frozenset({"benefits", "contraindications", "modifications", *SEQUENCES})
#: Sections in which a lower heading names whom the paragraph below it tells what to do.
_JOINED = frozenset({"contraindications", "modifications", None})
_CHANGES = "modifications"
_TREATED = "therapeutics"
#: Words of the longest line that names a condition, over a paragraph about it.
_NAME = 4
#: A pose is entered in its first steps; a pose that a later one starts from is not where it begins.
_ENTRY_STEPS = 2
#: How a step opens by which one rests: in the first ones in the pose that this one starts from, later after it.
_RESTING = tuple(words("order_words.resting_after"))
#: Words for people whom a paragraph bars and the next one names, and how that opens.
_SOME = pattern(r"\b{contraindication_words.some_people}\b")
_INCLUDING = pattern(r"\W*{contraindication_words.these} (?:also )?includes?\b")
#: Lines in which the main heading stands, below front matter.
_OPENING = 8
#: Share of the items of a list by which it is one of conditions.
_MOST = 0.5

_PASSAGE_RULES: tuple[PassageRule, ...] = (
    *modifications.RULES,
    *practice.RULES,
    *sequences.RULES,
)

_ASIDE_RULES: tuple[PassageRule, ...] = (*practice.ASIDE_RULES, *sequences.ASIDE_RULES)


def rules() -> tuple[Rule[...], ...]:
    """Return all rules by which articles are read, each with its name, reason and the properties it yields."""
    return (
        *effects.RULES,
        *CONTRAINDICATION_RULES,
        modifications.limitations_answered,
        step_item,
        *_PASSAGE_RULES,
    )


def read_article(
    data: bytes, *, name: str, url: str | None = None, lexicon: Lexicon | None = None, names: PoseNames | None = None
) -> Document:
    """Read an article about one or more poses.

    ``data`` is the file's bytes, ``name`` its file name, which may be the only place that names the pose.
    Raises DocumentError if the file cannot be read, is not in English, or names no pose.
    """
    page = read_page(data, name=name)
    finder = PoseFinder(names or PoseNames.shipped())
    return _Article(page, name=name, lexicon=lexicon or Lexicon.shipped(), finder=finder).document(url)


class _Article:
    def __init__(self, page: Page, *, name: str, lexicon: Lexicon, finder: PoseFinder) -> None:
        self.page = page
        self.name = name
        self.finder = finder
        #: The text with its markup blanked out; the rules read it, and spans count alike in both.
        self.text = visible(page.text)
        self.source = Text(self.text, lexicon, cues.shipped().for_text(self.text, lexicon))
        require_english(self.source, name=name, names=finder.names)
        self.blocks = segment(self.text, self.source.cues)

    def document(self, url: str | None) -> Document:
        subjects = Subjects(self.page, self.source, self.name, self.blocks, self.finder)
        descriptions: list[Description] = []
        mentions: list[Mention] = []
        telling, unused = 0, list[Span]()
        for subject, blocks in subjects.parts():
            part = _Part(self, subject, blocks)
            part.read()
            descriptions.append(Description(subject, subjects.names(subject, blocks), tuple(_distinct(part.claims))))
            mentions += part.mentions
            telling += part.telling
            unused += part.unused
        return Document(
            name=PurePath(self.name).name,
            title=self._title(),
            text=self.page.text,
            checksum=hashlib.sha256(self.page.text.encode()).hexdigest(),
            media_type=self.page.media_type,
            descriptions=tuple(descriptions),
            mentions=tuple(mentions),
            telling=telling,
            unused=tuple(unused),
            url=url or self.page.url,
        )

    def _title(self) -> str:
        """Return the page's title, else the main heading or first line if it is short, else the file's name."""
        if self.page.title:
            return self.page.title
        lines = [block for block in self.blocks if block.kind in {"heading", "paragraph"}]
        marked = next((block.span for block in lines[:_OPENING] if block.level == 1), None)
        first = marked or next((block.span for block in lines), None)
        line = self.text[first.start : first.end].strip() if first else ""
        return line if first and len(line) <= 120 else PurePath(self.name).stem


class _Part:
    """A part of an article that is about one pose, and what is read from it."""

    def __init__(self, article: _Article, subject: Term, blocks: Sequence[Block]) -> None:
        self.text = article.text
        self.source = article.source
        self.reader = Reader(article.text, subject, Grounder(article.source.lexicon), article.finder)
        self.located = locate(article.source, blocks, article.finder)
        self.lists_steps = any(place.section == "steps" and place.block.kind == "item" for place in self.located)
        self.steps = 0
        self.claims: list[Claim] = []
        self.mentions: list[Mention] = []
        self.telling = 0
        self.unused: list[Span] = []

    def read(self) -> None:
        """Apply the rules to each block."""
        for is_list, run in groupby(_under_headings(self._listed()), key=lambda read: _is_bare_item(read[0])):
            blocks = list(run)
            for together in [blocks] if is_list else [[block] for block in blocks]:
                told = effects.tell_effects([one for _, passages in together for one in passages], self.reader)
                for place, passages in together:
                    self._read_block(place, effects.marked(passages) if told else passages)

    def _listed(self) -> Iterator[tuple[Located, list[Passage]]]:
        """Go through the blocks that are read, each with its sentences, list after list."""
        read = [place for place in self.located if place.section != "ignore" and place.block.kind != "caption"]
        for (lead, heading), places in groupby(read, key=lambda place: (place.lead, place.heading)):
            over = Sentence(self.source, lead) if lead else None
            above = Sentence(self.source, heading) if heading else None
            listed = ((place, list(self._passages(place, over, above))) for place in places)
            yield from _marked(list(listed)) if lead else listed

    def _passages(self, place: Located, lead: Sentence | None, heading: Sentence | None) -> Iterator[Passage]:
        spans = list(sentences(self.text, place.span, semicolons=True))
        said = [Sentence(self.source, span) for span in spans]
        # "Asthma. Insomnia. Gout.", of what the pose treats, is a list, though it stands like a paragraph.
        listed = place.section == _TREATED and all(map(_only_names_condition, said))
        beside_steps = self.lists_steps and place.section == "steps" and place.block.kind == "paragraph"
        for index, sentence in enumerate(said):
            if sentence.units:
                kind = "item" if listed else place.block.kind
                passage = Passage(sentence, place.section, kind, index == 0, len(spans) == 1, lead, heading)
                yield replace(passage, beside_steps=True) if beside_steps else passage

    def _read_block(self, place: Located, passages: Sequence[Passage]) -> None:
        steps_before = self.steps
        self.claims += self._steps(place, passages)
        found = list(self._facts(passages, steps_before))
        self.claims += found
        if place.section in _TELLING:
            self.telling += len(passages)
            covered = [claim.span for claim in found]
            self.unused += [passage.span for passage in passages if not _overlaps(passage.span, covered)]

    def _steps(self, place: Located, passages: Sequence[Passage]) -> Iterator[Claim]:
        """Read the items of a list of steps, or the sentences where the steps are told in running text."""
        if place.section != "steps":
            return
        if place.block.kind == "item":
            spans = [place.span]
        else:
            spans = [] if self.lists_steps else [passage.span for passage in passages]
        for span in spans:
            self.steps += 1
            instruction = " ".join(self.text[span.start : span.end].split())
            yield from step_item(span, instruction, self.steps)

    def _facts(self, passages: Sequence[Passage], steps_before: int) -> Iterator[Claim]:
        section = passages[0].section
        for item in contraindications(passages, self.reader):
            if isinstance(item, Mention):
                self.mentions.append(item)
            else:
                yield item
        yield from modifications.limitations_answered(passages, self.reader)
        if section == "asides":
            for passage in passages:
                yield from (claim for rule in _ASIDE_RULES for claim in rule.read(passage, self.reader))
            return
        told = section in _EFFECT_SECTIONS
        told = told or (section == "steps" and self.lists_steps and effects.follows_steps(passages, self.reader))
        of_effects: tuple[PassageRule, ...] = effects.RULES if told else ()
        rules = (*of_effects, *_PASSAGE_RULES)
        for index, passage in enumerate(passages):
            claims = (claim for rule in rules for claim in rule.read(passage, self.reader))
            is_entry = section != "steps" or steps_before + index < _ENTRY_STEPS
            rests = section == "steps" and is_entry and passage.sentence.text.casefold().startswith(_RESTING)
            misplaced = None if is_entry and not rests else "followedBy" if rests else "startsFrom"
            yield from (claim for claim in claims if misplaced is None or not _tells(claim, misplaced))


def _is_bare_item(place: Located) -> bool:
    """Say whether a block is an item of a list under no heading, which is read as the list is."""
    return place.block.kind == "item" and place.section is None


def _under_headings(
    listed: Iterable[tuple[Located, list[Passage]]],
) -> Iterator[tuple[Located, list[Passage]]]:
    """Join a line that leads on with the paragraph about it; leave out empty blocks.

    The line is a heading, "Hip pain" over "Be mindful of your hips.", "Tight hips" over "Sit on a blanket.", or asks:
    "Is it safe in pregnancy?", and below it "No."
    """
    over: tuple[Located, list[Passage]] | None = None
    for place, passages in listed:
        goes_on = over is not None and (not _bars_some(over[1][-1:]) or _includes(passages[:1]))
        if over and goes_on and place.section == over[0].section and _follows(over[0], place):
            passages = [*(replace(passage, alone=False) for passage in over[1]), *passages]
        elif over:
            yield over
        heads = place.section in _JOINED and bool(passages) and _leads_on(place, passages)
        heads = heads or any(asks_of_difficulty(passage.sentence.units) for passage in passages[-1:])
        over = (place, passages) if heads or _asks(passages[-1:]) or _bars_some(passages[-1:]) else None
        if passages and over is None:
            yield place, passages
    if over:
        yield over


def _follows(heading: Located, place: Located) -> bool:
    """Say whether a block may be what a line leads on to: a paragraph, or an item after one: "1. Back pain:"."""
    return place.block.kind == "paragraph" or (place.block.kind == "item" == heading.block.kind and not heading.opens)


def _asks(passages: Sequence[Passage]) -> bool:
    said = (passage.sentence.text for passage in passages)
    return any(asks_whether(question) or asks_help(question) or asks_of_oneself(question) for question in said)


def _bars_some(passages: Sequence[Passage]) -> bool:
    """Say whether a paragraph ends with a ban of some people whom the next one names: "Some ought to skip it."."""
    said = (passage.sentence for passage in passages)
    return any(
        sentence.cued("advice", "avoid") and not sentence.named("HealthCondition") and _SOME.search(sentence.text)
        for sentence in said
    )


def _includes(passages: Sequence[Passage]) -> bool:
    """Say whether a paragraph opens with whom the one before barred: "They include pregnant women"."""
    return any(_INCLUDING.match(passage.sentence.text) for passage in passages)


def _leads_on(place: Located, passages: Sequence[Passage]) -> bool:
    """Say whether the block below a heading, or below a difficulty that breaks off, is about it: "If you cannot …"."""
    said = passages[-1].sentence.text.rstrip()
    labels = said.endswith(":") and len(passages) == 1 and _names_condition(passages[0])
    if place.section is None:
        return len(passages) == 1 and said[-1].isalnum() and _only_names_condition(passages[0].sentence)
    if place.opens or place.section != _CHANGES:
        return place.opens or labels
    bare = place.block.kind == "paragraph" and len(passages) == 1 and said[-1].isalnum()
    return said.endswith(("…", "...")) or (bare and heads_difficulty(passages[0].sentence.units))


def _only_names_condition(sentence: Sentence) -> bool:
    """Say whether a line is the name of a condition and no more: "Pelvic organ prolapse"."""
    words = [unit for unit in sentence.units if unit.is_word]
    return len(words) <= _NAME and any(unit.entry("HealthCondition") for unit in words) and all(map(_is_named, words))


def _is_named(unit: Unit) -> bool:
    return unit.entry("HealthCondition", "BodyRegion") is not None or unit.cue("glue.and") is not None


def _names_condition(passage: Passage) -> bool:
    return passage.first and any(unit.entry("HealthCondition") for unit in passage.sentence.units)


def _marked(listed: list[tuple[Located, list[Passage]]]) -> list[tuple[Located, list[Passage]]]:
    """Mark the passages of a list if most of its items name health conditions."""
    naming = sum(any(map(_names_condition, passages)) for _, passages in listed)
    if naming < _MOST * len(listed):
        return listed
    return [(place, [replace(one, among_conditions=True) for one in passages]) for place, passages in listed]


def _tells(claim: Claim, prop: str) -> bool:
    return isinstance(claim, Relation) and claim.property == prop


def _overlaps(span: Span, others: Iterable[Span]) -> bool:
    return any(other.start < span.end and span.start < other.end for other in others)


def _distinct(claims: Iterable[Claim]) -> Iterable[Claim]:
    """Keep each claim once, in the order of the text; a claim told twice keeps its first place."""
    kept: dict[tuple[object, ...], Claim] = {}
    for claim in sorted(claims, key=lambda claim: claim.span.start):
        kept.setdefault(_content(claim), claim)
    return kept.values()


def _content(claim: Claim) -> tuple[object, ...]:
    """Return what makes a claim the same as another: its content without its place."""
    match claim:
        case Relation():
            said: tuple[object, ...] = (claim.property, claim.object.iri, claim.circumstance)
        case Contraindication():
            said = (claim.condition.iri, claim.advice, claim.onset, claim.severity, claim.trimester)
        case Modification():
            said = (claim.addresses.iri, claim.prop.iri if claim.prop else None)
        case Hold():
            length = (claim.min_seconds, claim.max_seconds, claim.min_breaths, claim.max_breaths)
            said = length if any(length) else (claim.text,)
        case NameElement():
            said = (claim.element.casefold(), claim.meaning.casefold())
        case Asymmetry():
            said = ()
        case _:
            said = (claim.span,)
    return (type(claim), *said)
