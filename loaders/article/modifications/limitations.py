"""The limitations that a clause tells: those of the vocabulary by whatever words, else one named by its own words.

"Tight hips or thighs" are two, "discomfort in the knees" is one; an illness, or that somebody is new to yoga, is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from yogakg.facts import Term
from yogakg.iris import slug
from yogakg.lexicon import Entry, Lexicon, fold
from yogakg.loaders.article.advice import advised
from yogakg.loaders.article.context import Passage, Reader
from yogakg.loaders.article.coordination import CONDITION, REGION, Phrase
from yogakg.loaders.article.difficulties import (
    CLAUSE_OPENERS,
    EXPERIENCED,
    HARD,
    QUALITIES,
    SIGNS,
    in_plain_words,
    names_difficulty,
    names_quality_only,
    opens_with_quality,
    tells_inability,
)
from yogakg.loaders.article.modifications.exchange import OPEN_SECTIONS, PEOPLE, READERS, Exchange
from yogakg.loaders.article.modifications.plain_names import PRONOUNS, names_of_difficulty, tells_lifting
from yogakg.loaders.article.modifications.props import DETERMINERS, has_prop
from yogakg.loaders.article.modifications.purposes import GOING_WRONG, LOAD_ON, SPARING
from yogakg.loaders.article.recognition.grounding import term_of
from yogakg.loaders.article.recognition.mentions import Sentence, Unit
from yogakg.loaders.article.recognition.words import pattern, words
from yogakg.namespaces import PREFIXES

_MEDICAL_KINDS = frozenset({"Injury", "Disease", "PhysiologicalState", "RecoveryState"})
_DISCOMFORT = "discomfort"
_FELT = words("contraindication_words.feeling")
_SENSING = words("contraindication_words.sensing")
#: Nouns of what is felt in the pose, which before a region tell no illness: "strain in the lower back".
_SENSATIONS = words("modification_words.sensations")
_CAUSING = words("modification_words.causing")
_COMING_UP = _CAUSING | words("modification_words.coming_up")
#: Verbs that tell another difficulty after "or", and nouns beside a region that are no verbs.
_TELLING = words("modification_words.telling")
_OF_REGION = frozenset({"region", "area"})
#: How words open for what a limb only feels while a pose is held.
_TINGLING = tuple(words("difficulty_words.tingling"))
_SEVERAL = frozenset({"they", "them"})
_SKIPPING = words("modification_words.skipping")
#: Words of a clause that only tells a feeling: "if it is uncomfortable".
_BARE_FEELING = 3
#: Units of a region with how it is: "a rounded lower back".
_SHORT_NAME = 3
#: Units of the longest clause that is named by its own words.
_LONGEST_CLAUSE = 16
_NO_DIFFICULTY = pattern(r"{modification_words.no_difficulty}\b")
_ENOUGH = "enough"
#: "Not for you", which is no difficulty but a ban.
_BARRED = pattern(r"\b{modification_words.barring}\b")
_ABLE = pattern(r"\b(?:can|able to) {modification_words.skills}\b")
_WISHED = words("modification_words.wished")
#: What a clause says of something that it does not name.
_UNNAMED = words("modification_words.unnamed")
_WHOSE = frozenset({"whose"})
#: "… and are not able to lift the head".
_CANNOT_NEXT = pattern(r"(?:(?:you|they|who|is|are|still) ){0,2}{difficulty_words.cannot}\b")
_DENIED = pattern(r"\b{difficulty_words.negations}\b")
_TIMES = words("modification_words.times")
_DENYING = words("modification_words.denying")
#: Words that the name of a difficulty may do without.
_LITTLE = words("modification_words.little")
#: How many names of a clause, the plainest, may mean a known one in another order, and are added to a condition.
_PLAINEST, _ADDED = 3, 2
#: Units behind "and" in which another clause tells what somebody cannot do.
_CANNOT_REACH = 6


def limitations_told(exchange: Exchange, passage: Passage, reader: Reader) -> list[Term]:
    """Name the difficulties of an exchange, each once."""
    clauses = _clauses(passage.sentence.units, exchange.difficulty)
    found = [term for clause in clauses for term in _limitations(passage, clause, reader, stated=exchange.stated)]
    return list({term.iri: term for term in found}.values())


# -- the clauses of a difficulty ------------------------------------------------------------------


def _clauses(units: Sequence[Unit], place: slice) -> Iterator[slice]:
    """Split a clause at an "or" after which another verb tells a difficulty: "… or experience discomfort"."""
    start, stop = place.start, place.stop
    for index in range(start + 1, stop - 1):
        if units[index].norm in {"and", "but", "or"} and _CANNOT_NEXT.match(
            in_plain_words(units[index + 1 : index + _CANNOT_REACH])
        ):
            yield slice(start, index)
            start = index + 1
        if units[index].norm in {"and", "or"} and units[index + 1].norm in PEOPLE:
            yield slice(start, index)  # "elderly persons and those with poor balance"
            start = index + 2
            continue
        if units[index].norm != "or" or index < start:
            continue
        again = units[index + 1].norm in CLAUSE_OPENERS | _WHOSE  # "… or if your back is weak", "… or whose hips lift"
        doing = units[index + 1].text.casefold().endswith("ing") and HARD.search(
            in_plain_words(units[index + 1 : stop])
        )
        if again or doing or units[index + 1].norm in _TELLING or _goes_on(units[start:index], units[index + 1 : stop]):
            yield slice(start, index)
            start = index + 2 if again else index + 1
    yield slice(start, stop)


def _goes_on(before: Sequence[Unit], after: Sequence[Unit]) -> bool:
    """Say whether "or" joins two clauses with a region each: "the hips are tight or the spine is bending"."""
    determined = after[0].norm in DETERMINERS
    opening = after[1:] if determined else after
    described = len(after) <= _SHORT_NAME and not determined and not after[0].entries
    if described and names_difficulty(before) and names_difficulty(after):
        return not any(unit.entry("Limitation", CONDITION) for unit in after)  # "stiff hips or a rounded back"
    if determined and opening and opening[0].entry("Limitation") is not None:
        return True  # "… or your arms are weak"
    told = len(opening) > 1 and opening[0].entry(REGION) is not None and not opening[1].joins
    difficult = names_difficulty(before) or tells_inability(before)
    return told and opening[1].is_word and opening[1].norm not in _OF_REGION and difficult


# -- the limitations of a clause ------------------------------------------------------------------


def _limitations(passage: Passage, place: slice, reader: Reader, *, stated: bool) -> Iterator[Term]:
    """Name what a clause tells; nothing if it is a medical condition or no difficulty."""
    units = passage.sentence.units[place]
    if _warns(passage.sentence) or _tells_no_difficulty(units):
        return
    listed = passage.section == "contraindications" and not names_quality_only(units)
    felt = any(unit.norm in _FELT or unit.norm.startswith(_TINGLING) for unit in units)
    at = _place_of_limitation(units)
    if at is not None and (_points_back(passage.sentence.units, place, place.start + at) or tells_lifting(units)):
        at = None
    if at is not None and not (listed and not felt and any(unit.entry(CONDITION) for unit in units)):
        named = units[at].entry("Limitation")
        if named is not None:
            yield term_of(named)
        yield from _of_same_quality(units, at, reader.grounder.lexicon)
        yield from (term_of(other) for other in _others_joined(units, at))
        if not any(unit.joins for unit in units[at + 1 :]):
            return
    first = place.start if at is None else place.start + at + 1
    conditions = _conditions(passage.sentence, slice(first, place.stop), reader)
    if not listed and _is_felt(units, conditions):
        conditions = [term for term in conditions if _is_located(term) and term.kind not in _MEDICAL_KINDS]
    if not conditions and at is None:
        told = _told_by_words(passage, _resolved(passage.sentence.units, place), reader, stated=stated)
        if told is not None:
            yield told
    # "If you feel compression in the neck", "the bend causes compression", "strain in the back" tell no illness.
    sensed = any(unit.norm in _SENSING or unit.norm in _CAUSING for unit in units) or _tells_sensation(units[:1])
    if (listed and not felt) or (not sensed and any(term.kind in _MEDICAL_KINDS for term in conditions)):
        return
    spared = place.start > 0 and passage.sentence.units[place.start - 1].norm in SPARING
    located = list(filter(_is_located, conditions)) or conditions
    several = [term for term in located if _DISCOMFORT not in term.label] if felt or spared else []
    if felt and len({_affected(term, reader.grounder.lexicon) for term in located}) == len(located):
        several = located  # "discomfort in the neck or throat"
    if len(several) > 1:
        yield from several
    elif located:
        yield _also_called(_at_region(located[-1], units, reader), names_of_difficulty(units)[:_ADDED])


def _warns(sentence: Sentence) -> bool:
    """Say whether a sentence warns of a condition: "The pose should be avoided when you have a headache"."""
    return advised(sentence, ()) == "Avoid" and any(unit.entry(CONDITION) for unit in sentence.units)


def _tells_no_difficulty(units: Sequence[Unit]) -> bool:
    """Say whether a clause tells who has practised how long, or what is not at hand: "if you do not have a bolster"."""
    if len(units) > 1 and any(not EXPERIENCED.isdisjoint(unit.norm.split()) for unit in units):
        return True
    if _BARRED.search(in_plain_words(units)):
        return True
    if in_plain_words(units).endswith(_ENOUGH) and not _DENIED.search(in_plain_words(units)):
        return True  # "if you are supple enough"
    if _ABLE.search(in_plain_words(units)) and not _DENIED.search(in_plain_words(units)):
        return True  # "when you find the line and can balance"
    if in_plain_words(units) in _WISHED:
        return True  # "For more, lift the back knee"
    return has_prop(units) and (units[0].norm == "no" or "not have" in in_plain_words(units))


def _place_of_limitation(units: Sequence[Unit]) -> int | None:
    """Return the place of a limitation of the vocabulary; "tightness" before "in the hips" is only a part of one."""
    for index, unit in enumerate(units):
        if unit.norm in QUALITIES and any(before.entry(REGION) for before in units[:index]):
            continue  # "if your hips are inflexible" tells how they are
        after = units[index + 1 : index + 2]
        if unit.entry("Limitation") and (" " in unit.norm or not after or after[0].norm not in {"in", "of", "on"}):
            return index
    return None


def _points_back(units: Sequence[Unit], place: slice, at: int) -> bool:
    """Say whether a limitation is of what stands before its clause: "pull the foot up if you cannot reach it"."""
    following = units[at + 1 : min(at + 2, place.stop)]
    named = any(unit.entry(REGION) for unit in units[: place.start])
    return named and bool(following) and following[0].norm in PRONOUNS


def _others_joined(units: Sequence[Unit], at: int) -> Iterator[Entry]:
    """Yield the limitations that a list goes on with: "weak wrists or tight hips"."""
    for place in range(at + 1, len(units)):
        other = units[place].entry("Limitation")
        before = place - 1
        while before > at and units[before].norm in {"a", "an", "the", "your"}:
            before -= 1
        if other is not None and units[before].joins:
            yield other


def _of_same_quality(units: Sequence[Unit], at: int, lexicon: Lexicon) -> Iterator[Term]:
    """Yield the difficulties of the regions that share a quality: "tight hips or thighs", "hips or knees are tight"."""
    spoken = units[at].norm.split()
    if spoken[0] in _SENSATIONS:  # "discomfort in the neck or shoulders"
        for _, region in _joined(units[at + 1 :]):
            names = (f"{region.label} {spoken[0]}", f"{spoken[0]} in {region.label}")
            yield _known(names, lexicon) or _minted(names)
        return
    quality = next((word for word in (spoken[0], spoken[-1]) if word in QUALITIES), None)
    beside = _joined(units[at + 1 :]) if spoken[0] == quality else _joined(units[:at][::-1])
    for unit, region in beside if quality else ():
        names = (f"{quality} {unit.norm}", f"{quality} {region.label}")
        yield _known(names, lexicon) or _minted(names)


def _joined(units: Sequence[Unit]) -> Iterator[tuple[Unit, Entry]]:
    """Yield the regions that a list goes on with: ", hips or lower back"."""
    place = 0
    while place + 1 < len(units) and units[place].joins:
        while place + 1 < len(units) and (units[place].joins or units[place].norm in DETERMINERS):
            place += 1
        region = units[place].entry(REGION)
        if region is None:
            return
        yield units[place], region
        place += 1


# -- discomforts, which the vocabulary has among conditions ---------------------------------------


def _conditions(sentence: Sentence, place: slice, reader: Reader) -> list[Term]:
    """Return the conditions and discomforts that a clause names."""
    terms: list[Term] = []
    index = place.start
    while index < place.stop:
        unit = sentence.units[index]
        after = index + 1
        if unit.entry(CONDITION, REGION) or unit.cue("glue.heads"):
            phrases, end = reader.phrases(sentence, index, CONDITION, stop=place.stop)
            terms += [
                _as_difficulty(phrase, sentence, reader) if len(phrases) == 1 else phrase.term for phrase in phrases
            ]
            after = max(after, end) if phrases else after
        index = after
    return terms


def _as_difficulty(phrase: Phrase, sentence: Sentence, reader: Reader) -> Term:
    """Return the difficulty that "discomfort in the knees" is; other phrases as they are."""
    lexicon = reader.grounder.lexicon
    known = lexicon.entries.get(phrase.term.iri)
    regions = known.affects if known is not None else phrase.term.affects
    region = lexicon.entries.get(regions[0]) if len(regions) == 1 else None
    if region is None or sentence.units[phrase.first].norm != _DISCOMFORT:
        return phrase.term
    return reader.grounder.named(f"{region.label} {_DISCOMFORT}", "Limitation") or phrase.term


def _is_felt(units: Sequence[Unit], conditions: Sequence[Term]) -> bool:
    """Say whether what a clause names is how a region feels and no illness: "tender knees", "a tired back"."""
    named = [unit for unit in units if unit.entry(CONDITION)]
    if named and all(unit.norm.partition(" ")[0] in QUALITIES for unit in named):
        return True
    return opens_with_quality(units) and not any(map(_is_located, conditions))


def _is_located(term: Term) -> bool:
    """Say whether a condition is one of a region by its name: "knee pain", and not "pain"."""
    return " " in term.label


def _affected(term: Term, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the regions of a condition or discomfort."""
    known = lexicon.entries.get(term.iri)
    return tuple(known.affects if known is not None else term.affects)


