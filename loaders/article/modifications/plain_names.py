"""Plain names of difficulties: "cannot reach foot", "tight hip", "head does not reach knee".

The same difficulty is told in many ways; of the names that are made of a clause, the vocabulary is likely to have one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile

from yogakg.loaders.article.coordination import REGION
from yogakg.loaders.article.difficulties import CANNOT, in_plain_words
from yogakg.loaders.article.recognition.mentions import Unit
from yogakg.loaders.article.recognition.words import alternatives, group, mapping, pattern, words

#: Words that stand for what does not reach or hurts, and what may be out of reach beside regions.
PRONOUNS = words("difficulty_words.pronouns")
SURFACES = words("difficulty_words.surfaces")

_LONGEST_NAME = 60
#: Words for one of two regions, which name a region elsewhere, and what opens a clause of time.
_SIDES = frozenset({"back"})
#: Who may find something so, and the shortest clause that tells it.
_FINDERS, _FINDING, _SHORTEST_FOUND = frozenset({"you", "they"}), words("difficulty_words.finding"), 4
#: "The knees do not like kneeling".
_DISLIKES = pattern(r"(?:does|do) not {difficulty_words.disliking}\b")
_AT_TIME = re.compile(r" (?:when|while|as) .*")
#: Words that no plain name keeps; of the subject of "cannot"; of a short clause that is a name itself; of short names.
_DROPPED = words("difficulty_words.dropped")
_ABILITY_WORDS = words("difficulty_words.of_ability")
_PLAIN_WORDS = words("difficulty_words.of_clauses")
_DETERMINERS = words("difficulty_words.determiners")
_LINKS = words("difficulty_words.links")
#: What tells a fault of the practice: "not done with proper alignment", "not corrected".
_MISDONE = pattern(
    r"\b(?:not|never)(?: \w+){0,2}? {difficulty_words.performed}\b"
    r"|\b{difficulty_words.performed} {difficulty_words.wrongly}\b"
)
#: "It is high", "yours are tight": how an unnamed region is, which names nothing.
_OF_PRONOUN = pattern(
    r"{difficulty_words.standing_for} (?:is |are |feel |feels )?(?:\w+ )?{difficulty_words.of_regions}$"
)
#: "The knees from splaying", but not "you from falling".
_GOING_WRONG = pattern(r"((?:\w+ ){1,4})from (\w+ing)\b ?(.*)")
_PERSONS = frozenset({"you", "yourself", "them", "one"})
#: "Uncomfortable raising the arms", of a deed that may be left out.
_HARD_DEED = pattern(r"(?:it is )?({difficulty_words.of_deeds}) (\w{4,}ing) (.+)")
#: "Who find kneeling hard".
_FOUND_HARD = pattern(
    r"(?:who |you |they )*find (?P<deed>(?!it\b).+?) (?:too |very |quite )?{difficulty_words.of_deeds}$"
)
#: "Reaching the foot is challenging".
_HARD_DOING = pattern(r"(\w{3,}ing)\b(?: (?:of )?(.*?))? {difficulty_words.being_hard}\b")
#: "They will not come down", of something that the clause does not name.
_UNNAMED = pattern(r"(?:they|these|those) {difficulty_words.negations}\b")
_WITHOUT = "without"
_PRONOUN_OBJECTS = words("difficulty_words.pronoun_objects")
_OUT_OF_REACH = pattern(r"\b{difficulty_words.out_of_reach}\b")
_GAP = re.compile(r"\bgap between\b")
#: "Get the feet off the floor", and which of two is meant: "the hip of one side".
_OFF_FLOOR = pattern(
    r"{difficulty_words.lifting} (?:up )?(?P<lifted>.+?) (?:up )?(?:off|from) (?:of )?(?:the |your )?"
    r"{difficulty_words.surfaces}\b"
)
_WHICH = pattern(r" (?:of|on) (?:one|each|either|the (?:other|same|left|right)) {difficulty_words.of_two}\b")
#: "Feel it in the knee rather than in the hip".
_FELT_ELSEWHERE = pattern(
    r"\b{difficulty_words.feeling} (?:it|this|that|the stretch|the work|the pose) (?:more |mostly |only )?"
    r"(?:in|at|on) (?:(?:the|your|both|one) )*(?P<region>[\w ]+?) (?:and not|rather than|instead of|more than|not)\b"
)
_FOUND = re.compile(r"^(?:find|have) (?:it )?(?:too )?")
_PASSIVE = re.compile(r"(?:\w+ly )?be (\w+)ed\b")
_NEGATED = pattern(r"\b{difficulty_words.negations}\b")
_REACHING = words("difficulty_words.reaching")
_NEAR_FLOOR = words("difficulty_words.near_floor")
_COMPLAINS = pattern(r"\b{difficulty_words.complaints}\b")
#: The region after a verb of hurting: "bothers your shoulders when …".
_OWNED = re.compile(r" (?:the|your|my|their) ([\w ]+?)(?: when\b| while\b|$)")
_FEELINGS: dict[str, str] = group("difficulty_words.feelings")
_BEING = pattern(r"\b{difficulty_words.being} (?:{difficulty_words.degrees} )?(\w+)")
_AFTER_REGION = pattern(r"(?: {difficulty_words.being})? (?:{difficulty_words.degrees} )?(\w+)")
_NO_QUALITIES = words("difficulty_words.no_qualities")
_SAME_QUALITIES = mapping("difficulty_words.same_qualities")
_HURTING = words("difficulty_words.hurting")
_TIGHT = tuple(words("difficulty_words.tight_stems"))
#: What a region may begin to feel, and how it may go wrong: "the feet start to tingle", "the knees drift apart".
_BEGINNING, _WRONG = alternatives("difficulty_words.beginning"), alternatives("difficulty_words.going_wrong")
_BEGUN = mapping("difficulty_words.begun")
UNSTEADY = pattern(r"\b{difficulty_words.unsteady}\b")
_AFRAID = pattern(r"\b{difficulty_words.afraid}\b")
#: Where a region goes that is going wrong: "the thighs are opening out".
_ANY_PARTICLE = alternatives("difficulty_words.particles")
#: Of which part of a region a feeling is: "a pinch at the front of the shoulder".
_ANY_PART = alternatives("difficulty_words.parts")
_OF_PART = pattern(r"{difficulty_words.parts} of (?:the )?")
#: "The heel does not go down".
_GOING = re.compile(r" (go|come|get|stay|drop) (?:all the way )?(down|up)\b")
_EXCESS = pattern(r"\b{difficulty_words.going_wrong} too\b")
_TOO = pattern(r"\btoo ({difficulty_words.too})\b")
#: Where a verb goes that means another without it: "push up".
_GOING_ON = words("difficulty_words.going")
#: What stands between a verb and what it does not reach: "go across the knee".
_ACROSS = words("difficulty_words.across")
_E_STEMS = words("difficulty_words.stems_with_e")
_IRREGULAR: dict[str, str] = group("difficulty_words.irregular_bases")


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause in plain words, with its regions, and the places that somebody may not reach."""

    words: str
    regions: list[Unit]
    nouns: list[str]


