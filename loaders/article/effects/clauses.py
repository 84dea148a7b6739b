"""What stands around the phrases that tell an effect: lists before a verb, ends of phrases, orders, warnings."""

from __future__ import annotations

from collections.abc import Sequence

from yogakg.loaders.article.context import Passage, Reader
from yogakg.loaders.article.coordination import CONDITION, Phrase
from yogakg.loaders.article.recognition.mentions import Sentence, Unit
from yogakg.loaders.article.recognition.words import words

_TELLING = words("sections.telling_effects")
_BEFORE_GAINING = words("effect_words.before_gaining")
_IMPERATIVES = words("imperative.verbs")
_CLAUSE_WORDS = words("effect_words.clause_words")
_STRETCH_ADJECTIVES = words("effect_words.stretch_adjectives")
_ADVERBS = words("effect_words.adverbs_of_degree")
#: Words after what a day leaves: "the tension of the day melts away".
_OF_TODAY = ["of", "the", "day"]
#: Verbs before a participle or what is gained, whose subject is one thing.
_OF_ONE = words("effect_words.auxiliaries_of_one")
_OF_MANY = words("effect_words.auxiliaries_of_many")
_REASONS = frozenset({"because", "since"})
#: Words before the cause of a condition.
DUE_TO = "due to"
#: Words by which something is added.
_ALSO = words("effect_words.adding")
#: Words that open a clause in which others do the same, and the verbs after them: "so do", "as does".
_LIKEWISE = frozenset({"so", "as"})
_DO = words("effect_words.doing_likewise")
#: Verbs before what somebody or a region is given.
GIVING = words("effect_words.giving")
#: Marks between a name and what explains it, or what it is made of.
SUMMING_UP = frozenset({":", "–", "—", "-"})
UP_AND_DOWN = frozenset({"up", "down"})
UPON = frozenset({"on", "upon"})


def tells_effects(passage: Passage) -> bool:
    """Say whether a passage stands under a heading of effects, or among them, where a bare verb or name tells one."""
    return passage.section in _TELLING or passage.among_effects


def ends_phrase(sentence: Sentence, index: int, *but: str) -> bool:
    """Say whether a noun phrase ends before a unit, and is no part of a longer one; some words may not follow."""
    following = sentence.units[index] if index < len(sentence.units) else None
    if following is None or not following.is_word:
        return True
    ends = following.joins or following.cue("glue.prepositions") or following.norm in _CLAUSE_WORDS
    return bool(ends) and following.norm not in but


def ends_clause(sentence: Sentence, index: int) -> bool:
    """Say whether a verb before a unit has no object, as its clause ends there: "the chest opens up"."""
    following = sentence.units[index] if index < len(sentence.units) else None
    if following is None or not following.is_word or is_adverb(following):
        return True
    if following.norm in _CLAUSE_WORDS or following.norm in _ALSO:
        return True
    if " ".join(unit.norm for unit in sentence.units[index : index + 2]) in _ALSO:
        return True  # "the chest opens as well"
    return following.joins or following.norm in UP_AND_DOWN


def begins_clause(sentence: Sentence, phrase: Phrase) -> bool:
    """Say whether what ends a list is the subject of a clause after "and".

    "Massages the belly and the liver gets …", "stretches the calves and the hips are …"; but in "the calves and hips
    are …" both may be.
    """
    units, opening = sentence.units, phrase.first
    while opening > 1 and units[opening - 1].cue("glue.determiners"):
        opening -= 1
    linked = opening - int(opening > 1 and units[opening - 1].norm in _ALSO)  # "and also the heart is …"
    joined = linked > 0 and units[linked - 1].joins and units[linked - 1].norm != ","
    verbs = _OF_ONE | (_OF_MANY if opening < phrase.first or units[opening].cue("glue.determiners") else set())
    return joined and any(unit.text.casefold() in verbs for unit in units[phrase.last : phrase.last + 1])


def list_before(sentence: Sentence, stop: int, reader: Reader, *families: str) -> list[Phrase]:
    """Return the list of conditions, or of other families, that ends before a unit: the longest one.

    What is only the cause of others is none of them: "headaches due to stress".
    """
    for start in range(max(0, stop - 20), stop):
        phrases, after = reader.phrases(sentence, start, *(families or (CONDITION,)), stop=stop)
        if phrases and after >= stop and start and sentence.units[start - 1].norm == DUE_TO:
            return list_before(sentence, start - 1, reader, *families)
        if phrases and after >= stop:
            return phrases
    return []


