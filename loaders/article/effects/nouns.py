"""Effects told by nouns: "a stretch for the hips", "a wrist strengthener", "a mood booster"."""

from __future__ import annotations

from collections.abc import Iterator, Set
from itertools import pairwise

from yogakg.facts import Claim, Term
from yogakg.lexicon import Entry
from yogakg.loaders.article.context import Passage, Reader, rule
from yogakg.loaders.article.coordination import GOOD, REGION, Phrase
from yogakg.loaders.article.effects.clauses import (
    UP_AND_DOWN,
    describes,
    ends_phrase,
    gives,
    list_before,
    tells_effects,
)
from yogakg.loaders.article.recognition.grounding import term_of
from yogakg.loaders.article.recognition.mentions import Sentence, Unit
from yogakg.loaders.article.recognition.words import mapping, words

_KINDS = words("attribute_words.kind_sections")
_DOERS = mapping("effect_words.doers")
_FIGURATIVE = words("effect_words.figurative")
_OPENERS = words("effect_words.openers")
_DONE_TO_REGIONS = _OPENERS | {"stretch"}
_STRETCH_LINKS = words("effect_words.stretch_links")
_FELT = words("effect_words.felt")
_POSES = words("attribute_words.pose_nouns")
#: Units between a determiner and a stretch: "an excellent lateral stretch".
_ADJECTIVES_REACH = 4
#: How a sensation is said to be no reason to stop.
_COPULAS = frozenset({"is", "are", "feels"})
_ALLOWED = words("effect_words.allowed_sensations")
_DAYS = frozenset({"day", "week", "minute", "min"})
_IMPROVERS = mapping("effect_words.improvers")
_OPENING_OF = "opening of "


