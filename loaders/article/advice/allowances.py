"""Sentences that allow the pose to those with a condition, or say that it is good for them."""

from __future__ import annotations

from collections.abc import Sequence

from yogakg.loaders.article.advice.labels import Condition, is_doer, is_label
from yogakg.loaders.article.advice.ways import gains_from_prop
from yogakg.loaders.article.recognition.mentions import Sentence, Unit
from yogakg.loaders.article.recognition.words import pattern, words

#: What tells somebody that the pose is allowed or helps.
_ALLOWED = pattern(
    r"\b(?:is|are) {advice_words.allowed}\b|\b(?:can|may) (?:{advice_words.still} )?{advice_words.doing} (?:it|this)"
    r"|(?<!the )\b{advice_words.helping}\b|\b{promises.urging}\b"
    r"|\b(?:can|may) (?:{advice_words.still} )?{advice_words.continuing}\b(?! (?:with|under|only|by|on|against)\b)"
)
#: What allows the pose right after a label: "Gout: safe".
_ALLOWED_WORDS = words("advice_words.allowed")
#: What allows the pose to all whom the sentence names.
_PERMITTING = pattern(
    r"\b(?:is|are) (?:(?:{advice_words.still}|considered) )?{advice_words.allowed}\b"
    r"|\b(?:can|may) (?:{advice_words.still} )?{advice_words.liking} (?:it|this|the {attribute_words.pose_nouns})\b"
    r"|\b(?:as|what|whatever) (?:they|you) (?:please|like|wish|feel like)\b"
    r"|\bis left to (?:you|each|every)\b|\bgo ahead\b"
    r"|\b(?:can|may) (?:{advice_words.still} )?go on (?:doing|with|until|till|practi[cs]ing)\b"
    r"|\b(?:can|may) (?:{advice_words.still} )?(?:sit|lie|stay|rest) in (?:it|this)\b"
    r"|\b(?:can|may) (?:{advice_words.still} )?{advice_words.doing} without (?:any )?{advice_words.how_well}\b"
    r"|(?:^\W*|\b(?:it|this)(?:['’]s| is) )(?:an? )?(?:\w+ )?(?:substitute|replacement|alternative) for\b"
    r"|\b(?:can|may) (?:{advice_words.still} )?{advice_words.doing},? (?:it|this|the(?! same)|{advice_words.reasons})\b"
    r"|\b(?:can|may) (?:{advice_words.still} )?{advice_words.doing}(?=\s*(?:[.,;]|$))"
    r"|\b(?:can|may) (?:{advice_words.still} )?be {advice_words.done}\b"
    r"|\b(?:can|may) (?:{advice_words.still} )?{advice_words.continuing}\b"
    r"|\b{advice_words.freely} {advice_words.doing} (?:it|this)\b|\b{promises.urging}\b"
    r"|\b(?:can|may|might|will|would) (?:\w+ )?{advice_words.gaining}\b|\bgets? (?:\w+ )?relief\b"
)
#: The same, where the pose opens the sentence: "It is safe up to the sixth month of pregnancy".
_IS_ALLOWED = pattern(
    r"^\W*(?:it|this(?: \w+)?|the {attribute_words.pose_nouns}) (?:is|are) (?:\w+ )?{advice_words.allowed}\b"
    r"|^\W*{advice_words.allowed} (?:for|with|in|during)\b"
)
#: Words behind a label in which it may be allowed: "Gout: usually safe".
_SAID = 2
#: What allows the pose in spite of a condition: "even with asthma".
_EVEN = pattern(r"\beven {advice_words.even_links}\b|\b(?:is|are) allowed\b")
#: When the pose is taken up again: "once healed, you can resume".
_RESUMING = pattern(r"\b{advice_words.recovered}\b[^.;]*\b{advice_words.resuming}\b")
#: What is no harm or no cause for alarm: "not harmful in pregnancy", "a mild ache is normal".
_HARMLESS = pattern(
    r"\bnothing to worry about\b|"
    r"\b(?:no|not an?|n['’]t an?|hardly an?) (?:\w+ )?reason (?:to|for) {advice_words.unneeded_for_that}\b|"
    r"\b{advice_words.needless} {advice_words.worrying}\b|\bno (?:adverse|ill|bad|negative) (?:events?|effects?)\b"
    r"|\b(?:is|are|does|do)(?:n['’]t| not| no) (?:\w+ )?{advice_words.harms}\b"
    r"|\b(?:is|are) (?:\w+ )?{advice_words.usual}\b"
)
#: For what the pose is good in its usual way: "beneficial in sciatica if done slowly".
_GOOD_IF_DONE = pattern(r"\b{advice_words.good_if}\b[^.;]*\b(?:if|when) (?:it is )?{advice_words.done}\b")
#: Who should do the pose, and what for: "women after the menopause should sit in Virasana to be calm".
_PRESCRIBING = pattern(
    r"\b(?:should|must|can|may) (?:{advice_words.doing}|\w+ {advice_words.into})"
    r" (?:{advice_words.whole_openers} )*(?:{advice_words.wholes}|(?:\w+ ){0,2}\w+asana)\s+{advice_words.purposes}\b"
    r"|[,;:]\s*(?:then )?{advice_words.doing} (?:it|this(?: \w+)?) {advice_words.frequencies}\b"
)
#: What takes somebody out of those to whom the pose is allowed.
_EXCEPTING = pattern(r"\b{advice_words.excepting}\b")
#: What says that the pose is for somebody.
_RECOMMENDING = pattern(r"\b(?:{advice_words.recommending}\b|{advice_words.recommending_at_end}\W*$)")
#: For whom it is good: "a useful drill for those with a stiff back".
_GOOD_FOR = pattern(
    r"\b{advice_words.good_if} (?:\w+ ){0,3}for (?:{contraindication_words.groups}) (?:with|who|having|suffering)\b"
)
#: What goes on with how it is done: "… but should keep the knees wide".
_TURNING_BACK = pattern(r"\bbut (?:\w+ ){0,3}?(?:should|must|need|needs|keep|use|only)\b")
#: What a pose gives or is to those who have something: the second must be said of the pose itself.
_HELPING_IF = pattern(
    r"\b(?:{advice_words.given_if}|(?:is|are|be)(?: \w+)? (?P<pose>{advice_words.good_if})),?"
    r" (?P<if>if) (?:you|one|someone|somebody)\b"
)
#: How a sentence opens that speaks of the pose: "it is helpful if …".
_THE_POSE = frozenset({"it", "this", "pose", "asana", "posture"})
_POSE_NOUNS = words("attribute_words.pose_nouns")


