"""The conditions of a sentence: where a list of them may open, and which phrases name one.

Words that name a condition are none as a verb ("it stresses the joint"), a measure ("a pile of cushions") or a load
("puts stress on the knees"), and phrases for any condition ("a medical condition") are left to disclaimers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import islice, pairwise, takewhile

from yogakg.lexicon import Entry, fold
from yogakg.loaders.article.advice import Condition
from yogakg.loaders.article.context import Reader
from yogakg.loaders.article.contraindications.assertion import (
    HEADS,
    USUAL,
    comes,
    end_of_relative,
    is_asserted,
    is_introduced,
    is_person,
    precedes_modal,
)
from yogakg.loaders.article.coordination import (
    CONDITION,
    PRONOUNS,
    Phrase,
    condition_words,
    heads_procedure,
    heads_what_follows,
    is_harm,
    is_state,
    named_states,
    names_group,
    names_injury,
    opens_region,
    opens_unknown,
    opens_weakness,
    sounds_medical,
)
from yogakg.loaders.article.recognition.mentions import Sentence, Unit
from yogakg.loaders.article.recognition.words import group, pattern, words

_DISEASE = "Disease"
#: Words before that with which a ban ends.
_UNTIL, _AFTER = "until", "after"
_TILL = frozenset({"until", "till"})
_WAIT_FOR = "wait for"
_SYMPTOM = "Symptom"
_RISK = "risk"
#: What concedes, how a pose is praised, and what for.
_CONCEDING = frozenset({"although", "though", "while", "whilst", "whereas"})
_GOOD = words("advice_words.good_if")
_FOR_WHAT = frozenset({"in", "for", "after", "during", "with"})
_PRAISE_REACH = 4
#: Whose a condition is, and what rises in a pose.
_THEIRS = frozenset({"your", "their", "his", "her", "one's"})
_RISING = tuple(words("contraindication_words.rising"))
#: What opens a clause that tells where a condition is common, and units in which it does.
_RELATIVE, _RELATIVE_REACH = "which", 6
_WITHIN = frozenset({"in", "during", "among"})
#: Words before an illness that somebody went through, and the units that they have.
_OVERCOME = pattern(r"\b{coordination.overcome}(?: \w+)?$")
_OVERCOMING = 4
#: Ways of standing that also name a condition.
_STANCES = words("coordination.stances")
#: Words before why something is barred, and units within which these stand.
_WHY = frozenset({"as", "because", "since", "otherwise", "else"})
_REASON_REACH = 5
_MONTH = "month"
_PREGNANT = "pregnan"
#: How the IRI of pregnancy ends.
_PREGNANCY = "/pregnancy"
#: The name of an injury of no region.
_INJURY = "injury"
#: Families of names with which a list of conditions may open.
_OPENING_FAMILIES = (CONDITION, "BodyRegion", "BodyFunction", "MentalState", "Trimester")
#: Conditions in disclaimers; they say nothing about a pose.
_GENERIC = frozenset(fold(phrase) for phrase in group("contraindication_words.generic"))
#: Words by which a sentence announces a list: "the following injuries".
ANNOUNCING = words("contraindication_words.announcing")
#: What a general head noun is joined with: "injuries or other problems".
_OTHERS = words("contraindication_words.others")
#: Words that point to what a text has named: "injuries in these areas".
POINTERS = words("contraindication_words.pointers")
_AREAS = words("contraindication_words.areas")
#: What a body has more or less of, which is no condition: "flexibility".
ABILITIES = words("coordination.located")
_MEASURES = words("coordination.measures")
#: What surgeons and injuries leave.
_WOUNDS = words("coordination.wounds")
_LEAVING_WOUNDS = frozenset({"Injury", "RecoveryState"})
#: Matters to think of, which also name conditions, and words before one of them.
_MATTERS = words("coordination.matters")
_ONE_OF = frozenset({"a", "an", "the", "one", "another", "only", "our", "my", "your"})
#: What a region bears in a pose: "stress", "pressure".
LOADS = words("advice_words.loads")
_REGION = "BodyRegion"
_THERE = "there"
#: Words of somebody's name.
_NAMES = 2
#: Characters of the longest acronym, with the ending of its plural.
_ACRONYM = 6
#: Verbs of hurting, and what tells when.
_ACHES = tuple(words("contraindication_words.aching_ends"))
#: What regions do, and a name of an illness as well: "hamstrings pull".
_PULLS = tuple(f" {verb}" for verb in group("coordination.pulls"))
_WHEN = frozenset({"when", "while", "whenever", "as"})
#: Ages of people, as ends of IRIs, of whom only those are meant who have a condition.
AGES = ("/childhood", "/old-age")
_HAVING = frozenset({"with", "who"})
_HAVING_REACH = 5
_OR = "or"
#: What is no illness behind such a verb.
_COLD = "cold"
_WEATHER = words("contraindication_words.weather")
_BEING = frozenset({"is", "are", "be", "feel", "feels", "get", "gets"})
_ON = frozenset({"on", "onto", "upon", "to"})


def conditions_in(sentence: Sentence, reader: Reader, *, of_asker: bool = False) -> Iterator[Condition]:
    """Find the conditions that a sentence asserts of somebody, or of the reader who asks: "I have gout. Can I …?"."""
    units = sentence.units
    end = max(condition_words(sentence), default=-1) + 1
    told = {place for place, _ in named_states(sentence)}
    index, found = 0, set[str]()  # the kinds of what was found
    while index < end:
        opens = index in told or _may_open(units, index)
        phrases, after = reader.phrases(sentence, index, CONDITION) if opens else ([], index)
        if phrases and not is_asserted(sentence, index, of_asker=of_asker):
            after = end_of_relative(units, index) or _next_subject(units, index, after)
        elif phrases:
            introduced = is_introduced(units, index)
            known = [phrase for phrase in phrases if not is_general(phrase, units)]
            if len(known) < len(phrases):  # "any health conditions or injuries"
                known = [phrase for phrase in known if not is_any_injury(phrase)]
            known = [phrase for phrase in known if not (found and _is_time(phrase, units))]
            may_come = comes(units[phrases[-1].last :], labelled=bool(found)) and not _is_had(units, index)
            known = [phrase for phrase in known if not (may_come and _is_outcome(units, phrase.first))]
            known = [phrase for phrase in known if not _is_no_case(phrase, units)]
            known = [_located(phrase, units, reader) for phrase in known if not _points_back(phrase, units, found)]
            found.update(phrase.term.kind for phrase in known)
            yield from (Condition(phrase, introduced, phrases[0]) for phrase in known)
            if phrases[0] not in known and any(unit.cue("glue.such_as") for unit in units[index:after]):
                return  # "any medical condition such as …": advice for life, not for the pose
        index = max(after if phrases else index, index + 1)


def _has_another(phrase: Phrase, units: Sequence[Unit]) -> bool:
    """Say whether people of an age or in a state are only meant if they have a condition.

    "Elderly patients with kyphosis", "pregnant women with a weak cervix".
    """
    following = units[phrase.last : phrase.last + _HAVING_REACH]
    if any(unit.norm == _OR for unit in following[:1]):
        return False  # "those who are elderly or have gout"
    if not any(unit.entry(CONDITION) for unit in following[1:]):
        return False
    having = any(unit.norm in _HAVING for unit in following[:2])
    if is_pregnancy(phrase):
        return having and (is_person(units[phrase.last - 1]) or any(map(is_person, following[:1])))
    having = having or any(unit.cue("introducers", "having") for unit in following[:2])
    return having and phrase.term.iri.endswith(AGES)


def _is_no_case(phrase: Phrase, units: Sequence[Unit]) -> bool:
    """Say whether a phrase names no case of a condition: an age that has another, somebody's name, the end of a ban."""
    return (
        _has_another(phrase, units)
        or _is_somebodys_name(units[phrase.first : phrase.last + 1])
        or _ends_ban(units, phrase)
        or _is_where_common(units, phrase.first)
        or _is_the_risk(units, phrase)
        or _rises(units, phrase)
        or _is_helped_though(units, phrase.first)
    )


