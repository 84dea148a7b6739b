"""For whom the advice of a clause is: those who have a condition that it names, or everybody.

A condition may instead be what the pose is used against, a difficulty or a discomfort in the pose, which a modification
answers.
"""

from __future__ import annotations

from itertools import pairwise, takewhile

from yogakg.lexicon import fold
from yogakg.loaders.article.advice import Condition, concerns, is_doer, is_label, orders
from yogakg.loaders.article.contraindications.assertion import IN_THIS_CASE, MODALS, is_person, names_people
from yogakg.loaders.article.contraindications.conditions import ABILITIES, AGES
from yogakg.loaders.article.contraindications.readings import SECTION, Reading, lists_after_ban
from yogakg.loaders.article.coordination import CONDITION
from yogakg.loaders.article.recognition.mentions import Sentence, Unit
from yogakg.loaders.article.recognition.words import pattern, words

#: Sections in which a symptom is a discomfort in the pose.
_SYMPTOM_SECTIONS = frozenset({"modifications", "variations", "steps"})
#: Sections in which a condition before a mark labels an advice: "Pregnancy: stay upright".
_LABEL_SECTIONS = frozenset({None, SECTION, "modifications", "about"})
#: Verbs of what comes up in the pose.
_SENSING = words("contraindication_words.sensing")
#: The same, and verbs of what somebody may also have without it: "experience".
_FEELING = words("contraindication_words.feeling")
#: How a region comes to feel: "if your knee gets tired".
_BECOMING = words("contraindication_words.becoming")
_THEM = frozenset({"they", "he", "she", "one"})
_CHANGES = "modifications"
_DISCOMFORT = "discomfort"
#: Words before people of an age that are somebody's.
_ONES_OWN = frozenset({"your", "my", "our", "their"})
#: States such as pregnancy, and words by which they are told as times.
_STATE = "PhysiologicalState"
_TIMES = words("advice_words.times") | {"throughout", "while", "when"}
#: Units from such a word to the state: "in the second half of pregnancy".
_TIME_REACH = 5
#: How words for what a limb feels in a pose that is held open.
_SENSATIONS = tuple(words("contraindication_words.sensations"))
_KIND_INJURY = "Injury"
_PROBLEM = "problem"
#: How what is felt in a pose reads, which a change of it answers.
_FELT = pattern(r"^{contraindication_words.felt}\b")
_POOR_BALANCE = pattern(
    r"\bbalance (?:be|is) (?:\w+ )?{contraindication_words.poor}\b|\b{contraindication_words.poor} balance\b"
)
_HARMFUL = "harmful"
_BEING = frozenset({"be", "is", "are", "also", "too"})
#: How a pose is left when it hurts: "come out of the pose if there is pain".
_STOPPING = pattern(r"\b{contraindication_words.stopping}\b")
#: What comes up in the pose: "when a headache starts during the practice".
_COMING_UP = pattern(
    r"\W*(?:(?:\w+ )?{contraindication_words.coming_up} (?:in|during|while|as you (?:do|practi[cs]e|hold))\b"
    r"|(?:after|while|when|during|on) (?:doing|practi[cs]ing|performing|holding) (?:it|this|the)\b)"
)
_STOP, _UNLESS = "stop", "unless"
_STIFF = words("contraindication_words.stiff")
#: How readers have a symptom for long: "if you live with vertigo".
_LIVING_WITH = words("contraindication_words.living_with")
_IN_CASE = frozenset({"in case of", "in cases of"})
#: Words that open what is done with a region: "with sciatica the legs can be bent".
_OWN = frozenset({"the", "your", "their", "both"})
_READERS = frozenset({"it", "you", "they", "one"})
#: Words that open a time, and units of one: "from the 20th week of pregnancy".
_SINCE = frozenset({"from", "after", "during"})
_OPENING_OF_TIME = 6
_BEFORE_CLAUSES = frozenset({":", "so"})
_TURNING = frozenset({"but", "and", "so", "however", "also", "then", "still"})
_OPENING_WORDS = words("contraindication_words.opening")
_OF_CONDITIONS = frozenset(map(fold, words("advice_words.of_conditions")))
_THEIRS = pattern(r"\b{contraindication_words.theirs}\b")
_USED_AGAINST = pattern(r"\b{contraindication_words.used_against}\s*(?:\w+\s+){0,2}$")
#: Kinds of conditions that somebody has before the practice, and that are no discomforts in it.
LASTING = frozenset({"Injury", "Disease", "PhysiologicalState", "RecoveryState"})
#: Sections that tell what a pose does, where a condition is rather what it is good for.
OF_EFFECTS = words("sections.telling_effects")
#: Units in which a clause says that it speaks of people: "for example, those with …".
OPENING = 4


