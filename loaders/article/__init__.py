"""Reads what an article says about a pose.

From bytes to blocks: ``reader``, with ``webpage``, ``docx`` and ``pdf``, turns bytes into text, ``markup`` blanks out
what a reader does not see, ``language`` refuses what is not English, ``segment`` parts the text into blocks, with
``headings`` and ``sentences``. From blocks to sections: ``sections`` follows the headings, with ``runins`` for those
within a line and ``forms`` for lists that lost theirs; ``subject`` finds the pose. From words to names: ``mentions``
turns sentences into units, ``coordination`` reads lists of noun phrases, ``grounding`` makes them terms, ``poses``
finds poses.

The rules, each with its name and reason, read the claims: ``effects``, ``contraindications`` (with ``advice``),
``modifications`` (with ``difficulties``), ``practice``, ``breathing``, ``holds``, ``attributes``, ``etymology`` and
``sequences``. The words they go by are in ``cues.toml``, which ``cues`` and ``words`` read. ``article`` joins it all.
"""

from yogakg.loaders.article.article import read_article, rules
from yogakg.loaders.article.context import Rule

__all__ = ["Rule", "read_article", "rules"]
