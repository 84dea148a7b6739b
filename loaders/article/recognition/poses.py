"""Poses in text: names that the register knows, and names that look like one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from yogakg.facts import Span, Term
from yogakg.iris import slug
from yogakg.lexicon import PhraseMatcher, Token, cuts_no_word, fold, tokenize
from yogakg.loaders.article.recognition.words import pattern, words
from yogakg.names import PoseNames
from yogakg.namespaces import PREFIXES

#: Words in the longest line that is looked up: two long names of one pose.
_LONGEST = 24
#: Words that a Sanskrit name may have before the one that ends in "asana".
_REACH = 4
#: "Eagle arms" are no pose.
_LIMBS_FOLLOW = pattern(r"[ -]{poses.limbs}\b")
#: Adjectives that names have as well, and words before a pose that is only described.
_DESCRIBES = pattern(r"{poses.describing} {sequence_words.several}")
_INDEFINITE = pattern(r"\b{poses.indefinite}\s+$")
_PARTS = words("poses.parts")
#: Words that name a pose only before a word for it: "Standing", "Easy".
_ADJECTIVES = words("poses.describing") - {"squat"}
#: Words before a name, with no capital of their own, that make a form of a pose.
_FORMS = words("form_words.modifiers")
_ADVERBS = words("coordination.adverbs")
_SMALL = words("poses.small")
_SENTENCE_WORDS = words("poses.never_in_names")
_JOINERS = words("poses.joiners")
_ASANA = re.compile(r"(?:asanas?|āsana|asan|mudra)$", re.I)
_HAS_ASANA = re.compile(r"asan|āsan|mudra", re.I)
_LETTERS = "a-zāīūṛṅñṭḍṇśṣ"
_TITLE_POSE = re.compile(
    r"\b(?:(?:[A-Z][\w'’-]*[ -]){1,4}(?:Pose|Posture))\b"
    rf"|\b(?:(?:[A-Z][{_LETTERS}]++ ){{0,4}}[A-ZĀŚŪ][{_LETTERS}]+(?:asana|āsana))\b"
)
_NO_NAME = pattern(r"(?:{poses.no_name}[ -])+(?:pose|posture)")
#: A word before a name that makes another pose of it.
_MODIFIER = pattern(r"\b{poses.modifiers}[ -]\Z")
_KNOWN_BY = pattern(r"{poses.known_by}[ -]\w")
_ANY_POSE = pattern(r"\b{poses.determiners}[ -](?:{poses.describing} )?(?:pose|posture|asana)\b")
#: What names no pose: tags, the bare word for poses, and what one is for another.
_NO_WORDS = re.compile(r"[#@]|\A(?:yoga )?asanas?\Z|\bcounter[ -]?(?:pose|posture|asana)", re.I)
_SANSKRIT = re.compile(r"(?:asana|āsana|stand|[\u0900-\u097f])", re.I)
_ENDS_LIKE_NAME = pattern(r"(?:{poses.endings}|[\u0900-\u097f])$")
_LOOKS_LIKE_NAME = pattern(r"\b(?:{poses.endings}|{poses.more_endings})$")
_POSE_WORD = re.compile(r"(?:asana|āsana|mudra|pose|posture)\b", re.I)
_POSE_FOLLOWS = re.compile(r"[^\w,;.]{0,2}(?:pose|posture|asana|position)\b", re.I)
#: Words with nothing between them that parts two names.
_ONE_NAME = re.compile(r"\w+(?:(?:[ \u00a0-]{1,2}| ?\n)\w+)*")
_WORD = re.compile(r"[^\W\d_]\w+")
#: How kinds of poses end, and the names of the poses that a number tells apart.
_KINDS = re.compile(r"\b(?:poses|postures|asanas)$", re.I)
_NUMBERED = re.compile(r"\w[ \u00a0](?:I{1,3}|IV)$")
_FORWARD_BEND = re.compile(r"\bForward Bend\b")
#: Roman numbers at the end of names, in figures and in words.
_NUMBERS = {"I": ("1", "one"), "II": ("2", "two"), "III": ("3", "three"), "IV": ("4", "four")}
_OUTER_MARKS = re.compile(r"^\W+|\W+$")
_HALVES = re.compile(r"\s+[-–—|/]\s+|\s*[(\[]\s*|\s*[)\]]\s*")


@dataclass(frozen=True, slots=True)
class PoseMention:
    """A pose in a text."""

    term: Term
    span: Span


class PoseFinder:
    """Finds the poses that a text names; keeps what it found, since many rules ask."""

    def __init__(self, names: PoseNames) -> None:
        self.names = names
        self._matcher = _matcher(names)
        self._resolved: dict[str, Term | None] = {}
        self._mentions: dict[tuple[str, Span], list[PoseMention]] = {}
        #: Of each text, where registered names start and end, with the poses that they name; and where they start.
        self._named: dict[str, tuple[list[tuple[int, int, tuple[str, ...]]], list[int]]] = {}

    def term(self, iri: str) -> Term:
        """Return a registered pose as a term."""
        return Term(iri, self.names.labels(iri), "PoseSequence" if self.names.is_sequence(iri) else "Pose")

    def as_written(self, name: str) -> Term | None:
        """Return the pose of a name that is written as the register has it, or None."""
        iri = self.names.whole(self.names.lookup(name))
        return self.term(iri) if iri else None

    def means_several(self, name: str) -> bool:
        """Say whether a name as the register has it means several poses, none of which all others are forms of."""
        found = self.names.lookup(name)
        return len(found) > 1 and self.names.whole(found) is None

    def resolve(self, name: str) -> Term | None:
        """Return the pose that words name as a whole, or None."""
        if name not in self._resolved:
            iri = self.names.named(name) if _may_be_name(name) else None
            self._resolved[name] = self.term(iri) if iri else None
        return self._resolved[name]

    def find(self, text: str, span: Span) -> list[PoseMention]:
        """Find the poses named in a run of text; two names of one pose side by side are one mention."""
        if (text, span) not in self._mentions:
            known = list(self._known(text, span))
            spells = _HAS_ASANA.search(text, span.start, span.end) is not None
            if not known and not spells:
                return []
            spelled = list(self._spelled(text, span, known)) if spells else []
            starts = [mention.span.start for mention in spelled]
            before = ((mention, bisect_left(starts, mention.span.end)) for mention in known)
            kept = [one for one, at in before if not at or spelled[at - 1].span.end <= one.span.start]
            found = sorted((*kept, *spelled), key=lambda mention: mention.span)
            self._mentions[text, span] = _merged(text, found)
        return self._mentions[text, span]

    def _known(self, text: str, span: Span) -> Iterator[PoseMention]:
        """Find registered names that mean one pose."""
        for first, last, iris in self._named_in(text, span):
            name, iri = Span(first, last), self.names.whole(iris)
            if iri is not None and _stands_as_name(text, name):
                yield self._modified(text, span, name) or PoseMention(self.term(iri), name)

    def shared_names(self, text: str, span: Span) -> Iterator[tuple[PoseMention, tuple[str, ...]]]:
        """Find Sanskrit names that several poses bear; each makes a pose of its own, beside those that it may mean."""
        if _HAS_ASANA.search(text, span.start, span.end) is None:
            return  # no Sanskrit name
        written = [
            (token.start, token.end) for token in tokenize(text, span.start, span.end) if _ASANA.search(token.text)
        ]
        registered = [(first, last) for first, last, _ in self._named_in(text, span)]
        for first, last in sorted({*registered, *written}):
            run = text[first:last]
            iris = self.names.lookup(run)
            if (
                len(iris) > 1
                and self.names.whole(iris) is None
                and _ASANA.search(run.split()[-1])
                and (made := self.unknown(run))
            ):
                yield PoseMention(made, Span(first, last)), iris

    def _modified(self, text: str, span: Span, name: Span) -> PoseMention | None:
        """Return the pose that a word before a name makes of it, if the register has it: "reversed tabletop"."""
        before = _MODIFIER.search(text, max(span.start, name.start - 20), name.start)
        term = self.resolve(text[before.start() : name.end]) if before else None
        return PoseMention(term, Span(before.start(), name.end)) if before and term else None

    def _named_in(self, text: str, span: Span) -> Sequence[tuple[int, int, tuple[str, ...]]]:
        """Find the registered names in a run; the whole text is searched once, as many rules ask for its runs."""
        if text not in self._named:
            found = self._matcher.find_in(text)
            self._named[text] = (found, [first for first, _, _ in found])
        named, firsts = self._named[text]
        one, other = bisect_left(firsts, span.start), bisect_left(firsts, span.end)
        goes_over = (one and named[one - 1][1] > span.start) or (other and named[other - 1][1] > span.end)
        if not goes_over and cuts_no_word(text, span.start) and cuts_no_word(text, span.end):
            return named[one:other]
        run = self._matcher.find_in(text[span.start : span.end])
        return [(span.start + first, span.start + last, iris) for first, last, iris in run]

    def _spelled(self, text: str, span: Span, known: Sequence[PoseMention]) -> Iterator[PoseMention]:
        """Find names in spellings that the register lacks, by their ending -asana.

        The last word of such a name may be a registered name of another pose: "Chaturanga Dandasana".
        """
        tokens = tokenize(text, span.start, span.end)
        starts = [token.start for token in tokens]
        firsts = {
            place: first
            for first, last in ((bisect_left(starts, place) for place in (m.span.start, m.span.end)) for m in known)
            for place in range(first, last)
        }
        end = 0
        for index, token in enumerate(tokens):
            if len(token.text) < 6 or token.norm == "asana" or not _ASANA.search(token.text):
                continue
            for first in range(max(end, index - _REACH), firsts.get(index, index + 1)):
                run = text[tokens[first].start : token.end]
                if tokens[first].norm in _SMALL or firsts.get(first, first) != first or not _ONE_NAME.fullmatch(run):
                    continue
                if not all(map(_is_latin, tokens[first : index + 1])):
                    continue
                if (term := self.resolve(" ".join(run.split()))) is not None:
                    end = index + 1
                    yield PoseMention(term, Span(tokens[first].start, token.end))
                    break

    def unknown(self, name: str) -> Term | None:
        """Make a pose of a name that the register lacks, if the words look like one."""
        halves = [half.strip() for half in _HALVES.split(_OUTER_MARKS.sub("", name)) if half.strip()]
        spoken = halves[0].split() if halves else []
        if not 0 < len(spoken) <= 7:
            return None
        if len(spoken) == 1 and not _HAS_ASANA.search(halves[0]):
            return None  # "Bend", "Stretch"
        if _ANY_POSE.search(halves[0]) or _NO_WORDS.search(halves[0]):
            return None  # "vary the pose", "after any asana", "#21DaysOfAsana"
        if not (_LOOKS_LIKE_NAME.search(halves[0]) or any(_ASANA.search(half) for half in halves)):
            return None
        titled = all(word[0].isupper() or word.casefold() in _SMALL or not word[0].isalpha() for word in spoken)
        if not titled and len(halves) == 1 and len(spoken) > 4:
            return None
        return Term(PREFIXES["pose"] + slug(halves[0]), tuple(dict.fromkeys(halves)), "Pose", minted=True)

    def titled(self, title: str) -> Term | None:
        """Make a pose of the name in a title that the register lacks."""
        match = _TITLE_POSE.search(title)
        return self.unknown(match.group()) if match and not _NO_NAME.fullmatch(match.group()) else None


def _may_be_name(line: str) -> bool:
    """Say whether a line may name a pose at all: it is short, and no sentence without any word for a pose."""
    spoken = line.casefold().split()
    return len(spoken) <= _LONGEST and (_SENTENCE_WORDS.isdisjoint(spoken) or _POSE_WORD.search(line) is not None)


def _is_latin(token: Token) -> bool:
    return token.text[0].isupper() or token.text[0].islower()


def _stands_as_name(text: str, span: Span) -> bool:
    """Tell a name from common words: "bridge", "plank", "cat" are poses only with a capital or "pose" after them."""
    run = text[span.start : span.end]
    if "," in run or (_KINDS.search(run) and run.split()[-1].islower()):
        return False  # "improve balance, posture and focus", "like all balance postures"
    if run.islower() and _DESCRIBES.match(run) and _INDEFINITE.search(text, max(0, span.start - 12), span.start):
        return False  # "choose an easy pose", "a powerful pose"
    if _NUMBERED.search(run):
        return True
    if _ENDS_LIKE_NAME.search(run.removesuffix("s")):
        named = run[0].isupper() or _SANSKRIT.search(run) is not None or _has_several_words(run)
        return named or _POSE_FOLLOWS.match(text[span.end : span.end + 10]) is not None  # "the plank position"
    if run.islower() and run in _PARTS:
        return False  # "keep a neutral neck position"
    if _POSE_FOLLOWS.match(text[span.end : span.end + 10]) or _KNOWN_BY.match(run):
        return True
    if run.casefold() in _ADVERBS | _ADJECTIVES or _LIMBS_FOLLOW.match(text, span.end):
        return False  # "Why I Fell Back in Love with …"
    if run.isupper() and _is_shouted(text, span):
        return False  # "WHEN IT IS EASY"
    main = [word for word in _WORD.findall(run) if word.casefold() not in _SMALL]
    if len(main) > 1 and main[0].casefold() in _FORMS:
        main = main[1:]  # "a supported Bridge"
    capitals = bool(main) and all(word[0].isupper() for word in main)
    return capitals and (not _opens_sentence(text, span.start) or _has_several_words(run))


def _is_shouted(text: str, span: Span) -> bool:
    """Say whether a word in capitals only stands among others, where they mark no name."""
    before = text[max(0, span.start - 20) : span.start].split()[-1:]
    return any(len(word) > 1 and word.isupper() for word in before)


def _has_several_words(run: str) -> bool:
    return len(tokenize(run)) > 1


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 40) : start].rstrip(" \t\"'“‘(*_#")
    return not before or before[-1] in ".!?:\n•-–"


def _merged(text: str, found: Sequence[PoseMention]) -> list[PoseMention]:
    """Join names of one pose that only marks or words such as "also known as" part."""
    merged: list[PoseMention] = []
    for mention in found:
        last = merged[-1] if merged else None
        if last and last.term.iri == mention.term.iri and _joins(text[last.span.end : mention.span.start].strip()):
            merged[-1] = PoseMention(mention.term, Span(last.span.start, mention.span.end))
        else:
            merged.append(mention)
    return merged


def _joins(between: str) -> bool:
    return len(between) <= 12 and all(part.casefold() in _JOINERS or not part[0].isalnum() for part in between.split())


@cache
def _matcher(names: PoseNames) -> PhraseMatcher[str]:
    return PhraseMatcher((form, iri) for iri in names for label in names.labels(iri) for form in _forms(label))


def _forms(label: str) -> Iterator[str]:
    """Yield a name with its number written in each way, as bend and as fold, with and without "pose" and the like."""
    for name in (label, *_numbered(label), *_folded(label)):
        yield name
        key = fold(name)
        for ending in (" pose", " posture", " asana"):
            if not key.endswith(ending):
                yield name + ending
            else:
                yield key.removesuffix(ending)


def _folded(label: str) -> Iterator[str]:
    """Yield the name of a forward bend as that of a forward fold."""
    if _FORWARD_BEND.search(label):
        yield _FORWARD_BEND.sub("Forward Fold", label)


def _numbered(label: str) -> Iterator[str]:
    """Yield a name that ends in a Roman number with the number in figures and in words."""
    stem, _, number = label.rpartition(" ")
    for form in _NUMBERS.get(number, ()) if stem else ():
        yield f"{stem} {form}"