def names_of_difficulty(units: Sequence[Unit]) -> tuple[str, ...]:
    """Return the names of a difficulty that a clause tells, the plainest first; none if it tells none."""
    units = _without_finding(_without_aside(units))
    clause = _Clause(
        _WHICH.sub("", in_plain_words(units)),
        [unit for place, unit in enumerate(units) if unit.entry(REGION) and not _is_side(units, place)],
        [noun for place, unit in enumerate(units) if not _is_side(units, place) and (noun := _noun(unit))],
    )
    unnamed = not clause.nouns and (_OF_PRONOUN.match(clause.words) or _UNNAMED.match(clause.words))
    if _MISDONE.search(clause.words) or unnamed:
        return ()
    told = (name for name in _names(clause) if 1 < len(name) <= _LONGEST_NAME and not name.endswith("not"))
    return tuple(dict.fromkeys(told))


def tells_lifting(units: Sequence[Unit]) -> bool:
    """Say whether a clause tells what cannot be lifted: "you cannot get the feet off the floor"."""
    clause = in_plain_words(units)
    cannot = CANNOT.search(clause)
    return cannot is not None and _OFF_FLOOR.match(clause, cannot.end()) is not None


def _without_aside(units: Sequence[Unit]) -> Sequence[Unit]:
    """Leave out what must not happen meanwhile: "the hand does not reach the floor without the chest caving in"."""
    edge = next((place for place, unit in enumerate(units) if place and unit.norm == _WITHOUT), len(units))
    return units[:edge] if _NEGATED.search(in_plain_words(units[:edge])) else units


def _without_finding(units: Sequence[Unit]) -> Sequence[Unit]:
    """Leave out that somebody finds it so: "you find that the hips lift"."""
    if len(units) < _SHORTEST_FOUND or units[0].norm not in _FINDERS or units[1].norm not in _FINDING:
        return units
    start = 3 if units[2].norm == "that" else 2
    return units[start:] if units[start].norm in _DETERMINERS else units


