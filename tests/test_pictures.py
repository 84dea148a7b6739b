"""Pictures show all that there is around a thing, and can be read."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st
from lxml import etree

import yogakg
from yogakg import KnowledgeGraph
from yogakg.cli import main
from yogakg.errors import DocumentError, UnknownNameError
from yogakg.oxigraph import select
from yogakg.pictures import Picture
from yogakg.pictures.drawing import draw_svg
from yogakg.pictures.letters import clean, width, wrap
from yogakg.pictures.neighbourhood import Band, Group, Neighbour, Neighbourhood, gather

ROOT = Path(__file__).parents[1]
ARTICLES = ROOT / "tests" / "data" / "articles"
SVG = "{http://www.w3.org/2000/svg}"
Box = tuple[float, float, float, float]
NAMES = ["Head-to-Knee Pose", "hamstrings", "high blood pressure", "pregnancy", "injury", "digestion"]


@pytest.fixture(scope="module")
def graph() -> Iterator[KnowledgeGraph]:
    with KnowledgeGraph(shipped=False) as loaded:
        loaded.load(ROOT / "examples", *sorted(ARTICLES.glob("*.*")))
        yield loaded


def read(svg: str) -> Any:
    return etree.fromstring(svg.encode())


def drawn(svg: str) -> list[str]:
    return [node.get("data-iri") for node in read(svg).iter(f"{SVG}g") if node.get("class") == "neighbour"]


def group(around: Neighbourhood, title: str) -> Group:
    found = [one for band in around.bands for one in band.groups if one.title == title]
    assert len(found) == 1, [one.title for band in around.bands for one in band.groups]
    return found[0]


def box(rect: Any) -> Box:
    x, y, wide, high = (float(rect.get(name)) for name in ("x", "y", "width", "height"))
    return x, y, x + wide, y + high


def written(text: Any) -> Box:
    """Return the room of a text, by the table of widths and generously for height."""
    size, x, y = (float(text.get(name)) for name in ("font-size", "x", "y"))
    taken = width(text.text or "", size, bold="strong" in text.get("class", ""))
    left = x - {"end": taken, "middle": taken / 2}.get(text.get("text-anchor", ""), 0)
    return left, y - 0.75 * size, left + taken, y + 0.22 * size


def overlaps(boxes: list[Box]) -> list[tuple[Box, Box]]:
    return [
        (one, other)
        for number, one in enumerate(boxes)
        for other in boxes[:number]
        if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    ]


def assert_readable(svg: str) -> None:
    """No box and no text lies on another one, each text is inside its box, and all of it on the page."""
    root = read(svg)
    rects = [box(rect) for rect in root.iter(f"{SVG}rect") if rect.get("class") != "page"]
    texts = [written(text) for text in root.iter(f"{SVG}text")]
    assert overlaps(rects) == []
    assert overlaps(texts) == []
    page = (0.0, 0.0, float(root.get("width")), float(root.get("height")))
    for part in [*rects, *texts]:
        assert page[0] <= part[0] <= part[2] <= page[2]
        assert page[1] <= part[1] < part[3] <= page[3]
    for text in texts:
        touched = [rect for rect in rects if overlaps([rect, text])]
        for rect in touched:
            assert rect[0] <= text[0] <= text[2] <= rect[2]
            assert rect[1] <= text[1] <= text[3] <= rect[3]


# What is drawn


@pytest.mark.parametrize("name", NAMES)
def test_pictures_of_real_things_are_readable(graph: KnowledgeGraph, name: str) -> None:
    assert_readable(graph.draw(name).svg)


def test_a_pose_has_all_its_contraindications_with_their_qualifiers(graph: KnowledgeGraph) -> None:
    around = gather(graph.store.graph, "Janu Sirsasana")

    asked = {
        (row.advice.rpartition("#")[2].lower(), row.condition, row.onsetLabel, row.trimesterLabel)
        for row in graph.query("contraindications", pose="Janu Sirsasana")
    }
    shown = {
        (title, one.iri, note(one, ONSETS), note(one, TRIMESTERS))
        for title in ("avoid", "caution", "modify")
        for one in group(around, title).neighbours
    }
    assert len(asked) == 10
    assert shown == asked


ONSETS = ("acute", "chronic", "current", "old", "recent")
TRIMESTERS = ("first trimester", "second trimester", "third trimester")


def note(one: Neighbour, words: tuple[str, ...]) -> str | None:
    return next((text for text in one.notes if text in words), None)


@pytest.mark.parametrize("name", ["pregnancy", "high blood pressure", "injury", "slipped disc", "knee injury"])
def test_a_condition_has_all_that_is_asked_to_avoid(graph: KnowledgeGraph, name: str) -> None:
    around = gather(graph.store.graph, name)

    rows = graph.query("avoid-for", condition=name)
    asked = {(row.pose, row.status, row.claimedForLabel) for row in rows}
    shown = set()
    for band in around.bands:
        for one in [one for group in band.groups for one in group.neighbours] if band.name == "care" else []:
            claimed = [text.partition(" of ")[2] for text in one.notes if text.startswith("said of ")]
            narrower = [text.removeprefix("for ") for text in one.notes if text.startswith("for ")]
            status = "not claimed" if narrower else one.status
            shown.add((one.iri, status, *(claimed or narrower or [around.label])))
    assert asked
    assert shown == asked
    assert {pose for pose, *_ in asked} <= set(drawn(graph.draw(name).svg))


def test_advice_for_a_narrower_condition_has_no_sign(graph: KnowledgeGraph) -> None:
    around = gather(graph.store.graph, "injury")

    assert {one.mark for band in around.bands for one in band.groups} == {""}
    barred = group(around, "avoid, only for a narrower condition").neighbours
    assert "for knee injury" in {text for one in barred for text in one.notes}


def test_a_pose_has_all_its_risk_features(graph: KnowledgeGraph) -> None:
    asked = graph.query("SELECT DISTINCT ?risk { pose:salamba-sirsasana yoga:hasRiskFeature ?risk }")

    assert len(asked) > 3
    found = group(gather(graph.store.graph, "Headstand"), "has risk feature")
    assert {one.iri for one in found.neighbours} == {row.risk for row in asked}


def test_a_region_has_all_its_poses_drawn_or_counted(graph: KnowledgeGraph) -> None:
    around = gather(graph.store.graph, "leg")

    asked = {
        row.pose
        for row in graph.query("works-on", region="leg", relation="stretches")
        if not graph.query(f"ASK {{ <{row.pose}> yoga:opens region:leg }}")
    }
    found = group(around, "stretched by")
    assert {one.iri for one in found.neighbours} <= asked
    assert len(found.neighbours) + found.more == len(asked)
    assert found.more > 0
    assert f"and {found.more} more" in graph.draw("leg").svg


def test_a_pose_stands_between_what_comes_before_and_after(graph: KnowledgeGraph) -> None:
    root = read(graph.draw("Head-to-Knee Pose").svg)
    middle = float(root.get("width")) / 2

    sides = {node.get("class"): list(node.iter(f"{SVG}text")) for node in root.iter(f"{SVG}g")}
    texts = {side: {text.text: float(text.get("x")) for text in sides[side]} for side in ("left", "right")}
    assert {"prepared by", "Tree Pose", "starts from", "Staff Pose"} <= texts["left"].keys()
    assert {"followed by", "Cat–Cow", "progresses to", "countered by", "has variation"} <= texts["right"].keys()
    assert max(texts["left"].values()) < middle < min(texts["right"].values())


def test_relations_are_read_from_both_ends(graph: KnowledgeGraph) -> None:
    cat_cow = gather(graph.store.graph, "Cat–Cow")

    assert "Head-to-Knee Pose" in {one.label for one in group(cat_cow, "follows").neighbours}


def test_inferred_is_dashed_and_stated_is_not(graph: KnowledgeGraph) -> None:
    root = read(graph.draw("Head-to-Knee Pose").svg)

    styles = {
        node.get("data-iri"): node.find(f"{SVG}rect").get("class")
        for group in root.iter(f"{SVG}g")
        if "stretches" in {text.text for text in group.findall(f"{SVG}text")}
        for node in group.iter(f"{SVG}g")
        if node.get("class") == "neighbour"
    }
    assert "inferred" not in styles["https://w3id.org/yogakg/region/hamstrings"]
    assert "inferred" in styles["https://w3id.org/yogakg/region/back"]
    assert ".inferred { stroke-dasharray" in root.find(f"{SVG}style").text


def test_a_neighbour_tells_the_sentence_behind_it(graph: KnowledgeGraph) -> None:
    root = read(graph.draw("Head-to-Knee Pose").svg)

    told = [node.findtext(f"{SVG}title") or "" for node in root.iter(f"{SVG}g") if node.get("class") == "neighbour"]
    knee = next(text for text in told if text.startswith("knee injury, recent"))
    assert "“People with a recent knee injury should skip this pose.”" in knee
    assert "Head-to-Knee Pose (Janu Sirsasana)" in knee
    assert "because stretches lower back" in next(text for text in told if text.startswith("back\n"))


def test_a_claimed_benefit_does_not_hide_the_advice_against_it(graph: KnowledgeGraph) -> None:
    relieved = group(gather(graph.store.graph, "sciatica"), "relieved by")

    noted = {one.label: one.notes for one in relieved.neighbours if one.notes}
    assert noted == {"Half Lord of the Fishes Pose": ("but see avoid",), "Low Lunge": ("but see avoid",)}


def test_what_is_not_drawn_is_counted(graph: KnowledgeGraph) -> None:
    assert "8 × has step" in gather(graph.store.graph, "Head-to-Knee Pose").left


@pytest.mark.parametrize(("name", "note"), [("Lotus Pose", "does not mean it is safe"), ("asthma", "any pose is safe")])
def test_silence_is_never_called_safe(name: str, note: str) -> None:
    with KnowledgeGraph(shipped=False) as empty:
        svg = empty.draw(name).svg

    shown = " ".join(text.text for text in read(svg).iter(f"{SVG}text"))
    assert note in shown


def test_every_relation_of_the_ontology_has_a_group(graph: KnowledgeGraph) -> None:
    relations = """SELECT DISTINCT ?relation {
      VALUES ?top { yoga:actsOn yoga:benefits yoga:sequenceRelation } ?relation rdfs:subPropertyOf+ ?top }"""
    names = {row["relation"].value.partition("#")[2] for row in select(graph.store.graph, relations)}
    names -= {"actsOn", "benefits", "sequenceRelation"}
    table = tomllib.loads((ROOT / "src" / "yogakg" / "pictures" / "groups.toml").read_text(encoding="utf-8"))
    said = [key for band in table["band"] for one in band["groups"] for key in one["said"]]

    assert len(names) > 20
    assert {end + name for name in names for end in ("", "^")} <= set(said)
    assert len(said) == len(set(said))


# The document


@pytest.mark.parametrize("name", ["Head-to-Knee Pose", "pregnancy"])
def test_a_picture_says_in_words_what_it_shows(graph: KnowledgeGraph, name: str) -> None:
    root = read(graph.draw(name).svg)

    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert root.get("role") == "img"
    assert root.get("aria-labelledby").split() == [title.get("id"), description.get("id")]
    assert name in title.text
    for part in root.iter(f"{SVG}g"):
        if part.get("class") == "neighbour":
            assert part.findtext(f"{SVG}title").split("\n")[0].split(",")[0] in description.text
    assert "prefers-color-scheme: dark" in root.findtext(f"{SVG}style")


def test_the_same_sources_give_the_same_bytes_in_any_order() -> None:
    sources = [*sorted((ROOT / "examples").glob("*.*")), ARTICLES / "14-boat-pose.txt"]
    with yogakg.load(*sources) as one, yogakg.load(*reversed(sources)) as other:
        for name in ("hamstrings", "pregnancy", "Cobra Pose"):
            assert one.draw(name).svg == other.draw(name).svg


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_texts_have_contrast(theme: str) -> None:
    css = (ROOT / "src" / "yogakg" / "pictures" / "style.css").read_text(encoding="utf-8")
    light, dark = css.split("@media", 1)
    fills = dict(re.findall(r"\.yogakg-picture ([^{]*?) \{[^}]*?fill: (#\w{6})", light))
    fills |= dict(re.findall(r"\.yogakg-picture ([^{]*?) \{[^}]*?fill: (#\w{6})", dark)) if theme == "dark" else {}

    grounds = [fills[one] for one in fills if one.endswith("rect.head") or one in (".page", "rect.chip")]
    assert len(grounds) > 10
    for ground in grounds:
        assert contrast(fills["text"], ground) >= 7
    assert contrast(fills["text.on-card"], fills["rect.card"]) >= 7
    small = re.search(r"text\.small[^{]*\{ fill: (#\w{6})", dark if theme == "dark" else light)
    assert small is not None
    assert contrast(small[1], fills["rect.chip"]) >= 7


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours by WCAG 2.2."""

    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


