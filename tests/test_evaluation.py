"""Scores that a user asks for: what they say, what stands beside them, and what is wrong with a gold file."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from yogakg.cli import main
from yogakg.errors import DocumentError
from yogakg.evaluation import Mistake, Scores, evaluate
from yogakg.gold import GoldDocument, read_gold
from yogakg.loaders.article import read_article
from yogakg.loaders.baseline import read_baseline

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
ARTICLE = """Tree Pose (Vrksasana)

Benefits

- Stretches the groins.
- Strengthens the calves.

Contraindications

- Do not practise it with a knee or hip injury.
- With low blood pressure, practise with caution.
- If you have vertigo, practise it at a wall.
"""
KNEE = {"p": "contraindicated_for", "o": "knee injury", "q": "avoid", "evidence": "a knee\n or hip injury"}
Run = Callable[..., tuple[int, str, str]]


def score(*gold: dict[str, Any], article: str = ARTICLE) -> Scores:
    document = read_article(article.encode(), name="tree-pose.txt")
    return evaluate([document], [GoldDocument("tree-pose.txt", gold, "gold.json")])


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: str | Path) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        captured = capfd.readouterr()
        return int(ended.value.code or 0), captured.out, captured.err

    return call


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return a folder with an article and a gold file for it."""
    (tmp_path / "tree-pose.txt").write_text(ARTICLE, encoding="utf-8")
    write_gold(tmp_path / "gold.json", KNEE)
    return tmp_path


def write_gold(path: Path, *facts: Any, file: Any = "tree-pose.txt") -> None:
    path.write_text(json.dumps({"file": file, "facts": facts}), encoding="utf-8")


# -- figures --------------------------------------------------------------------------------------


def test_right_advice_is_told_from_the_right_condition() -> None:
    found = score(
        KNEE,
        KNEE | {"o": "hip injury", "q": "modify"},
        KNEE | {"o": "low blood pressure", "q": "avoid", "q_alt": ["caution"]},
        KNEE | {"o": "asthma", "q": "caution"},
    )

    assert found.advice == {
        ("avoid", "avoid"): 1,
        ("modify", "avoid"): 1,
        ("caution", "caution"): 1,
        ("caution", None): 1,
        (None, "modify"): 1,
    }
    assert found.advised == (2, 3)


def test_one_condition_with_two_kinds_of_advice_is_not_confused_with_itself() -> None:
    article = (
        "Tree Pose\n\nContraindications\n\n"
        "- Avoid it with a recent knee injury.\n- With an old knee injury, modify it.\n"
    )
    found = score(KNEE | {"q": "modify"}, KNEE, article=article)

    assert found.advice == {("avoid", "avoid"): 1, ("modify", "modify"): 1}


def test_evidence_is_found_whatever_its_blanks() -> None:
    assert (score(KNEE).located, score(KNEE).locatable) == (1, 1)
    assert score(KNEE | {"evidence": "Stretches the groins"}).located == 0
    assert score(KNEE | {"evidence": "words it does not have"}).locatable == 0


def test_gold_beyond_the_end_of_its_document_is_refused() -> None:
    with pytest.raises(DocumentError, match=r"gold\.json: 'contraindicated_for knee injury' ends at character 9000"):
        score(KNEE | {"start": 8990, "end": 9000})


def test_mistakes_show_where_they_were_made() -> None:
    gold = [{"p": "stretches", "o": "groin"}, KNEE, KNEE | {"o": "asthma"}]
    missed, *wrong = sorted(score(*gold).mistakes, key=lambda mistake: mistake.kind)

    assert missed == Mistake(
        "missed", "tree-pose.txt", 10, "contraindicated_for", "asthma", "avoid", "a knee or hip injury"
    )
    strengthens = next(mistake for mistake in wrong if mistake.predicate == "strengthens")
    assert (strengthens.line, strengthens.object, strengthens.rule) == (6, "calf", "effect-verb")
    assert strengthens.sentence == "Strengthens the calves."


def test_baseline_knows_sections_and_no_language() -> None:
    document = read_baseline(read_article(ARTICLE.encode(), name="tree-pose.txt"))
    gold = [
        {"p": "stretches", "o": "groin"},
        {"p": "strengthens", "o": "calf"},
        {"p": "contraindicated_for", "o": "hip injury", "q": "avoid"},
        {"p": "contraindicated_for", "o": "vertigo", "q": "modify"},
    ]
    found = evaluate([document], [GoldDocument("tree-pose.txt", tuple(gold))])

    assert (found.strict["stretches"].right, found.strict["strengthens"].missed) == (1, 1)
    assert found.advice[("avoid", "avoid")] == 1
    assert found.advice[("modify", "avoid")] == 1
    assert {claim.rule for _, claim in document.claims()} == {"term-in-section"}


