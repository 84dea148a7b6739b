"""What the article loader reads of what a pose does: stretches, strengthens, presses, and is good for."""

from __future__ import annotations

from functools import partial

import pytest

import articles
from yogakg.facts import Contraindication, Document, Relation
from yogakg.loaders.article import read_article

article = partial(articles.article, title="Camel Pose (Ustrasana)")


def relations(document: Document, *props: str) -> set[tuple[str, str]]:
    return {
        (claim.property, claim.object.label)
        for _, claim in document.claims()
        if isinstance(claim, Relation) and (claim.property in props if props else claim.property != "focus")
    }


def told(text: str) -> set[tuple[str, str]]:
    """Return what an item of a list of benefits tells."""
    return relations(article(f"Benefits\n\n- {text}\n"))


def each(prop: str, *objects: str) -> set[tuple[str, str]]:
    return {(prop, label) for label in objects}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is a wonderful stretching posture for the calves and shoulders", each("stretches", "calf", "shoulder")),
        ("It gives a thorough diagonal stretch to the waist", each("stretches", "waist")),
        ("It gives diagonal stretch to the chest", each("stretches", "chest")),
        ("Your ankles will also get a nice stretch", each("stretches", "ankle")),
        ("It gives the hamstrings and the neck a deep stretch", each("stretches", "hamstrings", "neck")),
        ("It offers your calves the stretch that they lack", each("stretches", "calf")),
        ("Stretches the full length of the spine", each("stretches", "spine")),
        ("Streches the nerves of the feet", each("stretches", "foot")),
    ],
)
def test_stretches_that_a_pose_gives(text: str, expected: set[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The calves and glutes are working and get gently toned", each("tones", "calf", "glutes")),
        ("The pelvic organs are squeezed and massaged", {("compresses", "pelvic organs")}),
        ("The wrists are stretched and strengthened", {("stretches", "wrist"), ("strengthens", "wrist")}),
        ("While the chin rests on the knees, the kidneys are stimulated", {("stimulates", "kidney")}),
    ],
)
def test_passives_with_several_verbs(text: str, expected: set[tuple[str, str]]) -> None:
    assert told(text) >= expected
    assert ("stimulates", "knee") not in told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tones the calves by stretching them", each("tones", "calf") | each("stretches", "calf")),
        (
            "It makes the spine supple and gives strength to it",
            {("improves", "spinal flexibility"), ("strengthens", "spine")},
        ),
        ("It relaxes the neck and shoulders and strengthens it", each("relaxes", "neck", "shoulder")),
        ("It cures hip pain and makes it more flexible", {("relieves", "hip pain"), ("improves", "hip flexibility")}),
    ],
)
def test_pronouns_stand_for_the_regions_before_them(text: str, expected: set[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It makes the neck and the knee joint elastic", each("improves", "neck flexibility", "knee flexibility")),
        ("It makes the thighs firm", each("tones", "thigh")),
        ("It develops the shoulders", each("improves", "shoulder")),
        ("It builds the muscles of the calves", each("strengthens", "calf muscles")),
        ("It builds remarkable strength in the wrists and shoulders", each("strengthens", "wrist", "shoulder")),
        ("It builds lower body and core strength", each("strengthens", "lower body", "core")),
        ("It tightens the buttocks", each("tones", "buttock")),
        ("A mighty ankle and calf strengthener", each("strengthens", "ankle", "calf")),
        ("It is a lovely shoulder opener", each("opens", "shoulder")),
        ("It gives relaxation to the calves", each("relaxes", "calf")),
        ("It both soothes and refreshes the mind", {("calms", "mind"), ("stimulates", "mind")}),
        ("Stimulates the organs of the pelvis and abdomen", each("stimulates", "pelvic organs", "abdominal organs")),
        ("Strengthens the nerves and muscles, especially in the back", each("strengthens", "back")),
        ("The gentle compression of the abdomen feels good", each("compresses", "abdomen")),
        ("It allows the shoulders to relax fully", each("relaxes", "shoulder")),
        ("It greatly benefits the kidneys", each("improves", "kidney")),
        ("It can expand your lung capacity", each("improves", "lung capacity")),
    ],
)
def test_what_a_pose_makes_of_regions(text: str, expected: set[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It speeds up the healing of tennis elbow", each("treats", "tennis elbow")),
        ("It helps in recovery from sciatica", each("treats", "sciatica")),
        (
            "It has many benefits such as stamina, focus and coordination",
            each("improves", "stamina", "focus", "coordination"),
        ),
        ("It corrects deformities of the feet", each("treats", "foot deformity")),
        ("You will lose all extra belly fat", each("relieves", "belly fat")),
        ("Relives asthma and headaches", each("relieves", "asthma", "headache")),
        ("Therapeutical for: asthma, flat feet", each("treats", "asthma", "flat feet")),
        ("Theraputic for ; asthma and insomnia", each("treats", "asthma", "insomnia")),
        ("Relieves stiffness: in the neck and hips", each("relieves", "neck stiffness", "hip stiffness")),
        ("Eases conditions associated with asthma and diabetes", each("relieves", "asthma", "diabetes")),
        ("Treats orthopedic ailments", each("treats", "orthopedic ailment")),
        ("Reduces congestion or enlargement of the spleen", each("relieves", "spleen congestion", "enlarged spleen")),
        (
            "It heals insomnia, posture collapse, migraine, and asthma",
            each("treats", "insomnia", "migraine", "asthma"),
        ),
        ("It helps in the control of anger and sadness", each("controls", "anger", "sadness")),
        ("Prepares the body for childbirth", each("improves", "childbirth")),
        ("It gives a boost of energy", each("improves", "energy")),
        ("Improves digestion and the overall health of the ankles", each("improves", "digestion", "ankle health")),
        (
            "Improves mobility and stability in the ankles",
            each("improves", "ankle mobility", "ankle stability"),
        ),
        (
            "Builds remarkable patience, willpower and emotional balance",
            each("improves", "patience", "willpower", "emotional balance"),
        ),
        ("It builds stamina and endurance", each("improves", "stamina", "endurance")),
        ("Calms racing thoughts and restlessness", each("calms", "racing thoughts", "restlessness")),
    ],
)
def test_what_a_pose_is_good_for(text: str, expected: set[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It keeps the mind quiet and peaceful", each("calms", "mind")),
        ("It has a good influence on sleep, and a positive influence on the liver", each("improves", "sleep", "liver")),
        (
            "It increases the strength, flexibility and stability of the wrists",
            {("strengthens", "wrist"), ("improves", "wrist flexibility"), ("improves", "wrist stability")},
        ),
        ("It keeps the knee joint lubricated", each("mobilises", "knee joint")),
        ("It reduces the risk of heart disease and of sprains", each("relieves", "heart condition")),
        ("It slims the waist", each("tones", "waist")),
        ("It helps sleep", each("improves", "sleep")),
        ("Shoulder opening", each("opens", "shoulder")),
        ("Better blood circulation to the brain", each("improves", "cerebral circulation")),
    ],
)
def test_more_ways_to_tell_an_effect(text: str, expected: set[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Letting the heels turn out will increase the stress on the knees",
        "It is good for the body and the mind",
        "A soothing posture for the evening",
        "We all know that yoga helps strengthen the body",
        "It strengthens muscles",
        "This asks for coordination, balance, and stamina from you",
        "It is good for these organs",
        "It relieves compression of the spine, and there is no massage of the belly",
    ],
)
def test_what_is_no_effect_of_the_pose(text: str) -> None:
    assert relations(article(f"Benefits\n\n- {text}\n"), "stretches", "strengthens", "improves", "compresses") == set()


@pytest.mark.parametrize(
    "steps",
    [
        "How to do it\n\nLengthen the Neck\nAs you inhale, lengthen your neck and open your chest.\n\n"
        "Open the Arms\nStretch your arms out wide and press your palms down.\n\n",
        "How to do it\n\n1. Kneel, keeping your shoulders relaxed.\n2. Breathe deeply, maintaining your alignment.\n\n",
        "Hold\n\nStay for as long as you can maintain proper form and breath control.\n\n",
    ],
)
def test_orders_are_no_effects(steps: str) -> None:
    document = article(f"{steps}Benefits\n\n- Calms the mind\n- Eases backache\n")

    assert relations(document) == {("calms", "mind"), ("relieves", "back pain")}


@pytest.mark.parametrize(
    "heading", ["This pose is intended to:", "Practising it helps you to:", "Physical:", "The pose works to:"]
)
def test_lines_that_promise_effects(heading: str) -> None:
    document = article(f"{heading}\n\n- Stretch the calves\n- Open the shoulders\n- Improve digestion\n")

    assert relations(document) == {("stretches", "calf"), ("opens", "shoulder"), ("improves", "digestion")}