def _is_had(units: Sequence[Unit], index: int) -> bool:
    """Say whether people have what a list names: "those with gout may follow the other version"."""
    before = next((unit for unit in reversed(units[:index]) if not unit.cue("glue.determiners")), None)
    return before is not None and before.cue("introducers", "having") is not None


def _is_outcome(units: Sequence[Unit], index: int) -> bool:
    """Say whether what may come bars nobody: there is no ban, or this is why: "…, as gas or nausea may result"."""
    warns = any(unit.cue("advice", "avoid") or unit.cue("advice", "caution") for unit in units)
    clause = takewhile(lambda unit: unit.is_word and not unit.cue("advice"), reversed(units[:index]))
    return not warns or any(unit.norm in _WHY or unit.cue("causes") for unit in islice(clause, _REASON_REACH))


def _ends_ban(units: Sequence[Unit], phrase: Phrase) -> bool:
    """Say whether a ban ends with what is named: "leave it until after the birth", "wait for the swelling to go"."""
    index = phrase.first
    told_after = units[index].norm.startswith(_AFTER) and " " in units[index].norm
    if told_after and index > 0 and units[index - 1].norm.endswith(_UNTIL):
        return True
    if phrase.term.kind != _SYMPTOM:
        return False
    before = next((unit.norm for unit in reversed(units[:index]) if not unit.cue("glue.determiners")), "")
    return before in _TILL or before.startswith(_WAIT_FOR) or units[index].norm.startswith(_WAIT_FOR)


