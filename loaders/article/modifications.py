"""Changed ways of doing a pose: what they answer, and the props they use."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from yogakg.facts import Claim, Modification, Span, Term
from yogakg.iris import slug
from yogakg.lexicon import Entry, Lexicon, fold
from yogakg.loaders.article.advice import advised
from yogakg.loaders.article.context import Passage, Reader, rule
from yogakg.loaders.article.coordination import CONDITION, REGION
from yogakg.loaders.article.difficulties import expand, names_of_difficulty
from yogakg.loaders.article.grounding import term_of
from yogakg.loaders.article.mentions import Sentence, Unit
from yogakg.loaders.article.words import pattern, words
from yogakg.namespaces import PREFIXES

#: Sections in which a difficulty and its answer may be told at all, and those in which any clause counts as one.
_SUPPORTS = words("modification_words.sections") | {None}
_OPEN = words("modification_words.open_sections")
_CASUAL = words("modification_words.casual_sections") | {None}
_NO_FURNITURE = words("modification_words.no_furniture_sections")
_FURNITURE = words("modification_words.furniture")
_BEFORE_FURNITURE = words("modification_words.before_furniture")
_MAT_ADJECTIVES = words("modification_words.mat_adjectives")
_USING = pattern(r"\b{modification_words.using}\W*(?:\w+\W+){0,2}$")
_NOT_USED = pattern(r"\b{modification_words.not_using}\b[^.;]{0,20}$")
_PUT_TO_USE = pattern(r"\b{modification_words.put_to_use}\b")
_CLAUSE = words("modification_words.clause_openers")
_OPEN_CLAUSE = frozenset({"for", "with"})
_BEFORE_CLAUSE = words("modification_words.before_clause")
_ANSWERS = words("modification_words.answers")
_PEOPLE = words("modification_words.people")
_MODALS = words("modification_words.modals")
_ORDERS = words("modification_words.orders")
_LACKING = words("modification_words.lacking")
_SIMPLY = words("modification_words.simply")
_LITTLE = words("modification_words.little")
_HARD = pattern(r"\b{modification_words.hard}\b")
_NO_DIFFICULTY = pattern(r"{modification_words.no_difficulty}\b")
_DENYING = words("modification_words.denying")
_EXPERIENCED = words("modification_words.experienced")
_FELT = words("contraindication_words.feeling")
_PRONOUNS = words("difficulty_words.pronouns")
_MEDICAL_KINDS = frozenset({"Injury", "Disease", "PhysiologicalState", "RecoveryState"})
#: Words in the longest clause that is named by its own words.
_LONGEST_CLAUSE = 16


@dataclass(frozen=True, slots=True)
class _Exchange:
    """The units of a sentence that tell a difficulty, and those of its answer: from ``start`` up to ``stop``.

    Without ``start`` the next sentence is the answer.
    """

    difficulty: slice
    start: int | None
    stop: int


@rule("usesProp")
def prop_named(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """A prop that a sentence uses or lists."""
    for index, entry in _props(passage):
        if not reader.is_negated(passage.sentence, index):
            yield prop_named.relation(passage, "usesProp", term_of(entry))


@rule("hasModification")
def limitations_answered(block: Sequence[Passage], reader: Reader) -> Iterator[Claim]:
    """A difficulty and what to do about it: "If you cannot reach your foot, use a strap", "Wobbly? Use a wall."."""
    for passage, following in zip(block, [*block[1:], None], strict=True):
        exchange = _exchange(passage, following) if passage.section in _SUPPORTS else None
        term = _limitation(passage, exchange.difficulty, reader) if exchange else None
        if exchange is None or term is None:
            continue
        if passage.section not in _OPEN and not _answers(passage, following, exchange):
            continue
        if exchange.start is not None:
            yield from _modifications(term, passage, passage, exchange.start, exchange.stop, reader)
        elif following is not None:
            yield from _modifications(term, passage, following, 0, len(following.sentence.units), reader)


RULES = (prop_named,)


# -- props ----------------------------------------------------------------------------------------


def _props(passage: Passage) -> Iterator[tuple[int, Entry]]:
    """Find the props of a sentence with their places."""
    for index in passage.sentence.named("Prop"):
        entry = passage.sentence.units[index].entry("Prop")
        if entry is not None and _is_used(passage, index):
            yield index, entry


def _is_used(passage: Passage, index: int) -> bool:
    """Say whether a prop is put to use and not only part of the room."""
    unit = passage.sentence.units[index]
    if unit.cue("effect") and passage.section == "benefits":
        return False
    word = unit.norm.rpartition(" ")[2]
    if word == "mat" and not _is_mat_of_its_own(passage, index):
        return False
    if passage.section in _CASUAL and not _PUT_TO_USE.search(passage.sentence.text):
        return False
    return word == "mat" or word not in _FURNITURE or _is_furniture_used(passage, index)


def _is_mat_of_its_own(passage: Passage, index: int) -> bool:
    """Say whether a mat is folded, rolled or listed; else it is the floor."""
    units = passage.sentence.units
    adjective = units[index - 1].norm if index else ""
    listed = passage.section == "modifications" and passage.alone and len(units) < 10
    return adjective in _MAT_ADJECTIVES or listed


def _is_furniture_used(passage: Passage, index: int) -> bool:
    """Say whether the text puts to use what is found in any room."""
    if _NOT_USED.search(passage.sentence.before(index)):
        return False
    if passage.section == "modifications":
        return True
    before = passage.sentence.units[index - 1].norm if index else ""
    if passage.section in _NO_FURNITURE or (passage.section is None and before not in _BEFORE_FURNITURE):
        return False
    return _USING.search(passage.sentence.before(index)) is not None


# -- difficulty and answer ------------------------------------------------------------------------


def _exchange(passage: Passage, following: Passage | None) -> _Exchange | None:
    """Find the difficulty that a sentence tells, and its answer."""
    if following is not None and _asks(passage, following):
        end = len(passage.sentence.units)
        return _Exchange(slice(0, end - 1), None, end)
    forms: tuple[Callable[[Passage], _Exchange | None], ...] = (_labelled, _conditional, _of_people)
    return next((found for form in forms if (found := form(passage)) is not None), None)


def _answers(passage: Passage, following: Passage | None, exchange: _Exchange) -> bool:
    """Say whether an answer tells what to do: an instruction or a prop, and not to take care or ask a doctor."""
    units = passage.sentence.units[exchange.start : exchange.stop] if exchange.start is not None else ()
    if exchange.start is None and following is not None:
        units = following.sentence.units
    told = any(unit.cue("imperative") or unit.cue("advice", "modify") or unit.entry("Prop") for unit in units)
    return told and not any(unit.cue("advice", "caution") for unit in units)


def _asks(passage: Passage, following: Passage) -> bool:
    """Say whether a short question or exclamation names a difficulty that the next sentence answers: "Wobbly?"."""
    units = passage.sentence.units
    return (
        units[-1].norm in {"?", "!"}
        and len(units) <= (14 if passage.section in _OPEN else 8)
        and passage.section != "contraindications"
        and any(unit.cue("imperative") or unit.cue("advice", "modify") for unit in following.sentence.units[:5])
    )


def _labelled(passage: Passage) -> _Exchange | None:
    """Read a difficulty before a colon: "Tight hips: sit on a blanket"."""
    if passage.section not in _OPEN or not passage.first:
        return None
    units = passage.sentence.units
    colon = next((place for place, unit in enumerate(units[:8]) if unit.norm in {":", "–", "="}), 0)
    label = units[:colon]
    if not label or len(units) - colon <= 3:
        return None
    titled = any(unit.text[:1].isupper() for unit in label[1:])
    if label[0].norm in _CLAUSE or titled or any(unit.entry("Prop") for unit in label):
        return None
    if label[0].norm.partition(" ")[0] in _ORDERS:
        return None  # "Don't drop your head: keep it in line"
    if not (label[0].entries or label[0].cue("qualifiers") or any(map(_tells_difficulty, label))):
        return None
    return _Exchange(slice(0, colon), colon + 1, len(units))


def _tells_difficulty(unit: Unit) -> bool:
    return unit.norm in _LACKING or unit.entry(REGION, "Limitation") is not None


def _conditional(passage: Passage) -> _Exchange | None:
    """Read a difficulty after "if" and the like: "If you cannot …, use …", "Use … if you cannot …"."""
    units = passage.sentence.units
    openers = passage.sentence.worded(_CLAUSE | _OPEN_CLAUSE)
    opener = next((index for index in openers if _opens_clause(passage, index)), None)
    if opener is None or (opener and units[opener - 1].norm == "as"):
        return None  # "as if a balloon were tied to it"
    start, end = opener + 1, len(units)
    comma = next((place for place in range(start + 1, end) if _ends_clause(units, place)), None)
    if comma is not None and (opener <= 1 or units[opener - 1].norm in _BEFORE_CLAUSE):
        return _Exchange(slice(start, comma), comma + 1, end)
    if opener > 1:
        return _Exchange(slice(start, end if comma is None else comma), 0, opener)
    answer = next((place for place in range(start + 1, end) if units[place].text.casefold() in _ANSWERS), None)
    return _Exchange(slice(start, answer), answer, end) if answer is not None else None


def _opens_clause(passage: Passage, index: int) -> bool:
    units = passage.sentence.units
    if index == 0 and units[index].norm in _OPEN_CLAUSE:
        return passage.section in _OPEN or (len(units) > 1 and units[1].norm in _PEOPLE)
    return units[index].norm in _CLAUSE


def _ends_clause(units: Sequence[Unit], place: int) -> bool:
    return units[place].norm in {",", "–", ":", "then"} and not _is_inside_list(units, place)


def _is_inside_list(units: Sequence[Unit], comma: int) -> bool:
    """Say whether a comma parts two members of a list and not two clauses: a name, then "or" or "and", follow."""
    following = units[comma + 1 : comma + 5]
    if units[comma].norm != "," or not following or not following[0].entry(REGION, CONDITION):
        return False
    return any(unit.norm in {"or", "and", ","} for unit in following)


def _of_people(passage: Passage) -> _Exchange | None:
    """Read a difficulty by which a sentence names its readers: "Those with tight hips should sit on a blanket"."""
    units = passage.sentence.units
    if passage.section not in _OPEN or units[0].norm not in _PEOPLE or len(units) <= 4:
        return None
    verb = next((place for place in range(1, len(units)) if units[place].norm in _MODALS), None)
    return _Exchange(slice(1, verb), verb, len(units)) if verb is not None else None


def _modifications(
    term: Term, passage: Passage, told: Passage, start: int, stop: int, reader: Reader
) -> Iterator[Claim]:
    """Make a modification of each prop of an answer, and one without a prop if it offers such a way as well."""
    sentence = told.sentence
    said = sentence.text if told is passage else f"{passage.sentence.text} {sentence.text}"
    span = Span(passage.span.start, told.span.end)
    props = {
        entry.iri: entry
        for index, entry in _props(told)
        if start <= index < stop and not reader.is_negated(sentence, index)
    }
    ways: list[Entry | None] = [*props.values()]
    if not props or _offers_other_way(sentence.units, start, stop):
        ways.append(None)
    for prop in ways:
        yield Modification(
            span=span,
            rule=limitations_answered.name,
            addresses=term,
            text=said,
            prop=term_of(prop) if prop is not None else None,
        )


def _offers_other_way(units: Sequence[Unit], start: int, stop: int) -> bool:
    """Say whether an answer offers a way without the prop as well: "use a belt or simply rest your palms …"."""
    for index in range(start, stop):
        before, after = units[start:index], units[index + 1 : stop]
        if units[index].norm == "or" and len(before) >= 3 and not _has_prop(before):
            return True
        if units[index].norm in {"or", "and"} and after and _turns_to_other_way(after[0]) and not _has_prop(after):
            return True
    return False


def _turns_to_other_way(unit: Unit) -> bool:
    return not unit.entries and (unit.norm in _SIMPLY or unit.cue("advice", "modify") is not None)


def _has_prop(units: Sequence[Unit]) -> bool:
    return any(unit.entry("Prop") for unit in units)


# -- the name of a difficulty ---------------------------------------------------------------------


def _limitation(passage: Passage, place: slice, reader: Reader) -> Term | None:
    """Name the difficulty of a clause; None if it is a medical condition or no difficulty."""
    units = passage.sentence.units[place]
    if advised(passage.sentence, ()) == "Avoid" and any(unit.entry(CONDITION) for unit in passage.sentence.units):
        return None  # "The pose should be avoided when you have a headache"
    if any(unit.norm in _EXPERIENCED for unit in units) or any(
        unit.entry("Prop") and _is_lacking(units) for unit in units
    ):
        return None
    named = next((entry for unit in units if (entry := unit.entry("Limitation"))), None)
    if named is not None and not any(unit.entry(CONDITION) for unit in units):
        return term_of(named)
    conditions = _conditions(passage.sentence, place, reader)
    if not conditions:
        return _told_difficulty(passage, _resolved(passage.sentence.units, place), reader)
    felt = any(unit.norm in _FELT for unit in units)
    medical = any(term.kind in _MEDICAL_KINDS for term in conditions)
    if (passage.section == "contraindications" and not felt) or medical:
        return None
    located = [term for term in conditions if " " in term.label] or conditions
    return _also_called(located[-1], names_of_difficulty(units)[:2])


def _is_lacking(units: Sequence[Unit]) -> bool:
    """Say whether a clause tells what somebody has not at hand: "if you do not have a bolster"."""
    return "not have" in expand(" ".join(unit.text for unit in units))


def _resolved(units: Sequence[Unit], place: slice) -> Sequence[Unit]:
    """Put the region just before a clause in place of its pronoun: "… under the knees if they are sensitive"."""
    clause = units[place]
    region = next((unit for unit in reversed(units[: place.start]) if unit.entry(REGION)), None)
    if region is None or any(unit.entry(REGION) for unit in clause):
        return clause
    return [region if unit.norm in _PRONOUNS else unit for unit in clause]


def _conditions(sentence: Sentence, place: slice, reader: Reader) -> list[Term]:
    """Return the conditions and discomforts that a clause names."""
    terms: list[Term] = []
    index = place.start
    while index < place.stop:
        unit = sentence.units[index]
        after = index + 1
        if unit.entry(CONDITION, REGION) or unit.cue("glue.heads"):
            phrases, end = reader.phrases(sentence, index, CONDITION, stop=place.stop)
            terms += [phrase.term for phrase in phrases]
            after = max(after, end) if phrases else after
        index = after
    return terms


def _told_difficulty(passage: Passage, units: Sequence[Unit], reader: Reader) -> Term | None:
    """Return the difficulty that the words of a clause tell: one of the vocabulary, or one of its own."""
    clause = expand(" ".join(unit.text for unit in units))
    if len(units) > _LONGEST_CLAUSE or _NO_DIFFICULTY.match(clause):
        return None
    if passage.section not in _OPEN and not _HARD.search(clause):
        return None
    names = names_of_difficulty(units)
    if not names or _DENYING.issuperset(clause.split()):
        return None
    known = _known(names, reader.grounder.lexicon)
    if known is not None:
        return _also_called(known, names)
    return Term(PREFIXES["limitation"] + slug(names[0]), names, "Limitation", minted=True)


def _also_called(term: Term, names: Sequence[str]) -> Term:
    """Add the words of the text to the names of a term."""
    return replace(term, labels=tuple(dict.fromkeys((*term.labels, *names))))


def _known(names: Sequence[str], lexicon: Lexicon) -> Term | None:
    """Return the limitation of the vocabulary that one of the names means: by its words, whatever their order."""
    exact = next((entry for name in names if (entry := lexicon.named(name, "Limitation"))), None)
    told = {_main_words(name) for name in names[:3]}
    entry = exact or next((entry for entry, known in _limitations(lexicon) if not told.isdisjoint(known)), None)
    return term_of(entry) if entry is not None else None


@cache
def _limitations(lexicon: Lexicon) -> list[tuple[Entry, frozenset[frozenset[str]]]]:
    """Return the limitations of the vocabulary, each with the words of its names."""
    return [
        (entry, frozenset(_main_words(name) for name in (*entry.labels, *entry.hidden)))
        for entry in lexicon
        if entry.family == "Limitation"
    ]


def _main_words(name: str) -> frozenset[str]:
    return frozenset(fold(name).split()) - _LITTLE