def test_effects_in_base_form_beside_others_are_no_steps() -> None:
    document = article("Benefits\n\n- Stretch the calves\n- Open the hips\n- Improve sleep\n- Reduce stress\n")

    assert relations(document, "stretches", "opens", "relieves") == {
        ("stretches", "calf"),
        ("opens", "hip"),
        ("relieves", "stress"),
    }


def test_headings_among_benefits_that_tell_an_effect() -> None:
    document = article(
        "Benefits\n\nReduces Stress\n\nThe bend calms the mind.\n\n"
        "Supports Lymphatic Health\n\nIt stimulates the thyroid gland.\n"
    )

    assert relations(document, "improves") == {("improves", "lymphatic system health")}
    assert ("stimulates", "thyroid gland") in relations(document)


def test_headings_with_what_they_tell_behind_a_colon() -> None:
    lines = ("Objective: To open the hips and improve digestion.", "Cautions: vertigo, gout", "Prep poses: Cat Pose")
    named = article("# Benefits for Digestion\n\nIt is taught everywhere.\n")
    document = article("\n\n".join(f"# {line}" for line in lines) + "\n\n# Steps\n\n- Kneel.\n")

    assert relations(document) == {("opens", "hip"), ("improves", "digestion"), ("preparedBy", "Cat Pose")}
    assert relations(named) == set()
    barred = {claim.condition.label for _, claim in document.claims() if isinstance(claim, Contraindication)}
    assert barred == {"vertigo", "gout"}


def test_headings_of_a_pose_in_small_letters() -> None:
    document = article("Tips\n\nKeep calm.\n\nBenefits of royal pigeon\n\nStronger calves\n\nBetter sleep\n")
    sentence = article("Tips\n\nKeep calm.\n\nBenefits of this come late and only slowly\n\nStronger calves\n")

    assert relations(document) == {("strengthens", "calf"), ("improves", "sleep")}
    assert relations(sentence) == set()


def test_an_effect_before_a_colon_keeps_its_object() -> None:
    document = article("Benefits\n\nTones calf muscles: holding it is hard on the feet, strengthening the ankles.\n")

    assert relations(document) == {("tones", "calf muscles"), ("strengthens", "ankle")}


def test_items_in_quotation_marks_are_effects() -> None:
    document = article('Why:\n\n- "Deeply stretches the calves."\n- "Strengthens the ankles."\n')

    assert relations(document) == {("stretches", "calf"), ("strengthens", "ankle")}


def test_front_matter_with_the_article_in_it_is_read() -> None:
    matter = (
        '---\nid: "camel-calm"\ntitle: Camel Pose\nbenefits:\n'
        '  - "Stretches the calves and the neck."\n  - "Calms the mind and eases stress."\n---\n'
    )

    document = read_article(f"{matter}\nCamel Pose is a backbend.\n".encode(), name="article.md")

    assert relations(document, "stretches", "calms", "relieves") == {
        ("stretches", "calf"),
        ("stretches", "neck"),
        ("calms", "mind"),
        ("relieves", "stress"),
    }


def test_front_matter_about_the_file_is_not_read() -> None:
    matter = "---\ntitle: Camel Pose\ntags:\n  - stretches the calves\n  - yoga\ndate: 2020-01-01\n---\n"

    document = read_article(f"{matter}\n# Camel Pose\n\n## Benefits\n\n- Calms the mind\n".encode(), name="article.md")

    assert relations(document) == {("calms", "mind")}


