"""What a pose does: stretches, strengthens, presses, and what it is good for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yogakg.loaders.article.context import Passage, Reader, rule_name
from yogakg.loaders.article.coordination import CONDITION, GOOD, REGION, Phrase
from yogakg.loaders.article.mentions import Sentence, Unit

from yogakg.facts import Relation

#: Kinds of object that each property may take. A kind that fits none of the property's meaning is
#: carried over to the property that says it (see ``_settled``).
_OBJECTS: dict[str, tuple[str, ...]] = {
    "stretches": (REGION,), "opens": (REGION,), "massages": (REGION,), "compresses": (REGION,), "mobilises": (REGION,),
    "strengthens": (REGION, *GOOD), "tones": (REGION, *GOOD), "lengthens": (REGION,), "decompresses": (REGION,), "softens": (REGION, CONDITION),
    "relieves": (CONDITION, *GOOD, "Limitation"), "treats": (CONDITION, REGION, *GOOD, "Limitation"), "controls": (CONDITION, *GOOD),
    "improves": (*GOOD, REGION, CONDITION), "stimulates": (REGION, *GOOD), "calms": (*GOOD, REGION, CONDITION), "relaxes": (REGION, *GOOD),
    "balances": (*GOOD, REGION, CONDITION), "restores": (*GOOD, REGION),
}  # fmt: skip
#: Verbs too general to say anything about a region or a condition.
_WEAK = frozenset(
    ["give", "provide", "bring", "create", "build", "keep", "maintain", "support", "help", "contribute", "develop", "assist", "aid", "raise", "induce"]
)
_TELLING = frozenset({"benefits", "therapeutics", "anatomy", "stretches", "strengthens"})
_BEFORE_BASE = frozenset(["to", "help", "can", "may", "will", "could", "might", "would", "also", "and", "or", ",", "&", "should"])
_AUXILIARIES = frozenset(["is", "are", "get", "gets", "be", "being", "becomes", "were", "was"])
_MUSCULAR = frozenset({"Muscle", "MuscleGroup", "BodyPart", "SurfaceRegion", "Joint"})


def effect_verb(passage: Passage, reader: Reader) -> Iterator[Relation]:
    """A verb of effect with its objects: "stretches and strengthens the legs, hips and lower back"."""
    sentence = passage.sentence
    units = sentence.units
    index = 0
    while index < len(units):
        if not _is_effect(sentence, index, passage):
            index += 1
            continue
        verbs, objects_at = _verb_chain(sentence, index)
        found: list[tuple[str, Phrase]] = []
        after = objects_at
        said = {_property(units[verb]) for verb in verbs}
        for verb in verbs:
            prop = _property(units[verb])
            if _SAID_BY.get(prop) in said:
                continue
            phrases, end = _objects(sentence, objects_at, prop, reader)
            after = max(after, end)
            found += [(_settled(prop, units[verb], p), p) for p in phrases]
        negated = reader.is_negated(sentence, index)
        hedged = reader.is_hedged(sentence, index)
        for prop, phrase in found:
            if prop and not negated:
                yield Relation(
                    span=passage.span, rule=rule_name(effect_verb), property=prop, object=phrase.term, hedged=hedged,
                    circumstance=_circumstance(sentence),
                )  # fmt: skip
        index = max(index + 1, after)


#: Verbs that add nothing beside another of the same chain: "stretches and opens", "strengthens and tones".
_SAID_BY = {"opens": "stretches", "tones": "strengthens", "massages": "compresses"}


def _objects(sentence: Sentence, start: int, prop: str, reader: Reader) -> tuple[list[Phrase], int]:
    """Read the objects of a verb; a stretch may run "from the throat down to the ankles"."""
    units = sentence.units
    phrases, after = reader.phrases(sentence, _past_link(units, start), *_OBJECTS[prop])
    while phrases and _OBJECTS[prop][0] == REGION:
        place = after
        while place < len(units) and (units[place].norm in _RANGING or units[place].cue("glue.adjectives")):
            place += 1
        if place == after or not any(units[k].norm in _RANGING - {",", "and"} for k in range(after, place)):
            break
        more, end = reader.phrases(sentence, place, REGION)
        if not more:
            break
        phrases, after = [*phrases, *more], end
    return phrases, after


_RANGING = frozenset([",", "from", "to", "down", "up", "into", "along", "through", "via", "and", "downto", "all", "way", "as", "far", "into", "toward"])


def _property(unit: Unit) -> str:
    cue = unit.cue("effect")
    assert cue is not None
    return cue.value


def _is_effect(sentence: Sentence, index: int, passage: Passage) -> bool:
    """Tell an assertion from an imperative ("stretch your arms up") and from a noun ("these stretches")."""
    unit = sentence.units[index]
    cue = unit.cue("effect")
    if cue is None or unit.entry("Pose"):
        return False
    before = sentence.units[index - 1] if index else None
    telling = passage.section in _TELLING
    word = unit.text.split()[0].casefold()
    if (
        "effect on" in unit.norm
        or "relief" in unit.norm
        or " for" in unit.norm
        or " in" in unit.norm
        or unit.norm.endswith(" of")
    ):
        return True
    if cue.form == "ed":
        return False
    if cue.form == "ing":
        if before is None:
            return telling
        return before.norm != "of" and (not before.cue("glue.determiners") or before.norm in {"all", "both"})
    if word.endswith("s") and not word.endswith("ss"):
        return not (
            before is not None
            and (before.cue("glue.determiners") or before.cue("glue.prepositions") or before.norm.isdigit())
        )
    if before is None:
        return telling
    if before.norm in _BEFORE_BASE or before.cue("hedges") or (before.cue("effect") and before.norm == "help"):
        return telling or before.norm not in {"and", "or", ",", "&"} or _chained(sentence, index)
    if before.norm in {"you", "your"}:
        return "help" in {u.norm for u in sentence.units[max(0, index - 3) : index]}
    return bool(before.cue("glue.adjectives") and telling)


def _chained(sentence: Sentence, index: int) -> bool:
    """Say whether a verb in its base form goes on a chain that began with "to", "helps" or "can"."""
    return any(u.norm in {"to", "help", "can", "may", "will"} for u in sentence.units[max(0, index - 8) : index])


def _verb_chain(sentence: Sentence, index: int) -> tuple[list[int], int]:
    """Collect verbs that share their objects: "stretch, strengthen and tone"."""
    verbs = [index]
    place = index + 1
    while place < len(sentence.units):
        following = place
        while following < len(sentence.units) and (
            sentence.units[following].joins or sentence.units[following].cue("glue.adjectives")
        ):
            following += 1
        if (
            following >= len(sentence.units)
            or not sentence.units[following].cue("effect")
            or (following == place and sentence.units[verbs[-1]].norm != "help")
        ):
            break
        if sentence.units[following].entries and not sentence.units[following].cue("effect"):
            break
        if sentence.units[following].cue("effect", None) and _is_noun_use(sentence, following):
            break
        if following == place:
            verbs = []
        verbs.append(following)
        place = following + 1
    return verbs or [index], place


def _is_noun_use(sentence: Sentence, index: int) -> bool:
    """Say whether a word that is verb and name ("balance", "focus") stands as a name: no object follows."""
    unit = sentence.units[index]
    if not unit.entries:
        return False
    following = sentence.units[index + 1] if index + 1 < len(sentence.units) else None
    return following is None or not (following.cue("glue.determiners") or following.entries)


def _past_link(units: tuple[Unit, ...], index: int) -> int:
    """Pass over "of", "in", "to" between a verb of effect and its objects."""
    while index < len(units) and (
        units[index].cue("introducers", "people")
        or units[index].cue("introducers", "having")
        or units[index].norm in {"who", "that", "which"}
        or units[index].norm
        in {"of", "in", "to", "on", "up", "out", "with", "both", "not", "only", "against", ":", "–", "from"}
        or units[index].cue("glue.adjectives")
    ):
        index += 1
    return index


def _settled(prop: str, verb: Unit, phrase: Phrase) -> str | None:
    """Choose the property that fits the object: one strengthens legs but improves digestion."""
    kind = phrase.family
    word = verb.norm.split()[0]
    if prop == "improves":
        if kind == CONDITION:
            return None if word in _WEAK and word not in {"help", "aid", "assist"} else "relieves"
        if kind == REGION and word in _WEAK and verb.norm not in {"help with", "aid in"}:
            return None
        return prop
    if prop == "strengthens" and kind != REGION:
        return "improves"
    if prop == "tones" and kind != REGION:
        return "improves"
    if kind == "Limitation":
        return "relieves"
    if prop == "treats" and kind != CONDITION:
        if word == "help" and " " not in verb.norm:
            return None
        return "improves"
    if prop == "relieves" and kind != CONDITION:
        return "relieves" if word in {"reduce", "lower", "decrease"} else None
    return prop


def _circumstance(sentence: Sentence) -> str | None:
    """Return the words that tie a benefit to a long hold or to regular practice."""
    words = sentence.text.casefold()
    for phrase, name in (
        ("extended period", "extended hold"), ("extended amount of time", "extended hold"), ("held for a long", "extended hold"), ("longer hold", "extended hold"),
        ("practiced regularly", "regular practice"), ("practised regularly", "regular practice"), ("regular practice", "regular practice"), ("with regular", "regular practice"),
    ):  # fmt: skip
        if phrase in words:
            return name
    return None


def effect_passive(passage: Passage, reader: Reader) -> Iterator[Relation]:
    """Objects before a passive verb of effect: "the hamstrings and calves are stretched"."""
    sentence = passage.sentence
    for index, unit in enumerate(sentence.units):
        cue = unit.cue("effect")
        if cue is None or cue.form != "ed":
            continue
        aux = index - 1
        while aux > 0 and sentence.units[aux].cue("glue.adjectives"):
            aux -= 1
        if aux < 1 or sentence.units[aux].text.casefold() not in _AUXILIARIES | {":"}:
            continue
        for start in range(aux):
            phrases, after = reader.phrases(sentence, start, *_OBJECTS[cue.value], stop=aux)
            if phrases and after >= aux:
                if not reader.is_negated(sentence, index, reach=2):
                    for phrase in phrases:
                        prop = _settled(cue.value, unit, phrase)
                        if prop:
                            yield Relation(
                                span=passage.span,
                                rule=rule_name(effect_passive),
                                property=prop,
                                object=phrase.term,
                                hedged=reader.is_hedged(sentence, index),
                            )
                break


_GAINS = re.compile(
    r"^(?:get|gets|receive|receives|have|has|enjoy|enjoys)\b(?: an?| the)?(?: \w+){0,2}? (stretch|stretching|massage|workout|strengthening)\b"
)
_BECOMES = re.compile(
    r"^(?:become|becomes|get|gets|grow|grows|is made|are made)\b(?: more| very)? (stronger|strong|flexible|supple|toned|longer)\b"
)
_GAINED = {
    "stretch": "stretches",
    "stretching": "stretches",
    "massage": "massages",
    "workout": "strengthens",
    "strengthening": "strengthens",
    "stronger": "strengthens",
    "strong": "strengthens",
    "toned": "tones",
    "flexible": "mobilises",
    "supple": "mobilises",
    "longer": "lengthens",
}


def region_gains(passage: Passage, reader: Reader) -> Iterator[Relation]:
    """Regions that get something: "the calves and hips get a thorough stretch", "the thighs become strong"."""
    sentence = passage.sentence
    index = 0
    while index < len(sentence.units):
        if not sentence.units[index].entry(REGION):
            index += 1
            continue
        phrases, after = reader.phrases(sentence, index, REGION)
        place = after
        while place < len(sentence.units) and (sentence.units[place].norm in {",", "all", "both", "also"}):
            place += 1
        rest = " ".join(u.text.casefold() for u in sentence.units[place : place + 7])
        match = _GAINS.match(rest) or _BECOMES.match(rest)
        if match and phrases and not reader.is_negated(sentence, index, reach=3):
            for phrase in phrases:
                yield Relation(
                    span=passage.span,
                    rule=rule_name(region_gains),
                    property=_GAINED[match.group(1)],
                    object=phrase.term,
                )
        index = max(after, index + 1)


def better_noun(passage: Passage, reader: Reader) -> Iterator[Relation]:
    """A good thing that is said to get better: "leads to better posture", "improved digestion"."""
    sentence = passage.sentence
    for index, unit in enumerate(sentence.units[:-1]):
        if not unit.cue("better") or (unit.norm == "more" and passage.section not in _TELLING):
            continue
        if reader.is_negated(sentence, index):
            continue
        phrases, _ = reader.phrases(sentence, index + 1, *GOOD)
        for phrase in phrases:
            yield Relation(
                span=passage.span,
                rule=rule_name(better_noun),
                property="improves",
                object=phrase.term,
                hedged=reader.is_hedged(sentence, index),
            )


def stretch_noun(passage: Passage, reader: Reader) -> Iterator[Relation]:
    """A stretch that goes through regions: "the stretch continues via the calves", "a deep stretch for the hips"."""
    sentence = passage.sentence
    units = sentence.units
    nouns = [
        i for i, u in enumerate(units)
        if u.cue("stretch_noun.nouns") and i and (units[i - 1].cue("glue.determiners") or units[i - 1].cue("glue.adjectives") or units[i - 1].cue("better") or units[i - 1].norm in {"good", "great", "wonderful"})
    ]  # fmt: skip
    for noun in nouns:
        travels = any(u.cue("stretch_noun.verbs") for u in units[noun + 1 : noun + 4]) or any(
            u.norm in {"feel", "felt"} for u in units[max(0, noun - 4) : noun]
        )
        linked = noun + 1 < len(units) and units[noun + 1].norm in {
            "to",
            "for",
            "in",
            "of",
            "along",
            "through",
            "across",
            "throughout",
            "on",
            "into",
        }
        if not (travels or linked) or reader.is_negated(sentence, noun):
            continue
        places = range(len(units)) if travels else range(noun, len(units))
        index = places.start
        while index < len(units):
            if units[index].cue("glue.prepositions"):
                phrases, after = reader.phrases(sentence, index + 1, REGION)
                for phrase in phrases:
                    yield Relation(
                        span=passage.span,
                        rule=rule_name(stretch_noun),
                        property="stretches",
                        object=phrase.term,
                        hedged=reader.is_hedged(sentence, noun),
                    )
                if phrases:
                    index = after
                    continue
                if not travels:
                    break
            index += 1
        return


def relief_noun(passage: Passage, reader: Reader) -> Iterator[Relation]:
    """A condition followed by its end: "stress relief", "pain reduction"."""
    sentence = passage.sentence
    for index, unit in enumerate(sentence.units[1:], start=1):
        if (
            unit.norm not in {"relief", "reduction", "reliever", "buster", "relieving", "relieve"}
            or passage.section not in _TELLING
        ):
            continue
        condition = sentence.units[index - 1].entry(CONDITION)
        if condition is not None and not reader.is_negated(sentence, index):
            yield Relation(
                span=passage.span,
                rule=rule_name(relief_noun),
                property="relieves",
                object=reader.grounder.term(condition),
            )


def listed_benefit(passage: Passage, reader: Reader) -> Iterator[Relation]:
    """A list item of a benefits section that is nothing but names: "Flexibility of the spine", "Asthma"."""
    if (
        passage.section not in _TELLING
        or not (passage.kind == "item" or passage.alone)
        or any(u.cue("effect") for u in passage.sentence.units)
    ):
        return
    sentence = passage.sentence
    phrases, after = reader.phrases(sentence, 0, *GOOD, CONDITION, REGION)
    rest = [u for u in sentence.units[after:] if u.is_word]
    if not phrases or rest:
        return
    for phrase in phrases:
        if phrase.family == REGION:
            prop = passage.section if passage.section in {"stretches", "strengthens"} else None
        else:
            prop = (
                "treats"
                if passage.section == "therapeutics"
                else "relieves"
                if phrase.family == CONDITION
                else "improves"
            )
        if prop:
            yield Relation(span=passage.span, rule=rule_name(listed_benefit), property=prop, object=phrase.term)


_KEPT = re.compile(r"^(?:in check|under control|at bay|away|in balance|controlled)\b")


def kept_in_check(passage: Passage, reader: Reader) -> Iterator[Relation]:
    """Conditions that a pose keeps small: "keeps headaches and insomnia in check"."""
    sentence = passage.sentence
    for index, unit in enumerate(sentence.units):
        if unit.norm not in {"keep", "keeping", "hold", "bring"}:
            continue
        phrases, after = reader.phrases(sentence, index + 1, CONDITION, *GOOD)
        rest = " ".join(u.norm for u in sentence.units[after : after + 3])
        if phrases and _KEPT.match(rest) and not reader.is_negated(sentence, index):
            for phrase in phrases:
                yield Relation(
                    span=passage.span, rule=rule_name(kept_in_check), property="controls", object=phrase.term
                )


RULES = (
    effect_verb,
    region_gains,
    kept_in_check,
    effect_passive,
    better_noun,
    stretch_noun,
    relief_noun,
    listed_benefit,
)
