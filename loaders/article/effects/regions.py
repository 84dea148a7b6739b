"""What regions and the mind get and become: "keeps the spine flexible", "a stronger core", "the chest opens"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from yogakg.facts import Claim, Term
from yogakg.loaders.article.context import Passage, Reader, rule
from yogakg.loaders.article.coordination import CONDITION, GOOD, REGION, Phrase
from yogakg.loaders.article.effects.benefits import is_listed_change
from yogakg.loaders.article.effects.clauses import (
    GIVING,
    added_behind,
    begins_clause,
    ends_clause,
    ends_phrase,
    is_adverb,
    is_mere_pair,
    list_before,
    orders,
    subjects_before,
    tells_effects,
)
from yogakg.loaders.article.effects.properties import ANY_MUSCLE, BODY_AND_MIND, ORGANS, fitted, is_muscle
from yogakg.loaders.article.recognition.grounding import term_of
from yogakg.loaders.article.recognition.mentions import Sentence
from yogakg.loaders.article.recognition.words import mapping, pattern, words

_ONLY_COMPARED = mapping("effect_words.only_compared")
_FUNCTIONS = mapping("effect_words.gained_functions")
_HEALTH = "health"
#: How a region or the mind is after the pose, in front of it: "stronger".
COMPARED = words("effect_words.compared") | _ONLY_COMPARED.keys()
_DOING_ITSELF = mapping("effect_words.doing_itself")
_GAINING_FROM = words("effect_words.gaining_from")
#: What is got or become, and the property that it tells.
_GAINED = mapping("effect_words.gained_nouns") | mapping("effect_words.gained_adjectives")
_GAINS = pattern(r"{effect_words.gaining}\b(?: an?| the)?(?: \w+){0,3}? {effect_words.gained_nouns}\b")
_GIVEN = pattern(r"(?:the|an?)(?: \w+){0,2}? {effect_words.gained_nouns}\b")
#: Adjectives, one of which may tell nothing: "flexible and strong", "young and supple".
_ADJECTIVES = (
    r"(?:[a-z]+ (?:and|&|,) (?:more )?)?{effect_words.gained_adjectives}\b"
    r"(?: (?:and|&|,) (?:more )?{effect_words.gained_adjectives}\b)*"
)
_BECOMES = pattern(rf"{{effect_words.becoming}}\b(?: also)?(?: more| very)? {_ADJECTIVES}")
_IS_MORE = pattern(rf"(?:is|are) (?:also |visibly |noticeably |much )?more {_ADJECTIVES}")
_RENDERED = pattern(rf"(?:more |very )?{_ADJECTIVES}")
#: Any of these, before a sentence is looked at closely.
_GAIN = pattern("{effect_words.gained_nouns}|{effect_words.gained_adjectives}", 0)
#: What may get or become something, and what of it a state of mind may.
_GAINING_THINGS = (REGION, "MentalState")
_OF_MIND = frozenset({"calms", "relaxes"})
_PRONOUNS = words("effect_words.pronouns") | {"they"}
#: What comes to a region, the verbs and prepositions between the two; what is said on condition says nothing.
_COMING_NOUNS = mapping("effect_words.coming_nouns")
_COMING = words("effect_words.coming")
_FLOWING = words("effect_words.flowing_there")
_INTO = frozenset({"in", "into", "to"})
_UNTIL = words("effect_words.until")
_RENDERING = words("effect_words.rendering")
_BEFORE_GAIN = words("effect_words.before_gain")
#: Verbs of work, and words before them: "the thighs have to work".
_WORKING = words("effect_words.working_verbs")
_BEFORE_WORK = words("effect_words.before_work")
_MAKING = words("effect_words.making")
#: How regions are held: "Keep the arms firm"; in a list of effects they become so.
_HELD = frozenset(
    gain for gain, prop in mapping("effect_words.gained_adjectives").items() if prop in {"tones", "relaxes"}
)
_ORDERING = words("effect_words.ordering")


@rule(*sorted(set(_GAINED.values())))
def region_gains(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """Regions that get something: "the calves get a thorough stretch", "keeps the spine flexible"."""
    sentence = passage.sentence
    if not (sentence.named(*_GAINING_THINGS) or (sentence.named(CONDITION) and sentence.worded(_PRONOUNS))):
        return
    if not _GAIN.search(sentence.text.casefold()):
        return
    orders_so = sentence.units[0].text.casefold().split()[0] in _ORDERING
    if orders_so and (not tells_effects(passage) or (passage.kind == "paragraph" and sentence.worded(_HELD))):
        return  # "Keep the shoulders strong" is how the pose is done
    phrases: list[Phrase] = []
    index = rendered_until = 0
    while index < len(sentence.units):
        if sentence.units[index].norm in _PRONOUNS and phrases and not _is_judged(sentence, index):
            after = index + 1  # "relieves stiffness of the back and makes it more flexible"
        elif sentence.units[index].entry(*_GAINING_THINGS):
            phrases, after = reader.phrases(sentence, index, *_GAINING_THINGS)
        else:
            phrases = _seat(sentence, index) or phrases
            index += 1
            continue
        rendered = rendered_until and any(unit.joins for unit in sentence.units[rendered_until:index][:3])
        gains = _gains(sentence, index, after, reader, rendered=bool(rendered)) if phrases else []
        if phrases and not gains and tells_effects(passage):
            gains = _comparative(sentence, after)
        if len(phrases) > 1 and gains and not rendered and begins_clause(sentence, phrases[-1]):
            phrases = phrases[int(_ends_other_clause(sentence, index)) and -1 :]
        if gains and (rendered or _is_rendered(sentence, index)):
            rendered_until = after  # "makes the legs strong and the hips flexible"
        if gains and not reader.is_negated(sentence, index, reach=3):
            added = _added(sentence, after, gains[-1], reader)
            for phrase in (*phrases, *added):
                for gain in gains:
                    if phrase.term.iri.endswith(ANY_MUSCLE):
                        continue  # "makes the muscles strong"
                    if gain == "benefit" and phrase.term.iri.endswith(BODY_AND_MIND):
                        continue  # "the whole body gets benefit"
                    if phrase.family != REGION and _GAINED[gain] not in _OF_MIND:
                        continue
                    if _GAINED[gain] == "relaxes" and (not tells_effects(passage) or _is_meanwhile(sentence, index)):
                        continue  # "keep the shoulders relaxed" is how the pose is done
                    yield region_gains.relation(passage, _GAINED[gain], _gainer(phrase, gain, reader))
        index = max(after, index + 1)


def _is_meanwhile(sentence: Sentence, index: int) -> bool:
    """Say whether a region is only held so while something is done: "while keeping the jaw relaxed"."""
    before = [unit.text.casefold() for unit in sentence.units[max(0, index - 4) : index]]
    return any(word == "while" and following.startswith("keep") for word, following in pairwise(before))


@rule(*sorted(set(_GAINED.values())))
def changed_region(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """A region as a pose makes it: "a stronger core", "more flexible hips", "a calmer mind"."""
    sentence = passage.sentence
    yield from _changed_alike(passage, reader)
    for index in sentence.worded(COMPARED):
        made = index > 0 and sentence.units[index - 1].text.casefold() in _MAKING and tells_effects(passage)
        if not (made or is_listed_change(passage, index)) or reader.is_negated(sentence, index):
            continue
        if not made and any(unit.cue("glue.determiners") for unit in sentence.units[index + 1 : index + 2]):
            continue  # "open the chest" is a verb, and "makes strong the calves" is not
        gain = sentence.units[index].norm
        prop = _GAINED[gain] if gain in _GAINED else _ONLY_COMPARED[gain]
        phrases, after = reader.phrases(sentence, index + 1, *_GAINING_THINGS)
        phrases = [one for one in phrases if one.family == REGION or one.term.iri.endswith(BODY_AND_MIND)]
        if not ends_phrase(sentence, after):
            continue  # "a stronger back stretch"
        if _FUNCTIONS.get(gain) == _HEALTH and _is_bettered(sentence, index, phrases):
            continue  # "encourages healthy kidneys" betters the kidneys, and is read as that
        for phrase in phrases:
            if phrase.family == REGION or prop in _OF_MIND:
                hedged = reader.is_hedged(sentence, index)
                yield changed_region.relation(passage, prop, _gainer(phrase, gain, reader), hedged=hedged)


@rule("opens", "stretches", "strengthens", "lengthens")
def opens_itself(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """Regions that open or work by themselves: "the chest expands fully", "the calves have to work hard"."""
    sentence = passage.sentence
    for place in sentence.named(REGION) if tells_effects(passage) else ():
        verb = place + 1
        while verb < len(sentence.units) and sentence.units[verb].norm in _BEFORE_GAIN | _BEFORE_WORK:
            verb += 1  # "the hips will open"
        doing = sentence.units[verb].text.casefold() if verb < len(sentence.units) else ""
        works = doing in _WORKING
        if not works and any(unit.norm in _BEFORE_WORK for unit in sentence.units[place + 1 : verb]):
            continue  # "the hips have to open first"
        prop = _DOING_ITSELF.get(doing)
        if (
            works
            and sentence.units[verb - 1].norm != "to"
            and not any(map(is_adverb, sentence.units[verb + 1 : verb + 2]))
        ):
            continue  # that the legs work says little, and that they work hard or well that they gain
        ends = ends_clause(sentence, verb + 1) or (not works and _goes_somewhere(sentence, verb + 1))
        if prop is not None and ends and not reader.is_negated(sentence, verb):
            phrases = list_before(sentence, place + 1, reader, REGION)
            if phrases and any(
                one.text.casefold().startswith("keep") for one in sentence.units[: phrases[0].first][-2:]
            ):
                continue  # "keeping the chest open" is how the pose is held
            for phrase in phrases[int(is_mere_pair(sentence, phrases)) :]:
                does = "improves" if works and phrase.term.kind in ORGANS else prop
                does = "stretches" if prop == "lengthens" and is_muscle(phrase.term) else does
                yield opens_itself.relation(passage, does, phrase.term)


@rule(*sorted(set(_COMING_NOUNS.values())))
def comes_to_region(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """What comes to regions: "Strength comes into the back", "a stretch comes in the hips", "blood goes to …"."""
    sentence, units = passage.sentence, passage.sentence.units
    if not tells_effects(passage) or sentence.worded(_UNTIL):
        return
    for index in sentence.worded(_FLOWING):
        if any((before.joins or before.norm == "so") and orders(unit) for before, unit in pairwise(units[index:])):
            continue  # "Blood goes to the head, so come up slowly"
        noun = index - 1
        while noun > 0 and (units[noun].norm in _BEFORE_GAIN or is_adverb(units[noun])):
            noun -= 1  # "stretching also comes in the hips"
        name = units[noun].norm
        prop = _COMING_NOUNS.get(name) if index and (name == "blood" or units[index].norm in _COMING) else None
        place = index + 1
        if not units[index].norm.startswith("reach"):
            place += any(unit.norm in _INTO for unit in units[place : place + 1]) or len(units)
        if prop is None or reader.is_negated(sentence, index):
            continue
        for phrase in reader.phrases(sentence, place, REGION)[0] if place < len(units) else ():
            if not begins_clause(sentence, phrase):
                yield comes_to_region.relation(passage, prop, _gainer(phrase, name, reader))


@rule("improves")
def benefit_of_regions(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """Regions that gain from a pose: "The bladder and the kidneys also benefit"."""
    sentence = passage.sentence
    for index in sentence.worded(_GAINING_FROM) if sentence.named(REGION) else ():
        if ends_phrase(sentence, index + 1) and not reader.is_negated(sentence, index):
            for phrase in subjects_before(sentence, index, reader, REGION):
                yield benefit_of_regions.relation(passage, "improves", phrase.term)


def is_compared(sentence: Sentence, phrase: Phrase) -> bool:
    """Say whether an adjective tells how mind or body get, which is read as that: "better focus and a calmer mind"."""
    units = sentence.units[phrase.first : phrase.last]
    return phrase.term.iri.endswith(BODY_AND_MIND) and any(unit.norm in COMPARED for unit in units)


def _changed_alike(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """Yield what a pose makes of regions after a function that an adjective names: "Strong arms and legs"."""
    sentence, units = passage.sentence, passage.sentence.units
    for index in sentence.named(*GOOD):
        gain, _, named = units[index].norm.partition(" ")
        joined = index + 1 < len(units) and units[index + 1].joins
        if not (named and joined and gain in COMPARED and is_listed_change(passage, index)):
            continue
        if any(unit.cue("effect") for unit in units[:index][-1:]) or reader.is_negated(sentence, index):
            continue  # "builds strong arms and legs" is read with its verb
        phrases, after = reader.phrases(sentence, index + 2, REGION)
        for phrase in phrases if ends_phrase(sentence, after) and gain in _GAINED else ():
            yield changed_region.relation(passage, _GAINED[gain], _gainer(phrase, gain, reader))


def _is_bettered(sentence: Sentence, index: int, phrases: Sequence[Phrase]) -> bool:
    """Say whether a verb of improving, which has regions as its objects, stands before how a pose makes them."""
    place = index - 1
    while place > 0 and sentence.units[place].cue("glue.determiners"):
        place -= 1
    verb = sentence.units[place] if place >= 0 else None
    return verb is not None and verb.cue("effect", "improves") is not None and bool(fitted("improves", verb, phrases))


def _gainer(phrase: Phrase, gain: str, reader: Reader) -> Term:
    """Return what gets better in a region that becomes something: its flexibility, or the region itself."""
    region = reader.grounder.lexicon.entries.get(phrase.term.iri)
    if gain not in _FUNCTIONS or region is None:
        return phrase.term
    return reader.grounder.function_of(region, _FUNCTIONS[gain])


def _gains(sentence: Sentence, start: int, index: int, reader: Reader, *, rendered: bool = False) -> list[str]:
    """Return what a list of regions gets or becomes: "get a thorough stretch", "keeps the spine flexible"."""
    while index < len(sentence.units) and sentence.units[index].norm in _BEFORE_GAIN:
        index += 1
    rest = " ".join(unit.text.casefold() for unit in sentence.units[index : index + 7])
    rendered = rendered or _is_rendered(sentence, start)
    given = any(unit.text.casefold() in GIVING for unit in sentence.units[max(0, start - 3) : start])
    match = (
        _GAINS.match(rest)
        or _BECOMES.match(rest)
        or (_RENDERED.match(rest) if rendered else None)
        or (_GIVEN.match(rest) if given else None)
    )
    if match and match.group().endswith("benefit") and rest[match.end() :].startswith(" of"):
        return []  # "the arms get the benefit of gravity"
    found = match.group().split() if match else []
    if any(reader.grounder.lexicon.named(word, REGION) for word in found):
        return []  # "gives the shoulders a chest stretch"
    return [word for word in found if word in _GAINED]


def _comparative(sentence: Sentence, index: int) -> list[str]:
    """Return what a list of regions is said to be more than before: "the neck and spine are more flexible"."""
    units = sentence.units
    if any(unit.norm in _UNTIL or unit.cue("introducers", "conditional") for unit in units[:index]):
        return []  # "if your hips are more flexible, …"
    match = _IS_MORE.match(" ".join(unit.text.casefold() for unit in units[index : index + 7]))
    compared = any(unit.norm == "than" for unit in units[index:])
    return [word for word in match.group().split() if word in _GAINED] if match and not compared else []


def _ends_other_clause(sentence: Sentence, index: int) -> bool:
    """Say whether a list opens as the objects of another verb: "stretches the calves and the back gets strong"."""
    while index > 1 and sentence.units[index - 1].cue("glue.determiners"):
        index -= 1
    before = sentence.units[:index][-1:]
    return any((unit.cue("effect") or unit.cue("glue.prepositions")) and unit.norm not in _RENDERING for unit in before)


def _added(sentence: Sentence, index: int, gain: str, reader: Reader) -> list[Phrase]:
    """Return the regions that are added behind what others gain: "the arms get strong, and the wrists"."""
    words_of_gain = (place for place in range(index, len(sentence.units)) if sentence.units[place].norm == gain)
    place = next(words_of_gain, None)
    return added_behind(sentence, place + 1, reader, REGION) if place is not None else []


def _goes_somewhere(sentence: Sentence, index: int) -> bool:
    """Say whether a preposition follows what a region does: "the spine lengthens along the floor"."""
    following = sentence.units[index] if index < len(sentence.units) else None
    return following is not None and (following.norm == "against" or following.cue("glue.prepositions") is not None)


def _is_rendered(sentence: Sentence, start: int) -> bool:
    """Say whether a verb of making stands before regions: "makes the legs …"."""
    return any(unit.text.casefold().split()[0] in _RENDERING for unit in sentence.units[max(0, start - 3) : start])


def _is_judged(sentence: Sentence, pronoun: int) -> bool:
    """Say whether "it" is the way of doing something, which is hard on others: "it is too strong for the neck"."""
    return sentence.units[pronoun].norm == "it" and any(
        unit.norm in _GAINED and following.norm == "for"
        for unit, following in pairwise(sentence.units[pronoun + 1 : pronoun + 5])
    )


def _seat(sentence: Sentence, index: int) -> list[Phrase]:
    """Return the region in which a condition lies, if it is one: "relieves back pain and makes it more flexible"."""
    condition = sentence.units[index].entry(CONDITION)
    regions = condition.affects if condition is not None else ()
    region = sentence.lexicon.entries.get(regions[0]) if len(regions) == 1 else None
    return [Phrase(term_of(region), REGION, index, index + 1)] if region is not None else []