def _tells_sensation(opening: Sequence[Unit]) -> bool:
    return any(unit.norm.partition(" ")[0] in _SENSATIONS for unit in opening)


def _at_region(term: Term, units: Sequence[Unit], reader: Reader) -> Term:
    """Return what comes up in a region: "the deep bend at the knee causes pain", "the feet start tingling"."""
    verb = next((place for place, unit in enumerate(units) if unit.norm in _COMING_UP), None)
    regions = {region for unit in units[:verb] if (region := unit.entry(REGION)) is not None} if verb else set()
    if _is_located(term) or len(regions) != 1:
        return term
    where = regions.pop().label
    names = (f"{where} {term.label}", f"{term.label} {where}", f"{term.label} in {where}")
    return reader.grounder.named(names[0], "Limitation", CONDITION) or _minted(names)


# -- difficulties in the words of the text --------------------------------------------------------


def _told_by_words(passage: Passage, units: Sequence[Unit], reader: Reader, *, stated: bool) -> Term | None:
    """Return the difficulty that the words of a clause tell: one of the vocabulary, or one of its own."""
    clause = in_plain_words(units)
    if len(units) > _LONGEST_CLAUSE or _NO_DIFFICULTY.match(clause):
        return None
    told = HARD.search(clause) or ((stated or _is_if(passage, units)) and SIGNS.search(clause))
    told = told or (stated and (GOING_WRONG.match(clause) or LOAD_ON.match(clause)))
    if not told and (passage.section not in OPEN_SECTIONS or passage.sentence.worded(_TIMES)):
        return None
    if not told and all(unit.entry(REGION) or not unit.is_word for unit in units):
        return None  # "Lower back: knees bent"
    names = names_of_difficulty(units)
    if not names or denies(units):
        return None
    known = _known(names, reader.grounder.lexicon)
    if known is None and names[0] in _UNNAMED:
        return None  # "if this is too much"
    return _also_called(known, names) if known is not None else _minted(names)


