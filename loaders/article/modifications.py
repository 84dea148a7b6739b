"""Changed ways of doing a pose: what they answer, and the props they use."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from yogakg.loaders.article.context import Passage, Reader, rule_name
from yogakg.loaders.article.coordination import CONDITION, REGION
from yogakg.loaders.article.difficulties import expand, names_of_difficulty
from yogakg.loaders.article.mentions import Sentence, Unit

from yogakg.facts import Modification, Relation, Span, Term
from yogakg.iris import slug
from yogakg.lexicon import fold
from yogakg.namespaces import PREFIXES

#: Sections in which a difficulty and its answer may be told at all, and those in which any clause counts as one.
_SUPPORTS = frozenset(
    {"modifications", "variations", "steps", "preparation", None, "about", "hold", "contraindications"}
)
_OPEN = frozenset({"modifications", "variations"})


def prop_named(passage: Passage, reader: Reader) -> Iterator[Relation]:
    """A prop that a sentence uses or lists."""
    sentence = passage.sentence
    for index, unit in _props(sentence, passage):
        if not reader.is_negated(sentence, index):
            entry = unit.entry("Prop")
            assert entry is not None
            yield Relation(
                span=passage.span, rule=rule_name(prop_named), property="usesProp", object=reader.grounder.term(entry)
            )


#: What is found in any room is a prop only where the text puts it to use.
_FURNITURE = frozenset(
    ["chair", "table", "wall", "book", "door", "pillar", "bench", "floor", "sofa", "bed", "stool", "desk", "ball", "wheel", "weight", "mat", "rope", "tree"]
)
_USING = re.compile(
    r"\b(?:use|using|against|on|with|place|put|to|from|at|a|the|hold|holding|near|of|by|facing|or|and)\W*(?:\w+\W+){0,2}$",
    re.I,
)


_PUT_TO_USE = re.compile(r"\b(?:use|using|used|place|put|sit on|fold(?:ed)?|roll(?:ed)?|under|beneath|support(?:ed)?|props?|loop|against|hold(?:ing)? a|grab|need|keep a|add)\b", re.I)


def _props(sentence: Sentence, passage: Passage) -> Iterator[tuple[int, Unit]]:
    """Find the props of a sentence. A mat counts where it is folded, rolled or listed, not as the floor."""
    for index, unit in enumerate(sentence.units):
        entry = unit.entry("Prop")
        if entry is None or (unit.cue("effect") and passage.section == "benefits"):
            continue
        word = unit.norm.split()[-1]
        before = sentence.units[index - 1].norm if index else ""
        if word == "mat" and not (
            before in {"folded", "rolled", "extra", "sticky"}
            or (passage.section == "modifications" and passage.alone and len(sentence.units) < 10)
        ):
            continue
        if passage.section in {None, "about", "ignore", "follow_up", "preparation", "progression", "counter"} and not _PUT_TO_USE.search(sentence.text):
            continue
        if word in _FURNITURE and word != "mat":
            if (
                passage.section in {"benefits", "about", "follow_up", "counter", "progression"}
                or (passage.section is None
                and before not in {"a", "the", "against"})
            ):
                continue
            if (
                not _USING.search(sentence.text[: unit.start - sentence.span.start])
                and not passage.section == "modifications"
            ):
                continue
        yield index, unit


def limitations_answered(block: Sequence[Passage], reader: Reader) -> Iterator[Modification]:
    """A difficulty and what to do about it: "If you cannot reach your foot, use a strap", "Wobbly? Stand at a wall."."""
    for place, passage in enumerate(block):
        if passage.section not in _SUPPORTS or passage.kind == "caption":
            continue
        following = block[place + 1] if place + 1 < len(block) else None
        parts = _parts(passage, following)
        if parts is None:
            continue
        difficulty, answer, stop = parts
        term = _limitation(passage.sentence, difficulty, passage, reader)
        if term is None:
            continue
        yield from _modifications(term, passage, answer, stop, following if answer is None else None, reader)


def _modifications(
    term: Term, passage: Passage, start: int | None, stop: int, answer: Passage | None, reader: Reader
) -> Iterator[Modification]:
    told = answer or passage
    sentence = told.sentence
    first = 0 if answer is not None or start is None else start
    last = len(sentence.units) if answer is not None else stop
    span = Span(passage.span.start, told.span.end)
    props = {}
    for index, unit in _props(sentence, told):
        entry = unit.entry("Prop")
        if entry is not None and first <= index < last and not reader.is_negated(sentence, index):
            props.setdefault(entry.iri, entry)
    text = sentence.text if answer is None else f"{passage.sentence.text} {sentence.text}"
    for entry in props.values():
        yield Modification(
            span=span, rule=rule_name(limitations_answered), addresses=term, text=text, prop=reader.grounder.term(entry)
        )
    if not props or _other_way(sentence, first, last):
        yield Modification(span=span, rule=rule_name(limitations_answered), addresses=term, text=text)


_CLAUSE = frozenset({"if", "when", "in case", "should the", "where", "whenever", "until", "in case of"})


def _parts(passage: Passage, following: Passage | None) -> tuple[tuple[int, int], int | None, int] | None:
    """Find the difficulty of a sentence and its answer.

    Returns the units of the difficulty, the first unit of the answer (None if the next sentence is
    the answer), and the place after it.
    """
    units = passage.sentence.units
    end = len(units)
    last = next((u.norm for u in reversed(units)), "")
    if (
        last in {"?", "!"}
        and following is not None
        and end <= (14 if passage.section in _OPEN else 8)
        and passage.section != "contraindications"
        and _instructs(following)
    ):
        return (0, end - 1), None, end
    colon = next((k for k, u in enumerate(units[:9]) if u.norm in {":", "–", "="}), None)
    if (
        passage.section in _OPEN
        and passage.first
        and colon is not None
        and 0 < colon < 8
        and end - colon > 3
        and units[0].norm not in _CLAUSE
        and not any(u.entry("Prop") for u in units[:colon])
        and not any(u.text[:1].isupper() for u in units[1:colon])
        and (
            units[0].entries
            or units[0].cue("qualifiers")
            or any(u.entry(REGION, "Limitation") or u.norm in {"not", "too", "cannot", "no"} for u in units[:colon])
        )
    ):
        return (0, colon), colon + 1, end
    for index, unit in enumerate(units):
        if unit.norm in _CLAUSE or (unit.norm in {"for", "with"} and index == 0 and passage.section in _OPEN):
            start = index + 1
            opens = index <= 1 or units[index - 1].norm in {",", ".", "and", "but", "–", ":", ";", "or"}
            comma = next(
                (
                    k
                    for k in range(start + 1, end)
                    if units[k].norm in {",", "–", ":", "then"} and not _inside_list(units, k)
                ),
                None,
            )
            if opens and comma is not None:
                return (start, comma), comma + 1, end
            if index > 1:
                closing = comma if comma is not None else end
                return (start, closing), 0, index
            answer = next((k for k in range(start + 1, end) if units[k].text.casefold() in _ANSWERS), None)
            return ((start, answer), answer, end) if answer is not None else None
    if passage.section in _OPEN and units and units[0].norm in {"those", "people", "student"} and end > 4:
        verb = next(
            (k for k in range(1, end) if units[k].norm in {"should", "can", "may", "must", "will", "might"}), None
        )
        if verb is not None:
            return (1, verb), verb, end
    return None


def _instructs(passage: Passage) -> bool:
    """Say whether a sentence tells what to do: its first words hold a verb of instruction."""
    return any(u.cue("imperative") or u.cue("advice", "modify") for u in passage.sentence.units[:5])


_ANSWERS = frozenset(
    {
        "use",
        "place",
        "bend",
        "keep",
        "sit",
        "try",
        "put",
        "stand",
        "rest",
        "practice",
        "practise",
        "do",
        "take",
        "hold",
        "lean",
    }
)


def _inside_list(units: tuple[Unit, ...], comma: int) -> bool:
    """Say whether a comma parts two members of a list and not two clauses: a name, then "or" or "and", follow."""
    following = units[comma + 1 : comma + 5]
    return (
        units[comma].norm == ","
        and bool(following)
        and bool(following[0].entry(REGION, CONDITION))
        and any(u.norm in {"or", "and", ","} for u in following)
    )


def _other_way(sentence: Sentence, start: int, stop: int) -> bool:
    """Say whether the answer offers a way without the prop as well: "use a belt or simply rest your palms …"."""
    units = sentence.units
    for index in range(start, stop - 1):
        if units[index].norm in {"or", "and"}:
            following = units[index + 1 : index + 3]
            if not following or following[0].entries:
                continue
            if any(u.cue("advice", "modify") for u in following[:1]) or following[0].norm in {"simply", "just"}:
                rest = units[index + 1 : stop]
                if not any(u.entry("Prop") for u in rest):
                    return True
    for index in range(start, stop):
        if units[index].norm == "or":
            before = units[start:index]
            if before and not any(u.entry("Prop") for u in before) and len(before) >= 3:
                return True
    return False


def _limitation(sentence: Sentence, place: tuple[int, int], passage: Passage, reader: Reader) -> Term | None:
    """Name the difficulty of a clause; None if it is a medical condition or no difficulty."""
    first, last = place
    units = sentence.units[first:last]
    if not units:
        return None
    named = next((entry for u in units if (entry := u.entry("Limitation"))), None)
    if named is not None and not any(u.entry(CONDITION) for u in units):
        return reader.grounder.term(named)
    conditions: list[Term] = []
    index = first
    while index < last:
        if sentence.units[index].entry(CONDITION, REGION) or sentence.units[index].cue("glue.heads"):
            phrases, after = reader.phrases(sentence, index, CONDITION, stop=last)
            conditions += [p.term for p in phrases]
            index = max(index + 1, after if phrases else index + 1)
        else:
            index += 1
    if any(t.kind in {"Injury", "Disease", "PhysiologicalState", "RecoveryState"} for t in conditions):
        return None
    if conditions and passage.section == "contraindications":
        return None
    if conditions:
        located = [t for t in conditions if " " in t.label] or conditions
        return _also_called(located[-1], names_of_difficulty(units)[:2])
    words = expand(" ".join(u.text for u in units))
    if passage.section not in _OPEN and not re.search(
        r"\b(?:cannot|not|unable|difficult|hard|tight|stiff|tense|sore|weak|uncomfortable|wobbl\w+|balance|trouble|struggl\w+|unsteady|unstable|short)\b",
        words,
    ):
        return None
    if re.match(
        r"(?:you (?:are ready|want|would like|wish|have mastered|can|prefer|practice|practise|like|feel (?:comfortable|ready|good|confident|steady|stable)|are comfortable|hold|need)\b|possible|needed|necessary|available|required|desired|it (?:feels|is) (?:good|comfortable|ok|right))",
        words,
    ):
        return None
    names = names_of_difficulty(units)
    if not names or len(units) > 16:
        return None
    known = _known(names, reader)
    if known is not None:
        return _also_called(known, names)
    return Term(PREFIXES["limitation"] + slug(names[0]), names, "Limitation", minted=True)


def _also_called(term: Term, names: Sequence[str]) -> Term:
    """Add the words of the text to the names of a term."""
    return replace(term, labels=tuple(dict.fromkeys((*term.labels, *names))))


def _known(names: Sequence[str], reader: Reader) -> Term | None:
    """Return the limitation of the vocabulary that one of the names means: by its words, whatever their order."""
    for name in names:
        if (term := reader.grounder.named(name, "Limitation")) is not None:
            return term
    keys = {frozenset(fold(name).split()) - _LITTLE for name in names[:3]}
    for entry in reader.grounder.lexicon:
        if entry.family == "Limitation" and any(
            frozenset(fold(label).split()) - _LITTLE in keys for label in (*entry.labels, *entry.hidden)
        ):
            return reader.grounder.term(entry)
    return None


_LITTLE = frozenset({"the", "a", "of", "to", "in"})

RULES = (prop_named,)
