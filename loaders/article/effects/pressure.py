"""What is done to regions by weight and touch: "a massage of the belly", "gentle pressure is put on the liver"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from yogakg.facts import Claim
from yogakg.lexicon import Entry
from yogakg.loaders.article.context import Passage, Reader, rule
from yogakg.loaders.article.coordination import REGION
from yogakg.loaders.article.effects.clauses import (
    GIVING,
    UPON,
    describes,
    ends_phrase,
    gives,
    past_determiners,
    tells_effects,
)
from yogakg.loaders.article.effects.properties import ORGANS
from yogakg.loaders.article.recognition.grounding import term_of
from yogakg.loaders.article.recognition.mentions import Sentence, Unit
from yogakg.loaders.article.recognition.words import mapping, words

_AUXILIARIES = words("effect_words.auxiliaries")
_PRESSURES = mapping("effect_words.pressures")
_PRESSURE_LINKS = words("effect_words.pressure_links")
_POSES = words("attribute_words.pose_nouns")
_PRESSURE = "pressure"
#: Nouns of what is done to a region by which something gets better, and words before them.
_DONE_BY = words("effect_words.done_by_compression")
_BY = frozenset({"through", "by", "via", "with"})
_PUTTING = words("effect_words.putting")
_EXERCISES = words("effect_words.exercises")
_PUT_ON = words("effect_words.put_on")
_COMING = words("effect_words.coming_or_falling")
#: Units of "is put on".
_PUT_REACH = 3
#: Words that open a clause of condition or time.
_ON_CONDITION = frozenset({"if", "when", "that", "until", "once"})
#: Adjectives of place that are also verbs of effect: "the lower digestive organs".
_ADJECTIVES_OF_PLACE = frozenset({"lower", "upper"})
#: Units between what is done to a region and the effect of that.
_EFFECTIVE_REACH = 9


@rule("compresses", "massages", "strengthens")
def pressure_noun(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """What is done to regions, as a noun: "the gentle compression of the abdomen aids digestion"."""
    sentence = passage.sentence
    for index in sentence.worded(_PRESSURES.keys()):
        units = sentence.units
        if not (tells_effects(passage) or _is_effective(sentence, index) or _is_massage_given(sentence, index)):
            continue
        before = units[index - 1] if index else None
        if region := _pressed_before(sentence, index, reader):
            yield pressure_noun.relation(passage, _PRESSURES[units[index].norm], term_of(region))
        wanted = before is None or before.joins or describes(before) or before.cue("better") is not None
        wanted = wanted or _is_given(units, index)
        harms = any(unit.cue("effect", "relieves") or unit.cue("causes") for unit in units[:index])
        if not wanted or harms or index + 1 >= len(units) or reader.is_negated(sentence, index):
            continue
        if units[index].norm == _PRESSURE and not any(
            unit.norm in _PUTTING for unit in units[max(0, index - 4) : index]
        ):
            continue  # "puts gentle pressure on the belly"
        if units[index].norm in _EXERCISES and not gives(sentence, index - 2):
            continue  # "gives good exercise to the arms"; "a good exercise for the arms" says nothing
        place = index + 1
        while place + 1 < len(units) and units[place].joins and units[place + 1].norm in _PRESSURES:
            place += 2
        if place < len(units) and units[place].norm in _PRESSURE_LINKS:
            for phrase in reader.phrases(sentence, place + 1, REGION)[0]:
                yield pressure_noun.relation(passage, _PRESSURES[units[index].norm], phrase.term)


@rule("compresses")
def pressure_put(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """Regions on which pressure is put: "gentle pressure is put on the belly"; in prose, organs alone."""
    sentence, units = passage.sentence, passage.sentence.units
    for index in sentence.worded({_PRESSURE}):
        start = _past_putting(sentence, index + 1, telling=tells_effects(passage))
        if start is None or reader.is_negated(sentence, index):
            continue
        if any(unit.norm in _ON_CONDITION for unit in units[:index]):
            continue
        place = past_determiners(sentence, start)
        placed = place < len(units) and units[place].norm in _ADJECTIVES_OF_PLACE
        phrases, _ = reader.phrases(sentence, place + 1 if placed else start, REGION)
        glossed = phrases[-1].last if phrases else len(units)
        if glossed < len(units) and units[glossed].norm == "(":
            phrases += reader.phrases(sentence, glossed + 1, REGION)[0]  # "the organs of digestion (liver and stomach)"
        for phrase in phrases:
            if tells_effects(passage) or phrase.term.kind in ORGANS:
                yield pressure_put.relation(passage, "compresses", phrase.term)


def _is_massage_given(sentence: Sentence, index: int) -> bool:
    """Say whether the pose is told to give a massage, wherever that stands: "this gives a good massage to the back"."""
    place = index - 1
    while place > 0 and (describes(sentence.units[place]) or sentence.units[place].joins):
        place -= 1
    verb = sentence.units[place].text.casefold() if place > 0 else ""
    by_pose = any(unit.norm in {"it", "this", "that", "which"} | _POSES for unit in sentence.units[:place])
    given = verb in GIVING and verb.endswith(("s", "ing")) and by_pose
    return given and _PRESSURES[sentence.units[index].norm] == "massages"


def _is_given(units: Sequence[Unit], index: int) -> bool:
    """Say whether a noun without a determiner is what a pose gives, or is for: "gives massage to", "for massage of"."""
    before = units[index - 1].text.casefold()
    return before in GIVING or (before == "for" and _PRESSURES[units[index].norm] == "massages")


def _pressed_before(sentence: Sentence, index: int, reader: Reader) -> Entry | None:
    """Return the region that is named before what is done to it: "aids digestion through abdominal compression"."""
    units = sentence.units
    if index < 2 or units[index].norm not in _DONE_BY or units[index - 2].norm not in _BY:
        return None
    before = units[index - 1]
    region = reader.grounder.region_of_adjective(before.norm) or before.entry(REGION)
    helps = any(unit.cue("effect") or unit.cue("better") for unit in units[: index - 2])
    return region if helps and ends_phrase(sentence, index + 1) else None


def _past_putting(sentence: Sentence, index: int, *, telling: bool) -> int | None:
    """Return the place after "is put on" or "that comes on", or None if nothing of the kind stands at a place."""
    rest = [unit.norm for unit in sentence.units[index : index + _PUT_REACH]]
    upon = UPON | {"to"} if telling else UPON  # while one breathes, pressure may be applied to something else
    put = len(rest) == _PUT_REACH and rest[0] in _AUXILIARIES and rest[1] in _PUT_ON and rest[2] in upon
    which = int(rest[:1] in (["which"], ["that"]))
    comes = len(rest) > which + 1 and rest[which] in _COMING and rest[which + 1] in UPON
    return index + _PUT_REACH if put else (index + which + 2 if comes else None)


def _is_effective(sentence: Sentence, index: int) -> bool:
    """Say whether what is done to a region opens a sentence that tells an effect: "The massage of the belly aids …"."""
    opening = [unit for unit in sentence.units[:index] if unit.is_word]
    others = any(not (describes(unit) or unit.cue("better")) for unit in opening)
    return not others and any(unit.cue("effect") for unit in sentence.units[index + 1 : index + _EFFECTIVE_REACH])
