"""What comes before and after a pose, and which forms it has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from yogakg.facts import Claim, Span, Term
from yogakg.iris import slug
from yogakg.lexicon import fold
from yogakg.loaders.article.context import Passage, Reader, rule
from yogakg.loaders.article.recognition.poses import PoseMention
from yogakg.loaders.article.recognition.words import group, pattern, words
from yogakg.loaders.article.sequences.links import leads_elsewhere
from yogakg.loaders.article.sequences.lists import listed
from yogakg.loaders.article.sequences.order import (
    PLACES_OF_LISTS,
    named,
    place_of_list,
    rows,
    told_places,
)
from yogakg.namespaces import PREFIXES

#: The properties that the sections about sequences tell.
_BY_SECTION: dict[str, str] = group("sequence_words.by_section")
#: Sections of remarks on the rest, and what these may tell of other poses: only which come before and after.
_ASIDES = "asides"
_IN_ORDER_OF_PRACTICE = frozenset({"counteredBy", "followedBy", "preparedBy", "progressesTo"})
_PROSE = words("sequence_words.prose_sections") | {None}
_BIND_SECTIONS = words("sequence_words.bind_sections")
_COUNTER = r"counter ?-?"
#: "Begin by standing on your mat in …".
_PLACED = r"(?:(?:by\s+)?{sequence_words.positions}\s+(?:(?!in\b)\w+\s+){0,4}?)?"
_START = pattern(
    rf"(?:\b{{sequence_words.starting}}\s+(?:out\s+)?{_PLACED}(?:in|from|with|at)\s+(?:{{sequence_words.articles}} )?$)"
    r"|^\W*(?:(?:step )?\d+\W+)?(?:(?:to )?{sequence_words.entering}\b[^.;]{0,60}?\b{sequence_words.entering_links}\b"
    r"|from|{sequence_words.entering_whole})\s+(?:{sequence_words.articles} )?(?:\w+ ){0,3}$"
    r"|^\W*(?:(?:step )?\d+\W+)?{imperative.verbs}\b[^.;()]{8,140}\($"
    r"|^\W*(?:this is (?:the|your) )?starting {sequence_words.bases}\W{1,4}$"
)
#: The same in text under no heading, where only plain words of beginning count.
_START_HERE = pattern(
    r"(?:^|\b)\W*{sequence_words.starting}\b(?:\s+(?:by|your practice))?\s+"
    rf"{_PLACED}(?:in|from|with|entering)\s+(?:{{sequence_words.articles}} )?$"
    r"|\b{sequence_words.started}\b[^.;,]{0,40}?\b(?:in|from|with)\s+(?:an? )?$"
    r"|\bfirst\s+{sequence_words.entering}s?\s+(?:in|into)\s+(?:{sequence_words.articles} )?$"
)
#: "Stand in Mountain Pose", which opens a paragraph.
_STANDS_IN = re.compile(r"\W*(?:stand|sit|kneel|lie)(?: tall| up| down)? in (?:an? |the )?$", re.IGNORECASE)
#: "Begin on all fours", in steps also "Come to hands and knees"; the pose of that name is seldom called one.
_ON_ALL_FOURS = pattern(
    r"^\W*(?:(?:step )?\d+\W+)?(?:(?:(?P<begins>{sequence_words.starting})|{sequence_words.entering})\b[^.;]{0,40}?"
    r"\b(?:on|onto|to|from|in|into)|from)\s+(?:{sequence_words.articles} )?"
    r"(?P<name>{sequence_words.all_fours})(?!\w)(?! pose)"
)
#: "An arm balance performed from Lotus Pose", wherever it is told.
_ENTERED_FROM = pattern(r"\b{sequence_words.entered}\b[^.;]{0,40}\bfrom\s+(?:{sequence_words.articles} )?$")
_VARIES = pattern(r"[^.;]{0,40}\bis an? (?:\w+ )?{sequence_words.variants}\b")
#: "It can be done as a …", "You can also try …": before a pose of the same name, a form of this one.
_DONE_AS = pattern(
    r"\b(?:{sequence_words.done_as}|(?:also|can|may|could|or|instead) {sequence_words.trying})\b[^.;]{0,140}$"
)
#: "… and it is a standing forward bend", which tells of what kind this pose is.
_IS_ONE = re.compile(r"\b(?:is|it's)(?: an?)?\s+$")
_END = pattern(
    r"\b{sequence_words.ending}\b[^.;]{0,25}\b(?:to|in|into|with)\s+(?:{sequence_words.articles} )?(?:\w+ ){0,2}$"
)
_COUNTER_BEFORE = pattern(rf"\b{_COUNTER}(?:{{sequence_words.counters}})?s?\b[^.;]{{0,60}}$")
_COUNTER_AFTER = pattern(
    rf"(?:(?!\bbefore\b)[^.;]){{0,60}}\b{_COUNTER}{{sequence_words.poses}}"
    r"|\)?,? (?:which )?is (?:the |a )?compl[ie]mentary {sequence_words.poses}"
)
_COUNTER_OF = pattern(
    rf"\b{_COUNTER}{{sequence_words.counters}}s?\s+(?:for|to|of|after)\s+(?:(?:doing )?(?:the |a )?(?:\w+ ){{0,2}}$"
    r"|(?!this|it\b|the )(?:(?!\b(?:is|are|include\w*|try|do)\b)[^.,:;]){0,60}\b(?:and|or)\s+(?:the )?$)"
)
_FOLLOW = pattern(
    r"\b(?:follow(?:ed)?\b[^.;]{0,30}\b(?:with|by)|after (?:this|the) {sequence_words.poses}[^.;]{0,40}"
    r"|{sequence_words.moving_on}|next(?! {sequence_words.lessons}),?[^.;]{0,20}{sequence_words.trying})"
    r"\s+(?:(?!from\b)\w+ ){0,3}(?:\((?:like|such as|e\.g\.,?) |(?:[\w-]+ ){1,4}(?:such as|like|including) )?$"
    r"|\b{sequence_words.following} {sequence_words.several}\b[^.;]{0,60}\b(?:include|are|is)\b[^.;]{0,200}$"
)
_PREPARE = pattern(
    r"\b(?:(?:prepare|warm(?:ing)?(?:[ -]?up| (?:the|your) [\w ]{3,20}))\b[^.;]{0,30}\b(?:with|by)"
    r"|{sequence_words.preceding})\b[^.;]{0,40}$"
)
_PREPARES_FOR = pattern(
    r"\b(?:{sequence_words.preparing}\b[^.;]{0,40}\bfor|{sequence_words.stepping})\s+"
    r"(?:(?!with\b|by\b|using\b)\w+ ){0,4}"  # "prepare for it with Cobra Pose" tells another order
    r"(?:(?:\w+ ){0,2}(?:such as|like|including) )?$"
)
_DONE_BEFORE = pattern(r"\b{sequence_words.done_before}\b[^.;]{0,30}$")
_DONE_AFTER = pattern(r"\b{sequence_words.done_after}\b[^.;]{0,60}$")
#: "Preparatory poses for it include …": the poses after the verb.
_PREPARATORY = pattern(r"\b{headings.preparation}\b[^.;]{0,60}\b(?:include|are)\b[^.;]{0,200}$")
_BIND = pattern(
    r"\b{sequence_words.optional}\b[^.;]{0,60}\b{sequence_words.binding}\b"
    r"|\b{sequence_words.binding}\b[^.;]{0,30}\bfor (?:the|a) bound {sequence_words.variants}\b"
)
#: "Practise Dolphin Pose before attempting a headstand."
_LEARN = pattern(r"\b{sequence_words.learning}\b[^.;]{0,30}$")
_LEARN_FIRST = pattern(r"[^.;]{0,30}\b{sequence_words.learning_first}\b")
_GOING_ON = pattern(r"[^.;]{0,20}\b{sequence_words.going_on}\b")
#: A pose that a section on preparation only lets one begin in: "Stand in Mountain Pose".
_START_ONLY = pattern(
    r"^\W*{sequence_words.entering}\s+(?:(?:up|down|tall|straight)\s+)?(?:in|into|to|from)\s+"
    r"(?:{sequence_words.articles} )?$"
)
#: What parts the poses of a sequence in one line, and how many words may stand beside the name of each.
_IN_ORDER = re.compile(r"\s*(?:[,;>→➔➜]+|\s[-–—]\s|\bthen\b)\s*(?![^()]*\))")
_ASIDE = 4
_VARIATIONS = "variations"
_WITH = pattern(r"\w (?:with|in|on|at|using|against) ")
_LABEL = re.compile(r"([^.:;!?]{3,70}?)(?::|\s[-–—])\s")
_VARIANTS = words("sequence_words.variants")
#: Sections in which a label may name a form by what limbs do: "Straight-leg version: straighten the knee".
_CHANGES = frozenset({"modifications", "progression"})
_FORM = pattern(r"^\W*\w+-\w+ {sequence_words.variants}\W*[:–-]\s")
_SMALL = words("poses.small")
_NO_OWN = words("sequence_words.poses") | words("poses.small")
#: Families whose names are no part of a pose's own name: "legs", "wall".
_PLAIN = ("BodyRegion", "Prop")
_TRYING = words("sequence_words.trying") | words("sequence_words.offering")
_NUMBERS = frozenset({"i", "ii", "iii", "iv"})
_NO_FORMS = words("sequence_words.sections_without_forms")
#: Sections that may tell an order of poses in one line, as may text under no heading, and the poses that it has.
_ORDERED = words("sequence_words.sections_with_orders") | {None}
_SEQUENCE = 4
#: Words of one name.
_LONGEST_NAME = 9


@rule(*sorted({*_BY_SECTION.values(), *(prop for prop, _ in PLACES_OF_LISTS), "preparesFor", "startsFrom"}))
def listed_pose(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """A pose in a section about what comes before, after or instead."""
    prop = _BY_SECTION.get(passage.section or "")
    if prop is None or _variation(passage, reader) is not None or next(sequenced_pose(passage, reader), None):
        return
    if (passage.section == _VARIATIONS and _instructs(passage)) or leads_elsewhere(passage, reader.text):
        return  # "Bring the feet to Lotus Pose", "Next: Bow Pose »"
    if passage.kind != "item":
        prop = place_of_list(passage) or prop
    started = _started_from(passage, reader)
    told = {mention.term.iri: place for place, mention in told_places(passage, reader)}
    for term in listed(passage, reader):
        if term.iri != reader.subject.iri and term.iri not in started:
            yield listed_pose.relation(passage, told.get(term.iri, prop), term)


@rule(
    "counteredBy",
    "counters",
    "endsIn",
    "followedBy",
    "hasVariation",
    "preparedBy",
    "preparesFor",
    "progressesTo",
    "startsFrom",
)
def told_pose(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """A pose in running text with words that say how it stands to this one: "start in Staff Pose", "follow with …"."""
    if passage.section in _BY_SECTION:
        for term in _started_from(passage, reader).values():
            yield told_pose.relation(passage, "startsFrom", term)
        return
    aside = passage.section == _ASIDES
    if aside and passage.sentence.text.endswith("?"):
        return  # "Can I do Cobra Pose after it?"
    told = {mention: prop for prop, mention in told_places(passage, reader)}
    for row in rows(passage.span, reader, named(passage, reader)):
        first = _place_in_sequence(passage, reader.text, row[0].span)
        for mention in row:
            prop = told.get(mention) or _place_in_sequence(passage, reader.text, mention.span) or first
            if prop is None and passage.section not in _NO_FORMS and _is_form(passage, reader, mention):
                prop = "hasVariation"
            if prop is not None and not (aside and prop not in _IN_ORDER_OF_PRACTICE):
                yield told_pose.relation(passage, prop, mention.term)
    if (fours := _all_fours(passage, reader)) is not None and fours.iri != reader.subject.iri:
        yield told_pose.relation(passage, "startsFrom", fours)


@rule("hasVariation")
def bound_variation(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """A bind that the text offers as an option."""
    if passage.section in _BIND_SECTIONS and _BIND.search(passage.sentence.text):
        subject = reader.subject
        iri = PREFIXES["pose"] + slug(f"{subject.iri.rsplit('/', 1)[-1]} bound")
        term = Term(iri, (f"bound {subject.label}", "bind"), "Pose", minted=True)
        yield bound_variation.relation(passage, "hasVariation", term)


@rule("hasVariation")
def named_variation(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """A form of the pose with a name made of its own: "Tree Pose with a wall:", "Arms-overhead variation"."""
    term = _variation(passage, reader)
    if term is not None:
        yield named_variation.relation(passage, "hasVariation", term)


@rule("followedBy", "preparedBy")
def sequenced_pose(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """A pose in a line that names one after another, with this one among them: "Cat, Cobra, Bow, Child's Pose"."""
    mentions = reader.finder.find(reader.text, passage.span) if passage.alone and passage.section in _ORDERED else ()
    own = [place for place, mention in enumerate(mentions) if mention.term.iri == reader.subject.iri]
    if len(mentions) < _SEQUENCE or len(own) != 1 or not _is_sequence(passage.span, reader.text, mentions):
        return
    for place, mention in enumerate(mentions):
        if place != own[0]:
            prop = "preparedBy" if place < own[0] else "followedBy"
            yield sequenced_pose.relation(passage, prop, mention.term)


RULES = (listed_pose, told_pose, bound_variation, named_variation, sequenced_pose)


# -- names of variations --------------------------------------------------------------------------


def _variation(passage: Passage, reader: Reader) -> Term | None:
    """Return the variation whose name opens a passage of the section about them, if the register lacks the name."""
    sentence = passage.sentence.text
    label = _LABEL.match(sentence)
    told = passage.section == _VARIATIONS or (
        passage.section in _CHANGES and label is not None and _FORM.match(sentence)
    )
    if not told or not passage.first:
        return None
    name = _without_gloss((label.group(1) if label else _whole_name(passage)).strip(" *_"), reader)
    spoken = fold(name).split()
    if passage.sentence.units[0].cue("imperative") is not None:
        return None  # "Extend the arms overhead: …"
    if not 1 < len(spoken) <= _LONGEST_NAME or not name[0].isupper() or reader.finder.resolve(name) is not None:
        return None
    mentions = reader.finder.find(reader.text, passage.span)
    if not _is_compound(reader.text, mentions, reader.subject):
        if spoken[-1] not in _VARIANTS and not _has_own_words(spoken, reader):
            return None
        first, *others = (mention.term.iri == reader.subject.iri for mention in mentions) if mentions else (True,)
        if not first or (not all(others) and _WITH.search(name) is None):
            return None  # "Camel Pose with Lotus legs" names one, "Bow Pose to Camel Pose" none
    return Term(PREFIXES["pose"] + slug(name), (name,), "Pose", minted=True)


def _without_gloss(name: str, reader: Reader) -> str:
    """Return a name without what is told of it in parentheses, unless a known one is left: "Camel Pose (seated)"."""
    bare = name.partition(" (")[0] if name.endswith(")") else name
    return bare if " " in bare and reader.finder.resolve(bare) is None else name


def _whole_name(passage: Passage) -> str:
    """Return a sentence that is nothing but a name: a line of its own, or "Dragonfly Camel." before what it is."""
    sentence = passage.sentence.text
    if passage.alone:
        return "" if sentence.endswith((".", ":")) else sentence
    bare = sentence.removesuffix(".")
    titled = all(word[0].isupper() or word in _SMALL for word in bare.split())
    return bare if bare != sentence and titled else ""


def _has_own_words(spoken: Sequence[str], reader: Reader) -> bool:
    """Say whether words have one of the pose's own name, or all of them if they are only regions and props."""
    lexicon = reader.grounder.lexicon
    for label in reader.subject.labels:
        own = set(fold(label).split()) - _NO_OWN
        if label == reader.subject.label or len(own) == 1:
            telling = {word for word in own if not lexicon.named(word, *_PLAIN)}
            if not telling.isdisjoint(spoken) or (own and not telling and own.issubset(spoken)):
                return True
    return False


