"""What comes before and after a pose, and which forms it has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yogakg.loaders.article.context import Passage, Reader, rule_name
from yogakg.loaders.article.poses import PoseFinder, PoseMention

from yogakg.facts import Relation, Term
from yogakg.iris import slug
from yogakg.namespaces import PREFIXES

_BY_SECTION = {
    "preparation": "preparedBy", "progression": "progressesTo", "follow_up": "followedBy", "counter": "counteredBy", "variations": "hasVariation",
}  # fmt: skip
_START = re.compile(
    r"(?:\b(?:start|starting|begin|beginning)\s+(?:in|from|with|at)\s+(?:a |the |your )?$)|^\W*(?:step \d+\W+)?(?:(?:to )?(?:begin|start|starting|beginning|first|come|get|enter|go|move|stand|sit|lie|kneel)\b[^.;]{0,40}?\b(?:in|from|into|with|at|by coming into|by standing in|by sitting in|on)\b|from|stand(?:ing)? in|sit(?:ting)? in|come (?:in)?to)\s+(?:a |the |your )?(?:\w+ ){0,3}$",
    re.I,
)
_END = re.compile(
    r"\b(?:return|come back|back|release|finish|exit|end|rest|lower|relax|step back|move back)\b[^.;]{0,25}\b(?:to|in|into|with)\s+(?:a |the |your )?(?:\w+ ){0,2}$",
    re.I,
)
_COUNTER_BEFORE = re.compile(r"\bcounter ?-?(?:pose|posture|stretch|asana|act|balance)?s?\b[^.;]{0,60}$", re.I)
_COUNTER_OF = re.compile(r"\bcounter ?-?(?:pose|posture|stretch|asana)s?\s+(?:for|to|of|after)\s+(?:the |a )?$", re.I)
_FOLLOW = re.compile(
    r"\b(?:follow(?:ed)?\b[^.;]{0,30}\b(?:with|by)|after (?:this|the) (?:pose|asana|posture)[^.;]{0,40}|transition (?:in)?to|move on to|next,?[^.;]{0,20}(?:try|do|practi[cs]e))\s+(?:\w+ ){0,3}$",
    re.I,
)
_PREPARE = re.compile(
    r"\b(?:prepare\b[^.;]{0,30}\b(?:with|by)|warm(?:ing)?[ -]?up\b[^.;]{0,30}\b(?:with|by)|preceded by|start with poses? (?:such as|like))\b[^.;]{0,40}$",
    re.I,
)
_PREPARES_FOR = re.compile(
    r"\b(?:prepar(?:e|es|ing|ation|atory)\b[^.;]{0,40}\bfor|a (?:step|gateway) to(?:wards)?)\s+(?:\w+ ){0,4}$", re.I
)
_BIND = re.compile(
    r"\b(?:may|can|could|option(?:al(?:ly)?)?|also|try|either)\b[^.;]{0,60}\b(?:in(?:to)? a bind|take (?:a|the) bind|bind (?:your|the) (?:arms|hands)|clasp (?:your )?hands behind)\b",
    re.I,
)


def listed_pose(passage: Passage, reader: Reader, finder: PoseFinder, text: str, subject: Term) -> Iterator[Relation]:
    """A pose in a section about what comes before, after or instead."""
    prop = _BY_SECTION.get(passage.section or "")
    if prop is None or passage.kind == "caption":
        return
    told = None if passage.kind == "item" else _told_place(passage.sentence.text)
    terms = _named(passage, finder, text)
    for term in terms:
        if term.iri != subject.iri:
            yield Relation(span=passage.span, rule=rule_name(listed_pose), property=told or prop, object=term)


_PLACES = (
    (re.compile(r"\bcounter ?-?(?:pose|stretch|posture|balance|act)", re.I), "counteredBy"),
    (re.compile(r"^\W*(?:warm(?:ing)?[ -]?up|prepare|before(?:hand)?\b|first\b|begin with|start with|do these asanas before)|\bmakes? good preparations?\b|\bgood poses to do first\b", re.I), "preparedBy"),
    (re.compile(r"^\W*(?:afterwards?|after (?:this|the|it|that)|follow (?:it|this|with|up)|next,|then,?|to finish|finish|do these asanas after)\b", re.I), "followedBy"),
    (re.compile(r"^\W*(?:ready for more|harder|more difficult|for a challenge|move on to)", re.I), "progressesTo"),
)


def _told_place(words: str) -> str | None:
    """Return the relation that a sentence itself tells, whatever its heading: "Afterward, rest in …"."""
    return next((prop for pattern, prop in _PLACES if pattern.search(words)), None)


def _named(passage: Passage, finder: PoseFinder, text: str) -> list[Term]:
    """Return the poses of a passage: of an item the ones it lists, not those its explanation mentions."""
    mentions = finder.find(text, passage.span)
    words = passage.sentence.text
    listed = passage.kind == "item" or passage.alone or len(words) <= 160
    if not listed:
        return [m.term for m in mentions]
    if passage.kind == "item" and not passage.first and not mentions:
        return []
    whole = finder.resolve(words.rstrip(".")) if len(words.split()) <= 9 and not re.search(r"[,;•]", words) else None
    if whole is not None:
        return [whole]
    named: dict[str, Term] = {}
    for piece, start in _pieces(words):
        term = finder.resolve(piece) if len(piece.split()) <= 8 else None
        if term is None:
            at = passage.span.start + start
            inside = [m for m in mentions if at <= m.span.start < at + len(piece)]
            if inside:
                for found in _leading(text, inside) if passage.kind == "item" else [m.term for m in inside]:
                    named.setdefault(found.iri, found)
                continue
            head = re.split(r"\s*[:;]\s|\s[-–—]\s(?=[a-z])|(?<=\w)\s*\.\s", piece, maxsplit=1)[0]
            term = finder.unknown(head)
        if term is not None:
            named.setdefault(term.iri, term)
    return list(named.values())


_PARTING = re.compile(r"\s*(?:[;,•·]|\s[|/+&]\s|\band\b|\bor\b|\bthen\b)\s*(?![^()]*\))")


def _pieces(words: str) -> Iterator[tuple[str, int]]:
    """Split a list in one line into its members, with the place of each; commas in parentheses part nothing."""
    start = 0
    for match in [*_PARTING.finditer(words), None]:
        end = match.start() if match else len(words)
        piece = words[start:end].strip(" .")
        if piece:
            yield piece, start
        start = match.end() if match else end


def _leading(text: str, mentions: list[PoseMention]) -> list[Term]:
    """Return the first pose of an item and those that stand with it in a list."""
    kept = [mentions[0]]
    for mention in mentions[1:]:
        between = text[kept[-1].span.end : mention.span.start]
        if (
            re.fullmatch(r"(?i)[\s\W]*(?:and|or|then|,|/|&|pose|posture|[\s\W])*(?:the |a )?", between)
            and "(" not in between
        ):
            kept.append(mention)
        else:
            break
    return [m.term for m in kept]


def told_pose(passage: Passage, reader: Reader, finder: PoseFinder, text: str, subject: Term) -> Iterator[Relation]:
    """A pose in running text with words that say how it stands to this one: "start in Staff Pose", "follow with …"."""
    if passage.kind == "caption" or passage.section in _BY_SECTION:
        return
    sentence_start = passage.span.start
    for mention in finder.find(text, passage.span):
        if mention.term.iri == subject.iri:
            continue
        before = text[sentence_start : mention.span.start]
        after = text[mention.span.end : passage.span.end]
        prop = None
        if passage.section in {"steps", None, "about"} and _START.search(before):
            prop = "startsFrom" if passage.section == "steps" else None
        if prop is None and passage.section == "steps" and _END.search(before):
            prop = "endsIn"
        if _COUNTER_OF.search(before):
            prop = "counters"
        elif _COUNTER_BEFORE.search(before) or re.match(
            r"[^.;]{0,30}\bcounter ?-?(?:pose|posture|stretch|asana)", after, re.I
        ):
            prop = "counteredBy"
        elif _PREPARES_FOR.search(before):
            prop = "preparesFor"
        elif _FOLLOW.search(before):
            prop = "followedBy"
        elif _PREPARE.search(before):
            prop = "preparedBy"
        if prop is not None:
            yield Relation(span=passage.span, rule=rule_name(told_pose), property=prop, object=mention.term)


def bound_variation(passage: Passage, subject: Term) -> Iterator[Relation]:
    """A bind that the text offers as an option."""
    if _BIND.search(passage.sentence.text) and passage.section in {
        "steps",
        "variations",
        "progression",
        "modifications",
    }:
        term = Term(
            PREFIXES["pose"] + slug(f"{subject.iri.rsplit('/', 1)[-1]} bound"),
            (f"bound {subject.label}", "bind"),
            "Pose",
            minted=True,
        )
        yield Relation(span=passage.span, rule=rule_name(bound_variation), property="hasVariation", object=term)
