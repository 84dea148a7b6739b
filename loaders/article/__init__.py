"""Reads what an article says about a pose.

``documents`` turns bytes into text, leaves out what a reader does not see, and refuses what is not English.
``structure`` parts the text into blocks, sections and sentences, and finds the pose that each part is about.
``recognition`` turns the words of a sentence into units, the names of things and cues, and makes terms of names;
``coordination`` reads lists of noun phrases.

The rules, each with its name and reason, read the claims: ``effects``, ``contraindications`` (with ``advice`` and
``questions``), ``modifications`` (with ``difficulties``), ``practice`` and ``sequences``. The words they go by are in
``cues``; what they share is in ``context``. ``article`` joins it all.
"""

from yogakg.loaders.article.article import read_article, rules
from yogakg.loaders.article.context import Rule

__all__ = ["Rule", "read_article", "rules"]