def in_prose(text: str) -> set[tuple[str, str]]:
    """Return what a sentence under no heading tells."""
    return relations(article(f"Kneel and lean back with care.\n\n{text}\n"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sciatica and back pain often grow less", each("relieves", "sciatica", "back pain")),
        (
            "Migraines become rarer and sleep gets much deeper",
            each("relieves", "migraine") | each("improves", "sleep"),
        ),
        ("Concentration during meditation improves", each("improves", "concentration")),
        ("In time, swollen ankles improve", each("relieves", "ankle swelling")),
        ("Digestion becomes strong", each("improves", "digestion")),
    ],
)
def test_what_gets_better_by_itself(text: str, expected: set[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Makes posture and balance better", each("improves", "posture", "balance")),
        ("It makes breathing easier and digestion smoother", each("improves", "breathing", "digestion")),
        ("It makes migraines milder", each("relieves", "migraine")),
        ("It makes the calves strong and the hips supple", {("strengthens", "calf"), ("improves", "hip flexibility")}),
        ("Keeps the spine young and supple", each("improves", "spinal flexibility")),
        ("It keeps the eyesight healthy", each("improves", "vision")),
        ("Keeps the knees strong and the mind calm", {("strengthens", "knee"), ("calms", "mind")}),
        ("Keeps the spine healthy and the mind calm", {("improves", "spinal health"), ("calms", "mind")}),
    ],
)
def test_what_a_pose_makes_better(text: str, expected: set[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A stronger core", each("strengthens", "core")),
        ("Toned calf muscles", each("tones", "calf muscles")),
        ("Calmer mind", each("calms", "mind")),
        ("Easier breathing", each("improves", "breathing")),
        (
            "A more flexible neck, calmer nerves and less stress",
            {("improves", "neck flexibility"), ("calms", "nerve"), ("relieves", "stress")},
        ),
        ("Reduced risk of osteoporosis", each("relieves", "osteoporosis")),
        ("It puts less strain on the knees", set()),
        ("A chance for a stronger back stretch", each("stretches", "back")),
        ("You need strong calves and flexible hips", set()),
        ("It requires balance and strong calves", set()),
    ],
)
def test_things_as_a_pose_makes_them(text: str, expected: set[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Its benefits include weight loss and better focus", each("improves", "weight loss", "focus")),
        (
            "The benefits of this pose are improved posture, fewer headaches and a calmer mind",
            {("improves", "posture"), ("relieves", "headache"), ("calms", "mind")},
        ),
    ],
)
def test_benefits_that_are_counted(text: str, expected: set[tuple[str, str]]) -> None:
    assert told(text) == expected
    assert in_prose(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It leaves you calm and refreshed", each("improves", "calm", "energy")),
        ("You will feel more focused and less stressed", {("improves", "focus"), ("relieves", "stress")}),
        ("You will sleep better", each("improves", "sleep")),
        ("If you feel refreshed, come up", set()),
    ],
)
def test_how_somebody_feels_after_a_pose(text: str, expected: set[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is recommended in diabetes", each("treats", "diabetes")),
        ("It is used in the management of diabetes and asthma", each("treats", "diabetes", "asthma")),
        ("Many practise it against stress and insomnia", each("relieves", "stress", "insomnia")),
        ("It works against stress", each("relieves", "stress")),
        ("It takes the edge off stress", each("relieves", "stress")),
        ("A natural cure for insomnia", each("treats", "insomnia")),
        ("It acts as a tonic for the liver", each("improves", "liver")),
        ("It has a rejuvenating effect on the skin", each("stimulates", "skin")),
        ("It has a therapeutic effect on asthma", each("treats", "asthma")),
        ("It helps you to cope with anxiety", each("relieves", "anxiety")),
        ("It helps to prevent osteoporosis", each("relieves", "osteoporosis")),
        ("It brings the calmness and lifts the mood", each("improves", "calm", "mood")),
        ("It sends fresh blood to the brain", each("improves", "cerebral circulation")),
        ("Excellent for asthma and for sciatica", each("treats", "asthma", "sciatica")),
        ("It helps the liver and the kidneys", each("improves", "liver", "kidney")),
        ("It gives the body flexibility", each("improves", "flexibility")),
        ("Calming, reduces fatigue", each("relieves", "fatigue")),
        ("It should not be used in asthma", set()),
        ("A strap is used for the shoulders", {("usesProp", "strap")}),
        ("Those dealing with fatigue know it well", set()),
    ],
)
def test_phrases_of_effect(text: str, expected: set[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Stimulates the thyroid (and the parathyroids)", each("stimulates", "thyroid gland", "parathyroid gland")),
        ("Relieves tired, swollen legs and feet", each("relieves", "leg swelling", "foot swelling")),
        ("Strengthens the legs, back neck and chest", each("strengthens", "leg", "back", "neck", "chest")),
        ("Strengthens all the muscles you twist with, including the obliques", each("strengthens", "obliques")),
        ("Eases posture related problems", each("relieves", "poor posture")),
        ("A slow lazy stretch for the calves", each("stretches", "calf")),
    ],
)
def test_lists_of_objects(text: str, expected: set[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The legs of this pose stretch the calves", each("stretches", "calf")),
        ("The arms open the chest and the throat", each("opens", "chest", "throat")),
        ("Sitting with the arms behind you corrects rounded shoulders", each("treats", "rounded shoulders")),
        ("A long line of stretch runs up the side body, from the hip to the hand", each("stretches", "side body")),
    ],
)
def test_parts_of_the_body_as_doers(text: str, expected: set[tuple[str, str]]) -> None:
    assert told(text) == expected
    assert in_prose(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The back of the body, from the heels to the crown of the head, is stretched",
            each("stretches", "back of the body"),
        ),
        (
            "The front body opens, the spine lengthens and the back strengthens",
            {("opens", "front of the body"), ("lengthens", "spine"), ("strengthens", "back")},
        ),
        ("Hamstring stretch", each("stretches", "hamstrings")),
        ("Shoulder and chest opening", each("opens", "shoulder", "chest")),
        ("Arm strength", each("strengthens", "arm")),
        ("Increased core strength", each("strengthens", "core")),
        ("Balance and coordination", each("improves", "balance", "coordination")),
        ("It presses the belly, which may aid digestion", {("compresses", "abdomen"), ("improves", "digestion")}),
        ("Those with sciatica may find relief", each("relieves", "sciatica")),
    ],
)
def test_effects_without_a_verb_of_the_pose(text: str, expected: set[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_steps_with_the_hands_or_knees_tell_no_effect() -> None:
    steps = "1. Lie down.\n2. Press down, straighten your arms and lift your chest.\n"
    text = f"Benefits\n\n- Stretches the calves\n\nSteps\n\n{steps}"
    assert relations(article(text)) == {("stretches", "calf")}


def test_attribute_lines_of_what_is_opened_and_toned() -> None:
    text = "Camel Pose\n\nStretches: calves. Opens: shoulders, chest. Tones: thighs.\n\nOpens: throat\n"
    assert relations(article(text)) >= {
        ("stretches", "calf"), ("opens", "shoulder"), ("opens", "chest"), ("tones", "thigh"), ("opens", "throat"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Stimulates the organs of the neck and pelvis", each("stimulates", "neck organs", "pelvic organs")),
        ("Stretches the muscles between your ribs", each("stretches", "intercostal muscles")),
        ("Helps with a pot belly and cold feet", each("relieves", "belly fat", "poor circulation")),
    ],
)
def test_more_names_of_what_a_pose_affects(text: str, expected: set[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It helps you breathe better and sleep", each("improves", "breathing", "sleep")),
        ("It gives proper massage to the pelvic organs", each("massages", "pelvic organs")),
        ("It gives good exercise to the calves", each("strengthens", "calf")),
        ("The knees and hips get adequate exercise", each("strengthens", "knee", "hip")),
        ("A good exercise for the calves", set()),
        ("Refreshes body and mind", each("stimulates", "body", "mind")),
        ("Circulation increases in the legs", each("improves", "blood circulation")),
        ("In time, the hips will open", each("opens", "hip")),
        ("Once your balance improves, lift the leg", set()),
        ("If the pain gets better, come back", set()),
        ("To deepen the pose, straighten the knee", set()),
    ],
)
def test_more_effects_and_what_is_none(text: str, expected: set[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_instructions_under_no_heading_tell_no_effect() -> None:
    assert in_prose("As your balance improves, bring the feet closer.") == set()
    assert in_prose("Press the heels down to work the legs.") == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Strengthens the whole body: arms, legs and core", each("strengthens", "body", "arm", "leg", "core")),
        ("Massages the abdominal organs (liver, spleen and bladder)", each("massages", "liver", "spleen", "bladder")),
        (
            "Relieves respiratory ailments like asthma and bronchitis",
            each("relieves", "respiratory condition", "asthma", "bronchitis"),
        ),
        ("Improves physical and mental balance", each("improves", "balance", "equanimity")),
        ("Relieves aches and pains in the back", each("relieves", "back pain")),
        ("An antidote to stress", each("relieves", "stress")),
        ("It slows down ageing", each("relieves", "ageing")),
        ("There is no better pose for sciatica", each("treats", "sciatica")),
        ("My favourite pose for tight hamstrings", each("relieves", "tight hamstrings")),
        ("Lowers the chance of injury", set()),
    ],
)
def test_lists_that_explain_and_phrases_for_ailments(text: str, expected: set[tuple[str, str]]) -> None:
    assert told(text) - {("massages", "abdominal organs")} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It lends suppleness to the spine", each("improves", "spinal flexibility")),
        ("Keeps the kidneys working well", each("improves", "kidney function")),
        ("The chest gets broad and the calves get power", {("opens", "chest"), ("strengthens", "calf")}),
        ("Eyesight becomes sharp, as circulation increases", each("improves", "vision", "blood circulation")),
        ("It has a special effect on the thyroid", each("improves", "thyroid gland")),
        ("Calm, clear mind", each("improves", "calm", "mental clarity")),
        ("Because the thigh presses the calf, the ankle opens", each("opens", "ankle")),
    ],
)
def test_what_regions_get_and_functions_become(text: str, expected: set[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_benefits_at_a_glance_and_sentences_with_a_colon() -> None:
    text = "Benefits at a glance\n\n* Better balance\n* Open hips\n* Bone health\n"
    assert relations(article(text)) >= each("improves", "balance", "bone health")
    text = "Soon the standing leg gets stronger: calf and thigh have to work. It improves balance."
    assert ("improves", "balance") in in_prose(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Posture: the back learns to hold you", each("improves", "posture")),
        ("Leg strength: the quads work", each("strengthens", "leg")),
        ("Flat feet – lifts the arches", each("relieves", "flat feet")),
        ("Mind: relieves stress", each("relieves", "stress")),
        ("Clears the mind", each("improves", "mental clarity")),
        ("A great leg workout", each("strengthens", "leg")),
        ("Heart rate and blood pressure drop", each("relieves", "heart rate", "blood pressure")),
    ],
)
def test_labels_of_benefits(text: str, expected: set[tuple[str, str]]) -> None:
    assert relations(article(f"Benefits\n\n- Calms the mind\n- {text}\n")) == expected | {("calms", "mind")}


def test_lists_under_no_heading_of_what_gets_better() -> None:
    text = "Why lie still?\n\n- Better sleep\n- Less back pain\n- Stronger lungs\n- Digestion"
    assert relations(article(text)) == {
        ("improves", "sleep"), ("relieves", "back pain"), ("strengthens", "lung"), ("improves", "digestion"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bladder and the kidneys also benefit from it", each("improves", "bladder", "kidney")),
        ("The pelvic organs receive extra blood", each("improves", "pelvic organs blood circulation")),
        ("It is helpful to those suffering from sciatica", each("treats", "sciatica")),
        ("It works wonders in the treatment of sciatica", each("treats", "sciatica")),
        ("It rids the body of toxins", each("relieves", "toxins")),
        ("With time, stiffness of the shoulders disappears", each("relieves", "shoulder stiffness")),
        ("Come up slowly when the headache disappears", set()),
        ("Relieves varicose veins in the legs and asthma", each("relieves", "varicose veins", "asthma")),
    ],
)
def test_effects_in_prose_under_no_heading(text: str, expected: set[tuple[str, str]]) -> None:
    assert in_prose(text) == expected
    assert in_prose(f"{text}.") == expected


def test_names_alone_behind_a_heading_in_their_line() -> None:
    text = "Therapeutic for: asthma, rheumatism in the legs, and sciatica. Practise it daily."
    assert relations(article(text)) == each("treats", "asthma", "rheumatism", "sciatica")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tones the abs — and the kidneys as well", each("tones", "abdominal muscles", "kidney")),
        ("Ensures that you are always alert", each("improves", "alertness")),
        ("A deep hip and groin opener", each("opens", "hip", "groin")),
        ("Gives the shoulders a good opening", each("opens", "shoulder")),
        ("Leg and core strengthening", each("strengthens", "leg", "core")),
        ("Calf strengthening", each("strengthens", "calf")),
        ("Puts gentle pressure on the pancreas", each("compresses", "pancreas")),
    ],
)
def test_nouns_for_what_is_done(text: str, expected: set[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("People suffering from asthma get relief by practising it", each("relieves", "asthma")),
        ("Asthma patients benefit from it", each("treats", "asthma")),
        ("Diabetics benefit from it", each("treats", "diabetes")),
        ("It is a must for people with sciatica", each("treats", "sciatica")),
        ("If you have sciatica, this pose helps", each("treats", "sciatica")),
        ("For asthma, practise it daily", each("treats", "asthma")),
        ("In cases of diabetes, it is very effective", each("treats", "diabetes")),
        ("It fills you with energy", each("improves", "energy")),
        ("Stress levels come down", each("relieves", "stress")),
    ],
)
def test_for_whom_a_pose_is(text: str, expected: set[tuple[str, str]]) -> None:
    document = article(f"Benefits\n\n- {text}\n")
    assert relations(document) == expected
    assert not articles.advice(document)