def subjects_before(sentence: Sentence, stop: int, reader: Reader, *families: str) -> list[Phrase]:
    """Return the subjects of a verb: "back pain and sciatica often ease", "concentration in meditation improves"."""
    units = sentence.units
    if [unit.norm for unit in units[max(0, stop - len(_OF_TODAY)) : stop]] == _OF_TODAY:
        stop -= len(_OF_TODAY)
    while stop > 1 and (units[stop - 1].norm in _BEFORE_GAINING or is_adverb(units[stop - 1])):
        stop -= 1
    phrases = list_before(sentence, stop, reader, *families)
    opening = phrases[0].first if phrases else 0
    before = units[opening - 1] if opening > 1 else None
    if opening and units[opening - 1].cue("effect") and units[phrases[-1].first - 1].joins:
        return phrases[-1:]  # "improves balance and stress goes down"
    linked = before is not None and (before.cue("glue.prepositions") or before.cue("introducers", "conditional"))
    if linked and units[opening - 2].entry(*families):
        return list_before(sentence, opening - 1, reader, *families)
    return phrases


def added_behind(sentence: Sentence, index: int, reader: Reader, *families: str) -> list[Phrase]:
    """Return what a clause adds behind its verb: "the arms get strong, and the wrists", "…, the neck too"."""
    units = sentence.units
    start = index
    while start < len(units) and (units[start].joins or units[start].norm in _ALSO):
        start += 1
    if [unit.norm in _LIKEWISE for unit in units[start : start + 1]] == [True]:
        following = units[start + 1 : start + 2]
        start += 2 if any(unit.text.casefold() in _DO for unit in following) else 0  # "…, and so do the wrists"
    phrases, after = reader.phrases(sentence, start, *families) if start > index else ([], start)
    stop = after
    while stop < len(units) and (units[stop].norm in _ALSO or units[stop].cue("glue.and")):
        stop += 1
    adds = stop > after or any(unit.norm != "," for unit in units[index:start])
    ends = stop >= len(units) or not (units[stop].is_word or units[stop].joins)
    return phrases if adds and ends else []


def past_determiners(sentence: Sentence, index: int) -> int:
    """Return the place after the determiners that stand at a place, or the same place."""
    while index < len(sentence.units) and sentence.units[index].cue("glue.determiners"):
        index += 1
    return index


def describes(unit: Unit) -> bool:
    """Say whether a unit stands before a noun that tells an effect: "the", "a gentle", "an intense"."""
    return bool(unit.cue("glue.determiners") or unit.cue("glue.adjectives") or unit.norm in _STRETCH_ADJECTIVES)


def gives(sentence: Sentence, index: int) -> bool:
    """Say whether a verb of giving may end before a place: "gives vertical stretch"."""
    return any(unit.text.casefold() in GIVING for unit in sentence.units[max(0, index - 1) : index + 1])


def opens_with_reason(sentence: Sentence) -> bool:
    """Say whether a sentence opens with a reason: "Because the hamstrings are long, …"."""
    return sentence.units[0].norm in _REASONS


def is_warned(sentence: Sentence, index: int) -> bool:
    """Say whether a phrase of effect is what somebody is warned of: "should not be used in …"."""
    return any(unit.cue("advice", "avoid") for unit in sentence.units[max(0, index - 3) : index])


def is_adverb(unit: Unit) -> bool:
    """Say whether a unit is an adverb that may stand before a verb: "can properly relieve"."""
    return unit.norm in _ADVERBS or (unit.is_plain and unit.norm.endswith("ly"))


def is_noun_use(sentence: Sentence, index: int) -> bool:
    """Say whether a word that is verb and name ("balance", "focus") stands as a name: no object follows."""
    if not sentence.units[index].entries:
        return False
    following = sentence.units[index + 1] if index + 1 < len(sentence.units) else None
    return following is None or not (following.cue("glue.determiners") or following.entries)


def is_mere_pair(sentence: Sentence, phrases: Sequence[Phrase]) -> bool:
    """Say whether nothing but a comma stands between two phrases, which are then no list: "… the calf, the ankle …"."""
    between = sentence.units[phrases[0].last : phrases[1].first] if len(phrases) == 2 else ()
    return bool(between) and all(unit.norm == "," for unit in between)


def orders(unit: Unit) -> bool:
    """Say whether a unit tells the reader what to do: "Press …" or "Place the …", and not "Presses …"."""
    word = unit.text.casefold().partition(" ")[0]
    inflected = word.endswith("ing") or (word.endswith("s") and not word.endswith("ss"))
    told = unit.cue("imperative") is not None or (unit.cue("advice", "modify") is not None and word in _IMPERATIVES)
    return told and not unit.entries and not inflected