def _is_compound(text: str, mentions: Sequence[PoseMention], subject: Term) -> bool:
    """Say whether names side by side are one name of a form of this pose: "Padmasana Shalabhasana"."""
    if len(mentions) != 2 or mentions[-1].term.iri != subject.iri:
        return False
    return text[mentions[0].span.end : mentions[1].span.start] == " "


def _instructs(passage: Passage) -> bool:
    """Say whether an item tells a step of a variation and does not name one: it opens with a verb of moving."""
    opening = passage.sentence.units[0]
    told = opening.cue("imperative") is not None or opening.cue("advice", "modify") is not None
    moves = told and opening.norm not in _TRYING
    return moves and opening.entry("Pose") is None


# -- orders of poses ---------------------------------------------------------------------------------


def _started_from(passage: Passage, reader: Reader) -> dict[str, Term]:
    """Return the poses of a passage that this one starts from, whatever its section lists."""
    started: dict[str, Term] = {}
    for mention in reader.finder.find(reader.text, passage.span):
        before = reader.text[passage.span.start : mention.span.start]
        enters = passage.section == "preparation" and _START_ONLY.search(before)
        if mention.term.iri != reader.subject.iri and (enters or _ENTERED_FROM.search(before)):
            started[mention.term.iri] = mention.term
    return started