def test_what_helps_those_with_a_condition_may_be_a_change() -> None:
    document = article("Steps\n\n1. Kneel.\n\nIf you have asthma, practise it daily with a chair.\n")
    assert articles.advice(document) == {("asthma", "Modify")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mentally, you gain courage and, in the back, strength", each("improves", "courage")),
        ("Many benefits are found: an open chest and less stress", {("opens", "chest"), ("relieves", "stress")}),
    ],
)
def test_what_somebody_gains(text: str, expected: set[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_names_within_a_paragraph_that_goes_over_to_warnings_are_no_benefits() -> None:
    text = "Benefits\n\nIt calms the mind. You should avoid it if you have: hernia; asthma; knee or neck injury.\n"
    assert relations(article(text)) == {("calms", "mind")}


@pytest.mark.parametrize(
    "text",
    [
        "Press the forearms down to lift the shoulders and lengthen the spine.",
        "If the lower back rounds, bend the knees to lengthen the spine.",
        "Keep the shoulders strong and the neck long.",
    ],
)
def test_orders_under_no_heading_tell_no_effect(text: str) -> None:
    assert not in_prose(text)


def test_whom_a_pose_suits_is_not_warned() -> None:
    text = "Kneel.\n\nIt builds strength in the arms, so it suits people with carpal tunnel syndrome.\n"
    assert not articles.advice(article(text))


def test_headings_that_count_benefits() -> None:
    text = (
        "## 1. Keeps your spine flexible\n\nIt bends.\n\n## 2. Good for diabetics\n\n"
        "It helps.\n\n## 3. Weight loss\n\nIt strengthens the calves.\n\n## 4. Better sleep & less stress\n\nRest.\n\n"
        "## Who should avoid it\n\n- Hernia\n\n## Balance at a wall\n\nStand.\n"
    )
    document = articles.article(text, title="Seven Benefits of Camel Pose")
    assert relations(document) >= {
        ("improves", "spinal flexibility"), ("treats", "diabetes"), ("improves", "weight loss"), ("improves", "sleep"),
        ("relieves", "stress"), ("strengthens", "calf"),
    }  # fmt: skip
    assert ("improves", "balance") not in relations(document)
    assert articles.advice(document) == {("hernia", "Avoid")}


def test_headings_of_other_articles_count_no_benefits() -> None:
    text = "## Keeps the spine flexible\n\nIt bends.\n"
    assert not relations(articles.article(text, title="Camel Pose: Steps and Benefits"))


def test_verbs_behind_a_colon() -> None:
    text = "Camel Pose is known to: stretch the spine, massage the pelvic organs, and calm the mind."
    assert in_prose(text) == {("stretches", "spine"), ("massages", "pelvic organs"), ("calms", "mind")}
    assert not in_prose("To finish: stretch the spine and press the heels down.")


@pytest.mark.parametrize(
    "text",
    [
        "It may increase the blood pressure in some people.",
        "She teaches balance and focus to her students.",
        "The chest is open and the shoulders are relaxed.",
    ],
)
def test_what_is_no_benefit_of_the_pose(text: str) -> None:
    assert not in_prose(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It reduces pain and discomfort in the wrists, hips, and feet",
            each("relieves", "wrist pain", "hip pain", "foot pain"),
        ),
        ("It reduces swelling of the ankles and sleep caused by boredom", each("relieves", "ankle swelling")),
        ("It is a boon for stiff hips and wrists", each("treats", "hip stiffness", "wrist stiffness")),
        ("It relieves sluggish metabolism and asthma", each("relieves", "sluggish metabolism", "asthma")),
        ("It stretches the facial, eye and tongue muscles", each("stretches", "facial muscles", "eye", "tongue")),
        ("It strengthens the walls of the bladder", each("strengthens", "bladder")),
        ("It stretches many muscles of the body", set()),
        ("It improves focus, and helps calm my mind", {("improves", "focus"), ("calms", "mind")}),
        ("It corrects a hunch back", each("treats", "kyphosis")),
    ],
)
def test_what_objects_share(text: str, expected: set[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It lengthens and helps to realign the spine", {("lengthens", "spine"), ("improves", "spinal alignment")}),
        ("It is a lovely way to relax and ground the body", each("relaxes", "body")),
        ("It is a stamina builder and a mood booster", each("improves", "stamina", "mood")),
        ("It guides the body into a state of relaxation", each("improves", "relaxation")),
        ("It gives an opening in the chest and stretch in the hips", {("opens", "chest"), ("stretches", "hip")}),
        ("It opens and frees the hips", each("opens", "hip")),
    ],
)
def test_ways_to_tell_an_effect(text: str, expected: set[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Press the elbows against the ribs to lift the chest",
        "Firm up the glutes to keep the knees steady",
        "In case of dizziness, place the hands down, aligning the wrists",
        "To come out, relax the thighs and lengthen the spine",
        "As you exhale, stretch the legs and open the chest",
        "Remember to relax the jaw",
    ],
)
def test_orders_among_benefits_tell_no_effect(text: str) -> None:
    assert not relations(article(f"Benefits\n\nIt calms the mind. {text}.\n")) - {("calms", "mind")}


@pytest.mark.parametrize(
    "text",
    [
        "You can stretch your arms in front of you and rest.",
        "Maintain slow breaths for better focus.",
        "Place the foot on the floor aligning the knee.",
        "The weight of the body is balanced on the hands.",
        "It directs the awareness toward the spine.",
        "As a hip opener pose, it trains one's hip opening capacity.",
        "When you are ready to finish, soften the jaw and relax the shoulders.",
        "To release the pose, relax the facial muscles.",
        "You should stretch the spine here.",
        "Remember to relax the jaw and to open the chest.",
        "With each exhale you can relax the shoulders.",
        "Before the pose, warm up by stretching the hips.",
        "The teacher may press the hips down.",
        "Many people find it difficult to open the groins.",
        "It is important to maintain balance and focus.",
        "Meditation calms the mind.",
        "Unlike Cobra, which strengthens the back, it is all about calm.",
        "The next pose, Bridge, strengthens the glutes.",
        "The quadriceps help to extend the knee.",
        "It can take years to open the hips.",
        "Do not force the knees down to open the hips.",
    ],
)
def test_ways_of_doing_tell_no_effect(text: str) -> None:
    assert not in_prose(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It gives relief if you have sciatica", each("relieves", "sciatica")),
        ("This pose is ideal, if you suffer from asthma", each("treats", "asthma")),
        ("It brings relief if you have pain in the hips, or leg cramps", each("relieves", "hip pain", "leg cramp")),
        ("It brings relief if you have pain in the hips, or knee aches", each("relieves", "hip pain", "knee pain")),
        ("A strap is helpful if you have a knee injury", set()),
        ("Bent knees are helpful if you have sciatica", set()),
    ],
)
def test_whom_a_pose_helps_behind_if(text: str, expected: set[tuple[str, str]]) -> None:
    document = article(f"Kneel.\n\n{text}.\n")
    assert relations(document, "treats", "relieves") == expected


