"""Noun phrases and their lists: shared heads on either side, shared modifiers, glosses, such-as lists."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import takewhile

from yogakg.facts import Term
from yogakg.lexicon import Entry, fold
from yogakg.loaders.article.grounding import Grounder, condition_kind, mint_condition, term_of
from yogakg.loaders.article.mentions import Sentence, Unit
from yogakg.loaders.article.words import group, mapping, pattern, words
from yogakg.namespaces import PREFIXES

REGION = "BodyRegion"
CONDITION = "HealthCondition"
GOOD = ("BodyFunction", "MentalState")
_TRIMESTER = "Trimester"

#: Words in the longest name of a region.
_LONGEST_REGION = 6
#: Words of a member that is no name before the tail that it shares: "urinary" and "high".
_NAMELESS = 3
#: Members of a list that may share the tail of its last one.
_SHARING = 4
#: Units of the longest parenthesis that is read, and commas of one that lists regions.
_GLOSS = 40
_ENUMERATION = 2
#: The region that says nothing beside its parts.
_BODY = PREFIXES["region"] + "body"
_ORGANS = PREFIXES["region"] + "internal-organs"
_GENERAL_REGIONS = frozenset({_BODY, _ORGANS})
#: The head noun of a condition that is named by its region alone.
_TROUBLE = "problem"
_POINTERS = words("coordination.pointers")
_SIDES = words("coordination.sides")
_PARTS = words("coordination.parts")
_HARMED = words("coordination.harmed")
_MODALS = words("coordination.modals")
_HEADS = words("glue.heads")
_FUNCTION_HEADS = words("glue.function_heads")
_RELATED = frozenset({"related"})
_LIKE = "like"
_DASHES = frozenset({"–", "—"})
_OF_CLAUSES = words("advice_words.practising") | words("coordination.modals") | words("coordination.persons")
_OTHER_NOUNS = words("coordination.other_nouns")
_KIND_HEADS = words("coordination.kind_heads")
_NOT_KINDS: tuple[str, ...] = tuple(group("coordination.no_kinds"))
_UNSHARED = words("coordination.unshared_heads")
_HARMS = mapping("coordination.harms")
_HURT = mapping("coordination.hurt")
_AMONG_CONDITIONS = mapping("coordination.among_conditions")
_WEAKENED = words("coordination.weakened")
_MEDICAL_ENDING = pattern(r"\w{3}{contraindication_words.medical_endings}$")
_ADJECTIVE_ENDING = pattern(r"\w\w{coordination.adjective_endings}$")
_ADVERB_ENDING = pattern(r"(?:ly|ward|wards|ing|ed)$")
_KIND_ENDING = pattern(r"\w{3}(?:al|ic)$")
_GENERAL = words("coordination.general_heads")
_RELATING = words("coordination.relating")
_LOCATED = words("coordination.located")
_ORGAN = "organ"
_BY = frozenset({"through", "by", "via"})
_WITHIN = frozenset({"in", "of"})
_REPLACED = frozenset({"replaced", "operated"})
_PATIENTS = frozenset({"patient", "sufferer"})
_PROBLEM = "problem"
_GROUPS = mapping("coordination.groups")
_STATES = words("coordination.states")
_STATE_ADVERBS = words("coordination.state_adverbs")
#: Words that stand for a region just named, and how many units before it may be.
PRONOUNS = frozenset({"it", "they"})
_PRONOUN_REACH = 6
#: Marks before adjectives that stand behind their noun.
_BEHIND = frozenset({",", "(", "-", "–", ":"})
#: Units in which a gloss in parentheses must end.
_LONGEST_GLOSS = 30
_HEAD_LINKS = frozenset({"of", "with"})
_OF_HEALTH = words("coordination.of_health")
_INJURY = "Injury"
_STATE = "PhysiologicalState"
#: Kinds of regions that are all over the body.
_ANYWHERE = frozenset({"ConnectiveTissue", "BodySystem"})
#: Kinds of conditions that lie in no region.
_UNLOCATED = frozenset({"Disease", "PhysiologicalState"})
#: Regions whose names are also adverbs: "stretch your arms back and …".
_ADVERBS = words("coordination.adverbs")


def is_harm(unit: Unit) -> bool:
    """Say whether a unit is a verb of harm: "hurt", "injured"."""
    return unit.text.casefold() in _HARMS


def is_state(unit: Unit) -> bool:
    """Say whether a unit is a verb between a region and how it is: "is", "has been"."""
    return unit.text.casefold() in _STATES


def _state_of(unit: Unit) -> str | None:
    """Return the head noun for how a region is: "injured", "been operated", "painful"."""
    return (_HARMS | _HURT).get(unit.text.casefold().rpartition(" ")[2])


def is_hurt(unit: Unit) -> bool:
    """Say whether a unit tells how a region is hurt: "painful", "sore"."""
    return unit.text.casefold() in _HURT


def sounds_medical(unit: Unit) -> bool:
    """Say whether a word that is no name ends like one of a disease: "thyroiditis"."""
    return unit.is_plain and _has_medical_ending(unit.norm)


@lru_cache(maxsize=8192)
def _has_medical_ending(word: str) -> bool:
    return _MEDICAL_ENDING.search(word) is not None


def names_group(unit: Unit) -> bool:
    """Say whether a unit names people by the state that they are in: "children"."""
    return unit.text.casefold() in _GROUPS


def opens_weakness(units: Sequence[Unit], index: int) -> bool:
    """Say whether an adjective makes a condition of the region after it: "weak blood vessels"."""
    region = units[index + 1].entry(REGION) if index + 1 < len(units) else None
    if region is None:
        return False
    very, _, weak = units[index].norm.rpartition(" ")
    return weak in _WEAKENED and (bool(very) or units[index].entry(CONDITION) is None)


def opens_unknown(units: Sequence[Unit], index: int) -> bool:
    """Say whether an unknown word is the kind of a condition with a head noun after it: "a labral tear"."""
    unit = units[index]
    following = units[index + 1] if index + 1 < len(units) else None
    return (
        following is not None
        and following.norm in _KIND_HEADS
        and following.cue("glue.heads") is not None
        and unit.is_plain
        and unit.norm.isalpha()
        and len(unit.norm) > 3
        and not unit.norm.endswith(_NOT_KINDS)
        and unit.norm not in _OF_CLAUSES
    )


def heads_what_follows(unit: Unit) -> bool:
    """Say whether a unit that is passed over elsewhere is the head noun of a region after it: "problems of the …"."""
    return unit.cue("glue.determiners") is not None and unit.norm.partition(" ")[0] in _HEADS


def names_injury(unit: Unit) -> bool:
    """Say whether a unit names an injury by a name that the vocabulary has for a limitation alone: "ankle strain"."""
    limits = unit.entry("Limitation") is not None and unit.entry(CONDITION) is None
    return limits and condition_kind(unit.norm.rpartition(" ")[2]) == _INJURY


def condition_words(sentence: Sentence) -> Iterator[int]:
    """Yield the units that a list of conditions has one of: a name, a head noun, a trimester, a verb of harm."""
    yield from sentence.named(CONDITION, _TRIMESTER)
    yield from sentence.cued("glue.heads")
    yield from (place for place in sentence.cued("glue.determiners") if heads_what_follows(sentence.units[place]))
    yield from sentence.cued("qualifiers")
    yield from sentence.worded(_WEAKENED)
    yield from sentence.worded(_PATIENTS)
    yield from (place for place in sentence.named("Limitation") if names_injury(sentence.units[place]))
    for place, unit in enumerate(sentence.units):
        if is_harm(unit) or is_hurt(unit) or sounds_medical(unit) or names_group(unit):
            yield place


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase that means a term; ``qualifiers`` are the values of the qualifier cues in it."""

    term: Term
    family: str
    first: int
    last: int
    qualifiers: frozenset[str] = field(default_factory=frozenset)


