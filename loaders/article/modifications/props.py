"""Props, and whether a text puts them to use: "sit on a block", but not "come to a table top position"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from yogakg.facts import Claim
from yogakg.lexicon import Entry
from yogakg.loaders.article.context import Passage, Reader, rule
from yogakg.loaders.article.coordination import REGION
from yogakg.loaders.article.recognition.grounding import term_of
from yogakg.loaders.article.recognition.mentions import Unit
from yogakg.loaders.article.recognition.words import pattern, words

#: Sections that mention props in passing.
CASUAL_SECTIONS = words("modification_words.casual_sections") | {None}
#: Words before a region or prop of the readers: "your palms", "the mat".
DETERMINERS = frozenset({"your", "the", "their", "both"})

_NEEDLESS = pattern(r"(?:\bnot|n['’]t|\bno) {modification_words.needless}\b[^.;,]{0,30}$")
#: "Nobody goes up without a blanket".
_NEVER_WITHOUT = pattern(r"\b(?:nobody|no one|never|not|n['’]t)\b[^.;,]{0,40}\bwithout\b[^.;,]{0,20}$")
_PUT_TO_USE = pattern(
    r"\b{modification_words.put_to_use}\b|\b{holds.doing} [^.;,]{1,40} with an?\b"  # "do it at home with a couch"
)
#: A prop that is only compared with.
_AS_IF = pattern(r"\b{modification_words.as_if}\b[^.;,:]{0,40}$")
#: "Some people like a cushion there".
_LIKED = pattern(
    r"\b(?:{modification_words.people}s?|many|most|some|you|they|we|i|would|may|might|also) (?:may |might |also )?"
    r"like an?\b[^.;,:]{0,40}$"
)
#: A prop that is given as an example: "a prop, like a chair".
_SUCH_AS = pattern(r"\b(?:{modification_words.props}|a prop)\W{1,3}like\b[^.;:]{0,40}$")
_NO_PROPS = pattern(r"\b{modification_words.no_props}\b")
_BEFORE_VERB = words("modification_words.before_verb")
_VERB_OBJECTS = words("modification_words.verb_objects")
_OF_TABLE = words("modification_words.after_table")
_BEFORE_TABLE = words("modification_words.before_table")
_MAT_ADJECTIVES = words("modification_words.mat_adjectives")
_FOLDING = words("modification_words.folding")
#: Units between a verb of folding and the mat.
_FOLDING_REACH = 4
#: "Roll up the front edge of the mat".
_FOLDED_EDGE = pattern(
    r"\b{modification_words.folding}\b(?: up)?(?: (?!{modification_words.on_floor}\b|over\b)\w+){1,5}"
    r" {modification_words.edges} of (?:the|your)\s*$"
)
_ARTICLES = frozenset({"a", "an"})
#: Units behind an article in which another prop is what is done with: "wedge a rolled towel under it".
_OBJECT_REACH = 2
#: A wall in the name of another pose.
_OWN_WALL = pattern(r"\bwall\b")
_IN_NAME = pattern(r"\blegs[- ]up[- ](?:the|a)[- ]$")
_ON_FLOOR = words("modification_words.on_floor")
#: A passage of fewer units that names a mat lists it.
_LISTING = 10
_FURNITURE = words("modification_words.furniture")
_EQUIPMENT = words("modification_words.equipment")
_NO_FURNITURE = words("modification_words.no_furniture_sections")
_BEFORE_FURNITURE = words("modification_words.before_furniture")
_USING = pattern(r"\b{modification_words.using}\W*(?:\w+\W+){0,2}$")
_NOT_USED = pattern(r"\b{modification_words.not_using}\b(?! the {modification_words.parts} of\b)[^.;]{0,20}$")


@rule("usesProp")
def prop_named(passage: Passage, reader: Reader) -> Iterator[Claim]:
    """A prop that a sentence uses or lists."""
    for index, entry in props_used(passage):
        before = passage.sentence.before(index)
        if _IN_NAME.search(before) and not _OWN_WALL.search(" ".join(reader.subject.labels)):
            continue  # "Legs up the wall will do instead"
        negated = reader.is_negated(passage.sentence, index) and not _NEVER_WITHOUT.search(before)
        if not negated and not _NEEDLESS.search(before):
            yield prop_named.relation(passage, "usesProp", term_of(entry))


#: The rules of modifications that read one passage after another.
RULES = (prop_named,)


def props_used(passage: Passage, *, answering: bool = False) -> Iterator[tuple[int, Entry]]:
    """Find the props of a sentence that are put to use, with their places; an answer to a difficulty uses more."""
    for index in passage.sentence.named("Prop"):
        entry = passage.sentence.units[index].entry("Prop")
        if entry is not None and _is_used(passage, index, answering=answering):
            yield index, entry


def has_prop(units: Sequence[Unit]) -> bool:
    """Say whether units name a prop, used or not."""
    return any(unit.entry("Prop") for unit in units)


def _is_used(passage: Passage, index: int, *, answering: bool) -> bool:
    """Say whether a prop is put to use and not only part of the room."""
    units = passage.sentence.units
    if units[index].cue("effect") and passage.section == "benefits":
        return False
    if index and units[index - 1].norm == "as" and has_prop(units[:index]):
        return False  # "a blanket under the knees as padding"
    if _is_verb(units, index) or _is_within_compound(units, index):
        return False
    sort, _, word = units[index].norm.rpartition(" ")
    before = passage.sentence.before(index)
    compared = _AS_IF.search(before) and not _SUCH_AS.search(before) and not _LIKED.search(before)
    if compared or _is_within_name(passage, index):
        return False
    following = units[index + 1 : index + 2]
    if word in _FURNITURE and index > 0 and units[index - 1].entry(REGION) is not None:
        return False  # "the chest wall"
    if word in _FURNITURE and following and following[0].norm == "of":
        return False  # "the walls of the arteries"
    if word == "table" and following and following[0].norm in _OF_TABLE:
        return False  # "come to a table top position"
    if word == "table" and index and units[index - 1].norm in _BEFORE_TABLE:
        return False  # "a balancing table"
    if word == "mat" and not _is_mat_of_its_own(passage, index):
        return False
    if passage.section in CASUAL_SECTIONS and not answering and not _PUT_TO_USE.search(passage.sentence.text):
        return False
    made_for_it = bool(sort) and word in _EQUIPMENT
    if word == "mat" or made_for_it or word not in _FURNITURE:
        return True
    return _is_furniture_used(passage, index, answering=answering)


def _is_verb(units: Sequence[Unit], index: int) -> bool:
    """Say whether a prop's name is what the text tells to do: "pad them", "and cushion the knees"."""
    before = units[index - 1].norm if index else ","
    if before == "to" and units[index].text.casefold() == units[index].norm:
        return True  # "an eye pillow to block light", but "hold on to blocks"
    opens = before in _BEFORE_VERB
    another = has_prop(units[index + 2 : index + 2 + _OBJECT_REACH]) and units[index + 1].norm in _ARTICLES
    return opens and (another or any(unit.norm in _VERB_OBJECTS for unit in units[index + 1 : index + 2]))


