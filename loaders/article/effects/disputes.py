"""Effects that are only reported, and not believed: "The claim that it cures gout is not supported by any trial"."""

from __future__ import annotations

from yogakg.loaders.article.recognition.mentions import Sentence
from yogakg.loaders.article.recognition.words import pattern, words

#: Nouns and verbs by which it is reported what a pose does.
_REPORTS = words("effect_words.reports")
_REPORTING = pattern(r"\b(?:{effect_words.reports}|{effect_words.reporting})\b")
_DOUBTS = pattern(r"\b{effect_words.doubts}\b")
#: What makes a report that opens a sentence the author's own: "The claim that it cures gout is well founded".
_UPHELD = pattern(r"\b(?:is|are|was|were|has been|have been)(?: \w+)? {effect_words.upheld}\b")
#: Words between a noun of reporting and what is reported.
_THAT = frozenset({"that", "about"})
#: Endings of what describes it, and not of who claims it: "The institute claims that …".
_ADJECTIVAL = ("ed", "al", "ar", "ic", "on", "ld")
#: Units at the head of a sentence, one of which may be such a noun: "The often repeated idea that …".
_OPENING_REACH = 5


def is_disputed(sentence: Sentence, index: int) -> bool:
    """Say whether an effect is told by others, and doubted or only reported.

    "Some say that it cures gout, which I doubt", "Claims that it melts fat are everywhere", "There is no evidence that
    it cures gout"; but "It eases gout, though there is no evidence that it cures it" tells one, and doubts the other.
    """
    before, after = sentence.before(index), sentence.units[index].end - sentence.span.start
    if any(before[doubt.end() :].split()[:1] == ["that"] for doubt in _DOUBTS.finditer(before)):
        return True
    if not _REPORTING.search(before):
        return False
    if _DOUBTS.search(sentence.text, after):
        return True
    reported = (place for place in sentence.worded(_REPORTS) if place < index)
    return any(_opens(sentence, place) for place in reported) and not _UPHELD.search(sentence.text, after)


def _opens(sentence: Sentence, index: int) -> bool:
    """Say whether a sentence is about a report: "Claims that …", "The old idea that …", "The stories about …"."""
    units = sentence.units
    opening = units[:index]
    noun = units[index].norm in _REPORTS and all(unit.is_word and not unit.joins for unit in opening)
    described = all(unit.cue("glue.determiners") or unit.text.endswith(_ADJECTIVAL) for unit in opening[-1:])
    linked = any(unit.norm in _THAT for unit in units[index + 1 : index + 2])
    return index < _OPENING_REACH and noun and described and linked