def is_meant(reading: Reading, condition: Condition) -> bool:
    """Say whether the advice of a clause is for those with a condition of it."""
    section = reading.passage.section
    symptom = is_symptom(condition) or any(_DISCOMFORT in unit.norm for unit in reading.words_of(condition))
    if symptom or any(unit.norm in _SENSING for unit in reading.sentence.units[: condition.phrase.last]):
        lasting = reading.advice == "Avoid" or _is_had(reading, condition)
        felt = _follows_feeling(reading, condition) and not _opens_with_ban(reading)
        brought_in = condition.introduced or (reading.advice == "Avoid" and _is_subject(reading, condition))
        barred = (lasting and brought_in and not felt) or _is_beside_illness(reading, condition)
        if (_answers_symptoms(reading) and not barred) or is_felt(reading, condition):
            return False  # a discomfort in the pose, which a modification answers
    if is_group(condition) and not _is_addressed(reading, condition):
        return False
    if reading.advice == "Avoid" and not condition.introduced and _is_harmful_itself(reading, condition):
        return False
    if is_group(condition) and reading.advice == "Modify" and _only_tells(reading, condition):
        return False
    if reading.advice == "Modify" and (_is_difficulty(reading, condition) or _only_limits(reading, condition)):
        return False
    labels = section in _LABEL_SECTIONS or reading.advice == "Avoid"
    labelled = labels and _opens_label(reading, condition) and _is_labelled(reading, condition)
    if section == SECTION or (labelled and not is_stiffness(reading, condition)):
        return True
    ways = (_is_answered, is_topic, _is_time, _opens_clause, _is_listed_after_change)
    addressed = any(way(reading, condition) for way in ways)
    addressed = addressed or is_doer(reading.sentence, condition, reading.conditions)
    if reading.advice == "Modify" and not (addressed or _is_theirs(reading.sentence, condition)):
        return False
    if IN_THIS_CASE.search(reading.sentence.text):
        return True
    if reading.advice in {"Avoid", "Caution"} and concerns(reading.sentence, condition.opening):
        return True
    addressed = addressed or condition.introduced or lists_after_ban(reading.sentence, condition.opening)
    lasting = condition.phrase.term.kind in LASTING and section not in OF_EFFECTS
    return addressed or names_people(reading.sentence.units) or lasting or _is_subject(reading, condition)


def _is_harmful_itself(reading: Reading, condition: Condition) -> bool:
    """Say whether a condition itself is what harms: "Too much stress can be harmful"."""
    bans = [reading.sentence.units[place] for place in reading.sentence.cued("advice", "avoid")]
    if not bans or not all(_HARMFUL in unit.norm for unit in bans):
        return False
    units = reading.sentence.units
    before, between = units[: condition.phrase.first], units[condition.phrase.last : units.index(bans[0])]
    subject = all(unit.cue("glue.determiners") or unit.cue("glue.adjectives") or unit.is_plain for unit in before)
    return subject and all(unit.norm in MODALS | _BEING for unit in between)  # but "Hernia: it is harmful"


def _answers_symptoms(reading: Reading) -> bool:
    """Say whether a clause stands where a symptom is a discomfort in the pose: among steps, changes and forms.

    What bars the pose or calls for care beside the steps does so for a symptom too.
    """
    warns = reading.passage.beside_steps and reading.advice != "Modify"
    return reading.passage.section in _SYMPTOM_SECTIONS and not warns


def is_group(condition: Condition) -> bool:
    """Say whether a condition is only the age of people: "children"."""
    return condition.phrase.term.iri.endswith(AGES)


