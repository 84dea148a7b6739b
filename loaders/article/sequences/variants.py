"""Forms of a pose that running text names: "in Half Bow Pose", "for a restorative Fish", "this is called …"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from yogakg.facts import Claim, Term
from yogakg.iris import slug
from yogakg.lexicon import fold
from yogakg.loaders.article.context import Passage, Reader, rule
from yogakg.loaders.article.recognition.poses import PoseMention
from yogakg.loaders.article.recognition.words import alternatives, group, pattern, words
from yogakg.loaders.article.sequences.order import told_places
from yogakg.namespaces import PREFIXES

#: Sections that tell forms of the pose: those in which any word that offers does, and those that need more.
_FREE = words("form_words.free_sections")
_OTHERS = words("form_words.other_sections") | {None}
_OFFERED = pattern(r"\b{form_words.offering}\b[^.;]{0,60}$|^\W*$")
_CALLED = pattern(r"\b{form_words.calling}\s*(?:the |a |an )?$")
_FOR = pattern(r"\bfor (?:the |a |an )?$")
_PROGRESSION = "progression"
#: Before another name of this pose, or a pose that this one is only told apart from.
_APART = pattern(
    r"\b{form_words.also} {form_words.calling}\s*(?:the |a |an |as )?$|\b{form_words.apart}\s*(?:the |a |an )?$"
)
_THIS_IS = pattern(r"^\W*this is (?:called|known as) (?:the |a |an )?$")
_INSTEAD = pattern(r"[^.;]{0,30}\b{form_words.instead}\b")
#: "This is called Diamond Pose", of a shape that the sentences before tell.
_NAMED_SO = pattern(
    r"^\W*{form_words.pointing}\b[^.;,]{0,40}\b{form_words.calling}\s+(?:the |a )?[“\"‘']?"
    r"(?-i:(?P<name>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,4}))"
)
_POSE_ENDS = pattern(r"(?:asana|āsana|{sequence_words.poses})$")
_NUMBERED = re.compile(r" (?:I{1,3}|IV|\d)$")
_NO_OWN = words("sequence_words.poses") | words("poses.small")
_SANSKRIT = words("etymology.sanskrit_words")
#: Letters and numbers that tell the forms of one pose apart: "Prasarita Padottanasana C", "Ustrasana 2".
_LETTER = r"(?:\s(?:[A-D](?![\w.’'])|[1-4](?=[.:)]|$)))?"
#: How letters of Sanskrit are written without their marks.
_SPELT: dict[str, str] = group("form_words.spellings")


@rule("hasVariation", "progressesTo")
def form_told(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """A form of the pose that a sentence offers by a name: "do Half Bow Pose instead", "for a restorative Fish"."""
    if passage.section == _PROGRESSION:
        for term in _compounds(passage, reader):
            yield form_told.relation(passage, "progressesTo", term)
    if passage.section not in _FREE | _OTHERS:
        return
    for term in {term.iri: term for term in _forms(passage, reader)}.values():
        yield form_told.relation(passage, "hasVariation", term)


RULES = (form_told,)


def _forms(passage: Passage, reader: Reader) -> Iterator[Term]:
    mentions = reader.finder.find(reader.text, passage.span)
    forms = [mention for mention in mentions if _is_form(mention.term, reader.subject)]
    placed = {mention: place for place, mention in told_places(passage, reader)} if forms else {}
    for mention in forms:
        before = reader.text[passage.span.start : mention.span.start]
        if mention not in placed and _is_offered(mention, passage, reader) and not _APART.search(before):
            yield mention.term
    harder = {mention.term.iri for mention, place in placed.items() if place == "progressesTo"}
    yield from (term for term in _compounds(passage, reader) if term.iri not in harder)
    named = _NAMED_SO.match(passage.sentence.text)
    if named and (passage.section in _FREE or _is_named_after(named.group("name"), reader)):
        term = _term(named.group("name"), reader) if _POSE_ENDS.search(named.group("name")) else None
        if term is not None:
            yield term


def _is_named_after(name: str, reader: Reader) -> bool:
    """Say whether a name is one of this pose with another word before it: "Purna Ustrasana", of Camel Pose."""
    _, _, last = name.partition(" ")
    own = reader.finder.resolve(last) if last else None
    return own is not None and own.iri == reader.subject.iri


def _is_form(term: Term, subject: Term) -> bool:
    """Say whether a pose is a form of this one: it has all words of a name of this one, and more."""
    return term.iri != subject.iri and any(own < name for own in _words(subject.labels) for name in _words(term.labels))


@cache
def _words(labels: Sequence[str]) -> list[frozenset[str]]:
    """Return the telling words of each name of a pose; numbers tell no forms of a pose apart."""
    names = (frozenset(fold(label).split()) - _NO_OWN for label in labels if not _NUMBERED.search(label))
    return [name for name in names if name]


def _is_offered(mention: PoseMention, passage: Passage, reader: Reader) -> bool:
    """Say whether a sentence offers a pose to do, and does not only speak of it."""
    before = reader.text[passage.span.start : mention.span.start]
    after = reader.text[mention.span.end : passage.span.end]
    if _INSTEAD.match(after) or _FOR.search(before):
        return True
    if passage.section == "steps" or passage.section in _FREE:
        return _CALLED.search(before) is not None or (passage.section in _FREE and _OFFERED.search(before) is not None)
    return _THIS_IS.match(before) is not None


def _compounds(passage: Passage, reader: Reader) -> Iterator[Term]:
    """Yield the forms whose names are made of a name of this pose: "wall Camel", "Parsva Ustrasana", "… C"."""
    english, sanskrit = _own_names(reader.subject.labels)
    text = passage.sentence.text
    if english is not None:
        for match in english.finditer(text):
            if not _is_named_plainly(match, passage, reader):
                continue
            if not _APART.search(text, 0, match.start()):
                yield from _compound(match.group(), reader)
    if sanskrit is not None:
        for match in sanskrit.finditer(text):
            if _APART.search(text, 0, match.start()):
                continue
            spoken = match.group().split()
            known = next((place for place in range(len(spoken)) if _is_sanskrit(spoken[place])), len(spoken))
            lettered = len(spoken[-1]) == 1
            if known < len(spoken) - 1 - lettered or lettered:
                yield from _compound(" ".join(spoken[known:]), reader)


def _is_named_plainly(match: re.Match[str], passage: Passage, reader: Reader) -> bool:
    """Say whether a form is named: with a capital, or where forms are told, "a supported bridge", but no prop."""
    name = match.group("own")
    if name[0].isupper():
        return True
    offered = passage.section in _FREE or match.string[: match.start()].endswith("(")
    return offered and reader.grounder.lexicon.named(name, "Prop") is None


def _compound(name: str, reader: Reader) -> Iterator[Term]:
    term = _term(name, reader)
    if term is not None and not {fold(name)} <= {fold(label) for label in reader.subject.labels}:
        yield term


def _term(name: str, reader: Reader) -> Term | None:
    """Return the pose of a name, a new one if the register lacks it; None if it is this pose."""
    known = reader.finder.resolve(name)
    if known is None:
        return Term(PREFIXES["pose"] + slug(name), (name,), "Pose", minted=True)
    return known if known.iri != reader.subject.iri else None


def _is_sanskrit(word: str) -> bool:
    return fold(word) in _SANSKRIT or fold(word).endswith("asana")


@cache
def _own_names(labels: Sequence[str]) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    """Return patterns of a pose's English and Sanskrit names with words before them that make another form of it."""
    english = [label.removesuffix(" Pose") for label in labels if label.endswith(" Pose")]
    sanskrit = [label for label in labels if label.endswith("āsana")]
    modifier = alternatives("form_words.modifiers")
    own = _any(re.escape(form) for name in english for form in (name, name.lower()))
    forms = rf"(?<![\w-])(?i:(?:{modifier}[ -]){{1,2}})(?P<own>{own})(?: Pose| pose)?(?![\w-])"
    letters = rf"(?<![\w-])(?:[A-Z][a-z]+\s){{0,3}}{_any(map(_spellings, sanskrit))}{_LETTER}(?!\w)"
    return re.compile(forms) if english else None, re.compile(letters) if sanskrit else None


def _any(names: Iterable[str]) -> str:
    return "(?:" + "|".join(sorted(set(names), key=lambda name: (-len(name), name))) + ")"


def _spellings(name: str) -> str:
    """Return a pattern of the ways in which a Sanskrit name is written in Latin letters."""
    return r"\s".join("".join(_SPELT.get(letter, letter) for letter in word) for word in name.split())
