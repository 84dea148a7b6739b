"""Rebuild the facts of structured sources that come with the package, from the files of those sources.

Usage: python tools/build_data.py MATERIAL [--output FOLDER]

MATERIAL holds a folder for each mapping in data/mappings, named like it ("hemantctb_yoga-app" or "hemantctb-yoga-app").
What comes out is facts alone: no step, no sentence and no wording of a source. The same material gives the same bytes.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from itertools import permutations
from pathlib import Path

from yogakg.facts import BreathingInstruction, Claim, Description, Document, Modification, Step
from yogakg.graph import triples
from yogakg.iris import slug
from yogakg.loaders.records import Records, read_records, shipped_mappings
from yogakg.oxigraph import quads
from yogakg.writers import WRITERS

DATA = Path(__file__).parents[1] / "data"
#: So many words in a row are a sentence of somebody, and are not taken over.
WORDING = 10
#: Words in the runs by which texts are compared, and the share of them from which one text is a copy of the other.
RUN = 8
COPY = 0.5
#: Files beside the data, whose text all projects share.
BESIDE = ("LICENSE", "README")

Material = dict[str, list[tuple[str, bytes]]]


def read_material(folder: Path) -> Material:
    """Return the files of each source that has a mapping, by its name. Raises FileNotFoundError if one is missing."""
    folders = {slug(place.name): place for place in folder.iterdir() if place.is_dir()}
    material = {}
    for name in sorted(shipped_mappings()):
        if name not in folders:
            raise FileNotFoundError(f"{folder} has no folder {name}")
        place = folders[name]
        files = sorted(file for file in place.rglob("*") if file.is_file())
        material[name] = [(file.relative_to(place).as_posix(), file.read_bytes()) for file in files]
    return material


def read_facts(name: str, files: list[tuple[str, bytes]], copies: Mapping[str, str]) -> Records:
    """Read a source, and leave out its wording."""
    mapping = shipped_mappings()[name]
    if mapping.license is None:
        raise ValueError(f"{mapping.file}: what has no licence is not passed on")
    records = read_records(files, mapping, name=f"{name}.ttl", key=name)
    document = records.document
    descriptions = (
        Description(one.practice, (), tuple(filter(None, map(_without_wording, one.claims))))
        for one in document.descriptions
    )
    mentions = tuple(mention for mention in document.mentions if len(mention.text.split()) < WORDING)
    copied = copies.get(name)
    document = replace(document, descriptions=tuple(descriptions), mentions=mentions)
    return replace(records, document=replace(document, copy_of=copied) if copied else document)


def _without_wording(claim: Claim) -> Claim | None:
    if isinstance(claim, Step | BreathingInstruction):
        return None
    if isinstance(claim, Modification):
        return replace(claim, text=f"with {claim.prop.label}" if claim.prop else "changed, as the passage says")
    if claim.circumstance and len(claim.circumstance.split()) >= WORDING:
        raise ValueError(f"the circumstance '{claim.circumstance}' is a sentence")
    return claim


def shared_runs(material: Material) -> Iterator[tuple[str, str, int, int]]:
    """Compare the texts of each two sources: how many runs of words the first has, and shares with the second."""
    runs = {
        name: set(_runs(data for file, data in files if not file.startswith(BESIDE)))
        for name, files in material.items()
    }
    for one, other in permutations(sorted(runs), 2):
        yield one, other, len(runs[one]), len(runs[one] & runs[other])


def _runs(texts: Iterable[bytes]) -> Iterator[tuple[str, ...]]:
    for text in texts:
        words = re.findall(r"\w+", text.decode("utf-8", "replace").casefold())
        yield from zip(*(words[start:] for start in range(RUN)), strict=False)


def find_copies(shared: Iterable[tuple[str, str, int, int]]) -> dict[str, str]:
    """Return the sources that are copies, each with the address of the one that it copies.

    Of two that repeat each other, the one of which the greater part is repeated is the copy.
    """
    shares = {(one, other): common / all_ for one, other, all_, common in shared if all_}
    copies = {}
    for (one, other), share in sorted(shares.items()):
        if share >= COPY and (share, one) > (shares.get((other, one), 0), other):
            copies[one] = shipped_mappings()[other].url or other
    return copies


def write_turtle(document: Document) -> str:
    """Write the facts of a source, dated as its mapping says."""
    date = shipped_mappings()[document.key or ""].date
    if date is None:
        raise ValueError(f"{document.key}: the mapping has no date")
    loaded = datetime.fromisoformat(date).replace(tzinfo=UTC)
    return WRITERS["turtle"](quads(triples(document, loaded=loaded)))


def write_report(sources: Mapping[str, Records], shared: Iterable[tuple[str, str, int, int]]) -> str:
    """Write what could not be used, line by line, and how much text the sources share."""
    lines = ["source\tfile\tline\tproblem"]
    for name, records in sources.items():
        lines += [f"{name}\t{one.file}\t{one.line}\t{one.sentence}" for one in records.problems]
    for one, other, all_, common in shared:
        lines.append(f"{one}\t\t\t{common} of its {all_} runs of {RUN} words are in {other} too")
    return "\n".join(lines) + "\n"


def main(arguments: list[str]) -> int:
    """Build all files, and say how much each holds."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("material", type=Path)
    parser.add_argument("--output", type=Path, default=DATA)
    options = parser.parse_args(arguments)
    material = read_material(options.material)
    shared = list(shared_runs(material))
    copies = find_copies(shared)
    sources = {name: read_facts(name, files, copies) for name, files in material.items()}
    for name, records in sources.items():
        text = write_turtle(records.document)
        (options.output / f"{name}.ttl").write_text(text, encoding="utf-8")
        claims = sum(1 for _ in records.document.claims())
        print(f"{name}: {claims} claims, {len(records.problems)} problems, {len(text) // 1024} KiB")
    (options.output / "REPORT.tsv").write_text(write_report(sources, shared), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
