"""What a pose makes of things: what gets better, less, stronger or open, and benefits that are only named."""

from __future__ import annotations

from collections.abc import Iterator

from yogakg.facts import Claim, Term
from yogakg.lexicon import Entry
from yogakg.loaders.article.clauses import (
    ends_phrase,
    is_adverb,
    is_mere_pair,
    is_noun_use,
    list_before,
    orders,
    subjects_before,
)
from yogakg.loaders.article.context import Passage, Reader, rule
from yogakg.loaders.article.coordination import CONDITION, GOOD, REGION, Phrase
from yogakg.loaders.article.grounding import term_of
from yogakg.loaders.article.mentions import Sentence
from yogakg.loaders.article.words import mapping, pattern, words

_TELLING = words("sections.telling_effects")
_REGION_SECTIONS = words("sections.of_regions")
_UNTIL = words("effect_words.until")
_GAINED = mapping("effect_words.gained_nouns") | mapping("effect_words.gained_adjectives")
_ONLY_COMPARED = mapping("effect_words.only_compared")
_FUNCTIONS = mapping("effect_words.gained_functions")
#: Verbs before what a pose lets change, folded and as they tell it.
_ALLOWING = frozenset({"allow"})
_ALLOWS = frozenset({"allows"})
#: What may get or become something, and what of it a state of mind may.
_GAINING_THINGS = (REGION, "MentalState")
_OF_MIND = frozenset({"calms", "relaxes"})
_RENDERING = words("effect_words.rendering")
_BEFORE_GAIN = words("effect_words.before_gain")
#: "becomes so much", before a quality.
_TURNS = r"{effect_words.turning}(?: {effect_words.degrees})*"
_CHANGES_ITSELF = pattern(
    rf"\b(?:(?P<improves>{{effect_words.improving_itself}}|{_TURNS} {{effect_words.bettered}})"
    rf"|(?P<relieves>{{effect_words.lessening_itself}}|{_TURNS} {{effect_words.lessened}})"
    r"|(?P<calms>{effect_words.calming_itself})|(?P<relaxes>{effect_words.relaxing_itself}))"
    r"(?=\s*(?:[.,;:!*]|$|{effect_words.after_change}\b|\w+ly\b))"
)
#: What both functions and conditions do.
_GETS_BETTER = pattern(r"\b(?:improve|improves|improved|better)\b")
_CHANGING = {
    "improves": GOOD,
    "relieves": (CONDITION, *GOOD),
    "calms": ("MentalState", REGION),
    "relaxes": (REGION, "MentalState"),
}
_LESSER = words("effect_words.lesser")
_BETTERED = words("effect_words.bettered")
_LESSENED = words("effect_words.lessened")
_DEGREES = words("effect_words.degrees")
_COMPARED = words("effect_words.compared") | _ONLY_COMPARED.keys()
_BEFORE_CHANGED = words("effect_words.before_changed")
_CLAUSE_WORDS = words("effect_words.clause_words")
_LAID_ON = words("effect_words.laid_on")
_COUNTED = words("effect_words.counted")
_COUNTING = words("effect_words.counting")
_DOING_ITSELF = mapping("effect_words.doing_itself")
_STRENGTH = "strength"
_RISKS = frozenset({"risk", "risks"})
_FEWER = frozenset({"less", "fewer"})
#: Units between the noun and the verb of "The benefits of this pose are …".
_COUNTED_REACH = 9
#: Units of the longest label of a benefit.
_LABEL_REACH = 6
_ILLNESS = "/illness"
_SUBORDINATING = words("effect_words.subordinating")
_SUMMING_UP = frozenset({":", "–", "—", "-"})
_UPWARDS = frozenset({"up", "down"})
_ANYBODY = ("/body", "/mind")
_DEMANDING = words("effect_words.demanding")
_KEEPING = words("effect_words.keeping")
_PRACTISING = words("effect_words.practising")
_STEADYING = words("effect_words.steadying")
_PROPER = "proper"
_KEPT = pattern(r"{effect_words.kept}\b")


