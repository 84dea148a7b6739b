"""How a pose is done and what it is: steps, sides, breath, time, level, style, kind, and the parts of its name."""

from yogakg.loaders.article.practice import attributes, breathing, etymology, holds, levels, rules

RULES = (*rules.RULES, *holds.RULES, *breathing.RULES, *levels.RULES, *attributes.RULES, *etymology.RULES)

#: Rules whose facts may stand among remarks on the rest: the parts of a name, under "Origin".
ASIDE_RULES = etymology.RULES

__all__ = ["ASIDE_RULES", "RULES"]