@rule("opens", "stretches")
def stretch_noun(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """A stretch of regions: "the stretch continues via the calves", "a deep stretch for the hips", "a hip opener"."""
    for reads in (_openers, _openings_of, _stretches):
        for place, prop, term in reads(passage, reader):
            hedged = reader.is_hedged(passage.sentence, place)
            yield stretch_noun.relation(passage, prop, term, hedged=hedged)


@rule(*sorted(set(_DOERS.values())))
def doer_noun(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """What a pose is to regions before it: "a powerful arm and wrist strengthener"."""
    sentence = passage.sentence
    for index in sentence.worded(_DOERS.keys()):
        if any(unit.norm in _DAYS for unit in sentence.units[:index]) and not tells_effects(passage):
            continue  # "7 day core strengthener", a course
        is_noun = not sentence.units[index].norm.endswith("ing") or _only_names_doing(passage, index)
        if is_noun and not reader.is_negated(sentence, index):
            for phrase in list_before(sentence, index, reader, REGION):
                yield doer_noun.relation(passage, _DOERS[sentence.units[index].norm], phrase.term)


@rule("strengthens", "tones")
def doing_named(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """What is done to regions, where it is also the name of a kind of pose: "Leg and core strengthening"."""
    sentence = passage.sentence
    for index in sentence.named("PoseCharacteristic"):
        name, _, noun = sentence.units[index].norm.rpartition(" ")
        region = sentence.lexicon.named_folded(name, REGION) if noun in _DOERS else None
        if region is None or not _only_names_doing(passage, index):
            continue
        joined = index > 1 and sentence.units[index - 1].joins
        others = list_before(sentence, index - 1, reader, REGION) if joined else []
        for term in (*(phrase.term for phrase in others), term_of(region)):
            yield doing_named.relation(passage, _DOERS[noun], term)


@rule(*sorted(set(_IMPROVERS.values())))
def improver_noun(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """What a pose is to functions and states before it: "a stamina builder", "a confidence and mood booster"."""
    sentence = passage.sentence
    for index in sentence.worded(_IMPROVERS.keys()):
        if index and not reader.is_negated(sentence, index):
            for phrase in list_before(sentence, index, reader, *GOOD):
                yield improver_noun.relation(passage, _IMPROVERS[sentence.units[index].norm], phrase.term)


def _openers(passage: Passage, reader: Reader) -> Iterator[tuple[int, str, Term]]:
    """Yield what is opened by what is also the name of a kind of pose: "a hip opener", "shoulder and chest opening"."""
    sentence = passage.sentence
    nouns = _OPENERS if tells_effects(passage) else {"opener"}  # as a kind of pose, "hip opening" is no effect
    for index in sentence.named("PoseCharacteristic") if passage.section not in _KINDS else ():
        following = sentence.units[index + 1 : index + 2]
        if any(unit.cue("glue.function_heads") or unit.norm in _POSES for unit in following):
            continue  # "the hip opening capacity", "a hip opener pose"
        region = _opened(sentence.units[index], nouns, reader)
        if region is None or reader.is_negated(sentence, index):
            continue
        yield index, "opens", term_of(region)
        if index > 1 and sentence.units[index - 1].joins:
            for phrase in list_before(sentence, index - 1, reader, REGION):
                yield index, "opens", phrase.term


def _openings_of(passage: Passage, reader: Reader) -> Iterator[tuple[int, str, Term]]:
    """Yield what is opened where that is also the name of a function: "the stretch and opening of the chest"."""
    sentence = passage.sentence
    for index, unit in enumerate(sentence.units):
        if not unit.norm.startswith(_OPENING_OF) or not _shares_regions(sentence, index):
            continue
        named = unit.norm.removeprefix(_OPENING_OF).removeprefix("the ")
        region = sentence.lexicon.named_folded(named, REGION)
        if region is None:
            continue
        yield index, "opens", term_of(region)
        if any(one.joins for one in sentence.units[index + 1 : index + 2]):
            for phrase in reader.phrases(sentence, index + 2, REGION)[0]:
                yield index, "opens", phrase.term


def _stretches(passage: Passage, reader: Reader) -> Iterator[tuple[int, str, Term]]:
    """Yield what is stretched or opened by a noun with its regions before or after it."""
    sentence, units = passage.sentence, passage.sentence.units
    noun_before = False
    for index in sorted({*sentence.worded(_DONE_TO_REGIONS), *sentence.cued("stretch_noun.nouns")} - {0}):
        if reader.is_negated(sentence, index):
            continue
        prop = "opens" if units[index].norm in _OPENERS else "stretches"
        felt = _felt_stretching(sentence, index, reader)
        for term in [phrase.term for phrase in felt] or _regions_before(sentence, index, reader):
            yield index, prop, term
        goes_on = noun_before and units[index - 1].joins and units[index].text == "stretch"
        if not (goes_on or _shares_regions(sentence, index) or _is_stretch(sentence, index)):
            continue
        travels = _travels(sentence, index)
        if (not travels and not _is_linked(sentence, index)) or _is_allowed(sentence, index):
            continue
        start = _past_circumstance(sentence, index) if travels else index
        for phrase in _regions_after(sentence, start, reader, anywhere=travels):
            yield index, prop, phrase.term
        if travels:
            return
        noun_before = True  # "an opening in the chest and stretch in the shoulders"


def _is_allowed(sentence: Sentence, index: int) -> bool:
    """Say whether a stretch is only what may be felt: "Some stretch in the groin is fine"."""
    rest = [unit.text.casefold() for unit in sentence.units[index + 1 :]]
    return any(verb in _COPULAS and said in _ALLOWED for verb, said in pairwise(rest))


def _past_circumstance(sentence: Sentence, index: int) -> int:
    """Return the place after the circumstance that opens a sentence: "With the arms overhead, you feel …"; or 0."""
    units = sentence.units
    comma = next((place for place, unit in enumerate(units[:index]) if unit.norm == ","), 0)
    return comma if units[0].norm == "with" else 0


def _felt_stretching(sentence: Sentence, index: int, reader: Reader) -> list[Phrase]:
    """Return what somebody feels stretching: "you will feel the hamstrings and the calves stretch"."""
    if not sentence.worded(_FELT) or not sentence.units[index].text.casefold().startswith("stretch"):
        return []
    phrases = list_before(sentence, index, reader, REGION)
    before = phrases[0].first - 1 if phrases else -1
    while before > 0 and sentence.units[before].cue("glue.determiners"):
        before -= 1
    return phrases if before >= 0 and sentence.units[before].norm in _FELT else []


def _regions_before(sentence: Sentence, index: int, reader: Reader) -> list[Term]:
    """Return the regions before a noun of stretching or opening: "a deep hip and groin opener"."""
    before = sentence.units[index - 1]
    region = before.entry(REGION) or reader.grounder.region_of_adjective(before.norm)
    joined = index > 1 and sentence.units[index - 2].joins
    listed = list_before(sentence, index, reader, REGION) if region is not None and joined else []
    if region is None or not _is_noun_of(sentence, index, listed[0].first if listed else index - 1):
        return []
    return [phrase.term for phrase in listed] or [term_of(region)]


def _opened(unit: Unit, nouns: Set[str], reader: Reader) -> Entry | None:
    """Return the region in the name of a kind of pose that opens it: "a deep shoulder opener"."""
    name, _, noun = unit.text.casefold().rpartition(" ")
    return reader.grounder.lexicon.named(name, REGION) if noun in nouns and name not in _FIGURATIVE else None


def _is_noun_of(sentence: Sentence, index: int, opening: int) -> bool:
    """Say whether a unit names what is done to the regions before it: "a deep hamstring stretch", "a hip opener"."""
    units = sentence.units
    if units[index].norm in _OPENERS:
        return True
    if units[index].norm != "stretch" or units[index].text.casefold() == "stretches":
        return False
    if not ends_phrase(sentence, index + 1):
        return False
    return opening == 0 or any(describes(unit) for unit in units[max(0, opening - 2) : index - 1])


def _is_stretch(sentence: Sentence, index: int) -> bool:
    """Say whether a unit is "stretch" as a noun: after a determiner or adjective."""
    if sentence.units[index].cue("stretch_noun.nouns") is None:
        return False
    before = sentence.units[index - 1]
    if describes(before) or before.cue("better") or (before.norm == "of" and _travels(sentence, index)):
        return True  # "a good stretch", "a long line of stretch runs up the side"
    place = index - 1  # "an excellent lateral stretch"
    while place and index - place < _ADJECTIVES_REACH and _is_plain_adjective(sentence.units[place]):
        place -= 1
    return place < index - 1 and (describes(sentence.units[place]) or gives(sentence, place))


def _is_plain_adjective(unit: Unit) -> bool:
    """Say whether an unknown word may be an adjective."""
    return unit.is_plain and unit.text.isalpha() and unit.text.islower() and not unit.norm.endswith("ing")


def _travels(sentence: Sentence, index: int) -> bool:
    """Say whether a stretch goes through the body, or is felt: "the stretch continues via", "feel the stretch in"."""
    units = sentence.units
    return any(unit.cue("stretch_noun.verbs") for unit in units[index + 1 : index + 4]) or any(
        unit.norm in _FELT for unit in units[max(0, index - 4) : index]
    )


def _shares_regions(sentence: Sentence, index: int) -> bool:
    """Say whether a noun of opening shares its regions with a stretch: "the stretch and opening of the chest"."""
    units = sentence.units
    opens = units[index].norm.partition(" ")[0] in _OPENERS
    return index > 1 and opens and units[index - 1].joins and _is_stretch(sentence, index - 2)


def _is_linked(sentence: Sentence, index: int) -> bool:
    """Say whether the regions of a stretch follow: "a stretch to the spine", "a stretching pose for the legs"."""
    place = index + 1
    while place < len(sentence.units) and sentence.units[place].norm in _POSES:
        place += 1
    return place < len(sentence.units) and sentence.units[place].norm in _STRETCH_LINKS


def _regions_after(sentence: Sentence, index: int, reader: Reader, *, anywhere: bool) -> Iterator[Phrase]:
    """Yield the regions after the prepositions of a sentence, or after the first alone."""
    units, opening = sentence.units, index
    while index < len(units):
        if not anywhere and index > opening and units[index].cue("stretch_noun.nouns"):
            return  # another stretch
        if not anywhere and index > opening and _is_other_verb(sentence, index):
            return  # "a stretch to the spine and strengthens the backs of the legs"
        if units[index].norm == "from" and index and units[index - 1].norm == ",":
            return  # "…, from the heels to the fingertips" only says how far
        after = index
        if units[index].cue("glue.prepositions") or (anywhere and units[index].norm in UP_AND_DOWN):
            phrases, after = reader.phrases(sentence, index + 1, REGION)
            yield from phrases
            if not phrases and not anywhere:
                return
            after = after if phrases else index
        index = max(after, index + 1)


def _is_other_verb(sentence: Sentence, index: int) -> bool:
    """Say whether a verb that tells another effect stands behind "and"."""
    cue = sentence.units[index].cue("effect")
    inflected = sentence.units[index].text.casefold().endswith(("s", "ing"))
    return cue is not None and cue.value != "stretches" and inflected and sentence.units[index - 1].joins


def _only_names_doing(passage: Passage, index: int) -> bool:
    """Say whether a list item, or a line by itself, only names what is done: "Core strengthening"."""
    listed = passage.kind == "item" or passage.alone
    return tells_effects(passage) and listed and ends_phrase(passage.sentence, index + 1)
