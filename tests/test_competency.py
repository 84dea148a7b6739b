"""The questions of the catalogue: what they answer, and that every engine answers them alike."""

from __future__ import annotations

import csv
import re
import shlex
from collections.abc import Callable, Iterable
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from yogakg.answers import Row, Rows, display_value
from yogakg.namespaces import POSES_GRAPH, PREFIXES, RISKS_GRAPH, YOGA
from yogakg.querying import ask, parameter_term, query
from yogakg.questions import catalogue
from yogakg.store import Store

DATA = Path(__file__).parent / "data" / "queries"
ARTICLE = PREFIXES["source"] + "janu-1a2b3c4d"
NAMES = sorted(path.stem for path in (Path(__file__).parents[1] / "queries" / "competency").glob("*.rq"))
# rdflib deprecates parts of its own interface that it uses itself.
pytestmark = pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning")


@pytest.fixture(scope="module")
def graph(small_graph: Callable[..., ox.Store]) -> ox.Store:
    return small_graph("janu", "notes")


@pytest.fixture(scope="module")
def article(small_graph: Callable[..., ox.Store]) -> ox.Store:
    return small_graph("janu")


@pytest.fixture(scope="module")
def datasets(graph: ox.Store) -> dict[str, rdflib.Dataset]:
    """Return the same graphs in rdflib's own store, and in oxigraph under rdflib's interface."""
    data = (ox.serialize(graph, format=ox.RdfFormat.N_QUADS) or b"").decode()
    found = {"memory": rdflib.Dataset(default_union=True), "oxigraph": rdflib.Dataset("Oxigraph", default_union=True)}
    for dataset in found.values():
        dataset.parse(data=data, format="nquads")
    return found


def parameters(name: str) -> dict[str, str]:
    """Return the parameters of the expected answer of a question: the first line of its file."""
    head = (DATA / "expected" / f"{name}.tsv").read_text(encoding="utf-8").partition("\n")[0]
    return options(head.removeprefix("#"))


def options(text: str) -> dict[str, str]:
    words = shlex.split(text)
    return dict(zip((word.removeprefix("--") for word in words[::2]), words[1::2], strict=True))


def plain(rows: Rows) -> list[list[str]]:
    return [[display_value(term) for term in terms] for terms in rows.terms]


def labels(rows: Iterable[Row], *columns: str) -> list[tuple[object, ...]]:
    return [tuple(row[column] for column in columns) for row in rows]


# Every question


@pytest.mark.parametrize("name", NAMES)
def test_answer_is_the_expected_one(graph: ox.Store, name: str) -> None:
    with (DATA / "expected" / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        next(file)
        columns, *rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)

    answer = query(graph, name, **parameters(name))

    assert list(answer.columns) == columns
    assert plain(answer) == rows
    assert rows, "an answer without rows would be right for a query that finds nothing"


@pytest.mark.parametrize("store", ["memory", "oxigraph"])
@pytest.mark.parametrize("name", NAMES)
def test_rdflib_gives_the_same_answer(
    graph: ox.Store, datasets: dict[str, rdflib.Dataset], name: str, store: str
) -> None:
    question = catalogue()[name]
    given = question.fill(parameters(name))
    bound = question.bind({key: parameter_term(graph, question.parameter(key), value) for key, value in given.items()})

    ours = [[str(ox_text(term)) for term in terms] for terms in ask(graph, bound).terms]
    theirs = [["" if term is None else str(term) for term in row] for row in datasets[store].query(bound)]

    assert theirs == ours


def ox_text(term: object) -> str:
    return "" if term is None else str(getattr(term, "value", term))


@pytest.mark.parametrize("name", NAMES)
def test_query_is_one_without_our_tool(graph: ox.Store, name: str) -> None:
    """Its parameters left open and its prefixes declared, any SPARQL service can run it."""
    answer = graph.query(catalogue()[name].text, use_default_graph_as_union=True)

    assert isinstance(answer, ox.QuerySolutions)


@pytest.mark.parametrize("name", NAMES)
def test_head_says_what_is_asked(name: str) -> None:
    question = catalogue()[name]

    assert question.title[0].isupper()
    assert not question.title.endswith(".")
    assert question.question.endswith("?")
    assert question.keywords
    assert all(parameter.description for parameter in question.parameters)


