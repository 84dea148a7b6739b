"""What a reader without rules would find: the baseline that the article loader is measured against.

Every name of the vocabulary in a section counts as a fact of the predicate that such sections mostly hold: a region
under "Benefits" is stretched, a condition there relieved, a condition under "Contraindications" a reason to avoid
the pose. Text, sections, names and poses are found by the very functions of the article loader. So what the baseline
lacks is all that the rules know of language: verbs, negation, lists with a shared head ("knee or hip injury"), the
kinds of advice, and the props of a modification. Times, sides and the meanings of names are no terms; it finds none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from yogakg.facts import Claim, Contraindication, Description, Document, Modification, Relation, Span, Term
from yogakg.lexicon import Entry, Lexicon
from yogakg.loaders.article.documents.markup import visible
from yogakg.loaders.article.recognition import cues
from yogakg.loaders.article.recognition.grounding import term_of
from yogakg.loaders.article.recognition.mentions import Sentence, Text
from yogakg.loaders.article.recognition.poses import PoseFinder
from yogakg.loaders.article.recognition.words import group
from yogakg.loaders.article.structure.sections import locate
from yogakg.loaders.article.structure.segment import segment
from yogakg.loaders.article.structure.sentences import sentences
from yogakg.names import PoseNames

RULE: Final = "term-in-section"

#: What most terms of a family are to a pose, in sections about its effects.
_EFFECTS: Final = {
    "BodyRegion": "stretches",
    "HealthCondition": "relieves",
    "BodyFunction": "improves",
    "MentalState": "improves",
}
#: What terms of a class are to a pose in sections that tell what kind of pose it is.
_KINDS: Final = {
    "Level": "level",
    "Style": "practisedIn",
    "BasePosition": "basePosition",
    "SpinalAction": "spinalAction",
    "PoseFocus": "focus",
}
_PROPS: Final = {"Prop": "usesProp"}
#: The property of a term, by the section it stands in and by its family or class.
_PROPERTIES: Final[dict[str | None, dict[str, str]]] = {
    **dict.fromkeys(("benefits", "therapeutics", "anatomy", "stretches"), _EFFECTS),
    **{section: _EFFECTS | {"BodyRegion": section} for section in ("opens", "strengthens", "tones")},
    **dict.fromkeys((None, "about", "attributes", "level", "style", "type"), _KINDS),
    **dict.fromkeys(("steps", "modifications", "variations"), _PROPS),
}


def read_baseline(document: Document) -> Document:
    """Return a document with the facts of the baseline in place of its own.

    Where a document treats several poses, all facts are told of the first.
    """
    text = visible(document.text)
    claims = tuple(dict.fromkeys(_claims(text, document.descriptions[0].practice)))
    return replace(document, descriptions=(Description(document.descriptions[0].practice, (), claims),))


def _claims(text: str, subject: Term) -> Iterator[Claim]:
    lexicon, finder = Lexicon.shipped(), PoseFinder(PoseNames.shipped())
    source = Text(text, lexicon, cues.shipped().for_text(text, lexicon))
    followed: dict[str, str] = group("sequence_words.by_section")
    for place in locate(source, segment(text, source.cues), finder):
        for span in sentences(text, place.span, semicolons=True):
            if place.section in followed:
                for mention in finder.find(text, span):
                    if mention.term.iri != subject.iri:
                        yield Relation(span=span, rule=RULE, property=followed[place.section], object=mention.term)
            for unit in Sentence(source, span).units:
                for entry in unit.entries:
                    yield from _claim(place.section, entry, span)


def _claim(section: str | None, entry: Entry, span: Span) -> Iterator[Claim]:
    """Yield what a term is in a section."""
    term, properties = term_of(entry), _PROPERTIES.get(section, {})
    prop = properties.get(entry.kind) or properties.get(entry.family)
    if prop is not None:
        yield Relation(span=span, rule=RULE, property=prop, object=term)
    elif section == "contraindications" and entry.family == "HealthCondition":
        yield Contraindication(span=span, rule=RULE, condition=term, advice="Avoid")
    elif section == "modifications" and entry.family in {"HealthCondition", "Limitation"}:
        yield Modification(span=span, rule=RULE, addresses=term, text="")
