"""The page on which a person checks an article: nothing left out, nothing moved, nothing let loose."""

from __future__ import annotations

import base64
import hashlib
import re
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

import yogakg
from yogakg import resources
from yogakg.cli import main
from yogakg.facts import (
    Asymmetry,
    BreathingInstruction,
    Claim,
    Contraindication,
    Description,
    Document,
    Hold,
    Mention,
    Modification,
    NameElement,
    Relation,
    Span,
    Step,
    Term,
)
from yogakg.loaders.article import rules
from yogakg.namespaces import PREFIXES
from yogakg.reviewing import KINDS, review_page

ROOT = Path(__file__).parents[1]
ARTICLES = sorted(
    path
    for folder in (ROOT / "examples", ROOT / "tests" / "data" / "articles")
    for path in folder.iterdir()
    if path.is_file()
)
ARTICLE = ROOT / "examples" / "head-to-knee-pose.txt"
REASONS = {rule.name: rule.reason for rule in rules()}
POSE = Term(PREFIXES["pose"] + "bhujangasana", ("Cobra Pose",), "Pose")
KNEE = Term(PREFIXES["region"] + "knee", ("knee",), "BodyPart")


def parse(page: str) -> Any:
    return html.document_fromstring(page)


def review(document: Document) -> Any:
    return parse(review_page(document, reasons=REASONS))


def write(
    text: str, *claims: Claim, mentions: tuple[Mention, ...] = (), unused: tuple[Span, ...] = (), **changes: Any
) -> Document:
    """Make a document about Cobra Pose."""
    told = {
        "name": "cobra.txt",
        "title": "Cobra",
        "checksum": "0" * 64,
        "media_type": "text/plain",
        "descriptions": (Description(POSE, ("Cobra",), claims),),
    } | changes
    return Document(text=text, mentions=mentions, unused=unused, **told)


def text_of(page: Any) -> str:
    return "".join(passage.text_content() for passage in page.find_class("text"))


def words(element: Any) -> str:
    return " ".join(element.text_content().split())


def place(item: Any) -> tuple[int, int]:
    return int(item.get("data-start")), int(item.get("data-end"))


def spans_of(page: Any, item: Any) -> list[Any]:
    """Return the parts of the text that an item is about."""
    return [span for span in page.find_class("span") if item.get("id") in span.get("data-items").split()]


def items(page: Any, kind: str = "item") -> list[Any]:
    return [item for item in page.find_class("item") if kind in item.classes]


# Real articles


@pytest.fixture(scope="module", params=ARTICLES, ids=lambda path: path.name)
def reviewed(request: pytest.FixtureRequest) -> tuple[Document, Any]:
    """Return an article as it was read, and its page."""
    document = yogakg.extract(request.param)
    return document, review(document)


def test_text_of_the_page_is_the_text_of_the_document(reviewed: tuple[Document, Any]) -> None:
    document, page = reviewed

    assert text_of(page) == document.text


def test_each_claim_is_there_once_with_its_rule_and_its_characters(reviewed: tuple[Document, Any]) -> None:
    document, page = reviewed
    shown = Counter((*place(item), rule.text_content()) for item in items(page) for rule in item.find_class("rule"))

    assert shown == Counter((claim.span.start, claim.span.end, claim.rule) for _, claim in document.claims())


def test_what_a_relation_or_contraindication_says_is_beside_it(reviewed: tuple[Document, Any]) -> None:
    document, page = reviewed
    shown = Counter(
        (*place(item), words(item.find_class("object")[0]), words(item.find_class("grounding")[0]).split()[-1])
        for item in items(page)
        if item.find_class("rule") and item.find_class("grounding") and "doubtful" not in item.classes
    )

    for _, claim in document.claims():
        term = {Relation: "object", Contraindication: "condition"}.get(type(claim))
        if term and not (meant := getattr(claim, term)).minted:
            curie = next(f"{p}:{meant.iri.removeprefix(ns)}" for p, ns in _longest_first() if meant.iri.startswith(ns))
            assert shown[claim.span.start, claim.span.end, meant.label, curie] >= 1


