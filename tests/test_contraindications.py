"""Whom articles warn, and of whom they only speak: wordings, places and turns of warnings."""

from __future__ import annotations

import pytest

from articles import advice, article, every
from yogakg.facts import Contraindication, Step


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A condition stands for those who have it.
        ("Neck or collarbone injuries should rest the head on a block.", every("Modify", "neck injury",
                                                                              "collarbone injury")),
        ("Migraine or severe toothaches will avoid this pose.", every("Avoid", "migraine", "toothache")),
        ("Women in the first trimester will not practise it.", every("Avoid", "pregnancy")),
        ("Asthma patients will do it under observation.", every("Caution", "asthma")),
        # How far somebody goes is no ban.
        ("Those with a groin strain should not go all the way down, but rest on a chair.", every("Modify",
                                                                                                "groin strain")),
        ("People with vertigo should not go into the pose.", every("Avoid", "vertigo")),
        ("It is best not to turn the head, especially if you have whiplash.", every("Modify", "whiplash")),
        ("It is best not to practise it if you have whiplash.", every("Avoid", "whiplash")),
        ("With vertigo it is better avoided too.", every("Avoid", "vertigo")),
        ("Not with a hernia.", every("Avoid", "hernia")),
        ("Elbow injuries: come down on a bolster.", every("Modify", "elbow injury")),
        ("If you have a wrist or elbow injury, proceed with the modifications.", every("Modify", "wrist injury",
                                                                                      "elbow injury")),
        ("Those with a torn calf should heal fully before attempting it.", every("Avoid", "calf tear")),
        ("Pregnant students should avoid deep backbends such as Janu Sirsasana.", every("Avoid", "pregnancy")),
        # What the pose may do to somebody.
        ("For people with a weak neck, the head down can place needless strain on the spine.", every("Caution",
                                                                                                    "neck weakness")),
        ("Though it is a good pose for asthma, use a bolster in this case.", every("Modify", "asthma")),
        ("Lean on a wall in cases of vertigo and low blood pressure.", every("Modify", "vertigo",
                                                                             "low blood pressure")),
        ("Please check in with your physician if you have epilepsy.", every("Caution", "epilepsy")),
        ("Because it is an inversion, menstruating ladies should not do it.", every("Avoid", "menstruation")),
        ("Do not go into this pose when you have a fever.", every("Avoid", "fever")),
        ("Those with a slipped disc should be wary of this posture.", every("Caution", "slipped disc")),
        ("Avoid it with tendinitis in your ankles, inflamed elbows or carpal tunnel syndrome.",
         every("Avoid", "ankle tendinitis", "elbow inflammation", "carpal tunnel syndrome")),
        ("This pose is counter-indicated during menstruation.", every("Avoid", "menstruation")),
        ("People with injured or weak knees, wrists and ankles should avoid it.",
         every("Avoid", "knee injury", "wrist injury", "ankle injury", "knee weakness", "wrist weakness",
               "ankle weakness")),
        ("For sciatica or hip problems, extra care is called for.", every("Caution", "sciatica", "hip problem")),
        ("For those with gout, consult an expert since it might not be appropriate.", every("Caution", "gout")),
        ("Those with gout or any cerebral disease should avoid it.", every("Avoid", "gout", "brain disease")),
        ("It should never be done by people with gout.", every("Avoid", "gout")),
        ("Avoid deep folding during pregnancy.", every("Modify", "pregnancy")),
        ("For those experiencing sciatica, step the feet wide.", every("Modify", "sciatica")),
        ("Hernia, hypertension, heart ailments, pregnancy and peptic ulcers.",
         every("Avoid", "hernia", "high blood pressure", "heart condition", "pregnancy", "peptic ulcer")),
        ("Those with injuries to the hips or neck, recent surgery, or severe pain should avoid it.",
         every("Avoid", "hip injury", "neck injury", "surgery")),
        ("It is not fit for those with back complications, vertigo or a hip defect.",
         every("Avoid", "back problem", "vertigo", "hip defect")),
        ("If you are pregnant or experience anxiety, rest the head on a bolster.",
         every("Modify", "pregnancy", "anxiety")),
        # Sentences that break off too early or too late.
        ("It is not suitable for people with gout. Vertigo, ankle or hip injury.", every("Avoid", "gout", "vertigo",
                                                                                       "ankle injury", "hip injury")),
        ("Pregnant women will not do it Women with asthma will do it under observation.",
         {("pregnancy", "Avoid"), ("asthma", "Caution")}),
        ("Pregnant women do it under supervision. They should also keep the head raised.",
         {("pregnancy", "Caution"), ("pregnancy", "Modify")}),
        # Heads and what they are of.
        ("Those who suffer from problems of the pelvis should not do it.", every("Avoid", "pelvic problem")),
        ("Women with problems with menstruation should avoid it.", every("Avoid", "menstrual problem")),
        ("Avoid it with an injury or medical condition of the neck and wrists.",
         every("Avoid", "neck injury", "wrist injury", "neck problem", "wrist problem")),
        ("For people with Foobar syndrome or gout, use a wall.", every("Modify", "foobar syndrome", "gout")),
    ],
)  # fmt: skip
def test_warnings_as_people_word_them(text: str, expected: set[tuple[str, str]]) -> None:
    assert advice(article(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Many teachers warn against it during menstruation, but there is no evidence for that.",
        "Some sites advise pregnant women against it; however, a study found it safe.",
        "If you have any underlying health conditions or injuries, consult a teacher before you try it.",
        "Avoid movements that aggravate your injury.",
        "Rest the feet on a pile of books.",
        "Unlike a headstand, it does not put people with glaucoma at risk.",
        "There is no need to avoid it during menstruation.",
        "A cold is no reason to skip the pose.",
        "## Poses to avoid with back pain",
        "If you have balance issues, stand near a wall.",
        "Contraindications\n\nIt places excessive stress on the elbows.",
        "Asthma, stress, insomnia.",
        "Others with chronic conditions should take care.",
        "Modifications\n\n- Tightness in the shoulders: hold a strap.",
        "Should not feel\n\n- Headache\n- Numbness of the legs",
    ],
)
def test_remarks_that_warn_nobody(text: str) -> None:
    assert advice(article(text)) == set()


