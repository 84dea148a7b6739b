"""Pages of all sorts: no form of page, and no name of a box, may lose the people that a page warns."""

from __future__ import annotations

import pytest

from articles import advice, every, relations
from yogakg.facts import Document, Step
from yogakg.loaders.article import read_article

WARNED = every("Avoid", "hernia", "glaucoma", "neck injury")
ITEMS = "<li>Hernia</li><li>Glaucoma</li><li>Neck injury</li>"
LINE = "Hernia, glaucoma, neck injury"
SENTENCE = "<p>Avoid this pose with hernia, glaucoma or a neck injury.</p>"
HEADING = "Contraindications"


def page(warning: str) -> Document:
    """Read a page of a studio with a warning between its steps and a word on itself."""
    text = f"""<!doctype html><html><head><title>Camel Pose | A Studio</title></head><body>
        <nav><a href="/">Home</a> <a href="/poses">Poses</a></nav><div class="wrap"><h1>Camel Pose (Ustrasana)</h1>
        <p>Camel Pose is a kneeling backbend that opens the chest and stretches the thighs, once the hips are warm.</p>
        <h2>Steps</h2><ol><li>Kneel with the knees apart.</li><li>Lift the chest and reach for the heels.</li></ol>
        {warning}
        <h2>About us</h2><p>We are a small studio with classes on all days of the week, for all who like to rest.</p>
        </div><footer>Copyright <a href="/imprint">Imprint</a></footer></body></html>"""
    return read_article(text.encode(), name="camel.html")


@pytest.mark.parametrize(
    "warning",
    [
        f"<h2>{HEADING}</h2><ul>{ITEMS}</ul>",
        f"<h2>{HEADING}</h2><menu>{ITEMS}</menu>",
        f"<strong>{HEADING}:</strong><p>{ITEMS}</p>",
        f"<center><h2>{HEADING}</h2></center><center>Hernia<br>Glaucoma<br>Neck injury</center>",
        # What folds up.
        f"<details><summary>{HEADING}</summary><ul>{ITEMS}</ul></details>",
        f"<button class='accordion'>{HEADING}</button><div class='panel' style='display:none'><p>{LINE}</p></div>",
        f"<button>Who else?</button><div class='panel'>{SENTENCE}</div>",
        f"<h2>{HEADING}</h2><div aria-hidden='true' style='display: none'><ul>{ITEMS}</ul></div>",
        f"<h3>{HEADING}</h3><details open><summary>Hernia</summary><p>Avoid this pose.</p></details>"
        "<details><summary>Glaucoma</summary><p>Leave it out.</p></details>"
        "<details><summary>Neck injury</summary><p>Do not practise it.</p></details>",
        # Boxes that are left out by their kind or name.
        f"<aside class='note'><h4>{HEADING}</h4><ul>{ITEMS}</ul></aside>",
        f"<aside class='callout'><h4>Hold on!</h4>{SENTENCE}</aside>",
        f"<fieldset><legend>{HEADING}</legend><ul>{ITEMS}</ul></fieldset>",
        f"<dialog open><h3>{HEADING}</h3><ul>{ITEMS}</ul></dialog>",
        f"<div class='sidebar'><h3>{HEADING}</h3><ul>{ITEMS}</ul></div>",
        f"<div class='related-info'><h3>{HEADING}</h3><ul>{ITEMS}</ul></div>",
        f"<div class='entry-footer'><h3>{HEADING}</h3><ul>{ITEMS}</ul></div>",
        f"<div class='elementor-widget'>{SENTENCE}</div>",
        f"<div class='yin-yoga'>{SENTENCE}</div>",
        f"<div class='slide expand' id='menu'>{SENTENCE}</div>",
        f"<div id='navasana-notes'>{SENTENCE}</div>",
        f"<h2 style='display:none'>{HEADING}</h2><ul>{ITEMS}</ul>",
        f"<h2>Benefits</h2><p>It opens the chest.</p><h2 style='border:none'><a href='#c'>{HEADING}</a></h2>"
        f"<ul>{ITEMS}</ul>",
        # Beside all else, in columns, and as links.
        f"</div><div class='box'><h2>{HEADING}</h2><ul>{ITEMS}</ul></div><div>",
        f"<table><tr><td>Benefits</td><td>{HEADING}</td></tr><tr><td><ul><li>Opens the chest</li></ul></td>"
        f"<td><ul>{ITEMS}</ul></td></tr></table>",
        f"<h2>{HEADING}</h2><ul>{ITEMS.replace('<li>', '<li><a href=x>').replace('</li>', '</a></li>')}</ul>",
    ],
)
def test_warnings_of_a_page_are_read_whatever_holds_them(warning: str) -> None:
    assert advice(page(warning)) == WARNED


@pytest.mark.parametrize("element", ["form", "center", "article", "section", "font", "b", "fieldset", "div"])
def test_page_within_any_element_is_read_whole(element: str) -> None:
    body = (
        "<h1>Camel Pose</h1><p>Camel Pose is a kneeling backbend that is taught in most studios once one is warm.</p>"
        f"<h2>Steps</h2><ol><li>Kneel upright.</li><li>Lift the chest.</li></ol>{SENTENCE}"
    )
    document = read_article(f"<html><body><{element}>{body}</{element}></body></html>".encode(), name="camel.html")
    assert advice(document) == WARNED
    assert sum(isinstance(claim, Step) for _, claim in document.claims()) == 2


