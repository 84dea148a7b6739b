"""What can go wrong, each with the data that a caller needs to act on it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


class YogaError(Exception):
    """Base of all errors that the project raises on purpose.

    The sentence says what is wrong, where, and what to do. The command line prints it
    and exits with 2.
    """


class DocumentError(YogaError):
    """A document cannot be read or says nothing that can be loaded."""

    def __init__(self, document: str | Path, problem: str, remedy: str) -> None:
        self.document = str(document)
        self.problem = problem
        self.remedy = remedy
        super().__init__(f"{document}: {problem}. {remedy}")


class StoreError(YogaError):
    """A store cannot be opened, or is not a store."""

    def __init__(self, location: str | Path, problem: str, remedy: str) -> None:
        self.location = str(location)
        self.problem = problem
        self.remedy = remedy
        super().__init__(f"{location}: {problem}. {remedy}")


class QueryError(YogaError):
    """A query is unknown, malformed or not allowed, or one of its parameters is."""


class UnknownNameError(YogaError):
    """A name means nothing that is known, or several things."""

    def __init__(self, name: str, candidates: Sequence[str] = (), *, ambiguous: bool = False) -> None:
        self.name = name
        self.candidates = tuple(candidates)
        self.ambiguous = ambiguous
        if ambiguous:
            sentence = f"'{name}' may mean {' or '.join(candidates)}. Use one of these names."
        elif candidates:
            sentence = f"'{name}' is not known. Did you mean {', '.join(candidates)}?"
        else:
            sentence = f"'{name}' is not known. 'yogakg resolve' shows which names are."
        super().__init__(sentence)


class MappingError(YogaError):
    """A line of a mapping file cannot be used."""

    def __init__(self, file: str | Path, line: int, problem: str, remedy: str) -> None:
        self.file = str(file)
        self.line = line
        self.problem = problem
        self.remedy = remedy
        super().__init__(f"{file}:{line}: {problem}. {remedy}")


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?")) else f"{sentence}."


class PlanError(YogaError):
    """A plan of a class cannot be read: all faults, each with its line."""

    def __init__(self, file: str | Path, faults: Sequence[tuple[int, str]]) -> None:
        self.file = str(file)
        self.faults = tuple(faults)
        super().__init__("\n".join(f"{file}:{line}: {_ended(problem)}" for line, problem in faults))


class ValidationError(YogaError):
    """A source breaks a shape; nothing of it was loaded."""

    def __init__(self, source: str, findings: Sequence[object]) -> None:
        self.source = source
        self.findings = tuple(findings)
        listed = "\n".join(f"  {finding}" for finding in self.findings)
        count = f"{len(self.findings)} violation{'s' * (len(self.findings) > 1)} of the shapes"
        super().__init__(f"{source}: {count}, so nothing of it was loaded. Mend these and load again:\n{listed}")


class InconsistencyError(YogaError):
    """The statements contradict the ontology."""

    def __init__(self, sentence: str, clashes: Sequence[str] = ()) -> None:
        self.clashes = tuple(clashes)
        super().__init__("\n".join([sentence, *(f"  {clash}" for clash in clashes)]))


class MissingExtraError(YogaError):
    """A feature needs an optional dependency that is not installed."""

    def __init__(self, feature: str, extra: str) -> None:
        self.feature = feature
        self.extra = extra
        super().__init__(f"{feature} needs the extra '{extra}'. Install it with: pip install 'yogakg[{extra}]'")