def denies(units: Sequence[Unit]) -> bool:
    """Say whether a clause only denies what was said before: "if this does not work"."""
    return _DENYING.issuperset(in_plain_words(units).split())


def _is_if(passage: Passage, clause: Sequence[Unit]) -> bool:
    """Say whether "if" opens a clause that tells a sign, and not "when", which opens any step, or what "you" do."""
    if len(clause) > 1 and clause[0].norm == "you" and clause[1].norm not in _TELLING:
        return False
    start = clause[0].start if clause else 0
    openers = {unit.norm for unit in passage.sentence.units if unit.start < start}
    feels = any(unit.norm in _SENSING for unit in clause) and any(unit.entry(REGION) for unit in clause)
    timed = passage.section in OPEN_SECTIONS and not _TIMES.isdisjoint(openers)
    return any(opener.startswith(("if", "should", "in case")) for opener in openers) or (
        timed and feels and clause[0].norm not in READERS
    )  # "when the neck feels pinched"


def _resolved(units: Sequence[Unit], place: slice) -> Sequence[Unit]:
    """Put the region just before a clause in place of its pronoun: "… under the knees if they are sensitive"."""
    clause = units[place]
    if sum(unit.is_word for unit in clause) <= _BARE_FEELING and (deed := _left_out(units[: place.start])):
        clause = [*(unit for unit in clause if unit.is_word), *deed]
    regions = [unit for unit in reversed(units[: place.start]) if unit.entry(REGION)]
    if not regions or any(unit.entry(REGION) for unit in clause):
        return clause
    several = next((unit for unit in regions if unit.text != unit.norm), regions[0])
    return [(several if unit.norm in _SEVERAL else regions[0]) if unit.norm in PRONOUNS else unit for unit in clause]


