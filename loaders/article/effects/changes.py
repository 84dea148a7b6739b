"""What gets better or less: functions, states and conditions."""

from __future__ import annotations

from collections.abc import Iterator

from yogakg.facts import Claim
from yogakg.lexicon import Entry
from yogakg.loaders.article.context import Passage, Reader, rule
from yogakg.loaders.article.coordination import CONDITION, GOOD, REGION, Phrase
from yogakg.loaders.article.effects.benefits import LESSER, is_listed_change
from yogakg.loaders.article.effects.clauses import (
    ends_phrase,
    list_before,
    orders,
    past_determiners,
    subjects_before,
    tells_effects,
)
from yogakg.loaders.article.effects.instructions import is_aim_of_order
from yogakg.loaders.article.effects.properties import (
    BODY_AND_MIND,
    ILLNESS,
    NO_GOOD_RAISED,
    ORGANS,
    SLOWED,
    strengthened,
)
from yogakg.loaders.article.effects.regions import COMPARED, is_compared
from yogakg.loaders.article.recognition.mentions import Sentence
from yogakg.loaders.article.recognition.words import pattern, words

_UNTIL = words("effect_words.until")
_RENDERING = words("effect_words.rendering")
#: "becomes so much", before a quality.
_TURNS = r"{effect_words.turning}(?: {effect_words.degrees})*"
_CHANGES_ITSELF = pattern(
    rf"\b(?:(?P<improves>{{effect_words.improving_itself}}|{{effect_words.working_itself}}"
    rf"|{_TURNS} {{effect_words.bettered}})"
    rf"|(?P<relieves>{{effect_words.lessening_itself}}|{_TURNS} {{effect_words.lessened}})"
    r"|(?P<calms>{effect_words.calming_itself})|(?P<relaxes>{effect_words.relaxing_itself}))"
    r"(?=\s*(?:[.,;:!*]|$|{effect_words.after_change}\b|\w+ly\b))"
)
#: What both functions and conditions do.
_GETS_BETTER = pattern(r"\b(?:improve|improves|improved|better)\b")
_CHANGING = {
    "improves": GOOD,
    "relieves": (CONDITION, *GOOD),
    "calms": (*GOOD, REGION),
    "relaxes": (REGION, "MentalState"),
}
_WORKS = pattern(r"{effect_words.working_itself}$")
_SLOWING = pattern(r"slow")
#: How blood is sent somewhere: "is supplied to".
_SUPPLIED_REACH = 4
_PASSING = frozenset({"is", "gets"})
_SENT = words("effect_words.sent")
_TO = frozenset({"to", "towards", "toward", "into"})
_GETTING = words("effect_words.getting_going")
_FLOWING = words("effect_words.flowing")
_BETTERED = words("effect_words.bettered")
_LESSENED = words("effect_words.lessened")
_DEGREES = words("effect_words.degrees")
_LAID_ON = words("effect_words.laid_on")
_RISKS = words("effect_words.risks")
#: Words that lessen conditions alone: "less energy" is no benefit.
_FEWER = frozenset({"less", "fewer"})
_SUBORDINATING = words("effect_words.subordinating")
_DEMANDING = words("effect_words.demanding")
_KEEPING = words("effect_words.keeping")
_STEADYING = words("effect_words.steadying")
_COMING = words("effect_words.coming_to_region")
_BRINGING = words("effect_words.bringing")
#: How often a condition comes back.
_SPELLS = words("effect_words.spells")
_KEPT = pattern(r"{effect_words.kept}\b")