@pytest.mark.parametrize("name", NAMES)
def test_example_in_the_head_fits_the_parameters(name: str) -> None:
    question = catalogue()[name]

    assert question.fill(options(question.example)) is not None


@pytest.mark.parametrize("name", NAMES)
def test_rows_say_who_says_so_and_whether_it_was_said(graph: ox.Store, name: str) -> None:
    answer = query(graph, name, **parameters(name))

    assert "status" in answer.columns
    assert {row.status for row in answer} <= {"stated", "inferred", "not claimed"}
    if name not in ("facts-of-a-source", "agreement"):  # of which the one names the source, the other counts them
        sources = (PREFIXES["source"], PREFIXES["publication"], POSES_GRAPH, RISKS_GRAPH)
        # What only follows for similar poses is counted, and its sources are not told one by one.
        rows = [row for row in answer if name != "similar" or row.status == "stated"]
        assert all(row.source.startswith(sources) for row in rows)


@pytest.mark.parametrize("name", NAMES)
def test_query_walks_no_path(name: str) -> None:
    """Closures are materialised; a path would walk them again for every row."""
    code = re.sub(r"<[^>]*>|\"[^\"]*\"|#.*", "", catalogue()[name].text)

    assert not re.search(r"\w+:\w+\s*[*+]", code)


def test_catalogue_has_the_questions_people_ask() -> None:
    wanted = {
        "follow-ups", "preparation", "progressions", "counterposes", "contraindications", "avoid-for", "works-on",
        "relief", "steps", "modifications", "names", "sources", "benefits", "poses", "similar", "facts-of-a-source",
    }  # fmt: skip

    assert wanted <= set(NAMES)


# Single questions


def test_two_practices_follow_the_pose_of_the_article(article: ox.Store) -> None:
    answer = query(article, "follow-ups", region="hamstrings")

    assert labels(answer, "poseLabel", "followUpLabel", "status") == [
        ("Head-to-Knee Pose", "Cat–Cow", "stated"),
        ("Head-to-Knee Pose", "Reclined Bound Angle Pose", "stated"),
    ]
    assert {row.source for row in answer} == {ARTICLE}


def test_follow_ups_of_a_whole_come_from_its_parts(article: ox.Store) -> None:
    answer = query(article, "follow-ups", region="leg")

    assert labels(answer, "followUpLabel", "stretch") == [
        ("Cat–Cow", "inferred"),
        ("Reclined Bound Angle Pose", "inferred"),
    ]


def test_follow_ups_of_a_part_do_not_come_from_the_whole(graph: ox.Store) -> None:
    """A pose that stretches the back of the thigh is not said to stretch the hamstrings."""
    assert {row.poseLabel for row in query(graph, "works-on", region="hamstrings")} == {"Head-to-Knee Pose"}


def test_advice_for_a_broader_condition_counts_for_the_narrower(graph: ox.Store) -> None:
    rows = [row for row in query(graph, "avoid-for", condition="asthma") if row.basis == "broader condition"]

    assert labels(rows, "poseLabel", "adviceLabel", "claimedForLabel", "status") == [
        ("Head-to-Knee Pose", "caution", "respiratory condition", "inferred")
    ]


def test_advice_for_a_narrower_condition_never_bars_the_broader(graph: ox.Store) -> None:
    rows = [row for row in query(graph, "avoid-for", condition="respiratory condition") if row.status == "not claimed"]

    assert labels(rows, "poseLabel", "advice", "adviceLabel", "basis") == [
        ("Head-to-Knee Pose", None, "only for asthma: avoid", "narrower condition named"),
        ("Seated Forward Bend", None, "only for exercise induced asthma: avoid", "narrower condition named"),
    ]


def test_what_is_claimed_for_a_narrower_condition_comes_last(graph: ox.Store) -> None:
    statuses = [row.status for row in query(graph, "avoid-for", condition="asthma")]

    assert statuses == ["stated", "inferred", "not claimed"]