def test_muscles_that_a_list_shares() -> None:
    expected = each("stretches", "facial muscles", "eye", "tongue")
    assert told("Facial, eye and tongue muscles are stretched") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You will have tranquility", each("improves", "calm")),
        ("Until you can have patience, use a wall", set()),
        ("It is great for runners and cyclists with tight hips", each("relieves", "tight hips")),
        ("It is good for teachers who have varicose veins", each("treats", "varicose veins")),
        (
            "It counteracts the effects of sitting at a desk, such as rounded shoulders and back pain",
            each("relieves", "rounded shoulders", "back pain"),
        ),
        ("It improves digestion, and breathing into the belly can help", each("improves", "digestion")),
    ],
)
def test_people_and_what_they_come_to(text: str, expected: set[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_a_reminder_may_go_over_to_an_effect() -> None:
    assert in_prose("Don't be fooled by its ease: it strengthens the core.") == each("strengthens", "core")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It has many benefits for flexibility and balance", each("improves", "flexibility", "balance")),
        ("It has many benefits for the body", set()),
        ("It is helpful during pregnancy and menopause", each("treats", "menopause")),
        ("It is helpful during menstruation", set()),
        ("It increases the efficiency of your liver and kidneys", each("improves", "liver", "kidney")),
        ("It opens across the chest", each("opens", "chest")),
        ("It gives much energy to the heart", each("stimulates", "heart")),
        ("It increases the energy of the heart", each("improves", "heart energy")),
        ("Enjoy the stretch and opening of the hips", each("opens", "hip")),
        ("They strengthen the legs", each("strengthens", "leg")),
        ("Pressure is put on the belly", each("compresses", "abdomen")),
        ("It is a boon for asthma and backache is relieved", {("treats", "asthma"), ("relieves", "back pain")}),
        ("Displacement of disc is relieved", each("relieves", "slipped disc")),
        ("Stress-free mind", each("relieves", "stress")),
        ("Like most poses, it improves digestion", each("improves", "digestion")),
        ("It makes for a pain-free practice", set()),
        ("Pressure is put on the digestive organs (liver)", each("compresses", "digestive organs", "liver")),
    ],
)
def test_what_a_pose_does_in_running_prose(text: str, expected: set[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It tones the legs, leaving you full of energy and focus.",
            {("tones", "leg"), *each("improves", "energy", "focus")},
        ),
        ("It leaves you with a sense of calm.", each("improves", "calm")),
        ("The massage of the belly aids digestion.", {("massages", "abdomen"), ("improves", "digestion")}),
        ("Here you feel the compression of the belly.", set()),
        ("Focus on the stretch and opening of the chest and shoulders.", each("opens", "chest", "shoulder")),
        ("While you breathe, pressure is applied to the liver.", set()),
        ("While you breathe, pressure is put on the lower digestive organs.", each("compresses", "digestive organs")),
        ("Come out if pressure is put on the kidneys.", set()),
        (
            "Those with back pain should do this as it strengthens the back.",
            {("treats", "back pain"), ("strengthens", "back")},
        ),
        ("If you suffer from sciatica, this pose will do you wonders.", each("treats", "sciatica")),
        ("As I wrote in my book, it strengthens the legs.", each("strengthens", "leg")),
    ],
)
def test_what_a_pose_does_under_no_heading(text: str, expected: set[tuple[str, str]]) -> None:
    assert in_prose(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "To help balance, the toes of the left foot should point out.",
        "It is hard for those who do not stand with proper alignment.",
        "The arms are extended to the sides.",
        "The legs are extended to the right side.",
        "Energise the leg, stretching through the foot.",
        "When a pregnant woman lies down, the weight of the baby compresses the veins.",
        "Many do it without a blanket under the shoulders, which makes it too strong for the neck.",
        "Cramps are caused by muscles pressing against nerves.",
    ],
)
def test_what_others_do_and_how_it_is_done_tell_no_effect(text: str) -> None:
    assert not in_prose(text)


@pytest.mark.parametrize(
    "text",
    [
        "Many (if not most) asanas aid digestion and improve the circulation",
        "Keeping the shoulders open and wide, smile",
        "As you exhale, keeping the hips level, stretch the legs",
    ],
)
def test_what_is_told_of_others_among_benefits(text: str) -> None:
    assert not told(text)


def test_a_cited_sentence_is_no_caption() -> None:
    text = "According to Anna, a yoga instructor, Camel strengthens various muscles, including quadriceps and core"
    assert in_prose(f"{text}.") == each("strengthens", "quadriceps", "core")


