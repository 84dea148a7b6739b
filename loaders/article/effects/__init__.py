"""What a pose does: stretches, strengthens, presses, and what it is good for.

``verbs`` reads verbs of effect: ``instructions`` tells them from what the reader is to do, ``assertions`` from nouns
and the doings of others; ``objects`` finds to what they are done, and ``properties`` says what that means. ``nouns``
reads what a pose is and gives, ``pressure`` what weighs on parts of the body, ``relief`` what is taken off them,
``regions`` what it makes of parts of the body, ``changes`` what gets better or less,
``people`` whom it is good for, and ``benefits`` what is only named. All look around themselves with ``clauses``;
``rules`` puts them in order; ``paragraphs`` finds those that tell effects under no heading.
"""

from yogakg.loaders.article.effects.paragraphs import follows_steps, marked, tell_effects
from yogakg.loaders.article.effects.rules import RULES

__all__ = ["RULES", "follows_steps", "marked", "tell_effects"]