def _is_the_risk(units: Sequence[Unit], phrase: Phrase) -> bool:
    """Say whether a sentence only tells what the risk is: "The risk of falling is there"."""
    opens = phrase.first == 1 and units[0].text.casefold() == "the"
    return opens and units[1].norm.startswith(_RISK)


def _is_helped_though(units: Sequence[Unit], index: int) -> bool:
    """Say whether a clause concedes that the pose is good for a condition: "…, although it is useful in asthma"."""
    clause = list(takewhile(lambda unit: unit.is_word, reversed(units[:index])))
    praised = any(one.norm in _FOR_WHAT and other.norm in _GOOD for one, other in pairwise(clause[:_PRAISE_REACH]))
    linked = units[index].norm.partition(" ")[0] in _FOR_WHAT  # "after childbirth"
    praised = praised or (linked and bool(clause) and clause[0].norm in _GOOD)
    return praised and any(unit.text.casefold() in _CONCEDING for unit in clause)


def _rises(units: Sequence[Unit], phrase: Phrase) -> bool:
    """Say whether a clause only tells what rises in the pose: "…, as pressure in the eyes goes up"."""
    before = takewhile(lambda unit: unit.cue("glue.determiners"), reversed(units[: phrase.first]))
    owned = any(unit.text.casefold() in _THEIRS for unit in before)
    reach = units[max(0, phrase.first - 2) : phrase.first]
    following = " ".join(unit.text.casefold() for unit in units[phrase.last : phrase.last + 2])
    return not owned and any(unit.norm in _WHY for unit in reach) and following.startswith(_RISING)


def _is_where_common(units: Sequence[Unit], index: int) -> bool:
    """Say whether a state is only where another condition is common: "piles, which are frequent in pregnancy"."""
    before = [unit.norm for unit in units[max(0, index - _RELATIVE_REACH) : index]]
    return _RELATIVE in before and not USUAL.isdisjoint(before) and not _WITHIN.isdisjoint(before[-2:])


def _points_back(phrase: Phrase, units: Sequence[Unit], found: Set[str]) -> bool:
    """Say whether a phrase only points to a condition told before: "Knee injury: fold the hurt leg".

    The same of what injuries and surgeons leave: "Eye surgery: the wound has to heal". ``found`` has the kinds of those
    told before.
    """
    pointed = phrase.first > 0 and units[phrase.first - 1].text.casefold() == "the"
    pointed = pointed or units[phrase.first].text.casefold() == "the"
    if pointed and units[phrase.last - 1].norm in _WOUNDS:
        return not _LEAVING_WOUNDS.isdisjoint(found)
    return bool(found) and pointed and phrase.last - phrase.first > 1 and is_harm(units[phrase.first])


