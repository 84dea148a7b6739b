"""Whether a text is English, by the share of its words that the loader knows.

The rules know English alone: of a text in another language they would read the few lines that look familiar, and
lose the warnings. Known are the words of the vocabulary, of the cue phrases and headings, of the names of poses,
and common English words. Measured on 44 articles and on translations into eight languages: of English articles, in
running text or bare lists, 87 % of the words and more are known, of the others 24 % and less; of single lines of
eight words 45 % and more, but for one that spelt out a pronunciation, against 27 % and less.
"""

from __future__ import annotations

from functools import cache

from yogakg.errors import DocumentError
from yogakg.lexicon import Lexicon, fold, fold_word
from yogakg.loaders.article.recognition.cues import known_words, shipped
from yogakg.loaders.article.recognition.mentions import Text
from yogakg.loaders.article.recognition.words import words
from yogakg.names import PoseNames

#: An English text, or line of it, knows more of its words.
_KNOWN = 0.4
#: A line of fewer words may be a name or a date.
_FEWEST = 8
#: A run of so many letters is no word of any language.
_LONGEST = 40
#: A text with so many of its words in foreign lines says too much that would not be read.
_FOREIGN = 0.25


def require_english(source: Text, *, name: str, names: PoseNames) -> None:
    """Raise DocumentError if a text, or a good part of it, is in another language."""
    known = _known(source.lexicon, names)
    spoken = list(filter(_is_spoken, source.words.norms))
    if len(spoken) < _FEWEST:
        return
    remedy = "Load an English version of the article."
    share = _share(spoken, known)
    if share < _KNOWN:
        raise DocumentError(name, "the text does not seem to be English", remedy)
    if 1 - share < _FOREIGN * (1 - _KNOWN):
        return  # too few unknown words for so many foreign lines
    norms = ((line, (token.norm for token in source.cues.tokens_of(line))) for line in source.text.splitlines())
    lines = [(line, list(filter(_is_spoken, said))) for line, said in norms]
    foreign = [(line, said) for line, said in lines if len(said) >= _FEWEST and _share(said, known) < _KNOWN]
    if sum(len(said) for _, said in foreign) >= _FOREIGN * len(spoken):
        first = " ".join(foreign[0][0].split())[:60]
        raise DocumentError(name, f"a good part of the text does not seem to be English, such as “{first}…”", remedy)


def _is_spoken(norm: str) -> bool:
    return norm[0].isalpha() and len(norm) < _LONGEST


def _share(spoken: list[str], known: frozenset[str]) -> float:
    return sum(word in known for word in spoken) / len(spoken)


@cache
def _known(lexicon: Lexicon, names: PoseNames) -> frozenset[str]:
    named = (word for iri in names for label in names.labels(iri) for word in fold(label).split())
    common = map(fold_word, words("article.common_words"))
    return known_words(shipped(), lexicon).union(named, common)
