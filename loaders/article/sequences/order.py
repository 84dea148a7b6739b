"""How running text tells where a pose stands to this one: before it, after it, instead of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from yogakg.facts import Span
from yogakg.lexicon import fold
from yogakg.loaders.article.context import Passage, Reader
from yogakg.loaders.article.recognition.poses import PoseMention
from yogakg.loaders.article.recognition.words import pattern, words

#: What a sentence of a list tells itself, whatever its heading: "Afterward, rest in …".
PLACES_OF_LISTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("hasVariation", pattern(r"\b{sequence_words.variants}s:")),
    ("counteredBy", pattern(r"\bcounter ?-?{sequence_words.counters}|^\W*to {order_words.undoing}\b[^.;:]{0,20}:")),
    (
        "preparedBy",
        pattern(
            r"^\W*(?:{sequence_words.prepares_at_start}|first\b|before(?:hand)?\b)|\b{sequence_words.prepares}\b"
            r"|\b{sequence_words.prepares_body}\W*$"
        ),
    ),
    (
        "followedBy",
        pattern(
            r"^\W*(?:{sequence_words.follows_at_start}\b|next,|then,?\b|after \w+asana\b)"
            r"|\b{sequence_words.following} {sequence_words.several}\b[^.;]{0,40}\b(?:include|are|is)\b"
        ),
    ),
    (
        "progressesTo",
        pattern(
            r"^\W*(?:{sequence_words.progresses_at_start}|as (?:\w+ ){1,3}{order_words.growing}\b"
            r"|{order_words.at_time}\b[^.;:]{0,40}\b{order_words.mastered}\b[^.;:]{0,20}:)"
        ),
    ),
)
#: What stands for this pose and for other ones while a sentence is read.
_OWN, _OTHER = "§", "¤"
_THIS = rf"(?:(?:the )?{_OWN}|it\b|this(?: (?:pose|posture|asana|one))?\b|the {{sequence_words.poses}}\b(?! of))"
_DOING = rf"(?:{{order_words.doing}} (?:into )?)?{_THIS}"
#: Between two poses of one list.
_LISTED = pattern(r"\W*+(?:{order_words.between}\b\W*+)*+")
#: Another name of a pose behind it: "Padma Sarvangasana (lotus in shoulder stand)".
_GLOSS = pattern(r"\((?!(?:to do )?{order_words.placing}\b)[^()]{0,40}\)")
_OPENED = re.compile(r"\s*[(\[]\s*")
_OPENS_GLOSS = re.compile(r"\s*\([^()]{0,30}")
#: Words and marks just before a pose that say nothing of its place.
_BEFORE_NAME = pattern(r"(?:(?:\b{order_words.before_name}\s+)|[(“\"‘'*_\s])*$")

#: A name in Sanskrit, and a word just before it that may be a part of it.
_SANSKRIT_NAME = re.compile(r"(?:asana|āsana)\Z", re.IGNORECASE)
_SANSKRIT_WORDS = re.compile(r"\b(?:[A-Z]\w+ ){0,3}[A-Z]\w{3,}(?:asana|āsana)\b")
#: How like each other two spellings of one name are.
_ALIKE = 0.75
_WORD_BEFORE = re.compile(r"\b([A-Z]\w+) \Z")
_SANSKRIT = words("etymology.sanskrit_words")
#: Nothing but a label before a pose: "Goes well with:".
_LABELLED = re.compile(r"^\W*(?:[^.;:¤]{0,30}:)?\s*$")

#: Each relation with what stands before a pose and what stands after it, the first that fits holds.
_TOLD: tuple[tuple[str, re.Pattern[str] | None, re.Pattern[str] | None], ...] = (
    (
        "counteredBy",
        pattern(rf"\bcounter ?-?{{sequence_words.counters}}s? (?:for|to|of|after) {_THIS}[^.;]{{0,40}}$"),
        None,
    ),
    (
        "counteredBy",
        None,
        pattern(rf"\)?,? (?:which )?{{order_words.being}} (?:a |the )?counter ?(?:to|for|of) {_THIS}"),
    ),
    ("counteredBy", None, pattern(r"\W*(?:as|for) (?:an? |the |your )?counter ?-?{sequence_words.counters}\b")),
    # "Camel Pose as a counterpose, then Corpse Pose".
    (
        "followedBy",
        pattern(r"¤\W*(?:as|for) (?:an? |the )?counter ?-?{sequence_words.counters},? (?:and )?then\s*$"),
        None,
    ),
    # "Goes well with: Cobra Pose before".
    ("preparedBy", _LABELLED, pattern(r"\W*(?:before|beforehand)\W*$")),
    ("followedBy", _LABELLED, pattern(r"\W*after\W*$")),
    ("preparedBy", None, pattern(r"\W*\((?:to do )?(?:before|beforehand|first|prep)\)")),
    ("followedBy", None, pattern(r"\W*\((?:to do )?(?:after|afterwards?|next)\)")),
    (
        "progressesTo",
        pattern(
            r"\b{order_words.at_time}\b[^.;]{0,60}\b{order_words.mastered}\b[^.;]{0,60}\b{order_words.going_to}"
            r"(?: it)?(?: with [^.;,]{0,25})?\s*$"
            # "When Crow Pose gets boring: Side Crow Pose".
            r"|^\W*{order_words.at_time}\b[^.;:¤]{0,60}\b{order_words.mastered}\b[^.;:¤]{0,20}:\s*$"
            r"|\b{order_words.wanting}\b[^.;]{0,50}\b{order_words.going_to}\s*$"
            r"|^\W*if\b[^.;]{0,20}\b{order_words.wanting}\b[^.;,]{0,20},? then\s*$"
            r"|\bnext {order_words.stages}\b[^.;]{0,30}(?:\b(?:is|be)\b|[:–-])\s*$"
            # "Later on you can try Camel Pose", "In time you may fancy …".
            r"|\b{order_words.later}\b(?! in\b)[^.;¤]{0,40}\b(?:{order_words.going_to}|{order_words.learning})\s*$"
        ),
        None,
    ),
    # "… may learn Camel Pose later".
    (
        "progressesTo",
        pattern(r"\b(?:{order_words.going_to}|{order_words.learning})\s*$"),
        pattern(r"\W*{order_words.later}\b(?! in\b)"),
    ),
    # "From there, Camel Pose is only a short step away".
    ("progressesTo", None, pattern(r"\W*(?:is|are) (?:\w+ ){1,4}?away\b(?! from)")),
    (
        "progressesTo",
        None,
        pattern(
            r"\W*(?:is|are|would be|will be)"
            r" (?:{order_words.next_ones}|next(?! in the (?:\w+ ){0,2}?{order_words.orders}))\b"
        ),
    ),
    ("followedBy", None, pattern(r"\W*(?:is|comes) next in the (?:\w+ ){0,2}?{order_words.orders}\b")),
    ("preparesFor", pattern(r"\b{order_words.stepping_stones} (?:to|towards?|into|for)\s*$"), None),
    (
        "preparedBy",
        None,
        pattern(rf"\W*{{order_words.being}}(?: \w+){{0,3}} {{order_words.warm_ups}}\b(?! for (?!{_THIS}))"),
    ),
    (
        "preparedBy",
        None,
        pattern(rf"\W*(?:\w+ ){{0,2}}?{{order_words.readying}}\b(?: \w+){{0,4}}? for {_DOING}"),
    ),
    (
        "preparedBy",
        pattern(
            rf"\b{{order_words.practise}} {_THIS}[^.;,]{{0,30}}\bafter\s*$"
            rf"|(?:^|, )(?:(?:in|at|on|for|with) [\w ]{{2,30}} )?\W*{_THIS} (?:\w+ ){{0,2}}?{{order_words.coming}}"
            r" [\w ,]{0,30}?after\s*$"
            # "Take it up only when Crow Pose is steady".
            rf"|\b{_THIS}(?! (?:is|was) only)[^.;¤]{{0,40}}\bonly (?:(?:be )?{{order_words.practise}} )?"
            r"(?:after|when|once)\b[^.;¤]{0,50}$"
            rf"|^\W*(?:it|this) is [^.;¤]{{3,50}}, (?:\w+ly )?after\s*$"
            rf"|(?<!after )\b{_THIS} (?:\w+ )?follows\s*$"
            rf"|^\W*{_THIS} (?:is|are|can be) (?:\w+ )?{{order_words.practise}}\b(?:[^.;¤]|e\.g\.){{0,60}}\bafter\s*$"
            r"|^\W*{order_words.practise} after(?: [^.;,¤]{1,50})?(?:,? e\.?g\.?,?(?: after)?)?\s*$"
            r"|\b{order_words.novices}\b[^.;]{0,30}\b(?:start|begin) with\s*$"
            rf"|\b(?:before|prior to) {_DOING},?(?: (?:(?!\bafter\b)[^.;]){{0,60}})?$"
            r"|\b(?:before|prior to) (?:you )?{order_words.beginning}\b[^.;,¤]{0,25},[^.;]{0,60}$"
        ),
        None,
    ),
    ("preparedBy", None, pattern(rf"\W*{{order_words.being}}(?: \w+){{0,2}} {{order_words.practise}} before {_DOING}")),
    (
        "followedBy",
        None,
        pattern(rf"\W*{{order_words.being}}(?: \w+){{0,2}} {{order_words.practise}} (?:after|following) {_DOING}"),
    ),
    ("progressesTo", pattern(r"\b{order_words.progressing} (?:to|towards?|into)\s*$"), None),
    ("preparedBy", None, pattern(rf"\W*(?:to )?(?:(?:is|are) (?:\w+ )?followed by|{{order_words.leading}}) {_DOING}")),
    # "Camel Pose and Bow Pose are good before it".
    (
        "preparedBy",
        None,
        pattern(rf"\W*{{order_words.being}} (?!not\b)(?:(?!never\b)\w+ ){{0,3}}(?:before|prior to) {_DOING}\W*$"),
    ),
    # "Bow Pose, Camel Pose and a lunge are practised in preparation".
    (
        "preparedBy",
        None,
        pattern(
            r",? and (?:an? )?[\w -]{3,40} {order_words.being}(?: \w+){0,3} (?:in|as|for) {order_words.warm_ups}\W*$"
        ),
    ),
    (
        "followedBy",
        pattern(
            rf"\bafter {_DOING}[^.;]{{0,70}}$"
            # A name in -asana that is left is that of no other known pose.
            r"|^\W*after {order_words.doing} \w+asana\b[^.;]{0,70}$"
            r"|\bafter {order_words.that}\b[^.;]{0,20}\b{order_words.resting_in} (?:down )?in(?:to)?\s*$"
            r"|\bafter (?:you )?{order_words.leaving}\b[^.;]{0,60}$"
            rf"|\b{{order_words.practise}} {_THIS}[^.;,]{{0,30}}\bbefore\s*$"
            r"|\bafter (?:[^.;¤]{0,40}¤){1,3},? and before\s*$"
            rf"|\bfollow(?:s|ed|ing)? {_THIS}[^.;¤]{{0,20}} (?:with|by)\b[^.;¤]{{0,40}}$"
            # "It is followed by Camel Pose, to rest the knees, or by Bow Pose".
            rf"|\b{_THIS} (?:is|are|can be|may be) (?:\w+ )?followed by ¤[^.;¤]{{0,40}}\b(?:or|and) by\s*$"
        ),
        None,
    ),
    (
        "followedBy",
        None,
        pattern(
            r"(?:\W*|[^.;,¤]{0,25} )afterwards?\b"
            r"|,? (?:when|once) (?:you(?:['’]re| are)|it is) (?:\w+ )?{order_words.over}\b"
            r"|[^.;,¤]{0,40} (?:when|once|after) you(?:['’]ve| have)? (?:come|came) (?:down|out|up)\b"
            r"|\W*later in the {order_words.sessions}\b"
            rf"|\W*(?:after {_DOING}|next\b(?! to)|(?:to|and then) {{order_words.finishing}}\b)"
            r"|\W*(?:\w+ )?{order_words.following_on}\b"
            r"|\W*{order_words.being}(?: \w+){0,4} {order_words.ends}\b"
        ),
    ),
    (
        "counteredBy",
        pattern(
            r"^\W*to {order_words.undoing}\b[^.;:¤]{0,20}:\s*$|"
            rf"\b{{order_words.undoing}} (?:{_THIS}|(?:the|your) (?:\w+ )?{{order_words.undone}}\b)[^.;]{{0,30}}"
            r"\b(?:with|by|in)\b[^.;]{0,30}$"
        ),
        None,
    ),
    (
        "counteredBy",
        None,
        pattern(rf"\W*{{order_words.undoing}} (?:{_THIS}|(?:the|your) (?:\w+ )?{{order_words.undone}}\b)"),
    ),
    (
        "hasVariation",
        pattern(
            r"\b{order_words.variants}\b[^.;¤]{0,40}(?:\b{order_words.naming}|:)\s*$"
            r"|\b{sequence_words.variants}s\s*$"  # "variations such as", without words that say nothing of the place
            r"|(?<!\ba )\b{order_words.replacing} (?:it |this )?(?:with|for|by)\s*$"
        ),
        None,
    ),
    (
        "hasVariation",
        None,
        pattern(r"\W*(?:is|are) (?:an? |the )?(?:\w+ ){0,2}{order_words.variants}\b(?! (?:of|on) ¤)"),
    ),
)
#: What only holds outside the steps, in which any pose may come first or next.
_TOLD_OUTSIDE_STEPS: tuple[tuple[str, re.Pattern[str] | None, re.Pattern[str] | None], ...] = (
    (
        "preparedBy",
        None,
        pattern(
            rf"(?:\W*|[^.;,¤]{{0,30}} )beforehand\b"
            rf"|(?: \([^()]{{0,40}}\))?\W*(?:first\b|before (?:{_DOING}|(?:you )?{{order_words.beginning}}\b))"
        ),
    ),
    ("followedBy", pattern(r"^\W*then:\s*$"), None),
    ("followedBy", pattern(r"(?:^|[,;] )\W*(?:and |then )?{order_words.finally}\b[^.;]{0,60}$"), None),
    (
        "followedBy",
        pattern(rf"\bcome (?:out|up)(?: of {_THIS})?,? and {{order_words.resting}}\b(?: \w+){{0,2}}\s*$"),
        None,
    ),
    # "Come here from Cobra Pose and finish on the back in Corpse Pose".
    ("followedBy", pattern(r"¤[^.;]{0,40}\b(?:and|then) {order_words.closing}\b[^.;¤]{0,30}\bin\s*$"), None),
    ("followedBy", pattern(r"^\W*{order_words.remaining}\b[^.;¤]{0,30}\bin\s*$"), None),
    ("startsFrom", pattern(r"^\W*{sequence_words.starting}\b[^.;¤]{0,40}\b(?:in|from)\s*$"), None),
    (
        "startsFrom",
        pattern(rf"^\W*(?:{_THIS}|you|we|i|one) (?:\w+ ){{0,2}}?{{order_words.rising}}\b(?: \w+){{0,2}}? from\s*$"),
        None,
    ),
    (
        "startsFrom",
        pattern(r"^\W*(?:\w+\W+)?from\s*$"),
        pattern(
            r"\)?(?: (?:to|on|with) the [\w ]{3,20})?,? (?:(?:we|you|one|i) )?"
            r"(?:{order_words.moving}|{order_words.rising})\b"
        ),
    ),
)
#: What only holds in them.
_TOLD_IN_STEPS: tuple[tuple[str, re.Pattern[str] | None, re.Pattern[str] | None], ...] = (
    ("startsFrom", pattern(r"^\W*(?:step \d+\W+)?in\s*$"), pattern(r"\W*, ")),
    ("startsFrom", pattern(r"^\W*(?:step \d+\W+)?$"), pattern(r"\W*$")),
    ("startsFrom", pattern(r"^\W*to (?:begin|start)\b[^.;]{0,30}\b(?:in|into|to|from|with)\s*$"), None),
    (
        "startsFrom",
        pattern(r"^\W*from\b[^.;()]{0,30}\(?$"),
        pattern(r"\)?(?: (?:to|on|with) the [\w ]{3,20})?(?:,| (?:(?:we|you|one|i) )?{order_words.moving}\b)"),
    ),
    ("startsFrom", pattern(r"^\W*(?:this is|you are (?:now )?in)\s*$"), pattern(r"\W*[.!]?$")),
    (
        "followedBy",
        pattern(
            r"(?:^|[.;])(?![^.;]*\b{order_words.on_demand}\b)[^.;]*"
            r"\b{order_words.resting_after}\b(?: \w+){0,3}? in(?:to)?\s*$"
        ),
        pattern(r"(?![^.;]*\b{order_words.on_demand}\b)"),
    ),
)
#: What only tells the order of a list, in a section that lists poses: "Child's Pose first", "and finally Camel".
_FIRST = pattern(r"\W*first\b")
_LAST = pattern(r"\bfinally\b[^.;]{0,60}$")
_LISTING = words("sections.sequences")
_FOLLOW_UP = "follow_up"
_FORBIDS = pattern(r"\b{order_words.forbidding}\b|\b{order_words.rejecting} (?:in|into|from|with|to)?\s*$")
#: "It is practised between Shoulderstand and Fish Pose", with the relations to the first and the second of them.
_BETWEEN = pattern(
    rf"(?<!\w){_THIS} (?:(?:is|are|can be|may be|should be)(?: \w+){{0,2}}? {{order_words.practise}}(?: \w+)?"
    r"|(?:\w+ )?{order_words.coming}) between\s*$"
)
_AROUND = ("preparedBy", "followedBy")
#: A question that offers a harder pose, before the sentence that names it.
_MORE = pattern(r"\b{order_words.wanting}\b[^.?!\n]{0,40}\?\W*$")
_MORE_REACH = 80


@dataclass(frozen=True, slots=True)
class _Row:
    """Poses in a row, "Cobra, Bow and Bridge Pose", with what stands before the first and after the last of them."""

    mentions: Sequence[PoseMention]
    before: str
    after: str


def place_of_list(passage: Passage) -> str | None:
    """Return the relation that a sentence tells of the poses it lists, whatever its heading says.

    What follows may have a first one as well.
    """
    said = passage.sentence.text
    if passage.section == _FOLLOW_UP and _FIRST.match(said):
        return None
    return next((prop for prop, told in PLACES_OF_LISTS if told.search(said)), None)


def told_places(passage: Passage, reader: Reader) -> Iterator[tuple[str, PoseMention]]:
    """Find the poses that a sentence places before, after or instead of this one, with their relations."""
    mentions = named(passage, reader)
    others = [mention for mention in mentions if mention.term.iri != reader.subject.iri]
    if not others:
        return
    for poses in rows(passage.span, reader, mentions):
        row = _row(poses, passage.span, reader, mentions)
        if len(poses) == len(_AROUND) and _BETWEEN.search(row.before) and not _FORBIDS.search(row.before):
            yield from zip(_AROUND, poses, strict=True)
            continue
        prop = _place(row, passage, reader.text)
        if prop is not None:
            for mention in row.mentions:
                yield prop, mention


def named(passage: Passage, reader: Reader) -> list[PoseMention]:
    """Find the poses that a sentence names, also by Sanskrit names that schools give to several: "Chakrasana"."""
    found = [_whole_name(mention, passage, reader) for mention in reader.finder.find(reader.text, passage.span)]
    shared = (
        PoseMention(reader.subject, one.span) if reader.subject.iri in iris else one
        for one, iris in reader.finder.shared_names(reader.text, passage.span)
        if not any(_overlap(one, other) for other in found)
    )
    mentions = [*found, *shared]
    mentions += [one for one in _unregistered(passage, reader) if not any(_overlap(one, other) for other in mentions)]
    mentions.sort(key=lambda mention: mention.span)
    return [one for one, before in zip(mentions, [None, *mentions], strict=False) if not _is_gloss(one, before, reader)]


def _is_gloss(mention: PoseMention, before: PoseMention | None, reader: Reader) -> bool:
    """Say whether a name that the register lacks is only another one of the pose before it: "Low Lunge (Nata …)"."""
    if before is None or not mention.term.minted:
        return False
    return _OPENED.fullmatch(reader.text, before.span.end, mention.span.start) is not None


def _overlap(one: PoseMention, other: PoseMention) -> bool:
    return other.span.start < one.span.end and one.span.start < other.span.end


def _unregistered(passage: Passage, reader: Reader) -> Iterator[PoseMention]:
    """Find Sanskrit names that the register lacks, and that are no other spelling of a name of this pose."""
    found = list(_SANSKRIT_WORDS.finditer(reader.text, passage.span.start, passage.span.end))
    own = {fold(label).split()[-1] for label in reader.subject.labels} if found else set[str]()
    for match in found:
        name = fold(match.group()).split()[-1]
        made = None if get_close_matches(name, own, 1, _ALIKE) else reader.finder.unknown(match.group())
        if made is not None:
            yield PoseMention(made, Span(*match.span()))


def _whole_name(mention: PoseMention, passage: Passage, reader: Reader) -> PoseMention:
    """Return a pose by all words of its name in Sanskrit: "Nata Virasana" is not Hero Pose."""
    start = mention.span.start
    if mention.term.iri == reader.subject.iri or not _SANSKRIT_NAME.search(reader.text, start, mention.span.end):
        return mention
    while (word := _WORD_BEFORE.search(reader.text, passage.span.start, start)) and fold(word.group(1)) in _SANSKRIT:
        start = word.start()
    made = reader.finder.unknown(reader.text[start : mention.span.end]) if start < mention.span.start else None
    return PoseMention(made, Span(start, mention.span.end)) if made is not None else mention


def _place(row: _Row, passage: Passage, text: str) -> str | None:
    if _FORBIDS.search(row.before):
        return None  # "Do not do Camel before Corpse Pose"
    told = _TOLD_IN_STEPS if passage.section == "steps" else _TOLD_OUTSIDE_STEPS
    for prop, before, after in (*_TOLD, *told):
        if (before is not None and not before.search(row.before)) or (after is not None and not after.match(row.after)):
            continue
        if not (passage.section in _LISTING and _orders_list(prop, row)):
            return prop
    asked = text[max(0, passage.span.start - _MORE_REACH) : passage.span.start]
    return "progressesTo" if not row.before.strip() and _MORE.search(asked) else None


def _orders_list(prop: str, row: _Row) -> bool:
    return (prop == "preparedBy" and _FIRST.match(row.after) is not None) or (
        prop == "followedBy" and _LAST.search(row.before) is not None
    )


def rows(span: Span, reader: Reader, mentions: Sequence[PoseMention]) -> Iterator[list[PoseMention]]:
    """Gather the poses that stand in one list; this pose parts them."""
    row: list[PoseMention] = []
    for mention in mentions:
        own = mention.term.iri == reader.subject.iri
        if row and own and _OPENS_GLOSS.fullmatch(reader.text, row[-1].span.end, mention.span.start):
            continue  # "Eka Pada Sarvangasana (one-legged Shoulderstand)"
        between = reader.text[row[-1].span.end : mention.span.start] if row else ""
        if row and (own or not _LISTED.fullmatch(_GLOSS.sub(" ", between))):
            yield row
            row = []
        if not own:
            row.append(mention)
    if row:
        yield row


def _row(row: Sequence[PoseMention], span: Span, reader: Reader, mentions: Sequence[PoseMention]) -> _Row:
    before = _marked(span.start, row[0].span.start, reader, mentions)
    after = _marked(row[-1].span.end, span.end, reader, mentions)
    return _Row(row, _BEFORE_NAME.sub(" ", before), after)


def _marked(start: int, stop: int, reader: Reader, mentions: Sequence[PoseMention]) -> str:
    """Return a run of text with a mark in place of each pose: one for this pose, one for all others.

    A name that the register lacks has none, as it may be another one of this pose.
    """
    pieces, end = list[str](), start
    for mention in mentions:
        own_name = mention.term.minted and not reader.finder.names.lookup(mention.term.label)
        if start <= mention.span.start and mention.span.end <= stop and not own_name:
            pieces += [
                reader.text[end : mention.span.start],
                _OWN if mention.term.iri == reader.subject.iri else _OTHER,
            ]
            end = mention.span.end
    text = "".join([*pieces, reader.text[end:stop]])
    for name in _short_names(reader):
        if name in text:
            text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", _OWN, text)
    return text


def _short_names(reader: Reader) -> Iterator[str]:
    """Yield the names of this pose without "Pose", which open sentences as common words do."""
    return (label.removesuffix(" Pose") for label in reader.subject.labels if label.endswith(" Pose"))
