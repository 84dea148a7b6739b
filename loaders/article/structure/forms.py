"""Lists by their form: steps under "Benefits" or conditions under no heading are known by how their items read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from yogakg.facts import Span
from yogakg.loaders.article.coordination import CONDITION, GOOD, REGION, ListParser, condition_words
from yogakg.loaders.article.difficulties import names_difficulty
from yogakg.loaders.article.recognition.grounding import Grounder
from yogakg.loaders.article.recognition.mentions import Sentence, Text, Unit
from yogakg.loaders.article.recognition.poses import PoseFinder
from yogakg.loaders.article.recognition.words import group, words
from yogakg.loaders.article.structure.promises import PROMISES, promises_help, tells_elsewhere
from yogakg.loaders.article.structure.segment import Located
from yogakg.loaders.article.structure.sentences import LONGEST

#: For each form of a list the headings that it cannot belong under; "none" is no heading.
_MISPLACED = {form: frozenset(headings) for form, headings in group("forms.misplaced").items()}
#: For each form the headings that it may belong under; it is misplaced under all others.
_PLACED = {form: frozenset(headings) for form, headings in group("forms.placed").items()}
_CONDITIONAL = words("forms.conditional")
_TELLING = words("sections.telling_effects")
_PROP_LINKS = words("forms.prop_links")
_SUBJECTS = words("forms.subjects")
_NEVER_STEPS = words("forms.never_steps")
#: Words that open an item by which something gets better or less, and what that may be.
_GAINS = words("forms.gains")
_AUXILIARIES = words("effect_words.auxiliaries")
_GAINING = (*GOOD, CONDITION, REGION)
#: Units within which it is named.
_GAIN_REACH = 4
#: Words of the longest subject before a verb of effect: "The bow pose also".
_SUBJECT_REACH = 5
#: Ends of lines between two items of one list.
_GAP = 2
_WARNING = "contraindications"
_THERAPEUTICS = "therapeutics"
#: Talk beside the pose: mistakes, questions.
_ASIDES = "asides"
#: Marks after the name of a condition, and items with one in a list that advises.
_MARKS = frozenset({":", "–", "—", "-"})
_SEVERAL = 2
#: Roles of the words of names of people with a condition, and other words of them.
_OF_PEOPLE = ("introducers", "qualifiers", "glue.and", "glue.determiners", "glue.prepositions", "glue.heads")
_RELATIVES = frozenset({"who", "be"})
#: Words in the shortest sentence over a list that is more than a heading.
_SHORTEST_LEAD = 4
#: The share of a list's items that must have one form for all to have it.
_MOST = 0.6


class Forms:
    """Moves lists whose form speaks against their heading."""

    def __init__(self, source: Text, finder: PoseFinder) -> None:
        self.source = source
        self.text = source.text
        self.finder = finder
        self.grounder = Grounder(source.lexicon)

    def sorted(self, located: Sequence[Located]) -> Iterator[Located]:
        """Give each list the section of its form, and pass on all other blocks."""
        index = 0
        while index < len(located):
            end = self._end_of_list(located, index)
            if end == index:
                yield located[index]
                end += 1
            else:
                yield from self._sorted_list(located[index:end], self._is_second(located, index))
            index = end

    def _is_second(self, located: Sequence[Located], start: int) -> bool:
        """Say whether a list follows one of benefits under the same heading: its own heading is lost."""
        before = located[start - 1] if start else None
        same = before is not None and before.section == located[start].section and before.block.kind == "item"
        return same and before is not None and self._form(before) == "benefits"

    def _end_of_list(self, located: Sequence[Located], start: int) -> int:
        """Return the place after the list that starts at a block; captions between its items belong to it."""
        end = start
        while end < len(located) and (
            self._goes_on(located[start], located[end]) or (end > start and self._is_caption_within(located, end))
        ):
            if end > start and self._starts_anew(located, start, end):
                break
            end += 1
        return end

    def _goes_on(self, first: Located, one: Located) -> bool:
        numbered = (one.block.number is None) == (first.block.number is None)
        return self._is_listed(one) and one.section == first.section and numbered

    def _starts_anew(self, located: Sequence[Located], start: int, place: int) -> bool:
        """Say whether a list ends before an item: a wider gap, or a number that starts again, parts them."""
        before, one = located[place - 1], located[place]
        usual = self._gap(located, start + 1) if place > start + 1 else _GAP
        return self._gap(located, place) > usual or (one.block.number == 1 and (before.block.number or 0) > 1)

    def _gap(self, located: Sequence[Located], place: int) -> int:
        """Return the ends of lines between an item and the one before it."""
        return self.text.count("\n", located[place - 1].span.end, located[place].span.start)

    def _is_caption_within(self, located: Sequence[Located], place: int) -> bool:
        is_caption = located[place].block.kind == "caption"
        return is_caption and place + 1 < len(located) and self._is_listed(located[place + 1])

    def _is_listed(self, one: Located) -> bool:
        """Say whether a block is a member of a list: an item, or a bare line that is no sentence."""
        if one.span.start > one.block.span.start:
            return False  # it has a heading of its own
        if one.block.kind == "item":
            return True
        if one.block.kind != "paragraph" or one.span.end - one.span.start > 100:
            return False
        line = self.text[one.span.start : one.span.end].strip()
        return len(line) <= 90 and "\n" not in line

    def _sorted_list(self, members: Sequence[Located], is_second: bool) -> Iterator[Located]:
        """Give a list the section of its form; a list that changes its form half-way is two lists.

        ``is_second`` says that a list of benefits stands before it under the same heading.
        """
        heading = members[0].section
        if heading == _WARNING and any(map(self._is_led, members)):
            yield from members  # "Do not practise it if you:" over "Have glaucoma."
            return
        forms = [self._form(one) for one in members]
        if heading == _ASIDES:
            forms = [
                None if form == "benefits" and not self._is_told(one) else form
                for form, one in zip(forms, members, strict=True)
            ]
        if heading in _TELLING and "steps" in forms and self._tells_in_base_form(members, forms):
            forms = ["benefits" if form == "steps" else form for form in forms]
        told = [form for form in forms if form is not None]
        commonest = max(dict.fromkeys(told), key=told.count, default=None)
        beside = heading == _ASIDES and commonest == "benefits"  # mistakes may stand above them
        if commonest is not None and not beside and told.count(commonest) >= _MOST * len(members):
            moved = _misplaced(commonest, heading) and (len(members) > 1 or heading is None)
            moved = moved or (commonest == _WARNING and (is_second or self._advises(members)))
            moved = moved or (commonest == "benefits" and heading == "steps")  # "Strengthens the legs." is no step
            if moved and commonest == _WARNING and self._tells_elsewhere(members[-1]):
                yield from members
                return
            if moved:
                over = self._line_over(members, forms)
                moved_to = self._polarity(members[-1], over) if commonest == _WARNING else commonest
                yield from (replace(one, section=moved_to, lead=one.lead or over) for one in members)
                return
        for form, first, last in _stretches(forms):
            several = form is not None and forms[first:last].count(form) >= _SEVERAL
            moved = several and form is not None and _misplaced(form, heading)
            moved = moved or (several and form == _WARNING and self._advises(members[first:last]))
            own = self._polarity(members[first]) if form == _WARNING else form
            yield from (replace(one, section=own) if moved else one for one in members[first:last])

    def _is_told(self, one: Located) -> bool:
        """Say whether an item tells what a pose does: "Opens the hips", and not the mistake "Opening the ribs"."""
        item = self.text[one.span.start : one.span.end].strip()
        opening = item.partition(" ")[0].casefold()
        return opening.endswith("s") and not opening.endswith("ss") and not item.endswith("?")

    def _line_over(self, members: Sequence[Located], forms: Sequence[str | None]) -> Span | None:
        """Return the first of several bare lines if it reads unlike the others: a heading that is not marked as one."""
        opening = members[0]
        alone = opening.block.kind != "item" and forms[0] is None and len(members) > _SEVERAL
        return opening.span if alone else None

    def _polarity(self, one: Located, over: Span | None = None) -> str:
        """Return the section of a list of conditions: what the pose is good for if the line over it says so."""
        nearest = over or (one.lead if one.lead and self._is_open(one.lead) else None)
        helps = nearest is not None and promises_help(Sentence(self.source, nearest))
        return _THERAPEUTICS if helps and one.section not in _TELLING else _WARNING

    def _tells_elsewhere(self, one: Located) -> bool:
        return one.lead is not None and self._is_open(one.lead) and tells_elsewhere(Sentence(self.source, one.lead))

    def _is_open(self, lead: Span) -> bool:
        """Say whether a line goes on with the list below it, and is no paragraph that ended before."""
        return lead.end - lead.start <= LONGEST and not self.text[lead.start : lead.end].rstrip().endswith((".", "!"))

    def _advises(self, members: Sequence[Located]) -> bool:
        """Say whether items go on from a condition to what to do with it: "High blood pressure: hand on hip"."""
        told = (self.source.units(one.span) for one in members)
        return sum(map(_labels_advice, told)) >= _SEVERAL

    def _is_led(self, one: Located) -> bool:
        """Say whether a sentence that breaks off leads on to an item."""
        line = self.text[one.lead.start : one.lead.end].rstrip() if one.lead else ""
        return line.endswith((":", "…", "...")) and len(line.split()) >= _SHORTEST_LEAD

    def _tells_in_base_form(self, members: Sequence[Located], forms: Sequence[str | None]) -> bool:
        """Say whether what reads like steps under "Benefits" are effects: "Stretch the calves", "Improve digestion".

        All of them open with a verb of effect, and the line above promises effects, or others are told beside them.
        """
        lead = members[0].lead
        promised = lead is not None and PROMISES.search(self.text, lead.start, lead.end) is not None
        if not promised and "benefits" not in forms:
            return False
        openings = [
            next((unit for unit in self.source.units(one.span) if unit.is_word), None)
            for one, form in zip(members, forms, strict=True)
            if form == "steps"
        ]
        return all(unit is not None and unit.cue("effect") for unit in openings)

    def _form(self, one: Located) -> str | None:
        """Return what an item reads like: a section, "poses", or None."""
        if not self._is_listed(one):
            return None
        item = self.text[one.span.start : one.span.end]
        if self.finder.resolve(item.strip()) is not None:
            return "poses"
        start, end = one.span.start, one.span.end
        sentence = Sentence(self.source, Span(start, min(end, start + LONGEST)))
        if not sentence.units:
            return None
        if _is_benefit(sentence.units):
            return "benefits"
        if not _asks(sentence) and self._is_contraindication(sentence):
            return "contraindications"
        if _is_modification(sentence):
            return "modifications"
        return "steps" if _is_step(sentence.units[0]) and not _tells_having(sentence.units) else None

    def _is_contraindication(self, sentence: Sentence) -> bool:
        """Say whether an item opens with a condition and no more, or joins one with an advice to avoid."""
        if next(condition_words(sentence), None) is None:
            return False
        units = sentence.units
        if _only_names_people(units):
            return True
        phrases, after = ListParser(sentence, self.grounder, (CONDITION,)).read(0)
        leads = after >= len(units) or not units[after].is_word
        advised = any(unit.cue("advice", "avoid") for unit in units)
        if phrases and not advised and names_difficulty(units[:after]) and _instructs(units[after:]):
            return False  # "Stiff shoulders: leave the hand on the hip"
        if phrases and (leads or advised):
            return True
        opens = _is_conditional(sentence) or units[0].cue("advice", "avoid") is not None  # "Don't practise it with …"
        return advised and opens and any(unit.entry(CONDITION) for unit in units)


def _labels_advice(units: Sequence[Unit]) -> bool:
    """Say whether a condition, a mark and an order or a ban open an item."""
    marks = (place for place, unit in enumerate(units) if unit.norm in _MARKS)
    mark = next(marks, None)
    if mark is None or not any(unit.entry(CONDITION) for unit in units[:mark]):
        return False
    following = units[mark + 1 : mark + 3]
    return any(unit.cue("imperative") or unit.cue("advice", "avoid") or unit.entry(REGION) for unit in following)


def _only_names_people(units: Sequence[Unit]) -> bool:
    """Say whether an item names people by their conditions and says no more: "Pregnant women and heart patients."."""
    people = any(unit.cue("introducers", "people") for unit in units)
    named = any(unit.entry(CONDITION) for unit in units)
    return people and named and all(_is_of_people(unit) for unit in units if unit.is_word)


def _is_of_people(unit: Unit) -> bool:
    """Say whether a word is of the name of people or of a condition, or links such names."""
    return unit.entry(CONDITION, REGION) is not None or any(map(unit.cue, _OF_PEOPLE)) or unit.norm in _RELATIVES


def _tells_having(units: Sequence[Unit]) -> bool:
    """Say whether an item tells what somebody has: "Have back pain", under "This is a great pose if you:"."""
    named = any(unit.entry(CONDITION, "Limitation") for unit in units[1:_GAIN_REACH])
    return named and units[0].cue("introducers", "having") is not None


def _instructs(units: Sequence[Unit]) -> bool:
    """Say whether a mark and an instruction open a run of units."""
    return len(units) > 1 and not units[0].is_word and units[1].cue("imperative") is not None


def _stretches(forms: Sequence[str | None]) -> Iterator[tuple[str | None, int, int]]:
    """Yield runs of one form, with their first item and the one after them; items without form go on with any."""
    first = 0
    while first < len(forms):
        last = first + 1
        while last < len(forms) and forms[last] in (forms[first], None):
            last += 1
        yield forms[first], first, last
        first = last


def _misplaced(form: str, heading: str | None) -> bool:
    """Say whether a list of a form cannot belong under a heading."""
    if heading in {"ignore", form}:
        return False
    if form in _PLACED:
        return heading not in _PLACED[form]
    return (heading or "none") in _MISPLACED.get(form, ())


def _is_benefit(units: Sequence[Unit]) -> bool:
    """Say whether an item opens with a verb of effect: "Stretches the hips", "Gently opens …", "This pose helps …"."""
    place, subject = next((index for index, unit in enumerate(units) if unit.is_word), 0), False
    reach = place + _SUBJECT_REACH  # a quotation mark may stand before it
    while place < min(reach, len(units) - 1) and (_is_subject(units[place]) or _is_adverb(units[place])):
        subject = subject or _is_subject(units[place])
        place += 1
    verb = units[place]
    cue = verb.cue("effect")
    if cue is None:
        return _names_gain(units) or _tells_passive(units)
    inflected = subject or verb.text.split()[0].casefold().endswith(("s", "ing"))
    instructs = verb.cue("imperative") or verb.cue("advice")  # "Bring the knees …"
    return inflected or (cue.value in _NEVER_STEPS and not instructs)  # "Improve digestion."


def _tells_passive(units: Sequence[Unit]) -> bool:
    """Say whether an item tells what is done to what opens it: "Thighs and calves are strengthened".

    That something is stretched or pressed may also be a step.
    """
    opening = next((unit for unit in units if unit.is_word and not unit.cue("glue.determiners")), None)
    if opening is None or opening.entry(*_GAINING) is None:
        return False
    for place in range(1, len(units) - 1):
        cue = units[place + 1].cue("effect")
        if units[place].text.casefold() in _AUXILIARIES and cue is not None and cue.form == "ed":
            return cue.value in _NEVER_STEPS
    return False


def _names_gain(units: Sequence[Unit]) -> bool:
    """Say whether an item opens with what gets better or less: "Better sleep", "Stronger legs", "Less back pain"."""
    place = next((index for index, unit in enumerate(units) if unit.is_word), 0)
    named = any(unit.entry(*_GAINING) for unit in units[place + 1 : place + _GAIN_REACH])
    return named and units[place].text.casefold() in _GAINS


def _is_subject(unit: Unit) -> bool:
    return unit.norm in _SUBJECTS or unit.entry("Pose") is not None or unit.norm.endswith("asana")


def _is_adverb(unit: Unit) -> bool:
    return (unit.is_plain and unit.norm.endswith("ly")) or unit.cue("glue.adjectives") is not None


def _is_conditional(sentence: Sentence) -> bool:
    return any(unit.norm in _CONDITIONAL for unit in sentence.units[:3])


def _is_modification(sentence: Sentence) -> bool:
    """Say whether an item asks and answers ("Wobbly? Stand at a wall."), or names a prop and what it is for."""
    units = sentence.units
    if _asks(sentence):
        return True
    used = _is_conditional(sentence) or any(unit.norm in _PROP_LINKS for unit in units)
    return used and any(unit.entry("Prop") for unit in units)


def _asks(sentence: Sentence) -> bool:
    """Say whether an item asks and answers with an instruction: "Wobbly? Stand at a wall."."""
    units = sentence.units
    asked = next((place for place, unit in enumerate(units[:8]) if unit.norm in {"?", "!"}), None)
    return asked is not None and any(unit.cue("imperative") for unit in units[asked + 1 : asked + 5])


def _is_step(opening: Unit) -> bool:
    effect = opening.cue("effect")
    return opening.cue("imperative") is not None and (effect is None or effect.form != "ing")