def _longest_first() -> list[tuple[str, str]]:
    return sorted(PREFIXES.items(), key=lambda item: -len(item[1]))


def test_spans_in_the_text_are_the_words_of_their_items(reviewed: tuple[Document, Any]) -> None:
    document, page = reviewed

    for item in items(page):
        start, end = place(item)
        spans = spans_of(page, item)
        assert "".join(span.text_content() for span in spans) == document.text[start:end]
        assert all(set(item.classes) & set(span.classes) for span in spans)
        assert next(item.iterancestors("div")) is next(spans[0].iterancestors("div"))


def test_unread_sentences_and_unknown_names_are_marked_and_listed(reviewed: tuple[Document, Any]) -> None:
    document, page = reviewed
    listed = set(page.xpath("//ul[@class='check']//a/@href"))

    assert Counter(map(place, items(page, "unused"))) == Counter((span.start, span.end) for span in document.unused)
    assert Counter((*place(item), words(item.find_class("object")[0])) for item in items(page, "mention")) == Counter(
        (mention.span.start, mention.span.end, " ".join(mention.text.split())) for mention in document.mentions
    )
    for item in [*items(page, "unused"), *items(page, "mention")]:
        assert "doubtful" in item.classes
        assert f"#{item.get('id')}" in listed


def test_identifiers_are_unique_and_links_within_the_page_lead_somewhere(reviewed: tuple[Document, Any]) -> None:
    _, page = reviewed
    identifiers = page.xpath("//@id")
    links = [href for href in page.xpath("//a/@href") if href.startswith("#")]

    assert len(identifiers) == len(set(identifiers))
    assert links
    assert {link[1:] for link in links} <= set(identifiers)


def test_legend_counts_what_is_shown(reviewed: tuple[Document, Any]) -> None:
    _, page = reviewed
    counts = {
        label.find("input").get("id"): int(words(label.find_class("count")[0]))
        for label in page.xpath("//aside//label[contains(@class, 'kind')]")
    }

    assert counts == {f"show-{kind.name}": len(items(page, kind.name)) for kind in KINDS}


# What claims say


def claim_of_each_class() -> list[Claim]:
    first = {"span": Span(0, 10), "rule": "effect-verb"}
    made = Term(
        PREFIXES["condition"] + "groin-surgery",
        ("groin surgery",),
        "RecoveryState",
        minted=True,
        broader=(PREFIXES["condition"] + "surgery",),
        affects=(PREFIXES["region"] + "groin",),
    )
    return [
        Relation(**first, property="stretches", object=KNEE, hedged=True, circumstance="in a long hold"),
        Contraindication(
            **first, condition=made, advice="Modify", onset="Recent", severity="Severe", trimester="ThirdTrimester"
        ),
        Modification(
            **first, addresses=made, text="Lift less.", prop=Term(PREFIXES["prop"] + "wall", ("wall",), "Prop")
        ),
        Hold(**first, text="30 s", min_seconds=30),
        Step(**first, position=4, text="Lift up.", breath="Inhale", side="OtherSide"),
        BreathingInstruction(**first, text="Breathe evenly.", breath="SteadyBreath"),
        NameElement(**first, element="bhujanga", meaning="serpent"),
        Asymmetry(**first),
    ]


def test_every_class_of_claim_can_be_shown() -> None:
    claims = claim_of_each_class()

    page = review(write("Lift the chest.", *claims))

    assert {type(claim).__name__ for claim in claims} == {known.__name__ for known in Claim.__subclasses__()}
    assert len(items(page)) == len(claims)


