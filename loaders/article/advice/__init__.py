"""What a sentence advises somebody with a condition: to avoid the pose, to change it, or to take care.

``labels`` reads a condition that stands before its advice as a label, and the words that open an order. A sentence
may allow the pose (``allowances``), tell what somebody should do (``obligations``) and with it another way to do the
pose (``changes``), tell one without an order (``ways``), or bar the whole practice (``bans``); words of advice may also
advise nothing (``no_advice``). The ``verdict`` weighs it all: Avoid, Caution, Modify or none.
"""

from yogakg.loaders.article.advice.allowances import benefits_if, is_allowed_even, only_allows, permits, recommended
from yogakg.loaders.article.advice.bans import BETTER_OFF
from yogakg.loaders.article.advice.labels import HAVING_IT, Condition, is_doer, is_label, orders
from yogakg.loaders.article.advice.no_advice import endangers, orders_nothing
from yogakg.loaders.article.advice.obligations import is_bidden
from yogakg.loaders.article.advice.verdict import advised, concerns

__all__ = [
    "BETTER_OFF",
    "HAVING_IT",
    "Condition",
    "advised",
    "benefits_if",
    "concerns",
    "endangers",
    "is_allowed_even",
    "is_bidden",
    "is_doer",
    "is_label",
    "only_allows",
    "orders",
    "orders_nothing",
    "permits",
    "recommended",
]
