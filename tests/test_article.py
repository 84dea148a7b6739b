"""What the article loader reads, and what it must not read."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from articles import advice, article, contraindications, every, relations
from yogakg import resources
from yogakg.errors import DocumentError
from yogakg.facts import (
    Asymmetry,
    BreathingInstruction,
    Contraindication,
    Description,
    Document,
    Hold,
    Modification,
    NameElement,
    Relation,
    Step,
)
from yogakg.loaders.article import read_article, rules
from yogakg.namespaces import YOGA

BENEFITS = "Benefits\n\n- {}\n"
CAUTIONS = "Contraindications\n\n- {}\n"


@pytest.mark.parametrize(
    ("text", "prop", "objects"),
    [
        ("Stretches the calves, hamstrings, and glutes", "stretches", {"calf", "hamstrings", "glutes"}),
        ("Stretches and strengthens the legs, hips, and lower back", "strengthens", {"leg", "hip", "lower back"}),
        ("Strengthens the glutes and lower and middle back", "strengthens", {"glutes", "lower back", "middle back"}),
        ("Stretches the inner thighs, groins, and knees", "stretches", {"inner thigh", "groin", "knee"}),
        ("It also stretches the spine (including the neck)", "stretches", {"spine", "neck"}),
        ("The hamstrings and calves are stretched", "stretches", {"hamstrings", "calf"}),
        ("From there the stretch goes on through the calves and hamstrings.", "stretches", {"calf", "hamstrings"}),
        ("Helps to relieve stress, anxiety and fatigue", "relieves", {"stress", "anxiety", "fatigue"}),
        ("Relieves neck and back pain", "relieves", {"neck pain", "back pain"}),
        ("A happy spine leads to better posture!", "improves", {"posture"}),
        ("Improves flexibility of the spine and hips", "improves", {"spinal flexibility", "hip flexibility"}),
        ("Has a calming effect on your mind", "calms", {"mind"}),
        ("Therapeutic for asthma and sciatica", "treats", {"asthma", "sciatica"}),
        ("Keeps headaches and insomnia in check", "controls", {"headache", "insomnia"}),
        ("Stress relief and pain reduction", "relieves", {"stress", "pain"}),
        ("The thighs become strong", "strengthens", {"thigh"}),
        ("Stretches the whole body, from the throat down to the ankles", "stretches", {"body", "throat", "ankle"}),
        ("It reduces the stress and lowers your blood pressure", "relieves", {"stress", "blood pressure"}),
        ("It helps pregnant women relieve backache", "relieves", {"back pain"}),
        ("Those with asthma will find this posture very helpful", "treats", {"asthma"}),
    ],
)
def test_effects_with_all_their_objects(text: str, prop: str, objects: set[str]) -> None:
    assert relations(article(BENEFITS.format(text)), prop) == objects


@pytest.mark.parametrize(
    "text",
    [
        "It does not stretch the hamstrings.",
        "This pose never relieves asthma.",
    ],
)
def test_negated_effects_are_no_claims(text: str) -> None:
    document = article(BENEFITS.format(text))

    assert not relations(document, "stretches") | relations(document, "relieves")


def test_cues_in_steps_are_no_effects() -> None:
    document = article("How to do it\n\n1. Stretch your arms forward.\n2. Open the chest and relax the shoulders.\n")

    assert [c.position for _, c in document.claims() if isinstance(c, Step)] == [1, 2]
    assert not [c for _, c in document.claims() if isinstance(c, Relation)]


def test_hedges_are_kept() -> None:
    document = article(BENEFITS.format("It may relieve asthma"))

    assert [c.hedged for _, c in document.claims() if isinstance(c, Relation)] == [True]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("High or low blood pressure", {("high blood pressure", "Avoid"), ("low blood pressure", "Avoid")}),
        (
            "Leg, hip, back or shoulder injury and high blood pressure",
            {(f"{part} injury", "Avoid") for part in ("leg", "hip", "back", "shoulder")}
            | {("high blood pressure", "Avoid")},
        ),
        (
            "Injuries to the shoulder, elbow, or wrist",
            {("shoulder injury", "Avoid"), ("elbow injury", "Avoid"), ("wrist injury", "Avoid")},
        ),
        (
            "With a spinal injury, for example slipped or herniated discs, bruising or swelling, skip the whole pose",
            {("slipped disc", "Avoid"), ("herniated disc", "Avoid")}
            | {(f"spinal {harm}", "Avoid") for harm in ("injury", "bruising", "swelling")},
        ),
        ("Neck problems: leave the face turned to the front", {("neck problem", "Modify")}),
        ("People with a hernia should consult their doctor", {("hernia", "Caution")}),
        ("Pregnant women should not do this pose.", {("pregnancy", "Avoid")}),
        ("If you have asthma, avoid raising the arms overhead", {("asthma", "Modify")}),
        ("Diarrhea. Revisit it when that is over!", {("diarrhea", "Avoid")}),
        ("Heart condition? Talk to your doctor before you try.", {("heart condition", "Caution")}),
        ("High blood pressure (raise the head on a blanket)", {("high blood pressure", "Modify")}),
        ("Do not practise it without supervision if you have a back injury", {("back injury", "Caution")}),
        ("Back injury or pain", {("back injury", "Avoid"), ("back pain", "Avoid")}),
    ],
)
def test_contraindications_with_advice(text: str, expected: set[tuple[str, str]]) -> None:
    assert advice(article(CAUTIONS.format(text))) == expected


def test_recent_old_and_recovering_are_told_apart() -> None:
    document = article(
        CAUTIONS.format(
            "Knees. Leave this pose with a recent knee injury or while recovering from knee surgery. "
            "With an old knee injury, modify the pose a little."
        )
    )

    assert contraindications(document) == {
        ("knee injury", "Avoid", "Recent"),
        ("knee surgery", "Avoid", "Recovering"),
        ("knee injury", "Modify", "Old"),
    }


def test_trimester_qualifies_pregnancy() -> None:
    document = article(CAUTIONS.format("Late pregnancy"))

    claims = [c for _, c in document.claims() if isinstance(c, Contraindication)]
    assert [(c.condition.label, c.trimester) for c in claims] == [("pregnancy", "ThirdTrimester")]


@pytest.mark.parametrize(
    "text",
    [
        "Even without the injury, many find it hard.",
        "You can do it if you have no asthma, no hernia and no headache.",
        "There is nobody who must not do it. Even with asthma it is allowed.",
    ],
)
def test_denied_conditions_are_not_contraindications(text: str) -> None:
    assert advice(article(CAUTIONS.format(text))) == set()


def test_unknown_items_are_kept_as_mentions_and_bar_nobody() -> None:
    document = article(CAUTIONS.format("A rounded upper spine posture"))

    assert not contraindications(document)


def test_unknown_diseases_bar_and_are_kept_as_mentions() -> None:
    document = article(CAUTIONS.format("Severe epididymitis"))

    assert advice(document) == {("epididymitis", "Avoid")}
    assert [(m.text, m.section) for m in document.mentions] == [("Severe epididymitis", "contraindications")]


@pytest.mark.parametrize(
    "bind",
    [
        "If you reach past your foot, you may bring the arms into a bind.",
        "Clasp your hands behind you for the bound version.",
    ],
)
def test_a_bind_that_is_offered_is_a_variation(bind: str) -> None:
    document = article(f"Steps\n\n1. Fold forward.\n2. {bind}\n")

    assert relations(document, "hasVariation") == {"bound Head-to-Knee Pose"}


def test_captions_and_related_posts_are_no_facts() -> None:
    document = article(
        "A man doing Janu Sirsasana and stretching the hamstrings beside a lamp.\n\n"
        "Benefits\n\n- Stretches the calves\n\n"
        "Related posts\n\n- Camel Pose strengthens the back\n- Ten poses for asthma\n"
    )

    assert relations(document, "stretches") == {"calf"}
    assert not relations(document, "strengthens")


def test_lost_heading_is_found_by_the_form_of_its_list() -> None:
    document = article(
        "Steps\n\n1. Start in Staff Pose (Dandasana).\n2. Fold forward.\n\n"
        "\u2022 Hamstring injury. Skip this pose with a recent hamstring injury.\n"
        "\u2022 Diarrhea. Wait until you feel better.\n"
    )

    assert advice(document) == {("hamstring injury", "Avoid"), ("diarrhea", "Avoid")}
    assert relations(document, "startsFrom") == {"Staff Pose"}


def test_modifications_answer_difficulties_with_props() -> None:
    document = article(
        "Modifications\n\n"
        "- If you cannot reach your foot, use a belt, or just leave the hands on the shin.\n"
        "- If the hip of the folded leg is tense, slide a block under it.\n"
    )

    found = {
        (claim.addresses.label, claim.prop.label if claim.prop else None)
        for _, claim in document.claims()
        if isinstance(claim, Modification)
    }
    assert found == {("cannot reach the foot", "strap"), ("cannot reach the foot", None), ("tight hips", "block")}
    assert relations(document, "usesProp") == {"strap", "block"}


def test_sequences_by_heading() -> None:
    document = article(
        "Preparatory Poses\n\n- Staff Pose \u2013 Dandasana\n- Bound Angle Pose | Baddha Konasana\n\n"
        "Follow-Up Poses\n\n- Cat-Cow Sequence \u2013 Marjaryasana-Bitilasana\n\n"
        "Counter Poses: Bridge Pose, Purvottanasana\n"
    )

    assert relations(document, "preparedBy") == {"Staff Pose", "Bound Angle Pose"}
    assert {r.rpartition("/")[2] for r in iris(document, "followedBy")} == {"cat-cow"}
    counters = {"setu-bandha-sarvangasana", "purvottanasana"}
    assert {r.rpartition("/")[2] for r in iris(document, "counteredBy")} == counters


def iris(document: Document, prop: str) -> set[str]:
    return {c.object.iri for _, c in document.claims() if isinstance(c, Relation) and c.property == prop}


@pytest.mark.parametrize(
    ("text", "seconds", "breaths"),
    [
        ("Hold the pose for 30 seconds to 1 minute.", (30, 60), (None, None)),
        ("Stay for 5-10 breaths.", (None, None), (5, 10)),
        ("Stay for a few seconds, up to a minute.", (None, 60), (None, None)),
        ("Remain here for up to three minutes.", (None, 180), (None, None)),
        ("Hold for sixty seconds.", (60, 60), (None, None)),
        ("Stay here for half an hour to an hour.", (1800, 3600), (None, None)),
    ],
)
def test_holds(text: str, seconds: tuple[int, int], breaths: tuple[int, int]) -> None:
    document = article(f"Steps\n\n1. Fold forward.\n2. {text}\n3. Repeat on the other side.\n")

    holds = [c for _, c in document.claims() if isinstance(c, Hold)]
    assert [((h.min_seconds, h.max_seconds), (h.min_breaths, h.max_breaths)) for h in holds] == [(seconds, breaths)]
    assert any(isinstance(c, Asymmetry) for _, c in document.claims())


def test_waits_and_repetitions_are_no_holds() -> None:
    document = article("Steps\n\n1. Wait three hours after a meal.\n2. Repeat it 3 times.\n3. Rest for 2 minutes.\n")

    assert not [c for _, c in document.claims() if isinstance(c, Hold)]


def test_steps_with_breath_and_breathing_instructions() -> None:
    document = article(
        "Steps\n\n1. Inhale and lift the arms.\n2. As you exhale, fold.\n3. Stay here.\n\n"
        "Traditionally, you hold your breath here. If you stay for minutes, keep a steady, even breath.\n"
    )

    steps = [c for _, c in document.claims() if isinstance(c, Step)]
    assert [(s.position, s.breath) for s in steps] == [(1, "Inhale"), (2, "Exhale"), (3, None)]
    breathing = [c.breath for _, c in document.claims() if isinstance(c, BreathingInstruction)]
    assert breathing == ["Retain", "SteadyBreath"]


def test_name_elements() -> None:
    document = article("janu \u2013 knee\n\nsirsa \u2013 head\n\nThe pose is old.\n")

    elements = {(c.element, c.meaning) for _, c in document.claims() if isinstance(c, NameElement)}
    assert elements == {("janu", "knee"), ("sirsa", "head")}


def test_every_claim_has_its_characters() -> None:
    document = article("Benefits\n\n- Stretches the calves\n- Relieves stress\n")

    for _, claim in document.claims():
        assert document.text[claim.span.start : claim.span.end].strip()


@pytest.mark.parametrize("name", ["tree-pose.txt", "vrksasana.txt", "07-tree-pose.md"])
def test_pose_may_be_named_by_the_file_only(name: str) -> None:
    document = read_article(b"Benefits\n\n- Strengthens the legs\n- Improves balance\n", name=name)

    assert [d.practice.iri.rpartition("/")[2] for d in document.descriptions] == ["vrksasana"]


def test_several_poses_in_one_file() -> None:
    document = read_article(
        b"Two poses\n\n# Cobra Pose\n\n## Benefits\n\n- Strengthens the spine\n\n"
        b"# Tree Pose\n\n## Benefits\n\n- Improves balance\n",
        name="poses.md",
    )

    def told(description: Description) -> set[str]:
        return {c.object.label for c in description.claims if isinstance(c, Relation)}

    assert {d.practice.label: told(d) for d in document.descriptions} == {
        "Cobra Pose": {"spine"},
        "Tree Pose": {"balance"},
    }


@pytest.mark.parametrize("label", ["Asana type - Seated twist", "Position – Standing Forward Bend", "Type: Squat"])
def test_a_label_opens_no_part_about_another_pose(label: str) -> None:
    document = article(
        f"{label}\n\nIt is taught everywhere.\n\nBenefits\n\n- Strengthens the spine", title="Cobra Pose"
    )

    assert {description.practice.label for description in document.descriptions} == {"Cobra Pose"}


def test_a_dash_may_part_the_names_of_a_pose() -> None:
    document = article(
        "# Cobra Pose - Bhujangasana\n\n## Benefits\n\n- Strengthens the spine\n\n"
        "# Tree Pose - Vrksasana\n\n## Benefits\n\n- Improves balance",
        title="Two poses",
    )

    assert {description.practice.label for description in document.descriptions} == {"Cobra Pose", "Tree Pose"}


def test_names_may_be_wrapped() -> None:
    lines = ("Kneel and lean back slowly and then look up", "at the sky, and follow it with Parivritta",
             "Trikonasana or with whatever else you like", "to do on a day that is warm, such as the one",
             "that we had the last time we all met here.")  # fmt: skip

    assert relations(article("\n".join(lines), title="Camel Pose"), "followedBy") == {"Revolved Triangle Pose"}


def test_box_of_warnings_beside_the_text_is_read_and_one_of_links_is_not() -> None:
    page = (
        "<html><body><article><h1>Tree Pose</h1><p>Tree Pose is a standing pose that is taught everywhere.</p>"
        "<aside class='note'><h3>Precautions</h3><p>People with vertigo should not practise it.</p></aside>"
        "<aside><h3>Precautions</h3><a href='1'>Avoid with gout</a> <a href='2'>Flu</a> <a href='3'>Hernia</a></aside>"
        "<table><tr><th>Condition</th><th>Advice</th></tr><tr><td>Migraine</td><td>Leave it out</td></tr>"
        "<tr><td>Fever</td><td>Avoid</td></tr></table></article></body></html>"
    )

    document = read_article(page.encode(), name="tree-pose.html")

    assert advice(document) == every("Avoid", "vertigo", "migraine", "fever")


def test_text_in_headings_and_beside_the_items_of_lists_is_kept() -> None:
    page = (
        "<html><body><article><h1>Tree Pose</h1><p>Tree Pose is a standing pose that is taught everywhere.</p><ol>"
        "<h4>Cautions</h4><h4>People with vertigo should not practise it. Those who have gout should leave it out "
        "until their toes are better, and come back to it slowly.</h4><li>Not for people with a hernia.</li></ol>"
        "</article></body></html>"
    )

    document = read_article(page.encode(), name="tree-pose.html")

    assert advice(document) == every("Avoid", "vertigo", "gout", "hernia")


def test_html_without_navigation_and_comments() -> None:
    page = b"""<html><head><title>Tree Pose - Some Studio</title></head><body>
    <nav><a href="/">Camel Pose stretches the chest</a></nav>
    <article><h1>Tree Pose</h1>
    <p>Tree Pose is a standing pose that teachers of every style use in their classes, often early in the lesson.</p>
    <h2>Benefits</h2><ul><li>Strengthens the ankles</li><li>Improves balance</li></ul>
    <h2>Contraindications</h2><table><tr><td>Headache</td><td>Avoid</td></tr></table></article>
    <div class="comments"><p>Ann: it relieved my asthma!</p></div></body></html>"""
    document = read_article(page, name="tree.html")

    assert relations(document, "strengthens") == {"ankle"}
    assert advice(document) == {("headache", "Avoid")}
    assert not relations(document, "relieves") | relations(document, "stretches")


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"\x00\x01\x02binary", "binary"),
        ("Caf\u00e9 Pose".encode("latin-1"), "UTF-8"),
        (b"Benefits of walking\n\nIt is good for you.", "names no yoga pose"),
        (b"Tree Pose " * 3_000_000, "MB"),
        (
            "El \u00e1rbol es una postura que fortalece las piernas y mejora la concentraci\u00f3n. ".encode() * 5,
            "English",
        ),
        (b"<html><body></body></html>", "no main text"),
    ],
)
def test_unreadable_documents_are_named_with_a_remedy(data: bytes, problem: str) -> None:
    with pytest.raises(DocumentError, match=problem) as caught:
        read_article(data, name="page.html" if data.startswith(b"<html") else "page.txt")

    assert caught.value.remedy.endswith(".")


def test_utf16_with_a_mark_is_read() -> None:
    document = read_article("Tree Pose\n\nBenefits\n\n- Improves balance\n".encode("utf-16"), name="a.txt")

    assert relations(document, "improves") == {"balance"}


PROPERTIES = "http://www.w3.org/2002/07/owl#ObjectProperty", "http://www.w3.org/2002/07/owl#DatatypeProperty"


def test_rules_tell_their_reasons_and_properties() -> None:
    ontology = ox.Store()
    ontology.load(resources.read("ontology", "yoga.ttl"), ox.RdfFormat.TURTLE)
    known = {q.subject.value for kind in PROPERTIES for q in ontology.quads_for_pattern(None, None, ox.NamedNode(kind))}

    assert len({rule.name for rule in rules()}) == len(rules())
    for rule in rules():
        assert rule.reason.endswith(".")
        assert rule.yields
        assert {YOGA + prop for prop in rule.yields} <= known


def test_rules_sign_their_claims() -> None:
    signed = {rule.name: rule for rule in rules()}
    document = article(BENEFITS.format("Stretches the calves") + "\n" + CAUTIONS.format("Headache"))

    assert {claim.rule for _, claim in document.claims()} == {"effect-verb", "contraindication-listed"}
    for _, claim in document.claims():
        assert not isinstance(claim, Relation) or claim.property in signed[claim.rule].yields


@pytest.mark.parametrize("name", ["nopose.txt", "notes.txt", "back.txt"])
def test_file_names_that_are_like_a_pose_name_nothing(name: str) -> None:
    with pytest.raises(DocumentError, match="names no yoga pose"):
        read_article(b"Benefits\n\n- Improves balance\n", name=name)


@pytest.mark.parametrize(
    ("text", "prop", "objects"),
    [
        ("Keeps the spine supple and makes the thighs stronger", "improves", {"spinal flexibility"}),
        ("Keeps the spine supple and makes the thighs stronger", "strengthens", {"thigh"}),
        ("It eases the stiffness of the hips and makes them more flexible", "improves", {"hip flexibility"}),
        ("Gives the shoulders a generous chest stretch", "stretches", {"chest"}),
        ("Anxiety and stress relief", "relieves", {"anxiety", "stress"}),
        ("Digestion improves", "improves", {"digestion"}),
        ("The chest expands", "opens", {"chest"}),
        ("Helps in easing sciatica and reduce fatigue", "relieves", {"sciatica", "fatigue"}),
        ("The asana strengthen the arms", "strengthens", {"arm"}),
        ("Those with rounded shoulders can benefit from it", "treats", {"rounded shoulders"}),
        ("If you have varicose veins, this is the pose for you", "treats", {"varicose veins"}),
        ("Supports the functioning of the kidneys", "improves", {"kidney function"}),
        ("Stimulates the nervous, digestive and urinary systems", "stimulates",
         {"nervous system", "digestive system", "urinary system"}),
        ("Aligns the spine", "improves", {"spinal alignment"}),
        ("Relieves the body of stress", "relieves", {"stress"}),
        ("Improves flexibility, especially in the hips and spine", "improves",
         {"hip flexibility", "spinal flexibility"}),
        ("The backache can be removed", "relieves", {"back pain"}),
        ("The pressure that builds up in the belly goes", "strengthens", set()),
        ("Activates the throat chakra", "stimulates", set()),
        ("Keep in mind that the neck stays long", "improves", set()),
    ],
)  # fmt: skip
def test_effects_in_many_words(text: str, prop: str, objects: set[str]) -> None:
    assert relations(article(BENEFITS.format(text)), prop) == objects


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Do not practise during pregnancy.", {("pregnancy", "Avoid")}),
        ("Avoid in case of migraine or a heart condition.", {("migraine", "Avoid"), ("heart condition", "Avoid")}),
        ("It is contraindicated for sciatica and hernia.", {("sciatica", "Avoid"), ("hernia", "Avoid")}),
        ("Should not be attempted by pregnant women.", {("pregnancy", "Avoid")}),
        ("People with hernia should avoid Janusirsasan practice.", {("hernia", "Avoid")}),
        ("Those having a fluttering sensation should avoid this pose.", {("fluttering sensation", "Avoid")}),
        ("Care must be taken with back pain.", {("back pain", "Caution")}),
        ("Practise it in moderation if you have a headache.", {("headache", "Caution")}),
        ("With high blood pressure, consult your doctor and avoid holding the pose for a long time.",
         {("high blood pressure", "Caution")}),
        ("If you have a neck injury, take the help of a wall.", {("neck injury", "Modify")}),
        ("If you have hurt your back or wrist, skip this pose.", {("back injury", "Avoid"), ("wrist injury", "Avoid")}),
        ("Injury to or pain in the knee or hip",
         {("knee injury", "Avoid"), ("knee pain", "Avoid"), ("hip injury", "Avoid"), ("hip pain", "Avoid")}),
        ("Wrist or shoulder issues or injuries",
         {("wrist problem", "Avoid"), ("shoulder problem", "Avoid"),
          ("wrist injury", "Avoid"), ("shoulder injury", "Avoid")}),
        ("Serious eye problems (glaucoma, detached retina)",
         {("eye problem", "Avoid"), ("glaucoma", "Avoid"), ("detached retina", "Avoid")}),
        ("Hernia, wobblitis, and sciatica", {("hernia", "Avoid"), ("wobblitis", "Avoid"), ("sciatica", "Avoid")}),
        ("An enlarged liver or spleen, as well as hernia",
         {("enlarged liver", "Avoid"), ("enlarged spleen", "Avoid"), ("hernia", "Avoid")}),
        ("Spinal, neck and knee injuries",
         {("spinal injury", "Avoid"), ("neck injury", "Avoid"), ("knee injury", "Avoid")}),
        ("Blood pressure", {("blood pressure problem", "Avoid")}),
        ("It raises the blood pressure, so skip it if you have glaucoma.", {("glaucoma", "Avoid")}),
        ("If you feel tingling, come out of the pose.", set()),
        ("If your legs swell, or you have varicose veins, this is the asana for you.", set()),
        ("It can fend off the onset of osteoporosis.", set()),
    ],
)  # fmt: skip
def test_contraindications_in_many_words(text: str, expected: set[tuple[str, str]]) -> None:
    assert advice(article(CAUTIONS.format(text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("An ankle strain.", {("ankle strain", "Avoid")}),
        ("Knee or ankle strain: sufferers of these injuries should avoid the pose.",
         {("knee strain", "Avoid"), ("ankle strain", "Avoid")}),
        ("Avoid it with any injury in the hips knees wrists and shoulders.",
         {("hip injury", "Avoid"), ("knee injury", "Avoid"), ("wrist injury", "Avoid"), ("shoulder injury", "Avoid")}),
        ("Avoid it in case of ankle knee or hip pain.",
         {("ankle pain", "Avoid"), ("knee pain", "Avoid"), ("hip pain", "Avoid")}),
        ("With glaucoma the posture is best avoided.", {("glaucoma", "Avoid")}),
        ("Those suffering from flabbergia or quoxemia", {("flabbergia", "Avoid"), ("quoxemia", "Avoid")}),
        ("People with little time may rest.", set()),
    ],
)  # fmt: skip
def test_lists_of_injuries_and_of_people(text: str, expected: set[tuple[str, str]]) -> None:
    assert advice(article(CAUTIONS.format(text))) == expected


def test_list_of_conditions_goes_on_after_semicolons() -> None:
    document = article("Do not practise it if you have asthma; high blood pressure; knee, shoulder or neck injury.")

    assert advice(document) == {
        (name, "Avoid") for name in ("asthma", "high blood pressure", "knee injury", "shoulder injury", "neck injury")
    }


def test_symptom_bars_where_people_are_named_among_the_steps() -> None:
    document = article("Steps\n\n1. Sit down.\n2. Fold.\n\nPeople with sciatica or hernia should not practise it.")

    assert advice(document) == {("sciatica", "Avoid"), ("hernia", "Avoid")}


def test_each_onset_that_is_named_has_a_claim() -> None:
    document = article(CAUTIONS.format("Avoid it with a recent or chronic injury to the hips."))

    assert contraindications(document) == {("hip injury", "Avoid", "Recent"), ("hip injury", "Avoid", "Chronic")}


@pytest.mark.parametrize(
    ("text", "trimesters"),
    [
        ("Avoid it in the second and third trimester of pregnancy.", {"SecondTrimester", "ThirdTrimester"}),
        ("Avoid this pose after the first trimester of pregnancy.", {"SecondTrimester", "ThirdTrimester"}),
        ("From the second trimester onward pregnant women should avoid it.", {"SecondTrimester", "ThirdTrimester"}),
        ("Women in the first trimester should avoid it.", {"FirstTrimester"}),
    ],
)
def test_all_trimesters_that_are_meant(text: str, trimesters: set[str]) -> None:
    claims = article(text).claims()
    told = {claim.trimester for _, claim in claims if isinstance(claim, Contraindication)}
    assert told == trimesters


def test_advice_goes_on_into_the_next_sentence() -> None:
    document = article("At times the asana should not be carried out. This includes those who suffer from migraine.")
    assert advice(document) == {("migraine", "Avoid")}


def test_headings_after_dashes_and_lists_in_one_line() -> None:
    document = article("Precautions - Hernia, sciatica\n\nBenefits • Calms the mind • Stretches the calves")
    assert advice(document) == {("hernia", "Avoid"), ("sciatica", "Avoid")}
    assert relations(document, "calms") == {"mind"}
    assert relations(document, "stretches") == {"calf"}


def test_a_list_after_a_gap_has_lost_its_heading() -> None:
    document = article("Benefits\n\n- Stretches the calves\n- Eases stress\n\n\n\n- Hernia\n- Back injury")
    assert advice(document) == {("hernia", "Avoid"), ("back injury", "Avoid")}


def test_tags_in_plain_text_end_lines() -> None:
    document = article("Benefits<br /><br />Calms the mind<br />Precautions<br /><ul><li>Hernia</li></ul>")
    assert relations(document, "calms") == {"mind"}
    assert advice(document) == {("hernia", "Avoid")}


def test_warning_about_people_is_no_caption() -> None:
    assert advice(article("The teacher warned people with migraine and glaucoma to skip this asana.")) == {
        ("migraine", "Avoid"),
        ("glaucoma", "Avoid"),
    }


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("Chaturanga Dandasana", "Four-Limbed Staff Pose"),
        ("Pose of the week: Warrior 2", "Warrior II"),
        ("Warrior Three", "Warrior III"),
        ("Upavistha Konasana, step by step", "Wide-Angle Seated Forward Bend"),
    ],
)
def test_titles_with_numbers_and_compound_names(title: str, label: str) -> None:
    document = article("Benefits\n\n- Calms the mind", title=title)
    assert [description.practice.label for description in document.descriptions] == [label]


@pytest.mark.parametrize(
    ("text", "prop", "poses"),
    [
        ("Preparatory poses for it include Staff Pose and Bound Angle Pose.", "preparedBy",
         {"Staff Pose", "Bound Angle Pose"}),
        ("It is best practised after Bhujangasana.", "preparedBy", {"Cobra Pose"}),
        ("It can be practised before Triangle Pose.", "followedBy", {"Triangle Pose"}),
        ("It is a counter pose to Bhujangasana.", "counters", {"Cobra Pose"}),
        ("Start in Staff Pose and bend one knee.", "startsFrom", {"Staff Pose"}),
    ],
)  # fmt: skip
def test_places_in_a_sequence_told_in_prose(text: str, prop: str, poses: set[str]) -> None:
    assert relations(article(text), prop) == poses


def test_half_a_minute_is_told_in_seconds() -> None:
    hold = next(c for _, c in article("Hold it for half a minute to one minute.").claims() if isinstance(c, Hold))
    assert (hold.text, hold.min_seconds, hold.max_seconds) == ("30 s - 1 min", 30, 60)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The pose itself is left out by any of its names, in any number.
        ("People with glaucoma should avoid Janu Sirsasana.", {("glaucoma", "Avoid")}),
        ("Skip bended sparrow with a fresh hernia", {("hernia", "Avoid")}),
        ("Do not try lifting the hips with sciatica", {("sciatica", "Modify")}),
        ("With a heart condition, do not practise it very fast", {("heart condition", "Modify")}),
        ("If you have a groin injury, fold a blanket so as to avoid any stretch to the groin",
         {("groin injury", "Modify")}),
        # Reasons are no changes of the pose.
        ("Sciatica: the fold can put pressure on the nerve", {("sciatica", "Avoid")}),
        ("Asthma: any strain here may bring on an attack", {("asthma", "Avoid")}),
        ("For somebody with glaucoma, the fold can increase the pressure in the eye", {("glaucoma", "Avoid")}),
        ("People with a back injury can do it by raising one leg at a time", {("back injury", "Modify")}),
        ("Patients with lower back pain should do this as it strengthens the back", set()),
        ("Once you have recovered from a back injury you can continue with it", set()),
        # Lists share their heads, their trouble and their advice.
        ("Knee, hip and spinal surgeries", {("knee surgery", "Avoid"), ("hip surgery", "Avoid"),
                                            ("spinal surgery", "Avoid")}),
        ("Arthritis in the knees, hips and feet", {("knee arthritis", "Avoid"), ("hip arthritis", "Avoid"),
                                                   ("foot arthritis", "Avoid")}),
        ("Injury or problems with the knees", {("knee injury", "Avoid"), ("knee problem", "Avoid")}),
        ("Severe problems of the spinal cord and back", {("spinal cord problem", "Avoid"),
                                                          ("back problem", "Avoid")}),
        ("Stomach related issues", {("stomach problem", "Avoid")}),
        ("Sacroiliac joint or lower back pain", {("sacroiliac joint pain", "Avoid"), ("lower back pain", "Avoid")}),
        ("Those with glaucoma; those with migraine should not practise it", {("glaucoma", "Avoid"),
                                                                            ("migraine", "Avoid")}),
        ("Hypertension (high blood pressure)", {("high blood pressure", "Avoid")}),
        # What only announces or belongs to something else bars nobody.
        ("Do not perform it if you have the following injuries:", set()),
        ("If you have pelvic pain during your pregnancy, avoid it", {("pelvic pain", "Avoid")}),
        ("It is safe for all (don't worry)", set()),
        ("A child's neck is prone to injuries", set()),
    ],
)  # fmt: skip
def test_contraindications_in_more_wordings(text: str, expected: set[tuple[str, str]]) -> None:
    assert advice(article(CAUTIONS.format(text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is not recommended during periods, pregnancy or with diarrhea.",
         {("menstruation", "Avoid"), ("pregnancy", "Avoid"), ("diarrhea", "Avoid")}),
        ("Asthma and glaucoma are contraindications.", {("asthma", "Avoid"), ("glaucoma", "Avoid")}),
        ("Pregnant mothers should do it under supervision.", {("pregnancy", "Caution")}),
        ("Knee injury: the fold stresses the joint. Leave the pose out.", {("knee injury", "Avoid")}),
        ("It may aggravate sciatica.", {("sciatica", "Caution")}),
        ("Avoid it with sciatica, which it may aggravate.", {("sciatica", "Avoid")}),
        ("Skip it with a hernia. Likewise, if you have glaucoma.", {("hernia", "Avoid"), ("glaucoma", "Avoid")}),
        ("Certain people should leave it out. These include:\n\nPeople with migraine, since the head hangs.",
         {("migraine", "Avoid")}),
        ("Common Mistakes and Cautions\n\nPeople with migraine should skip the pose.", {("migraine", "Avoid")}),
        ("FAQ\n\nWho should skip it? People with migraine should avoid it. It relieves asthma.",
         {("migraine", "Avoid")}),
        ("Ask a doctor before you practise it if you have:\n\n- asthma\n- hernia",
         {("asthma", "Caution"), ("hernia", "Caution")}),
        ("Contraindications\n\n- asthma\n- hernia\n- anterolisthesis\n- blocked vessels",
         {("asthma", "Avoid"), ("hernia", "Avoid"), ("anterolisthesis", "Avoid"), ("blocked vessels", "Avoid")}),
        ("1. Benefits:\n\n- Calms the mind\n\n2. Contraindications:\n\n- asthma", {("asthma", "Avoid")}),
        ("Benefits\n\n- Calms the mind. The following people should not practise it:\n- People with asthma",
         {("asthma", "Avoid")}),
        ("【Contraindications of this pose when it is practised with a strap around the feet】\nA fresh hernia",
         {("hernia", "Avoid")}),
        ("Contraindications Asthma and glaucoma, and the first days after an operation.",
         {("asthma", "Avoid"), ("glaucoma", "Avoid")}),
    ],
)  # fmt: skip
def test_contraindications_in_more_places(text: str, expected: set[tuple[str, str]]) -> None:
    document = article(text)

    assert advice(document) >= expected
    assert {condition for condition, _ in advice(document)} - {c for c, _ in expected} <= {"surgery"}
    assert "asthma" not in relations(document, "relieves")


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("Bridge", "Bridge Pose"),
        ("butterfly / bound angle", "Bound Angle Pose"),
        ("Sun Salutation", "Classical Sun Salutation"),
        ("Precautions for Surya Namaskar", "Classical Sun Salutation"),
        ("Yoga for beginners: Cobra", "Cobra Pose"),
        ("Yoga Pose of the Week: Crow", "Crow Pose"),
        ("Cat/Cow", "Cat–Cow"),
        # A name that may mean several poses is kept as it stands.
        ("Pigeon pose", "Pigeon pose"),
    ],
)
def test_titles_that_are_bare_names(title: str, label: str) -> None:
    document = article("Benefits\n\n- Calms the mind", title=title)

    assert [description.practice.label for description in document.descriptions] == [label]


@pytest.mark.parametrize("name", ["pigeon.txt", "03-crocodile-pose.txt"])
def test_file_name_that_means_several_poses_is_kept(name: str) -> None:
    document = read_article(b"Benefits\n\n- Calms the mind\n\nContraindications\n\n- asthma\n", name=name)

    [description] = document.descriptions
    assert description.practice.minted
    assert advice(document) == {("asthma", "Avoid")}


def test_pose_that_another_starts_from_is_not_what_the_article_is_about() -> None:
    text = b"Technique\n\n1. Sit in Padmasana.\n2. Bind the toes.\n\nBenefits\n\n- Bound Lotus Pose calms the mind.\n"

    document = read_article(text, name="article.txt")

    assert [description.practice.label for description in document.descriptions] == ["Bound Lotus Pose"]


@pytest.mark.parametrize(
    ("text", "prop", "objects"),
    [
        ("Increases the strength of the calves and thighs", "strengthens", {"calf", "thigh"}),
        ("Good for stress reduction", "relieves", {"stress"}),
        ("Flushes toxins out of the body", "relieves", {"toxins"}),
        ("Relieves the pain of sciatica and slipped disc", "relieves", {"sciatica", "slipped disc"}),
        ("Back pain goes away", "relieves", {"back pain"}),
        ("Digestion gets better", "improves", {"digestion"}),
        ("The mind calms down", "calms", {"mind"}),
        ("Less stress and anxiety", "relieves", {"stress", "anxiety"}),
        ("Stronger wrists and arms", "strengthens", {"wrist", "arm"}),
        ("It loosens the hip joints", "relaxes", {"hip joint"}),
        ("Firms the buttocks", "tones", {"buttock"}),
        ("It can even aid digestion", "improves", {"digestion"}),
        ("It helps the patients going through menopause", "treats", {"menopause"}),
        ("Gives relief in the conditions of sciatica and backache", "relieves", {"sciatica", "back pain"}),
        ("Reduces fat formed around the thighs and waist", "relieves", {"thigh fat", "waist fat"}),
        ("It is beneficial to increase flexibility of the spine", "improves", {"spinal flexibility"}),
        ("Improved digestive system", "improves", {"digestive system"}),
        ("Realigns and lengthens the spine", "lengthens", {"spine"}),
        ("It requires strength and proper alignment", "improves", set()),
        ("The practitioner balances on the head", "balances", set()),
        ("Stretches tight hips and hamstrings", "stretches", {"hip", "hamstrings"}),
        ("Better balance and stronger legs", "strengthens", {"leg"}),
        ("It is a boon for people with diabetes", "treats", {"diabetes"}),
    ],
)
def test_effects_in_more_wordings(text: str, prop: str, objects: set[str]) -> None:
    assert relations(article(BENEFITS.format(text)), prop) == objects


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Place a blanket under the knees if they are sensitive", "sensitive knee"),
        ("If you feel discomfort in the neck, raise the chest less", "neck discomfort"),
        ("If not, use a chair", None),
        ("If this is not possible, hold the shin instead", None),
        ("Use a cushion if you do not have a bolster", None),
        ("For advanced students: use a block", None),
        ("Fold forward as if a weight were tied to the head", None),
        ("Don't drop the head: keep it in line", None),
    ],
)
def test_modifications_are_for_difficulties(text: str, names: str | None) -> None:
    claims = [c for _, c in article(f"Modifications\n\n- {text}").claims() if isinstance(c, Modification)]

    assert [names in c.addresses.labels for c in claims] == ([True] if names else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This posture is not for people who suffer from\nAsthma,\nSlipped disc,\nSciatica\nSerious back trouble.",
         every("Avoid", "asthma", "slipped disc", "sciatica", "back problem")),
        ("Not to be tried in case of stiff neck, high blood pressure or other heart ailments, weak blood vessels "
         "in the eyes or thrombosis.", every("Avoid", "neck stiffness", "high blood pressure", "heart condition",
                                      "weak blood vessels in the eyes", "blood clot")),
        ("Absolute contraindications include heart disease, glaucoma and instability of the neck.",
         every("Avoid", "heart condition", "glaucoma", "neck instability")),
        ("It puts much load on the back for anybody who has back problems or osteoporosis. People with these "
         "conditions are advised to leave this posture out.", every("Avoid", "back problem", "osteoporosis")),
        ("One important reason for not doing it is high blood pressure.", every("Avoid", "high blood pressure")),
        ("You are advised not to do it if you had a hip replacement within the last year.",
         every("Avoid", "hip replacement")),
        ("This pose isn't suitable during menstruation or for people with vertigo.",
         every("Avoid", "menstruation", "vertigo")),
        ("Steer clear of it when pregnant, or within three months of an abdominal operation.",
         every("Avoid", "pregnancy", "abdominal surgery")),
        ("Do you have high blood pressure? Then this pose is not for you.", every("Avoid", "high blood pressure")),
        ("Persons with cardiac complaints, or who had a stroke, ought not to practise it.",
         every("Avoid", "heart condition", "stroke")),
        ("Should you suffer from vertigo, stay near a wall.", every("Modify", "vertigo")),
        ("High BP patients should not hold the breath.", every("Modify", "high blood pressure")),
        ("Practise with care: knee problems, hip replacement.", every("Caution", "knee problem", "hip replacement")),
        ("Not advised for those with: recent surgery; inflammation of the knee; severe arthritis.",
         every("Avoid", "surgery", "knee inflammation", "arthritis")),
        ("Ready or not, pregnant women should leave it entirely.", every("Avoid", "pregnancy")),
        ("With a serious injury of the back, avoid this pose.", every("Avoid", "back injury")),
        ("Modifications\n\n- For wrist injuries, come onto the forearms.\n- During pregnancy, sit on a block.",
         every("Modify", "wrist injury", "pregnancy")),
        ("Contra indications – High B.P., heart ailments. People with low b.p. should avoid it too.",
         every("Avoid", "high blood pressure", "heart condition", "low blood pressure")),
        ("Ladies should not do this asana during pregnancy and periods.", every("Avoid", "pregnancy", "menstruation")),
        ("It is a strict no for people with epilepsy.", every("Avoid", "epilepsy")),
        ("Do not do this posture if you suffer from: 1. Hernia 2. Ulcers 3. Piles",
         every("Avoid", "hernia", "peptic ulcer", "hemorrhoids")),
        ("Because the head is lower than the heart, people with glaucoma or a risk of stroke should not do this.",
         every("Avoid", "glaucoma", "risk of stroke")),
        ("It is not a pose for anyone with spondylolisthesis or spinal stenosis.",
         every("Avoid", "spondylolisthesis", "spinal stenosis")),
        ("Those suffering from epilepsy and chronic thyroiditis should seek the advice of a physician.",
         every("Caution", "epilepsy", "thyroiditis")),
        ("Contraindications: rotator cuff tear, 2nd & 3rd trimester.",
         every("Avoid", "rotator cuff tear", "pregnancy")),
        ("In the case of a knee or ankle injury, this pose is best skipped.",
         every("Avoid", "knee injury", "ankle injury")),
        ("Hypertension and glaucoma are reasons to skip this pose.", every("Avoid", "high blood pressure", "glaucoma")),
        ("This asana can be harmful for people with an enlarged liver.", every("Avoid", "enlarged liver")),
        ("People with a slipped disc should do it only with expert advice.", every("Caution", "slipped disc")),
        ("Though it eases mild back pain, a person with sciatica must not do it.", every("Avoid", "sciatica")),
        ("If your back is injured or painful, do not do this exercise.", every("Avoid", "back injury", "back pain")),
    ],
)  # fmt: skip
def test_contraindications_as_people_write_them(text: str, expected: set[tuple[str, str]]) -> None:
    assert advice(article(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Do not lock the knee. Avoid rounding the back, which can cause back pain.",
        "Consult your doctor before starting any exercise programme.",
        "It helps people with asthma. It is good for those who suffer from migraine.",
        "To avoid injury, warm up first.",
        "If you feel pain in the knee, come out of the pose.",
        "It reduces the risk of heart disease and stroke.",
        "There are no contraindications for this pose. It is safe even if you have high blood pressure.",
        "Avoid dropping the head back to prevent neck strain.",
        "Do not hold your breath, as this raises the blood pressure.",
        "If you do not have any injury of the knee, you may go deeper.",
        "Avoid the pose on a full stomach.",
        "My own back pain went away after a month of practice.",
        "Not only does it relieve back pain, it also calms the mind.",
        "This pose is often taught to pregnant women because it opens the hips.",
        "Wrong alignment may lead to knee injuries.",
        "You should not feel any pain in the lower back.",
        "It is wonderful for pregnant women and can be practised until the last month.",
        "Contraindications\n\nNo known contraindications. It is suitable for all ages.",
        "Precautions\n\n- Never force the knee to the floor.\n- Keep the neck long.\n- Breathe evenly.",
        "It is one of the conditions that a teacher takes care of during pregnancy.",
        "The fold stresses the joints of the fingers.",
    ],
)
def test_sentences_that_bar_nobody(text: str) -> None:
    assert advice(article(text)) == set()


@pytest.mark.parametrize(
    "text",
    [
        "## Who should avoid it\n\n### Knee injury\n\nThe knee is bent deeply.\n\n### Glaucoma\n\nThe head is low.",
        "Contraindications\n\nKnee injury\n\nThe knee is bent deeply.\n\nGlaucoma\n\nThe head is low.",
        "## Precautions\n\n**Knee injury**\n\nThe knee is bent deeply.\n\n**Glaucoma**\n\nThe head is low.",
    ],
)
def test_conditions_may_be_lower_headings(text: str) -> None:
    assert advice(article(text)) == {("knee injury", "Avoid"), ("glaucoma", "Avoid")}


def test_effects_and_poses_may_be_lower_headings() -> None:
    document = article(
        "## Benefits\n\n### Strengthens the legs\n\nYou stand long.\n\n### Better balance\n\nOn one leg.\n\n"
        "### Muscles stretched\n\n- hamstrings\n\n## Preparatory poses\n\n### Triangle Pose\n\nIt opens the legs."
    )

    assert relations(document, "strengthens") == {"leg"}
    assert relations(document, "improves") == {"balance"}
    assert relations(document, "stretches") == {"hamstrings"}
    assert relations(document, "preparedBy") == {"Triangle Pose"}


def test_titles_of_other_pages_bar_nobody() -> None:
    text = "- asthma\n- Yoga for migraine\n- not a pose for those with glaucoma\n\n10 Yoga Poses for Back Pain"

    assert advice(article(f"Contraindications\n\n{text}")) == {("asthma", "Avoid"), ("glaucoma", "Avoid")}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Half head-to-knee pose: Bend only a little.", {"Half head-to-knee pose"}),
        (
            "- Head-to-knee pose on a chair\n- Side-lying version",
            {"Head-to-knee pose on a chair", "Side-lying version"},
        ),
        ("- Extend the arms overhead - this opens the chest.\n- Use a chair: it is easier.\n- Bend", set()),
        ("- Revolved Head-to-Knee Pose: turn the chest.", {"Revolved Head-to-Knee Pose"}),
    ],
)
def test_variations_may_have_names_of_their_own(text: str, names: set[str]) -> None:
    assert relations(article(f"Variations\n\n{text}"), "hasVariation") == names


@pytest.mark.parametrize(
    ("phrase", "condition"),
    [
        ("a pacemaker", "pacemaker"),
        ("stents in your arteries", "stent"),
        ("blocked carotid arteries", "carotid artery stenosis"),
        ("dilated blood vessels", "dilated blood vessels"),
        ("coronary thrombosis", "coronary thrombosis"),
        ("a bad heart", "heart condition"),
        ("a displaced retina", "detached retina"),
        ("lens implants", "lens implant"),
        ("a perforated eardrum", "perforated eardrum"),
        ("an abdominal aortic aneurysm", "abdominal aortic aneurysm"),
        ("a torn labrum", "labral tear"),
        ("loose ligaments", "joint instability"),
        ("vulnerable wrists", "wrist problem"),
        ("shoulder tendonitis", "shoulder tendinitis"),
        ("a slipped intervertebral disc", "slipped disc"),
        ("a pinched nerve in the neck", "cervical radiculopathy"),
        ("an ectopic pregnancy", "ectopic pregnancy"),
        ("an IUD", "intrauterine device"),
        ("diverticulitis", "diverticulitis"),
        ("a kidney transplant", "kidney transplant"),
        ("a hip prosthesis", "hip replacement"),
        ("metal rods in your spine", "spinal implant"),
    ],
)
def test_names_of_conditions_in_warnings(phrase: str, condition: str) -> None:
    assert advice(article(f"Contraindications\n\nAvoid this pose if you have {phrase}.\n")) == {(condition, "Avoid")}


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Avoid this pose if you are expecting.", "pregnancy"),
        ("Avoid this pose once you conceive.", "pregnancy"),
        ("Avoid this pose during M.C.", "menstruation"),
        ("Avoid this pose if you have just given birth.", "postpartum"),
        ("Avoid this pose if you are trying for a baby.", "trying to conceive"),
        ("Avoid this pose if you are on blood thinners.", "anticoagulation"),
        ("Avoid this pose if you are at risk of fracture.", "risk of fracture"),
    ],
)
def test_states_of_people_in_warnings(text: str, condition: str) -> None:
    assert advice(article(f"Contraindications\n\n{text}\n")) == {(condition, "Avoid")}


@pytest.mark.parametrize(
    "line", ["Share   Tweet   Pin it", "by Meera | in Asanas | 0 Comments | 3,120 Views", "Posted by Li | 14 shares"]
)
def test_bars_above_an_article_hide_nothing_of_it(line: str) -> None:
    document = article(f"{line}\n\nIt strengthens the back. People with asthma should avoid it.")

    assert relations(document, "strengthens") == {"back"}
    assert advice(document) == {("asthma", "Avoid")}


def test_bars_below_an_article_open_what_others_say() -> None:
    text = "Benefits\n\n- Strengthens the back\n\nPosted by Li | 3 Comments\n\nIt strengthens my legs, writes Bo."

    assert relations(article(text), "strengthens") == {"back"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## Can't reach the foot?\n\nLoop a belt around it.", {("cannot reach the foot", "strap")}),
        ("## Tight hips?\n\nSit on a blanket.", {("tight hips", "blanket")}),
        ("## Can't reach us?\n\nTry the form on our page.", set()),
        ("## Knee pain?\n\nIt may be the shoes.", set()),
    ],
)
def test_headings_that_ask_of_a_difficulty(text: str, expected: set[tuple[str, str]]) -> None:
    found = {
        (claim.addresses.label, claim.prop.label if claim.prop else "")
        for _, claim in article(text).claims()
        if isinstance(claim, Modification)
    }
    assert found == expected


def test_heading_within_a_line_holds_for_its_own_sentences() -> None:
    text = "After: rest in Corpse Pose for a minute.\n\nIt is an easy pose for beginners, unlike Lotus Pose."

    assert relations(article(text), "followedBy") == {"Corpse Pose"}
    assert relations(article("After:\n\nCorpse Pose\n\nChild's Pose"), "followedBy") == {"Corpse Pose", "Child's Pose"}
    assert relations(article("Before: Cobra Pose\n\nThen: Bow Pose"), "followedBy") == {"Bow Pose"}


def test_forms_are_named_after_any_name_of_a_pose() -> None:
    forms = "- Low Dragon. Come down on the elbows.\n- Winged Dragon. Let the knee go out."
    document = read_article(f"Dragon Pose\n\nVariations\n\n{forms}\n".encode(), name="dragon.txt")

    assert relations(document, "hasVariation") == {"Low Dragon", "Winged Dragon"}


def test_types_and_variations_are_variations() -> None:
    document = article("Types / Variations\n\nRevolved Head-to-Knee Pose: turn the chest.")

    assert relations(document, "hasVariation") == {"Revolved Head-to-Knee Pose"}


def test_page_whose_title_names_a_movement_is_about_it() -> None:
    page = (
        b"<html><body><h1>Chair Forward Bend</h1><p>Sit tall.</p><h2>Contraindications</h2><p>Hernia.</p></body></html>"
    )
    document = read_article(page, name="page-1.html")

    assert document.descriptions[0].practice.label == "Chair Forward Bend"
    assert advice(document) == every("Avoid", "hernia")