#: Phrases, and the place after them; None if a form of phrase is not there.
Found = tuple[list[Phrase], int] | None


class ListParser:
    """Reads a coordinated list of noun phrases from a place in a sentence.

    ``families`` are the kinds of term that the list may hold. Regions are read in any case,
    since they may turn into conditions or functions through a shared head ("knee and hip pain").
    """

    def __init__(self, sentence: Sentence, grounder: Grounder, families: tuple[str, ...]) -> None:
        self.sentence = sentence
        self.units = sentence.units
        self.grounder = grounder
        self.families = families
        self.wants_conditions = CONDITION in families
        self.wants_good = any(family in families for family in GOOD)

    def read(self, start: int, stop: int | None = None) -> tuple[list[Phrase], int]:
        """Return the phrases of the list that starts at a unit, and the place after it."""
        end = len(self.units) if stop is None else stop
        phrases: list[Phrase] = []
        leading: list[Phrase] = []  # unknown names before the first known one
        pending: list[Phrase] = []  # regions that wait for a head noun on their right
        examples_of: Phrase | None = None
        index = after = start
        while index < end:
            opening = index
            index, exemplifies = self._past_separators(index, end)
            if exemplifies and phrases:
                examples_of = phrases[-1]
                if examples_of.term.iri == _BODY or self.units[examples_of.last - 1].norm == _ORGAN:
                    phrases.pop()  # "many areas of the body, including the arms"
            if index >= end or not (index > opening or index == start or self._may_follow(index, end)):
                break
            found, following = self._conjunct(index, end)
            if not found and phrases:
                found, following = self._head_elsewhere(index, end, phrases[-1])
            if not found:
                following = self._past_unknown(index, end)
                if following == index:
                    break
                if self.families == (CONDITION,):
                    # Among conditions a name that the vocabulary lacks is one as well.
                    term = mint_condition(unit.text.casefold() for unit in self.units[index:following])
                    (phrases if phrases else leading).append(Phrase(term, CONDITION, index, following))
                index = following
                continue
            if not phrases and start and self.units[start - 1].cue("introducers", "having"):
                phrases += leading  # "those suffering from <unknown> or asthma"
            beyond = self._past_compound(found, following, end)
            if beyond > following:
                index = beyond  # the list goes on after a name that the vocabulary lacks
                continue
            for phrase in found:
                pending = self._take(phrase, phrases, pending, examples_of)
            index = after = self._past_gloss(following, end)
        if pending and phrases and self.wants_conditions:
            shared = self._shared_modifier(phrases[-1], pending) if self._closes_list(pending[-1]) else []
            phrases += shared or self._troubled(pending, after)
        return [phrase for phrase in phrases if phrase.family in self.families], after

    def _take(
        self, phrase: Phrase, phrases: list[Phrase], pending: list[Phrase], examples_of: Phrase | None
    ) -> list[Phrase]:
        """Add a phrase to the list, completing the regions that waited for it; return those that still wait."""
        if phrase.family == REGION and REGION not in self.families:
            return [*pending, phrase]
        if phrase.family != REGION and REGION in self.families and not pending and self._head_of(phrase):
            # "hip and shoulder flexibility": the region just before waits for this head.
            pending = [phrases.pop()] if phrases and phrases[-1].family == REGION else []
        completed = self._completed(pending, phrase)
        if pending and phrases and not completed and self.wants_conditions:
            completed = self._shared_modifier(phrases[-1], pending)
        phrases += completed
        if examples_of is not None:
            phrase = self._specialised(phrase, examples_of)
        elif phrases and phrase.last == phrase.first + 1 and self.units[phrase.first].cue("glue.heads"):
            *others, phrase = self._specialised_for_all(phrase, phrases)  # "knee and hip injuries or pain"
            phrases += others
        phrases.append(phrase)
        return []

    def _specialised_for_all(self, phrase: Phrase, phrases: Sequence[Phrase]) -> list[Phrase]:
        """Locate a bare head noun wherever the phrases with one head just before it lie."""
        sharing = [whole for whole in phrases if whole.last == phrases[-1].last]
        return [self._specialised(phrase, whole) for whole in sharing]

    def _closes_list(self, phrase: Phrase) -> bool:
        """Say whether "and" or "or" stands before a phrase; after a mere comma another clause may begin."""
        place = phrase.first - 1
        while place >= 0 and self.units[place].cue("glue.determiners"):
            place -= 1
        return place >= 0 and self.units[place].cue("glue.and") is not None

    # -- between the members ----------------------------------------------------------------------

    def _separates(self, unit: Unit) -> bool:
        return unit.joins or unit.cue("glue.such_as") is not None

    def _past_separators(self, index: int, end: int) -> tuple[int, bool]:
        """Pass over commas, "and" and "such as"; say whether examples follow."""
        exemplifies = False
        while index < end and (self._separates(self.units[index]) or self._is_like(index) or self._is_dash(index, end)):
            exemplifies = exemplifies or not (self.units[index].joins or self.units[index].norm in _DASHES)
            index += 1
        return index, exemplifies

    def _is_dash(self, index: int, end: int) -> bool:
        """Say whether a dash stands before "and": "the abs – and the kidneys as well"."""
        is_dash = self.units[index].norm in _DASHES and index + 1 < end
        return is_dash and self.units[index + 1].cue("glue.and") is not None and self.units[index + 1].norm != ","

    def _is_like(self, index: int) -> bool:
        """Say whether "like" stands after a name with a head noun, which parts it from "problems like"."""
        before = self.units[index - 1] if index else None
        named = before is not None and before.entry(CONDITION) is not None and before.norm.rpartition(" ")[2] in _HEADS
        return named and self.units[index].norm == _LIKE and self.wants_conditions

    def _past_unknown(self, index: int, end: int) -> int:
        """Pass over a member of up to three unknown words, if the list goes on after it."""
        place = index
        while place < end and place - index < 3 and self.units[place].is_word and self.units[place].is_plain:
            place += 1
        if any(unit.norm in _OF_CLAUSES or unit.norm.endswith("ing") for unit in self.units[index:place]):
            return index
        goes_on = place > index and place + 1 < end and self.units[place].joins
        return place if goes_on and not self.units[place + 1].cue("effect") else index

    def _past_compound(self, found: Sequence[Phrase], index: int, end: int) -> int:
        """Pass over the noun that makes something unknown of a function before it: "sleep deprivation, migraine"."""
        if not (self.wants_good and self.wants_conditions) or len(found) != 1 or found[0].family not in GOOD:
            return index
        if found[0].last != index or index + 2 >= end or not self.units[index].is_plain:
            return index
        noun = self.units[index].text.isalpha() and self.units[index].text.islower()
        goes_on = self.units[index + 1].norm == "," and not self.units[index + 2].cue("effect")
        return index + 1 if noun and goes_on and not _ADVERB_ENDING.search(self.units[index].norm) else index

    def _past_gloss(self, index: int, end: int) -> int:
        """Pass over a gloss in parentheses, but enter one that goes on with the list ("(including the neck)")."""
        if index < end and self.units[index].norm in ")]":
            return index + 1  # the end of a gloss that was entered
        if index >= end or not self._is_opened(index + 1):
            return index
        following = self.units[index + 1] if index + 1 < end else None
        goes_on = following is not None and (following.cue("glue.such_as") or following.cue("glue.and"))
        if goes_on or (following is not None and self._enumerates(index + 1, end)):
            return index + 1  # "the thyroid (and the parathyroids)"
        inside = range(index + 1, min(end, index + _LONGEST_GLOSS))
        return next((place + 1 for place in inside if self.units[place].norm in ")]"), index)

    def _is_opened(self, index: int) -> bool:
        """Say whether a parenthesis opens just before a unit."""
        return self.units[index - 1].norm in "(["

    def _may_follow(self, index: int, end: int) -> bool:
        """Say whether a member may stand after one without a comma: in parentheses, or as "hip knees and wrists"."""
        if self._is_opened(index):
            return True
        place = index - 1
        while place < end and self.units[place].entry(REGION) and not self._is_adverb(place):
            place += 1
        if place == index or place + 1 >= end or not self.units[place].joins:
            return False
        return self.units[place + 1].entry(REGION, *self.families) is not None

    def _is_adverb(self, index: int) -> bool:
        """Say whether a name of a region may be an adverb: "stretch the arms back", but not "the legs, back neck"."""
        before = self.units[index - 1] if index else None
        is_noun = before is not None and (before.joins or before.cue("glue.determiners"))
        return self.units[index].norm in _ADVERBS and not is_noun

    def _enumerates(self, index: int, end: int) -> bool:
        """Say whether a parenthesis lists what is meant as well: "eye problems (glaucoma, …)", "arms (wrists, …)"."""
        unit = self.units[index]
        if self.wants_conditions and unit.entry(CONDITION) is not None:
            return not self._explains(index, end)
        inside = range(index, min(end, index + _GLOSS))
        stop = next((place for place in inside if self.units[place].norm in ")]"), index)
        parted = sum(other.joins and other.norm != "or" for other in self.units[index:stop])
        return REGION in self.families and unit.entry(REGION) is not None and parted >= _ENUMERATION

    def _explains(self, index: int, end: int) -> bool:
        """Say whether a parenthesis after a condition only says it in other words: "hypertension (high pressure)"."""
        inner, before = self.units[index].entry(CONDITION), self.units[index - 2].entry(CONDITION)
        named = before is not None or sounds_medical(self.units[index - 2])
        following = self.units[index + 1] if index + 1 < end else None
        if following is not None and self.units[index].cue("glue.heads") and following.norm == "of":
            return named  # "conjunctivitis (inflammation of …)"
        alone = following is not None and following.norm in ")]"
        return bool(alone and inner and before and inner.iri in (before.iri, *before.broader))

    # -- one member -------------------------------------------------------------------------------

    def _conjunct(self, index: int, end: int) -> tuple[list[Phrase], int]:
        if self._is_verb(index, end):
            return [], index
        shared = self._shared_suffix(index, end)
        if shared is not None:
            return shared
        noun, qualifiers = self._past_modifiers(index, end)
        found = self._noun_phrase(noun, end) if noun < end else None
        if found is None:
            return [], index
        phrases, following = found
        return [Phrase(p.term, p.family, index, p.last, p.qualifiers | qualifiers) for p in phrases], following

    def _is_verb(self, index: int, end: int) -> bool:
        """Say whether a word that is name and verb ("calms", "balance") is the verb: its object follows."""
        unit = self.units[index]
        if unit.cue("effect") is None or not unit.entries or index + 1 >= end:
            return False
        following = self.units[index + 1]
        object_follows = following.cue("glue.determiners") or following.entries
        return bool(object_follows) and not following.cue("glue.heads")

    def _past_modifiers(self, index: int, end: int) -> tuple[int, frozenset[str]]:
        """Pass over determiners, adjectives and qualifiers ("a recent or chronic …"), noting the qualifiers."""
        qualifiers: set[str] = set()
        while index < end and not self._opens_noun(index, end):
            unit = self.units[index]
            qualifier = unit.cue("qualifiers")
            if qualifier and not unit.entry(*self.families):
                qualifiers.add(qualifier.value)
            elif not self._is_passed_over(index, end, qualified=bool(qualifiers)):
                break
            index += 1
        return index, frozenset(qualifiers)

    def _opens_noun(self, index: int, end: int) -> bool:
        """Say whether a unit is the noun itself: a name, or a trimester that stands for pregnancy."""
        unit = self.units[index]
        if unit.is_plain:
            return False
        if self.families == (CONDITION,) and names_group(unit):
            return True
        if self._heads_regions(index, end) or (self.families == (CONDITION,) and opens_weakness(self.units, index)):
            return True
        if self.wants_conditions and self._trimester(unit) is not None and not self._names_pregnancy(index + 1, end):
            return True
        if unit.cue("qualifiers") and not unit.entry(*self.families):
            return False
        return unit.entry(REGION, CONDITION, *GOOD) is not None

    def _heads_regions(self, index: int, end: int) -> bool:
        """Say whether words that are passed over elsewhere name trouble in a region: "problems of the spinal cord"."""
        unit = self.units[index]
        if self.families != (CONDITION,) or not heads_what_follows(unit):
            return False
        place = index + 1
        while place < end and self.units[place].cue("glue.determiners"):
            place += 1
        return place < end and self.units[place].entry(REGION) is not None

    def _headed_regions(self, index: int, end: int) -> Found:
        """Read "problems of the spinal cord and discs" as one condition a region."""
        if not self._heads_regions(index, end):
            return None
        regions, after = self._list_of((REGION,), index + 1, end)
        head = self.units[index].norm.partition(" ")[0]
        entries = self.sentence.lexicon.entries
        made = [
            Phrase(self.grounder.condition_of(entry, head), CONDITION, index, region.last)
            for region in regions
            if (entry := entries.get(region.term.iri)) is not None
        ]
        return (made, after) if made else None

    def _is_passed_over(self, index: int, end: int, *, qualified: bool) -> bool:
        unit = self.units[index]
        following = self.units[index + 1] if index + 1 < end else None
        if qualified and self._separates(unit) and following and following.cue("qualifiers"):
            return True
        if unit.joins and unit.norm != "," and index and self.units[index - 1].cue("glue.adjectives"):
            return (
                following is not None and following.entry(*self.families) is not None
            )  # "physical and mental balance"
        modifies = unit.cue("glue.determiners") or unit.cue("glue.adjectives") or unit.cue("better")
        return bool(modifies) or self._describes(index, end)

    def _names_pregnancy(self, index: int, end: int) -> bool:
        """Say whether pregnancy follows as the noun that a trimester modifies; "of pregnancy" does not."""
        following = takewhile(lambda unit: not unit.cue("glue.prepositions"), self.units[index : min(end, index + 4)])
        return any("pregnan" in unit.norm for unit in following)

    def _describes(self, index: int, end: int) -> bool:
        """Say whether an unknown word is an adjective: a plain word between a determiner and a name."""
        unit = self.units[index]
        if not unit.is_plain or not (unit.text.islower() and unit.text.isalpha()) or unit.norm.endswith("ing"):
            return False
        if index == 0 or index + 1 >= end or self.units[index + 1].entry(*self.families) is None:
            return False
        if self.grounder.region_of_adjective(unit.norm) is not None:
            return False  # "the spinal joints"
        if self.families == (CONDITION,) and opens_unknown(self.units, index):
            return False
        return self.units[index - 1].cue("glue.determiners") is not None or self._is_adjective(index)

    def _is_adjective(self, index: int) -> bool:
        """Say whether a plain word between a verb of effect and a name is an adjective: "builds immense strength"."""
        unit, before = self.units[index], self.units[index - 1]
        if not self.wants_good and REGION not in self.families:
            return False  # what a list of conditions lacks may be a condition itself
        if self.wants_conditions and self.units[index + 1].norm in _GENERAL:
            return False  # "orthopedic ailments" are no ailments in general
        if self.grounder.region_of_adjective(unit.norm) is not None or is_harm(unit) or unit.norm in _OF_CLAUSES:
            return False
        if before.joins or before.cue("glue.adjectives"):
            return _ADJECTIVE_ENDING.search(unit.norm) is not None
        return before.cue("effect") is not None and not (unit.text.endswith("s") and not unit.text.endswith("ous"))

    # -- one noun phrase --------------------------------------------------------------------------

    def _noun_phrase(self, index: int, end: int) -> Found:
        """Read one noun phrase; a head with "of", "in" or "to" and a list of regions gives one a region."""
        unit = self.units[index]
        if unit.norm == _ORGAN:
            if any(before.text.casefold() in _POINTERS for before in self.units[max(0, index - 2) : index]):
                return None  # "the functioning of these vital organs"
            if (organs := self._part_of(index, end)) is not None:
                return organs
        if self.wants_good and (ailment := self._unknown_ailment(index, end)) is not None:
            return ailment
        if (named := self._named_among(index, end) or self._group(index, end)) is not None:
            return named
        if self.families == (CONDITION,) and sounds_medical(unit):
            return [Phrase(mint_condition([unit.text.casefold()]), CONDITION, index, index + 1)], index + 1
        if self.families == (CONDITION,) and opens_unknown(self.units, index) and index + 1 < end:
            spoken = [one.norm for one in self.units[index : index + 2]]
            return [Phrase(mint_condition(spoken), CONDITION, index, index + 2)], index + 2
        if unit.is_plain and not self._may_be_noun(unit) and unit.norm not in PRONOUNS:
            return None
        if unit.cue("glue.heads") and self._points_back(index):
            return None
        if index + 1 < end and self.units[index + 1].norm in _OTHER_NOUNS:
            return None
        forms: tuple[Callable[[int, int], Found], ...] = (
            self._headed_regions,
            self._weakened_region,
            self._region_in_state,
            self._qualified_behind,
            self._harmed_regions,
            self._region_with_head,
            self._pregnancy,
            self._condition,
            self._function,
            self._region,
            self._impaired_function,
            self._injury,
            self._other,
        )
        return next((found for form in forms if (found := form(index, end)) is not None), None)

    def _unknown_ailment(self, index: int, end: int) -> Found:
        """Read an adjective that names nothing with a head noun as a condition: "orthopedic ailments"."""
        unit = self.units[index]
        if not self.wants_conditions or index + 1 >= end or not unit.is_plain or not unit.text.islower():
            return None
        head = self.units[index + 1]
        known = self.grounder.region_of_adjective(unit.norm) is not None or _KIND_ENDING.search(unit.norm) is None
        if known or head.norm not in _GENERAL:
            return None
        return [Phrase(mint_condition([unit.norm, head.norm]), CONDITION, index, index + 2)], index + 2

    def _may_be_noun(self, unit: Unit) -> bool:
        """Say whether a word that is neither name nor cue may open a noun phrase: "spinal …", "hurt your …"."""
        return self.grounder.region_of_adjective(unit.norm) is not None or is_harm(unit)

    def _harmed_regions(self, index: int, end: int) -> Found:
        """Read "injured your back or neck" as injuries of these."""
        head = _HARMS.get(self.units[index].text.casefold()) if self.wants_conditions else None
        if head is None:
            return None
        place = index + 1
        while place + 1 < end and self.units[place].joins and self.units[place + 1].cue("glue.adjectives"):
            place += 2  # "injured or bad knees"
        if place + 1 < end and self.units[place].joins and (first := self._weak_region(place + 1)) is not None:
            following, _ = self._past_separators(place + 2, end)
            others, _ = self._list_of((REGION,), following, end) if following > place + 2 else ([], 0)
            hurt = [first, *(entry for one in others if (entry := self._entry_of(one)) is not None)]
            made = [Phrase(self.grounder.condition_of(one, head), CONDITION, index, place) for one in hurt]
            return made, place  # "injured or weak knees, ankles and wrists": the weak ones are read next
        told = place < end and (self.units[place].cue("glue.determiners") or self.units[place].entry(REGION))
        if not told:
            return None
        regions, after = self._list_of((REGION,), place, end)
        made = [
            Phrase(self.grounder.condition_of(entry, head), CONDITION, index, phrase.last)
            for phrase in regions
            if (entry := self._entry_of(phrase)) is not None
        ]
        return (made, after) if made else None

    def _weak_region(self, index: int) -> Entry | None:
        """Return the region in the name of a weakness: "weak knees"."""
        adjective, _, name = self.units[index].norm.partition(" ")
        return self.sentence.lexicon.named_folded(name, REGION) if adjective in _WEAKENED and name else None

    def _entry_of(self, phrase: Phrase) -> Entry | None:
        return self.sentence.lexicon.entries.get(phrase.term.iri)

    def _group(self, index: int, end: int) -> Found:
        """Read people who are named by their state: "children and pregnant women"."""
        name = _GROUPS.get(self.units[index].text.casefold()) if self.families == (CONDITION,) else None
        term = self.grounder.named(name, CONDITION) if name else None
        return ([Phrase(term, CONDITION, index, index + 1)], index + 1) if term is not None else None

    def _named_among(self, index: int, end: int) -> Found:
        """Read a word that names a condition only beside others: "pregnancy and periods"."""
        unit = self.units[index]
        name = _AMONG_CONDITIONS.get(unit.norm) if self.families == (CONDITION,) and unit.text.endswith("s") else None
        beside = [*self.units[max(0, index - 2) : index], *self.units[index + 1 : min(end, index + 3)]]
        if name is None or not (any(one.joins for one in beside) and any(one.entry(CONDITION) for one in beside)):
            return None
        term = self.grounder.named(name, CONDITION)
        return ([Phrase(term, CONDITION, index, index + 1)], index + 1) if term is not None else None

    def _weakened_region(self, index: int, end: int) -> Found:
        """Read "weak blood vessels in the eyes" as a condition, if no head noun follows."""
        if not opens_weakness(self.units, index) or self.families != (CONDITION,):
            return None
        region = self.units[index + 1].entry(REGION)
        after = index + 2
        if region is None or (after < end and (self.units[after].cue("glue.heads") or self.units[after].entry(REGION))):
            return None
        modifier = self.units[index].norm.rpartition(" ")[2]
        names = (self.grounder.named(f"{modifier} {name}", CONDITION) for name in region.labels)
        known = next((term for term in names if term is not None), None)
        if after + 1 < end and self.units[after].cue("glue.prepositions"):
            after = self._list_of((REGION,), after + 1, end)[1]
        return [Phrase(known or mint_condition([modifier, region.label]), CONDITION, index, after)], after

    def _region_in_state(self, index: int, end: int) -> Found:
        """Read "your back is injured or painful", "a shoulder has dislocated" as conditions of it."""
        if (replaced := self._replaced_region(index, end)) is not None:
            return replaced
        if self.families != (CONDITION,) or index + 2 >= end or not is_state(self.units[index + 1]):
            return None
        place = index + 2
        while place < end and (is_state(self.units[place]) or self.units[place].norm in _STATE_ADVERBS):
            place += 1
        if (known := self._known_in_state(index, place, end)) is not None:
            return known
        region = self._region_meant(index)
        if region is None:
            return None
        qualifiers = frozenset(cue.value for unit in self.units[index + 1 : place] if (cue := unit.cue("qualifiers")))
        heads: list[str] = []
        while place < end and (head := _state_of(self.units[place])):
            heads.append(head)
            place += 1
            if place + 1 < end and self.units[place].joins:
                place += _state_of(self.units[place + 1]) is not None
        made = [Phrase(self.grounder.condition_of(region, head), CONDITION, index, place, qualifiers) for head in heads]
        return (made, place) if made else None

    def _replaced_region(self, index: int, end: int) -> Found:
        """Read "had a knee replaced" as a replacement of it."""
        region = self.units[index].entry(REGION) if self.families == (CONDITION,) else None
        if region is None or index + 1 >= end or self.units[index + 1].text.casefold() not in _REPLACED:
            return None
        made = self.grounder.condition_of(region, _HARMS[self.units[index + 1].text.casefold()])
        return [Phrase(made, CONDITION, index, index + 2)], index + 2

    def _qualified_behind(self, index: int, end: int) -> Found:
        """Read "blood pressure, high or low" as conditions: a function that its state makes one."""
        if self.families != (CONDITION,) or index + 2 >= end or self.units[index + 1].norm not in _BEHIND:
            return None
        if self.units[index].entry(*GOOD) is None:
            return None
        made: list[Phrase] = []
        place = index + 2
        while place < end and (found := self._known_in_state(index, place, end)) is not None:
            made += found[0]
            place += 1
            if place + 1 < end and self.units[place].joins:
                place += self._known_in_state(index, place + 1, end) is not None
        return (made, place) if made else None

    def _known_in_state(self, index: int, place: int, end: int) -> Found:
        """Read "your blood pressure is high" as a condition with a name: "high blood pressure"."""
        told = place < end and self.units[place].is_word and _state_of(self.units[place]) is None
        name = f"{self.units[place].text} {self.units[index].text}" if told else ""
        known = self.grounder.named(name, CONDITION) if name else None
        return ([Phrase(known, CONDITION, index, place + 1)], place + 1) if known is not None else None

    def _region_meant(self, index: int) -> Entry | None:
        """Return the region that a unit names, or a pronoun means: "the hamstrings, if they are injured"."""
        if self.units[index].norm not in PRONOUNS:
            return self.units[index].entry(REGION)
        before = reversed(self.units[max(0, index - _PRONOUN_REACH) : index])
        return next((region for unit in before if (region := unit.entry(REGION))), None)

    def _region_with_head(self, index: int, end: int) -> Found:
        """Join a region with the head noun after it: "knee injury", "hip flexibility"."""
        if index + 1 >= end:
            return None
        place = index + 1
        if self._is_opened(place + 1) and place + 3 < end and self.units[place + 2].norm in ")]":
            place += 3  # "cardiac (heart) problems"
        if self.units[place].norm in _RELATED and place + 1 < end:
            place += 1  # "stomach related problems"
        following = self.units[place]
        region = self.grounder.region_of_adjective(self.units[index].norm) or self.units[index].entry(REGION)
        if region is None:
            return None
        condition = following.entry(CONDITION)
        if self.families == (CONDITION,) and following.norm in _PATIENTS:
            made = self.grounder.condition_of(region, _PROBLEM)  # "heart, kidney and liver patients"
            return [Phrase(made, CONDITION, index, place + 1)], place + 1
        if self.wants_conditions and (following.cue("glue.heads") or (condition and not condition.affects)):
            made = self.grounder.condition_of(region, following.text)
            return [Phrase(made, CONDITION, index, place + 1)], place + 1
        if self.wants_good and following.cue("glue.function_heads"):
            made = self.grounder.function_of(region, following.text)
            return [Phrase(made, GOOD[0], index, place + 1)], place + 1
        return None

    def _pregnancy(self, index: int, end: int) -> Found:
        """Read a trimester as a pregnancy in it."""
        if not self.wants_conditions or (told := self._trimester(self.units[index])) is None:
            return None
        return self._pregnancy_in(told, index, index + 1)

    def _pregnancy_in(self, trimester: str, first: int, last: int) -> Found:
        pregnancy = self.grounder.named("pregnancy", CONDITION)
        return ([Phrase(pregnancy, CONDITION, first, last, frozenset({trimester}))], last) if pregnancy else None

    @staticmethod
    def _trimester(unit: Unit) -> str | None:
        """Return the trimester that words such as "late pregnancy" or "the last trimester" name."""
        cue, entry = unit.cue("qualifiers"), unit.entry(_TRIMESTER)
        if cue is not None and cue.value.endswith(_TRIMESTER):
            return cue.value
        return entry.iri.rsplit("#", 1)[-1] if entry is not None else None

    def _condition(self, index: int, end: int) -> Found:
        """Read the name of a condition, or a head noun with the regions it lies in."""
        unit = self.units[index]
        condition = unit.entry(CONDITION)
        if not self.wants_conditions or (condition is None and not unit.cue("glue.heads")):
            return None
        if condition is not None and self.wants_good and unit.entry(*GOOD):
            return None  # "blood pressure" is a condition only where conditions alone are listed
        if condition is None or unit.cue("glue.heads") or self._lies_anywhere(unit, condition):
            located = self._of_regions(index, end, self.grounder.condition_of, CONDITION, (REGION, *GOOD))
            located = located or self._heads_of_regions(index, end) or self._head_of_conditions(index, end)
            if located is not None:
                return located
        if condition is None:
            return None
        phrases, after = self._single(index, condition)
        return phrases, self._past_place(after, end)

    def _past_place(self, index: int, end: int) -> int:
        """Pass over where a condition lies that is named without it: "varicose veins in the legs"."""
        if index + 1 >= end or self.units[index].norm not in _WITHIN:
            return index
        regions, _ = self._list_of((REGION,), index + 1, end)
        return regions[0].last if regions else index

    def _lies_anywhere(self, unit: Unit, condition: Entry) -> bool:
        """Say whether a condition has no place of its own: "tendinitis", which lies wherever a tendon is."""
        if " " in unit.norm:
            return not condition.affects
        regions = (self.sentence.lexicon.entries.get(iri) for iri in condition.affects)
        return all(region is not None and region.kind in _ANYWHERE for region in regions)

    def _points_back(self, index: int) -> bool:
        """Say whether a determiner points to what was named before: "sufferers of these injuries", "such pain"."""
        return index > 0 and self.units[index - 1].text.casefold() in _POINTERS

    def _head_of_conditions(self, index: int, end: int) -> Found:
        """Read "the pain of sciatica and slipped disc" as these, "problems with menstruation" as problems."""
        if index + 2 >= end or not self.units[index].cue("glue.heads"):
            return None
        link = self.units[index + 1].norm
        relates = self.wants_good and link in _RELATING and self.units[index].norm in _GENERAL
        if link not in _HEAD_LINKS and not relates:
            return None
        if self.units[index + 2].entry(CONDITION) is None:
            return None
        phrases, after = self._list_of((CONDITION,), index + 2, end)
        entries = self.sentence.lexicon.entries
        head = self.units[index].text
        made = [
            Phrase(self.grounder.condition_of(entry, head), CONDITION, index, phrase.last, phrase.qualifiers)
            if (entry := entries.get(phrase.term.iri)) is not None and entry.kind == _STATE
            else phrase
            for phrase in phrases
        ]
        return (made, after) if made else None

    def _heads_of_regions(self, index: int, end: int) -> Found:
        """Join several head nouns with the regions after them: "injury to or pain in the knees, hips or back"."""
        place = index + 1
        while place < end and (self.units[place].joins or self.units[place].cue("glue.prepositions")):
            place += 1
        if place + 1 < end and self.units[place - 1].joins and self.units[place].norm in _OF_HEALTH:
            place += 1  # "injury or medical condition of the back"
        if place == index + 1 or place >= end:
            return None
        links = heads_what_follows(self.units[place])  # "condition of" is one unit
        others = self._headed_regions(place, end) if links else None
        if self.units[place].cue("glue.heads"):
            others = self._condition(place, end)
        if others is None or len(others[0]) == 0 or others[0][0].last <= place + 1:
            return None  # the second head noun has no regions of its own
        wholes, after = self._list_of((REGION,), place + (1 if links else 2), end)
        entries = [self.sentence.lexicon.entries.get(phrase.term.iri) for phrase in wholes]
        head = self.units[index].text
        made = [
            Phrase(self.grounder.condition_of(entry, head), CONDITION, index, phrase.last)
            for entry, phrase in zip(entries, wholes, strict=True)
            if entry is not None
        ]
        return [*made, *others[0]], max(after, others[1])

    def _function(self, index: int, end: int) -> Found:
        """Read the name of a function or state of mind, or a head noun with the regions it lies in."""
        unit = self.units[index]
        good = unit.entry(*GOOD)
        if not self.wants_good or (good is None and not unit.cue("glue.function_heads")):
            return None
        if good is not None and (impaired := self._impaired_function(index, end)) is not None:
            return impaired
        located = self._of_regions(index, end, self.grounder.function_of, GOOD[0], (REGION,))
        located = located or self._located_alike(index, end)
        if located is not None:
            return located
        return self._single(index, good) if good else None

    def _located_alike(self, index: int, end: int) -> Found:
        """Locate functions that share their regions: "flexibility and mobility in the hips and spine"."""
        heads = [index]
        joined = False
        while self.units[heads[-1]].norm in _LOCATED:
            place, _ = self._past_separators(heads[-1] + 1, end)
            if place == heads[-1] + 1 or place >= end:
                break
            joined = joined or any(unit.joins and unit.norm != "," for unit in self.units[heads[-1] + 1 : place])
            heads.append(place)
        if len(heads) == 1 or not joined or self.units[heads[-1]].norm not in _LOCATED:
            return None
        last = heads.pop()
        shared = self._of_regions(last, end, self.grounder.function_of, GOOD[0], (REGION,))
        if shared is None:
            return None
        wholes, after = self._list_of((REGION,), last + 2, end)
        entries = [self.sentence.lexicon.entries.get(phrase.term.iri) for phrase in wholes]
        made = [
            Phrase(self.grounder.function_of(entry, self.units[head].text), GOOD[0], head, phrase.last)
            for head in heads
            for entry, phrase in zip(entries, wholes, strict=True)
            if entry is not None and entry.iri != _BODY
        ]
        return ([*made, *shared[0]], max(after, shared[1])) if made else None

    def _impaired_function(self, index: int, end: int) -> Found:
        """Join a function with the head noun after it: "digestive problems"."""
        good = self.units[index].entry(*GOOD)
        if good is None or not self.wants_conditions or index + 1 >= end:
            return None
        head = index + 1
        if self.units[head].norm in _RELATED and head + 1 < end:
            head += 1  # "posture related complaints"
        if not self.units[head].cue("glue.heads"):
            return None
        made = self.grounder.condition_of(good, self.units[head].text)
        return [Phrase(made, CONDITION, index, head + 1)], head + 1

    def _region(self, index: int, end: int) -> Found:
        region = self.units[index].entry(REGION) or self._limited_region(index)
        adjective = self.grounder.region_of_adjective(self.units[index].norm)
        if adjective is not None and index + 1 < end and self.units[index + 1].norm in _PARTS:
            return [Phrase(term_of(adjective), REGION, index, index + 2)], index + 2  # "the spinal region"
        if adjective is not None and index + 1 < end and self.units[index + 1].joins:
            following = self.units[index + 2] if index + 2 < end else None
            if REGION not in self.families or (following is not None and following.entry(REGION)):
                return self._single(index, adjective)  # "spinal, neck and knee injuries", "pelvic and hip joints"
        if region is None:
            return None
        if (part := self._part_of(index, end)) is not None:
            return part
        phrases, after = self._single(index, region)
        if after < end and self.units[after].is_plain and self.units[after].norm in _PARTS:
            after += 1  # "the hip musculature"
        return phrases, after

    def _limited_region(self, index: int) -> Entry | None:
        """Return the region of a limitation, where regions alone are asked for: "stretches tight hips"."""
        unit = self.units[index]
        if self.families == (REGION,) and unit.entry(*GOOD) is not None and " of " in unit.norm:
            region = unit.norm.rpartition(" of ")[2].removeprefix("the ")  # "stretches the length of the spine"
            return self.sentence.lexicon.named_folded(region, REGION)
        if self.wants_conditions or unit.entry("Limitation") is None:
            return None
        return self.sentence.lexicon.named_folded(unit.norm.partition(" ")[2], REGION)

    def _injury(self, index: int, end: int) -> Found:
        """Compose an injury of the region and the head noun in the name of a limitation: "ankle strain"."""
        if not self.wants_conditions or index >= end or not names_injury(self.units[index]):
            return None
        name, _, head = self.units[index].text.rpartition(" ")
        region = self.sentence.lexicon.named_folded(fold(name), REGION)
        if region is None:
            return None
        return [Phrase(self.grounder.condition_of(region, head), CONDITION, index, index + 1)], index + 1

    def _other(self, index: int, end: int) -> Found:
        other = self.units[index].entry(*self.families)
        return self._single(index, other) if other else None

    @staticmethod
    def _single(index: int, entry: Entry) -> tuple[list[Phrase], int]:
        return [Phrase(term_of(entry), entry.family, index, index + 1)], index + 1

    def _of_regions(
        self, index: int, end: int, compose: Callable[[Entry, str], Term], family: str, wholes: tuple[str, ...]
    ) -> Found:
        """Read "<head> in/of/to <regions>" as one composed term a region."""
        link, exemplifies = self._past_separators(index + 1, end)
        unit = self.units[index]
        if not (exemplifies and (unit.cue("glue.function_heads") or unit.cue("glue.heads"))):
            link = index + 1  # only "flexibility, especially in the hips" goes on after a comma
        if self.wants_good and link + 1 < end and self.units[link].norm == ":" and self.units[link + 1].norm in _WITHIN:
            link += 1  # "Relieves tension: in the spine and neck"
        glossed = link < end and self.wants_conditions and self._is_opened(link + 1)  # "injuries (knee, ankle)"
        listed = link < end and self.wants_conditions and self.units[link].norm == ":"  # "injuries: knee, ankle"
        linked = link < end and (self.units[link].cue("glue.prepositions") or self.units[link].norm == "of")
        if not (glossed or listed or linked):
            return None
        regions, after = self._list_of(wholes, link + 1, end)
        if glossed and not any(unit.norm in ")]" for unit in self.units[after - 1 : min(end, after + 1)]):
            return None
        if listed and any(unit.is_word for unit in self.units[after:end]):
            return None
        after += glossed and self.units[after - 1].norm not in ")]"
        entries = [self.sentence.lexicon.entries.get(phrase.term.iri) for phrase in regions]
        if not regions or None in entries:
            return None
        if family == GOOD[0] and self.units[link].norm == "from":
            return None  # "flushes out toxins from the kidneys"
        if self.units[link].norm in _BY and after < end and self.units[after].is_plain and self.units[after].is_word:
            return None  # "releases emotion through hip work"
        entry = self.units[index].entry(family)
        if len(regions) == 1 and regions[0].term.iri in (_GENERAL_REGIONS if self.wants_good else {_BODY}):
            return (self._single(index, entry)[0], after) if entry else None  # "stress in the body" is stress
        head = _HARMS.get(self.units[index].text.casefold(), self.units[index].text)
        if family == GOOD[0] and head.casefold().rpartition(" ")[2] in _FUNCTION_HEADS:
            head = head.rpartition(" ")[2] if not unit.cue("glue.function_heads") else head  # "overall health of …"
        made = [
            Phrase(compose(entry, head), family, index, phrase.last)
            for entry, phrase in zip(entries, regions, strict=True)
            if entry is not None
        ]
        return made, after

    def _part_of(self, index: int, end: int) -> Found:
        """Read "muscles of the legs" as the legs, and "back of the heels", where this has no name, as the heels."""
        if index + 1 >= end:
            return None
        unit, following = self.units[index], self.units[index + 1]
        is_side = unit.norm in _SIDES and following.norm == "of"
        link = self._past_parts(index, end)
        is_part = link is not None and self.units[link].cue("glue.prepositions") is not None
        if not (is_side or is_part):
            return None
        regions, after = self._list_of((REGION,), (index + 1 if link is None else link) + 1, end)
        if unit.norm == _ORGAN:
            regions = [phrase for region in regions if (phrase := self._organs_in(region, index)) is not None]
        if is_side:
            regions = [Phrase(phrase.term, REGION, index, phrase.last) for phrase in regions]
        return (regions, after) if regions else None

    def _past_parts(self, index: int, end: int) -> int | None:
        """Return the place after "muscles", "muscles and nerves" or "muscles, especially"; None if there are none."""
        if self.units[index].norm not in _PARTS and self.units[index].norm != _ORGAN:
            return None
        place = index + 1
        while place + 1 < end and self.units[place].joins and self.units[place + 1].norm in _PARTS:
            place += 2
        following, exemplifies = self._past_separators(place, end)
        place = following if exemplifies else place
        return place if place < end else None

    def _organs_in(self, region: Phrase, first: int) -> Phrase | None:
        """Return the organs that lie in a region, if they have a name: "organs of the pelvis"."""
        entry = self.sentence.lexicon.entries.get(region.term.iri)
        named = self.grounder.parts_of(entry, _ORGAN) if entry is not None else None
        return Phrase(named, REGION, first, region.last) if named is not None else None

    def _list_of(self, families: tuple[str, ...], start: int, end: int) -> tuple[list[Phrase], int]:
        return ListParser(self.sentence, self.grounder, families).read(start, end)

    # -- what members share -----------------------------------------------------------------------

    def _shared_suffix(self, index: int, end: int) -> Found:
        """Complete words by the tail of the next conjunct: "high or low blood pressure", "lower and middle back"."""
        separator = self._end_of_nameless(index, end)
        if separator is None:
            return None
        begin = [unit for unit in self.units[index:separator] if not unit.cue("glue.determiners")]
        if not begin:
            return None
        place = separator
        for _ in range(_SHARING):  # "the nervous, digestive and reproductive systems"
            entry = self._completed_name(begin, self._words_of_next(place, end))
            if entry is not None and entry.family == _TRIMESTER:
                return self._pregnancy_in(entry.iri.rsplit("#", 1)[-1], index, separator)
            if entry is not None:
                return [Phrase(term_of(entry), entry.family, index, separator)], separator
            following, _ = self._past_separators(place, end)
            place = self._end_of_nameless(following, end) or end
            if place >= end:
                break
        return None

    def _end_of_nameless(self, index: int, end: int) -> int | None:
        """Return the place of the separator after up to three words that name nothing."""
        words = 0
        for place in range(index, end):
            unit = self.units[place]
            words += not unit.cue("glue.determiners")
            if self._separates(unit):
                return place if place > index else None
            if words > _NAMELESS:
                return None
            if not unit.is_word or unit.entry(*self.families, REGION):
                return None  # a name of its own; a region waits for a head instead
        return None

    def _words_of_next(self, separator: int, end: int) -> list[str]:
        """Return the words of the member after a separator."""
        place, _ = self._past_separators(separator, end)
        tail: list[str] = []
        while place < end and len(tail) < 5 and self.units[place].is_word and not self._separates(self.units[place]):
            tail += self.units[place].norm.split()
            place += 1
        return tail

    def _completed_name(self, begin: Sequence[Unit], tail: Sequence[str]) -> Entry | None:
        """Return the first entry that words and a part of the tail name; the tail's own first word is left out."""
        opening = [unit.norm for unit in begin]
        is_qualifier = len(begin) == 1 and begin[0].cue("qualifiers") is not None
        for cut in range(1, len(tail)):
            for stop in range(len(tail), cut, -1):
                name = " ".join([*opening, *tail[cut:stop]])
                entry = self.sentence.lexicon.named_folded(name, *self.families, REGION, _TRIMESTER)
                if entry is not None and not (is_qualifier and entry.family != CONDITION):
                    return entry
        return None

    def _shared_modifier(self, phrase: Phrase, pending: list[Phrase]) -> list[Phrase]:
        """Give regions after a condition its modifier: "an enlarged liver or spleen", "a torn hamstring or groin"."""
        named = [unit for unit in self.units[phrase.first : phrase.last] if not unit.cue("glue.determiners")]
        if named and " " in named[-1].norm and named[-1].entry(CONDITION):
            named = named[-1:]  # "tired, swollen legs and feet": the name's own modifier
        spoken = [word for unit in named for word in unit.norm.split()]
        if len(spoken) < 2:
            return []
        made = [(region, self._modified(spoken[0], region)) for region in pending]
        return [Phrase(term, CONDITION, region.first, region.last, phrase.qualifiers) for region, term in made if term]

    def _troubled(self, pending: list[Phrase], after: int) -> list[Phrase]:
        """Read a bare region at the end of a list of conditions as trouble there: "hernia and low back"."""
        alone = self.families == (CONDITION,) and (after >= len(self.units) or self._ends_list(self.units[after]))
        entries = self.sentence.lexicon.entries
        return [
            Phrase(self.grounder.condition_of(entry, _TROUBLE), CONDITION, region.first, region.last, region.qualifiers)
            for region in pending
            if alone and (entry := entries.get(region.term.iri)) is not None
        ]

    @staticmethod
    def _ends_list(unit: Unit) -> bool:
        return not unit.is_word or unit.cue("advice") is not None or unit.norm in _MODALS

    def _modified(self, modifier: str, region: Phrase) -> Term | None:
        entry = self.sentence.lexicon.entries.get(region.term.iri)
        if entry is None:
            return None
        names = (self.grounder.named(f"{modifier} {name}", CONDITION) for name in entry.labels)
        known = next((term for term in names if term is not None), None)
        return known or (mint_condition([modifier, entry.label]) if modifier in _HARMED else None)

    def _completed(self, pending: list[Phrase], phrase: Phrase) -> list[Phrase]:
        """Give regions that wait the head of the phrase on their right: "leg, hip or shoulder injury"."""
        head = self._head_of(phrase) if pending else None
        if head is None:
            return []
        compose = self.grounder.condition_of if phrase.family == CONDITION else self.grounder.function_of
        shared = pending[0].qualifiers
        return [
            Phrase(compose(entry, head), phrase.family, region.first, phrase.last, shared | region.qualifiers)
            for region in pending
            if (entry := self.sentence.lexicon.entries.get(region.term.iri)) is not None
        ]

    def _head_of(self, phrase: Phrase) -> str | None:
        """Return the head noun of a phrase of the form region + head, or None if it has another form."""
        spoken = " ".join(unit.norm for unit in self.units[phrase.first : phrase.last]).split()
        for cut in range(len(spoken) - 1, 0, -1):  # "sacroiliac joint issue": the longest region
            starts = range(max(0, cut - _LONGEST_REGION), cut)
            if any(self.grounder.lexicon.named_folded(" ".join(spoken[start:cut]), REGION) for start in starts):
                head = _PROBLEM if spoken[cut] in _PATIENTS else " ".join(spoken[cut:])
                return head if head not in _UNSHARED else None
        if len(spoken) > 1 and spoken[-1] in _HEADS and phrase.family == CONDITION:
            return spoken[-1]  # "knee, hip and spinal surgeries"
        return None

    def _head_elsewhere(self, index: int, end: int, before: Phrase) -> tuple[list[Phrase], int]:
        """Locate a bare head noun that is no condition by itself where the one before lies: "cirrhosis or failure"."""
        located = self.sentence.lexicon.entries.get(before.term.iri)
        head = self.units[index]
        alone = index + 1 >= end or self._ends_list(self.units[index + 1])
        if self.families != (CONDITION,) or located is None or not (alone and head.cue("glue.heads")):
            return [], index
        regions = [self.sentence.lexicon.entries.get(iri) for iri in located.affects]
        if len(regions) != 1 or regions[0] is None:
            return [], index
        return [Phrase(self.grounder.condition_of(regions[0], head.text), CONDITION, index, index + 1)], index + 1

    def _specialised(self, phrase: Phrase, whole: Phrase) -> Phrase:
        """Locate a general symptom that is an example of a located condition: bruising of the spine."""
        entries = self.sentence.lexicon.entries
        example, located = entries.get(phrase.term.iri), entries.get(whole.term.iri)
        if phrase.family != CONDITION or example is None or example.affects or example.kind in _UNLOCATED:
            return phrase
        has_head = self.units[whole.last - 1].norm.rpartition(" ")[2] in _HEADS
        if located is not None and located.kind == "Disease" and not has_head:
            return phrase
        regions = located.affects if located else whole.term.affects
        region = entries.get(regions[0]) if len(regions) == 1 else None
        if region is None:
            return phrase
        return Phrase(
            self.grounder.condition_of(region, example.label), CONDITION, phrase.first, phrase.last, phrase.qualifiers
        )