# -- the command ----------------------------------------------------------------------------------


def test_command_scores_documents_beside_a_baseline(run: Run) -> None:
    code, out, err = run("evaluate", EXAMPLES, EXAMPLES / "gold", "--format", "json")
    found = json.loads(out)

    assert (code, err) == (0, "")
    assert found["documents"] == 3
    assert found["strict"]["all"]["f1"] > found["baseline"]["strict"]["all"]["f1"] + 0.2
    assert found["relaxed"]["all"]["recall"] >= found["strict"]["all"]["recall"]
    assert found["advice"]["right"] <= found["advice"]["conditions"] > 10
    assert "mistakes" not in found


def test_table_fits_a_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("yogakg.cli._width", lambda: 80)
    _, out, _ = run("evaluate", EXAMPLES, EXAMPLES / "gold")

    assert max(map(len, out.splitlines())) <= 80
    assert "massages_or_compresses   3" in out


def test_mistakes_are_listed_if_asked_for(run: Run, place: Path) -> None:
    _, out, _ = run("evaluate", place / "tree-pose.txt", place / "gold.json", "--errors")

    assert "wrong  tree-pose.txt:10  contraindicated_for hip injury (avoid), by rule " in out
    assert "“Do not practise it with a knee or hip injury.”" in out
    _, out, _ = run("evaluate", place / "tree-pose.txt", place / "gold.json", "--errors", "--format", "json")
    assert {mistake["kind"] for mistake in json.loads(out)["mistakes"]} == {"wrong"}


def test_document_that_cannot_be_read_counts_as_missed(run: Run, place: Path) -> None:
    (place / "tree-pose.txt").write_bytes(b"\xff\xfe\x00")
    code, out, err = run("evaluate", place / "tree-pose.txt", place / "gold.json", "--format", "json")

    assert code == 2
    assert json.loads(out)["strict"]["all"]["recall"] == 0
    assert "tree-pose.txt" in err
    assert "counts as missed" in err


def test_documents_without_gold_are_counted_and_not_read(run: Run, place: Path) -> None:
    (place / "broken.txt").write_bytes(bytes(range(256)))
    code, _, err = run("evaluate", place, place / "gold.json")

    assert (code, err) == (0, "1 documents have no gold facts and were not read.\n")


def test_two_documents_of_one_name_are_refused(run: Run, place: Path) -> None:
    (place / "other").mkdir()
    (place / "other" / "tree-pose.txt").write_text(ARTICLE, encoding="utf-8")
    code, _, err = run("evaluate", place, place / "gold.json")

    assert code == 2
    assert "has the same name" in err


# -- coverage -------------------------------------------------------------------------------------

HALF_READ = """Tree Pose

Benefits

- Stretches the groins.
- The heron on the lake knows why.

Contraindications

- Vertigo.

Pose story

Nobody counts this line, as it is about nothing.
"""


def test_coverage_counts_the_sentences_that_gave_a_fact(run: Run, place: Path) -> None:
    (place / "half.txt").write_text(HALF_READ, encoding="utf-8")
    start = HALF_READ.index("The heron")

    code, out, _ = run("extract", "--coverage", place / "half.txt", place / "tree-pose.txt")

    assert code == 0
    assert [line.split() for line in out.splitlines()[1:4]] == [
        ["half.txt", "3", "2", "66.7%"],
        ["tree-pose.txt", "5", "5", "100.0%"],
        ["all", "8", "7", "87.5%"],
    ]
    assert out.splitlines()[-1] == f"half.txt {start}–{start + 32}: The heron on the lake knows why."


def test_coverage_is_told_to_programs(run: Run, place: Path) -> None:
    (place / "half.txt").write_text(HALF_READ, encoding="utf-8")
    found = json.loads(run("extract", "--coverage", place / "half.txt", "--format", "json")[1])

    assert found["all"] == {"sentences": 3, "read": 2, "share": 0.6667}
    assert [unread["text"] for unread in found["documents"][0]["unread"]] == ["The heron on the lake knows why."]


