"""The command line: what it prints, and how it ends when something is wrong."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox
import pytest

from yogakg import KnowledgeGraph, pipeline
from yogakg.cli import cli, main
from yogakg.questions import catalogue

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
ARTICLE = EXAMPLES / "head-to-knee-pose.txt"
QUESTION = ("follow-ups", "--region=hamstrings", "--sources", "loaded")
YOGAKG = Path(sys.executable).with_name("yogakg")


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store with one article, which no test changes."""
    place = tmp_path_factory.mktemp("cli") / "store"
    with KnowledgeGraph(place) as graph:
        graph.load(ARTICLE)
    return place


@pytest.fixture
def own(store: Path, tmp_path: Path) -> Path:
    """Return a copy of the store that a test may change."""
    return shutil.copytree(store, tmp_path / "own")


@pytest.fixture
def run(store: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Run a command in this process, on the store with one article unless another is named."""
    monkeypatch.setenv("YOGAKG_STORE", str(store))

    def call(*arguments: str | Path) -> Done:
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        captured = capfd.readouterr()
        return Done(int(ended.value.code or 0), captured.out, captured.err)

    return call


def is_one_clear_error(done: Done, *parts: str, code: int = 2) -> None:
    assert done.code == code, done
    assert "Traceback" not in done.err
    assert done.err.startswith("Error: ")
    assert done.err.count("Error: ") == 1
    for part in parts:
        assert part in done.err, done.err


# Help


def test_help_lists_the_commands(run: Run) -> None:
    done = run("--help")

    wanted = [
        "load",
        "unload",
        "sources",
        "extract",
        "explain",
        "validate",
        "reason",
        "query",
        "queries",
        "export",
        "resolve",
        "info",
    ]
    assert done.code == 0
    assert [name for name in wanted if not re.search(rf"^  {name} ", done.out, re.MULTILINE)] == []


@pytest.mark.parametrize("command", sorted(cli.commands))
def test_each_command_has_help(run: Run, command: str) -> None:
    done = run(command, "--help")

    assert done.code == 0
    assert done.out.startswith(f"Usage: yogakg {command}")


def test_help_imports_nothing_heavy() -> None:
    script = "import sys, yogakg.cli; print(' '.join(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()

    heavy = {"rdflib", "pyoxigraph", "pyshacl", "owlready2", "pandas", "trafilatura", "rich", "pyld"}
    assert heavy.isdisjoint(loaded)


def test_load_counts_what_it_found(run: Run, tmp_path: Path) -> None:
    done = run("load", ARTICLE, "--store", tmp_path / "s")

    assert done.code == 0
    heading, row = done.out.splitlines()[:2]
    assert "claims" in heading
    assert re.search(r"added +\d\d +", row)
    assert "Sentences that gave no claim:" in done.out
    assert done.err == ""


def test_load_again_changes_nothing(run: Run, own: Path) -> None:
    before = run("export", "--store", own).out

    assert "unchanged" in run("load", ARTICLE, "--store", own).out
    assert run("export", "--store", own).out == before


def test_load_tells_programs_too(run: Run, own: Path) -> None:
    found = json.loads(run("load", ARTICLE, "--store", own, "--format", "json").out)

    assert found["sources"][0]["action"] == "unchanged"
    assert found["failures"] == []


def test_names_the_vocabulary_lacks_are_listed(run: Run, own: Path, tmp_path: Path) -> None:
    article = tmp_path / "odd.txt"
    article.write_text(
        "Tree Pose (Vrksasana)\n\nBenefits\n\n- Stretches the groins.\n\nContraindications\n\n"
        "- Asthma\n- Quendrilitis\n",
        encoding="utf-8",
    )

    done = run("load", article, "--store", own)

    assert done.code == 0
    assert "Quendrilitis (contraindications)" in done.out


def test_one_bad_document_does_not_stop_the_others(run: Run, own: Path, tmp_path: Path) -> None:
    done = run("load", tmp_path / "nowhere.txt", EXAMPLES / "cobra-pose.md", "--store", own)

    is_one_clear_error(done, "nowhere.txt", "no such file")
    assert "added" in done.out


def test_many_documents_are_summed_up(run: Run, own: Path, tmp_path: Path) -> None:
    shutil.copy(ARTICLE, tmp_path / "copy.txt")
    (tmp_path / "empty.txt").write_text("")

    done = run("load", ARTICLE, EXAMPLES / "cobra-pose.md", tmp_path, "--store", own)

    assert done.code == 2
    assert re.search(r"^1 unchanged, 1 added, 1 copied, 1 not loaded; \d+ claims\.$", done.out, re.MULTILINE)
    assert re.search(r"copy\.txt +copy of head-to-knee-pose\.txt ", done.out)


def test_list_of_documents_is_read_from_a_file_and_from_standard_input(
    run: Run, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = f"{ARTICLE}\r\n\n{EXAMPLES / 'cobra-pose.md'}\n"
    (tmp_path / "names").write_text(listed, encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", io.StringIO(listed))

    first = run("load", "--files-from", tmp_path / "names", "--store", own)
    second = run("load", "--files-from", "-", "--store", own)

    assert "1 unchanged, 1 added" in first.out
    assert "2 unchanged" in second.out


def test_list_of_nothing_is_wrong_use(run: Run, tmp_path: Path) -> None:
    (tmp_path / "names").write_text("\n", encoding="utf-8")

    assert "There is nothing to load" in run("load", "--files-from", tmp_path / "names").err
    is_one_clear_error(run("load", "--files-from", tmp_path / "none"), "none", "No such file")


def test_broken_off_load_says_how_far_it_came(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(data: bytes, document: str) -> Iterator[object]:
        if document.endswith("cobra-pose.md"):
            raise KeyboardInterrupt
        return read(data, document)

    read = pipeline._read
    monkeypatch.setattr(pipeline, "_read", interrupt)
    done = run("load", ARTICLE, EXAMPLES / "cobra-pose.md", "--store", tmp_path / "s")
    monkeypatch.undo()

    assert (done.code, done.out) == (130, "")
    assert done.err.strip() == "Interrupted: 1 of 2 documents are done. Load them again to go on."
    again = run("load", ARTICLE, EXAMPLES / "cobra-pose.md", "--store", tmp_path / "s")
    assert "1 unchanged, 1 added" in again.out


def test_sources_are_listed(run: Run) -> None:
    done = run("sources")

    assert "head-to-knee-pose.txt" in done.out
    assert json.loads(run("sources", "--format", "json").out)[0]["file_name"] == "head-to-knee-pose.txt"


def test_source_is_unloaded_by_its_file_name(run: Run, own: Path) -> None:
    done = run("unload", "head-to-knee-pose.txt", "--store", own)

    assert done.code == 0
    assert done.out.startswith("Removed 'Head-to-Knee Pose")
    assert run("export", "--store", own).out.strip() == ""
    is_one_clear_error(run("unload", "head-to-knee-pose.txt", "--store", own), "is not known")


# Extract


def test_extract_prints_what_the_scorer_reads(run: Run) -> None:
    lines = run("extract", ARTICLE, EXAMPLES / "cobra-pose.md", "--format", "jsonl").out.splitlines()

    assert [json.loads(line)["file"] for line in lines] == ["head-to-knee-pose.txt", "cobra-pose.md"]
    assert {"p", "o", "q", "start", "end"} <= json.loads(lines[0])["facts"][0].keys()


def test_extract_prints_turtle_that_is_the_same_tomorrow(run: Run) -> None:
    done = run("extract", ARTICLE, "--format", "turtle")

    assert len(list(ox.parse(done.out, format=ox.RdfFormat.TURTLE))) > 200
    assert "dateLoaded" not in done.out


def test_extract_prints_a_table(run: Run) -> None:
    assert re.search(r"Head-to-Knee Pose +stretches +hamstrings ", run("extract", ARTICLE).out)


# Query


def test_readme_query_answers(run: Run) -> None:
    done = run("query", "follow-ups", "--region", "hamstrings", "--sources", "loaded")

    assert done.code == 0
    assert [line.split("  ")[0] for line in done.out.splitlines()[1:]] == ["Head-to-Knee Pose"] * 3
    assert "Cat–Cow" in done.out


def test_query_answers_as_json_and_csv(run: Run) -> None:
    found = json.loads(run("query", *QUESTION, "--format", "json").out)
    lines = list(csv.reader(io.StringIO(run("query", *QUESTION, "--format", "csv").out)))

    assert len(found["results"]["bindings"]) == 3
    assert lines[0][:2] == ["pose", "poseLabel"]
    assert len(lines) == 4


@pytest.mark.parametrize(("said", "kind"), [("forward fold", "forward bend pose"), ("Twists", "twist pose")])
def test_kind_of_pose_has_the_names_of_what_defines_it(run: Run, said: str, kind: str) -> None:
    done = run("query", "poses", "--kind", said, "--format", "csv")

    assert done.out == run("query", "poses", "--kind", kind, "--format", "csv").out
    assert len(done.out.splitlines()) > 10


def test_notes_stay_out_of_data(run: Run) -> None:
    done = run("query", "avoid-for", "--condition", "sciatica", "--format", "csv")

    assert "does not mean it is safe" in done.err
    assert "safe" not in done.out


def test_empty_answer_says_what_it_means(run: Run) -> None:
    done = run("query", "avoid-for", "--condition", "migraine", "--sources", "loaded")

    assert done.code == 0
    assert done.out == "No loaded source speaks of this condition; that does not mean that any pose is safe for it.\n"


def test_free_query_is_asked(run: Run) -> None:
    done = run("query", "SELECT ?region { pose:janu-sirsasana yoga:opens ?region }")

    assert done.out.splitlines() == ["region", "region:hip"]


def test_free_query_without_answer_says_so(run: Run) -> None:
    assert "Nothing in the store answers this." in run("query", "SELECT ?x { ?x yoga:opens yoga:Pose }").out


def test_query_is_read_from_a_file_and_from_standard_input(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "ASK { pose:janu-sirsasana yoga:stretches region:hamstrings }"
    (tmp_path / "mine.rq").write_text(text, encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))

    assert run("query", tmp_path / "mine.rq").out == "yes\n"
    assert run("query", "-").out == "yes\n"


def test_triples_are_printed_as_turtle(run: Run) -> None:
    done = run("query", "CONSTRUCT { ?s yoga:stretches ?o } WHERE { ?s yoga:stretches ?o }")

    assert "pose:janu-sirsasana yoga:stretches" in done.out


def test_help_of_a_question_lists_its_parameters(run: Run) -> None:
    done = run("query", "works-on", "--help")

    assert "Which poses stretch, strengthen, compress or mobilise a region?" in done.out
    assert "--region REGION" in done.out
    assert "Example: yogakg query works-on --region leg" in done.out


@pytest.mark.parametrize("name", sorted(catalogue()))
def test_example_of_each_question_runs(run: Run, name: str) -> None:
    import shlex

    done = run("query", name, *shlex.split(catalogue()[name].example))

    assert done.code == 0, done.err
    assert done.out.strip()


def test_queries_are_listed(run: Run) -> None:
    done = run("queries")

    assert [line.split()[0] for line in done.out.splitlines()[1:]] == sorted(catalogue())
    listed = json.loads(run("queries", "--format", "json").out)
    assert next(one for one in listed if one["name"] == "avoid-for")["parameters"][0]["required"] is True


@pytest.mark.parametrize(
    ("arguments", "parts"),
    [
        (["query", "folow-ups"], ["There is no query 'folow-ups'. Did you mean follow-ups or flow?"]),
        (["query", "follow-ups"], ["needs the parameter 'region'", "Its parameters are: region"]),
        (["query", "follow-ups", "--regio", "x"], ["has no option '--regio'", "Its parameters are: region"]),
        (["query", "follow-ups", "--region", "hamstrungs"], ["'hamstrungs' is not known. Did you mean", "hamstrings"]),
        (["query", "follow-ups", "--region", "x> } DROP"], ["is not known"]),
        (["query", "similar", "--pose", "Cobra", "--least", "few"], ["'few' is not a whole number"]),
        (["query", "contraindications", "--pose", "warrior"], ["may mean Warrior I or Warrior II or Warrior III"]),
        (["query", "SELECT * WHERE { ?s ?p }"], ["SPARQL syntax error in line 1", "^"]),
        (["query", "nowhere.rq"], ["nowhere.rq", "No such file"]),
        (["query", "SELECT * { SERVICE <http://x/> { ?s ?p ?o } }"], ["SERVICE", "refused"]),
        (["query", "DROP ALL"], ["would change the store"]),
        (["query", "SELECT * { ?s ?p ?o } LIMIT 1", "--format", "turtle"], ["Only CONSTRUCT and DESCRIBE"]),
        (["explain", "hamstrungs"], ["Did you mean", "hamstrings"]),
        (["export", "--pose", "nothing like it"], ["is not known"]),
        (["export", "--sources", "nothing like it"], ["is not known"]),
        (["export", "--output", "/nowhere/at/all.ttl"], ["/nowhere/at/all.ttl", "No such file"]),
        (["extract", "nowhere.txt"], ["nowhere.txt"]),
        (["load", "nowhere.txt"], ["nowhere.txt", "no such file"]),
    ],
)
def test_wrong_use_gets_one_sentence(
    run: Run, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], parts: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)

    is_one_clear_error(run(*arguments), *parts)


@pytest.mark.parametrize(
    "arguments", [["quary"], ["query", "follow-ups", "--format", "xml"], ["load"], ["export", "--bogus"], ["explain"]]
)
def test_wrong_words_are_wrong_use(run: Run, arguments: list[str]) -> None:
    done = run(*arguments)

    assert done.code == 2
    assert "Error: " in done.err
    assert "Traceback" not in done.err


# Bad documents and stores


TURTLE = """
PREFIX pose: <https://w3id.org/yogakg/pose/>
PREFIX yoga: <https://w3id.org/yogakg/ontology#>
"""


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("blank.txt", b" \n\n \n"),
        ("binary.txt", bytes(range(256)) * 40),
        ("encoding.txt", "Pose de l'arbre".encode("utf-16-le") + b"\xff\xfe\x00\xd8\x00"),
        ("no-pose.txt", b"The weather was fine.\n\nWe went to the lake and ate bread.\n"),
        ("broken.ttl", b"@prefix x: <http://x/> . x:a x:b "),
        ("nothing.ttl", b""),
        ("outside.rdf", b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>'),
        ("remote.jsonld", b'{"@context": "http://127.0.0.1:9/context.jsonld", "@id": "x", "a": "b"}'),
    ],
)
def test_bad_document_gets_one_sentence_and_nothing_is_lost(
    run: Run, own: Path, tmp_path: Path, name: str, content: bytes
) -> None:
    document = tmp_path / name
    document.write_bytes(content)
    before = run("export", "--store", own).out

    done = run("load", document, "--store", own)

    is_one_clear_error(done, name)
    assert len(done.err.splitlines()) == 1
    assert run("export", "--store", own).out == before


def test_document_that_is_too_large_is_refused_at_once(run: Run, own: Path, tmp_path: Path) -> None:
    document = tmp_path / "huge.txt"
    with document.open("wb") as file:
        file.truncate(50 * 1024 * 1024)

    is_one_clear_error(run("load", document, "--store", own), "huge.txt", "too large", "MB")
    is_one_clear_error(run("extract", document), "huge.txt", "too large")


def test_folder_without_documents_is_named(run: Run, own: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    is_one_clear_error(run("load", tmp_path / "empty", "--store", own), "no document in this folder")
    is_one_clear_error(run("extract", tmp_path / "empty"), "empty", "directory")


def test_source_that_breaks_a_shape_is_reported_and_exits_with_1(run: Run, own: Path, tmp_path: Path) -> None:
    document = tmp_path / "wrong.ttl"
    document.write_text(
        TURTLE + "<https://w3id.org/yogakg/source/wrong-1> a yoga:Source . pose:x a yoga:Pose .", encoding="utf-8"
    )

    done = run("load", document, "--store", own)

    is_one_clear_error(done, "wrong.ttl", "violation of the shapes", "nothing of it was loaded", code=1)
    assert "wrong-1" not in run("export", "--store", own).out


def test_store_that_is_none_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")

    is_one_clear_error(run("load", ARTICLE, "--store", tmp_path), "is not a store")
    is_one_clear_error(run("load", ARTICLE, "--store", tmp_path / "notes.txt"), "a store is a folder")
    is_one_clear_error(run("query", "mentions", "--store", tmp_path / "new"), "there is no store", "yogakg load FILE")
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_locked_store_is_named_and_can_be_read(run: Run, own: Path) -> None:
    script = f"from yogakg.store import Store; s = Store.open({str(own)!r}); print('open', flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"

        is_one_clear_error(run("load", EXAMPLES / "cobra-pose.md", "--store", own), "another process")
        assert run("query", "follow-ups", "--region", "hamstrings", "--store", own).code == 0
        other.communicate("\n")


# Explain, resolve, validate, export, info


@pytest.mark.parametrize("name", ["Janu Sirsasana", "hamstrings", "stretches"])
def test_explain_shows_the_sentence(run: Run, name: str) -> None:
    done = run("explain", name)

    assert done.code == 0
    assert "“Stretches the groins, the calves and the hamstrings of each leg.”" in done.out
    assert "rule " in done.out


def test_explain_tells_programs_too(run: Run) -> None:
    assert json.loads(run("explain", "hamstrings", "--format", "json").out)["iri"].endswith("region/hamstrings")


def test_resolve_works_before_anything_is_loaded(run: Run, tmp_path: Path) -> None:
    done = run("resolve", "Janushirasana", "knee cap", "--store", tmp_path / "none")

    assert "pose:janu-sirsasana" in done.out
    assert not (tmp_path / "none").exists()


def test_resolve_shows_candidates_and_exits_with_1_for_what_is_unknown(run: Run) -> None:
    done = run("resolve", "warrior", "quendril")

    assert done.code == 1
    assert "Warrior I, Warrior II, Warrior III" in done.out
    assert re.search(r"^quendril +\(not clear\)", done.out, re.MULTILINE)


def test_validate_is_content(run: Run) -> None:
    done = run("validate")

    assert done.code == 0, done.out
    assert done.out == "Everything conforms to the shapes and the ontology.\n"


def test_validate_exits_with_1_on_a_violation(run: Run, own: Path) -> None:
    with KnowledgeGraph(own) as graph:
        iri = "https://w3id.org/yogakg/source/wrong-1"
        kind = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
        source = ox.Triple(ox.NamedNode(iri), kind, ox.NamedNode("https://w3id.org/yogakg/ontology#Source"))
        graph.store.replace(iri, [source], [])

    done = run("validate", "--store", own)

    assert done.code == 1
    assert "violation" in done.out
    assert "source:wrong-1" in done.out
    assert json.loads(run("validate", "--store", own, "--format", "json").out)["conforms"] is False
    assert "sh:conforms false" in run("validate", "--store", own, "--format", "turtle").out


@pytest.mark.parametrize("form", ["turtle", "trig", "nquads", "rdfxml", "jsonld"])
def test_export_writes_each_format(run: Run, tmp_path: Path, form: str) -> None:
    file = tmp_path / "out"

    done = run("export", "--format", form, "--pose", "Janu Sirsasana", "--output", file)

    assert done.code == 0
    assert done.out == ""
    assert file.read_text(encoding="utf-8") == run("export", "--format", form, "--pose", "Janu Sirsasana").out


def test_export_of_one_source(run: Run) -> None:
    assert run("export", "--sources", "head-to-knee-pose.txt").out == run("export").out


def test_info_counts(run: Run) -> None:
    found = json.loads(run("info", "--format", "json").out)

    assert found["sources"] - found["shipped"] == 1
    assert found["claims"] > 50


# As whole processes


def test_table_is_plain_when_piped(store: Path) -> None:
    done = process(store, "query", "follow-ups", "--region", "hamstrings")

    assert "─" not in done.stdout
    assert "\x1b" not in done.stdout


def test_reader_that_stops_reading_is_no_error(store: Path) -> None:
    command = f"'{YOGAKG}' export --terms --inferred | head -c 10; echo; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", command],
        env={**os.environ, "YOGAKG_STORE": str(store)},
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stderr == ""
    assert done.stdout.splitlines()[-1] in ("0", "141")


def test_old_terminal_gets_question_marks_and_no_traceback(store: Path) -> None:
    done = process(store, "query", "names", "--pose", "Janu Sirsasana", PYTHONIOENCODING="latin-1", PYTHONUTF8="0")

    assert done.returncode == 0
    assert done.stderr == ""


def process(store: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "YOGAKG_STORE": str(store), **variables}
    return subprocess.run(
        [YOGAKG, *arguments],
        env=environment,
        capture_output=True,
        check=False,
        encoding=variables.get("PYTHONIOENCODING", "utf-8"),
    )
