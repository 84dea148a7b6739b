"""Where a pose stands among others: which come before and after it, which counter it, and forms of it."""

from yogakg.loaders.article.sequences import rules, variants

RULES = (*rules.RULES, *variants.RULES)

__all__ = ["RULES"]