def test_article_without_such_sections_has_no_share(run: Run, place: Path) -> None:
    (place / "story.txt").write_text("Tree Pose\n\nIt stretches the groins.\n", encoding="utf-8")
    found = json.loads(run("extract", "--coverage", place / "story.txt", "--format", "json")[1])

    assert found["all"] == {"sentences": 0, "read": 0, "share": None}
    assert run("extract", "--coverage", place / "story.txt")[0] == 0
    assert run("extract", "--coverage", place / "story.txt", "--format", "turtle")[0] == 2


def test_facts_are_told_as_one_json_value(run: Run, place: Path) -> None:
    [found] = json.loads(run("extract", place / "tree-pose.txt", "--format", "json")[1])

    assert found["file"] == "tree-pose.txt"


# -- gold files -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ('{"file": "a.txt", "facts": [}', r"gold\.json: line 1, column 29: this is not JSON"),
        ("[]", "this is no JSON object"),
        ('{"facts": []}', "it names no document"),
        ('{"file": "texts/a.txt", "facts": []}', "'texts/a.txt' is a path"),
        ('{"file": "a.txt"}', "it has no list of facts"),
        ("[" * 100_000, "nested too deeply|not JSON"),
        ("\udcff", "not UTF-8"),
    ],
)
def test_gold_file_that_is_none_is_refused(tmp_path: Path, written: str, problem: str) -> None:
    (tmp_path / "gold.json").write_text(written, encoding="utf-8", errors="surrogateescape")

    with pytest.raises(DocumentError, match=problem):
        read_gold(tmp_path / "gold.json")


@pytest.mark.parametrize(
    ("fact", "problem"),
    [
        ("knee", "fact 2: it is no JSON object"),
        ({"o": "knee"}, r'fact 2 \(knee\): it lacks "p"'),
        ({"p": "stretches"}, 'it lacks "o"'),
        (KNEE | {"p": "stretch"}, "'stretch' is no predicate. The predicates are: benefit, contraindicated_for"),
        (KNEE | {"p_alt": ["stretch"]}, "'stretch' is no predicate"),
        (KNEE | {"q": None}, r'fact 2 \(contraindicated_for knee injury\): it has no qualifier "q"'),
        (
            KNEE | {"q": "forbid"},
            "'forbid' is no qualifier of contraindicated_for. .* has one of: avoid, caution, modify",
        ),
        (KNEE | {"alt": "sore knee"}, '"alt" is no list of texts'),
        (KNEE | {"opt": "yes"}, '"opt" is neither true nor false'),
        (KNEE | {"start": 20, "end": 10}, '"start" 20 and "end" 10 are no characters'),
        (KNEE | {"start": 20}, '"start" 20 and "end" None are no characters'),
        (KNEE | {"evidence": 3}, '"evidence" is neither text nor null'),
        (KNEE, "it repeats fact 1"),
    ],
)
def test_fact_that_means_nothing_is_refused(tmp_path: Path, fact: Any, problem: str) -> None:
    write_gold(tmp_path / "gold.json", KNEE, fact)

    with pytest.raises(DocumentError, match=rf"gold\.json: .*{problem}"):
        read_gold(tmp_path)


def test_two_gold_files_of_one_document_are_refused(tmp_path: Path) -> None:
    for name in ("a.json", "b.json"):
        write_gold(tmp_path / name, KNEE)

    with pytest.raises(DocumentError, match=r"b\.json: 'tree-pose\.txt' has its facts in .*a\.json already"):
        read_gold(tmp_path)


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["tree-pose.txt", "nowhere.json"], "nowhere.json: the file cannot be read"),
        (["tree-pose.txt", "."], "other.json: it names no document"),
        (["empty.txt", "gold.json"], "tree-pose.txt: there are gold facts for it, but it is not among the documents"),
        (["tree-pose.txt", "none"], "none: there is no gold file in this folder"),
    ],
)
def test_wrong_use_gets_one_sentence(
    run: Run, place: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], problem: str
) -> None:
    monkeypatch.chdir(place)
    (place / "none").mkdir()
    (place / "empty.txt").write_text("", encoding="utf-8")
    (place / "other.json").write_text("{}", encoding="utf-8")

    code, out, err = run("evaluate", *arguments)

    assert (code, out) == (2, "")
    assert err.startswith(f"Error: {problem}")
    assert len(err.splitlines()) == 1
