"""Word and PDF files say what the same article says as text, or why they cannot be read."""

from __future__ import annotations

import io
import re
import sys
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import docx
import pypdf
import pytest
from fpdf import FPDF

from yogakg.errors import DocumentError, MissingExtraError
from yogakg.evaluation import prediction
from yogakg.facts import Contraindication, Document
from yogakg.loaders.article import read_article
from yogakg.loaders.article.documents.reader import read_page
from yogakg.pipeline import load
from yogakg.store import Store

ROOT = Path(__file__).parents[1]
ARTICLES = [ROOT / "examples" / name for name in ("head-to-knee-pose.txt", "cobra-pose.md", "warrior-two.html")]
ARTICLES += [ROOT / "tests" / "data" / "articles" / name for name in ("19-low-lunge.md", "25-three-hip-openers.md")]
#: What the standard fonts of PDF lack.
PLAIN = str.maketrans({"–": "-", "—": "-", "’": "'", "‘": "'", "“": '"', "”": '"'})
ARTICLE = "# Tree Pose (Vrksasana)\n\n## Benefits\n\n- Stretches the groins.\n\n## Contraindications\n\n- Vertigo.\n"
Write = Callable[[str], bytes]


def parts(text: str) -> Iterator[tuple[str, str]]:
    """Yield the lines of an article as (style, words): h1, h2, bullet, number or text."""
    lines = text.splitlines()
    for index, line in enumerate(lines):
        if not line.strip():
            continue
        alone = not any(lines[place].strip() for place in (index - 1, index + 1) if 0 <= place < len(lines))
        if marked := re.match(r"(#+) (.*)", line):
            yield f"h{len(marked[1])}", marked[2]
        elif marked := re.match(r"[-*] (.*)", line):
            yield "bullet", marked[1]
        elif marked := re.match(r"\d+\. (.*)", line):
            yield "number", marked[1]
        elif "\n# " not in f"\n{text}" and alone and len(line) < 75 and line[-1] not in ".:!?":
            yield "h1" if index == 0 else "h2", line
        else:
            yield "text", line


def as_docx(text: str) -> bytes:
    document = docx.Document()
    styles = {"bullet": "List Bullet", "number": "List Number", "text": "Normal"}
    for style, line in parts(text):
        document.add_paragraph(line, style=styles.get(style) or f"Heading {style[1:]}")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


class Paper(FPDF):
    """A page with a header and a number at its foot."""

    def header(self) -> None:  # noqa: D102
        self.set_font("Helvetica", size=8)
        self.cell(0, 8, "Notes from the mat, volume 3")
        self.ln(12)

    def footer(self) -> None:  # noqa: D102
        self.set_y(-15)
        self.set_font("Helvetica", size=8)
        self.cell(0, 8, f"Page {self.page_no()}", align="C")


def as_pdf(text: str) -> bytes:
    paper = Paper()
    paper.add_page()
    number = 0
    for style, line in parts(text.translate(PLAIN)):
        number = number + 1 if style == "number" else 0
        mark = {"bullet": "- ", "number": f"{number}. "}.get(style, "")
        paper.set_font("Helvetica", "B" if style[0] == "h" else "", {"h1": 20, "h2": 14, "h3": 12}.get(style, 11))
        paper.multi_cell(0, 10 if style[0] == "h" else 6, mark + line, new_x="LMARGIN", new_y="NEXT", align="L")
        paper.ln(3)
    return bytes(paper.output())


def as_columns(left: list[str], right: list[str], *, by_row: bool = False) -> bytes:
    """Write two columns, one after the other or row by row."""
    paper = FPDF()
    paper.add_page()
    places = [(10, row, line) for row, line in enumerate(left)] + [(110, row, line) for row, line in enumerate(right)]
    for x, row, line in sorted(places, key=lambda place: place[1]) if by_row else places:
        is_heading = line in {"Tree Pose", "Benefits", "Contraindications"}
        paper.set_font("Helvetica", "B" if is_heading else "", 14 if is_heading else 11)
        paper.text(x, 30 + 7 * row, line)
    return bytes(paper.output())