def _is_side(units: Sequence[Unit], place: int) -> bool:
    """Say whether a word only tells which of two is meant: "the back heel"."""
    following = units[place + 1 : place + 2]
    return units[place].norm in _SIDES and bool(following) and following[0].entry(REGION) is not None


def _noun(unit: Unit) -> str | None:
    """Return the region or surface that a unit names: "floor" of "to the floor"."""
    last = unit.norm.rpartition(" ")[2]
    if unit.entry(REGION):
        return unit.text.casefold()
    return last if last in SURFACES else None


def _names(clause: _Clause) -> Iterator[str]:
    """Yield the names of a clause, plainer ones first: of what goes wrong, is hard, cannot be done, or hurts."""
    wrong = _GOING_WRONG.match(clause.words)
    if wrong and wrong.group(1).strip() not in _PERSONS:
        yield from _going_wrong(*wrong.groups())
    if deed := _HARD_DEED.match(clause.words):
        yield " ".join([deed.group(1), deed.group(2), *_content(deed.group(3))[:5]])
        yield " ".join(["difficulty", deed.group(2), *_content(deed.group(3))[:5]])
        return
    if found := _FOUND_HARD.match(clause.words):
        yield " ".join(["difficult", *_content(found.group("deed"))[:5]])
        yield " ".join(["difficulty", *_content(found.group("deed"))[:5]])
    if hard := _HARD_DOING.match(clause.words):
        yield from _hard_doing(hard.group(1), _content(hard.group(2) or ""))
    if len(clause.nouns) > 1 and _GAP.search(clause.words):
        yield f"gap between {clause.nouns[0]} and {clause.nouns[1]}"
    if clause.nouns and _OUT_OF_REACH.search(clause.words):
        yield from _out_of_reach(clause.nouns)
    if cannot := CANNOT.search(clause.words):
        yield from _inabilities(clause, cannot)
    elif negated := _NEGATED.search(clause.words):
        yield from _failures(clause, negated)
    elif clause.regions:
        yield from _sensations(clause)
    yield from _general(clause)


def _hard_doing(verb: str, objects: Sequence[str]) -> Iterator[str]:
    """What is hard to do, as a subject: "If reaching the foot is challenging"."""
    whole = " ".join([verb, *objects[:8], "is difficult"])
    objects = [word for word in objects if word not in _PRONOUN_OBJECTS]
    yield " ".join(["cannot", _base(verb), *objects[:4]])
    yield " ".join(["difficulty", verb, *objects[:4]])
    yield whole


def _going_wrong(subject: str, verb: str, rest: str) -> Iterator[str]:
    """What is kept from going wrong: "the knees from splaying outwards"."""
    told = _content(subject)[-2:]
    where = [word for word in rest.split() if word not in _LINKS | {"the", "your"}][:2]
    yield " ".join([*told, _base(verb), *where])
    yield " ".join([*told, _base(verb)])
    yield " ".join([*told, verb, *where])


def _out_of_reach(nouns: Sequence[str]) -> Iterator[str]:
    """What is too far away, from what: "the hands are nowhere near the floor", "the heels are out of reach"."""
    if len(nouns) > 1:
        number = "do not" if nouns[0].endswith("s") else "does not"
        yield f"{nouns[0]} {number} reach {nouns[-1]}"
    yield f"cannot reach {nouns[-1]}"
    yield f"{nouns[-1]} out of reach"


def _inabilities(clause: _Clause, cannot: re.Match[str]) -> Iterator[str]:
    """What somebody cannot do: "You cannot reach your foot", "The knee cannot come down to the floor"."""
    rest = _content(_AT_TIME.sub("", clause.words[cannot.end() :]))
    subject = [word for word in _content(clause.words[: cannot.start()]) if word not in _ABILITY_WORDS]
    if not rest:
        return
    if not subject and (lifted := _OFF_FLOOR.match(clause.words, cannot.end())):
        yield " ".join(["cannot lift", *_content(lifted.group("lifted"))])  # "cannot get the feet off the floor"
        return
    rest = [_base(rest[0]), *rest[1:]]  # "trouble lifting the feet"
    if subject and (passive := _PASSIVE.match(clause.words, cannot.end())):
        yield f"cannot {_base(f'{passive.group(1)}ing')} {subject[-1]}"  # "the feet cannot be reached"
    if subject:
        yield " ".join([*subject[-2:], "cannot", *rest[:4]])
        yield " ".join([*subject[-2:], "does not", *rest[:4]])
        if clause.nouns and clause.nouns[-1] not in subject:
            yield f"cannot {rest[0]} {clause.nouns[-1]}"
        return
    going = _with_particles(_AT_TIME.sub("", clause.words[cannot.end() :]), rest[0])
    if going[1:2] and going[1] in _GOING_ON:
        yield " ".join(["cannot", *going[:6]])  # "cannot push up"
    yield " ".join(["cannot", *rest[:6]])
    yield " ".join(["cannot", *going[:6]])
    yield " ".join([_FOUND.sub("", cannot.group()).strip(), *rest[:6]])
    if clause.nouns:
        yield f"cannot {rest[0]} {clause.nouns[0]}"
        yield " ".join(["cannot", *[word for word in rest if word not in _LINKS][:3]])