# Crowds and hostile names

labels = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60) | st.sampled_from(
    [
        "</text><script>alert(1)</script>",
        "&amp; ]]> \x00\x1b",
        "a" * 300,
        "Pose " * 80,
        "जानुशीर्षासन",
        "前屈のポーズ" * 8,
    ]
)
neighbours = st.builds(
    Neighbour,
    label=labels,
    iri=labels,
    notes=st.lists(labels, max_size=3).map(tuple),
    status=st.sampled_from(["stated", "inferred"]),
    sources=st.integers(0, 30),
    told=st.lists(labels, max_size=2).map(tuple),
)
groups = st.builds(
    Group,
    title=labels,
    mark=st.sampled_from(["", "avoid", "caution", "modify"]),
    neighbours=st.lists(neighbours, min_size=1, max_size=12).map(tuple),
    more=st.sampled_from([0, 23]),
)


@st.composite
def neighbourhoods(draw: st.DrawFn) -> Neighbourhood:
    bands = [
        Band(name, name.title(), side, tuple(draw(st.lists(groups, min_size=1, max_size=5))))
        for name, side in (("before", "left"), ("after", "right"), ("care", ""), ("work", ""), ("benefit", ""))
        if draw(st.booleans())
    ]
    names = tuple(draw(st.lists(labels, max_size=3)))
    iri = "https://w3id.org/yogakg/pose/x"
    return Neighbourhood(iri, draw(labels), "pose", names, names, tuple(bands), names, names)