def facts(document: Document) -> set[tuple[str, str, str | None]]:
    return {(fact["p"], fact["o"].translate(PLAIN), fact["q"]) for fact in prediction(document)["facts"]}


def problem(data: bytes, name: str) -> str:
    with pytest.raises(DocumentError) as failed:
        read_article(data, name=name)
    assert failed.value.remedy
    return failed.value.problem


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
@pytest.mark.parametrize(("suffix", "write"), [("docx", as_docx), ("pdf", as_pdf)])
def test_facts_are_those_of_the_text(path: Path, suffix: str, write: Write) -> None:
    text = read_page(path.read_bytes(), name=path.name).text
    wanted = read_article(text.encode(), name=f"{path.stem}.md")

    found = read_article(write(text), name=f"{path.stem}.{suffix}")

    assert facts(found) == facts(wanted)
    assert len(facts(found)) > 25
    for _, claim in found.claims():
        assert found.text[claim.span.start : claim.span.end].strip()
    assert "volume 3" not in found.text
    assert "Page 1" not in found.text


def test_columns_are_read_one_after_the_other_and_broken_words_are_joined() -> None:
    left = [
        "Tree Pose",
        "",
        "Benefits",
        "- Stretches the groins and the inner",
        "thighs.",
        "- Improves con-",
        "centration.",
    ]
    right = [
        "Contraindications",
        "",
        "- Avoid it with a recent knee in-",
        "jury.",
        "- Avoid it with low-",
        "back pain.",
    ]
    right += ["- A low-back problem."]
    found = read_article(as_columns(left, right), name="tree-pose.pdf")

    assert ("benefit", "concentration", "improve") in facts(found)
    assert "- Stretches the groins and the inner thighs." in found.text
    assert "- Avoid it with low-back pain." in found.text
    assert {claim.condition.label for _, claim in found.claims() if isinstance(claim, Contraindication)} >= {
        "knee injury"
    }


def test_paragraph_after_an_item_is_no_part_of_it() -> None:
    paper = FPDF()
    paper.add_page()
    paper.set_font("Helvetica", size=11)
    item = "- Avoid the pose with a knee injury, and for a long time after the operation on one"
    for y, line in (
        (20, "Tree Pose"),
        (30, "Contraindications"),
        (40, item),
        (46, "of your knees."),
        (54, "It is old."),
    ):
        paper.text(10, y, line)

    text = read_article(bytes(paper.output()), name="tree-pose.pdf").text

    assert text.endswith(f"{item} of your knees.\n\nIt is old.")


def test_heading_over_two_lines_is_one() -> None:
    paper = FPDF()
    paper.add_page()
    for y, line, size in ((20, "Tree Pose: Benefits,", 20), (28, "Steps and Variations", 20), (40, "It calms.", 11)):
        paper.set_font("Helvetica", size=size)
        paper.text(10, y, line)
    for row in range(6):
        paper.text(10, 46 + 6 * row, "It strengthens the calves.")

    text = read_article(bytes(paper.output()), name="tree-pose.pdf").text

    assert text.startswith("# Tree Pose: Benefits, Steps and Variations\n\nIt calms.")


def test_lines_side_by_side_are_not_mixed_up() -> None:
    left = ["Tree Pose", "Benefits", "- Stretches the groins and the", "thighs. Do not", "hurry.", "- Calms."]
    right = ["Contraindications", "- Avoid it with a recent", "injury of the knee.", "- Vertigo", "- Asthma", "- Gout"]

    assert "on page 1 lines lie side by side" in problem(as_columns(left, right, by_row=True), "tree-pose.pdf")


def test_word_keeps_what_a_word_processor_hides() -> None:
    document = docx.Document()
    document.add_heading("Tree Pose", level=0)
    document.add_heading("Contraindications")
    paragraph = document.add_paragraph("", style="List Bullet")
    paragraph._p.append(_inserted("Vertigo"))
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Level", "Beginner"
    file = io.BytesIO()
    document.save(file)

    found = read_article(file.getvalue(), name="tree-pose.docx")

    assert ("contraindicated_for", "vertigo", "avoid") in facts(found)
    assert "Level | Beginner" in found.text
    assert found.text.startswith("# Tree Pose\n")