def test_list_under_a_warning_that_reads_like_steps_is_one_of_conditions() -> None:
    document = article(
        "It is best not to practise the pose if you:\n\n• Have neck problems.\n• Have hernia, hold it only briefly.\n"
    )

    assert advice(document) >= {("neck problem", "Avoid"), ("hernia", "Modify")}
    assert not [claim for _, claim in document.claims() if isinstance(claim, Step)]


def test_steps_that_follow_a_list_of_conditions_are_steps() -> None:
    document = article(
        "Contraindications\n\n- Glaucoma\n- Hernia\n\nStep 1: Lift\n\nLift the legs.\n\nStep 2: Balance\n\nHold.\n"
    )

    assert advice(document) == every("Avoid", "glaucoma", "hernia")


def test_bans_among_warnings_are_read_wherever_their_condition_stands() -> None:
    document = article(
        "There are several precautions for this asana, they are:\n\n* Don't do this yoga with kidney problems.\n"
        "* Don't do it during pregnancy.\n* Keep away from it with vertigo.\n"
    )

    assert advice(document) == every("Avoid", "kidney problem", "pregnancy", "vertigo")


def test_paragraph_below_a_condition_advises_those_who_have_it() -> None:
    document = article(
        "Precautions\n\nShoulder Issues\nIf you have shoulder pain, practise with caution.\n\n"
        "Neck Pain\nBe mindful of your neck and avoid overstretching.\n\n"
        "Wrist Pain\nPlace a rolled mat under the heels of the hands.\n\nGlaucoma\n"
    )

    assert advice(document) == {
        ("shoulder pain", "Caution"), ("neck pain", "Caution"), ("wrist pain", "Modify"), ("glaucoma", "Avoid"),
    }  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Avoid the pose if you are in one of these groups:\nAvoid practising it if you have gout\nThose with vertigo.",
        "## Avoid if you have gout\n\nThe ankles are pressed.",
        "Do not do it if you have gout\n\n- The ankles are pressed.",
    ],
)
def test_warning_that_stands_like_a_heading_is_read(text: str) -> None:
    assert ("gout", "Avoid") in advice(article(text))


@pytest.mark.parametrize("heading", ["Spiritual benefits", "History", "Chakras"])
def test_warnings_count_under_headings_that_tell_nothing_of_the_pose(heading: str) -> None:
    assert advice(article(f"{heading}\n\nPeople with a severe ankle injury should skip the pose.")) == {
        ("ankle injury", "Avoid")
    }


@pytest.mark.parametrize(
    "heading",
    ["Caution—", "Contradictions & cautions—", "Contraindications & cautions –", "Precautions & limitations:"],
)
def test_list_behind_its_heading_is_read(heading: str) -> None:
    assert advice(article(f"{heading} gout, vertigo")) == every("Avoid", "gout", "vertigo")


def test_row_of_a_table_is_the_advice_for_its_condition() -> None:
    document = article("Cautions\n\nVertigo | Stay near a wall\nGlaucoma | Leave it out\n")

    assert advice(document) == {("vertigo", "Modify"), ("glaucoma", "Avoid")}


def test_text_that_never_names_its_pose_keeps_its_warnings() -> None:
    text = "Sit and turn. Hold the pose for a minute. Come out of the pose.\n\nAvoid if you have a hip injury.\n"
    document = article(text, title="Sit down", name="17-page.txt")

    (description,) = document.descriptions
    assert description.practice.label == "Unnamed Pose (page)"
    assert {c.condition.label for c in description.claims if isinstance(c, Contraindication)} == {"hip injury"}


def test_file_name_with_more_than_the_name_of_the_pose_tells_it() -> None:
    text = "Sit and turn.\n\nAvoid if you have a hip injury.\n"

    assert article(text, title="Sit", name="07-ustrasana-example.txt").descriptions[0].practice.label == "Camel Pose"


@pytest.mark.parametrize(
    ("text", "conditions"),
    [
        ("Avoid it with back problems like sciatica and hernia.", {"back problem", "sciatica", "hernia"}),
        ("Avoid it with knee injuries (or surgery).", {"knee injury", "knee surgery"}),
        ("Avoid it with injuries to the back neck or shoulders.", {"back injury", "neck injury", "shoulder injury"}),
    ],
)
def test_lists_that_go_on_behind_like_a_bracket_or_no_comma(text: str, conditions: set[str]) -> None:
    found = advice(article(f"Contraindications\n\n{text}\n"))
    assert found == {(condition, "Avoid") for condition in conditions}
