"""The objects of verbs of effect: "stretches and tones the legs, hips and lower back, from the heels up"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from yogakg.loaders.article.context import Reader
from yogakg.loaders.article.coordination import CONDITION, GOOD, LIMITATION, REGION, Phrase
from yogakg.loaders.article.effects.clauses import GIVING, SUMMING_UP, is_noun_use, opens_with_reason, past_determiners
from yogakg.loaders.article.effects.properties import (
    ANY_MUSCLE,
    OBJECTS,
    acts_on_work,
    base_of,
    fitted,
    names_body_or_mind,
    properties_of,
)
from yogakg.loaders.article.recognition.mentions import Sentence, Unit
from yogakg.loaders.article.recognition.words import mapping, words

#: Verbs that add nothing beside another of the same chain: "stretches and opens", "strengthens and tones".
_SAID_BY = {"opens": "stretches", "tones": "strengthens", "massages": "compresses"}
_LINKS = words("effect_words.links")
_RANGING = words("effect_words.ranging")
_RANGING_WEAKLY = words("effect_words.ranging_weakly")
_PRONOUNS = words("effect_words.pronouns")
#: Units that name people by what they do: "runners and office workers with".
_PERSONS_REACH = 6
#: Units that name objects by what they have in common: "all the muscles that twist you, including".
_GENERAL_REACH = 10
_PARTS = words("coordination.parts") | {"organ"}
_ANNOUNCING = words("effect_words.announcing")
#: Properties whose objects may be troubles of regions.
_EASING = frozenset({"treats", "relieves", "softens"})
_TROUBLES = mapping("effect_words.troubles")
#: Verbs of what muscles do for a region, and words before them.
_SERVING = words("effect_words.serving")
_WHICH = frozenset({"that", "which"})
#: The verb of "frees the back from stiffness".
_FREE = "free"
#: Words that explain what is named before them.
_THAT_IS = [",", "that", "is"]


def verb_chain(sentence: Sentence, index: int) -> tuple[list[int], int]:
    """Collect verbs that share their objects, and the place after them: "stretch, strengthen and tone"."""
    units = sentence.units
    verbs = [index]
    place = index + 1
    while True:
        following = place
        while following < len(units) and (units[following].joins or units[following].cue("glue.adjectives")):
            following += 1
        following = _past_helping(units, place, following)
        place = _past_unknown_verb(units, place)
        if following >= len(units) or not units[following].cue("effect") or is_noun_use(sentence, following):
            return verbs, place
        if following > place and units[following].cue("advice"):
            return verbs, place  # "as the balance improves, bring the feet closer"
        if following == place and (units[verbs[-1]].norm != "help" or units[following].norm == "against"):
            return verbs, place
        if following > place and _is_participle(units[following]) != _is_participle(units[verbs[-1]]):
            return verbs, place  # "Calming, reduces tension": the first has no object
        # "helps stretch the legs": it is the second verb that tells the effect.
        verbs = [following] if following == place else [*verbs, following]
        place = following + 1


def _past_helping(units: Sequence[Unit], joined: int, index: int) -> int:
    """Pass over "to" after "and helps": "lengthens and helps to realign the spine"; else return the same place."""
    helps = index > joined and index < len(units) and units[index].norm == "to" and units[index - 1].norm == "help"
    return index + 1 if helps else index


def _past_unknown_verb(units: Sequence[Unit], index: int) -> int:
    """Pass over a verb that tells no effect and shares the objects: "relax and ground your body"."""
    if index + 2 >= len(units) or not units[index].joins or units[index].norm == ",":
        return index
    verb, following = units[index + 1], units[index + 2]
    is_word = not verb.cues and not verb.entry(REGION, CONDITION, *GOOD) and verb.text.isalpha() and verb.text.islower()
    return index + 2 if is_word and following.cue("glue.determiners") else index


def _is_participle(verb: Unit) -> bool:
    """Say whether a verb of effect ends in -ing."""
    return any(cue.role == "effect" and cue.form == "ing" for cue in verb.cues)


def effects_of(
    sentence: Sentence, verbs: Sequence[int], start: int, reader: Reader
) -> tuple[list[tuple[str, Phrase, Unit]], int]:
    """Return what each verb of a chain does to which of the shared objects, and the place after them."""
    units = sentence.units
    said = {prop for verb in verbs for prop in properties_of(units[verb])}
    found: list[tuple[str, Phrase, Unit]] = []
    after = start
    for verb in verbs:
        for prop in properties_of(units[verb]):
            if _SAID_BY.get(prop) in said:
                continue
            phrases, end = _objects(sentence, start, prop, reader)
            told = [(fit, phrase, units[verb]) for fit, phrase in fitted(prop, units[verb], phrases)]
            works = (phrase for phrase in phrases if acts_on_work(sentence, phrase, prop, units[verb]))
            found += [*told, *(("improves", phrase, units[verb]) for phrase in works)]
            after = max(after, end)
            if told:
                break  # "loosens" relieves stiffness, and relaxes a joint
    return found, after


def done_to_same(
    sentence: Sentence, verbs: Sequence[int], start: int, reader: Reader
) -> list[tuple[str, Phrase, Unit]]:
    """Return what verbs do to the regions that "it" or "them" stands for: "tones the spine by stretching it"."""
    units = sentence.units
    place = start
    while place < len(units) and units[place].norm in _LINKS:
        place += 1  # "gives strength to it"
    if place >= len(units) or units[place].norm not in _PRONOUNS:
        return []
    before: list[Phrase] = []
    index = 0
    while index < verbs[0]:
        after = index
        if _opens_phrase(units[index]):
            phrases, after = reader.phrases(sentence, index, REGION, stop=verbs[0])
            before = phrases or before
        index = max(after, index + 1)
    if (units[place].norm == "it" and len(before) > 1) or opens_with_reason(sentence):
        return []
    return [fit for verb in verbs for prop in properties_of(units[verb]) for fit in _done(prop, units[verb], before)]


def _opens_phrase(unit: Unit) -> bool:
    """Say whether the name of a region may begin with a unit."""
    return unit.entry(REGION) is not None or unit.cue("glue.determiners") is not None


def _done(prop: str, verb: Unit, phrases: Iterable[Phrase]) -> Iterator[tuple[str, Phrase, Unit]]:
    """Yield what a verb does to regions, if regions are its usual objects."""
    if OBJECTS[prop][0] == REGION:
        yield from ((fit, phrase, verb) for fit, phrase in fitted(prop, verb, phrases))


def _objects(sentence: Sentence, start: int, prop: str, reader: Reader) -> tuple[list[Phrase], int]:
    """Read the objects of a verb; a stretch may run "from the throat down to the ankles"."""
    if start < len(sentence.units) and sentence.units[start].joins:
        return [], start  # "Calming, reduces tension", "it requires balance and strong legs"
    opening = _past_links(sentence, start)
    noun = past_determiners(sentence, opening)
    before = sentence.units[start - 1]
    if prop == "relieves" and _frees(sentence, noun, base_of(before) if before.cue("effect") else ""):
        opening = noun + 2  # "relieves the body of stress"
    if prop == "improves" and sentence.units[start - 1].text.split()[0].casefold() in GIVING:
        opening = noun + 1 if names_body_or_mind(sentence, noun) else opening  # "gives the body the right posture"
    phrases, after = reader.phrases(sentence, opening, *OBJECTS[prop])
    vague = all(phrase.term.iri.endswith(ANY_MUSCLE) for phrase in phrases)
    if vague and (place := _past_general_noun(sentence, opening)) > opening:
        phrases, after = reader.phrases(sentence, place, *OBJECTS[prop])
    if (own := _before_help(sentence, phrases)) != phrases:
        phrases, after = own, own[-1].last
    phrases = _sharing_stiffness(sentence, phrases, reader) if prop in _EASING else phrases
    while phrases and (place := _past_repeated(sentence, start, after)) > after:
        more, end = reader.phrases(sentence, place, *OBJECTS[prop])
        if not more:
            break
        phrases, after = [*phrases, *more], end
    if phrases and phrases[-1].family == REGION and (summed := _past_summing_up(sentence, after)) > after:
        more, end = reader.phrases(sentence, summed, REGION)
        if len(more) > 1:
            phrases, after = [*phrases, *more], end
    says_how_far = False
    while phrases and OBJECTS[prop][0] == REGION:
        place = _past_range(sentence, after)
        more, end = reader.phrases(sentence, place, REGION) if place > after else ([], after)
        if not more:
            break
        says_how_far = says_how_far or (sentence.units[after].norm == "from" and not vague)
        # Of "the side body from hip to fingertips, and the calves" the first one of each only says how far.
        phrases, after = [*phrases, *more[int(says_how_far) :]], end
    return phrases, after


def _before_help(sentence: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    """Leave out what somebody is helped to do: "restores calm and helps you sleep"."""
    for place, (phrase, following) in enumerate(pairwise(phrases), start=1):
        if any(unit.norm == "help" for unit in sentence.units[phrase.last : following.last]):
            return phrases[:place]
    return phrases


def _sharing_stiffness(sentence: Sentence, phrases: list[Phrase], reader: Reader) -> list[Phrase]:
    """Give a region that ends a pair the trouble of the one before: "a boon for stiff shoulders and neck"."""
    shared: list[Phrase] = []
    for phrase in phrases:
        before = shared[-1] if shared else None
        paired = before is not None and phrase.family == REGION and before.family in {CONDITION, LIMITATION}
        trouble = sentence.units[before.last - 1].norm.partition(" ")[0] if before is not None and paired else ""
        joined = before is not None and sentence.units[before.last : phrase.first][:1]
        region = reader.grounder.lexicon.entries.get(phrase.term.iri)
        head = _TROUBLES.get(trouble) if joined and joined[0].joins else None
        if head is not None and region is not None and before is not None:
            limited = reader.grounder.limitation_of(region, trouble) if before.family == LIMITATION else None
            term = limited or reader.grounder.condition_of(region, head)
            phrase = Phrase(term, LIMITATION if limited else CONDITION, phrase.first, phrase.last)
        shared.append(phrase)
    return shared


def _frees(sentence: Sentence, index: int, verb: str) -> bool:
    """Say whether a region stands before "of" and what it is freed from, or before "from" after "frees"."""
    units = sentence.units
    links = {"of", "from"} if verb == _FREE else {"of"}
    freed = index + 2 < len(units) and units[index + 1].norm in links
    return freed and (units[index].entry(REGION) is not None or units[index].norm == "body")


def _past_links(sentence: Sentence, index: int) -> int:
    """Pass over "of", "in", "people with" between a verb of effect and its objects."""
    units = sentence.units
    people = index
    while people < len(units) and units[people].cue("glue.determiners") and not units[people].cue("introducers"):
        people += 1  # "people" may also stand before what they have
    if people < len(units) and units[people].cue("introducers", "people"):
        index = people  # "helps the patients going through menopause"
    if index and units[index - 1].norm.endswith(" for"):
        index = _past_persons(sentence, index)
    while index < len(units) and (
        units[index].norm in _LINKS
        or units[index].cue("introducers", "people")
        or units[index].cue("introducers", "having")
        or _is_mere_adjective(sentence, index)
    ):
        index += 1
    return index


def _past_persons(sentence: Sentence, index: int) -> int:
    """Pass over people who are named by what they do: "great for runners and office workers with tight hips"."""
    units = sentence.units
    for place in range(index, min(index + _PERSONS_REACH, len(units))):
        unit = units[place]
        persons = units[place - 2 if units[place - 1].norm == "who" else place - 1]
        if unit.cue("introducers", "having") and place > index and persons.text.casefold().endswith("s"):
            return place + 1
        if not (unit.is_plain or unit.joins or unit.norm == "who"):
            break
    return index


def _is_mere_adjective(sentence: Sentence, index: int) -> bool:
    """Say whether an adjective names nothing itself, as in "body and mind", "physical and mental balance"."""
    unit, following = sentence.units[index], sentence.units[index + 1 : index + 2]
    joined = any(one.joins and one.norm != "," for one in following)
    slows = unit.entry(CONDITION) is not None and any(one.entry(*GOOD) for one in following)  # "sluggish metabolism"
    return bool(unit.cue("glue.adjectives")) and not unit.entry(REGION) and not joined and not slows


def _past_summing_up(sentence: Sentence, index: int) -> int:
    """Pass over what opens a list of what a region is made of: "the whole body: arms, legs", "…, that is, the back".

    Return the same place if there is nothing of the kind.
    """
    units, place = sentence.units, index
    if index < len(units) and units[index].norm in SUMMING_UP:
        place = past_determiners(sentence, index + 1)
    elif [unit.norm for unit in units[index : index + len(_THAT_IS)]] == _THAT_IS:
        place = index + len(_THAT_IS)
        place += any(unit.norm == "," for unit in units[place : place + 1])
        place = past_determiners(sentence, place)
    return place if place < len(units) and units[place].entry(REGION) is not None else index


def _past_general_noun(sentence: Sentence, index: int) -> int:
    """Pass over "all the muscles that twist you, including" before the objects themselves; else the same place.

    "The muscles that support the spine" are those of the spine.
    """
    units = sentence.units
    for place in range(index, min(index + _GENERAL_REACH, len(units) - 1)):
        unit = units[place]
        serves = unit.norm in _SERVING and units[place - 1].norm in _WHICH
        if serves and any(one.norm in _PARTS for one in units[index : place - 1][-1:]):
            return place + 1
        if unit.cue("glue.such_as"):
            named = any(one.norm in _PARTS or _announces(one) for one in units[index:place])
            return place + 1 if named else index
        if unit.cue("effect") or not (unit.is_word or unit.norm == ","):
            break
    return index


def _announces(unit: Unit) -> bool:
    """Say whether a noun announces conditions: "the effects of long sitting, such as …"."""
    return unit.cue("glue.heads") is not None or unit.norm.partition(" ")[0] in _ANNOUNCING


def _past_repeated(sentence: Sentence, start: int, index: int) -> int:
    """Pass over "and for" after the objects of "good for"; return the same place if it is not there."""
    units = sentence.units
    link = units[start - 1].norm.rpartition(" ")[2]
    place = index
    while place < len(units) and units[place].joins:
        place += 1
    repeated = index < place < len(units) - 1 and units[place].norm == link and units[place].cue("glue.prepositions")
    return place + 1 if repeated else index


def _past_range(sentence: Sentence, index: int) -> int:
    """Pass over "from", "all the way down to" and the like; return the same place if there is nothing of the kind."""
    units = sentence.units
    place = index
    while place < len(units) and (units[place].norm in _RANGING or units[place].cue("glue.adjectives")):
        place += 1
    ranges = any(unit.norm in _RANGING and unit.norm not in _RANGING_WEAKLY for unit in units[index:place])
    return place if ranges else index