@pytest.mark.parametrize(
    ("number", "kind", "said"),
    [
        (1, "effect", ["stretches knee", "certainty: hedged", "circumstance: in a long hold", "region:knee"]),
        (
            2,
            "modify",
            [
                "Contraindication: modify",
                "has contraindication groin surgery",
                "onset: recent",
                "severity: severe",
                "trimester: third trimester",
                "Ungrounded",
                "condition:groin-surgery",
                "below condition:surgery",
                "affects region:groin",
            ],
        ),
        (3, "modification", ["has modification groin surgery", "text: Lift less.", "prop: wall", "prop:wall"]),
        (4, "attribute", ["has hold 30 s", "min seconds: 30"]),
        (5, "step", ["has step 4", "breath: inhale", "side: other side"]),
        (6, "step", ["has breathing steady breath"]),
        (7, "name", ["has name element bhujanga = serpent"]),
        (8, "attribute", ["asymmetric true"]),
    ],
)
def test_a_claim_is_shown_with_all_that_qualifies_it(number: int, kind: str, said: list[str]) -> None:
    item = review(write("Lift the chest.", *claim_of_each_class())).get_element_by_id(f"fact-{number}")

    assert kind in item.classes
    assert [part for part in said if part not in words(item)] == []


def test_a_rule_tells_its_reason_and_a_term_what_it_is_elsewhere() -> None:
    item = items(
        review(
            write(
                "Stretches the knee.", Relation(span=Span(0, 18), rule="effect-verb", property="stretches", object=KNEE)
            )
        )
    )[0]

    assert REASONS["effect-verb"] in words(item)
    assert "http://purl.obolibrary.org/obo/UBERON_0001465" in item.xpath(".//a/@href")
    assert "UBERON:0001465 knee (exactMatch)" in words(item)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("opens", "effect"),
        ("massages", "effect"),
        ("relieves", "benefit"),
        ("followedBy", "sequence"),
        ("startsFrom", "sequence"),
        ("usesProp", "modification"),
        ("level", "attribute"),
        ("basePosition", "attribute"),
    ],
)
def test_the_kind_of_a_relation_is_that_of_its_property(name: str, kind: str) -> None:
    relation = Relation(span=Span(0, 4), rule="effect-verb", property=name, object=KNEE)

    assert kind in items(review(write("Some text", relation)))[0].classes


def test_overlapping_spans_are_parted_where_one_begins_or_ends() -> None:
    text = "Sit on a folded blanket. Then rest."
    step = Step(span=Span(0, 24), rule="step-item", position=1, text=text[:24])
    prop = Relation(span=Span(9, 35), rule="prop-named", property="usesProp", object=KNEE)

    page = review(write(text, step, prop))

    spans = [(span.text_content(), span.get("data-items")) for span in page.find_class("span")]
    assert spans == [
        ("Sit on a ", "fact-1"),
        ("folded blanket.", "fact-1 fact-2"),
        (" Then rest.", "fact-2"),
    ]
    assert [mark.get("data-mark") for mark in page.find_class("span")[1].find_class("mark")] == ["↔", "#"]
    assert [words(quoted) for quoted in page.find_class("words")] == [
        "“Sit on a folded blanket.”",
        "“folded blanket. Then rest.”",
    ]


def test_each_of_several_poses_has_its_own_facts() -> None:
    page = parse(yogakg.review(ROOT / "tests" / "data" / "articles" / "13-down-dog-and-dolphin.txt"))

    rows = {words(row[0]): [words(cell) for cell in row] for row in page.xpath("//tbody/tr")}
    subjects = Counter(
        words(item.find_class("subject")[0]).rstrip(":") for item in items(page) if item.find_class("rule")
    )
    assert set(rows) == {"Downward-Facing Dog Pose", "Dolphin Pose"}
    assert subjects == {pose: int(cells[3]) for pose, cells in rows.items()}
    assert rows["Dolphin Pose"][2] == "pose:ardha-pincha-mayurasana"
    first = page.xpath("//tbody/tr[2]//a/@href")[0].removeprefix("#")
    assert words(page.get_element_by_id(first).find_class("subject")[0]) == "Dolphin Pose:"


def test_a_pose_without_contraindications_is_not_called_safe() -> None:
    page = review(
        write("Stretches the knee.", Relation(span=Span(0, 18), rule="effect-verb", property="stretches", object=KNEE))
    )

    assert [words(cell) for cell in page.xpath("//tbody/tr/td")][-3:] == ["none read"] * 3
    assert "does not say that the pose is safe" in words(page)


def test_the_same_article_gives_the_same_page() -> None:
    assert yogakg.review(ARTICLE) == yogakg.review(ARTICLE)


# What an article must not do

