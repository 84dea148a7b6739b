"""The cue phrases of articles, read from the tables of ``cues`` and turned into matchers."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from functools import cache

from yogakg.lexicon import Lexicon, PhraseMatcher, Token, Words, fold, tokens_of
from yogakg.loaders.article.recognition.spaces import has_lost_blanks, part
from yogakg.loaders.article.recognition.words import group, words

#: Groups of the table whose lists are the values of one role, and those whose every list is a role of its own.
_ROLES = ("advice", "introducers", "qualifiers", "better", "hedges", "causes", "imperative", "fixed")
_ROLES_EACH = ("negation", "glue", "stretch_noun")


#: The form of an advice that leaves out the whole practice, whatever follows it.
WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase with a role in a sentence.

    ``role`` is its group in the file; ``value`` the class within it, such as the property that a
    verb expresses; ``form`` the inflection of a verb: base, ed or ing (-s folds to the base), or ``WHOLE``
    of an advice that means the whole practice; and ``base`` its words as the file has them.
    """

    role: str
    value: str
    form: str = "base"
    base: str = ""


class Cues:
    """All cues, as one matcher over tokens, and the headings as another."""

    def __init__(self) -> None:
        self.matcher = PhraseMatcher(_phrases(), words("matching.passing"))
        self.headings: PhraseMatcher[str] = PhraseMatcher(
            (phrase, section) for section, phrases in group("headings").items() for phrase in phrases
        )
        #: Words that may be parts of a word that lost its blanks; empty where texts keep their blanks.
        self.known: frozenset[str] = frozenset()

    def for_text(self, text: str, lexicon: Lexicon) -> Cues:
        """Return the cues for one text; if it lost blanks, its tokens are parted into known words."""
        if not has_lost_blanks(text):
            return self
        cues = copy(self)
        cues.known = known_words(self, lexicon)
        return cues

    def tokenize(self, text: str, start: int = 0, end: int | None = None) -> list[Token]:
        """Split a run of text into tokens."""
        return list(self.tokens_of(text, start, end))

    def words_of(self, text: str) -> Words:
        """Split a text into its words."""
        if not self.known:
            return Words.of(text)
        tokens = [(token.text, token.norm, token.start) for token in self.tokens_of(text)]
        return Words(*zip(*tokens, strict=True)) if tokens else Words((), (), ())

    def tokens_of(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
        """Go through the tokens of a run of text."""
        tokens = tokens_of(text, start, end)
        return part(tokens, self.known) if self.known else tokens


@cache
def shipped() -> Cues:
    """Return the cues that come with the package."""
    return Cues()


def _phrases() -> Iterator[tuple[str, Cue]]:
    for prop, verbs in group("effects").items():
        for verb in verbs:
            for phrase, form in _inflect(verb):
                yield phrase, Cue("effect", prop, form, verb)
    yield from _told_otherwise()
    for prop, adjectives in group("effects_on").items():
        for phrase in (f"{adjective} {noun}" for adjective in adjectives for noun in words("effect_nouns.phrases")):
            yield phrase, Cue("effect", prop, "base", phrase)
    for role in _ROLES:
        for value, phrases in group(role).items():
            cue = Cue(role, "avoid", WHOLE) if value == "exclude" else Cue(role, value)
            yield from ((phrase, cue) for phrase in phrases)
    for role in _ROLES_EACH:
        for value, phrases in group(role).items():
            for phrase in phrases:
                yield phrase, Cue(f"{role}.{value}", value)


def _told_otherwise() -> Iterator[tuple[str, Cue]]:
    """Give phrases that are a cue of advice or of a reason, and hold a verb of effect as well: "brings the"."""
    verbs = {verb: prop for prop, members in group("effects").items() for verb in members}
    for phrase in (*group("advice")["modify"], *group("causes")["phrases"]):
        first, _, second = phrase.partition(" ")
        if first in verbs and second in {"the", "your"}:
            yield phrase, Cue("effect", verbs[first], "base", first)
        elif first == "to" and second in verbs:
            yield phrase, Cue("effect", verbs[second], "base", second)


def _inflect(phrase: str) -> Iterator[tuple[str, str]]:
    """Give the base, past and -ing form of a verb phrase; its first word carries the ending."""
    irregular: dict[str, dict[str, str]] = group("verb_forms")
    verb, blank, rest = phrase.partition(" ")
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
    past = f"{verb[:-1]}ied" if verb.endswith("y") and verb[-2] not in "aeiou" else f"{stem}ed"
    yield phrase, "base"
    yield irregular["ed"].get(phrase, f"{past}{blank}{rest}"), "ed"
    yield irregular["ing"].get(phrase, f"{stem}ing{blank}{rest}"), "ing"


@cache
def known_words(cues: Cues, lexicon: Lexicon) -> frozenset[str]:
    """Return the words of the vocabulary, the cues and the headings, folded."""
    named = (fold(name) for entry in lexicon for name in (*entry.labels, *entry.hidden))
    known = {
        word for phrase in (*named, *cues.matcher.phrases(), *cues.headings.phrases()) for word in phrase.split()
    } | words("spaces.frequent")
    return frozenset(word for word in known if len(word) > 1 or word == "a")