def _is_addressed(reading: Reading, condition: Condition) -> bool:
    """Say whether people of an age are those advised, and not others about: "with your family or children"."""
    before = reading.sentence.units[: condition.opening.first]
    return all(unit.text.casefold() not in _ONES_OWN for unit in before[-OPENING:])


def _only_tells(reading: Reading, condition: Condition) -> bool:
    """Say whether a clause tells of people of an age what they do, and nothing to do: "Toddlers do it with ease"."""
    obliged = any(unit.norm.partition(" ")[0] in MODALS for unit in reading.sentence.units)
    return condition.opening.first <= 1 and not obliged and not _is_labelled(reading, condition)


def _opens_label(reading: Reading, condition: Condition) -> bool:
    """Say whether a clause opens with a condition, or with a difficulty before it: "Tight hips or arthritis: …"."""
    before = reading.sentence.units[: condition.opening.first]
    if all(unit.joins or unit.cue("glue.determiners") or unit.entry("Limitation") is not None for unit in before):
        return True
    # "Neck surgery in the last year, low back pain: …"
    after_another = any(one.opening.first <= 1 and one.opening != condition.opening for one in reading.conditions)
    return after_another and not any(
        unit.cue("advice") or unit.cue("imperative") or unit.norm in MODALS for unit in before
    )


def _is_labelled(reading: Reading, condition: Condition) -> bool:
    """Say whether a mark parts the list of a condition from what it labels: "Gout, migraine: leave it out"."""
    listed = [one.phrase for one in reading.conditions if one.opening == condition.opening]
    return is_label(reading.sentence, max(listed, key=lambda phrase: phrase.last))


def _is_beside_illness(reading: Reading, condition: Condition) -> bool:
    """Say whether a symptom shares its label with an illness, and is no discomfort: "Sore wrist or arthritis: …"."""
    beside = (one for one in reading.conditions if one.opening == condition.opening)
    ill = any(_is_illness(reading, one) for one in beside)
    return ill and is_symptom(condition) and _is_labelled(reading, condition) and not is_stiffness(reading, condition)


def _is_illness(reading: Reading, condition: Condition) -> bool:
    """Say whether a condition is one that lasts, by its own name: not the wrist in "sore elbow or wrist"."""
    named = any(unit.entry(CONDITION) for unit in reading.words_of(condition))
    return named and condition.phrase.term.kind in LASTING


def _is_difficulty(reading: Reading, condition: Condition) -> bool:
    """Say whether a condition is only what is hard in the pose, which a change of it answers: "balance issues"."""
    term, units = condition.phrase.term, reading.words_of(condition)
    said = " ".join(unit.norm for unit in units)
    near = reading.sentence.units[max(0, condition.phrase.first - 1) : condition.phrase.last + 2]
    around = " ".join(unit.norm for unit in near)
    if _answers_symptoms(reading) and _FELT.search(said) and not _is_beside_illness(reading, condition):
        return True  # "Sensitive knees: pad them"
    if not ABILITIES.isdisjoint(said.split()) or _POOR_BALANCE.search(around):
        return True  # "flexibility issues", "if your balance is poor"
    among_warnings = reading.passage.section == SECTION and term.kind in LASTING
    medical = term.kind == _KIND_INJURY or term.label.endswith(_PROBLEM) or among_warnings
    return not medical and any(unit.entry("Limitation") for unit in units)


def _is_answered(reading: Reading, condition: Condition) -> bool:
    """Say whether a list of changes answers a lasting condition: "Hands on hips for high blood pressure"."""
    first = condition.opening.first
    before = next((unit for unit in reversed(reading.sentence.units[:first]) if not unit.cue("glue.determiners")), None)
    listed = reading.passage.section == _CHANGES and reading.passage.kind == "item"
    lasting = condition.phrase.term.kind in LASTING
    return listed and lasting and reading.advice == "Modify" and before is not None and before.norm == "for"


def _is_listed_after_change(reading: Reading, condition: Condition) -> bool:
    """Say whether a list follows an advice to change the pose: "Modify in the following cases: pregnancy, …"."""
    before = reading.sentence.units[: condition.opening.first]
    return bool(before) and before[0].cue("advice", "modify") is not None and any(unit.norm == ":" for unit in before)


