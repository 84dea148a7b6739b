"""Paragraphs under no heading that tell what a pose does, by how many of their sentences do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from yogakg.loaders.article.context import Passage, Reader
from yogakg.loaders.article.effects.instructions import opens_with_order
from yogakg.loaders.article.effects.regions import region_gains
from yogakg.loaders.article.effects.verbs import effect_passive, effect_verb

#: Sentences of effect that such a paragraph has at least, and how many sentences there may be for each.
_FEWEST = 2
_SENTENCES_EACH = 3
_READ = (effect_verb, effect_passive, region_gains)


def marked(passages: Sequence[Passage], reader: Reader) -> Sequence[Passage]:
    """Mark the passages of a paragraph of effects: there "The breathing slows down" is one too."""
    if passages[0].section is not None or passages[0].kind != "paragraph" or len(passages) < _FEWEST:
        return passages
    if any(opens_with_order(passage.sentence) or passage.sentence.cued("advice", "avoid") for passage in passages):
        return passages
    telling = sum(any(True for rule in _READ for _ in rule.read(passage, reader)) for passage in passages)
    if telling < _FEWEST or telling * _SENTENCES_EACH < len(passages):
        return passages
    return [replace(passage, among_effects=True) for passage in passages]
