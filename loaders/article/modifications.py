"""Changed ways of doing a pose: what they answer, and the props they use."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yogakg.facts import Modification, Relation, Term
from yogakg.lexicon import fold
from yogakg.loaders.article.context import Passage, Reader, rule_name
from yogakg.loaders.article.coordination import CONDITION, REGION
from yogakg.loaders.article.mentions import Sentence, Unit

_TENSE = {
    "tight": "tight", "tense": "tight", "stiff": "stiff", "sore": "sore", "weak": "weak", "tender": "tender", "inflexible": "tight", "sensitive": "sensitive", "uncomfortable": "uncomfortable",
}  # fmt: skip
_CANNOT = re.compile(
    r"\b(?:cannot|can not|can't|cant|couldn't|could not|unable to|not able to|aren't able to|don't reach|hard to|difficult to|hard time|struggle to|have trouble|have difficulty|find it difficult to|find it hard to|isn't possible to|too difficult to)\b\s*"
)
_DROPPED = frozenset(
    "the a an your their his her my our its yet quite very comfortably easily all way fully completely down up just still really also both entire own that this too back at first enough properly in it be able".split()
)
_SUPPORTS = frozenset({"modifications", "variations", "steps", "contraindications", "preparation", "benefits", None, "about", "hold", "breathing"})


def prop_named(passage: Passage, reader: Reader) -> Iterator[Relation]:
    """A prop that a sentence uses or lists."""
    if passage.section == "contraindications" and passage.kind == "caption":
        return
    sentence = passage.sentence
    for index, unit in _props(sentence, passage):
        if not reader.is_negated(sentence, index):
            entry = unit.entry("Prop")
            assert entry is not None
            yield Relation(span=passage.span, rule=rule_name(prop_named), property="usesProp", object=reader.grounder.term(entry))


def _props(sentence: Sentence, passage: Passage) -> Iterator[tuple[int, Unit]]:
    """Find the props of a sentence; a mat counts only where it is folded, rolled or listed, not as the floor."""
    for index, unit in enumerate(sentence.units):
        entry = unit.entry("Prop")
        if entry is None or unit.entry("Pose"):
            continue
        before = sentence.units[index - 1].norm if index else ""
        if entry.iri.endswith(("/mat", "/yoga-mat")) and not (passage.section == "modifications" and before in {"a", "", ",", "or", "and", "folded", "rolled"}):
            continue
        if entry.iri.endswith(("/floor", "/weight")):
            continue
        yield index, unit


def limitation_answered(passage: Passage, reader: Reader) -> Iterator[Modification]:
    """A difficulty and what to do about it: "If you cannot reach your foot, use a strap"."""
    if passage.section not in _SUPPORTS:
        return
    sentence = passage.sentence
    parts = _condition_and_answer(sentence)
    if parts is None:
        return
    (first, last), (start, stop) = parts
    term = _limitation(sentence, first, last, passage, reader)
    if term is None:
        return
    text = sentence.text
    props = [unit for index, unit in _props(sentence, passage) if start <= index < stop and not reader.is_negated(sentence, index)]
    seen: set[str] = set()
    for unit in props:
        entry = unit.entry("Prop")
        assert entry is not None
        if entry.iri not in seen:
            seen.add(entry.iri)
            yield Modification(span=passage.span, rule=rule_name(limitation_answered), addresses=term, text=text, prop=reader.grounder.term(entry))
    if not props or _other_way(sentence, start, stop):
        yield Modification(span=passage.span, rule=rule_name(limitation_answered), addresses=term, text=text)


def _condition_and_answer(sentence: Sentence) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Split "if <difficulty>, <answer>" or "<answer> if <difficulty>" or "for <difficulty>, <answer>" into unit ranges."""
    units = sentence.units
    for index, unit in enumerate(units):
        word = unit.norm
        if word not in {"if", "when", "for", "with", "in case of", "should you", "in case", "until", "where"}:
            continue
        if word in {"for", "with", "when", "until", "where"} and index != 0 and not (word == "when" and False):
            continue
        comma = next((k for k in range(index + 1, len(units)) if units[k].norm in {",", "–", ":"} and not _inside_list(units, k)), None)
        if index <= 1 or (index and units[index - 1].norm in {",", ".", "and", "but", "–", ":"} and index < len(units) / 2):
            if comma is None:
                comma = next((k for k in range(index + 2, len(units)) if units[k].norm in {"then", "you can", "you may", "try", "use", "place", "bend", "keep", "sit"}), None)
            if comma is None:
                return None
            return (index + 1, comma), (comma + 1, len(units))
        return (index + 1, len(units)), (0, index)
    return None


def _inside_list(units: tuple[Unit, ...], comma: int) -> bool:
    """Say whether a comma parts two members of a list and not two clauses: an "or" or "and" and a name follow soon."""
    following = units[comma + 1 : comma + 5]
    return bool(following) and bool(following[0].entry(REGION, CONDITION)) and any(u.norm in {"or", "and", ","} for u in following)