@rule("controls")
def kept_in_check(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """Conditions that a pose keeps small: "keeps headaches and insomnia in check"."""
    sentence = passage.sentence
    for index in sentence.worded(_KEEPING):
        phrases, after = reader.phrases(sentence, index + 1, CONDITION, *GOOD)
        rest = " ".join(u.norm for u in sentence.units[after : after + 3])
        if _KEPT.match(rest) and not reader.is_negated(sentence, index):
            for phrase in phrases:
                yield kept_in_check.relation(passage, "controls", phrase.term)


@rule("improves", "strengthens")
def better_noun(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """A good thing that is said to get better: "leads to better posture", "improved digestion"."""
    sentence = passage.sentence
    for index in sentence.cued("better"):
        if sentence.units[index].norm == "more" and passage.section not in _TELLING:
            continue
        if any(before.norm in _DEMANDING for before in sentence.units[:index]):
            continue
        if sentence.units[index].norm == _PROPER and any(u.norm == "with" for u in sentence.units[:index][-1:]):
            continue  # "if it is done with proper alignment"
        if passage.section not in _TELLING and _is_aim_of_order(sentence, index):
            continue  # "Maintain even breaths for better focus"
        if passage.section not in _TELLING and any(unit.norm in _STEADYING for unit in sentence.units[:index][-2:]):
            continue  # "as long as you can maintain proper form" is how the pose is held
        if reader.is_negated(sentence, index) or any(unit.joins for unit in sentence.units[index + 1 : index + 2]):
            continue  # "keeps the nerves healthy and the mind calm"
        built = index > 0 and sentence.units[index - 1].cue("effect") is not None
        opens = ((index == 0 and passage.kind == "item") or built) and passage.section in _TELLING
        opens = opens and sentence.units[index].norm not in _COMPARED
        phrases, _ = reader.phrases(sentence, index + 1, *GOOD, *((REGION,) if opens else ()))
        for phrase in phrases:
            if is_compared(sentence, phrase):
                continue
            prop, term = strengthened("improves", phrase, sentence, reader)
            yield better_noun.relation(passage, prop, term, hedged=reader.is_hedged(sentence, index))


@rule(*sorted(set(_GAINED.values())))
def changed_region(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """A region as a pose makes it: "a stronger core", "more flexible hips", "a calmer mind"."""
    sentence = passage.sentence
    for index in sentence.worded(_COMPARED):
        if not _is_listed_change(passage, index) or reader.is_negated(sentence, index):
            continue
        if any(unit.cue("glue.determiners") for unit in sentence.units[index + 1 : index + 2]):
            continue  # "open the chest" is a verb
        gain = sentence.units[index].norm
        prop = _GAINED[gain] if gain in _GAINED else _ONLY_COMPARED[gain]
        phrases, after = reader.phrases(sentence, index + 1, *_GAINING_THINGS)
        phrases = [one for one in phrases if one.family == REGION or one.term.iri.endswith(_ANYBODY)]
        if not ends_phrase(sentence, after):
            continue  # "a stronger back stretch"
        for phrase in phrases:
            if phrase.family == REGION or prop in _OF_MIND:
                hedged = reader.is_hedged(sentence, index)
                yield changed_region.relation(passage, prop, gained(phrase, gain, reader), hedged=hedged)


@rule("relieves")
def lesser_noun(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """A condition of which there is less: "less stress and anxiety", "a reduced risk of osteoporosis"."""
    sentence = passage.sentence
    for index in sentence.worded(_LESSER):
        if not _is_listed_change(passage, index) or reader.is_negated(sentence, index):
            continue
        place = index + 1
        if place + 1 < len(sentence.units) and sentence.units[place].norm in _RISKS:
            place += 2
        families = (CONDITION,) if sentence.units[index].norm in _FEWER else (CONDITION, *GOOD)
        phrases, after = reader.phrases(sentence, place, *families)
        if ends_phrase(sentence, after, *_LAID_ON):  # "less strain on the knees"
            for phrase in phrases:
                yield lesser_noun.relation(passage, "relieves", phrase.term, hedged=reader.is_hedged(sentence, index))


@rule("improves", "relieves")
def made_better(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """What a pose makes better or less: "makes breathing easier and digestion smoother", "makes headaches rarer"."""
    sentence = passage.sentence
    for verb in sentence.worded(_RENDERING):
        place = verb + 1
        while place < len(sentence.units) and not reader.is_negated(sentence, verb):
            phrases, after = reader.phrases(sentence, place, *GOOD, CONDITION)
            while after < len(sentence.units) and sentence.units[after].text.casefold() in _DEGREES:
                after += 1
            how = sentence.units[after].text.casefold() if phrases and after < len(sentence.units) else ""
            if how not in _BETTERED and how not in _LESSENED:
                break
            for phrase in phrases:
                if (phrase.family == CONDITION) == (how in _LESSENED):
                    prop = "relieves" if phrase.family == CONDITION else "improves"
                    yield made_better.relation(passage, prop, phrase.term)
            if not any(unit.joins for unit in sentence.units[after + 1 : after + 2]):
                break
            place = after + 2


@rule("improves")
def benefits_counted(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """What the benefits of a pose are said to be: "Its benefits include focus and weight loss"."""
    sentence = passage.sentence
    counting = _counting(sentence)
    if counting is not None and not reader.is_negated(sentence, counting):
        for phrase in reader.phrases(sentence, counting + 1, *GOOD)[0]:
            yield benefits_counted.relation(passage, "improves", phrase.term)


@rule("calms", "improves", "relaxes", "relieves")
def changes_itself(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """What changes by itself: "Digestion improves", "back pain goes away", "the mind calms down"."""
    sentence = passage.sentence
    telling = passage.section in _TELLING
    if not telling and not sentence.worded(_ALLOWING) and not _tells_of_conditions(passage):
        return
    for match in _CHANGES_ITSELF.finditer(sentence.text):
        prop = next(name for name, words_ in match.groupdict().items() if words_)
        place = sentence.span.start + match.start()
        stop = next((index for index, unit in enumerate(sentence.units) if unit.start >= place), 0)
        if reader.is_negated(sentence, stop):
            continue
        if stop and sentence.units[stop - 1].norm == "to":
            stop -= 1  # "allows the mind to settle"
        allowed = any(unit.text.casefold() in _ALLOWS for unit in sentence.units[:stop])
        if not telling and not allowed and prop != "relieves":
            continue
        families = _CHANGING[prop]
        if prop == "improves" and _GETS_BETTER.search(match.group()):
            families = (*families, CONDITION)
        for phrase in subjects_before(sentence, stop, reader, *families):
            if phrase.term.iri.endswith(_ILLNESS) or _opens_condition(sentence, phrase.first - 1):
                continue
            eased = phrase.family == CONDITION
            if not telling and not allowed and not eased:
                continue
            yield changes_itself.relation(passage, "relieves" if eased else prop, phrase.term)


@rule("opens", "stretches", "strengthens", "lengthens")
def opens_itself(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """Regions that open by themselves: "the chest expands fully", "the spine lengthens"."""
    sentence = passage.sentence
    for place in sentence.named(REGION) if passage.section in _TELLING else ():
        verb = place + 1
        while verb < len(sentence.units) and sentence.units[verb].norm in _BEFORE_GAIN:
            verb += 1  # "the hips will open"
        prop = _DOING_ITSELF.get(sentence.units[verb].text.casefold()) if verb < len(sentence.units) else None
        if prop is not None and _ends_clause(sentence, verb + 1) and not reader.is_negated(sentence, verb):
            phrases = list_before(sentence, place + 1, reader, REGION)
            if phrases and any(
                one.text.casefold().startswith("keep") for one in sentence.units[: phrases[0].first][-2:]
            ):
                continue  # "keeping the chest open" is how the pose is held
            for phrase in phrases[int(is_mere_pair(sentence, phrases)) :]:
                yield opens_itself.relation(passage, prop, phrase.term)


@rule("improves", "opens", "relieves", "strengthens", "stretches", "tones", "treats")
def listed_benefit(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """An item of a list of benefits that is nothing but names: "Flexibility of the spine", "Asthma"."""
    units = passage.sentence.units
    # Under "Benefits" a paragraph may go over to warnings.
    stands_alone = passage.kind == "item" or passage.alone or (passage.first and passage.section != "benefits")
    if passage.section not in _TELLING or not stands_alone:
        return
    if not all(is_noun_use(passage.sentence, index) for index in passage.sentence.cued("effect")):
        return
    opening = 0
    while opening + 1 < len(units) and units[opening].cue("introducers", "having") and not units[opening].entries:
        opening += 1  # "This is a great pose if you: have back pain"
    phrases, after = reader.phrases(passage.sentence, opening, *GOOD, CONDITION, REGION)
    if any(unit.is_word for unit in units[after:]) or any(unit.norm in _DEMANDING for unit in units):
        return
    for phrase in phrases:
        if (prop := _listed_property(passage.section, phrase.family)) is not None:
            prop, term = strengthened(prop, phrase, passage.sentence, reader)
            yield listed_benefit.relation(passage, prop, term)


@rule("improves", "relieves", "strengthens")
def labelled_benefit(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """A benefit that is the label of its explanation: "Posture: the back learns to …", "Flat feet – lifts …"."""
    sentence, units = passage.sentence, passage.sentence.units
    if passage.section != "benefits" or not passage.first:
        return
    if not any(unit.norm in _SUMMING_UP for unit in units[1 : _LABEL_REACH + 1]):
        return
    if any(unit.cue("advice") and not unit.cue("effect") for unit in units):
        return
    phrases, after = reader.phrases(sentence, 0, *GOOD, CONDITION)
    labels = after + 1 < len(units) and units[after].norm in _SUMMING_UP and after <= _LABEL_REACH
    if not labels or not all(is_noun_use(sentence, place) for place in range(after) if units[place].cue("effect")):
        return
    for phrase in phrases:
        if phrase.term.iri.endswith(_ANYBODY):
            continue  # "Mind: it relieves stress"
        prop = "relieves" if phrase.family == CONDITION else "improves"
        prop, term = strengthened(prop, phrase, sentence, reader)
        yield labelled_benefit.relation(passage, prop, term)


def _is_aim_of_order(sentence: Sentence, index: int) -> bool:
    """Say whether a good thing is what an order is for that opens a sentence, and is not to practise the pose."""
    opening = sentence.units[0]
    if opening.norm in _PRACTISING or not any(unit.norm == "for" for unit in sentence.units[:index][-2:]):
        return False
    return orders(opening) or opening.text.casefold() in _STEADYING


def _counting(sentence: Sentence) -> int | None:
    """Return the place of the verb after which the benefits are told: "Its benefits include …"."""
    for index in sentence.worded(_COUNTED):
        for place in range(index + 1, min(index + _COUNTED_REACH, len(sentence.units))):
            unit = sentence.units[place]
            if unit.norm in _COUNTING:
                return place
            if unit.cue("effect") or not (unit.is_word or unit.norm == "("):
                break
    return None


def _is_listed_change(passage: Passage, index: int) -> bool:
    """Say whether a changed thing is told as a benefit: in a list of them, or after a verb of effect."""
    units = passage.sentence.units
    place = index
    while place and (units[place - 1].norm in _DEGREES or units[place - 1].cue("glue.determiners")):
        place -= 1
    before = units[place - 1] if place else None
    counting = _counting(passage.sentence)
    if passage.section not in _TELLING and (counting is None or counting > index):
        return False
    if any(unit.norm in _DEMANDING for unit in units[:index]):
        return False
    if before is None or before.cue("effect") or before.norm in _BEFORE_CHANGED or place - 1 == counting:
        return True
    gains = (unit.cue("better") or unit.cue("effect") or unit.norm in _LESSER for unit in units[:place])
    return before.joins and (counting is not None or any(gains))


def _ends_clause(sentence: Sentence, index: int) -> bool:
    """Say whether a verb before a unit has no object."""
    following = sentence.units[index] if index < len(sentence.units) else None
    if following is None or not following.is_word or is_adverb(following) or following.norm in _CLAUSE_WORDS:
        return True
    return following.joins or following.norm in _UPWARDS


def is_compared(sentence: Sentence, phrase: Phrase) -> bool:
    """Say whether an adjective tells how mind or body get, which is read as that: "better focus and a calmer mind"."""
    units = sentence.units[phrase.first : phrase.last]
    return phrase.term.iri.endswith(_ANYBODY) and any(unit.norm in _COMPARED for unit in units)


def _tells_of_conditions(passage: Passage) -> bool:
    """Say whether a sentence under no heading may tell that a condition gets less, and of no time or condition."""
    sentence = passage.sentence
    if passage.section is not None or not sentence.named(CONDITION) or sentence.units[0].cue("imperative"):
        return False
    return not sentence.worded(_UNTIL) and not sentence.cued("advice")


def _opens_condition(sentence: Sentence, index: int) -> bool:
    """Say whether a word opens a clause of condition or time: "once your balance improves", not "…, as it improves"."""
    if index < 0:
        return False
    word = sentence.units[index].norm
    return word in _SUBORDINATING and word != "for" and (word != "as" or index == 0)


def strengthened(prop: str, phrase: Phrase, sentence: Sentence, reader: Reader) -> tuple[str, Term]:
    """Return that a region is strengthened where its strength gets better."""
    region = _made_strong(sentence, phrase, reader) if prop == "improves" and phrase.family == GOOD[0] else None
    return ("strengthens", term_of(region)) if region is not None else (prop, phrase.term)


def _made_strong(sentence: Sentence, phrase: Phrase, reader: Reader) -> Entry | None:
    """Return the region whose strength a phrase names: "great strength in the calves", "core strength"."""
    units = sentence.units[phrase.first : phrase.last]
    opening = next((unit for unit in units if not (unit.is_plain or unit.cue("glue.determiners"))), units[0])
    name, _, head = phrase.term.label.rpartition(" ")
    if head != _STRENGTH:
        return None  # "the strength and flexibility of the feet" are two functions
    if opening.norm.startswith(_STRENGTH):
        return units[-1].entry(REGION)
    return reader.grounder.lexicon.named(name, REGION) or reader.grounder.region_of_adjective(name)


def gained(phrase: Phrase, gain: str, reader: Reader) -> Term:
    """Return what gets better in a region that becomes something: its flexibility, or the region itself."""
    region = reader.grounder.lexicon.entries.get(phrase.term.iri)
    if gain not in _FUNCTIONS or region is None:
        return phrase.term
    return reader.grounder.function_of(region, _FUNCTIONS[gain])


def _listed_property(section: str | None, kind: str) -> str | None:
    if kind == REGION:
        return section if section in _REGION_SECTIONS else None
    if section == "therapeutics":
        return "treats"
    return "relieves" if kind == CONDITION else "improves"