# A crowd takes minutes to shrink, and what lies on what is told without that.
@settings(max_examples=25, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(neighbourhoods())
def test_any_crowd_is_readable_and_complete(around: Neighbourhood) -> None:
    svg = draw_svg(around)

    assert_readable(svg)
    assert read(svg).find(f".//{SVG}script") is None
    assert len(drawn(svg)) == sum(len(one.neighbours) for band in around.bands for one in band.groups)


@pytest.mark.parametrize("bad", ["\x00", "\x1b", "\ufffe", "\u202e", "\u2067"])
def test_a_character_that_would_break_or_turn_the_text_is_marked(bad: str) -> None:
    assert clean(f"knee{bad} injury") == "knee\ufffd injury"


@pytest.mark.parametrize(
    ("text", "helvetica"), [("i", 0.222), ("M", 0.833), ("W", 0.944), ("@", 1.015), ("A", 0.667), ("knee", 2.168)]
)
def test_the_room_for_a_text_is_no_less_than_a_common_font_takes(text: str, helvetica: float) -> None:
    assert helvetica <= width(text, 1) <= 1.5 * helvetica


@example(text="각", room=40.0)
@given(labels, st.floats(40, 200))
def test_lines_fit_and_lose_nothing(text: str, room: float) -> None:
    lines = wrap(text, room, 13, most=10_000)

    assert all(width(line, 13) <= room for line in lines)
    kept = re.sub(r"\s", "", "".join(lines))
    assert kept == re.sub(r"\s", "", "".join(wrap(text, 10**6, 13)))


# Names, errors and the command


@pytest.mark.parametrize("name", ["Janushirasana", "जानुशीर्षासन", "pose:janu-sirsasana", "head to knee pose"])
def test_any_name_of_a_pose_serves(graph: KnowledgeGraph, name: str) -> None:
    assert graph.draw(name).label == "Head-to-Knee Pose"


def test_a_notebook_shows_the_picture(graph: KnowledgeGraph) -> None:
    picture = graph.draw("hamstrings")

    assert picture._repr_svg_() == picture.svg


@pytest.mark.parametrize(("name", "hint"), [("Head to Nee Pose", "Head-to-Knee Pose"), ("hamstrngs", "hamstrings")])
def test_an_unknown_name_is_told_with_what_is_near(graph: KnowledgeGraph, name: str, hint: str) -> None:
    with pytest.raises(UnknownNameError) as raised:
        graph.draw(name)

    assert hint in raised.value.candidates


@pytest.mark.parametrize(("path", "problem"), [("none/a.svg", "there is no folder"), ("a.png", "no '.png' file")])
def test_a_picture_is_only_written_where_it_belongs(tmp_path: Path, path: str, problem: str) -> None:
    with pytest.raises(DocumentError, match=problem):
        Picture("x", "x", "<svg/>").write(tmp_path / path)


def test_command_writes_the_file_or_to_standard_output(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store, file = str(tmp_path / "store"), tmp_path / "cobra.svg"
    assert run("load", str(ROOT / "examples" / "cobra-pose.md"), "--store", store) == 0
    capsys.readouterr()

    assert run("graph", "Cobra Pose", "-o", str(file), "--store", store) == 0
    assert capsys.readouterr().out == ""
    assert run("graph", "Cobra Pose", "--store", store) == 0
    assert capsys.readouterr().out == file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [(["no such thing"], "is not known"), (["asthma", "-o", "no/such/folder/a.svg"], "there is no folder")],
)
def test_command_says_what_is_wrong(
    arguments: list[str], problem: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = str(tmp_path / "store")
    KnowledgeGraph(store).close()

    assert run("graph", *arguments, "--store", store) == 2
    error = capsys.readouterr().err
    assert problem in error
    assert "Traceback" not in error


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as raised:
        main(arguments)
    return int(raised.value.code or 0)