def _left_out(units: Sequence[Unit]) -> Sequence[Unit]:
    """Return the deed that an answer lets somebody leave out: "skip raising the arms if uncomfortable"."""
    for place, unit in enumerate(units[:-1]):
        if unit.norm in _SKIPPING and units[place + 1].text.casefold().endswith("ing"):
            deed = units[place + 1 : -1] if units[-1].norm in CLAUSE_OPENERS else units[place + 1 :]
            return [one for one in deed if one.is_word]
    return ()


# -- terms ----------------------------------------------------------------------------------------


def _minted(names: tuple[str, ...]) -> Term:
    """Return a limitation that the vocabulary lacks."""
    return Term(PREFIXES["limitation"] + slug(names[0]), names, "Limitation", minted=True)


def _also_called(term: Term, names: Sequence[str]) -> Term:
    """Add the words of the text to the names of a term."""
    return replace(term, labels=tuple(dict.fromkeys((*term.labels, *names))))


def _known(names: Sequence[str], lexicon: Lexicon) -> Term | None:
    """Return the limitation of the vocabulary that one of the names means: by its words, whatever their order."""
    exact = next((entry for name in names if (entry := lexicon.named(name, "Limitation"))), None)
    told = {_main_words(name) for name in names[:_PLAINEST]}
    entry = exact or next((entry for entry, known in _names_known(lexicon) if not told.isdisjoint(known)), None)
    return term_of(entry) if entry is not None else None


@cache
def _names_known(lexicon: Lexicon) -> list[tuple[Entry, frozenset[frozenset[str]]]]:
    """Return the limitations of the vocabulary, each with the words of its names."""
    return [
        (entry, frozenset(_main_words(name) for name in (*entry.labels, *entry.hidden)))
        for entry in lexicon
        if entry.family == "Limitation"
    ]


def _main_words(name: str) -> frozenset[str]:
    """Return the words of a name that tell it from others."""
    return frozenset(fold(name).split()) - _LITTLE
