"""A difficulty and its answer as they meet in a sentence, and what makes an answer.

An answer tells the readers what to do, or names a prop, or says what helps. What only tells that the pose is hard,
what it does, or to stop, answers nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from yogakg.loaders.article.context import Passage
from yogakg.loaders.article.coordination import CONDITION
from yogakg.loaders.article.difficulties import in_plain_words, names_difficulty
from yogakg.loaders.article.modifications.props import has_prop
from yogakg.loaders.article.recognition.mentions import Unit
from yogakg.loaders.article.recognition.words import pattern, words

#: Sections in which any clause counts as a difficulty.
OPEN_SECTIONS = words("modification_words.open_sections")
#: Words for readers whom a difficulty concerns, for those who are spoken to or of, and verbs of what these should do.
PEOPLE = words("modification_words.people")
READERS = frozenset({"they", "you", "one", "he", "she"})
MODALS = words("modification_words.modals")
#: What an answer is not told to.
DOERS = words("modification_words.doers")
#: Verbs by which a difficulty hinders, and by which a way of doing the pose helps.
HINDERING = words("modification_words.hindering")
HELPERS = words("modification_words.helpers")

_HELPING = words("modification_words.helping")
_HELPFUL = _HELPING | HELPERS | words("modification_words.solving")
#: Units of the longest answer that only says where a prop goes: "Blanket under the shins."
_SHORT_ANSWER = 12
_PROPS = words("modification_words.props")
_SPARING = words("modification_words.sparing")
#: Units in which a clause names the prop that it is about, and "can".
_CLAUSE_REACH = 5
_FELT_VERBS = HINDERING | words("modification_words.outcomes")
#: Units of "they can" before what they can do.
_SHORTEST_ANSWER = 2
#: Verbs that offer the pose itself, and names of it: "If your back is stiff, try this pose".
_OFFERING = words("modification_words.offering")
_THIS_POSE = pattern(r"\b(?:{modification_words.this} {sequence_words.several}|asanas?|it|this|yoga|them)\b")
_HARDSHIP = words("modification_words.hardship")
_POSSIBLE = words("modification_words.possible")
_STOPPING = words("modification_words.stopping")
_STOP, _SHORT_OF = "stop", words("modification_words.short_of")
#: An answer that is to leave the pose: "sit up at once".
_AT_ONCE = pattern(r"\b{modification_words.at_once}\W*$")
#: An answer that is to leave the pose, or ends so: "come down", "sit on a block and come out if …".
_LEAVES = pattern(r"(?:\A|\band )(?:\w+ly )?{modification_words.leaving}\Z")
_STILL = "still"
_REASSURING = pattern(r"^\W*{modification_words.reassuring}\W*$")
#: How an answer is joined to the difficulty before it: "in that case".
_LINKED = pattern(r"{modification_words.concluding}(?: ,)?(?= )")
_STRESSING = words("modification_words.stressing")
_HARMING = words("modification_words.harming")
#: Units after "is" within which the pose is said to be of a kind.
_DESCRIBING_REACH = 6


@dataclass(frozen=True, slots=True)
class Exchange:
    """The units of a sentence that tell a difficulty, and those of its answer: from ``start`` up to ``stop``.

    Without ``start`` the next sentence is the answer. ``stated`` says that the difficulty is told as one, so that what
    goes wrong in it needs no "if" before it.
    """

    difficulty: slice
    start: int | None
    stop: int
    stated: bool = False

    def answer_in(self, passage: Passage) -> Sequence[Unit]:
        """Return the units of the answer in the sentence of the difficulty; none if the next sentence answers."""
        return passage.sentence.units[self.start : self.stop] if self.start is not None else ()


@dataclass(frozen=True, slots=True)
class Answer:
    """The units of a passage, from ``start`` up to ``stop``, that answer a difficulty."""

    passage: Passage
    start: int
    stop: int


def whole(passage: Passage) -> Answer:
    """Return the answer that a whole passage is."""
    return Answer(passage, 0, len(passage.sentence.units))


def answer_of(exchange: Exchange, passage: Passage, following: Passage | None) -> Answer | None:
    """Return the answer of an exchange; "use props" is told by the props of the next sentence."""
    if exchange.start is None:
        return whole(following) if following is not None else None
    units = exchange.answer_in(passage)
    unnamed = not has_prop(units) and any(unit.norm in _PROPS for unit in units)
    if unnamed and following is not None and following.sentence.named("Prop"):
        return whole(following)
    places = range(exchange.start + 2, exchange.stop)
    stop = next((place for place in places if _turns_to_prop(passage.sentence.units, place)), exchange.stop)
    return Answer(passage, exchange.start, stop)


def _turns_to_prop(units: Sequence[Unit], place: int) -> bool:
    """Say whether another prop and its own purpose are told from a unit on: "…, and a block can … to reduce …"."""
    after = units[place + 1 : place + _CLAUSE_REACH]
    verb = next((at for at, unit in enumerate(after) if unit.norm in MODALS), 0)
    if units[place].norm != "and" or units[place - 1].norm != "," or not has_prop(after[:verb]):
        return False
    return any(unit.norm in _SPARING for unit in units[place + _CLAUSE_REACH :])


def tells_to_do(unit: Unit) -> bool:
    """Say whether a unit tells what to do: an imperative, or a verb of changing the pose."""
    return unit.cue("imperative") is not None or unit.cue("advice", "modify") is not None


def turns_to_reader(units: Sequence[Unit], place: int) -> bool:
    """Say whether a clause opens that tells what the readers can do: "… they can sit on a block"."""
    return units[place].norm in READERS and units[place + 1].norm in MODALS


def helps(passage: Passage) -> bool:
    """Say whether a sentence answers the one before: an instruction, or what makes it easier."""
    units = _without_link(passage.sentence.units)
    if any(unit.norm == "if" and names_difficulty(units[place + 1 :]) for place, unit in enumerate(units)):
        return False  # "Tie a belt around the shins if the legs fall open" answers its own
    if units[0].text.casefold().endswith("ing"):
        return any(unit.norm in _HELPING for unit in units[1:])
    if any(map(tells_to_do, units[:3])):
        return True
    return has_prop(units) and (
        any(unit.norm in MODALS for unit in units[:4])
        or any(unit.norm in _HELPFUL for unit in units)
        or (has_prop(units[:3]) and len(units) <= _SHORT_ANSWER)
    )


def _without_link(units: Sequence[Unit]) -> Sequence[Unit]:
    """Leave out how an answer is joined to what is before it: "In that case hold a strap", "If so, sit on a block"."""
    linked = _LINKED.match(" ".join(unit.norm for unit in units))
    ends = accumulate(len(unit.norm) + 1 for unit in units)  # of the units among the words, with the blank after each
    after = next((place for place, end in enumerate(ends, 1) if linked and end == linked.end() + 1), 0)
    return units[after:]  # none, if the link ends within a unit: "so that" is no "so"


def is_answered(exchange: Exchange, passage: Passage, following: Passage | None) -> bool:
    """Say whether an answer tells what to do: an instruction or a prop, and not to take care or ask a doctor."""
    units = exchange.answer_in(passage)
    told = False
    if exchange.start is None and following is not None:
        units, told = following.sentence.units, helps(following)
    told = told or any(tells_to_do(unit) or unit.entry("Prop") for unit in units)
    said = [unit.text.casefold() for unit in units if unit.is_word]
    told = told or any(word == _STOP and not _stops(said, place) for place, word in enumerate(said))
    if len(units) > _SHORTEST_ANSWER and turns_to_reader(units, 0):
        # "You may notice a stretch" answers nothing, "you can still do it by bending the knee" does.
        told = units[2].norm not in _FELT_VERBS or has_prop(units) or (units[2].norm == _STILL and _tells_means(units))
    return told and not any(unit.cue("advice", "caution") for unit in units)


def _tells_means(units: Sequence[Unit]) -> bool:
    """Say whether words tell by what something is done: "by keeping the leg bent"."""
    return any(
        unit.norm == "by" and units[place + 1].text.casefold().endswith("ing") for place, unit in enumerate(units[:-1])
    )


def changes_pose(exchange: Exchange, passage: Passage) -> bool:
    """Say whether an answer opens with an instruction, or uses a prop, and does not praise the pose itself."""
    if exchange.start is None:
        return False
    units = exchange.answer_in(passage)
    opening = next((unit for unit in units if unit.is_word), None)
    instructs = opening is not None and tells_to_do(opening) and opening.norm not in _OFFERING
    if any(unit.entry(CONDITION) and not unit.entry("Limitation") for unit in passage.sentence.units):
        return False  # "If you have back pain, bend the knees" warns
    return (instructs or exchange.stated) and not _THIS_POSE.search(in_plain_words(units))


def reassures(text: str) -> bool:
    """Say whether words only calm somebody down, before the answer: "Don't worry."."""
    return _REASSURING.match(text) is not None


def answers_little(exchange: Exchange, passage: Passage) -> bool:
    """Say whether what stands as an answer only says that the pose is hard, or to take it easy.

    "If you are stiff, it can be tough", "If you cannot reach the heels, don't worry".
    """
    units = exchange.answer_in(passage)
    if reassures(" ".join(unit.text for unit in units)):
        return True
    if has_prop(units) or any(map(tells_to_do, units)):
        return False
    return any(unit.norm in _HARDSHIP for unit in units)


def offers_no_way(exchange: Exchange, passage: Passage) -> bool:
    """Say whether an answer is to stop, or tells what the pose or the difficulty does: "it can strain the knee"."""
    units = exchange.answer_in(passage)
    if _LEAVES.search(in_plain_words(units)) and (exchange.start == 0 or _LEAVES.match(in_plain_words(units))):
        return True
    if has_prop(units):
        return False
    if _describes_pose(units) or _does_harm(exchange, passage):
        return True
    told = [unit.text.casefold() for unit in units if unit.is_word]
    said = in_plain_words(units).split()  # "that's the one" is "that is the one"
    happens = len(said) > 1 and said[0] in DOERS and not _POSSIBLE.isdisjoint(said[1:3])
    stops = any(_stops(told, place) for place in range(len(told))) or _AT_ONCE.search(in_plain_words(units))
    return happens or (bool(stops) and not any(unit.cue("advice", "modify") for unit in units))


def _stops(told: Sequence[str], place: int) -> bool:
    """Say whether a word is to end the practice, and not how far to go: "stop where the arms are level"."""
    short = told[place] == _STOP and not _SHORT_OF.isdisjoint(told[place + 1 : place + 2])
    return told[place] in _STOPPING and not short


def _does_harm(exchange: Exchange, passage: Passage) -> bool:
    """Say whether what stands before a clause tells no way out: "staying long when tired can make you dizzy".

    Neither does what only goes wrong more "especially if …", unless it tells what to do.
    """
    if exchange.start != 0 or exchange.stop < 1:
        return False
    answer, clause = exchange.answer_in(passage), passage.sentence.units[exchange.difficulty]
    if answer[-1].norm in _STRESSING:
        return not any(_instructs_at(answer, place) for place in range(len(answer)))
    verbs = (place for place, unit in enumerate(clause[:-1]) if unit.norm in _HARMING)
    doing = any(unit.text.casefold().endswith("ing") for unit in answer[:2])
    return doing and any(clause[place + 1].norm in HINDERING for place in verbs)


def _instructs_at(units: Sequence[Unit], place: int) -> bool:
    """Say whether a verb tells the readers what to do: it opens a clause, or follows "you can"."""
    if not tells_to_do(units[place]):
        return False
    before = units[max(0, place - 2) : place]
    told = len(before) > 1 and turns_to_reader(before, 0)
    return told or not before or not before[-1].is_word


def _describes_pose(units: Sequence[Unit]) -> bool:
    """Say whether a clause tells what the pose is: "Camel Pose is a backbend that can give relief if …"."""
    copula = next((place for place, unit in enumerate(units) if unit.norm in {"is", "is a"}), None)
    if copula is None:
        return False
    return any(unit.entry("PoseCharacteristic") for unit in units[copula + 1 : copula + _DESCRIBING_REACH])