@rule("improves", "lengthens", "strengthens")
def better_noun(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """A good thing that is said to get better: "leads to better posture", "improved digestion"."""
    sentence = passage.sentence
    for index in sentence.cued("better"):
        if sentence.units[index].norm == "more" and not tells_effects(passage):
            continue
        if any(before.norm in _DEMANDING for before in sentence.units[:index]):
            continue
        if _opens_posture(sentence, index):
            continue  # "A good posture before this one is …"
        if sentence.units[index].norm == "proper" and any(unit.norm == "with" for unit in sentence.units[:index][-1:]):
            continue  # "if it is done with proper alignment"
        if not tells_effects(passage) and is_aim_of_order(sentence, index):
            continue  # "Maintain even breaths for better focus"
        if not tells_effects(passage) and any(unit.norm in _STEADYING for unit in sentence.units[:index][-2:]):
            continue  # "as long as you can maintain proper form" is how the pose is held
        if reader.is_negated(sentence, index) or any(unit.joins for unit in sentence.units[index + 1 : index + 2]):
            continue  # "keeps the nerves healthy and the mind calm"
        built = index > 0 and sentence.units[index - 1].cue("effect") is not None
        opens = ((index == 0 and passage.kind == "item") or built) and tells_effects(passage)
        opens = opens and sentence.units[index].norm not in COMPARED
        if tells_effects(passage):
            for region in _supplied(sentence, index + 1, reader):
                term = reader.grounder.function_of(region, "blood circulation")
                yield better_noun.relation(passage, "improves", term, hedged=reader.is_hedged(sentence, index))
        phrases, _ = reader.phrases(sentence, index + 1, *GOOD, *((REGION,) if opens else ()))
        for phrase in phrases:
            if is_compared(sentence, phrase):
                continue
            prop, term = strengthened("improves", phrase, sentence, reader)
            yield better_noun.relation(passage, prop, term, hedged=reader.is_hedged(sentence, index))


@rule("relieves")
def lesser_noun(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """A condition of which there is less: "less stress and anxiety", "a reduced risk of osteoporosis"."""
    sentence = passage.sentence
    for index in sentence.worded(LESSER):
        if not is_listed_change(passage, index) or reader.is_negated(sentence, index):
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
    for verb in sentence.worded(_RENDERING | _GETTING):
        place = verb + 1
        while place < len(sentence.units) and not reader.is_negated(sentence, verb):
            phrases, after = reader.phrases(sentence, place, *GOOD, CONDITION)
            phrases, after = (phrases, after) if phrases else _blood(sentence, place, reader)
            while after < len(sentence.units) and sentence.units[after].text.casefold() in _DEGREES:
                after += 1
            how = sentence.units[after].text.casefold() if phrases and after < len(sentence.units) else ""
            flows = how in _FLOWING and tells_effects(passage) and not orders(sentence.units[verb])
            if how not in _BETTERED and how not in _LESSENED and not flows:
                break
            for phrase in phrases:
                if (phrase.family == CONDITION) == (how in _LESSENED):
                    prop = "relieves" if phrase.family == CONDITION else "improves"
                    yield made_better.relation(passage, prop, phrase.term)
            if not any(unit.joins for unit in sentence.units[after + 1 : after + 2]):
                break
            place = after + 2


@rule("calms", "improves", "relaxes", "relieves")
def changes_itself(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """What changes by itself: "Digestion improves", "back pain goes away", "the mind calms down"."""
    sentence = passage.sentence
    telling = tells_effects(passage)
    if not telling and not sentence.worded({"allow"}) and not _tells_of_conditions(passage):
        return
    for match in _CHANGES_ITSELF.finditer(sentence.text):
        prop = next(name for name, found in match.groupdict().items() if found)
        place = sentence.span.start + match.start()
        stop = next((index for index, unit in enumerate(sentence.units) if unit.start >= place), 0)
        if reader.is_negated(sentence, stop):
            continue
        if stop and sentence.units[stop - 1].norm == "to":
            stop -= 1  # "allows the mind to settle"
        allowed = any(unit.text.casefold() == "allows" for unit in sentence.units[:stop])
        if not telling and not allowed and prop != "relieves":
            continue
        families = _CHANGING[prop]
        if prop == "improves" and _GETS_BETTER.search(match.group()):
            families = (*families, CONDITION)
        works = prop == "improves" and _WORKS.match(match.group()) is not None
        if works:
            families = (*families, REGION)
        subjects = subjects_before(sentence, stop, reader, *families)
        mixed = prop == "relieves" and len({phrase.family == CONDITION for phrase in subjects}) > 1
        for phrase in subjects:
            if mixed and phrase.family != CONDITION and not phrase.term.iri.endswith(NO_GOOD_RAISED):
                continue  # "keeps the mind calm and anxiety and stress go down"
            if phrase.term.iri.endswith(ILLNESS) or _opens_condition(sentence, phrase.first - 1):
                continue
            if works and phrase.family == REGION and phrase.term.kind not in ORGANS:
                continue  # that the legs work well says little
            if _SLOWING.match(match.group()) and not phrase.term.iri.endswith(SLOWED):
                continue  # "digestion slows down"
            if not telling and any(unit.text.casefold() == "my" for unit in sentence.units[: phrase.last]):
                continue  # a reader's comment
            eased = phrase.family == CONDITION
            if not telling and not allowed and not eased:
                continue
            yield changes_itself.relation(passage, "relieves" if eased else prop, phrase.term)


@rule("balances")
def brought_into_balance(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """What a pose brings into balance: "brings the nervous system into balance", "the hormones come into balance"."""
    sentence, units = passage.sentence, passage.sentence.units
    for index in sentence.worded({"balance"}) if tells_effects(passage) else ():
        into = index - 1
        if into < 1 or units[into].norm != "into" or reader.is_negated(sentence, into):
            continue
        if units[into - 1].text.casefold() in _COMING:
            phrases = list_before(sentence, into - 1, reader, *GOOD, REGION)
        else:
            phrases = list_before(sentence, into, reader, *GOOD, REGION)
            verb = phrases[0].first - 1 if phrases else -1
            if verb < 0 or units[verb].text.casefold().split()[0] not in _BRINGING:
                continue
        for phrase in phrases:
            if not phrase.term.iri.endswith(BODY_AND_MIND[:1]):
                yield brought_into_balance.relation(passage, "balances", phrase.term)


@rule("controls")
def kept_in_check(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """Conditions that a pose keeps small: "keeps headaches and insomnia in check"."""
    sentence = passage.sentence
    for index in sentence.worded(_KEEPING):
        phrases, after = reader.phrases(sentence, index + 1, CONDITION, *GOOD)
        if after < len(sentence.units) and sentence.units[after].norm in _SPELLS:
            after += 1  # "keeps asthma attacks at bay"
        if is_kept(sentence, index, after) and not reader.is_negated(sentence, index):
            for phrase in phrases:
                yield kept_in_check.relation(passage, "controls", phrase.term)


def _opens_posture(sentence: Sentence, index: int) -> bool:
    """Say whether "posture" is a pose that is judged: "A good posture", "is a healthy posture"."""
    units = sentence.units
    noun = any(unit.norm == "posture" for unit in units[index + 1 : index + 2])
    one = index > 0 and units[index - 1].text.casefold() in {"a", "another", "one"}
    return noun and one and (index == 1 or not units[index - 2].cue("effect"))


def _supplied(sentence: Sentence, index: int, reader: Reader) -> Iterator[Entry]:
    """Yield the regions to which blood is sent: after "more", "blood is supplied to the brain and the eyes"."""
    spoken = [unit.norm for unit in sentence.units[index : index + _SUPPLIED_REACH]]
    if spoken[:1] != ["blood"] or len(spoken) < _SUPPLIED_REACH or spoken[1] not in _PASSING:
        return
    if spoken[2] in _SENT and spoken[3] in _TO:
        for phrase in reader.phrases(sentence, index + _SUPPLIED_REACH, REGION)[0]:
            if (region := reader.grounder.lexicon.entries.get(phrase.term.iri)) is not None:
                yield region


def _blood(sentence: Sentence, index: int, reader: Reader) -> tuple[list[Phrase], int]:
    """Return the circulation where the blood stands for it: "gets your blood flowing"."""
    place = past_determiners(sentence, index)
    bled = sentence.units[place : place + 1]
    term = reader.grounder.named("blood circulation", GOOD[0])
    if term is None or [unit.norm for unit in bled] != ["blood"]:
        return [], index
    return [Phrase(term, GOOD[0], place, place + 1)], place + 1


def is_kept(sentence: Sentence, verb: int, after: int) -> bool:
    """Say whether a verb tells that what stands before a unit is kept small: "keeps the blood pressure in check"."""
    rest = " ".join(unit.norm for unit in sentence.units[after : after + 3])
    return sentence.units[verb].norm in _KEEPING and _KEPT.match(rest) is not None


def _tells_of_conditions(passage: Passage) -> bool:
    """Say whether a sentence under no heading may tell that a condition gets less, and of no time or condition."""
    sentence = passage.sentence
    if passage.section is not None or not sentence.named(CONDITION) or sentence.units[0].cue("imperative"):
        return False
    return not sentence.worded(_UNTIL) and not sentence.cued("advice")


def _opens_condition(sentence: Sentence, index: int) -> bool:
    """Say whether a word opens a clause of condition or time: "once your balance improves", not "…, as it improves"."""
    while index > 0 and sentence.units[index].cue("glue.determiners"):
        index -= 1
    if index < 0:
        return False
    word = sentence.units[index].norm.rpartition(" ")[2]  # "wait until" is one unit
    return word in _SUBORDINATING and word != "for" and (word != "as" or index == 0)