def _with_particles(clause: str, verb: str) -> list[str]:
    """Return the words that a plain name keeps, with those that tell where a verb goes: "hold hips up"."""
    kept = [word for word in clause.split() if word in _GOING_ON or word not in _DROPPED]
    return [verb, *kept[1:]]


def _failures(clause: _Clause, negated: re.Match[str]) -> Iterator[str]:
    """What does not happen: "Your head does not reach down to meet the knee", "hands not touching the floor"."""
    subject = [word for word in _content(clause.words[: negated.start()]) if word not in _ABILITY_WORDS]
    rest = _content(_AT_TIME.sub("", clause.words[negated.end() :]))
    if not rest:
        return
    verb = _base(rest[0])
    if clause.regions and _DISLIKES.match(clause.words, negated.start()):
        region = clause.regions[0].entry(REGION)
        yield f"{region.label if region else clause.regions[0].norm} discomfort"
    if clause.nouns and verb in _REACHING and (not subject or subject[-1] in PRONOUNS):
        yield f"cannot reach {clause.nouns[-1]}"
    if not subject:
        return
    number = "do not" if subject[-1].endswith("s") and not subject[-1].endswith("ss") else "does not"
    target = next((noun for noun in reversed(clause.nouns) if noun.split()[-1] not in subject), None)
    named = next((noun for noun in clause.nouns if " " in noun and noun.split() == subject[-len(noun.split()) :]), None)
    if named and target and verb in _REACHING:
        yield f"{named} {number} reach {target}"  # "the sitting bones do not rest on the floor"
    going = _GOING.match(clause.words, negated.end())
    if not target and not going and verb in _REACHING and subject[-1] in _NEAR_FLOOR:
        yield f"{subject[-1]} {number} reach floor"  # "the toes do not reach"
    if going and not target:
        yield f"{' '.join(subject[-2:])} {number} {going.group(1)} {going.group(2)}"
        yield f"{subject[-1]} {number} {going.group(1)} {going.group(2)}"
    if target and verb in _REACHING:
        yield f"{subject[-1]} {number} reach {target}"
    if target and verb not in _REACHING and rest[1:2] and rest[1] in _ACROSS:
        yield " ".join([subject[-1], number, verb, *rest[1:5]])
    if target:
        yield f"{subject[-1]} {number} {verb} {target}"
        yield f"{' '.join(subject[-2:])} {number} {verb} {target}"
    if target and verb in _REACHING:
        yield f"{subject[-1]} does not reach {target}"
        yield f"cannot reach {target}"
        yield f"cannot reach {target} with {subject[-1]}"
    yield " ".join([*subject[-2:], number, verb, *rest[1:4]])
    region = next((unit.entry(REGION) for unit in clause.regions if unit.text.casefold() == subject[-1]), None)
    if region is not None:
        yield " ".join([region.label, "does not", verb, *rest[1:4]])  # one region for several: "hip does not go low"
    yield f"{subject[-1]} {number} {verb}"
    if verb != rest[0]:
        yield " ".join([*subject[-2:], "not", *rest[:2]])  # "hands not reaching"