def _is_sequence(span: Span, text: str, mentions: Sequence[PoseMention]) -> bool:
    """Say whether a passage names one pose after another and says hardly anything else."""
    starts = [span.start, *(span.start + mark.end() for mark in _IN_ORDER.finditer(text[span.start : span.end]))]
    if len(starts) < _SEQUENCE:
        return False
    for start, end in pairwise([*starts, span.end]):
        inside = [mention.span for mention in mentions if start <= mention.span.start < end]
        named = sum(len(text[one.start : one.end].split()) for one in inside)
        if not inside or len(text[start:end].split()) - named > _ASIDE:
            return False
    return True


# -- poses in running text ------------------------------------------------------------------------


def _all_fours(passage: Passage, reader: Reader) -> Term | None:
    """Return the pose on hands and knees if a sentence begins there, which it seldom calls a pose."""
    told = _ON_ALL_FOURS.match(passage.sentence.text)
    if told is None or not (passage.section == "steps" or (passage.section in _PROSE and told.group("begins"))):
        return None
    return reader.finder.resolve(f"{told.group('name')} Pose")


def _is_form(passage: Passage, reader: Reader, mention: PoseMention) -> bool:
    """Say whether a pose that the text offers to do instead is a form of this one: its name ends in the same word."""
    before = reader.text[passage.span.start : mention.span.start]
    if _DONE_AS.search(before) is None or _IS_ONE.search(before):
        return False
    return not _last_words(reader.subject.labels).isdisjoint(_last_words(mention.term.labels))


