"""Who should avoid, change or take care in a pose.

A condition and an advice make a contraindication when they meet in a sentence ("if you have a recent
knee injury, skip this pose"), in neighbouring sentences of one block, or when the condition stands bare
under a heading about contraindications.

``conditions`` finds the conditions of a sentence, ``assertion`` tells which of them are somebody's, and ``readings``
what each clause advises with them, where ``poses`` tells whether it bars this pose or another. ``addressees`` tells for
whom an advice is, ``discourse`` how advice and condition meet across the clauses of a block, ``lines`` what a line over
a list advises, and ``unknown`` what may be a condition that the vocabulary lacks. The ``rules`` make claims of it all.
"""

from yogakg.loaders.article.contraindications.rules import CONTRAINDICATION_RULES, contraindications

__all__ = ["CONTRAINDICATION_RULES", "contraindications"]
