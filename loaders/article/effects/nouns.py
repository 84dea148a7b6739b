"""Effects told by nouns: "a stretch for the hips", "a wrist strengthener", "a massage of the belly", "pain relief"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from yogakg.facts import Claim, Term
from yogakg.lexicon import Entry
from yogakg.loaders.article.context import Passage, Reader, rule
from yogakg.loaders.article.coordination import CONDITION, GOOD, REGION, Phrase
from yogakg.loaders.article.effects.clauses import (
    GIVING,
    UP_AND_DOWN,
    UPON,
    describes,
    ends_phrase,
    gives,
    list_before,
    past_determiners,
    tells_effects,
)
from yogakg.loaders.article.effects.instructions import instructs
from yogakg.loaders.article.effects.properties import ORGANS, RELIEF
from yogakg.loaders.article.recognition.grounding import term_of
from yogakg.loaders.article.recognition.mentions import Sentence, Unit
from yogakg.loaders.article.recognition.words import mapping, words

_KINDS = words("attribute_words.kind_sections")
_AUXILIARIES = words("effect_words.auxiliaries")
_DOERS = mapping("effect_words.doers")
_PRESSURES = mapping("effect_words.pressures")
_PRESSURE_LINKS = words("effect_words.pressure_links")
_FIGURATIVE = words("effect_words.figurative")
_OPENERS = words("effect_words.openers")
_DONE_TO_REGIONS = _OPENERS | {"stretch"}
_STRETCH_LINKS = words("effect_words.stretch_links")
_FELT = words("effect_words.felt")
_POSES = words("attribute_words.pose_nouns")
_PRESSURE = "pressure"
#: Nouns of what is done to a region by which something gets better, and words before them.
_DONE_BY = words("effect_words.done_by_compression")
_BY = frozenset({"through", "by", "via", "with"})
_BURDENS = mapping("effect_words.burdens")
#: Words between a burden and the regions that bear it, and between pressure and where it is.
_LYING = frozenset({"on", "off", "from"})
_WITHIN = frozenset({"in", "around"})
_GETTING = words("effect_words.getting")
_TAKING = words("effect_words.taking")
_TAKEN_OUT = words("effect_words.taken_out.nouns")
#: What a pose does, and not what the reader is to do.
_TAKING_OUT = frozenset(verb for verb in _TAKING if verb.endswith(("s", "ing")))
_TOWARDS = frozenset({"to", "into", "toward", "towards"})
_PUTTING = words("effect_words.putting")
_EXERCISES = words("effect_words.exercises")
#: Units between a determiner and a stretch: "an excellent lateral stretch".
_ADJECTIVES_REACH = 4
_IMPROVERS = mapping("effect_words.improvers")
_PUT_ON = words("effect_words.put_on")
_COMING = words("effect_words.coming_or_falling")
#: Units of "is put on".
_PUT_REACH = 3
#: Words that open a clause of condition or time.
_ON_CONDITION = frozenset({"if", "when", "that", "until", "once"})
_OPENING_OF = "opening of "
#: Adjectives of place that are also verbs of effect: "the lower digestive organs".
_ADJECTIVES_OF_PLACE = frozenset({"lower", "upper"})
#: Units between what is done to a region and the effect of that.
_EFFECTIVE_REACH = 9


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


@rule("compresses", "massages", "strengthens")
def pressure_noun(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """What is done to regions, as a noun: "the gentle compression of the abdomen aids digestion"."""
    sentence = passage.sentence
    for index in sentence.worded(_PRESSURES.keys()):
        units = sentence.units
        if not tells_effects(passage) and not _is_effective(sentence, index):
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


@rule("relieves")
def burden_taken(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """Regions that bear less: "eases strain on the knees", "takes the pressure off the spine"."""
    if not tells_effects(passage) or instructs(passage):
        return
    sentence, units = passage.sentence, passage.sentence.units
    for index, unit in enumerate(units[:-1]):
        word, _, link = unit.norm.partition(" ")  # "strain on" is one unit
        head = _BURDENS.get(word)
        verb = _verb_of_burden(sentence, index)
        if head is None or verb < 0 or reader.is_negated(sentence, verb):
            continue
        place = index + 1 if link else index + 2
        link = link or units[index + 1].norm
        off = link == "off" or (link in _LYING and any(one.norm == "off" for one in units[verb:index]))
        taken = off and units[verb].norm in _TAKING
        eased = units[verb].cue("effect", "relieves") and (link in _LYING or (link in _WITHIN and word == _PRESSURE))
        for phrase in reader.phrases(sentence, place, REGION)[0] if taken or eased else ():
            region = reader.grounder.lexicon.entries.get(phrase.term.iri)
            if region is not None:
                term = reader.grounder.condition_of(region, head)
                term = replace(term, labels=(*term.labels, f"{head} on the {region.label}")) if term.minted else term
                yield burden_taken.relation(passage, "relieves", term)


@rule("relieves")
def taken_out(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """Trouble that is taken out of regions: "takes the swelling out of feet and ankles"."""
    sentence, units = passage.sentence, passage.sentence.units
    for index in sentence.worded(_TAKEN_OUT):
        out = [unit.norm for unit in units[index + 1 : index + 3]]
        verb = _verb_of_burden(sentence, index)
        if out != ["out", "of"] or verb < 0 or units[verb].text.casefold() not in _TAKING_OUT:
            continue
        if reader.is_negated(sentence, verb) or instructs(passage):
            continue
        for phrase in reader.phrases(sentence, index + 3, REGION)[0]:
            region = reader.grounder.lexicon.entries.get(phrase.term.iri)
            back = any(unit.norm in _TOWARDS for unit in units[phrase.last : phrase.last + 1])
            if region is not None and not back:  # "out of the leg and back towards the spine"
                term = reader.grounder.condition_of(region, units[index].text)
                yield taken_out.relation(passage, "relieves", term, hedged=reader.is_hedged(sentence, verb))


@rule("relieves")
def relief_noun(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """Conditions followed by their end: "anxiety and stress relief", "pain reduction"."""
    if not tells_effects(passage):
        return
    sentence = passage.sentence
    for index in sentence.worded(RELIEF):
        if index and not _has_object(sentence, index) and not reader.is_negated(sentence, index):
            gets = sentence.units[index - 1].norm in _GETTING  # "Backache gets relief"
            if gets and sentence.cued("introducers", "people"):
                continue
            for phrase in list_before(sentence, index - gets, reader):
                yield relief_noun.relation(passage, "relieves", phrase.term)


@rule("relieves")
def freed_of(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """What something is to be free of, in few words: "Stress-free mind", "a pain-free back"."""
    sentence, units = passage.sentence, passage.sentence.units
    for index in sentence.worded({"free"}) if tells_effects(passage) else ():
        joined = index > 0 and units[index - 1].end + 1 == units[index].start
        hyphened = joined and reader.text[units[index - 1].end] in "-‐‑"
        practice = any(unit.norm in _POSES or unit.norm == "practice" for unit in units[index + 1 : index + 2])
        condition = units[index - 1].entry(CONDITION) if hyphened and not practice else None
        if condition is not None and not reader.is_negated(sentence, index - 1):
            phrases = list_before(sentence, index, reader)
            for term in [phrase.term for phrase in phrases] or [term_of(condition)]:
                yield freed_of.relation(passage, "relieves", term)


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


def _verb_of_burden(sentence: Sentence, index: int) -> int:
    """Return the place of the verb before a burden: "reduces the strain", "takes off the pressure"."""
    units = sentence.units
    verb = index - 1
    while verb > 0 and (describes(units[verb]) or units[verb].joins or units[verb].norm in {*_BURDENS, "off"}):
        verb -= 1
    return verb


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
        if not travels and not _is_linked(sentence, index):
            continue
        for phrase in _regions_after(sentence, 0 if travels else index, reader, anywhere=travels):
            yield index, prop, phrase.term
        if travels:
            return
        noun_before = True  # "an opening in the chest and stretch in the shoulders"


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


def _only_names_doing(passage: Passage, index: int) -> bool:
    """Say whether a list item, or a line by itself, only names what is done: "Core strengthening"."""
    listed = passage.kind == "item" or passage.alone
    return tells_effects(passage) and listed and ends_phrase(passage.sentence, index + 1)


def _is_effective(sentence: Sentence, index: int) -> bool:
    """Say whether what is done to a region opens a sentence that tells an effect: "The massage of the belly aids …"."""
    opening = [unit for unit in sentence.units[:index] if unit.is_word]
    others = any(not (describes(unit) or unit.cue("better")) for unit in opening)
    return not others and any(unit.cue("effect") for unit in sentence.units[index + 1 : index + _EFFECTIVE_REACH])


def _has_object(sentence: Sentence, index: int) -> bool:
    """Say whether a word that is verb and noun is the verb: "relieve backache"."""
    following = sentence.units[index + 1] if index + 1 < len(sentence.units) else None
    return following is not None and bool(following.entry(CONDITION, REGION) or following.cue("glue.determiners"))