def _sensations(clause: _Clause) -> Iterator[str]:
    """How a region feels: "Your hips are tight", "the hip of the bent leg feels tense", "jammed shoulders"."""
    if elsewhere := _FELT_ELSEWHERE.search(clause.words):
        yield f"{elsewhere.group('region')} discomfort"
        return
    region = _hurt(clause) or clause.regions[0]
    entry = region.entry(REGION)
    label, own = entry.label if entry else region.norm, region.text.casefold()
    inside = re.search(
        rf"\b(\w{{5,}}) (?:away |(?:is |are )?felt )?(?:in|at|from|behind|under|around|on|off|out of) "
        rf"(?:(?:the|your|both|their|{_ANY_PART} of) )*{re.escape(own)}\b",  # "at the inside of the elbow"
        clause.words,
    )
    if inside and inside.group(1) not in _NO_QUALITIES | _DROPPED:
        feeling = _FEELINGS.get(inside.group(1), inside.group(1))
        yield f"{label} {feeling}"
        if part := _OF_PART.match(label):
            yield f"{label[part.end() :]} {feeling}"  # "a pinch at the front of the shoulder" is one of the shoulder
        yield f"{inside.group(1)} in {label}"
    begun = re.search(rf"\b{re.escape(own)} (?:{_BEGINNING}) (\w+)", clause.words)
    if begun and begun.group(1) in _BEGUN:
        yield f"{_BEGUN[begun.group(1)]} {label}"
        yield f"{label} {_BEGUN[begun.group(1)]}"
    if wrong := re.search(
        rf"\b{re.escape(own)} (?:(?:{_BEGINNING}) )?({_WRONG})\b(?: ({_ANY_PARTICLE})\b)?", clause.words
    ):
        yield " ".join(filter(None, (own, *wrong.groups())))
    moving = re.search(rf"\b{re.escape(own)} (?:\w+ )?(\w{{3,}}ing) ({_ANY_PARTICLE}\b|in$)", clause.words)
    if moving:
        yield f"{own} {moving.group(1)} {moving.group(2)}"
        yield f"{own} {_base(moving.group(1))} {moving.group(2)}"
    for quality in _qualities(clause.words, own):
        if quality in _NO_QUALITIES or quality in _DROPPED or quality in clause.nouns:
            continue
        yield f"{quality} {label}"
        yield f"{quality} {own}"
        if quality in _TIGHT:
            yield f"{label} tension"
            yield f"{label} tightness"
            yield f"{'stiff' if quality == 'tight' else 'tight'} {label}"
        if quality in _HURTING:
            yield f"{label} discomfort"
            yield f"{label} pain"
    if _COMPLAINS.search(clause.words):
        yield f"{label} pain"
        yield f"{label} discomfort"
        yield f"sore {label}"


def _hurt(clause: _Clause) -> Unit | None:
    """Return the region that what is done hurts, after the verb: "raising the arms bothers your shoulders"."""
    complaint = _COMPLAINS.search(clause.words)
    if complaint is None or not clause.words[: complaint.start()].split()[:1]:
        return None
    hurt = _OWNED.match(clause.words, complaint.end())
    return next((unit for unit in clause.regions if hurt and unit.text.casefold() == hurt.group(1)), None)


def _qualities(clause: str, region: str) -> Iterator[str]:
    """Yield the words that may say how a region feels: after a verb, after its name, before its name."""
    name = re.escape(region)
    places = re.finditer(rf"\b{name}\b", clause)
    found = (
        _BEING.search(clause),
        next((match for place in places if (match := _AFTER_REGION.match(clause, place.end()))), None),
        re.search(rf"(\w+) (?:\w+ and )?{name}\b", clause),
    )
    return (_SAME_QUALITIES.get(match.group(1), match.group(1)) for match in found if match)


def _general(told: _Clause) -> Iterator[str]:
    """What anybody may find: unsteadiness, fear of falling, too much of something; else the words themselves."""
    clause = told.words
    if UNSTEADY.search(clause):
        yield "poor balance"
        yield "difficulty balancing"
    if _AFRAID.search(clause) and "fall" in clause:
        yield "fear of falling"
    if (too := _TOO.search(clause)) and not _EXCESS.search(clause):
        region = told.regions[0].entry(REGION) if told.regions else None
        if region is not None:
            yield f"too {too.group(1)} on {region.label}"
            yield f"{region.label} discomfort"
        yield f"too {too.group(1)}"
    plain = [word for word in _content(clause) if word not in _PLAIN_WORDS]
    if 1 <= len(plain) <= 6:
        yield " ".join(plain)
        spoken = dropwhile(_PLAIN_WORDS.__contains__, clause.split())
        yield " ".join(word for word in spoken if word not in _DETERMINERS)


def _base(verb: str) -> str:
    """Return the base form of a verb that ends in -ing."""
    if not verb.endswith("ing") or len(verb) <= 5:
        return verb
    stem = verb[:-3]
    if stem in _E_STEMS:
        return f"{stem}e"
    doubled = stem[-1] == stem[-2] and stem[-1] not in "sl"
    return _IRREGULAR.get(verb, stem[:-1] if doubled else stem)


def _content(clause: str) -> list[str]:
    """Return the words of a clause that a plain name keeps."""
    return [word for word in clause.split() if word not in _DROPPED]
