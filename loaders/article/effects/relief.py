"""Trouble that is taken away, told by nouns: "pain relief", "takes pressure off the knees", "a stress-free mind"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from yogakg.facts import Claim
from yogakg.loaders.article.context import Passage, Reader, rule
from yogakg.loaders.article.coordination import CONDITION, REGION
from yogakg.loaders.article.effects.clauses import (
    describes,
    list_before,
    tells_effects,
)
from yogakg.loaders.article.effects.instructions import instructs
from yogakg.loaders.article.effects.properties import RELIEF
from yogakg.loaders.article.recognition.grounding import term_of
from yogakg.loaders.article.recognition.mentions import Sentence
from yogakg.loaders.article.recognition.words import mapping, words

_POSES = words("attribute_words.pose_nouns")
_PRESSURE = "pressure"
_BURDENS = mapping("effect_words.burdens")
#: Words between a burden and the regions that bear it, and between pressure and where it is.
_LYING = frozenset({"on", "off", "from"})
_WITHIN = frozenset({"in", "around"})
_GETTING = words("effect_words.getting")
_TAKING = words("effect_words.taking")
_TAKEN_OUT = words("effect_words.taken_out.nouns")
#: What a pose does, and not what the reader is to do.
_TAKING_OUT = frozenset(verb for verb in _TAKING if verb.endswith(("s", "ing")))
_ABLE = frozenset({"to", "can", "may", "will", "help"})
_TOWARDS = frozenset({"to", "into", "toward", "towards"})


@rule("relieves")
def burden_taken(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """Regions that bear less: "eases strain on the knees", "takes the pressure off the spine"."""
    if not tells_effects(passage) or instructs(passage):
        return
    sentence, units = passage.sentence, passage.sentence.units
    for index, unit in enumerate(units[:-1]):
        word, _, link = unit.norm.partition(" ")  # "strain on" is one unit
        link, _, named = link.partition(" ")  # and so may be "pressure on the lower back"
        head = _BURDENS.get(word)
        verb = _verb_of_burden(sentence, index)
        if head is None or verb < 0 or reader.is_negated(sentence, verb):
            continue
        place = index + 1 if link else index + 2
        if named and not any(following.joins for following in units[index + 1 : index + 2]):
            continue
        place += bool(named)
        link = link or units[index + 1].norm
        off = link == "off" or (link in _LYING and any(one.norm == "off" for one in units[verb:index]))
        taken = off and units[verb].norm in _TAKING
        eased = units[verb].cue("effect", "relieves") and (link in _LYING or (link in _WITHIN and word == _PRESSURE))
        for phrase in reader.phrases(sentence, place, REGION)[0] if taken or eased else ():
            region = reader.grounder.lexicon.entries.get(phrase.term.iri)
            if region is not None:
                term = reader.grounder.condition_of(region, head)
                term = replace(term, labels=(*term.labels, f"{head} on the {region.label}")) if term.minted else term
                yield burden_taken.relation(passage, "relieves", term)


@rule("relieves")
def taken_out(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """Trouble that is taken out of regions: "takes the swelling out of feet and ankles"."""
    sentence, units = passage.sentence, passage.sentence.units
    for index in sentence.worded(_TAKEN_OUT):
        out = [unit.norm for unit in units[index + 1 : index + 3]]
        verb = _verb_of_burden(sentence, index)
        taking = verb >= 0 and (units[verb].text.casefold() in _TAKING_OUT or _may_take(passage, verb))
        if out != ["out", "of"] or not taking:
            continue
        if reader.is_negated(sentence, verb) or instructs(passage):
            continue
        for phrase in reader.phrases(sentence, index + 3, REGION)[0]:
            region = reader.grounder.lexicon.entries.get(phrase.term.iri)
            back = any(unit.norm in _TOWARDS for unit in units[phrase.last : phrase.last + 1])
            if region is not None and not back:  # "out of the leg and back towards the spine"
                term = reader.grounder.condition_of(region, units[index].text)
                yield taken_out.relation(passage, "relieves", term, hedged=reader.is_hedged(sentence, verb))


@rule("relieves")
def relief_noun(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """Conditions followed by their end: "anxiety and stress relief", "pain reduction"."""
    if not tells_effects(passage):
        return
    sentence = passage.sentence
    for index in sentence.worded(RELIEF):
        if index and not _has_object(sentence, index) and not reader.is_negated(sentence, index):
            gets = sentence.units[index - 1].norm in _GETTING  # "Backache gets relief"
            if gets and sentence.cued("introducers", "people"):
                continue
            for phrase in list_before(sentence, index - gets, reader):
                yield relief_noun.relation(passage, "relieves", phrase.term)


@rule("relieves")
def freed_of(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """What something is to be free of, in few words: "Stress-free mind", "a pain-free back"."""
    sentence, units = passage.sentence, passage.sentence.units
    for index in sentence.worded({"free"}) if tells_effects(passage) else ():
        joined = index > 0 and units[index - 1].end + 1 == units[index].start
        hyphened = joined and reader.text[units[index - 1].end] in "-‐‑"
        practice = any(unit.norm in _POSES or unit.norm == "practice" for unit in units[index + 1 : index + 2])
        condition = units[index - 1].entry(CONDITION) if hyphened and not practice else None
        if condition is not None and not reader.is_negated(sentence, index - 1):
            phrases = list_before(sentence, index, reader)
            for term in [phrase.term for phrase in phrases] or [term_of(condition)]:
                yield freed_of.relation(passage, "relieves", term)


def _may_take(passage: Passage, verb: int) -> bool:
    """Say whether a verb of taking in its base form tells an effect: "is good to take tension out of …"."""
    units = passage.sentence.units
    takes = units[verb].text.casefold() in _TAKING and any(unit.norm in _ABLE for unit in units[:verb][-1:])
    return takes and tells_effects(passage)


def _verb_of_burden(sentence: Sentence, index: int) -> int:
    """Return the place of the verb before a burden: "reduces the strain", "takes off the pressure"."""
    units = sentence.units
    verb = index - 1
    while verb > 0 and (describes(units[verb]) or units[verb].joins or units[verb].norm in {*_BURDENS, "off"}):
        verb -= 1
    return verb


def _has_object(sentence: Sentence, index: int) -> bool:
    """Say whether a word that is verb and noun is the verb: "relieve backache"."""
    following = sentence.units[index + 1] if index + 1 < len(sentence.units) else None
    return following is not None and bool(following.entry(CONDITION, REGION) or following.cue("glue.determiners"))