def test_labels_of_attributes_are_read_in_boxes_of_any_name_and_hidden_headings_are_not() -> None:
    document = page(
        "<div class='meta-chip'><span>Level: <strong>Beginner</strong></span></div><h2>Cautions</h2>"
        "<h2 style='display:none'>Vorsicht bei</h2><ul><li>Hernia</li><li>Glaucoma</li><li>Neck injury</li></ul>"
    )
    assert advice(document) == WARNED
    assert relations(document, "level") == {"beginner"}
    assert "Vorsicht" not in document.text


def test_cards_of_related_pages_are_not_taken_for_the_page() -> None:
    cards = "<article><h3>Cobra Pose</h3><p>A backbend that lies on the belly and asks little of you.</p></article>" * 3
    text = f"""<html><body><main><h1>Camel Pose</h1><p>Camel Pose is a kneeling backbend taught in most studios.</p>
        <h2>Steps</h2><ol><li>Kneel upright.</li><li>Lift the chest.</li></ol>{SENTENCE}
        <div>{cards}</div></main></body></html>"""
    assert advice(read_article(text.encode(), name="camel.html")) == WARNED


@pytest.mark.parametrize(
    "debris",
    [
        "<div class='comments'><p>Ann says: People with hernia should avoid Camel Pose for a year.</p></div>",
        "<div class='newsletter'><p>Those with glaucoma should avoid many poses: get the list by mail.</p></div>",
        "<nav><a href='1'>Contraindications</a> <a href='2'>Hernia</a> <a href='3'>Glaucoma</a></nav>",
        "<aside><h3>Precautions</h3><a href='1'>Avoid with gout</a> <a href='2'>Flu</a> <a href='3'>Hernia</a></aside>",
    ],
)
def test_debris_of_a_page_warns_nobody(debris: str) -> None:
    assert advice(page(debris)) == set()


@pytest.mark.parametrize(
    "listing",
    [
        "| Benefits | Contraindications |\n|---|---|\n| Back pain | Hernia |\n| | Glaucoma |\n| Asthma | Neck injury |",
        "| Benefits | Strength |\n|---|---|\n| Contraindications | Hernia, glaucoma, neck injury |",
        "> **Contraindications**\n>\n> - Hernia\n> - Glaucoma\n> - Neck injury",
        "- Contraindications\n  - Hernia\n  - Glaucoma\n  - Neck injury",
        "*** Contraindications ***\n\n- Hernia\n- Glaucoma\n- Neck injury",
        "Contraindications\n\ni) Hernia\nii) Glaucoma\niii) Neck injury",
    ],
)
def test_warnings_of_text_are_read_in_columns_quotations_and_lists(listing: str) -> None:
    text = f"# Camel Pose\n\nA backbend.\n\n{listing}\n\n# About us\n\nWe are a small studio."
    assert advice(read_article(text.encode(), name="camel.md")) == WARNED


def test_page_is_read_whole_where_what_it_marks_as_main_is_a_scrap_of_it() -> None:
    warm = "<p>Warm up the thighs, the hips and the whole of the back before you bend, for as long as it takes.</p>"
    text = f"""<html><body><main><h1>Camel Pose</h1><p>A kneeling backbend that is taught in most studios.</p></main>
        <div><h2>Steps</h2><ol><li>Kneel upright.</li><li>Lift the chest.</li></ol><h2>Safety</h2>{SENTENCE}
        {warm * 4}</div></body></html>"""
    assert advice(read_article(text.encode(), name="camel.html")) == WARNED


def test_headings_of_a_page_of_few_divisions_are_kept() -> None:
    text = f"""<html><body><div><header><h1>A Studio</h1></header><section><img src="x.jpg"><div>
        <h2>How to do Camel Pose</h2><ul><li>Kneel upright.</li><li>Lift the chest.</li></ul></div></section>
        <section><h2>Cautions</h2><div><ul>{ITEMS}</ul></div></section></div></body></html>"""
    assert advice(read_article(text.encode(), name="camel.html")) == WARNED


def test_text_between_the_title_and_the_body_of_a_page_is_kept() -> None:
    warm = "<p>Warm up the thighs, the hips and the whole of the back before you bend, for as long as it takes.</p>"
    text = f"""<html><body><div class="hero"><h1>Camel Pose</h1>{SENTENCE}</div><div class="text"><h2>Steps</h2>
        <ol><li>Kneel upright.</li><li>Lift the chest.</li></ol>{warm * 12}</div></body></html>"""
    assert advice(read_article(text.encode(), name="camel.html")) == WARNED


def test_menu_of_a_page_names_no_conditions() -> None:
    text = f"""<html><body><div id="top"><ul><li>Home</li><li>Treatments<ul><li>Arthritis</li><li>Gout</li></ul></li>
        <li>Enquiry</li></ul></div><div class="left"><h1>Camel Pose</h1><p>A kneeling backbend for most people.</p>
        <h3>Limitations</h3><ul>{ITEMS}</ul></div></body></html>"""
    assert advice(read_article(text.encode(), name="camel.html")) == WARNED
