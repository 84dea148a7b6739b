"""The poses that a section about sequences lists: in items, lines and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from yogakg.facts import Span, Term
from yogakg.loaders.article.context import Passage, Reader
from yogakg.loaders.article.recognition.poses import PoseMention
from yogakg.loaders.article.recognition.words import pattern, words
from yogakg.loaders.article.sequences.order import named

_VARIATIONS = "variations"
#: What parts the members of a list in one line; commas in parentheses part nothing.
_PARTING = re.compile(r"\s*(?:[;,•·]|(?<=\w{3})\.(?=\s[a-z]+:\s)|\s[|/+&]\s|\band\b|\bor\b|\bthen\b)\s*(?![^()]*\))")
_EXPLAINS = re.compile(r"\s*[:;]\s|\s[-–—]\s(?=[a-z])|(?<=\w)\s*\.\s")
_LIST_MARK = re.compile(r"[,;•]")
_LISTED_WITH = pattern(r"\W*+(?:{sequence_words.list_words}\b\W*+)*+(?:the |a )?")
#: Names of kinds of poses, words that open no name, and words before a pose that this one is compared with.
_KINDS = pattern(r"\b{order_words.kinds}$")
_ARTICLE = re.compile(r"(?i:an?|some|any|another|such|like|unlike|as|if|when|while|those|you|to)\s")
#: Words before a name in capitals that are no part of it: "a simple Reclined Twist", "mostly after Uttanpadasana".
_BEFORE_NAME = re.compile(
    r"(?i:an?|some) (?:[a-z]+ ){0,2}(?=[A-Z][\w-]+ [A-Z])|(?:[a-z]+ ){1,3}(?=(?:[A-Z]\w+ )*[A-Z]\w+asana\b)"
)
#: How a sentence opens that tells to go into a pose, which is no name: "Rest in Crocodile Pose".
_ORDERS = pattern(r"{imperative.verbs}\s+{sequence_words.into}\b")
_COMPARED = pattern(
    r"\b(?:{order_words.comparing}(?: in)?|(?:who|if (?:you|they|one)) {order_words.being_able}) (?:the |a )?$"
)
_NO_OWN = words("sequence_words.poses") | words("poses.small")
#: Families whose names are no part of a pose's own name: "legs", "wall".
_PLAIN = ("BodyRegion", "Prop")
#: Characters of a sentence so short that it lists its poses, and words of one name.
_SHORT = 160
_LONGEST_NAME = 9


def listed(passage: Passage, reader: Reader) -> list[Term]:
    """Return the poses of a passage: of an item the ones it lists, not those its explanation mentions."""
    mentions = [one for one in named(passage, reader) if not _is_compared(one, passage, reader)]
    sentence = passage.sentence.text
    if passage.kind != "item" and not passage.alone and len(sentence) > _SHORT:
        return [mention.term for mention in mentions]
    if passage.kind == "item" and not passage.first and not mentions:
        return []
    if len(sentence.split()) <= _LONGEST_NAME and not _LIST_MARK.search(sentence):
        whole = _whole(sentence.rstrip("."), passage, reader)
        if whole is not None:
            return [whole]
    members = (
        term for piece in _pieces(passage.span, sentence) for term in _of_piece(piece, passage, reader, mentions)
    )
    distinct: dict[str, Term] = {}
    for term in members:
        distinct.setdefault(term.iri, term)
    return list(distinct.values())


def _pieces(span: Span, sentence: str) -> Iterator[Span]:
    """Split a list in one line into its members."""
    start = 0
    for match in [*_PARTING.finditer(sentence), None]:
        end = match.start() if match else len(sentence)
        piece = sentence[start:end]
        inner = piece.strip(" .")
        if inner:
            first = span.start + start + piece.index(inner)
            yield Span(first, first + len(inner))
        start = match.end() if match else end


def _is_compared(mention: PoseMention, passage: Passage, reader: Reader) -> bool:
    """Say whether a pose is only compared with, or is what some can do: "Like in Mountain Pose, …"."""
    return _COMPARED.search(reader.text[passage.span.start : mention.span.start]) is not None


def _whole(name: str, passage: Passage, reader: Reader) -> Term | None:
    """Return the pose that words name; what a limb does is no pose where forms are told: "Arms overhead"."""
    if _KINDS.search(name):
        return None  # "Standing poses"
    first, *others = name.split() or [""]
    bare = name.removeprefix("The ").removeprefix("the ")
    if bare.islower() and passage.kind != "item" and reader.grounder.lexicon.named(bare, *_PLAIN) is not None:
        return None  # "an injury to the back, neck or shoulder"
    plain = passage.section == _VARIATIONS and others and all(word.islower() and word not in _NO_OWN for word in others)
    if plain and reader.grounder.lexicon.named(first, "BodyRegion") is not None:
        return None
    return reader.finder.resolve(name)


def _of_piece(piece: Span, passage: Passage, reader: Reader, mentions: Sequence[PoseMention]) -> list[Term]:
    """Return the poses of one member of a list: it is a name, or has some, or looks like an unknown one."""
    words = reader.text[piece.start : piece.end]
    whole = _whole(words, passage, reader) if len(words.split()) < _LONGEST_NAME else None
    if whole is not None:
        return [whole]
    inside = [mention for mention in mentions if piece.start <= mention.span.start < piece.end]
    if inside:
        return [mention.term for mention in (_leading(reader.text, inside) if passage.kind == "item" else inside)]
    words = _BEFORE_NAME.sub("", words, count=1)
    unknown = (
        None
        if _ARTICLE.match(words) or _ORDERS.match(words)
        else reader.finder.unknown(_EXPLAINS.split(words, maxsplit=1)[0])
    )
    return [unknown] if unknown is not None else []


def _leading(text: str, mentions: Sequence[PoseMention]) -> list[PoseMention]:
    """Return the first pose of an item and those that stand with it in a list."""
    kept = [mentions[0]]
    for mention in mentions[1:]:
        between = text[kept[-1].span.end : mention.span.start]
        if "(" in between or not _LISTED_WITH.fullmatch(between):
            break
        kept.append(mention)
    return kept