HOSTILE = """\
Cobra Pose (Bhujangasana)</title><script>alert(1)</script>

It stretches the chest </span></p><img src=x onerror=alert(1)><style>*{display:none}</style> {{ 7 * 7 }}.

Contraindications

- Avoid if you have \u202easthma\u202c or "><svg onload=alert(1)>.
- Avoid in \u2066 pregnancy.
- Gru\u200bbbly'"><b>itis disease
"""


def test_a_hostile_article_is_inert(tmp_path: Path) -> None:
    article = tmp_path / 'x" onclick=alert(1) <b>.txt'
    article.write_text(HOSTILE, encoding="utf-8")

    page = parse(yogakg.review(article))

    assert text_of(page) == HOSTILE
    assert len(page.xpath("//script")) == len(page.xpath("//style")) == 1
    assert list(page.iter("img", "svg", "b", "iframe", "object", "embed", "link", "base", "form")) == []
    assert [
        name for element in page.iter() for name in element.attrib if name.startswith("on") or name == "style"
    ] == []
    assert "49" not in text_of(page)


def test_characters_that_turn_or_hide_text_are_named_and_not_rendered(tmp_path: Path) -> None:
    article = tmp_path / "cobra.txt"
    article.write_text(HOSTILE, encoding="utf-8")

    page = parse(yogakg.review(article))

    assert {element.get("data-code") for element in page.find_class("control")} == {
        "U+202E",
        "U+202C",
        "U+2066",
        "U+200B",
    }
    for text in page.xpath("//text()[not(parent::script or parent::style)]"):
        if any(unicodedata.category(character) == "Cf" for character in text):
            assert text.getparent().get("hidden") is not None
            assert len(text) == 1
    assert all(passage.get("dir") == "auto" for passage in page.find_class("text"))


def test_titles_and_names_are_escaped_too() -> None:
    bad = "</bdi><script>\u202ex"
    term = Term(PREFIXES["condition"] + "x", (bad,), "Disease", minted=True)
    barred = Contraindication(
        span=Span(0, 4), rule="contraindication-stated", condition=term, advice="Avoid", circumstance=bad
    )
    document = write(
        "Some text",
        barred,
        mentions=(Mention(bad, "HealthCondition", "contraindications", Span(5, 9)),),
        title=bad,
        name=bad,
        url="javascript:alert(1)",
    )

    page = review(document)

    assert len(page.xpath("//script")) == 1
    assert page.findtext(".//title") == "Review: </bdi><script>x"
    assert page.xpath("//a[starts-with(@href, 'javascript')]") == []
    assert "\u202e" not in "".join(page.xpath("//@*"))


@settings(deadline=None, max_examples=60)
@given(
    text=st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t"), min_size=1, max_size=60),
    places=st.lists(st.tuples(st.integers(0, 60), st.integers(1, 60)), max_size=5),
)
def test_any_text_with_any_spans_is_kept(text: str, places: list[tuple[int, int]]) -> None:
    spans = [Span(start, min(start + size, len(text))) for start, size in places if start < len(text)]

    page = review(write(text, unused=tuple(spans)))

    assert text_of(page) == text
    for item in items(page):
        start, end = place(item)
        marked = spans_of(page, item)
        assert "".join(span.text_content() for span in marked) == text[start:end]


def test_a_null_character_keeps_its_place() -> None:
    assert text_of(review(write("a\0b"))) == "a\ufffdb"


# The page as a document


def test_nothing_is_fetched_and_only_our_script_and_style_run() -> None:
    page = parse(yogakg.review(ARTICLE))
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]

    for element, directive in (("style", "style-src"), ("script", "script-src")):
        content = page.find(f".//{element}").text
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}'" in policy
        assert re.search(r"@import|url\(|fetch\(|import\(|innerHTML", content) is None
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert page.xpath("//@src | //link | //@srcset | //@action") == []


