"""Where a pose stands among others: which come before and after it, which counter it, and forms of it."""

from yogakg.loaders.article.sequences import rules, variants

RULES = (*rules.RULES, *variants.RULES)

#: Rules whose facts may stand among remarks on the rest: "Do Cobra Pose before it", under "Summary".
ASIDE_RULES = (rules.told_pose,)

__all__ = ["ASIDE_RULES", "RULES"]