def test_a_list_of_those_for_whom_a_pose_is_good() -> None:
    items = "- Are experiencing anxiety or stress\n- Have back pain\n- Have sciatica\n- Have asthma\n"
    expected = each("relieves", "anxiety", "stress", "back pain", "sciatica", "asthma")
    assert relations(article(f"This is a great pose if you:\n\n{items}"), "relieves", "treats") == expected
    assert not relations(article(f"This is not a great pose if you:\n\n{items}"), "relieves", "treats")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Takes the pressure off the pancreas", each("relieves", "pancreas pressure")),
        ("It reduces strain on the ankles", each("relieves", "ankle strain")),
        ("Eases pressure in the sacrum and the groin", each("relieves", "sacrum pressure", "groin pressure")),
        ("Increases the pressure on the heart", set()),
        ("Avoid it if it puts strain on the ankles", set()),
        ("It gives rest to the calves", each("relaxes", "calf")),
        ("It gives your shoulders a rest", each("relaxes", "shoulder")),
        ("It renews your energy", each("restores", "energy")),
    ],
)
def test_what_a_pose_takes_off_regions(text: str, expected: set[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_a_burden_that_a_change_takes_off_is_no_effect() -> None:
    assert not in_prose("Bending the elbows takes pressure off the wrists.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anxiety relief, hip opening, stamina", {("relieves", "anxiety"), ("opens", "hip"), ("improves", "stamina")}),
        (
            "Nervous system reset, stamina, sleep",
            {("restores", "nervous system"), *each("improves", "stamina", "sleep")},
        ),
        ("Stamina, patience, early mornings", set()),
        ("It wants stamina, patience, time", set()),
    ],
)
def test_names_among_other_members_of_a_list(text: str, expected: set[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Stress removal", each("relieves", "stress")),
        ("Calf and hamstring stretch", each("stretches", "calf", "hamstrings")),
        ("It takes down swelling of the ankles", each("relieves", "ankle swelling")),
        ("Asthma problem gets less", each("relieves", "asthma")),
        ("Backache gets relief", each("relieves", "back pain")),
        ("Stiffness in the calves gone", each("relieves", "calf stiffness")),
        ("The stress of the day goes away", each("relieves", "stress")),
        ("A huge stretch down the calves", each("stretches", "calf")),
        (
            "The heart rate slows down and blood pressure falls",
            {("calms", "heart rate"), ("relieves", "blood pressure")},
        ),
        ("Digestion slows down", set()),
        ("The shoulders let go", each("relaxes", "shoulder")),
        ("Your focus is improving", each("improves", "focus")),
        ("The thighs and the calves have to work hard", each("strengthens", "thigh", "calf")),
        ("The kidneys and the liver work well", each("improves", "kidney", "liver")),
        ("The hips have to open first", set()),
        ("The spine lengthens along the floor", each("lengthens", "spine")),
        ("The glutes hold you up and they get stronger", each("strengthens", "glutes")),
        (
            "You will feel the calves and the hamstrings of the front leg stretch",
            each("stretches", "calf", "hamstrings"),
        ),
        ("What it does for you is open the chest", each("opens", "chest")),
        ("It helps you fall asleep", each("improves", "sleep")),
        ("I really sleep better", each("improves", "sleep")),
        ("Thyroid gland and spleen stimulation", each("stimulates", "thyroid gland", "spleen")),
        ("Pressure is applied to the liver", each("compresses", "liver")),
        ("It soothes headaches", each("relieves", "headache")),
        ("It can reduce stress and slow heart rate", each("relieves", "stress")),
        ("It gives a good stretch to all of the toes", each("stretches", "toe")),
        ("It strengthens the entire standing leg", each("strengthens", "leg")),
        ("It settles a busy mind", each("calms", "mind")),
        ("It restores calm and helps you sleep well", {("restores", "calm"), ("improves", "sleep")}),
        ("It allows the heart rate to decrease", each("relieves", "heart rate")),
    ],
)
def test_what_regions_and_persons_do(text: str, expected: set[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some teachers recommend it for asthma", each("treats", "asthma")),
        ("It has been prescribed since long for asthma and sciatica", each("treats", "asthma", "sciatica")),
        ("It is not given by any teacher for asthma", set()),
        ("A seat that is used for meditation", set()),
        ("For sciatica this is one of the best poses", each("treats", "sciatica")),
        ("7 asanas for sciatica", set()),
        ("The pressure that comes on the liver", each("compresses", "liver")),
        ("It relieves stiffness in the hips, which can reduce balance", each("relieves", "hip stiffness")),
        ("Focus on lengthening the spine", set()),
    ],
)
def test_for_what_a_pose_is_given(text: str, expected: set[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It stretches the side body from the hip to the armpit, and the calves",
            each("stretches", "side body", "calf"),
        ),
        ("It stretches the quadriceps of the back leg and the groins", each("stretches", "quadriceps", "groin")),
        ("It stretches the hamstrings of the leg and the arms", each("stretches", "hamstrings", "arm")),
    ],
)
def test_where_objects_lie(text: str, expected: set[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_props_are_given_for_other_things() -> None:
    assert not relations(article("Benefits\n\n- A strap is used by many for sciatica\n"), "treats")


def test_paragraphs_under_no_heading_that_tell_effects() -> None:
    effects = "It calms the mind. It eases stress. The breathing slows down."
    assert in_prose(effects) == {("calms", "mind"), ("relieves", "stress"), ("calms", "breathing")}
    assert ("calms", "breathing") not in in_prose(f"Press the feet down. {effects}")
    assert ("calms", "breathing") not in in_prose("It calms the mind. The breathing slows down.")


def test_lists_under_no_heading_that_tell_effects() -> None:
    items = "- It strengthens the calves\n- You will feel a stretch in the groins\n- The arms have to work hard\n"
    assert relations(article(items)) == {*each("strengthens", "calf", "arm"), ("stretches", "groin")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The lungs and the stomach are getting massaged", each("massages", "lung", "stomach")),
        (
            "The digestive and respiratory systems are all toned",
            each("tones", "digestive system", "respiratory system"),
        ),
        ("Shoulders and wrists are strengthened, also the neck", each("strengthens", "shoulder", "wrist", "neck")),
        ("The calves get strong, and the ankles", each("strengthens", "calf", "ankle")),
        ("The chest gets a good stretch, the throat too", each("stretches", "chest", "throat")),
        ("The chest gets a good stretch, the arms rest", each("stretches", "chest")),
        ("It makes strong the wrists and the arms", each("strengthens", "wrist", "arm")),
        ("It makes the muscles strong", set()),
        ("The ankles become stable", each("improves", "ankle stability")),
        ("Mood and memory are increasing", each("improves", "mood", "memory")),
        ("Fresh blood flows to the brain", each("improves", "cerebral circulation")),
        ("It brings the endocrine system into balance", each("balances", "endocrine system")),
        ("The digestive system comes into balance", each("balances", "digestive system")),
        ("It slows the breath", each("calms", "breathing")),
        ("It slows the metabolism", set()),
    ],
)
def test_what_is_done_to_and_added(text: str, expected: set[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Strengthens the front leg and its ankle", each("strengthens", "leg", "ankle")),
        ("Stretches the back calf and the whole of the spine", each("stretches", "calf", "spine")),
        ("Stretches the back, calves and hips", each("stretches", "back", "calf", "hip")),
        (
            "Stretches the upper body, that is, the chest and shoulders",
            each("stretches", "upper body", "chest", "shoulder"),
        ),
        ("Stretches back of neck", each("stretches", "back of the neck")),
        ("Stretches ankles & top of feet", each("stretches", "ankle", "top of the foot")),
        ("Massages the organs of the belly, such as the liver", each("massages", "abdominal organs", "liver")),
        ("Strengthened: calves, ankles", each("strengthens", "calf", "ankle")),
        ("Removes stiffness of the wrists and of the ankles", each("relieves", "wrist stiffness", "ankle stiffness")),
        ("Burns fat round the waist", each("relieves", "waist fat")),
        ("Eases stiff or aching hips", each("relieves", "hip stiffness", "hip pain")),
        ("Improves co-ordination", each("improves", "coordination")),
        ("Stimulates the para-thyroid glands", each("stimulates", "parathyroid gland")),
        ("Gives the calves a mild stretch and calms the nerves", each("stretches", "calf") | each("calms", "nerve")),
        (
            "Calms the brain, and headaches and stress go down",
            each("calms", "brain") | each("relieves", "headache", "stress"),
        ),
        ("Improves posture and tension disappears", each("improves", "posture") | each("relieves", "tension")),
        ("Corrects the shape of the calves", set()),
        ("A tight muscle presses the sciatic nerve", set()),
        ("The belly presses on the thighs", each("compresses", "abdomen")),
        ("The arms press the knees", set()),
        ("The body weight is carried by the arms", set()),
    ],
)
def test_objects_and_what_belongs_to_others(text: str, expected: set[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It's calming, it's energising", each("calms", "mind") | each("improves", "energy")),
        ("This pose is very soothing and grounding", each("calms", "mind") | each("improves", "grounding")),
        ("It is calming to the nerves", each("calms", "nerve")),
        ("It is not energizing", set()),
        ("The breath is calming", set()),
        ("You will feel full of energy", each("improves", "energy")),
        ("Stay until you feel full of energy", set()),
        ("It's wonderful for your posture", each("improves", "posture")),
        ("Has therapeutic value in asthma", each("treats", "asthma")),
        ("Teachers use it for sciatica and asthma", each("treats", "sciatica", "asthma")),
        ("Use it for balance", set()),
        ("Those with migraines due to stress are benefited", each("treats", "migraine")),
        ("Diabetes patients get benefit", each("treats", "diabetes")),
        ("It helps shake off fatigue", each("relieves", "fatigue")),
        ("It undoes rounded shoulders", each("relieves", "rounded shoulders")),
    ],
)
def test_what_a_pose_is_said_to_be(text: str, expected: set[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It calms you down after work", each("calms", "mind")),
        ("Soothes everybody", each("calms", "mind")),
        ("It does not calm you down", set()),
        ("Most of us find it calming", each("calms", "mind")),
        ("Parents with migraines tell me that it eases their symptoms", each("relieves", "migraine")),
        ("Teachers with asthma, gout and sciatica say it gives them some relief",
         each("relieves", "asthma", "gout", "sciatica")),
        ("Some people are supple, others are strong", set()),
        ("Gives you a jolt of energy", each("improves", "energy")),
    ],
)  # fmt: skip
def test_whom_a_pose_calms_and_relieves(text: str, expected: set[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_symptoms_of_those_who_are_warned_are_not_eased() -> None:
    assert not relations(article("Benefits\n\n- Those with gout should avoid it, though it eases symptoms"), "relieves")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The neck gets a fine stretch, and so do the wrists", each("stretches", "neck", "wrist")),
        ("The calves get a mild stretch, as does the chest", each("stretches", "calf", "chest")),
        ("The calves get a mild stretch as the knees bend", each("stretches", "calf")),
        ("Stretches the glutes and the deep rotators", each("stretches", "glutes", "deep hip rotators")),
        ("It works on the kidneys and the digestive system", each("improves", "kidney", "digestive system")),
        ("It works on the shoulders", set()),
        ("It works directly on the belly", set()),
        ("It works the calves on both sides", each("strengthens", "calf")),
        ("Creates length through the waist", each("lengthens", "waist")),
        ("Increased length of the spine", each("lengthens", "spine")),
        ("It encourages healthy kidneys", each("improves", "kidney")),
        ("Healthy kidneys", each("improves", "kidney function")),
        ("It makes the hips adaptable", each("improves", "hip flexibility")),
        ("Imagine lengthening the spine", set()),
        ("If you sit tall, the chest opens too", each("opens", "chest")),
        ("Strong arms and legs", each("strengthens", "arm", "leg")),
        (
            "Flexible hips, ankles and wrists",
            each("improves", "hip flexibility", "ankle flexibility", "wrist flexibility"),
        ),
        ("It requires strong arms and legs", set()),
        ("Strengthens the muscles that support the ankles", each("strengthens", "ankle")),
        ("Strengthens muscles that help you walk", set()),
    ],
)
def test_what_regions_get_and_what_works_on_them(text: str, expected: set[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It treats health problems like gout and asthma", each("treats", "gout", "asthma")),
        ("It may ease certain health conditions", set()),
        ("Helps insomnia, gout and asthma", each("treats", "insomnia", "gout", "asthma")),
        ("It counteracts a hunched posture", each("relieves", "poor posture")),
        ("Loosens tight hips and hamstrings", each("relieves", "tight hips", "tight hamstrings")),
        ("It is good for tight hips and hamstrings", each("relieves", "tight hips", "tight hamstrings")),
        ("Keeps the blood pressure in check", each("controls", "blood pressure")),
        ("It helps to maintain a healthy weight", each("improves", "weight control")),
    ],
)
def test_more_conditions_that_a_pose_eases(text: str, expected: set[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_circulation_of_a_region_has_a_shorter_name() -> None:
    document = article("Benefits\n\n- It brings blood to the calves")
    (term,) = (claim.object for _, claim in document.claims() if isinstance(claim, Relation))
    assert {"calf blood circulation", "calf circulation"} <= set(term.labels)


@pytest.mark.parametrize(
    "heading",
    ["Illnesses and conditions helped by Camel", "Ailments Helped", "Helped by this pose", "Best for", "Ideal for:"],
)
def test_headings_over_what_a_pose_helps(heading: str) -> None:
    text = f"Contraindications\n\n- Glaucoma\n- Hernia\n\n{heading}\n\n- Sciatica\n- Asthma\n- Improves posture"
    found = relations(article(text), "relieves", "treats", "improves")
    assert {label for _, label in found} == {"sciatica", "asthma", "posture"}


def test_conditions_after_a_gain_under_a_line_that_promises_help() -> None:
    steps = "Steps\n\n1. Kneel down.\n2. Lift the chest.\n\n"
    document = article(f"{steps}Works wonders on\n\n- Stronger legs\n- Sciatica\n- Asthma\n- Back pain\n")
    assert relations(document) == each("treats", "sciatica", "asthma", "back pain") | {("strengthens", "leg")}


def test_names_parted_by_full_stops_under_what_a_pose_treats() -> None:
    row = article("Therapeutic uses\n\nGout. Asthma and knee pain. Stress.")
    mixed = article("Therapeutic uses\n\nGout. Asthma. Not recommended in these. Hernia. Glaucoma.")
    assert relations(row, "treats") == each("treats", "gout", "asthma", "knee pain", "stress")
    assert not relations(mixed, "treats") & each("treats", "hernia", "glaucoma")


def test_passives_open_lists_of_effects() -> None:
    lines = ("Arms and calves are strengthened.", "It opens the chest.", "Reduces back pain.")
    document = article("How to do it\n\n1. Kneel down.\n\n" + "\n\n".join(lines))
    assert relations(document) == (
        each("strengthens", "arm", "calf") | each("opens", "chest") | each("relieves", "back pain")
    )


def test_a_strap_used_for_a_difficulty_treats_nothing() -> None:
    assert (
        relations(article("Take a strap and use it for tight hamstrings or back pain."), "treats", "relieves") == set()
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A head that more than two regions share, and those that stand for themselves.
        (
            "Good for wrist, elbow, neck and ankle problems",
            {f"{one} problem" for one in ("wrist", "elbow", "neck", "ankle")},
        ),
        ("Improves ankle, hip and shoulder mobility", {"ankle mobility", "hip mobility", "shoulder mobility"}),
        ("Helps the liver, and knee and hip pain", {"liver", "knee pain", "hip pain"}),
        # What adjectives share, and what is named in parentheses.
        ("Stimulates the pelvic and digestive organs", {"pelvic organs", "digestive organs"}),
        ("Stretches the inner thighs (gracilis and adductors)", {"inner thigh", "gracilis", "adductors"}),
        ("Builds upper back strength", {"upper back"}),
        ("Builds lower back strength", {"lower back"}),
    ],
)
def test_what_members_of_a_list_share(text: str, expected: set[str]) -> None:
    assert {label for _, label in told(text)} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("More blood is sent to the lungs", each("improves", "lung blood circulation")),
        ("Keeps migraine attacks at bay", each("controls", "migraine")),
        ("Gets the digestion moving", each("improves", "digestion")),
        ("It gets your blood pumping", each("improves", "blood circulation")),
        ("It gives deep rest to the legs", each("relaxes", "leg")),
        ("The ribs and hips open as well", each("opens", "rib", "hip")),
        ("The mind grows quiet", each("calms", "mind")),
        ("People with gout may find some relief", each("relieves", "gout")),
        ("Eases constipation through abdominal massage", {("relieves", "constipation"), ("massages", "abdomen")}),
        ("Supports not only digestion but also sleep", each("improves", "digestion", "sleep")),
        ("Promotes muscle recovery", each("improves", "muscle recovery")),
        ("Calms nervous energy", each("calms", "anxiety")),
        ("Strengthens the lower part of your body", each("strengthens", "lower body")),
        ("It reverses the effects of long sitting", set()),
        ("Offsets the effects of long sitting", each("relieves", "effects of sitting")),
    ],
)
def test_more_ways_of_telling_effects(text: str, expected: set[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "She presses the hands down",
        "Squeezing the thighs together",
        "The weight of the legs is balanced by the weight of the trunk",
        "Afterwards the legs are stretched out in front",
        "Bolsters address specific pain spots",
        "It brings all the known benefits, digestion",
        "Let the head hang while keeping the neck relaxed",
    ],
)
def test_what_is_done_in_the_pose_is_no_effect(text: str) -> None:
    assert told(text) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A second verb after "and helps" has objects of its own.
        ("Soothes the mind and helps insomnia", {("calms", "mind"), ("treats", "insomnia")}),
        ("Cools the nerves and helps severe migraine", {("calms", "nerve"), ("treats", "migraine")}),
        # The last of what is joined may be the subject of another clause.
        ("It stretches the thighs and the bladder gets toned", {("stretches", "thigh"), ("tones", "bladder")}),
        ("It strengthens the wrists and the hips are opened", {("strengthens", "wrist"), ("opens", "hip")}),
        ("It stretches the shins and the ankle becomes strong", {("stretches", "shin"), ("strengthens", "ankle")}),
        ("The wrists and the hips are opened", each("opens", "wrist", "hip")),
        # What is given to regions, and what comes to them.
        ("Gives massage to kidneys and spleen", each("massages", "kidney", "spleen")),
        ("Liver and kidneys are getting massage", each("massages", "liver", "kidney")),
        ("The bladder receives benefit", each("improves", "bladder")),
        ("The whole body gets benefit", set()),
        ("The legs get the benefit of gravity", set()),
        ("Strength comes into the wrists and ankles", each("strengthens", "wrist", "ankle")),
        ("A nice stretch comes in the calves", each("stretches", "calf")),
        ("Fresh blood reaches the scalp", each("improves", "scalp blood circulation")),
        (
            "Blood goes to the scalp and the neck gets some rest",
            {("improves", "scalp blood circulation"), ("relaxes", "neck")},
        ),
        ("Blood goes to the face, so come up slowly", set()),
        ("Strength comes from the legs", set()),
        ("The kidneys and spleen work better", each("improves", "kidney", "spleen")),
        ("The legs work better", set()),
        # What was so and is so no more.
        ("The breathing has improved", each("improves", "breathing")),
        ("Neck pain and headaches have gone", each("relieves", "neck pain", "headache")),
        ("Wait until the swelling has gone", set()),
        ("The period pain goes away", each("relieves", "menstrual cramp")),
        # More phrases.
        ("Drives out lethargy", each("relieves", "lethargy")),
        ("Gives a push to the spleen", each("stimulates", "spleen")),
        ("Helpful in the control of asthma", each("controls", "asthma")),
        ("It is often taught for gout", each("treats", "gout")),
        ("Recommended to diabetics by our elders", each("treats", "diabetes")),
        ("It takes the stiffness out of hips and ankles", each("relieves", "hip stiffness", "ankle stiffness")),
        ("It takes the pain out of the hip and back towards the spine", each("relieves", "hip pain")),
        ("It takes the load off the knees", each("relieves", "knee load")),
        ("Improves knee flexion", each("improves", "knee flexion")),
        ("Stretches the back portion of the thighs", each("stretches", "back of the thigh")),
        ("Stretches the hips and, to a lesser extent, the neck", each("stretches", "hip", "neck")),
        ("Massages the internal organs, chiefly the spleen", each("massages", "internal organs", "spleen")),
        ("Gout, migraine and the less severe asthma are relieved", each("relieves", "gout", "migraine", "asthma")),
        # The condition first.
        ("For gout and asthma nothing is better", each("treats", "gout", "asthma")),
        ("In asthma also it is giving good result.", each("treats", "asthma")),
        ("For migraine, this is the best asana", each("treats", "migraine")),
        ("For gout it is not good", set()),
        ("For gout it is better to bend the knees", set()),
    ],
)
def test_what_is_joined_given_and_told_of_conditions_first(text: str, expected: set[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What others tell of the pose, and nobody believes.
        ("The popular idea that it cures gout is not supported by any study", set()),
        ("Claims that it melts belly fat are all over the web", set()),
        ("The stories about it curing asthma are just stories", set()),
        ("Some teachers say that it cures gout, which I doubt: it is unproven", set()),
        ("There is no evidence that it cures gout", set()),
        ("It is a myth that the pose is good for gout", set()),
        ("It strengthens the wrists, and some say it cures gout, but I doubt it", each("strengthens", "wrist")),
        # What they tell is believed, or not doubted at least.
        ("The claim that it improves digestion is well founded", each("improves", "digestion")),
        ("Teachers claim that it improves sleep", each("improves", "sleep")),
        ("The idea of the pose is to open the hips", each("opens", "hip")),
        ("There is no doubt that it strengthens the wrists", each("strengthens", "wrist")),
        # What is asked of somebody, and how the pose is done.
        ("It asks for good strength of the wrists", set()),
        ("Calves too tight to straighten the legs?", set()),
        ("She agreed, adding that deep breathing does it", set()),
        ("Pressing on the elbows, lift the chest", set()),
        ("The chin is pressed to the chest", set()),
        ("The belly is pressed against the thighs", each("compresses", "abdomen")),
        ("A good posture before it is the lunge", set()),
        ("It leads to a good posture", each("improves", "posture")),
        ("Helps the neck muscles to relax", each("relaxes", "neck muscles")),
        ("Helps you to relax", each("improves", "relaxation")),
    ],
)
def test_what_is_disputed_asked_or_done(text: str, expected: set[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_a_paragraph_behind_the_steps_that_opens_with_what_the_pose_does() -> None:
    steps = "Steps\n\n- Kneel.\n- Lean back.\n\n"
    telling = article(steps + "This pose opens the chest, and it calms the mind. Press down to work the legs.\n")
    others = article(steps + "Camel Pose can be held long. Stretch the arms and open the hips.\n")

    assert relations(telling) == {("opens", "chest"), ("calms", "mind")}
    assert relations(others) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Lists that lost their commas.
        ("Improves sleep memory and concentration", each("improves", "sleep", "memory", "concentration")),
        ("It improves balance mood and the digestion", each("improves", "balance", "mood", "digestion")),
        ("Stretches the calf groin and the wrists", each("stretches", "calf", "groin", "wrist")),
        ("Helps balance hormones and mood", each("balances", "hormone balance", "mood")),
        # Parts of the body that sum up others.
        ("Good for stretching the whole body — your calves and wrists", each("stretches", "body", "calf", "wrist")),
        # A muscle that is made longer is stretched.
        ("Lengthens the hamstrings and the spine", {("stretches", "hamstrings"), ("lengthens", "spine")}),
        ("The hip flexors are lengthened", each("stretches", "hip flexors")),
        ("You will feel the hamstrings lengthen", each("stretches", "hamstrings")),
        ("It lengthens the pelvic floor", each("lengthens", "pelvic floor")),
        # What something is freed from.
        ("Frees the neck from pain", each("relieves", "pain")),
        ("It frees the hips", set()),
        ("Good to take stiffness out of the neck", each("relieves", "neck stiffness")),
        ("Eases pressure on the lower back and pelvis", each("relieves", "lower back discomfort", "pelvis pressure")),
        ("Diabetes is also kept under control", each("controls", "diabetes")),
        ("The function of the liver and the kidneys improves", each("improves", "liver function", "kidney function")),
        ("Brings plenty of blood to the brain", each("improves", "cerebral circulation")),
        ("It brings some blood back to the brain", each("improves", "cerebral circulation")),
        # What regions are after it.
        ("The wrists and the neck are more flexible", each("improves", "wrist flexibility", "neck flexibility")),
        ("If your wrists are more flexible, go deeper", set()),
        ("It can help you get to sleep", each("improves", "sleep")),
        # Whom it helps.
        ("If you have gout, this gentle pose may help.", each("treats", "gout")),
        ("If you have back pain, Camel Pose can offer some relief.", each("relieves", "back pain")),
        ("If you have gout, this pose may help you sit still.", set()),
        ("If you have gout, Cat Pose may help.", set()),
        ("If you have gout, this supported pose may help.", set()),
        ("If you have gout, this pose may not be helpful.", set()),
        # What all yoga does, and what another pose does.
        ("Practicing yoga may ease anxiety and lift the mood", set()),
        ("The ancient practice of yoga strengthens the back", set()),
        ("We know that yoga can improve sleep", set()),
        ("The daily practice of this asana improves sleep", each("improves", "sleep")),
        ("Unlike most seats, this pose calms the mind", each("calms", "mind")),
        ("Unlike Plank, which strengthens the arms, it calms the mind", each("calms", "mind")),
        # Another verb ends the regions of a stretch.
        (
            "It gives a stretch to the neck and strengthens the wrists",
            {("stretches", "neck"), ("strengthens", "wrist")},
        ),
        # Steps among effects.
        ("Next, lift the chest and lengthen the spine.", set()),
        ("Then the chest opens", each("opens", "chest")),
        ("The legs are stretched back", set()),
        ("The calves are stretched", each("stretches", "calf")),
    ],
)
def test_lists_promises_and_whose_doing_an_effect_is(text: str, expected: set[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Wake up your hips and calm your mind with this deep backbend.",
            {("stimulates", "hip"), ("calms", "mind")},
        ),
        ("Strengthen your back through this yoga pose.", each("strengthens", "back")),
        ("Stretch your arms with this strap.", set()),
        ("Open your hips with this arm and that leg.", set()),
        ("It gives a good massage to our hands and neck.", each("massages", "hand", "neck")),
        ("Your teacher gives a massage to the neck.", set()),
    ],
)
def test_promises_under_no_heading(text: str, expected: set[tuple[str, str]]) -> None:
    found = relations(article(f"{text}\n"), "stretches", "opens", "strengthens", "stimulates", "calms", "massages")
    assert found == expected