def test_the_page_has_landmarks_headings_and_labels() -> None:
    page = parse(yogakg.review(ARTICLE))

    assert page.get("lang") == "en"
    assert [len(list(page.iter(name))) for name in ("main", "header", "footer", "aside", "h1")] == [1] * 5
    assert [heading.tag for heading in page.iter("h1", "h2", "h3")] == ["h1", "h2", "h2", "h2", "h2"]
    assert page.xpath("//nav//a[@href='#article']")
    assert all(box.getparent().tag == "label" for box in page.iter("input"))
    assert all(cell.get("scope") for cell in page.iter("th"))
    assert {item.getparent().tag for item in items(page)} == {"ul"}


def test_without_a_script_nothing_is_hidden_but_what_needs_it() -> None:
    page = parse(yogakg.review(ARTICLE))

    hidden = page.xpath("//*[@hidden]")
    assert hidden
    assert all("scripted" in element.classes for element in hidden)


STYLE = resources.read("pages", "review.css").decode()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_each_kind_can_be_coloured_and_filtered(kind: Any) -> None:
    assert f":root:has(#show-{kind.name}:checked) .span.{kind.name} {{" in STYLE
    hidden = rf"#show-{kind.name}:not\(:checked\)\) main :is\(\.item, \.mark, \.check > li\)\.{kind.name}[, ]"
    assert re.search(hidden, STYLE.replace("\n", " "))


def test_marks_tell_the_kinds_apart_without_colour() -> None:
    assert len({kind.mark for kind in KINDS}) == len({kind.label for kind in KINDS}) == len(KINDS)


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour such as ``#fff`` (WCAG 2.2)."""
    digits = colour.lstrip("#")
    digits = "".join(2 * digit for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_text_stands_out_from_its_ground(scheme: int) -> None:
    block = re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)[scheme]
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]+);", block))
    grounds = ["ground", "panel", *(f"{kind.name}-tint" for kind in KINDS)]
    pairs = [("ink", ground) for ground in grounds]
    for text in ("soft", "link", "warning", *(kind.name for kind in KINDS)):
        pairs += [(text, "ground"), (text, "panel")]

    ratios = {}
    for pair in pairs:
        dark, light = sorted(luminance(colours[name]) for name in pair)
        ratios[pair] = (light + 0.05) / (dark + 0.05)

    assert {pair: ratio for pair, ratio in ratios.items() if ratio < 4.5} == {}


# The command


def run(*arguments: str | Path) -> int:
    with pytest.raises(SystemExit) as ended:
        main(["review", *map(str, arguments)])
    return int(ended.value.code or 0)


def test_the_command_writes_the_page_to_a_file(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(ARTICLE, "-o", tmp_path / "page.html") == 0
    assert (tmp_path / "page.html").read_text(encoding="utf-8") == yogakg.review(ARTICLE)
    assert capfd.readouterr().out == ""


@pytest.mark.parametrize("output", [[], ["-o", "-"]])
def test_the_command_writes_the_page_to_standard_output(output: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    assert run(ARTICLE, *output) == 0
    assert capfd.readouterr().out == yogakg.review(ARTICLE)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("missing.txt", None, "cannot be read"),
        ("empty.txt", b"", "empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 20, "binary"),
        ("facts.ttl", b"<a:b> <a:b> <a:b> .", "RDF"),
    ],
)
def test_what_is_no_article_is_refused_and_no_page_written(
    name: str, data: bytes | None, said: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    page = tmp_path / "page.html"
    page.write_text("an older page", encoding="utf-8")

    assert run(tmp_path / name, "-o", page) == 2
    assert page.read_text(encoding="utf-8") == "an older page"
    error = capfd.readouterr().err
    assert error.startswith("Error: ")
    assert said in error


def test_the_article_is_not_overwritten_even_by_another_name(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    article = tmp_path / "article.html"
    article.write_bytes((ROOT / "examples" / "warrior-two.html").read_bytes())
    (tmp_path / "link.html").symlink_to(article)

    for output in (article, tmp_path / "link.html"):
        assert run(article, "-o", output) == 2
        assert "this is the article itself" in capfd.readouterr().err
    assert article.read_bytes() == (ROOT / "examples" / "warrior-two.html").read_bytes()


def test_a_page_cannot_be_written_where_there_is_no_folder(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(ARTICLE, "-o", tmp_path / "none" / "page.html") == 2
    assert "page.html" in capfd.readouterr().err