@pytest.mark.parametrize("condition", ["injury", "knee injury", "migraine", "pregnancy", "slipped disc"])
def test_what_bars_is_what_the_rules_derive(graph: ox.Store, condition: str) -> None:
    """The rows that give advice are those of the materialised shortcuts, no more and no less."""
    answer = query(graph, "avoid-for", condition=condition)
    ours = {(row.pose, row.advice.removeprefix(YOGA)) for row in answer if row.advice}

    shortcuts = {"avoidedFor": "Avoid", "modifiedFor": "Modify", "cautionedFor": "Caution"}
    term = parameter_term(graph, catalogue()["avoid-for"].parameter("condition"), condition)
    derived = {
        (quad.subject.value, advice)
        for relation, advice in shortcuts.items()
        for quad in graph.quads_for_pattern(None, ox.NamedNode(YOGA + relation), term)
    }

    assert ours == derived


@pytest.mark.parametrize(
    ("name", "given"), [("avoid-for", {"condition": "migraine"}), ("contraindications", {"pose": "Staff Pose"})]
)
def test_silence_is_not_called_safe(graph: ox.Store, name: str, given: dict[str, str]) -> None:
    answer = query(graph, name, **given)

    assert not answer
    assert "No loaded source" in answer.notes[0]
    assert "does not mean" in answer.notes[0]


@pytest.mark.parametrize(
    ("name", "given"), [("avoid-for", {"condition": "asthma"}), ("contraindications", {"pose": "Head-to-Knee Pose"})]
)
def test_what_is_not_listed_is_not_called_safe(graph: ox.Store, name: str, given: dict[str, str]) -> None:
    assert any("does not mean" in note for note in query(graph, name, **given).notes)


def test_poses_named_for_a_condition_can_be_left_out(graph: ox.Store) -> None:
    answer = query(graph, "works-on", region="leg", without="asthma")

    assert {row.poseLabel for row in answer} == {"Seated Forward Bend"}
    assert "does not mean it is safe" in answer.notes[0]


def test_pose_is_left_out_for_a_broader_condition_too(graph: ox.Store) -> None:
    answer = query(graph, "works-on", region="leg", without="exercise-induced asthma")

    assert not answer


@pytest.mark.parametrize("region", ["leg", "back of the thigh", "spine", "chest", "abdomen", "calf"])
def test_poses_that_work_on_a_region_are_those_of_the_graph(graph: ox.Store, region: str) -> None:
    answer = query(graph, "works-on", region=region)

    term = parameter_term(graph, catalogue()["works-on"].parameter("region"), region)
    relations = ("stretches", "strengthens", "compresses", "mobilises")
    expected = {
        (quad.subject.value, relation)
        for relation in relations
        for quad in graph.quads_for_pattern(None, ox.NamedNode(YOGA + relation), term)
    }

    assert expected
    assert {(row.pose, row.relation.removeprefix(YOGA)) for row in answer} == expected


def test_one_kind_of_work_is_chosen(graph: ox.Store) -> None:
    answer = query(graph, "works-on", region="lower back", relation="strengthens")

    assert labels(answer, "poseLabel", "relationLabel") == [("Seated Forward Bend", "strengthens")]


def test_relief_warns_of_the_condition_itself(graph: ox.Store) -> None:
    answer = query(graph, "relief", condition="asthma")

    assert labels(answer, "poseLabel", "relationLabel", "warning") == [
        ("Head-to-Knee Pose", "relieves", "avoid"),
        ("Head-to-Knee Pose", "relieves", "caution"),
    ]


def test_steps_are_in_order_before_hold_and_breathing(graph: ox.Store) -> None:
    answer = query(graph, "steps", pose="Head-to-Knee Pose")

    assert labels(answer, "part", "position", "breathLabel") == [
        ("step", 1, None),
        ("step", 2, "exhale"),
        ("hold", None, None),
        ("breathing", None, "steady breath"),
    ]


def test_easier_version_is_inferred_from_the_harder(graph: ox.Store) -> None:
    answer = query(graph, "progressions", pose="Seated Forward Bend")

    assert labels(answer, "difficulty", "practiceLabel", "status") == [
        ("easier", "Staff Pose", "stated"),
        ("easier", "Head-to-Knee Pose", "inferred"),
    ]


def test_recent_and_old_injuries_are_no_disagreement_within_a_source(article: ox.Store) -> None:
    assert not query(article, "disagreements")