def test_how_regions_are_held_is_no_effect_in_prose() -> None:
    told_so = relations(article("Benefits\n\nIt opens the hips. Keep the arms firm with the head between them.\n"))
    assert told_so == {("opens", "hip")}
    assert told("Keeps the arms firm") == each("tones", "arm")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It does help the digestion", each("improves", "digestion")),
        ("It is soothing to the nervous system", each("calms", "nervous system")),
        ("It is relaxing for the neck", each("relaxes", "neck")),
        ("Memory improves a lot", each("improves", "memory")),
        ("The mind becomes cool", each("calms", "mind")),
        ("It lends tone to the pelvic organs", each("tones", "pelvic organs")),
        ("It is mostly given to people with asthma", each("treats", "asthma")),
        ("It is useful for all the people having gout", each("treats", "gout")),
        # A clause of its own behind "and also".
        (
            "It massages the belly and also the liver is getting activated",
            {("massages", "abdomen"), ("stimulates", "liver")},
        ),
        # What is good is not among what gets less.
        ("It keeps the mind calm and anxiety is also reduced", {("calms", "mind"), ("relieves", "anxiety")}),
        # The side on which a region lies is no other region.
        ("It stretches the outer hip of the top leg and the calf", each("stretches", "outer hip", "calf")),
        # Circumstances, and what may be felt.
        ("With the arms overhead, you feel a stretch in the hips", each("stretches", "hip")),
        ("A slight stretch in the groin is okay", set()),
        ("It may bring up emotions", set()),
        # What others do, in a row; orders.
        ("Pranayama calms the mind, reduces stress and increases vitality", set()),
        ("A healthy lifestyle reduces stress and promotes sleep", set()),
        ("Meditation calms the mind, but this pose also stretches the calves", each("stretches", "calf")),
        ("Inhale to lengthen the spine", set()),
        ("Straightening the legs, maintain the posture for ten breaths", set()),
        ("It straightens the spine", each("improves", "spine")),
        # Harms that stand in the list by mistake.
        ("Recent ankle injury or surgery", set()),
        ("Bursitis", each("relieves", "bursitis")),
    ],
)
def test_plain_ways_to_tell_effects_and_what_looks_like_them(text: str, expected: set[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_staying_in_a_pose_and_courses_tell_no_effect() -> None:
    text = "Hold it here, relaxing the face.\n\n30 day core strengthener – sign up\n\nIt strengthens the calves.\n"
    assert relations(article(text), "relaxes", "strengthens") == {("strengthens", "calf")}


def test_headings_with_numbers_tell_benefits() -> None:
    text = (
        "# Camel Pose (Ustrasana)\n\n## Benefits\n\n### 1. Good for the lungs\n\nThe ribs have room.\n\n"
        "### 2. Strengthens the lower back\n\nMuscles work there.\n\n### 3. Makes the spine flexible\n\nDo it slowly.\n"
    )
    found = relations(read_article(text.encode(), name="camel.md"), "improves", "strengthens")
    assert {("strengthens", "lower back"), ("improves", "spinal flexibility")} <= found


def test_benefits_below_mistakes_are_told_and_mistakes_are_not() -> None:
    mistakes = "Common mistakes\n\nKnees too wide.\n\nOpening the chest by force.\n\n"
    effects = "Stretches the calves.\n\nOpens the shoulders.\n\nImproves the posture.\n"
    found = relations(article(mistakes + effects), "stretches", "opens", "improves")
    assert found == {("stretches", "calf"), ("opens", "shoulder"), ("improves", "posture")}
    assert (
        relations(article("Common mistakes\n\n- Stretching the neck\n- Opening the ribs\n- Arching the back\n"))
        == set()
    )


def test_regions_of_a_list_with_their_side() -> None:
    text = "Muscles stretched\n\nCalves and hamstrings on the straight side, plus the glutes.\n"
    assert relations(article(text)) == each("stretches", "calf", "hamstrings", "glutes")
