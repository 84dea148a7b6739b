"""What kind of pose it is: level, style, form, and what its name means."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yogakg.loaders.article.context import Passage, Reader, rule_name

from yogakg.facts import NameElement, Relation, Term
from yogakg.lexicon import fold

_COPULA = frozenset(["is", "are", "was", "as", "called", "considered", "classified", "being", "also", "known"])
_PROSE = {None, "about", "type", "benefits", "level", "style"}
_LEVEL_NOUNS = frozenset(
    ["pose", "asana", "posture", "level", "student", "practitioner", "yogi", "practice", "yoga", "friendly", "backbend", "inversion", "twist", "forward", "bend", "stretch", "balance"]
)


def level_stated(passage: Passage, reader: Reader) -> Iterator[Relation]:
    """The level a pose is meant for: an attribute line, "a beginner pose", "suitable for beginners"."""
    sentence = passage.sentence
    attribute = passage.section in {"level", "attributes"}
    if not attribute and passage.section not in {None, "about", "type"}:
        return
    for index, unit in enumerate(sentence.units):
        entry = unit.entry("Level")
        if entry is None and unit.norm.endswith(" beginner"):
            entry = reader.grounder.lexicon.named("beginner", "Level")  # "complete beginners"
        if entry is None:
            continue
        if not attribute:
            before = " ".join(u.norm for u in sentence.units[max(0, index - 4) : index])
            after = {u.norm for u in sentence.units[index + 1 : index + 4]}
            meant = re.search(
                r"\b(?:suitable|great|good|accessible|ideal|perfect|appropriate|suited|friendly|safe|excellent|easy) (?:for|to)\b|\bsuits?$|\bfor(?: complete| absolute| all| total| the)?$|level$",
                before,
            )
            person = entry.label == "beginner" and unit.norm.split()[-1] in {
                "beginner",
                "novice",
                "newcomer",
                "student",
            }
            described = (
                bool(after & _LEVEL_NOUNS)
                and entry.label in {"beginner", "intermediate", "advanced"}
                and unit.norm
                in {
                    "beginner",
                    "intermediate",
                    "advanced",
                    "basic",
                    "foundational",
                    "beginner level",
                    "intermediate level",
                    "advanced level",
                }
            )
            if not (meant and person) and not (described and re.search(r"\b(?:is|an?|this|level)\b", before)):
                continue
        if reader.is_negated(sentence, index):
            continue
        circumstance = "with modifications" if re.search(r"\bmodif", sentence.text, re.I) else None
        yield Relation(
            span=passage.span,
            rule=rule_name(level_stated),
            property="level",
            object=reader.grounder.term(entry),
            circumstance=circumstance,
        )


def style_stated(passage: Passage, reader: Reader) -> Iterator[Relation]:
    """The styles of yoga that use the pose."""
    sentence = passage.sentence
    if passage.section not in {None, "about", "style", "type", "attributes"}:
        return
    told = passage.section in {"style", "attributes"} or re.search(
        r"\b(?:styles?|practi[cs]ed|used|part of|found|common|popular|included|sequence|series|classes|tradition|taught|appears|feature[sd]?|belongs)\b",
        sentence.text,
        re.I,
    )
    for index, unit in enumerate(sentence.units):
        entry = unit.entry("Style")
        usual = told or (len(sentence.units) >= 6 and entry is not None and "restorative" not in entry.label)
        if entry is not None and usual and not reader.is_negated(sentence, index):
            if entry.label.casefold() == "yoga" or unit.entry("Pose"):
                continue
            yield Relation(
                span=passage.span,
                rule=rule_name(style_stated),
                property="practisedIn",
                object=reader.grounder.term(entry),
            )


_PROPERTY = {"BasePosition": "basePosition", "SpinalAction": "spinalAction", "PoseFocus": "focus"}


def kind_stated(passage: Passage, reader: Reader) -> Iterator[Relation]:
    """The kind of pose: "is an asymmetrical forward bend with a spinal twist", "this seated pose", an attribute line."""
    sentence = passage.sentence
    attribute = passage.section in {"type", "attributes"}
    if not attribute and passage.section not in _PROSE:
        return
    units = sentence.units
    copula = next(
        (
            i
            for i, u in enumerate(units)
            if u.text.casefold() in {"is", "are", "as"}
            and i + 1 < len(units)
            and (
                units[i + 1].norm
                in {"a", "an", "one", "the", "both", "also", "considered", "categorized", "classified", "known", "not"}
                or units[i + 1].cue("glue.adjectives")
                or units[i + 1].entry("PoseCharacteristic")
            )
        ),
        None,
    )
    this = next((i for i, u in enumerate(units[:4]) if u.text.casefold() == "this"), None)
    found = []
    for index, unit in enumerate(units):
        entry = unit.entry("PoseCharacteristic")
        if entry is None or (unit.entry("Pose") and not attribute):
            continue
        if (
            unit.norm in {"balance", "bind", "neutral", "meditation", "meditative"}
            and not attribute
            and not (index + 1 < len(units) and units[index + 1].norm in {"pose", "asana", "posture"})
        ):
            continue
        told = (
            attribute
            or (
                copula is not None
                and copula < index <= copula + 14
                and not any(
                    u.norm in {",", ";", "that", "which", "where", "for", "like", "after", "before", "from"}
                    and u.norm != ","
                    for u in units[copula:index]
                )
            )
            or (this is not None and this < index <= this + 4 and index < 6)
        )
        if told and not reader.is_negated(sentence, index):
            found.append(entry)
    for entry in dict.fromkeys(found):
        yield Relation(
            span=passage.span,
            rule=rule_name(kind_stated),
            property=_PROPERTY[entry.kind],
            object=reader.grounder.term(entry),
        )


_LETTERS = r"[a-zāīūṛṝḷṃṁḥṅñṭḍṇśṣ'’]"
_QUOTE = r"[\"'“”‘’*_]*"
_GLOSS = re.compile(
    rf"^{_QUOTE}(?P<element>{_LETTERS}{{2,20}}(?:[ -]{_LETTERS}{{2,20}}){{0,2}}){_QUOTE}(?:\s*\([^)]*\))?\s*(?:=|–|—|-|:|means|meaning|translates (?:to|as)|is sanskrit for)\s*{_QUOTE}(?P<meaning>[^.;,(=]{{2,40}}?){_QUOTE}[.,;]?$",
    re.I,
)
_MEANS = re.compile(
    rf"{_QUOTE}(?P<element>\b{_LETTERS}{{2,22}}){_QUOTE}\s*(?:,?\s*(?:which |that )?\b(?:means|meaning|which is|is the sanskrit word for|comes from the word for|translates (?:to|as|into)|stands for|refers to|is sanskrit for|signifies|denotes)|=)\s*(?:the sanskrit word for |the |a |an )?{_QUOTE}(?P<meaning>[\w][\w '’/-]{{1,40}}?){_QUOTE}\s*(?=$|[,.;)]|\band\b|\bwhile\b|\bin sanskrit\b)",
    re.I,
)
#: "adho is down, mukha is face": only in small letters or quotes, and of few words.
_IS = re.compile(
    r"(?:^|[,;:]\s*|\band )[\"'“‘]?(?P<element>[a-zāīūṛṅñṭḍṇśṣ]{2,20})[\"'”’]?\s+(?:is|–|it is)\s+(?:the |an? )?(?P<meaning>[a-z]+(?: [a-z]+){0,2})(?=[,.;]|$)"
)
#: "from baka, “crane”": the meaning in quotation marks.
_QUOTED = re.compile(
    rf"[\"'“‘]?(?P<element>\b{_LETTERS}{{2,20}}?)[\"'”’]?\s*[,:]?\s+[\"“‘](?P<meaning>[\w][\w ’-]{{1,30}})[\"”’]", re.I
)
#: "Matsya is the Sanskrit for fish."
_SANSKRIT_FOR = re.compile(
    rf"[\"'“‘]?(?P<element>\b{_LETTERS}{{2,20}}?)[\"'”’]?\s+is (?:the )?sanskrit (?:word |name |term )?for (?:the |an? )?[\"“‘]?(?P<meaning>\w+(?: \w+){{0,2}}?)[\"”’]?(?=[.,;)]|$)",
    re.I,
)
_PAREN = re.compile(
    rf"{_QUOTE}(?P<element>\b{_LETTERS}{{3,20}}){_QUOTE}\s*\({_QUOTE}(?:meaning |= ?)?(?P<meaning>[a-z][a-z '’/-]{{2,30}}){_QUOTE}\)",
    re.I,
)
_WHOLE_NAME = re.compile(
    r"(?P<name>\b[A-ZĀĪŪŚ]\w*asana\b)\s*(?:\([^)]*\)\s*)?(?:literally )?(?:means|translates (?:to|as|into)|is translated (?:to|as|into))\s+(?:the |an? )?[\"'“‘]?(?P<meaning>[A-Z][\w'’-]*(?:[ -][\w'’-]+){0,5}?)(?:[\"'”’]|(?=[.,;)]|$| in | and | because ))"
)
_SANSKRIT_WORDS = frozenset(
    ["janu", "sirsa", "shirsha", "asana", "adho", "mukha", "svana", "urdhva", "utthita", "parivrtta", "parivritta", "trikona", "tri", "kona", "hasta", "pada", "padangustha", "uttana", "paschima", "purva", "baddha", "supta", "virabhadra", "vira", "bhadra", "eka", "dvi", "ardha", "chandra", "vrksa", "vriksha", "tada", "bhujanga", "dhanu", "dhanura", "ustra", "ushtra", "salabha", "shalabha", "matsya", "matsyendra", "setu", "bandha", "sarva", "anga", "sarvanga", "hala", "karna", "pida", "viparita", "karani", "pincha", "mayura", "baka", "kaka", "bala", "sava", "shava", "sukha", "padma", "vajra", "gomukha", "marichi", "bharadvaja", "paripurna", "nava", "upavistha", "prasarita", "parsva", "parsvottana", "utkata", "garuda", "natya", "raja", "nataraja", "anjaneya", "hanuman", "kapota", "bheka", "krauncha", "kurma", "mala", "malasana", "vasistha", "chatur", "chaturanga", "danda", "phalaka", "makara", "marjari", "marjarya", "bitila", "go", "vyaghra", "sasanka", "shashanka", "ananda", "apana", "pavana", "mukta", "skanda", "svarga", "dvija", "uttan", "pristha", "utthan", "kona", "bandha"]
)


def name_element(passage: Passage, reader: Reader, subject: Term) -> Iterator[NameElement]:
    """What a part of the Sanskrit name means: "janu – knee", "adho meaning downward"."""
    whole = " ".join(
        _plain(name) for name in subject.labels if re.search(r"(?i)(?:asana|āsana|mudrā?|karaṇī|karani)\b", name)
    )
    text = passage.sentence.text.strip()
    if passage.section not in {None, "about", "type", "steps"} and passage.kind != "paragraph":
        return
    if passage.section != "modifications" and passage.section in {
        "contraindications",
        "preparation",
        "progression",
        "follow_up",
        "counter",
        "modifications",
        "level",
        "style",
        "hold",
        "stretches",
        "strengthens",
    }:
        return
    for match in _WHOLE_NAME.finditer(text):
        yield NameElement(
            span=passage.span,
            rule=rule_name(name_element),
            element=match.group("name"),
            meaning=match.group("meaning").strip(" \"'"),
        )
    if passage.alone and (match := _GLOSS.match(text)):
        element, meaning = match.group("element"), match.group("meaning").strip()
        whole_name = len(element.split()) > 1 and element.casefold().endswith(("asana", "āsana"))
        if not whole_name and _is_sanskrit(element, whole) and len(meaning.split()) <= 6:
            yield NameElement(span=passage.span, rule=rule_name(name_element), element=element, meaning=meaning)
            return
    for pattern in (_MEANS, _PAREN, _IS, _QUOTED, _SANSKRIT_FOR):
        for match in pattern.finditer(text):
            element, meaning = match.group("element").strip("'’‘\""), match.group("meaning").strip(" '’‘\"")
            if _is_sanskrit(element, whole) and (
                not element.casefold().endswith("asana") or element.casefold() in {"asana", "āsana"}
            ):
                yield NameElement(span=passage.span, rule=rule_name(name_element), element=element, meaning=meaning)


def _is_sanskrit(word: str, whole: str) -> bool:
    """Say whether a word is a part of the pose's own names, or a known part of others, or is written with marks."""
    plain = word.casefold()
    if any(c in plain for c in "āīūṛṃṅñṭḍṇśṣ") or all(part in _SANSKRIT_WORDS for part in re.split(r"[ -]", plain)):
        return True
    key = _plain(word)
    return len(key) >= 2 and plain not in {"as", "an", "and", "is", "in", "so", "has", "a", "it", "at", "ana"} and (key in whole or (len(key) > 3 and key[:-1] in whole))


def _plain(name: str) -> str:
    """Spell a Sanskrit name so that its usual spellings fall together."""
    key = fold(name).replace(" ", "")
    for one, other in (
        ("sh", "s"),
        ("ri", "r"),
        ("w", "v"),
        ("ee", "i"),
        ("oo", "u"),
        ("aa", "a"),
        ("th", "t"),
        ("chh", "c"),
        ("ch", "c"),
    ):
        key = key.replace(one, other)
    return key


RULES = (level_stated, style_stated, kind_stated)