def _opens_clause(reading: Reading, condition: Condition) -> bool:
    """Say whether a sentence opens with whom it advises: "With an injury of the back, avoid this pose"."""
    first, units = condition.opening.first, reading.sentence.units
    # "Advice: with …", "…, so in pregnancy …"
    labels = (place + 1 for place in range(first - 1, -1, -1) if units[place].norm in _BEFORE_CLAUSES)
    opening = units[next(labels, 0) : first]
    if opening and opening[0].text.casefold() in _TURNING:
        opening = opening[1:]  # "But in late pregnancy …"
    if (
        not opening
        or opening[0].norm not in _OPENING_WORDS
        or len(opening) > (_OPENING_OF_TIME if opening[0].norm in _SINCE else OPENING)
    ):
        return False
    changed = reading.advice == "Modify" and is_symptom(condition)
    if changed and (_answers_symptoms(reading) or opening[0].norm == "for"):
        return False  # "With sore knees, sit on a blanket" is for a difficulty
    following = reading.sentence.units[condition.phrase.last :]
    parted = any(unit.norm == "," or unit.cue("advice", "avoid") for unit in following) or any(
        orders(unit) or (reading.advice == "Modify" and unit.norm in _OWN | _READERS) for unit in following[:1]
    )
    return parted and not any(unit.cue("effect") for unit in opening)


def _is_time(reading: Reading, condition: Condition) -> bool:
    """Say whether a state is told as a time, which is always somebody's: "lie on your side after the first months"."""
    first, units = condition.opening.first, reading.sentence.units
    before = takewhile(_goes_on, reversed(units[max(0, first - _TIME_REACH) : first]))
    state = condition.phrase.term.kind == _STATE and reading.passage.section not in OF_EFFECTS
    return state and any(unit.norm in _TIMES for unit in before)


def _goes_on(unit: Unit) -> bool:
    """Say whether a word may stand between a time and the state that it is of."""
    return unit.is_word and unit.cue("advice") is None


def is_topic(reading: Reading, condition: Condition) -> bool:
    """Say whether a clause opens with a lasting condition, of which it speaks: "Poor eyesight makes it harder, …"."""
    lasting = condition.phrase.term.kind in LASTING and reading.passage.section not in OF_EFFECTS
    opening = reading.sentence.units[: condition.opening.first]
    return lasting and len(opening) <= 1 and all(unit.cue("glue.determiners") for unit in opening)


def _is_subject(reading: Reading, condition: Condition) -> bool:
    """Say whether a condition is the subject of the advice: "glaucoma and migraine are contraindications"."""
    units = reading.sentence.units
    place = next((place for place, unit in enumerate(units) if unit.norm in _OF_CONDITIONS), 0)
    return condition.phrase.last <= place and not any(unit.entry("Pose") for unit in units[:place])


def is_felt(reading: Reading, condition: Condition) -> bool:
    """Say whether a symptom is one that the pose brings: "if you feel numbness, come out of it"."""
    if reading.advice is None and _is_listed_as_barring(reading):
        return False
    only_stops = is_symptom(condition) and _only_stops(reading) and not _is_had(reading, condition)
    if reading.advice == "Avoid" and (_opens_with_ban(reading) or not only_stops):
        return False
    if is_symptom(condition) and any(unit.norm.startswith(_SENSATIONS) for unit in reading.words_of(condition)):
        return True  # "if your feet tingle or go numb, bend the knees"
    if is_symptom(condition) and reading.advice in {None, "Modify"} and _comes_up(reading, condition):
        return True  # "When a headache starts during the practice, lower the arms"
    stops = is_symptom(condition) and _STOPPING.search(reading.sentence.text)
    return bool(stops) or _follows_feeling(reading, condition)


def _is_listed_as_barring(reading: Reading) -> bool:
    """Say whether a clause only tells when the pose is left out: "When to avoid it" over "You feel dizzy"."""
    passage = reading.passage
    over = [line for line in (passage.lead, passage.heading) if line is not None]
    conditional = any(unit.cue("introducers", "conditional") for line in over for unit in line.units)
    return passage.section == SECTION and passage.alone and (passage.kind == "item" or conditional)


