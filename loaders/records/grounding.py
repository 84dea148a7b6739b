"""Values to terms: the pose that a record is about, and the things that its fields name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import chain, count
from typing import Final

from yogakg.facts import Term
from yogakg.iris import slug
from yogakg.lexicon import Entry, Lexicon, family_of
from yogakg.loaders.article.recognition.grounding import term_of
from yogakg.names import PoseNames
from yogakg.namespaces import PREFIXES, expand

_POSE: Final = re.compile(r"(?i)\s+(?:pose|posture)$")
_BLANKS: Final = str.maketrans("_-", "  ")


def spoken(value: str) -> str:
    """Write a code as words.

    >>> spoken("tibialis_anterior")
    'tibialis anterior'
    """
    return " ".join(value.translate(_BLANKS).split())


class Things:
    """Finds the things of the vocabulary that values name."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def find(self, name: str, classes: Iterable[str]) -> Entry | None:
        """Return the thing of one of some classes that a name, a code or a CURIE means, or None."""
        for kind in classes:
            entry = self.lexicon.entries.get(expand(name) or "") or self._named(name, family_of(kind))
            if entry is not None and kind in (entry.kind, entry.family):
                return entry
        return None

    def _named(self, name: str, family: str) -> Entry | None:
        return self.lexicon.named(name, family) or self.lexicon.named(spoken(name), family)

    def term(self, name: str, classes: Iterable[str]) -> Term | None:
        """Return the thing that a name means as a term, or None."""
        entry = self.find(name, classes)
        return term_of(entry) if entry else None


class Poses:
    """Finds the poses that records are about and refer to; makes those that the register lacks."""

    def __init__(self, names: PoseNames) -> None:
        self.names = names
        self._minted: dict[str, Term] = {}
        #: The poses of this source, by the ids of their records.
        self.by_id: dict[str, Term] = {}

    def known(self, english: str | None, sanskrit: str | None) -> Term | None:
        """Return the registered pose that the names of a record mean together, or None if that is not certain."""
        both = f"{english} ({sanskrit})" if english and sanskrit else english or sanskrit or ""
        iri = self.names.named(both)
        return self._registered(iri) if iri else None

    def mint(self, english: str | None, sanskrit: str | None) -> Term:
        """Make a pose that the register lacks, with a name and an address that no other has."""
        label = english or sanskrit or ""
        if english and sanskrit and (named := self.names.resolve(english)) and (named.iri or named.candidates):
            label = f"{english} ({sanskrit})"  # the English name alone is, or may be, that of another pose
        made = Term("", (label,), "Pose", minted=True, sanskrit=sanskrit if english else None)
        plain = _POSE.sub("", english or "")
        names = [name for name in (sanskrit, plain, f"{plain} {sanskrit or ''}") if name]
        for name in chain(names, (f"{label} {number}" for number in count(2))):
            term = replace(made, iri=PREFIXES["pose"] + slug(name))
            if not self.names.labels(term.iri) and self._minted.setdefault(term.iri, term) == term:
                break
        return term

    def referred(self, name: str) -> Term | None:
        """Return the pose that a reference means: the id of another record, an IRI or CURIE, or a name."""
        if name in self.by_id:
            return self.by_id[name]
        iri = expand(name) or name
        if self.names.labels(iri):
            return self._registered(iri)
        found = self.names.named(spoken(name))
        return self._registered(found) if found else None

    def _registered(self, iri: str) -> Term:
        return Term(iri, self.names.labels(iri), "PoseSequence" if self.names.is_sequence(iri) else "Pose")