def _is_within_compound(units: Sequence[Unit], index: int) -> bool:
    """Say whether a prop's name is a part of that of something else: "seat belt", "bed rest"."""
    beside = " ".join(unit.text.casefold() for unit in units[max(0, index - 1) : index + 2])
    return _NO_PROPS.search(beside) is not None


def _is_within_name(passage: Passage, index: int) -> bool:
    """Say whether a word is a part of a name in capitals: "Doorway Chest Stretch"."""
    units = passage.sentence.units
    if not units[index].text[0].isupper() or passage.section == "modifications":
        return False
    return any(unit.is_word and unit.text[0].isupper() for unit in units[index + 1 : index + 2])


def _is_mat_of_its_own(passage: Passage, index: int) -> bool:
    """Say whether a mat is folded, rolled or listed; else it is the floor."""
    units = passage.sentence.units
    adjective = units[index - 1].norm if index else ""
    if any(unit.norm in _FOLDING for unit in units[max(0, index - _FOLDING_REACH) : index]):
        return True  # "Double up your mat"
    if _FOLDED_EDGE.search(passage.sentence.before(index)):
        return True
    # "Lower the knees to the mat"
    floor = index > 1 and units[index - 2].norm in _ON_FLOOR and adjective in DETERMINERS
    listed = passage.section == "modifications" and passage.alone and len(units) < _LISTING and not floor
    placed = index > 1 and units[index - 2].norm in _ON_FLOOR
    if passage.section == "modifications" and adjective in _ARTICLES and not placed:
        return True  # "You need a mat and two blocks"
    beside = index > 1 and units[index - 1].joins and units[index - 2].entry("Prop") is not None  # "a towel or mat"
    return adjective in _MAT_ADJECTIVES or listed or beside


def _is_furniture_used(passage: Passage, index: int, *, answering: bool) -> bool:
    """Say whether the text puts to use what is found in any room."""
    if _NOT_USED.search(passage.sentence.before(index)):
        return False
    if passage.section == "modifications":
        return True
    units = passage.sentence.units
    if units[index + 1 : index + 2] and units[index + 1].norm == "or" and has_prop(units[index + 2 : index + 3]):
        index += 2  # "wall or chair within reach"
    before = units[index - 1].norm.rpartition(" ")[2] if index else ""
    unused = passage.section in _NO_FURNITURE and not answering
    if unused or (passage.section is None and not answering and before not in _BEFORE_FURNITURE):
        return False
    return _USING.search(passage.sentence.before(index)) is not None
