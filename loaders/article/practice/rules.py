"""How a pose is done: steps and sides."""

from __future__ import annotations

from collections.abc import Iterator

from yogakg.facts import Asymmetry, Claim, Span, Step
from yogakg.loaders.article.context import Passage, Reader, rule
from yogakg.loaders.article.practice.breathing import step_breath
from yogakg.loaders.article.recognition.words import pattern, words

_OTHER_SIDE = pattern(
    r"\b(?:{practice.repeating}\b[^.;]{0,60}?\b{practice.other}\s+(?:\w+\s+)?{practice.limbs}"
    r"|then\b[^.;]{0,60}?\b{practice.surely_other}\s+(?:\w+\s+)?{practice.limbs}"
    r"|{practice.switching}\s+(?:the\s+)?{practice.pairs}"
    r"|{practice.repeating}(?:ed)?\b[^.;]{0,40}?\bwith the {practice.limbs} {practice.exchanged}"
    r"|{practice.repeating}(?:\s+(?:it|this|the\s+\w+|everything|all))?\s+(?:on|to|with|for)\s+the\s+(?:left|right)"
    r"(?!\s+{practice.parts})"
    r"|{practice.turning} for the (?:other|opposite|second) {practice.other_limbs}"
    r"|same (?:\w+ )?(?:on|to|with|for) the (?:left|right)(?!\s+{practice.parts})"
    r"|(?:with|to|on|from|for) (?:(?:the|your) )?(?:other|opposite) {practice.other_limbs}"
    r"|{practice.sides}(?! of\b)|/ ?side"
    r"|{practice.repeating}\b[^.;]{0,60}?\bthe other way|\bthe other way\b[^.;]{0,40}?\b{practice.repeating}"
    r"|(?:now|then|next),? (?:go )?(?:on |to |with )?the {practice.second} {practice.other_limbs}"
    r"|(?:breath|second|sec|minute|min)s?\.? (?:a|per|each) side)\b",
    0,
)
#: One after the other within the pose: "lower the left arm, then the right arm".
_IN_TURN = pattern(
    r"\b(?:left|right|one|first) \w+,? (?:and )?(?:now|then|next),? (?:the )?{practice.second} {practice.limbs}\b"
)
#: Where something of the body comes to, and no other side of the pose: "the toes touch the floor on the other side".
_GOES_THERE = pattern(
    r"\b{practice.grounds} (?:on|to) (?:the )?other side\Z|\b{practice.bent} (?:on|to) the other side\Z", 0
)
#: One leg after the other on the way out: "To come out, lean to one side and free the opposite leg".
_LEAVES = pattern(r"^to (?:come out|exit|release|leave|get out)\b")
_REPEATING = pattern(r"\b{practice.repeating}\b")
_REPEATS = pattern(r"(?<!\w){practice.repeats}", 0)
_NO_SIDES = words("practice.sections_without_sides")


@rule("hasStep")
def step_item(span: Span, instruction: str, position: int) -> Iterator[Claim]:
    """An item of a section about how the pose is done."""
    yield Step(
        span=span,
        rule=step_item.name,
        position=position,
        text=instruction,
        breath=step_breath(instruction),
        side="OtherSide" if _OTHER_SIDE.search(instruction.casefold()) else None,
    )


@rule("asymmetric")
def repeated_on_other_side(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """The pose is repeated on the other side, so it has one."""
    said = passage.sentence.text.casefold()
    told = _OTHER_SIDE.search(said) if passage.section not in _NO_SIDES and not _IN_TURN.search(said) else None
    if told and _LEAVES.search(said) and not _REPEATING.search(told.group()):
        return
    if told and _REPEATS.search(told.group()) and not _GOES_THERE.search(said, 0, told.end()):
        yield Asymmetry(span=passage.span, rule=repeated_on_other_side.name)


RULES = (repeated_on_other_side,)