def is_allowed_even(sentence: Sentence) -> bool:
    """Say whether the pose is said to be allowed, or good, with a condition: "Even with asthma it is fine"."""
    if _GOOD_IF_DONE.search(sentence.text) and not sentence.cued("advice", "avoid"):
        return True
    if recommended(sentence) is not None or benefits_if(sentence) is not None or _resumes(sentence):
        return True
    against = any(_speaks_against(unit) for unit in sentence.units)
    return not against and _EVEN.search(sentence.text) is not None and only_allows(sentence)


def permits(sentence: Sentence, conditions: Sequence[Condition]) -> bool:
    """Say whether a sentence allows the pose to all whom it names: "Those with gout can practise it", "Gout: safe"."""
    if _HARMLESS.search(sentence.text) or _PRESCRIBING.search(sentence.text):
        return True
    if _is_allowed(sentence):
        return True
    if _EXCEPTING.search(sentence.text):
        return False
    for condition in conditions:
        following = [unit for unit in sentence.units[condition.phrase.last + 1 :] if unit.is_word][:_SAID]
        allows = any(unit.norm in _ALLOWED_WORDS for unit in following) or _PERMITTING.search(sentence.text)
        glossed = any(unit.norm == "(" for unit in sentence.units[condition.phrase.last : condition.phrase.last + 1])
        if is_label(sentence, condition.phrase) and allows and not glossed:
            return True
    introduced = any(condition.introduced or is_doer(sentence, condition, conditions) for condition in conditions)
    return introduced and _PERMITTING.search(sentence.text) is not None


def _is_allowed(sentence: Sentence) -> bool:
    """Say whether a sentence opens by allowing the pose, and takes nothing back."""
    clause = sentence.text.partition(",")[0]
    allowed = _IS_ALLOWED.match(clause) is not None and _EXCEPTING.search(clause) is None
    return allowed and not any(map(_speaks_against, sentence.units))


def _resumes(sentence: Sentence) -> bool:
    """Say whether a sentence only tells when the pose is taken up again: "once healed, you can resume"."""
    return _RESUMING.search(sentence.text) is not None and not sentence.cued("advice", "avoid")


def prescribes(sentence: Sentence) -> bool:
    """Say whether a sentence tells who should do the pose, how often or what for: "diabetics should do it daily"."""
    return _PRESCRIBING.search(sentence.text) is not None


def only_allows(sentence: Sentence) -> bool:
    """Say whether a sentence only tells that the pose is allowed."""
    return _ALLOWED.search(sentence.text) is not None


def recommended(sentence: Sentence) -> int | None:
    """Return the unit at which a sentence says that the pose is for somebody: "… this is the asana for you"."""
    match = _RECOMMENDING.search(sentence.text) or _GOOD_FOR.search(sentence.text)
    if match is None or any(_speaks_against(unit) for unit in sentence.units):
        return None
    if _TURNING_BACK.search(sentence.text, match.end()) or gains_from_prop(sentence):
        return None  # "can benefit but should keep the knees wide"
    place = sentence.span.start + match.start()
    if any(unit.entry("Prop") and unit.start < place for unit in sentence.units) and not _names_pose(sentence, place):
        return None  # "a folded towel is a must for people with …"
    return next((index for index, unit in enumerate(sentence.units) if unit.start >= place), None)


def benefits_if(sentence: Sentence) -> int | None:
    """Return the unit of "if" at which a sentence says whom the pose helps: "gives relief if you have back pain"."""
    match = _HELPING_IF.search(sentence.text)
    if match is None or any(_speaks_against(unit) for unit in sentence.units):
        return None
    if any(unit.entry("Prop") and not unit.entry("Pose") for unit in sentence.units) or sentence.units[0].norm == "if":
        return None  # "a strap gives relief if …"
    if match.group("pose") and not any(unit.norm in _THE_POSE or unit.entry("Pose") for unit in sentence.units[:3]):
        return None  # "bent knees are helpful if …"
    start = sentence.span.start + match.start("if")
    return next((index for index, unit in enumerate(sentence.units) if unit.start >= start), None)


def _speaks_against(unit: Unit) -> bool:
    """Say whether a unit bars somebody, calls for care, or denies."""
    return unit.norm == "not" or unit.cue("advice", "avoid") is not None or unit.cue("advice", "caution") is not None


def _names_pose(sentence: Sentence, place: int) -> bool:
    """Say whether the pose itself is spoken of before a place of the text: "this pose", a name of a pose."""
    before = [unit for unit in sentence.units if unit.start < place]
    return any(unit.entry("Pose") or unit.norm in _POSE_NOUNS for unit in before)
