"""The words by which articles say things, apart from the names of things (those are the vocabulary), as tables.

``recognition.cues`` makes cues of some groups, which are found in sentences: their phrases are folded like all text, so
case, accents, plurals, hyphens and American or British spelling do not matter. All others are word lists of single
rules, which are compared with words as they stand, or become parts of regular expressions, in which a star stands for
any ending. ``{filler}`` in a phrase stands for each phrase of that name under ``[fillers]`` in the same file.
"""