def _located(phrase: Phrase, units: Sequence[Unit], reader: Reader) -> Phrase:
    """Locate a bare head noun in the region that labels its sentence: "Knee: not with an acute injury".

    The same in the region to which "there" points: "a weak back, or an injury there".
    """
    if fold(phrase.term.label) not in HEADS:
        return phrase
    region = units[0].entry(_REGION) if len(units) > 1 and units[1].norm == ":" else None
    region = region or _region_there(phrase, units, reader)
    if region is None:
        return phrase
    return replace(phrase, term=reader.grounder.condition_of(region, phrase.term.label))


def _region_there(phrase: Phrase, units: Sequence[Unit], reader: Reader) -> Entry | None:
    """Return the region told last before a phrase that "there" ends; a clause may open with "there is" as well."""
    following = units[phrase.last : phrase.last + 2]
    if not following or following[0].norm != _THERE or any(is_state(unit) for unit in following):
        return None
    told = (unit.entry(_REGION, CONDITION) for unit in reversed(units[: phrase.first]))
    last = next((entry for entry in told if entry is not None), None)
    if last is None or last.family == _REGION:
        return last
    return reader.grounder.lexicon.entries.get(last.affects[0]) if len(last.affects) == 1 else None


def _is_time(phrase: Phrase, units: Sequence[Unit]) -> bool:
    """Say whether a phrase only tells how long ago something was: "surgery in the last three months"."""
    own = units[phrase.first : phrase.last]
    said = " ".join(unit.norm for unit in own)
    return is_pregnancy(phrase) and _MONTH in said and _PREGNANT not in said


def conditions_before(sentence: Sentence, index: int, reader: Reader) -> list[Phrase]:
    """Return the conditions that stand before a unit in its sentence."""
    for start in range(index):
        if _may_open(sentence.units, start):
            phrases, _ = reader.phrases(sentence, start, CONDITION, stop=index)
            if phrases:
                return phrases
    return []


def _next_subject(units: Sequence[Unit], first: int, last: int) -> int:
    """Return where a main clause opens within a list: "as it raises the blood pressure, diabetics should …"."""
    places = range(first + 1, last)
    clauses = (place for place in places if units[place - 1].norm == "," and precedes_modal(units, place))
    return next(clauses, last)


def is_generic(name: str) -> bool:
    """Say whether a name is one that disclaimers give to any condition: "medical condition"."""
    return fold(name) in _GENERIC


def is_any_injury(phrase: Phrase) -> bool:
    """Say whether a phrase only says "injury", of no region and at no stage."""
    return fold(phrase.term.label) == _INJURY and not phrase.qualifiers


def is_pregnancy(phrase: Phrase) -> bool:
    """Say whether a phrase names pregnancy."""
    return phrase.term.iri.endswith(_PREGNANCY)


def is_general(phrase: Phrase, units: Sequence[Unit]) -> bool:
    """Say whether a phrase names no condition of its own: "a medical condition", "injuries in these areas"."""
    following = units[phrase.last : phrase.last + 6]
    if is_generic(phrase.term.label):
        return not _is_overcome(phrase, units)
    if any(unit.norm in ANNOUNCING for unit in units[max(0, phrase.first - 2) : phrase.last]):
        return fold(phrase.term.label) in HEADS  # "if you have the following injuries:"
    told = fold(phrase.term.label) in HEADS and phrase.term.kind != _DISEASE  # "hernia and gout cases"
    if told and any(unit.norm.partition(" ")[0] in _OTHERS for unit in following[:3]):
        return following[0].joins
    pointing = (one for one, other in pairwise(following) if one.norm in POINTERS and other.norm in _AREAS)
    return next(pointing, None) is not None


def _is_overcome(phrase: Phrase, units: Sequence[Unit]) -> bool:
    """Say whether an illness is told as one that somebody went through: "just recovered from a chronic illness"."""
    before = " ".join(unit.norm for unit in units[max(0, phrase.first - _OVERCOMING) : phrase.first])
    return " " in phrase.term.label and _OVERCOME.search(before) is not None


