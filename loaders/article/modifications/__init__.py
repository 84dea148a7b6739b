"""Changed ways of doing a pose: what they answer, and the props they use.

``props`` finds the props that a text puts to use. A difficulty and its answer meet in an ``exchange``, in one of
several forms: the difficulty in a clause, label or heading of its own (``clauses``), as what a sentence states of
readers or regions (``statements``), or as what a way of doing the pose is good for (``purposes``). ``limitations``
says which limitations of the vocabulary a difficulty is, or mints one by the names that ``plain_names`` makes of its
words. ``ways`` joins it all: the ways that an answer offers are the modifications.
"""

from yogakg.loaders.article.modifications.props import RULES
from yogakg.loaders.article.modifications.ways import limitations_answered

__all__ = ["RULES", "limitations_answered"]
