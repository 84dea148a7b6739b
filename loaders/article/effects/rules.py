"""The rules of effects in their order: where several read the same of a passage, the first one signs it."""

from __future__ import annotations

from yogakg.loaders.article.effects.benefits import benefits_counted, labelled_benefit, listed_benefit
from yogakg.loaders.article.effects.changes import (
    better_noun,
    brought_into_balance,
    changes_itself,
    kept_in_check,
    lesser_noun,
    made_better,
)
from yogakg.loaders.article.effects.nouns import doer_noun, doing_named, improver_noun, stretch_noun
from yogakg.loaders.article.effects.people import (
    benefit_of_conditional,
    benefit_of_people,
    filled_with,
    given_for,
    good_for_first,
    led_into,
    person_gains,
    pose_for,
    said_of_pose,
    somebody_calmed,
    symptoms_of_people,
)
from yogakg.loaders.article.effects.pressure import pressure_noun, pressure_put
from yogakg.loaders.article.effects.regions import (
    benefit_of_regions,
    changed_region,
    comes_to_region,
    opens_itself,
    region_gains,
)
from yogakg.loaders.article.effects.relief import burden_taken, freed_of, relief_noun, taken_out
from yogakg.loaders.article.effects.verbs import effect_passive, effect_verb

RULES = (
    effect_verb,
    region_gains,
    kept_in_check,
    brought_into_balance,
    effect_passive,
    better_noun,
    stretch_noun,
    doer_noun,
    improver_noun,
    said_of_pose,
    somebody_calmed,
    led_into,
    doing_named,
    pressure_noun,
    pressure_put,
    filled_with,
    freed_of,
    burden_taken,
    taken_out,
    relief_noun,
    pose_for,
    given_for,
    good_for_first,
    benefit_of_people,
    symptoms_of_people,
    benefit_of_regions,
    benefit_of_conditional,
    changes_itself,
    changed_region,
    lesser_noun,
    made_better,
    benefits_counted,
    person_gains,
    opens_itself,
    comes_to_region,
    listed_benefit,
    labelled_benefit,
)