def _inserted(text: str) -> Any:
    """Return a run that somebody added while changes were tracked."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    return parse_xml(f"<w:ins {nsdecls('w')} w:id='1' w:author='a'><w:r><w:t>{text}</w:t></w:r></w:ins>")


def test_documents_go_into_the_store(tmp_path: Path, store: Store) -> None:
    (tmp_path / "tree.docx").write_bytes(as_docx(ARTICLE))
    (tmp_path / "tree.pdf").write_bytes(as_pdf(ARTICLE))

    report = load([tmp_path], store=store)

    assert report.failures == ()
    assert [source.claims > 0 for source in report.sources] == [True, True]
    assert {source.media_type for source in store.sources()} == {
        "application/pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    }


def test_pdf_is_known_by_its_first_bytes() -> None:
    assert facts(read_article(as_pdf(ARTICLE), name="tree")) == facts(read_article(ARTICLE.encode(), name="tree.md"))


# -- files that cannot be read --------------------------------------------------------------------


def encrypted() -> bytes:
    writer = pypdf.PdfWriter(io.BytesIO(as_pdf(ARTICLE)))
    writer.encrypt("secret", algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def scanned() -> bytes:
    paper = FPDF()
    paper.add_page()
    paper.rect(10, 10, 100, 100, style="F")
    return bytes(paper.output())


@cache
def swollen() -> bytes:
    """Return a PDF file whose one page unpacks to 400 MB."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * 10**6) for _ in range(400)) + packer.flush()
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<>>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed),
    ]
    body, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return body + b"xref\n0 5\n%strailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (table, len(body))


def packed(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return file.getvalue()


@pytest.mark.parametrize(
    ("make", "name", "told"),
    [
        (encrypted, "a.pdf", "the PDF file is encrypted"),
        (scanned, "a.pdf", "the PDF file has no text"),
        (lambda: as_pdf(ARTICLE)[:600], "a.pdf", "the PDF file is broken"),
        (lambda: b"%PDF-1.7 and no more", "a.pdf", "the PDF file is broken"),
        (lambda: b"words", "a.pdf", "the PDF file is broken"),
        (swollen, "a.pdf", "a page unpacks to more than an article takes"),
        (lambda: as_docx(ARTICLE)[:900], "a.docx", "this is no Word file, or a broken one"),
        (lambda: b"words", "a.docx", "this is no Word file, or a broken one"),
        (lambda: packed(photo=b"x"), "a.docx", "this is no Word file, or a broken one"),
        (lambda: packed(**{"[Content_Types].xml": b"<Types/>"}), "a.docx", "the Word file is broken"),
        (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 100, "a.docx", "the Word file is encrypted, or of Word 2003"),
        (lambda: as_docx(""), "a.docx", "the Word file has no text"),
        (
            lambda: packed(**{"[Content_Types].xml": b"<Types/>", "word/document.xml": b" " * 50_000_000}),
            "a.docx",
            "its text takes 50 MB unpacked, more than the 10 MB of an article",
        ),
    ],
)
def test_file_that_cannot_be_read_says_why(make: Callable[[], bytes], name: str, told: str) -> None:
    assert problem(make(), name).startswith(told)


def test_book_is_refused() -> None:
    paper = FPDF()
    for _ in range(201):
        paper.add_page()

    assert "201 pages" in problem(bytes(paper.output()), "a.pdf")


def test_swollen_page_takes_little_memory() -> None:
    data = swollen()
    tracemalloc.start()
    try:
        assert "unpacks to more" in problem(data, "a.pdf")
        assert tracemalloc.get_traced_memory()[1] < 250_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(("library", "name"), [("mammoth", "a.docx"), ("pypdf", "a.pdf")])
def test_missing_library_says_what_to_install(library: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, library, None)

    with pytest.raises(MissingExtraError, match=rf"Reading {name} .* pip install 'yogakg\[documents\]'"):
        read_article(b"x", name=name)