def _other_way(sentence: Sentence, start: int, stop: int) -> bool:
    """Say whether the answer offers a way without the prop as well: "use a belt or simply rest your palms …"."""
    units = sentence.units
    for index in range(start, stop - 1):
        if units[index].norm == "or":
            following = units[index + 1 : index + 3]
            if any(u.cue("advice", "modify") and not u.entries for u in following) or following[0].norm in {"simply", "just"}:
                return True
    return False


def _limitation(sentence: Sentence, first: int, last: int, passage: Passage, reader: Reader) -> Term | None:
    """Name the difficulty of a clause in plain words; None if it is a medical condition or no difficulty."""
    units = sentence.units[first:last]
    if not units:
        return None
    words = " ".join(u.text.casefold().replace("’", "'") for u in units)
    conditions: list[Term] = []
    for index in range(first, last):
        if sentence.units[index].entry(CONDITION, REGION) or sentence.units[index].cue("glue.heads"):
            phrases, _ = reader.phrases(sentence, index, CONDITION, stop=last)
            conditions += [p.term for p in phrases]
            if phrases:
                break
    if conditions:
        symptoms = [t for t in conditions if t.kind == "Symptom"]
        located = [t for t in symptoms if " " in t.label] or symptoms
        if not symptoms or passage.section == "contraindications":
            return None
        return located[-1]
    # Tight, tense, stiff … regions.
    feeling = next((u.norm for u in units if u.norm in _TENSE), None)
    region = next((u for u in units if u.entry(REGION)), None)
    if feeling and region is not None:
        entry = region.entry(REGION)
        assert entry is not None
        quality = _TENSE[feeling]
        for name in entry.labels:
            if (known := reader.grounder.named(f"{quality} {name}", "Limitation")) is not None:
                return known
        label = f"{quality} {entry.label}"
        alternatives = [f"{entry.label} tension", f"{entry.label} tightness"] if quality == "tight" else [f"{entry.label} {quality}ness"]
        term = reader.grounder.mint([label], kind="Limitation", namespace="limitation")
        return Term(term.iri, (label, *alternatives), term.kind, minted=True)
    difficulty = _difficulty(words, units)
    if difficulty is None:
        return None
    key = frozenset(fold(difficulty).split())
    for entry in reader.grounder.lexicon:
        if entry.family == "Limitation" and any(frozenset(w for w in fold(name).split() if w not in _DROPPED) == key for name in (*entry.labels, *entry.hidden)):
            return Term(entry.iri, (*entry.labels, difficulty), entry.kind)
    return reader.grounder.mint([difficulty], kind="Limitation", namespace="limitation")


def _difficulty(words: str, units: tuple[Unit, ...]) -> str | None:
    """Put a difficulty into the form "cannot reach foot" or "head does not reach knee"."""
    plain = re.sub(r"\bdoesn't\b", "does not", re.sub(r"\bdon't\b", "do not", words))
    match = _CANNOT.search(plain)
    if match and (" you " in f" {plain[: match.start()]} " or not plain[: match.start()].strip() or plain.startswith(("you", "it"))):
        kept = _content(plain[match.end() :])
        return f"cannot {' '.join(kept[:6])}" if kept else None
    match = re.search(r"\b(does not|do not|is not|are not|cannot|can't|will not|won't)\s+(?:quite\s+|yet\s+|fully\s+|comfortably\s+|easily\s+)*(\w+)", plain)
    if match:
        subject = _content(plain[: match.start()])
        verb = match.group(2)
        names = [u.text.casefold() for u in units if u.entry(REGION) or u.norm in {"floor", "ground", "mat", "wall"}]
        if not subject or not names or subject[-1] in {"you"}:
            return None
        target = names[-1] if names[-1] != subject[-1] else None
        negation = "do not" if subject[-1].endswith("s") and not subject[-1].endswith("ss") else "does not"
        if match.group(1) in {"is not", "are not"}:
            negation = match.group(1)
        return " ".join([*subject[-2:], negation, verb, *([target] if target else [])])
    if re.search(r"\b(lift|come off|lifts|comes off|raise)\b", plain) and any(u.entry(REGION) for u in units):
        return " ".join(_content(plain)[:6])
    if re.search(r"\b(balance|balancing|unsteady|wobbl\w+|lose)\b", plain):
        return "poor balance"
    if re.search(r"\b(too intense|too much|too difficult|too challenging|too deep|uncomfortable|difficult)\b", plain):
        return " ".join(_content(plain)[:6]) or None
    return None


def _content(words: str) -> list[str]:
    return [w for w in re.findall(r"[\w'-]+", words) if w not in _DROPPED and w != "you"]


RULES = (prop_named, limitation_answered)