def _comes_up(reading: Reading, condition: Condition) -> bool:
    """Say whether a symptom is told to come up in the pose: "When a headache starts during the practice, …"."""
    after = reading.words_of(condition)[-1].end - reading.sentence.span.start
    return _COMING_UP.match(reading.sentence.text, after) is not None


def _opens_with_ban(reading: Reading) -> bool:
    """Say whether a clause first bars the pose, and then tells when: "Avoid it if you feel dizzy", "safe unless …"."""
    opening = next((unit for unit in reading.sentence.units if unit.is_word), None)
    bars = opening is not None and opening.cue("advice", "avoid") is not None
    return reading.advice == "Avoid" and (bars or any(unit.norm == _UNLESS for unit in reading.sentence.units))


def _only_stops(reading: Reading) -> bool:
    """Say whether a clause bars no more than to go on: "stop the pose if it hurts", "choose another position"."""
    units, bans = reading.sentence.units, reading.sentence.cued("advice", "avoid")
    return all(_STOP in units[place].norm.split() for place in bans)


def is_symptom(condition: Condition) -> bool:
    """Say whether a condition is a symptom, which may also be felt in the pose only."""
    return condition.phrase.term.kind == "Symptom"


def is_stiffness(reading: Reading, condition: Condition) -> bool:
    """Say whether a symptom only limits a movement: "tightness in the hamstrings"."""
    return any(word in _STIFF for unit in reading.words_of(condition) for word in unit.norm.split())


def _only_limits(reading: Reading, condition: Condition) -> bool:
    """Say whether a stiffness stands for no more than itself: "for a stiff neck keep looking down"."""
    opening = reading.sentence.units[condition.opening.first : condition.opening.last]
    shared = any(word in _STIFF for unit in opening for word in unit.norm.split())  # "stiff hips or hamstrings"
    shared = shared and not _is_illness(reading, condition)  # but "stiff hips or arthritis"
    return (shared or (is_symptom(condition) and is_stiffness(reading, condition))) and not condition.introduced


def _is_had(reading: Reading, condition: Condition) -> bool:
    """Say whether a symptom is that of people who have it, in the pose or not: "those with lower back pain"."""
    if is_stiffness(reading, condition):
        return False
    units = reading.sentence.units
    before = units[max(0, condition.opening.first - OPENING) : condition.opening.first]
    had = names_people(before) and any(unit.cue("introducers", "having") for unit in before)
    had = had or any(unit.norm in _LIVING_WITH for unit in before)
    return had or any(unit.norm in _IN_CASE for unit in before)


def _follows_feeling(reading: Reading, condition: Condition) -> bool:
    """Say whether words such as "if you feel" stand before a condition, as before what comes up in the pose."""
    before = reading.sentence.units[max(0, condition.phrase.first - 6) : condition.phrase.last]
    if names_people(before) or not any(unit.norm in _FEELING or unit.text in _BECOMING for unit in before):
        return False  # "those experiencing sciatica"
    if any(one.norm in _THEM and other.norm in _SENSING for one, other in pairwise(before)):
        return True  # "people with asthma should rest when they feel tired"
    others = (other for other in reading.conditions if other.opening != condition.opening and other.introduced)
    return all(map(is_symptom, others))  # "if you are pregnant or experience anxiety"


def _is_theirs(sentence: Sentence, condition: Condition) -> bool:
    """Say whether a sentence first names who has a condition and then what they change.

    Else the pose, or the change, is used against the condition.
    """
    if IN_THIS_CASE.search(sentence.text):
        return True
    following = sentence.units[condition.phrase.last : condition.phrase.last + 1]
    last = following[0] if following and is_person(following[0]) else sentence.units[condition.phrase.last - 1]
    whole = sentence.text[: last.end - sentence.span.start]  # "asthma patients"
    first = condition.phrase.first
    people = names_people(sentence.units[max(0, first - 3) : first])  # "for those experiencing sciatica"
    return bool(_THEIRS.search(whole)) and (people or not _USED_AGAINST.search(sentence.before(first)))