def test_instead_and_trimester_are_told(graph: ox.Store) -> None:
    answer = query(graph, "contraindications", pose="Cobra Pose")

    assert labels(answer, "adviceLabel", "conditionLabel", "trimesterLabel", "insteadLabel") == [
        ("modify", "pregnancy", "third trimester", "Cat Pose")
    ]


def test_minted_pose_with_two_spellings_is_one_row(graph: ox.Store) -> None:
    answer = query(graph, "progressions", pose="Head-to-Knee Pose")

    assert [row.practiceLabel for row in answer].count("Half Bound Lotus Forward Fold") == 1


def test_prefixes_of_the_catalogue_are_ours() -> None:
    for question in catalogue().values():
        for prefix, iri in re.findall(r"^PREFIX (\w+): <(.*)>$", question.text, flags=re.MULTILINE):
            assert PREFIXES[prefix] == iri, question.name


def test_no_expected_answer_is_left_over() -> None:
    assert sorted(path.stem for path in (DATA / "expected").glob("*.tsv")) == NAMES


# A made-up report of a trial, for which the shipped facts have no like


@pytest.fixture(scope="module")
def trial(small_graph: Callable[..., ox.Store]) -> ox.Store:
    return small_graph("notes", "trial")


def test_report_of_a_trial_is_a_table(trial: ox.Store) -> None:
    rows = query(trial, "sequence", source="A trial of two poses for asthma")

    assert labels(rows, "position", "poseLabel", "minSeconds", "maxSeconds", "minBreaths", "change", "propLabel") == [
        (1, "Seated Forward Bend", 60, 120, None, "with a strap around the feet", "strap"),
        (2, "Cobra Pose", None, None, 5, None, None),
    ]
    assert {row.sequenceLabel for row in rows} == {"Session of the trial"}


def test_claim_of_a_trial_stands_beside_who_advises_against(trial: ox.Store) -> None:
    rows = query(trial, "evidence", pose="Seated Forward Bend", condition="exercise-induced asthma")

    assert labels(rows, "side", "claim", "evidenceLabel") == [
        ("for", "relieves", "clinical study"),
        ("against", "avoid", "teacher article"),
    ]


def test_counterpose_is_milder_by_the_levels_of_one_source(trial: ox.Store) -> None:
    rows = query(trial, "counterposes", pose="Seated Forward Bend")

    assert {(row.counterposeLabel, row.comparison) for row in rows} == {("Cobra Pose", "milder")}
    assert {row.levelsLabel for row in rows} == {"A trial of two poses for asthma"}


def test_preparation_keeps_the_order_of_its_source(store: Store) -> None:
    """Of three preparations the third is named first in the text, and stretches what the pose stretches."""
    me = PREFIXES["source"] + "order-00000000"
    prefixes = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())
    turtle = f'<{me}> a yoga:Source ; dcterms:title "Order" .'
    for number, (pose, start) in enumerate([("dandasana", 200), ("uttanasana", 1000), ("vrksasana", 30)]):
        turtle += f"""pose:janu-sirsasana a yoga:Pose ; yoga:preparedBy pose:{pose} . pose:{pose} a yoga:Pose .
        <{me}#fact-{number}> a owl:Axiom ; owl:annotatedSource pose:janu-sirsasana ;
            owl:annotatedProperty yoga:preparedBy ; owl:annotatedTarget pose:{pose} ;
            prov:wasDerivedFrom <{me}#char={start},{start + 9}> ."""
    turtle += "pose:janu-sirsasana yoga:stretches region:calf . pose:vrksasana yoga:stretches region:calf ."
    stated = [quad.triple for quad in ox.parse(prefixes + turtle, format=ox.RdfFormat.TURTLE)]
    store.replace(me, stated, store.infer(stated), text="")

    rows = query(store.graph, "preparation", pose="Janu Sirsasana")
    order = list(dict.fromkeys(row.preparationLabel for row in rows))

    assert order == ["Tree Pose", "Staff Pose", "Standing Forward Bend"]
    assert "calf" in {row.whyLabel for row in rows if row.preparationLabel == "Tree Pose"}
    assert {row.whyLabel for row in rows if row.preparationLabel == "Staff Pose"} == {None}
