"""The command ``yogakg``: each command calls the function of its name, and imports it only then."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeVar

import click

from yogakg.errors import QueryError, ValidationError, YogaError

if TYPE_CHECKING:
    from yogakg import KnowledgeGraph
    from yogakg.advising import Substitute
    from yogakg.answers import Rows
    from yogakg.checking import CheckFinding
    from yogakg.evaluation import Score, Scores
    from yogakg.facts import Document
    from yogakg.pipeline import LoadedSource, LoadReport
    from yogakg.questions import Question
    from yogakg.summary import Summary

#: Exit codes: findings are no fault of the program or its user.
FINDINGS: Final = 1
WRONG_USE: Final = 2
INTERRUPTED: Final = 130
#: As if the signal had ended the process, which is what other programs do when nobody reads on.
BROKEN_PIPE: Final = 141

_EXPORT_FORMATS: Final = ("turtle", "trig", "nquads", "rdfxml", "jsonld")

_STORE: Final[dict[str, Any]] = {
    "metavar": "DIR",
    "envvar": "YOGAKG_STORE",
    "show_envvar": True,
    "help": "Folder of the store, or :memory:. By default one in your user data.",
}
_store = click.option("--store", **_STORE)
_SOURCES: Final[dict[str, Any]] = {
    "multiple": True,
    "metavar": "loaded|shipped|NAME",
    "help": "Only these sources: what you loaded, what came with the package, or one by its name. May be repeated.",
}
_sources = click.option("--sources", **_SOURCES)

_Function = TypeVar("_Function", bound=Callable[..., Any])


def _format(*choices: str) -> Callable[[_Function], _Function]:
    return click.option(
        "--format",
        "form",
        type=click.Choice(choices),
        default=choices[0],
        show_default=True,
        help="Form of the output.",
    )


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="yogakg")
def cli() -> None:
    """Yoga poses as a knowledge graph: load articles, ask questions, see who says so."""


# Sources


@cli.command()
@click.argument("paths", nargs=-1)
@click.option("--files-from", "listing", metavar="FILE", help="Load the files whose names FILE lists, one a line.")
@_store
@click.option(
    "--mapping",
    metavar="FILE.toml|NAME",
    help="How records are read (JSON, CSV, YAML …): a file, or the name of a mapping of the package.",
)
@_format("table", "json")
@click.option(
    "--verbose", "-v", is_flag=True, help="Show names not known and sentences not read, for many documents too."
)
@click.pass_context
def load(
    context: click.Context,
    paths: Sequence[str],
    listing: str | None,
    store: str | None,
    mapping: str | None,
    form: str,
    verbose: bool,
) -> None:
    """Load documents: files, folders, patterns, or - for standard input.

    Each is read, held to the shapes, and stored with all that follows from it, or not at all. A load that was
    broken off goes on where it was if it is given again. A FILE of names may be - too: find . | yogakg load
    --files-from -
    """
    from yogakg.pipeline import load as load_documents

    if listing is not None:
        with click.open_file(listing, encoding="utf-8", errors="surrogateescape") as file:
            paths = [*paths, *filter(None, (line.rstrip("\r\n") for line in file))]
    if not paths:
        raise click.UsageError("There is nothing to load. Name files or folders, or give --files-from.", context)
    with _open(store) as graph:
        with _progress() as show:
            report = load_documents(paths, store=graph.store, mapping=mapping, on_progress=show)
        if form == "json":
            click.echo(_load_json(report))
        else:
            _show_load(report, graph, details=verbose or len(report.sources) == 1)
    for failure in report.failures:
        click.echo(f"Error: {failure.error}", err=True)
    if report.failures:
        context.exit(_code(failure.error for failure in report.failures))


@contextmanager
def _progress() -> Iterator[Callable[[int, int, str], None]]:
    """Show on a terminal how many documents are done, and which one comes now; say so if somebody breaks it off."""
    reached = (0, 0)
    hidden = not sys.stderr.isatty()
    try:
        with click.progressbar(length=1, file=sys.stderr, item_show_func=_shorten, hidden=hidden) as bar:

            def show(done: int, total: int, document: str) -> None:
                nonlocal reached
                reached = (done, total)
                bar.length = total
                bar.update(done - bar.pos, document)

            yield show
    except KeyboardInterrupt:
        done, total = reached
        click.echo(f"Interrupted: {done} of {total} documents are done. Load them again to go on.", err=True)
        raise


def _shorten(text: str | None) -> str | None:
    return text if text is None or len(text) <= 40 else f"…{text[-39:]}"


def _load_json(report: LoadReport) -> str:
    import json
    from dataclasses import asdict

    return json.dumps(
        {
            "sources": [
                asdict(source) | {"findings": [str(one) for one in source.findings]} for source in report.sources
            ],
            "failures": [{"document": failure.document, "error": str(failure.error)} for failure in report.failures],
        },
        ensure_ascii=False,
        indent=2,
    )


def _show_load(report: LoadReport, graph: KnowledgeGraph, *, details: bool) -> None:
    rows = [
        (
            source.document,
            f"copy of {source.copy_of}" if source.copy_of else source.action,
            str(source.claims),
            str(source.inferred),
            str(source.mentions),
            str(len(source.unused)),
        )
        for source in report.sources
    ]
    if rows:
        click.echo(_table(("document", "result", "claims", "inferred", "unknown names", "unread sentences"), rows))
    if len(report.sources) + len(report.failures) > 1:
        click.echo(_sum_up(report))
    for source in report.sources:
        for finding in source.findings:
            click.echo(f"{source.document}: {finding}", err=True)
        for problem in source.problems:
            click.echo(problem, err=True)
        if details:
            _show_details(source, graph)


def _sum_up(report: LoadReport) -> str:
    """Say in one line what became of the documents."""
    from collections import Counter

    results = Counter("copied" if source.copy_of else source.action for source in report.sources)
    results["not loaded"] = len(report.failures)
    told = ", ".join(f"{count} {result}" for result, count in results.items() if count)
    return f"\n{told}; {sum(source.claims for source in report.sources if not source.copy_of)} claims."


def _show_details(source: LoadedSource, graph: KnowledgeGraph) -> None:
    if source.mentions:
        mentions = graph.query("mentions", source=source.source)
        click.echo("\nNames that the vocabulary does not know:")
        for text in dict.fromkeys(f"  {row.text} ({row.section})" for row in mentions):
            click.echo(text)
    if source.unused:
        click.echo("\nSentences that gave no claim:")
        for sentence in source.unused:
            click.echo(f"  {' '.join(sentence.split())}")


@cli.command()
@click.argument("name")
@_store
def unload(name: str, store: str | None) -> None:
    """Remove a source, named by file, title or IRI, with all that follows from it."""
    with _open(store) as graph:
        source = graph.unload(name)
    click.echo(f"Removed '{source.title or source.iri}' with {source.claims} claims.")


@cli.command()
@_store
@_format("table", "json")
def sources(store: str | None, form: str) -> None:
    """List the sources: those that were loaded, and those that came with the package."""
    from yogakg.namespaces import compress

    with _open(store, read_only=True) as graph:
        found = sorted(graph.sources(), key=lambda source: source.shipped)
    if form == "json":
        import json
        from dataclasses import asdict

        click.echo(json.dumps([asdict(source) for source in found], ensure_ascii=False, indent=2))
        return
    headings = ("source", "title", "file", "loaded", "claims", "unknown names", "origin")
    rows = [
        (
            compress(source.iri),
            source.title or "",
            source.file_name or "",
            (source.date_loaded or "")[:10],
            str(source.claims),
            str(source.mentions),
            "shipped" if source.shipped else "loaded",
        )
        for source in found
    ]
    click.echo(_table(headings, rows))


@cli.command()
@click.argument("paths", nargs=-1, required=True, metavar="FILE...")
@_format("table", "json", "jsonl", "turtle")
@click.option(
    "--coverage", is_flag=True, help="Show how many sentences gave a fact, of those that should, and which gave none."
)
@click.pass_context
def extract(context: click.Context, paths: Sequence[str], form: str, coverage: bool) -> None:
    """Show what articles say, without a store."""
    import json

    from yogakg import extract as read
    from yogakg.evaluation import prediction

    if coverage and form not in {"table", "json"}:
        raise click.UsageError(f"--coverage is a table or JSON, not {form}.", context)
    documents, errors = [], []
    for path in paths:
        try:
            documents.append(read(path))
        except YogaError as error:
            errors.append(error)
    if coverage:
        _show_coverage(documents, form)
    elif form == "json":
        click.echo(json.dumps([prediction(document) for document in documents], ensure_ascii=False, indent=2))
    elif form == "jsonl":
        for document in documents:
            click.echo(json.dumps(prediction(document), ensure_ascii=False))
    elif form == "turtle":
        from yogakg.export import write_documents

        click.echo(write_documents(documents), nl=False)
    elif documents:
        headings = ("document", "pose", "predicate", "object", "qualifier", "characters", "rule")
        rows = [
            (
                document.name,
                fact["pose"],
                fact["p"],
                fact["o"],
                fact["q"] or "",
                f"{fact['start']}–{fact['end']}",
                fact["rule"],
            )
            for document in documents
            for fact in prediction(document)["facts"]
        ]
        click.echo(_table(headings, rows))
    for problem in errors:
        click.echo(f"Error: {problem}", err=True)
    if errors:
        context.exit(_code(errors))


def _show_coverage(documents: Sequence[Document], form: str) -> None:
    """Print how many sentences of the sections that are about facts gave one, and those that gave none."""
    from yogakg.evaluation import Coverage

    covered = [Coverage.of(document) for document in documents]
    total = sum(covered, Coverage())
    if form == "json":
        import json

        listed = [
            {"document": document.name}
            | one.as_json()
            | {
                "unread": [
                    {"start": span.start, "end": span.end, "text": document.text[span.start : span.end]}
                    for span in document.unused
                ]
            }
            for document, one in zip(documents, covered, strict=True)
        ]
        click.echo(json.dumps({"all": total.as_json(), "documents": listed}, ensure_ascii=False, indent=2))
        return
    rows = [
        (name, str(one.sentences), str(one.read), "–" if one.share is None else f"{one.share:.1%}")
        for name, one in zip((*(document.name for document in documents), "all"), (*covered, total), strict=True)
    ]
    click.echo(_table(("document", "sentences", "gave a fact", "share"), rows))
    click.echo("Sentences are those about benefits, contraindications, modifications and sequences.")
    for document in documents:
        for span in document.unused:
            sentence = " ".join(document.text[span.start : span.end].split())
            click.echo(f"{document.name} {span.start}–{span.end}: {sentence}")


@cli.command()
@click.argument("file")
@click.option("--output", "-o", type=click.Path(dir_okay=False), help="Write to a file, not to standard output.")
def review(file: str, output: str | None) -> None:
    """Write an HTML page on which a person checks what was read from an article, sentence by sentence.

    A page is for one article: FILE, or - for standard input. It needs no network, and no script to be read.
    """
    from yogakg import review as review_article
    from yogakg.errors import DocumentError

    if output and _is_same(file, output):
        raise DocumentError(output, "this is the article itself", "Name another file for the page.")
    page = review_article(file)
    with click.open_file(output or "-", "wb") as stream:
        stream.write(page.encode())


def _is_same(one: str, other: str) -> bool:
    return Path(one).exists() and Path(other).exists() and Path(one).samefile(other)


@cli.command()
@click.argument("paths", nargs=-1, required=True, metavar="DOCUMENT...")
@click.argument("gold", metavar="GOLD")
@click.option("--errors", "listed", is_flag=True, help="List the facts that were missed and those that are wrong.")
@_format("table", "json")
@click.pass_context
def evaluate(context: click.Context, paths: Sequence[str], gold: str, listed: bool, form: str) -> None:
    """Score what is read from documents against GOLD: facts that people found in them.

    GOLD is a JSON file, or a folder of them, in the form that docs/evaluation.md describes. Beside the scores stand
    those of a baseline, to which every name in a section is a fact.
    """
    from yogakg.evaluation import evaluate as score
    from yogakg.gold import read_gold
    from yogakg.loaders.baseline import read_baseline

    told = read_gold(gold)
    documents, errors, apart = _read_told(paths, [one.file for one in told])
    scores = score(documents, told)
    baseline = score(map(read_baseline, documents), told)
    if form == "json":
        import json
        from dataclasses import asdict

        found = {"documents": len(told)} | scores.as_json() | {"baseline": baseline.as_json()}
        if listed:
            found["mistakes"] = [asdict(mistake) for mistake in scores.mistakes]
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        if listed:
            _show_mistakes(scores)
        _show_scores(scores, baseline, len(told))
    if apart:
        click.echo(f"{apart} documents have no gold facts and were not read.", err=True)
    for problem in errors:
        click.echo(f"Error: {problem}", err=True)
    if errors:
        click.echo("What was not read counts as missed.", err=True)
        context.exit(_code(errors))


def _read_told(paths: Sequence[str], wanted: Sequence[str]) -> tuple[list[Document], list[YogaError], int]:
    """Read the documents of some file names; return them, what went wrong, and how many others there are."""
    from yogakg import extract as read
    from yogakg.errors import DocumentError
    from yogakg.pipeline import find_documents

    found, failures = find_documents(paths)
    places: dict[str, str] = {}
    for place in found:
        name = Path(place).name
        if name in wanted and name in places:
            raise DocumentError(place, f"{places[name]} has the same name", "Evaluate one of them at a time.")
        places[name] = place
    errors: list[YogaError] = [failure.error for failure in failures]
    if not errors and (lacking := [name for name in wanted if name not in places]):
        remedy = "Name the folder or the file it is in, or leave its gold file out."
        raise DocumentError(lacking[0], "there are gold facts for it, but it is not among the documents", remedy)
    documents = []
    for name in wanted:
        try:
            if name in places:
                documents.append(read(places[name]))
        except YogaError as error:
            errors.append(error)
    return documents, errors, len(places.keys() - set(wanted))


def _show_scores(scores: Scores, baseline: Scores, documents: int) -> None:
    strict = {"all": scores.overall, **scores.strict}
    relaxed = {"all": scores.overall_relaxed, **scores.relaxed}
    rows = [
        (name, str(score.gold), str(score.found), *_shares(score), *_shares(relaxed[name]))
        for name, score in strict.items()
    ]
    click.echo(_table(("predicate", "gold", "found", "P", "R", "F1", "~P", "~R", "~F1"), rows))
    click.echo("P: precision, R: recall, ~: relaxed (most words of the object, any qualifier).\n")
    click.echo("Baseline: every name of the vocabulary in a section is a fact.")
    simple = {"all": baseline.overall, **baseline.strict}
    lines = [(name, str(score.found), *_shares(score)) for name, score in simple.items()]
    click.echo(_table(("predicate", "found", "P", "R", "F1"), lines))
    click.echo(
        f"\n{documents} documents. {scores.located} of {scores.locatable} right facts lie on their gold passage."
    )
    _show_advice(scores)


def _show_advice(scores: Scores) -> None:
    """Print which advice was meant, and which was found."""
    right, conditions = scores.advised
    click.echo(f"Of {conditions} right conditions, {right} have the right advice:")
    kinds = ("avoid", "caution", "modify", None)
    rows = [
        (wanted or "not in the gold", *(str(scores.advice.get((wanted, found), 0)) for found in kinds))
        for wanted in kinds
    ]
    click.echo(_table(("advice in the gold", "avoid", "caution", "modify", "missed"), rows))


def _shares(score: Score) -> tuple[str, str, str]:
    return _share(score.precision), _share(score.recall), _share(score.f1)


def _share(value: float) -> str:
    """Write a share in four characters, so that a row of them fits a terminal."""
    return "1.00" if value == 1 else f"{value:.3f}"[1:]


def _show_mistakes(scores: Scores) -> None:
    for one in scores.mistakes:
        place = one.file if one.line is None else f"{one.file}:{one.line}"
        qualifier = f" ({one.qualifier})" if one.qualifier else ""
        rule = f", by rule {one.rule}" if one.rule else ""
        click.echo(f"{one.kind}  {place}  {one.predicate} {one.object}{qualifier}{rule}")
        if one.sentence:
            click.echo(f"        “{one.sentence}”")
    if scores.mistakes:
        click.echo()


# Answers


class _Queries(click.Group):
    """The questions of the catalogue as commands; any other name is a file or the text of a query."""

    def list_commands(self, context: click.Context) -> list[str]:
        from yogakg.questions import catalogue

        return sorted(catalogue())

    def get_command(self, context: click.Context, name: str) -> click.Command:
        from yogakg.questions import find_question

        return _Asked(find_question(sys.stdin.read() if name == "-" else name))

    def resolve_command(self, context: click.Context, arguments: list[str]) -> tuple[str, click.Command, list[str]]:
        # The name is not repeated in messages: it may be a query of many lines.
        command = self.get_command(context, arguments[0])
        return command.name or "", command, arguments[1:]


class _Asked(click.Command):
    """One question, with an option for each of its parameters."""

    def __init__(self, question: Question) -> None:
        options = [
            click.Option(
                [f"--{parameter.name}", f"given_{parameter.name}"],
                metavar=parameter.form.upper() if not parameter.choices else f"[{parameter.form}]",
                help=parameter.description + (" [required]" if parameter.required else ""),
            )
            for parameter in question.parameters
        ]
        super().__init__(
            question.name,
            params=[*options, *_query_options()],
            callback=self._ask,
            help=question.question or question.title,
            short_help=question.question,
            epilog=f"Example: yogakg query {question.name} {question.example}".rstrip() if question.title else None,
        )
        self.question = question

    def parse_args(self, context: click.Context, arguments: list[str]) -> list[str]:
        try:
            return super().parse_args(context, arguments)
        except click.NoSuchOption as error:
            raise QueryError(
                f"'{self.question.name}' has no option '{error.option_name}'. {self.question.usage()}"
            ) from None

    def _ask(self, store: str | None, form: str | None, sources: Sequence[str], **given: str | None) -> None:
        from yogakg.querying import query as ask

        parameters = self.question.fill({name.removeprefix("given_"): value for name, value in given.items()})
        with _open(store, read_only=True) as graph:
            graphs = graph.store.graphs(sources) if sources else None
            answer = ask(graph.store.graph, self.question, graphs=graphs, **parameters)
        _show(answer, form or ("turtle" if answer.kind == "graph" else "table"))


def _query_options() -> list[click.Option]:
    form = click.Option(
        ["--format", "form"],
        type=click.Choice(["table", "json", "csv", "turtle"]),
        help="Form of the answer: a table, or Turtle for triples, if not given.",
    )
    return [click.Option(["--store"], **_STORE), click.Option(["--sources"], **_SOURCES), form]


@cli.command(cls=_Queries, subcommand_metavar="NAME|FILE.rq|SPARQL [OPTIONS]")
def query() -> None:
    """Ask a question of the catalogue, or a SPARQL query in a file, in full, or from standard input (-)."""


@cli.command()
@_format("table", "json")
def queries(form: str) -> None:
    """List the questions of the catalogue."""
    from yogakg.questions import catalogue

    known = [catalogue()[name] for name in sorted(catalogue())]
    if form == "json":
        import json
        from dataclasses import asdict

        hidden = {"text", "notes", "merge", "empty"}
        listed = [{key: value for key, value in asdict(one).items() if key not in hidden} for one in known]
        click.echo(json.dumps(listed, ensure_ascii=False, indent=2))
        return
    rows = [(one.name, one.question, " ".join(map(_option, one.parameters))) for one in known]
    click.echo(_table(("query", "question", "options"), rows))


def _option(parameter: Any) -> str:
    return f"--{parameter.name}" if parameter.required else f"[--{parameter.name}]"


@cli.command()
@click.argument("name")
@_store
@_sources
@_format("text", "json")
def explain(name: str, store: str | None, sources: Sequence[str], form: str) -> None:
    """Show the facts about a pose, property or other thing, with the sentences behind them."""
    with _open(store, read_only=True) as graph:
        explanation = graph.explain(name, sources=sources or None)
    click.echo(explanation.to_json() if form == "json" else explanation.to_text(width=_width()))


@cli.command("graph")
@click.argument("name", metavar="POSE|REGION|CONDITION")
@_store
@click.option("--output", "-o", type=click.Path(dir_okay=False), help="Write to a file.")
def draw(name: str, store: str | None, output: str | None) -> None:
    """Draw a thing with all that stands around it, as SVG.

    For a pose: what comes before and after it, who should take care, and what it is said to do.
    """
    with _open(store, read_only=True) as graph:
        picture = graph.draw(name)
    if output in (None, "-"):
        click.echo(picture.svg, nl=False)
    else:
        picture.write(output)


@cli.command()
@click.argument("pose")
@click.option(
    "--condition",
    "-c",
    "conditions",
    multiple=True,
    required=True,
    help='Condition of the person: "recent knee injury", "pregnancy, third trimester". May be given several times.',
)
@click.option(
    "--substitutes", is_flag=True, help="Look for poses that work on the same, and that nothing speaks against."
)
@_store
@_format("text", "json")
def advise(pose: str, conditions: Sequence[str], substitutes: bool, store: str | None, form: str) -> None:
    """Show what is said of a pose to a person with conditions, the strictest of it first, and who says so.

    An answer is no finding: whatever it is, the exit code is 0, and 2 for a pose or condition that is not known.
    """
    with _open_to_look(store) as graph:
        advice = graph.advise(pose, *conditions)
        instead = graph.substitutes(pose, *conditions) if substitutes else ()
    if form == "json":
        import json
        from dataclasses import asdict

        found = {"substitutes": [asdict(one) for one in instead]} if substitutes else {}
        click.echo(json.dumps(asdict(advice) | found, ensure_ascii=False, indent=2))
        return
    click.echo(advice.to_text(width=_width()))
    if substitutes:
        _show_substitutes(instead, advice.label)


@cli.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True), metavar="FILE.yaml")
@_store
@_format("text", "json")
def plan(file: str, store: str | None, form: str) -> None:
    """Hold a plan of a class against what is known: order, sides, time, and who in the room needs a change.

    FILE lists poses in their order and students with their conditions; - reads standard input. An answer is no
    finding: the exit code is 0, and 2 for a plan that cannot be read or names what is not known.
    """
    from yogakg.planning import check_plan, read_plan

    with click.open_file(file, "rb") as opened:
        data = opened.read()
    with _open_to_look(store) as graph:
        read = read_plan(graph.store.graph, data, name=file)
        report = check_plan(graph.store.graph, read, text=graph.store.text)
    click.echo(report.to_json() if form == "json" else report.to_text(width=_width()))


@cli.command()
@click.option("--minutes", type=int, required=True, help="Length of the class, 10 to 180.")
@click.option("--level", type=click.Choice(("beginner", "intermediate", "advanced")), required=True)
@click.option(
    "--focus", required=True, help='Focus, movement of the spine or region: "hip opening", backbends, hamstrings.'
)
@click.option(
    "--condition", "-c", "conditions", multiple=True, help="Condition of somebody who comes. May be repeated."
)
@_store
@_format("text", "json")
def compose(minutes: int, level: Any, focus: str, conditions: Sequence[str], store: str | None, form: str) -> None:
    """Put a class together, as a plan that 'yogakg plan' reads, with a reason for each pose and warnings."""
    from yogakg.composing import compose_plan

    with _open_to_look(store) as graph:
        found = compose_plan(graph.store.graph, minutes=minutes, level=level, focus=focus, conditions=conditions)
    click.echo(found.to_json() if form == "json" else found.to_text())


def _show_substitutes(found: Sequence[Substitute], label: str) -> None:
    if not found:
        click.echo(f"\nNo loaded source tells of a pose that does what {label} does and that nothing speaks against.")
        return
    click.echo(
        f"\nPoses that do some of what {label} does, and that no source speaks against; silence is no permission:\n"
    )
    headings = ("pose", "in common", "what", "ask about")
    rows = [(one.label, f"{one.share:.0%}", ", ".join(one.shared), "; ".join(one.ask)) for one in found]
    click.echo(_table(headings, rows))


@cli.command()
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@click.option("--kind", "kinds", multiple=True, help="Only this kind of thing, such as pose or region.")
@_store
@_format("table", "json")
@click.pass_context
def resolve(context: click.Context, names: Sequence[str], kinds: Sequence[str], store: str | None, form: str) -> None:
    """Show what names mean: which pose, region, condition or other thing; exit with 1 if one is not clear."""
    from yogakg.finding import resolve as find
    from yogakg.namespaces import compress

    with _open_to_look(store) as graph:
        found = find(graph.store.graph, names, kinds)
    if form == "json":
        import json
        from dataclasses import asdict

        click.echo(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=2))
    else:
        rows = [
            (one.name, one.label or "(not clear)", compress(one.iri or ""), ", ".join(c.label for c in one.candidates))
            for one in found
        ]
        click.echo(_table(("name", "means", "IRI", "or perhaps"), rows))
    if not all(one.iri for one in found):
        context.exit(FINDINGS)


# The whole graph


@cli.command()
@_store
@_format("table", "json", "turtle")
@click.pass_context
def validate(context: click.Context, store: str | None, form: str) -> None:
    """Hold everything to the shapes and to the ontology; exit with 1 if something violates them."""
    with _open(store, read_only=True) as graph:
        report = graph.validate()
    headings = ("severity", "thing", "property", "value", "message", "shape", "source")
    if form == "turtle":
        click.echo(report.turtle(), nl=False)
    elif form == "json":
        import json

        findings = [dict(zip(headings, row, strict=True)) for row in report.rows()]
        click.echo(json.dumps({"conforms": report.conforms, "findings": findings}, ensure_ascii=False, indent=2))
    elif report.findings:
        click.echo(_table(headings, report.rows()))
    else:
        click.echo("Everything conforms to the shapes and the ontology.")
    if not report.conforms:
        context.exit(FINDINGS)


@cli.command()
@_store
@click.option(
    "--prove/--no-prove", default=True, show_default=True, help="Let HermiT prove everything consistent first."
)
def reason(store: str | None, prove: bool) -> None:
    """Prove ontology, vocabulary and sources consistent, and infer anew what follows."""
    from yogakg.namespaces import compress

    with _open(store) as graph:
        counts = graph.reason(prove=prove)
    if prove:
        click.echo("Consistent.")
    click.echo(_table(("graph", "inferred"), [(compress(name), str(count)) for name, count in counts.items()]))


@cli.command()
@_store
@_format(*_EXPORT_FORMATS)
@click.option("--pose", metavar="NAME", help="Only this pose, with all that hangs on it.")
@click.option("--sources", **(_SOURCES | {"default": ("loaded",), "show_default": True}))
@click.option("--inferred", is_flag=True, help="Add what follows.")
@click.option("--terms", is_flag=True, help="Add the ontology, the vocabulary, the register of poses and the mappings.")
@click.option("--output", "-o", type=click.Path(dir_okay=False), help="Write to a file.")
def export(
    store: str | None,
    form: Any,
    pose: str | None,
    sources: Sequence[str],
    inferred: bool,
    terms: bool,
    output: str | None,
) -> None:
    """Write what you loaded, or other sources, in a format of RDF; the same graph gives the same bytes."""
    with _open(store, read_only=True) as graph:
        text = graph.export(form, pose=pose, sources=sources, inferred=inferred, terms=terms)
    with click.open_file(output or "-", "wb") as file:
        file.write(text.encode())


@cli.command()
@_store
@_format("table", "json")
def info(store: str | None, form: str) -> None:
    """Show the versions, what is in the store, and how much of it is mapped to other ontologies."""
    from importlib.metadata import version

    from yogakg.summary import summarise

    with _open_to_look(store) as graph:
        found = summarise(graph.store)
        location = graph.store.location
    about = {
        "yogakg": version("yogakg"),
        "Python": sys.version.split()[0],
        "oxigraph": version("pyoxigraph"),
        "store": location,
    }
    if form == "json":
        import json

        click.echo(json.dumps(about | found.as_json(), ensure_ascii=False, indent=2))
    else:
        _show_summary(about, found)


def _show_summary(about: dict[str, str], found: Summary) -> None:
    from yogakg.summary import PRECISIONS

    poses = ", ".join(f"{count} in {language}" for language, count in found.poses_named.items())
    figures = {
        "sources": found.sources,
        "shipped of these": found.shipped,
        "claims": found.claims,
        "names not known": found.mentions,
        "unreviewed terms": found.unreviewed,
        "triples": found.triples,
        "inferred of these": found.inferred,
        "poses named": poses,
        "names of poses": ", ".join(f"{count} {end}" for end, count in found.pose_names.items()),
    }
    click.echo(_table(("", ""), [(name, str(value)) for name, value in (about | figures).items()]))
    names = {kind.name: str(kind.names) for kind in found.kinds}
    rows = []
    for one in found.coverage:
        kind = ("", "", "") if one.target else (one.kind, str(one.terms), names[one.kind])
        counts = (str(one.precisions[precision]) for precision in PRECISIONS)
        rows.append((*kind, one.target or "any", str(one.mapped), f"{one.share:.1%}", *counts))
    headings = ("kind", "terms", "names", "mapped to", "mapped", "share", *PRECISIONS)
    click.echo(f"\n{_table(headings, rows)}")
    click.echo(f"\n{_table(('graph', 'triples'), [(name, str(size)) for name, size in found.graphs.items()])}")


# Terms and other ontologies


@cli.command()
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option(
    "--fail-on",
    "bar",
    type=click.Choice(["error", "warn", "info"]),
    default="error",
    show_default=True,
    help="Exit with 1 if something is as bad as this or worse.",
)
@_format("table", "json")
@click.pass_context
def check(context: click.Context, files: Sequence[str], bar: Any, form: str) -> None:
    """Hold the terms of the package to the rules of style, or vocabularies of your own together with them."""
    from yogakg.checking import at_least, check_terms

    findings = check_terms(*map(Path, files))
    failing = at_least(findings, bar)
    if form == "json":
        import json

        listed = [finding.as_json() for finding in findings]
        click.echo(json.dumps({"passes": not failing, "findings": listed}, ensure_ascii=False, indent=2))
    else:
        _show_findings(findings, at_least(findings, "info" if bar == "info" else "warn"))
    if failing:
        context.exit(FINDINGS)


def _show_findings(findings: Sequence[CheckFinding], shown: Sequence[CheckFinding]) -> None:
    """Print what must or should be mended, and only count the rest."""
    if shown:
        headings = ("severity", "check", "thing", "property", "value", "file")
        click.echo(_table(headings, [finding.row()[:-1] for finding in shown]) + "\n")
        for line in dict.fromkeys(f"{finding.check}: {finding.title}. {finding.solution}" for finding in shown):
            click.echo(line)
    else:
        click.echo("All terms keep to the rules.")
    if len(findings) > len(shown):
        click.echo(f"{len(findings) - len(shown)} remarks are not shown; '--fail-on info' shows them.", err=True)


@cli.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--name", help="Name to unlink it by. By default that of the file.")
@_store
def link(file: Path, name: str | None, store: str | None) -> None:
    """Put another ontology, or mappings to one (.sssom.tsv), beside the graph for queries to join."""
    from yogakg.alignment import link as link_file
    from yogakg.namespaces import compress

    with _open(store) as graph:
        linked = link_file(graph.store, file, name=name)
    click.echo(
        f"Linked as {compress(linked.graph)}: {linked.triples} triples, {linked.terms} terms, "
        f"{linked.mapped} of them mapped."
    )


@cli.command()
@click.argument("name")
@_store
def unlink(name: str, store: str | None) -> None:
    """Remove a linked ontology or mapping file."""
    from yogakg.alignment import unlink as unlink_name

    with _open(store) as graph:
        if not unlink_name(graph.store, name):
            raise YogaError(f"Nothing is linked by the name '{name}'. 'yogakg info' lists the graphs that are.")
    click.echo(f"Unlinked '{name}'.")


# What commands share


def _open(store: str | None, *, read_only: bool = False) -> KnowledgeGraph:
    """Open a store. Where none is, the usual one is made, to answer from what comes with the package."""
    from yogakg import KnowledgeGraph
    from yogakg.errors import StoreError

    try:
        return KnowledgeGraph(store, read_only=read_only)
    except StoreError as error:
        named = click.get_current_context().get_parameter_source("store") is click.core.ParameterSource.COMMANDLINE
        if named or "there is no store" not in error.problem:
            raise
    KnowledgeGraph(store).close()
    return KnowledgeGraph(store, read_only=True)


def _open_to_look(store: str | None) -> KnowledgeGraph:
    """Open a store for reading; before anything was loaded, what comes with the package is all there is."""
    from yogakg import KnowledgeGraph
    from yogakg.errors import StoreError

    try:
        return KnowledgeGraph(store, read_only=True)
    except StoreError as error:
        if "there is no store" not in error.problem:
            raise
        return KnowledgeGraph(":memory:")


def _width() -> int | None:
    """Return the width of the terminal, or None if the output goes elsewhere."""
    import shutil

    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def _table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    from yogakg.tables import table

    return table(headings, rows, width=_width())


def _show(answer: Rows, form: str) -> None:
    """Print an answer; with data for a program, the notes for people go to standard error."""
    if form == "table" and answer.kind == "ask":
        click.echo("yes" if answer else "no")
    elif form == "table" and not answer and not answer.notes:
        click.echo("Nothing in the store answers this.")
    elif form == "table":
        if answer:
            click.echo(answer.to_table(width=_width()))
        for note in answer.notes:
            click.echo(("\n" if answer else "") + note)
    else:
        written = {"json": answer.to_json, "csv": answer.to_csv, "turtle": answer.to_turtle}[form]()
        click.echo(written, nl=form == "json")
        for note in answer.notes:
            click.echo(note, err=True)


def _code(errors: Iterable[Exception]) -> int:
    return FINDINGS if all(isinstance(error, ValidationError) for error in errors) else WRONG_USE


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command, and end with a sentence and an exit code where something is wrong."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a name in Devanagari must not end a command on an old terminal
            stream.reconfigure(errors="replace")
    sys.exit(_run(arguments))


def _run(arguments: Sequence[str] | None) -> int:
    import os

    try:
        code = cli.main(arguments, prog_name="yogakg", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        # What Python still holds for standard output goes nowhere, or it would complain at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except YogaError as error:
        click.echo(f"Error: {error}", err=True)
        return _code([error])
    except OSError as error:
        name = f"{error.filename}: " if error.filename else ""
        click.echo(f"Error: {name}{error.strerror or error}. Check that it is there and that you may use it.", err=True)
        return WRONG_USE
    return code if isinstance(code, int) else 0
