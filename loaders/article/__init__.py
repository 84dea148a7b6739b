"""Reads what an article says about a pose.

``reader`` turns bytes into text, ``segment`` text into blocks, ``sections`` gives blocks their
headings, ``mentions`` turns sentences into units of names and cues, ``coordination`` reads lists of
names, and the rules in ``effects``, ``contraindications``, ``modifications``, ``practice``,
``attributes`` and ``sequences`` read claims. ``cues.toml`` holds the words they go by.
"""

from yogakg.loaders.article.article import read_article

__all__ = ["read_article"]