def _last_words(labels: Sequence[str]) -> set[str]:
    """Return the last words of names, but for those that any pose may end in: "cobra" of Cobra Pose."""
    main = ([word for word in fold(label).split() if word not in _NO_OWN] for label in labels)
    return {spoken[-1] for spoken in main if spoken} - _NUMBERS


def _place_in_sequence(passage: Passage, text: str, pose: Span) -> str | None:
    """Return the relation that the words around a pose tell."""
    before = text[passage.span.start : pose.start]
    after = text[pose.end : passage.span.end]
    if _COUNTER_OF.search(before):
        return "counters"
    if _COUNTER_BEFORE.search(before) or _COUNTER_AFTER.match(after):
        return "counteredBy"
    if _DONE_AFTER.search(before) or _PREPARATORY.search(before):
        return "preparedBy"
    if _PREPARES_FOR.search(before):
        return "preparesFor"
    if _LEARN.search(before) and _LEARN_FIRST.match(after):
        return "preparedBy"
    if _DONE_BEFORE.search(before) or _GOING_ON.match(after):
        return "followedBy"
    if _FOLLOW.search(before):
        return "followedBy"
    if _PREPARE.search(before):
        return "preparedBy"
    if _VARIES.match(after):
        return "hasVariation"
    if _ENTERED_FROM.search(before):
        return "startsFrom"
    if passage.section == "steps" and _START.search(before):
        return "startsFrom"
    opens = passage.section is None and passage.first and _STANDS_IN.match(before) is not None
    if opens or (passage.section in _PROSE and _START_HERE.search(before)):
        return "startsFrom"
    return "endsIn" if passage.section == "steps" and _END.search(before) else None