def _may_open(units: Sequence[Unit], index: int) -> bool:
    """Say whether a list of conditions may open at a unit: a name, a head noun, a qualifier, or a word before "or"."""
    unit = units[index]
    if _is_verb(units, index) or _is_measure(units, index) or _is_put_on(units, index) or _is_stance(units, index):
        return False
    if _is_matter(units, index):
        return False
    if unit.norm == _COLD and index and units[index - 1].norm in _BEING:
        return False  # "when the body is cold"
    if unit.norm == _COLD and any(one.norm in _WEATHER for one in units[index + 1 : index + 2]):
        return False  # "in cold weather"
    if opens_weakness(units, index) or opens_unknown(units, index):
        return True
    if heads_procedure(units, index) or opens_region(units, index):
        return True
    if sounds_medical(unit) or heads_what_follows(unit):
        return True
    if unit.entry(*_OPENING_FAMILIES) or unit.cue("glue.heads") or unit.cue("qualifiers"):
        return True
    if is_harm(unit) or names_injury(unit) or names_group(unit):
        return True
    following = _after(units, index)
    if (not unit.is_plain or unit.norm in PRONOUNS) and following is not None and is_state(following):
        return True  # "your back is painful", "your blood pressure is high"
    return unit.is_word and following is not None and following.joins


def _is_somebodys_name(units: Sequence[Unit]) -> bool:
    """Say whether an acronym opens somebody's name: "Tias Little", where "TIA" is an illness."""
    if len(units) != _NAMES or not units[1].is_plain or not units[1].text[:1].isupper():
        return False
    spoken = units[0].text
    titled = len(spoken) <= _ACRONYM and spoken[:1].isupper() and spoken[1:].islower()
    entry = units[0].entry(CONDITION) if titled else None
    names = (*entry.labels, *entry.hidden) if entry is not None else ()
    return any(name.isupper() and fold(name) == units[0].norm for name in names)


def _is_measure(units: Sequence[Unit], index: int) -> bool:
    """Say whether a word that also names a condition counts something: "a pile of cushions"."""
    following = _after(units, index)
    if units[index].norm not in _MEASURES:
        return False
    singular = units[index].text.casefold() == units[index].norm  # "piles" are an illness, and "pile up" is none
    return singular or (following is not None and following.norm == "of")


def _is_matter(units: Sequence[Unit], index: int) -> bool:
    """Say whether a word that also names a condition is a matter to think of: "the eyes are the main worry"."""
    singular = units[index].norm in _MATTERS and units[index].text.casefold() == units[index].norm
    return singular and any(unit.text.casefold() in _ONE_OF for unit in units[max(0, index - 2) : index])


def _is_put_on(units: Sequence[Unit], index: int) -> bool:
    """Say whether a word that also names a condition is what a region bears: "places much stress on the knees"."""
    following = _after(units, index)
    return units[index].norm in LOADS and following is not None and following.norm in _ON


def _is_stance(units: Sequence[Unit], index: int) -> bool:
    """Say whether words that also name a condition tell how somebody stands: "stay on flat feet"."""
    return units[index].norm in _STANCES and index > 0 and units[index - 1].norm in _ON


def _is_verb(units: Sequence[Unit], index: int) -> bool:
    """Say whether a word that also names a condition is a verb with an object: "it stresses the joint"."""
    unit = units[index]
    word = unit.text.casefold()
    barred = any(one.cue("advice", "avoid") for one in units)
    if word.endswith(_ACHES) and not barred and any(one.norm in _WHEN for one in units[index + 1 : index + 2]):
        return True  # "if your lower back aches when the legs are straight"
    if unit.norm.endswith(_PULLS) and not word.endswith("s") and word.partition(" ")[0].endswith("s"):
        return not barred  # "the hamstrings pull? Bend the knees"
    inflected = word == "stresses" or (word.endswith("s") and not unit.norm.endswith("s") and " " not in unit.norm)
    following = _after(units, index)
    return inflected and index > 0 and following is not None and following.cue("glue.determiners") is not None


def _after(units: Sequence[Unit], index: int) -> Unit | None:
    """Return the unit after another; None at the end."""
    return units[index + 1] if index + 1 < len(units) else None
