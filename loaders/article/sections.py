"""Blocks to sections: by their headings, and where these are lost, emptied or shifted, by their form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from yogakg.loaders.article.coordination import CONDITION, ListParser
from yogakg.loaders.article.cues import Cues
from yogakg.loaders.article.grounding import Grounder
from yogakg.loaders.article.mentions import Sentence, sentences
from yogakg.loaders.article.segment import Block, heading_section

from yogakg.facts import Span
from yogakg.lexicon import Lexicon

#: Sections whose facts come from lists, which a list of another form may stand in by mistake.
SEQUENCES = frozenset({"preparation", "progression", "follow_up", "counter", "variations"})
_ATTRIBUTES = frozenset(
    {"attributes", "level", "style", "type", "hold", "drishti", "stretches", "strengthens", "anatomy"}
)
#: Attributes whose value is one line.
_SHORT = frozenset({"level", "style", "type", "hold", "drishti"})
_RUN_IN = re.compile(
    r"(?P<head>(?:[^\W\d_][\w'’&/()-]*[ \t]*){1,6}?)[ \t]*(?P<mark>:[-–—]?|[ \t][-–—][ \t])[ \t]*(?=\S)"
)


@dataclass(frozen=True, slots=True)
class Located:
    """A block with its section; ``span`` leaves out a run-in heading. ``heading`` numbers the heading above it."""

    block: Block
    span: Span
    section: str | None
    group: int


def locate(
    text: str, blocks: Sequence[Block], lexicon: Lexicon, cues: Cues, names_pose: Callable[[str], bool]
) -> list[Located]:
    """Give each block that is no heading its section."""
    located: list[Located] = []
    section: str | None = None
    level = 0
    group = 0
    for place, block in enumerate(blocks):
        words = text[block.span.start : block.span.end]
        if block.kind == "heading" or _opens_list(text, blocks, place, cues):
            group += 1
            # The first line is the article's title, whatever it promises.
            found = _list_section(words, cues) if place or block.level > 1 else None
            if block.kind == "paragraph":
                located.append(Located(block, block.span, section, group))
            if found is not None:
                section, level = found, block.level or 7
            elif block.level and level and block.level > level:
                pass  # a sub-heading goes on with its section: "Physical", under "Benefits"
            elif words.rstrip().endswith(":") and section is not None and not names_pose(words):
                pass
            else:
                section, level = None, block.level or 7
            continue
        if _is_attribute_line(text, block, lexicon):
            located.append(Located(block, block.span, "attributes", group))
            continue
        if section in _SHORT and level == 7 and place and blocks[place - 1].kind != "heading":
            section = None  # the heading of an attribute holds for one line
        for span, own in _run_ins(text, block, cues):
            if own is not None and own not in _ATTRIBUTES:
                group += 1
            if own is not None and own not in _ATTRIBUTES and block.kind == "paragraph":
                section, level = own, 7
                located.append(Located(block, span, own, group))
            else:
                located.append(Located(block, span, own or section, group))
    return list(_by_form(text, located, lexicon, cues, names_pose))


def _opens_list(text: str, blocks: Sequence[Block], place: int, cues: Cues) -> bool:
    """Say whether a paragraph ends in a colon over a list whose section it tells."""
    block = blocks[place]
    words = text[block.span.start : block.span.end].rstrip()
    if (
        block.kind != "paragraph"
        or not words.endswith(":")
        or place + 1 >= len(blocks)
        or blocks[place + 1].kind != "item"
    ):
        return False
    return _list_section(words.rsplit(". ", 1)[-1], cues) is not None


def _list_section(words: str, cues: Cues) -> str | None:
    """Return the section of a heading, or of the sentence over a list: "Do not practise it if you have:"."""
    section = heading_section(words, cues)
    if section is None or len(words.split()) > 8:
        advised = [
            cue
            for _, _, found in cues.matcher.find(cues.tokenize(words))
            for cue in found
            if cue.role == "advice" and cue.value in {"avoid", "caution"}
        ]
        if advised and words.rstrip().endswith(":"):
            return "contraindications"
    return section


def _is_attribute_line(text: str, block: Block, lexicon: Lexicon) -> bool:
    """Say whether a short line only lists what kind of pose it is: "Restorative · All levels · Kneeling"."""
    words = text[block.span.start : block.span.end].strip()
    if len(words) > 90 or block.kind == "item":
        return False
    pieces = [piece.strip() for piece in re.split(r"\s*[·|•,/]\s*|\s+[-–—]\s+", words) if piece.strip()]
    families = ("Level", "Style", "PoseCharacteristic")
    return len(pieces) >= 2 and all(
        lexicon.named(re.sub(r"(?i)\s+(?:pose|asana|posture)$", "", piece), *families) for piece in pieces
    )


_LABELS = re.compile(
    r"\b(?:Level|Difficulty(?: Level)?|Position|Pose Type|Type|Style|Drishti|Duration|Hold|Category|Sanskrit Name|Sanskrit|English Name|Also Called|Also Known As|Pronunciation|Meaning|Focus|Benefits|Targets?)\b:?(?=\s+[A-Z0-9\"“])"
)


def _run_ins(text: str, block: Block, cues: Cues) -> Iterator[tuple[Span, str | None]]:
    """Part a block at run-in headings: "Benefits: … Contraindications: …"."""
    places: list[tuple[int, int, str]] = []
    labels = (
        list(_LABELS.finditer(text, block.span.start, block.span.end))
        if block.span.end - block.span.start <= 400
        else []
    )
    if len(labels) >= 3:
        # An information box that was copied into one line.
        for match in labels:
            places.append((match.start(), match.end(), heading_section(match.group(), cues) or "about"))
    for start in [] if places else _sentence_starts(text, block.span):
        match = _RUN_IN.match(text, start, block.span.end)
        if match is None:
            if block.span.end - block.span.start > 400 and (bare := _bare_run_in(text, start, block.span.end, cues)):
                places.append(bare)
            continue
        head = match.group("head")
        tokens = [t for t in cues.tokenize(head) if t.norm[0].isalnum()]
        found = cues.headings.find(tokens)
        covered = sum(last - first for first, last, _ in found)
        section = heading_section(head, cues)
        if (
            section
            and (covered == len(tokens) if block.kind == "item" else covered * 2 >= len(tokens) or section in SEQUENCES)
            and (match.group("mark").startswith(":") or (covered == len(tokens) and section in _ATTRIBUTES))
        ):
            places.append((start, match.end(), section))
    if not places:
        yield block.span, None
        return
    if places[0][0] > block.span.start:
        yield Span(block.span.start, places[0][0]), None
    for index, (_, inner, section) in enumerate(places):
        end = places[index + 1][0] if index + 1 < len(places) else block.span.end
        if inner < end:
            yield Span(inner, end), section


_MAIN = frozenset(
    {
        "benefits",
        "contraindications",
        "steps",
        "modifications",
        "preparation",
        "follow_up",
        "progression",
        "counter",
        "variations",
    }
)


def _bare_run_in(text: str, start: int, end: int, cues: Cues) -> tuple[int, int, str] | None:
    """Find a heading that lost its line: capitalised, at the start of a sentence, with another capital after it."""
    if not text[start].isupper():
        return None
    tokens = cues.tokenize(text, start, min(end, start + 60))
    found = cues.headings.find(tokens)
    if not found or found[0][0] != 0 or found[0][2][0] not in _MAIN:
        return None
    last = found[0][1]
    while last < len(tokens) and tokens[last].text in {"of", "for", "to", "in", "do", "the", "and"}:
        last += 1
    if (
        last >= len(tokens)
        or not tokens[last].text[0].isupper()
        or any(t.text[0].isupper() is False for t in tokens[:1])
    ):
        return None
    single = found[0][1] == 1 and len(tokens[0].text) < 8
    return None if single else (start, tokens[last].start, found[0][2][0])


def _sentence_starts(text: str, span: Span) -> Iterator[int]:
    for sentence in sentences(text, span):
        yield sentence.start
        # Attributes in one line stand apart by wide blanks or marks.
        for gap in re.finditer(r"(?:[ \t]{2,}|\s[|·•]\s)(?=\w)", text[sentence.start : sentence.end]):
            yield sentence.start + gap.end()


def _by_form(
    text: str, located: list[Located], lexicon: Lexicon, cues: Cues, names_pose: Callable[[str], bool]
) -> Iterator[Located]:
    """Move lists whose form speaks against their heading: steps under "Benefits", conditions under nothing."""
    index = 0
    while index < len(located):
        if not _is_listed(text, located[index]):
            yield located[index]
            index += 1
            continue
        end = index
        while end < len(located) and (
            (
                _is_listed(text, located[end])
                and located[end].section == located[index].section
                and (located[end].block.number is None) == (located[index].block.number is None)
            )
            or (located[end].block.kind == "caption" and end + 1 < len(located) and _is_listed(text, located[end + 1]))
        ):
            end += 1
        yield from _sorted_by_form(text, located[index:end], lexicon, cues, names_pose)
        index = end


def _is_listed(text: str, one: Located) -> bool:
    """Say whether a block is a member of a list: an item, or a bare line that is no sentence."""
    if one.block.kind == "item":
        return True
    words = text[one.span.start : one.span.end].strip()
    return one.block.kind == "paragraph" and len(words) <= 90 and "\n" not in words


def _sorted_by_form(
    text: str, run: list[Located], lexicon: Lexicon, cues: Cues, names_pose: Callable[[str], bool]
) -> Iterator[Located]:
    """Give a list the section of its form; a list that changes its form half-way is two lists."""
    forms = [
        _item_form(text[one.span.start : one.span.end], lexicon, cues, names_pose) if _is_listed(text, one) else None
        for one in run
    ]
    heading = run[0].section
    told = [form for form in forms if form is not None]
    best = max(set(told), key=told.count) if told else None
    if best is not None and told.count(best) >= 0.6 * len(run):
        section = (
            best if best != heading and _misplaced(best, heading) and (len(run) > 1 or heading is None) else heading
        )
        yield from (replace(one, section=section) for one in run)
        return
    # Stretches of two or more members of one form.
    start = 0
    while start < len(run):
        form = forms[start]
        end = start + 1
        while end < len(run) and (forms[end] == form or forms[end] is None):
            end += 1
        same = sum(f == form for f in forms[start:end])
        moved = form is not None and same >= 2 and form != heading and _misplaced(form, heading)
        yield from (replace(one, section=form) if moved else one for one in run[start:end])
        start = end


def _misplaced(form: str, heading: str | None) -> bool:
    """Say whether a list of a form cannot belong under a heading."""
    if heading == "ignore":
        return False
    if form == "contraindications":
        return heading not in {"benefits", "therapeutics"}
    if form == "modifications":
        return heading in {None, "preparation", "about", "hold", "level"}
    if form == "benefits":
        return heading in {None, "steps", "about", "breathing", "hold", "contraindications"}
    if form == "steps":
        return heading in {None, "benefits", "contraindications", "about", "preparation", "follow_up"}
    return False


def _item_form(item: str, lexicon: Lexicon, cues: Cues, names_pose: Callable[[str], bool]) -> str | None:
    if names_pose(item):
        return "poses"
    sentence = Sentence(item, Span(0, len(item)), lexicon, cues)
    if not sentence.units:
        return None
    first = sentence.units[0]
    effect = first.cue("effect")
    if effect is not None and first.text.split()[0].casefold().endswith(("s", "ing")):
        return "benefits"
    phrases, after = ListParser(sentence, Grounder(lexicon), (CONDITION,)).read(0)
    lead = after >= len(sentence.units) or not sentence.units[after].is_word
    advised = any(u.cue("advice", "avoid") for u in sentence.units)
    if phrases and (lead or advised):
        return "contraindications"
    conditional = any(
        u.norm in {"if", "those", "people", "person", "woman", "anyone", "avoid", "not"} for u in sentence.units[:3]
    )
    if conditional and advised and any(u.entry(CONDITION) for u in sentence.units):
        return "contraindications"
    asked = next((k for k, u in enumerate(sentence.units[:8]) if u.norm in {"?", "!"}), None)
    if asked is not None and any(u.cue("imperative") for u in sentence.units[asked + 1 : asked + 5]):
        return "modifications"
    if any(u.entry("Prop") for u in sentence.units) and (
        conditional or any(u.norm in {"if", "when", "for", "under", "beneath", "between"} for u in sentence.units)
    ):
        return "modifications"
    if first.cue("imperative") and not (effect and effect.form == "ing"):
        return "steps"
    return None
