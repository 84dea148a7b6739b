"""Noun phrases and their lists: shared heads on either side, shared modifiers, glosses, such-as lists.

``lists`` reads one member after another: ``members`` the forms of one, ``separators`` what stands between two,
``sharing`` what they share. The forms: ``regions`` reads these, ``heads`` joins head nouns with them, ``states`` reads
how a region is said to be, ``adjectives`` what makes a condition of it, ``ailments`` conditions by words of their own,
``operations`` what surgeons do, ``people`` those who are named by their state. ``phrases`` says what is found.
"""

from yogakg.loaders.article.coordination.adjectives import is_harm, opens_weakness
from yogakg.loaders.article.coordination.ailments import names_injury, opens_unknown, sounds_medical
from yogakg.loaders.article.coordination.heads import heads_what_follows, opens_region
from yogakg.loaders.article.coordination.lists import ListParser, condition_words
from yogakg.loaders.article.coordination.operations import heads_procedure
from yogakg.loaders.article.coordination.people import names_group
from yogakg.loaders.article.coordination.phrases import CONDITION, GOOD, LIMITATION, REGION, Phrase
from yogakg.loaders.article.coordination.states import PRONOUNS, is_state, named_states

__all__ = [
    "CONDITION",
    "GOOD",
    "LIMITATION",
    "PRONOUNS",
    "REGION",
    "ListParser",
    "Phrase",
    "condition_words",
    "heads_procedure",
    "heads_what_follows",
    "is_harm",
    "is_state",
    "named_states",
    "names_group",
    "names_injury",
    "opens_region",
    "opens_unknown",
    "opens_weakness",
    "sounds_medical",
]
