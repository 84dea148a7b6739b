"""Poses in text: names that the register knows, names it does not, and which pose an article is about."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from yogakg.facts import Span, Term
from yogakg.iris import slug
from yogakg.lexicon import PhraseMatcher, fold, tokenize
from yogakg.names import PoseNames
from yogakg.namespaces import PREFIXES

_ASANA = re.compile(r"asanas?$|āsana$|asan$|mudra$", re.I)
_JOINERS = frozenset(["–", "|", "(", "/", ":", "=", "[", "]", ")", "or", "aka"])
_TITLE_POSE = re.compile(
    r"\b((?:[A-Z][\w'’-]*[ -]){1,4}(?:Pose|Posture))\b|\b((?:[A-Z][a-zāīūṛṅñṭḍṇśṣ]+ ){0,4}[A-ZĀŚŪ][a-zāīūṛṅñṭḍṇśṣ]+(?:asana|āsana))\b"
)


@dataclass(frozen=True, slots=True)
class PoseMention:
    """A pose in a text."""

    term: Term
    span: Span


class PoseFinder:
    """Finds the poses that a text names."""

    def __init__(self, names: PoseNames) -> None:
        self.names = names
        self._matcher = _matcher(names)

    def term(self, iri: str) -> Term:
        """Return a registered pose as a term."""
        return Term(iri, self.names.labels(iri), "PoseSequence" if self.names.is_sequence(iri) else "Pose")

    def resolve(self, words: str) -> Term | None:
        """Return the pose that words name as a whole, or None."""
        iri = self.names.resolve(words).iri
        return self.term(iri) if iri else None

    def find(self, text: str, span: Span) -> list[PoseMention]:
        """Find the poses named in a run of text; two names of one pose side by side are one mention."""
        tokens = tokenize(text, span.start, span.end)
        taken = [False] * len(tokens)
        found: list[PoseMention] = []
        for first, last, iris in self._matcher.find(tokens):
            if len(iris) != 1 or not self._stands_as_name(
                text, tokens[first].start, tokens[last - 1].end, last - first
            ):
                continue
            found.append(PoseMention(self.term(iris[0]), Span(tokens[first].start, tokens[last - 1].end)))
            taken[first:last] = [True] * (last - first)
        for index, token in enumerate(tokens):
            if (
                taken[index]
                or not _ASANA.search(token.text)
                or len(token.text) < 6
                or token.norm in {"asana", "asanas"}
            ):
                continue
            for first in range(max(0, index - 4), index + 1):
                if any(taken[first:index]) or not all(
                    t.text[0].isupper() or t.text[0].islower() for t in tokens[first : index + 1]
                ):
                    continue
                term = self.resolve(text[tokens[first].start : token.end])
                if term is not None:
                    found.append(PoseMention(term, Span(tokens[first].start, token.end)))
                    taken[first : index + 1] = [True] * (index + 1 - first)
                    break
        found.sort(key=lambda mention: mention.span)
        return self._merged(text, found)

    @staticmethod
    def _stands_as_name(text: str, start: int, end: int, words: int) -> bool:
        """Tell a name from common words: "bridge", "plank", "cat" are poses only with a capital or "pose" after them."""
        run = text[start:end]
        if re.search(
            r"(?i)(asana|āsana|pose|posture|sequence|salutation|fold|bend|dog|stand|mudra|[\u0900-\u097f])$", run
        ):
            return words > 1 or bool(re.search(r"(?i)asana|āsana|stand|[\u0900-\u097f]", run)) or run[0].isupper()
        if re.match(r"\W{0,2}(?:pose|posture|asana)\b", text[end : end + 10], re.I):
            return True
        capitals = [
            w[0].isupper()
            for w in re.findall(r"[^\W\d_]\w+", run)
            if w.casefold() not in {"the", "of", "to", "in", "on", "and"}
        ]
        return bool(capitals) and all(capitals) and (words > 1 or not _opens_sentence(text, start))

    @staticmethod
    def _merged(text: str, found: Iterable[PoseMention]) -> list[PoseMention]:
        merged: list[PoseMention] = []
        for mention in found:
            if merged and merged[-1].term.iri == mention.term.iri:
                between = text[merged[-1].span.end : mention.span.start].strip()
                if len(between) <= 12 and all(
                    part in _JOINERS
                    or part.casefold() in {"pose", "or", "aka", "also", "known", "as"}
                    or not part[0].isalnum()
                    for part in between.split()
                ):
                    merged[-1] = PoseMention(mention.term, Span(merged[-1].span.start, mention.span.end))
                    continue
            merged.append(mention)
        return merged

    def unknown(self, words: str) -> Term | None:
        """Make a pose of a name that the register lacks, if the words look like one."""
        bare = re.sub(r"^\W+|\W+$", "", words)
        halves = [h.strip() for h in re.split(r"\s+[-–—|/]\s+|\s*[(\[]\s*|\s*[)\]]\s*", bare) if h.strip()]
        if not halves or len(halves[0].split()) > 7:
            return None
        sure = re.search(
            r"(?i)\b(?:pose|posture|\w*asana|sequence|salutation|stretch|fold|bend|twist|mudra|stand|lunge|squat|dog)$",
            halves[0],
        ) or any(_ASANA.search(h) for h in halves)
        titled = all(
            w[0].isupper()
            or w.casefold() in {"the", "of", "to", "in", "on", "and", "with", "or", "a"}
            or not w[0].isalpha()
            for w in halves[0].split()
        )
        if not (sure and (titled or len(halves) > 1 or len(halves[0].split()) <= 4)):
            return None
        return Term(PREFIXES["pose"] + slug(halves[0]), tuple(dict.fromkeys(halves)), "Pose", minted=True)

    def titled(self, words: str) -> Term | None:
        """Make a pose of the name in a title that the register lacks."""
        match = _TITLE_POSE.search(words)
        return self.unknown(match.group()) if match else None


def _opens_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(" \t\"'“‘(*_#")
    return not before or before[-1] in ".!?:\n•-–"


@cache
def _matcher(names: PoseNames) -> PhraseMatcher[str]:
    phrases = []
    for iri in names:
        for label in names.labels(iri):
            phrases.append((label, iri))
            key = fold(label)
            for ending in (" pose", " posture", " asana"):
                if not key.endswith(ending):
                    phrases.append((label + ending, iri))
                elif key.count(" "):
                    phrases.append((key.removesuffix(ending), iri))
    return PhraseMatcher(phrases)
