"""Blocks to sections: by their headings, and where these are lost, emptied or shifted, by their form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from yogakg.facts import Span
from yogakg.loaders.article.difficulties import asks_of_difficulty, heads_difficulty
from yogakg.loaders.article.questions import asks_help, asks_whether, tells_of_oneself
from yogakg.loaders.article.recognition.mentions import Sentence, Text
from yogakg.loaders.article.recognition.poses import PoseFinder
from yogakg.loaders.article.recognition.words import pattern, words
from yogakg.loaders.article.structure.attributes import lists_attributes, tells_attributes
from yogakg.loaders.article.structure.forms import Forms
from yogakg.loaders.article.structure.headings import (
    heading_section,
    is_whole_heading,
    names_both,
    tells_effect,
)
from yogakg.loaders.article.structure.interruptions import interrupts, resumes
from yogakg.loaders.article.structure.promises import (
    PROMISES,
    bars_pose,
    names_conditions,
    promises_help,
)
from yogakg.loaders.article.structure.runins import run_ins
from yogakg.loaders.article.structure.segment import Block, Located
from yogakg.loaders.article.structure.sentences import LONGEST
from yogakg.loaders.article.structure.tables import Table

#: Sections whose facts come from lists, which a list of another form may stand in by mistake.
SEQUENCES = words("sections.sequences")

_ATTRIBUTES = words("sections.attributes")
#: Attributes whose value is one line.
_SHORT = words("sections.one_line")
#: Sections of which a heading within a line tells nothing of the lines after it.
_OWN = _ATTRIBUTES | {"ignore", "asides"}
#: Kinds of blocks that may stand over a list without being its heading, and how people open a paragraph below.
_LEADING = frozenset({"paragraph", "item"})
#: Kinds of blocks that may stand over nothing but conditions, and characters of the longest such line.
_OVER = frozenset({"heading", "paragraph"})
_LONGEST_OVER = 90
_PEOPLE = pattern(r"(?:{introducers.people} (?:with|who|suffering|having)|if you|when you)\b")
#: How a sentence ends that a list goes on with.
_OPEN_END = re.compile(r"(?::|\s[-–—])\s*$")
#: How a heading ends that asks who has what its list names.
_OPEN_CONDITION = re.compile(r"\b(?:if|when|with|in case of)\b(?:\s+you(?:['’]ve| have| are|['’]re))?\W*$", re.I)
#: Words in the longest sentence that only leads on: "These include:".
_SHORT_LEAD = 6
#: Words by which a sentence that breaks off announces those whom it warns.
_ANNOUNCING = pattern(r"\b{sections.announcing}\b")
_BREAKS_OFF = pattern(r"\w {sections.breaking_off}\W*$")
_WARNING = "contraindications"
_BENEFITS = "benefits"
_THERAPEUTICS = "therapeutics"
_IGNORE = "ignore"
_OF_HELP = frozenset({_BENEFITS, _THERAPEUTICS})
#: What the words of a heading may tell that names a benefit: "Good for diabetics", "Stretches the hips".
_OF_BENEFITS = frozenset({None, _BENEFITS}) | words("sections.of_regions") | {"therapeutics"}
_NUMBER = re.compile(r"\W*\d{1,2}\s*[.):–-]\s*")
#: Words of the longest heading that names a benefit.
_BENEFIT_WORDS = 8
_CHANGES = "modifications"
_FORMS = "variations"
_STEPS, _PREPARATION = "steps", "preparation"
_VARIANTS = words("sequence_words.variants")
#: Sections whose lower headings are what they list: "Knee injury", under "Contraindications".
_LISTED_BELOW = words("sections.listed_below")
#: Families and cues of which such a line has one, by what its section lists, and cues that may stand between.
_CONDITIONS = ("HealthCondition",)
_HEADS = ("glue.heads", "qualifiers")
_EFFECTS = ("BodyFunction", "MentalState", "HealthCondition")
_TELLS_EFFECT = ("effect", "better")
_BETWEEN = ("glue.and", "glue.determiners", "glue.adjectives", "glue.prepositions", "glue.function_heads")
_REGION = "BodyRegion"
_OF_MANY = words("sections.of_many")
_TELLING = words("sections.telling_effects")
_REGION_SECTIONS = words("sections.of_regions")
#: Sections whose heading may have their text behind a colon.
_VALUED = _TELLING | _ATTRIBUTES | SEQUENCES | {_WARNING}
#: Words of the shortest order with an object.
_ORDERED = 3
#: Kinds of benefits that stand alone over a list: "Physical:".
_KINDS = words("sections.kinds_of_benefits")
_ENDED = re.compile(r"[.!?]\s*$")
#: How the mark of a step reads, "Step 3:", within so many characters before its words, and what may list such steps.
_STEP = re.compile(r"(?i)\bstep\s*(?:no\.?\s*)?\d{1,2}\W*$")
_MARKED = 16
_WITH_STEPS = frozenset({"steps", "modifications", "variations"})
#: The rank of a heading that is not marked as one: below all others.
_LOWEST = 7


def _led_on(line: str) -> str:
    """Write the end of a line that a list goes on with as a colon."""
    return f"{_OPEN_END.sub('', line).rstrip()}:"


def locate(source: Text, blocks: Sequence[Block], finder: PoseFinder) -> list[Located]:
    """Give each block that is no heading its section."""
    outline = _Outline(source, blocks, finder)
    for place in range(len(blocks)):
        outline.add(place)
    return list(Forms(source, finder).sorted(outline.located))


class _Outline:
    """Follows the headings through a text."""

    def __init__(self, source: Text, blocks: Sequence[Block], finder: PoseFinder) -> None:
        self.source = source
        self.text = source.text
        self.blocks = blocks
        self.lexicon = source.lexicon
        self.cues = source.cues
        self.finder = finder
        self.located: list[Located] = []
        self.section: str | None = None
        self.level = 0
        self.lead: Span | None = None
        self.heading: Span | None = None
        #: Whether the heading of the section names warnings as well, which its list then ends with.
        self.warns_too = False
        #: The columns of a table in which the text stands.
        self.table = Table(source)
        #: Whether the title promises nothing but benefits: "Seven benefits of Plow Pose".
        self.counts_benefits = False
        #: The section, its rank and heading before a line that only interrupts the article: "Share this".
        self.interrupted: tuple[str | None, int, Span | None] | None = None

    def add(self, place: int) -> None:
        """Take in the next block."""
        block = self.blocks[place]
        opens = not self.located or self.located[-1].block.kind != "item"
        if (cells := self.table.cells(block, opens=opens)) is not None:
            self.located += cells
            return
        resumed = self.interrupted is not None and self.section == _IGNORE and block.kind == "paragraph"
        if resumed and resumes(self.text[block.span.start : block.span.end]):
            self.section, self.level, self.heading = self.interrupted or (None, 0, None)
            self.interrupted = None
        if block.kind != "item":
            self.lead = block.span
        line = self.text[block.span.start : block.span.end]
        polarity = self._polarity(place)
        if lists_attributes(line, self.section, self.lexicon):
            self.located.append(Located(block, block.span, "attributes"))
        elif block.kind == "heading" or self._opens_list(place) or polarity:
            if block.kind in _LEADING and polarity is None:
                self.located.append(Located(block, block.span, self.section))
            self.lead = block.span
            self._turn(block, polarity, is_title=place == 0 and block.level <= 1)
        elif block.kind != "item" and tells_attributes(line, self.section, self.lexicon, self.cues):
            self.located.append(Located(block, block.span, "attributes"))
        else:
            if self.section in _SHORT and self.level == _LOWEST and place and self.blocks[place - 1].kind != "heading":
                self.section = None  # the heading of an attribute holds for one line
            if self.section not in _WITH_STEPS and _STEP.search(self.text, *self._mark_of(block)):
                self.section, self.level = "steps", _LOWEST
            self._add_words(block)

    def _mark_of(self, block: Block) -> tuple[int, int]:
        """Return the characters in which the mark of an item stands."""
        return (max(0, block.span.start - _MARKED), block.span.start) if block.number else (0, 0)

    def _turn(self, heading: Block, polarity: str | None, *, is_title: bool) -> None:
        """Go over to the section of a heading; the first line is the article's title, whatever it promises.

        ``polarity`` is its section if nothing but conditions stand below it.
        """
        line = self.text[heading.span.start : heading.span.end]
        if heading.kind in _LEADING:
            line = _led_on(line)
        found = None if is_title else self._of_heading(line, polarity)
        open_ended = found is None or _OPEN_CONDITION.search(line) is not None  # "Check with me before class if …"
        if open_ended and not is_title and heading.kind == "heading" and self._calls_for_care(heading):
            found = _WARNING
        if found is None and heading.kind in _LEADING:
            found = self._of_list(line)
        if found is None and heading.kind == "heading" and not is_title and names_both(line, self.cues):
            found = "benefits"
        if found in _REGION_SECTIONS and self._orders(line):
            return  # "Lengthen the spine" is a step with a text of its own
        if is_title:
            self.counts_benefits = heading_section(line, self.cues) == _BENEFITS
        elif found in _OF_BENEFITS and (told := self._counted_benefit(heading)) is not None:
            self.located.append(Located(replace(heading, kind="item"), told, _BENEFITS, opens=True))
            self.section, self.level = _BENEFITS, heading.level or _LOWEST
            return
        lower = self._is_lower(heading)
        before = self.interrupted or (self.section, self.level, self.heading)
        above = not any(place.section in _VALUED | {_STEPS} for place in self.located)
        self.interrupted = before if found == _IGNORE and interrupts(line, above=above) else None
        self.heading = None if is_title else heading.span
        if not is_title and found in _VALUED and (value := self._value(heading, found)) is not None:
            self.located.append(Located(replace(heading, kind="item"), value, found, heading=heading.span, opens=True))
        elif heading.kind == "heading" and found == _WARNING and self._warns_somebody(heading):
            self.located.append(Located(replace(heading, kind="paragraph"), heading.span, _WARNING))
        if self._is_listed(heading, line) or (lower and found is None and self.section in _LISTED_BELOW):
            self.located.append(Located(replace(heading, kind="item"), heading.span, self.section, opens=True))
        elif lower and found == self.section == _BENEFITS and _NUMBER.match(line):
            self.warns_too = False  # "1. Good for the thyroid", one of the benefits of the heading above
        elif found is not None:
            self.section, self.level = found, heading.level or _LOWEST
            self.warns_too = found in _TELLING and found != polarity and self._names_warnings(line)
        elif not (lower or self._names_part(line)):
            self.section, self.level = None, heading.level or _LOWEST
        if heading.kind == "heading" and self._asks(heading, line):
            self.located.append(Located(replace(heading, kind="paragraph"), heading.span, self.section))

    def _of_heading(self, line: str, polarity: str | None) -> str | None:
        """Return the section of a heading; over bare conditions, one that warns does so whatever else it names."""
        announced = self._announced(line)
        if announced in _OF_HELP and polarity != _WARNING:
            return announced
        return polarity or announced

    def _polarity(self, place: int) -> str | None:
        """Return the section of a line over nothing but conditions: what the pose is good for, or for whom it is not.

        The line names none itself: "Works wonders on" over "Sciatica, asthma", "Not indicated in" over "Hernia".
        """
        heading = self.blocks[place]
        following = self.blocks[place + 1] if 0 < place < len(self.blocks) - 1 else None
        if following is None or following.kind not in _LEADING or not self._may_stand_over(place):
            return None
        line = self.text[heading.span.start : heading.span.end]
        if len(line) > _LONGEST_OVER or _ENDED.search(line.rstrip(" !?")) or is_whole_heading(line, self.cues):
            return None
        sentence = Sentence(self.source, heading.span)
        if any(unit.entry(*_CONDITIONS) for unit in sentence.units) or not self._names_conditions(following):
            return None
        helps = promises_help(sentence)
        if not helps and heading_section(line, self.cues) == _IGNORE and not bars_pose(sentence):
            return None  # "What you should not feel"
        whole = self.section in _TELLING or any(unit.entry(*_EFFECTS, _REGION) for unit in sentence.units)
        if helps and self.section == _WARNING:
            return None  # below "Cautions" nothing is a promise
        if helps is None or (helps and heading.kind == "paragraph" and whole):
            return None  # "Helps to sleep better", among benefits; "Improves posture" says what it helps
        return _THERAPEUTICS if helps else _WARNING

    def _may_stand_over(self, place: int) -> bool:
        """Say whether a block may be a heading of the next, an item only if its bullet is its own: "⚠ Be mindful"."""
        block = self.blocks[place]
        if block.kind != "item" or block.number is not None:
            return block.kind in _OVER
        beside = [one for one in self.blocks[place - 1 : place + 2] if one is not block and one.kind == "item"]
        return self._bullet_of(block) not in map(self._bullet_of, beside)

    def _bullet_of(self, item: Block) -> str:
        return self.text[max(0, item.span.start - _MARKED) : item.span.start].rpartition("\n")[2].strip()

    def _names_conditions(self, block: Block) -> bool:
        return block.span.end - block.span.start <= LONGEST and names_conditions(self.source.units(block.span))

    def _counted_benefit(self, heading: Block) -> Span | None:
        """Return the words of a heading that names a benefit, without its number: "3. Keeps the spine flexible"."""
        if not self.counts_benefits or heading.kind != "heading":
            return None
        number = _NUMBER.match(self.text, heading.span.start, heading.span.end)
        span = Span(number.end() if number else heading.span.start, heading.span.end)
        if self.finder.resolve(self.text[span.start : span.end].strip()) is not None:
            return None
        units = [unit for unit in self.source.units(span) if unit.is_word]
        if not units or len(units) > _BENEFIT_WORDS or any(unit.cue("advice", "avoid") for unit in units):
            return None
        named = [unit for unit in units if unit.entry(*_EFFECTS, _REGION)]
        tells = any(unit.cue(role) for unit in units for role in _TELLS_EFFECT)
        alone = all(unit.entry(*_EFFECTS) or any(unit.cue(role) for role in _BETWEEN) for unit in units)
        return span if named and (tells or alone) else None

    def _value(self, heading: Block, section: str) -> Span | None:
        """Return what a marked heading tells behind its colon: "Contraindications: hernia", "Aim: to open the hips"."""
        if heading.kind != "heading" or not heading.level:
            return None
        for span, label, own in run_ins(self.text, replace(heading, kind="paragraph"), self.cues):
            told = label is not None and label.start == heading.span.start and own == section
            told = told and ":" in self.text[heading.span.start : span.start]  # and no "Benefits for Posture"
            named = section not in SEQUENCES and self.finder.resolve(self.text[span.start : span.end].strip())
            return span if told and not named else None
        return None

    def _asks(self, heading: Block, line: str) -> bool:
        """Say whether a heading is a question that the text below answers: "Is it safe with asthma?", "What if …?"."""
        *before, question = re.split(r"(?<=[.!])\s+", line.strip())
        named = any(unit.entry(*_CONDITIONS) for unit in self.source.units(heading.span))
        if not named and (asks_help(line) or asks_of_difficulty(self.source.units(heading.span))):
            return True
        return asks_whether(question) and (named or any(map(tells_of_oneself, before)))

    def _names_warnings(self, line: str) -> bool:
        """Say whether a heading names warnings beside what it is of: "Benefits and Contraindications"."""
        found = self.cues.headings.find(self.cues.tokenize(line))
        return any(sections[0] == _WARNING for _, _, sections in found)

    def _only_names_conditions(self, block: Block) -> bool:
        """Say whether a line has conditions and nothing else: "Hip, knee and ankle problems"."""
        units = [unit for unit in self.source.units(block.span) if unit.is_word]
        named = any(unit.entry(*_CONDITIONS) or unit.cue("glue.heads") for unit in units)
        parts = (*_HEADS, "glue.and", "glue.determiners", "glue.prepositions")
        return named and all(unit.entry(*_CONDITIONS, _REGION) or any(map(unit.cue, parts)) for unit in units)

    def _orders(self, line: str) -> bool:
        """Say whether a heading outside lists of effects tells what to do with the body: "Open the legs"."""
        tokens = self.cues.tokenize(line)
        opening = tokens[0]
        if self.section in _LISTED_BELOW - {_CHANGES} or len(tokens) < _ORDERED:
            return False
        if opening.text.casefold().endswith(("s", "ing")):
            return False
        marks = self.cues.matcher.get_folded(opening.norm)
        return any(cue.role == "imperative" or cue.role == "effect" for cue in marks)

    def _is_lower(self, heading: Block) -> bool:
        return 0 < self.level < heading.level

    def _is_listed(self, heading: Block, line: str) -> bool:
        """Say whether a heading is what its section lists: "Knee injury", under "Contraindications"; "Calms the mind".

        It is below the heading of the section, or only stands like a heading; under "Modifications" it is a difficulty.
        """
        if self.section not in _LISTED_BELOW or (heading.level and not self._is_lower(heading)):
            return False
        if is_whole_heading(line, self.cues):
            return False
        if self.section in _TELLING and not line.rstrip().endswith((":", "?")):
            opens_other = heading_section(line, self.cues) in _TELLING
            tokens = self.cues.tokenize(_NUMBER.sub("", line))
            named = any(unit.entry(*_EFFECTS, _REGION) for unit in self.source.units(heading.span))
            if (named or not opens_other) and tokens and tells_effect(tokens, self.cues):
                return True  # "Supports lung health", "2. Strengthens the legs"
        if self.section == _CHANGES:
            return heads_difficulty(self.source.units(heading.span))
        if self.section in SEQUENCES:
            return self.finder.resolve(line.strip()) is not None or self._names_form(heading, line)
        names, tells = (_CONDITIONS, _HEADS) if self.section == _WARNING else (_EFFECTS, _TELLS_EFFECT)
        units = [unit for unit in self.source.units(heading.span) if unit.is_word]
        told = any(unit.entry(*names) or any(unit.cue(role) for role in tells) for unit in units)
        if not told or (units[-1].cue("effect") and not units[-1].entry(*names)):
            return False  # "Muscles stretched" opens a section
        return all(unit.entry(*names, _REGION) or any(unit.cue(role) for role in (*tells, *_BETWEEN)) for unit in units)

    def _names_form(self, heading: Block, line: str) -> bool:
        """Say whether a heading under "Variations" names one: it has the name of a pose, or ends as such names do."""
        if self.section != _FORMS or heading_section(line, self.cues) not in {None, _FORMS}:
            return False
        spoken = [word for word in line.split() if word[0].isupper()]
        named = any(self.finder.as_written(f"{word} Pose") for word in spoken)
        return (
            named
            or bool(self.finder.find(self.text, heading.span))
            or (line.split()[-1].casefold() in _VARIANTS and len(line.split()) > 1)
        )

    def _names_part(self, line: str) -> bool:
        """Say whether a heading that tells no section goes on with the one above: "Physical:", "You may go on to"."""
        broken = self.section in SEQUENCES and _BREAKS_OFF.search(line) is not None
        goes_on = broken or line.rstrip().endswith(":")
        return goes_on and self.section is not None and self.finder.resolve(line.strip()) is None

    def _add_words(self, block: Block) -> None:
        if self.warns_too and self.section in _TELLING and self._only_names_conditions(block):
            self.section, self.warns_too = _WARNING, False
        for span, words_over, own in run_ins(self.text, block, self.cues):
            if own == _PREPARATION and self.section == _STEPS and self._tells_step(span):
                own = None  # "Preparation: Lie on your back", the first step
            is_title = block is self.blocks[0] and not _ENDED.search(self.text, block.span.start, block.span.end)
            heading = words_over or self.heading
            held = own in SEQUENCES and _ENDED.search(self.text, span.start, span.end) is not None
            if own is not None and own not in _OWN and block.kind == "paragraph" and not is_title and not held:
                self.section, self.level, self.heading = own, _LOWEST, heading
            lead = self.lead if block.kind == "item" else None
            self.located.append(Located(block, span, own or self.section, lead, heading=heading))

    def _tells_step(self, span: Span) -> bool:
        """Say whether words open with a verb of moving, and name no pose: "Lie on your back"."""
        opening = next(iter(self.source.units(span)), None)
        return opening is not None and opening.cue("imperative") is not None and not self.finder.find(self.text, span)

    def _opens_list(self, place: int) -> bool:
        """Say whether a paragraph ends in a colon over a list whose section it tells."""
        block = self.blocks[place]
        following = self.blocks[place + 1] if place + 1 < len(self.blocks) else None
        if block.kind not in _LEADING or following is None:
            return False
        paragraph = self.text[block.span.start : block.span.end]
        if _OPEN_END.search(paragraph) is None:
            # A sentence that breaks off: "Some conditions in which the pose should never be".
            broken = following.kind == "item" and block.kind == "paragraph" and not _ENDED.search(paragraph)
            return (
                broken and _ANNOUNCING.search(paragraph) is not None and self._of_list(_led_on(paragraph)) == _WARNING
            )
        announced = self._of_list(_led_on(paragraph))
        if following.kind == "item" and block.kind == "paragraph":
            return announced is not None
        opens = _PEOPLE.match(self.text, following.span.start) is not None or following.kind == "item"
        return opens and announced == _WARNING  # an item may have swallowed the line over the next list

    def _of_list(self, paragraph: str) -> str | None:
        """Return the section of the list under a paragraph: its last sentence, or the one before "These include:"."""
        *before, last = paragraph.split(". ")
        announced = self._announced(last)
        if announced is None and before and len(last.split()) <= _SHORT_LEAD:
            announced = self._announced(f"{before[-1]}:")
        return announced

    def _announced(self, line: str) -> str | None:
        """Return the section of a heading, or of the sentence over a list: "Do not practise it if you have:"."""
        section = heading_section(line, self.cues)
        if section is None and (PROMISES.search(line) or line.strip(" *_:").casefold() in _KINDS):
            return "benefits"
        is_sentence = section is None or len(line.split()) > 8
        return _WARNING if is_sentence and line.rstrip().endswith(":") and self._warns(line) else section

    def _warns(self, line: str) -> bool:
        found = self.cues.matcher.find(self.cues.tokenize(line))
        return any(cue.role == "advice" and cue.value in {"avoid", "caution"} for _, _, cues in found for cue in cues)

    def _calls_for_care(self, heading: Block) -> bool:
        """Say whether a heading only bars or calls for care: "Please skip or adapt it if…", but no "Poses to avoid"."""
        units = self.source.units(heading.span)
        told = any(unit.cue("advice", "avoid") or unit.cue("advice", "caution") for unit in units)
        others = any(unit.entry(*_CONDITIONS, _REGION) or unit.text.casefold() in _OF_MANY for unit in units)
        return told and not others

    def _warns_somebody(self, heading: Block) -> bool:
        """Say whether a line that stands like a heading is a warning itself: "Avoid the pose if you are pregnant"."""
        units = self.source.units(heading.span)
        told = next((place for place, unit in enumerate(units) if unit.cue("advice")), None)
        if told is None or not any(unit.entry(*_CONDITIONS) for unit in units):
            return False
        return not any(unit.text.casefold() in _OF_MANY for unit in units[:told])  # "Poses to avoid with back pain"
