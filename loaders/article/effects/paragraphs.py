"""Paragraphs and lists under no heading that tell what a pose does, by how many of their sentences do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from yogakg.loaders.article.context import Passage, Reader
from yogakg.loaders.article.effects.changes import better_noun
from yogakg.loaders.article.effects.instructions import opens_with_order
from yogakg.loaders.article.effects.nouns import stretch_noun
from yogakg.loaders.article.effects.regions import region_gains
from yogakg.loaders.article.effects.verbs import effect_passive, effect_verb
from yogakg.loaders.article.recognition.words import words

#: Sentences of effect that such a paragraph has at least, and how many sentences there may be for each.
_FEWEST = 2
_SENTENCES_EACH = 3
_POSES = words("attribute_words.pose_nouns")
_READ = (effect_verb, effect_passive, region_gains, better_noun, stretch_noun)


def tell_effects(passages: Sequence[Passage], reader: Reader) -> bool:
    """Say whether the passages of a paragraph or list are about effects: there "The breathing slows down" is one too.

    None of them tells the reader what to do with the body, or warns.
    """
    if len(passages) < _FEWEST or any(passage.section is not None for passage in passages):
        return False
    if any(opens_with_order(passage.sentence) or passage.sentence.cued("advice", "avoid") for passage in passages):
        return False
    telling = sum(any(True for rule in _READ for _ in rule.read(passage, reader)) for passage in passages)
    return telling >= _FEWEST and telling * _SENTENCES_EACH >= len(passages)


def follows_steps(passages: Sequence[Passage], reader: Reader) -> bool:
    """Say whether a paragraph behind a list of steps opens with what the pose does: "Bridge Pose also opens …"."""
    first = passages[0]
    spoken = [unit.norm for unit in first.sentence.units[:2]]
    named = any(found.span.start == first.span.start for found in reader.finder.find(reader.text, first.span))
    if first.kind != "paragraph" or not (named or (spoken[0] == "this" and spoken[-1] in _POSES)):
        return False
    return any(True for _ in effect_verb.read(first, reader))


def marked(passages: Sequence[Passage]) -> list[Passage]:
    """Mark passages as being among effects."""
    return [replace(passage, among_effects=True) for passage in passages]
