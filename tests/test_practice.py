"""How the article loader reads what a pose is practised with, before, after and instead of, and of which kind it is."""

from __future__ import annotations

from functools import partial

import pytest

import articles
from articles import relations
from yogakg.facts import Asymmetry, Document, Hold, Modification, NameElement
from yogakg.loaders.article import read_article

article = partial(articles.article, title="Camel Pose (Ustrasana)")


def modifications(document: Document) -> set[tuple[str, str | None]]:
    return {
        (claim.addresses.label, claim.prop.label if claim.prop else None)
        for _, claim in document.claims()
        if isinstance(claim, Modification)
    }


def difficulties(document: Document) -> set[str]:
    return {
        label
        for _, claim in document.claims()
        if isinstance(claim, Modification)
        for label in (claim.addresses.label, *claim.addresses.labels)
    }


# -- changed ways of doing a pose -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What goes wrong, begins to be felt or is told of a region by a passive.
        ("Someone whose knees drift apart may tie a belt around them.", {"knees drift apart"}),
        ("Modifications\n\n- Belt above the elbows for those whose arms buckle.", {"arms buckle"}),
        ("Modifications\n\n- A belt to stop the elbows from sliding apart.", {"elbows slide apart"}),
        ("Cautions\n\nIf your feet begin to tingle, stretch the legs.", {"tingling foot"}),
        ("Cautions\n\nIf your hands go numb, bend the elbows.", {"hand numbness"}),
        ("If your legs start aching, bend the knees.", {"leg pain"}),
        ("Modifications\n\nIf strain is felt in the neck take the chin down.", {"neck strain"}),
        ("Modifications\n\nWhen the neck feels pinched, put a towel under it.", {"neck discomfort"}),
        ("If there is a big gap between knee and heel fill it with a block.", {"gap between knee and heel"}),
        ("If you feel compression in the lower back, switch to the sphinx.", {"lower back compression"}),
        ("If the bind is not possible due to stiff shoulders then catch a belt.", {"stiff shoulders"}),
        ("If your shoulders are tight, stop where the arms are level.", {"tight shoulders"}),
        ("Modifications\n\nLoop a belt around the foot if you cannot reach it.", {"cannot reach the foot"}),
        # Headings over ways of doing it.
        ("Make it softer\n\n- Heels don't reach? Block, wedge.", {"heels do not reach"}),
        ("If it isn't comfortable\n\nTight hips need more height.", {"tight hips"}),
        ("If the bind is not possible due to stiff shoulders then catch the elbows.", {"stiff shoulders"}),
        ("Steps\n\n1. Rest the hands on blocks if the full bend causes compression in the lower back.",
         {"lower back compression"}),
        ("Steps\n\n1. Fold a towel under the shins to reduce pressure on the knees.", {"knee discomfort"}),
        # Whom a way helps.
        ("Modifications\n\nSit on a chair. Good for weak hips.", {"weak hips"}),
        ("Practising with the hands at a wall is very good for those having balance issues.", {"poor balance"}),
        ("Press the foot into a wall, it will remove the fear of falling.", {"fear of falling"}),
        ("Modifications\n\nProtect the knee: If the heels lift, put a wedge under them.",
         {"heels do not reach the floor"}),
        # The verb of what is difficult opens no answer.
        ("If it is difficult to place one palm on the other place both palms on the floor.",
         {"cannot place one palm on other"}),
        ("In case you feel difficulty in bending the knees, put a cushion between them.", {"cannot bend knees"}),
        # Two difficulties may have one answer.
        ("Bend your elbows if your shoulders are inflexible or if your back is weak.",
         {"inflexible shoulders", "lack of back strength"}),
        ("If you find it hard to hold the pose or your arms are weak, rest the forehead on the floor.",
         {"difficulty holding the pose", "weak arms"}),
        ("Modifications\n\n- If you still feel discomfort in the neck or shoulder area, lift the chin.",
         {"neck discomfort", "shoulder discomfort"}),
        ("Watch out for\n\nLook ahead. If you still feel discomfort in the neck, lift the chin.", {"neck discomfort"}),
        ("Modifications\n\n- If you feel discomfort in the lower back or pelvis region, lift the heels.",
         {"lower back discomfort", "pelvis discomfort"}),
        ("If it is not possible to keep both knees on the floor, sit on a cushion.", {"cannot keep knees on floor"}),
        # What is left out may be the difficulty.
        ("Modifications\n\n- Skip raising the arms overhead if it is uncomfortable.",
         {"uncomfortable raising arms overhead"}),
        # A prop may keep the readers from falling.
        ("Steps\n\n1. Use a wall to avoid losing your balance.", {"poor balance"}),
        ("The wall keeps you from falling.", {"poor balance"}),
        # Who cannot do it, and what they may, in one sentence; what is felt, and what lessens it.
        ("Modifications\n\n- Beginners who can not lift the hips may put a block under them.", {"cannot lift hips"}),
        ("Modifications\n\n- People with a stiff neck, use a blanket.", {"stiff neck"}),
        ("Modifications\n\n- Older people and those with poor balance may stand at a wall.", {"poor balance"}),
        ("Modifications\n\n- Pressure in the knees can be lessened by a blanket under them.", {"knee pressure"}),
        ("Modifications\n\n- Tight hips are the usual complaint. Sit on a blanket.", {"tight hips"}),
        ("Steps\n\n1. Kneel.\n2. At first if you have difficulty to keep the hands on the feet, use blocks.",
         {"cannot keep hands on feet"}),
        ("Modifications\n\n- People with weak wrists or stiff hips should use blocks.",
         {"weak wrists", "stiff hips"}),
        ("Bend the elbows if your shoulders are tight or getting to the floor is hard.",
         {"tight shoulders", "cannot get to floor"}),
        # The way may come first.
        ("Modifications\n\n- Slide down a wall. This is a good option for those with stiff knees.", {"stiff knees"}),
        # A name keeps where something goes, and not when; "back" may only say which heel.
        ("Modifications\n\n- If the back heel doesn't go down, widen the stance.", {"heels do not reach the floor"}),
        ("Modifications\n\n- If the thighs are rolling out, squeeze a block.", {"thighs rolling out"}),
        ("Modifications\n\n- If the hands do not meet when you bend, use a strap.", {"hands do not meet"}),
        ("Sitting on a bolster may help keep the spine from rounding.", {"back rounds"}),
        ("Steps\n\n1. A strap around the arms keeps the elbows from splaying.", {"elbows splay apart"}),
        # Whom a sentence names first, and what it tells of them; what a difficulty hinders.
        ("Modifications\n\n- Older adults and anyone who finds it hard to kneel can sit on a chair.",
         {"old age", "cannot kneel"}),
        ("Modifications\n\n- Tight ankles make the kneeling hard, tuck the toes under.", {"tight ankles"}),
        ("In the event that your neck feels stiff, look straight ahead.", {"stiff neck"}),
        ("Steps\n\n1. A cushion between the knees stops the thighs from rolling outward, and feels nice.",
         {"thighs roll outward"}),
        # A name keeps where a verb goes, and leaves out what must not happen meanwhile.
        ("Modifications\n\n- If you cannot push up, lie on a bolster.", {"cannot push up"}),
        ("Modifications\n\n- Those whose arm does not go across the shin can hug the knee.",
         {"arm does not go across shin"}),
        ("Modifications\n\n- If the palm does not touch the floor without the waist caving in, use a block.",
         {"palms do not reach the floor"}),
        ("Modifications\n\n- If the ankles won't bend that far, roll up a towel.", {"ankle does not bend far"}),
        # A warning may give a remedy for what is no illness.
        ("Precautions\n\nStiff neck: Place a folded blanket under the shoulders.", {"stiff neck"}),
        ("Precautions\n\n- Students with tight shoulders may hold a strap.", {"tight shoulders"}),
        ("## Modifications\n\n### If you tip over\n\nStand at a wall.", {"tip over"}),
        # Changes may stand below the benefits, in paragraphs.
        ("Benefits\n\nIt warms the body.\n\nBend your knees if your hamstrings are tight.", {"tight hamstrings"}),
        ("Benefits\n\nIt warms the body.\n\nYou can hold a wall to avoid falling over.", {"poor balance"}),
        # What does not leave the floor, hangs, lifts, is felt in the wrong place, or may not be far enough.
        ("Modifications\n\n- Can't get your heels off the mat? Stand on a wedge.", {"cannot lift heels"}),
        ("Modifications\n\n- If the knee of one side is lifting up, use a blanket.", {"knee lifting up"}),
        ("Modifications\n\n- If one knee hangs in the air, use a blanket.", {"knee hangs in the air"}),
        ("Modifications\n\n- If you feel it in the neck instead of the back, lower the chin.", {"neck discomfort"}),
        ("Modifications\n\n- Anybody whose ribs arch too much or whose heels lift from the mat can use a bolster.",
         {"ribs arch", "heels lift"}),
        ("Modifications\n\n- If the ground is a long way down, use a block.", {"cannot reach the floor"}),
        ("Modifications\n\n- If the heels do not reach, use a wedge.", {"heels do not reach the floor"}),
        ("Modifications\n\n- If touching the floor does not feel possible, use a block.", {"cannot touch floor"}),
        ("Modifications\n\n- If it doesn't feel nice in your neck, look down.", {"neck discomfort"}),
        ("Modifications\n\n- If your wrists start to burn, rest on the forearms.", {"burning wrist"}),
        ("Modifications\n\n- If your ankles are just a bit stiff, use a blanket.", {"tight ankles"}),
        ("Modifications\n\n- Elderly persons who cannot kneel may use a chair.", {"cannot kneel"}),
        ("Modifications\n\n- Those who are tall or not able to kneel may use a chair.", {"cannot kneel"}),
        ("Modifications\n\n- If the wrists are sore keep your forearms down.", {"wrist pain"}),
        ("Modifications\n\n- Widen the knees for tight hips.", {"tight hips"}),
        ("Modifications\n\n- If touching the toe is too hard, you can still do it by holding the shin.",
         {"cannot reach the toes"}),
    ],
)  # fmt: skip
def test_reads_difficulties_with_one_answer(text: str, expected: set[str]) -> None:
    assert expected <= difficulties(article(text))


@pytest.mark.parametrize(
    "text",
    [
        # Faults of the practice are no difficulties, nor is how something is that the clause does not name.
        "Modifications\n\n- If the pose is not performed properly, place a block under the hand.",
        "Modifications\n\n- Stiffness in the hips can strain the knees if not corrected.",
        "Modifications\n\n- If the pose is practised incorrectly, bend the knees.",
        "Modifications\n\n- If yours are high, sit on a blanket.",
        "Modifications\n\n- If it’s tight, sit on a blanket.",
        "Modifications\n\n- If practised daily, it keeps the spine supple.",
        "Modifications\n\n- You should not force yourself if the pose is painful.",
        "Modifications\n\n- Keep the back straight; if it rounds, sit on a block.",
        "Modifications\n\n- A wedge under the wrists takes the weight off.",
        "Modifications\n\n- As for the heels, don't pull on them. Put blocks beside the ankles.",
        "Steps\n\n1. Elbows straight. If they won't go, place the hands higher.",
        # Nor is what bars somebody, or what is good already.
        "Precautions\n\nStiff neck: avoid it.",
        "Precautions\n\nNeck injury: use a blanket.",
        "Modifications\n\n- Already steady? Lift one arm.",
        # What the pose is for is no answer.
        "Camel Pose is a backbend that can give relief if you are experiencing neck pain or stiff shoulders.",
        "Benefits\n\nIf your back is stiff, try this pose.",
        "Modifications\n\n- Lie on a bolster. This is very good for the back.",
        "Modifications\n\n- Lie on a bolster. It is also great for supporting the neck.",
        "Modifications\n\n- Lie on a bolster. This is a great stretch for tight hips.",
        "Modifications\n\n- Pressure in the belly may be felt.",
        "Benefits\n\nIt warms the body.\n\nIf you have back pain, bend the knees.",
        "Benefits\n\nIt warms the body.\n\nStretch your hamstrings when they are tight.",
        # Nor that somebody can do it, who is barred, and to whom the pose itself is sold.
        "When you can balance, lift the chin.",
        "Somebody with tight hips, strictly no, come back later.",
        "Stiff from reading all day? Then this pose is for you!",
        "People with neck pain should avoid it, and so should the old unless a teacher is near.",
        "Modifications\n\n- If you wobble, that's normal.",
    ],
)
def test_reads_no_difficulty_into_faults_and_uses(text: str) -> None:
    assert not modifications(article(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A sentence may admit a difficulty, and answer it or leave that to the next one.
        ("You may find it hard to reach the floor, so place blocks under the hands.", "cannot reach the floor"),
        ("At first it may be difficult to straighten the elbows. Bending them a little will help.",
         "cannot straighten elbows"),
        ("Beginners may struggle to lift the chest, so use a wall for support.", "cannot lift chest"),
        ("It may also be hard to join the palms. Hold a strap between the hands.", "cannot join palms"),
        # What is hard to do is named by its own verb.
        ("If reaching the heels is challenging, rest the palms on blocks.", "cannot reach heels"),
        ("If placing the forehead on the floor is difficult, stack two cushions.", "cannot place forehead on floor"),
        # So is what goes wrong, after "if".
        ("If your heels lift off the floor, slide a folded blanket under them.", "heels are off the floor"),
        ("If your feet feel tingly, shake out the legs and come back.", "tingly foot"),
        ("If your knees are high then sitting on a bolster may be kinder.", "high knee"),
        ("A student who finds it hard to keep the heels down can stand on a wedge.", "cannot keep heels"),
        ("Modifications\n\nPeople with stiff hips can sit on a block.", "stiff hips"),
        ("Variations\n\nSupported version: For those who struggle to touch the toes, loop a strap.",
         "cannot touch toes"),
        # It may be the subject, or what many have.
        ("Modifications\n\n- Tight shoulders may stay with the palms on the sacrum.", "tight shoulders"),
        ("Modifications\n\n- Sore wrists like a wedge under the heels of the hands.", "wrist pain"),
        ("Modifications\n\n- Most beginners cannot touch the heels: blocks beside the ankles help.",
         "cannot reach the heels"),
        ("Modifications\n\n- Many students find that their heels lift. A folded mat is enough.",
         "heels are off the floor"),
        ("Modifications\n\n- Tight hamstrings make this hard; bend the knees.", "tight hamstrings"),
        ("Steps\n\n1. Kneel.\n2. Your hands may not come to the floor. Put them on blocks.",
         "hands do not come floor"),
        # Or what an answer helps, holds or spares.
        ("A chair behind you helps those who cannot lift the chest.", "cannot lift the chest"),
        ("Modifications\n\n- A folded blanket is kinder to sensitive knees.", "knee discomfort"),
        ("Modifications\n\n- A bolster under the knees for a tired back.", "tired back"),
        ("Modifications\n\n- Wind a strap around the thighs to keep the knees from splaying.", "knees splay"),
        ("Modifications\n\n- To ease pressure on the neck, look straight ahead.", "neck discomfort"),
        # What is hard may have no object, what is out of reach no verb.
        ("Modifications\n\n- If kneeling is hard, sit on a chair.", "cannot kneel"),
        ("Modifications\n\n- Hands nowhere near the floor? Use blocks.", "cannot reach the floor"),
        ("Modifications\n\n- The feet cannot be reached? Loop a belt around them.", "cannot reach the foot"),
        ("Steps\n\n1. Kneel.\n2. Tuck the toes under if the heels are out of reach.", "cannot reach the heels"),
        ("Modifications\n\n- It can be done against a wall by those who are unsteady.", "poor balance"),
        ("Modifications\n\n- Lying on a bolster takes the strain off the neck.", "neck discomfort"),
        ("Modifications\n\n- If you want to fold and cannot rest the hands on the floor, take two blocks.",
         "cannot rest hands on floor"),
        ("## Common Problems\n\n### My hamstrings are super tight\n\nBend your knees a lot.", "tight hamstrings"),
        ("Modifications: Stiff hips - sit on a block. Head hanging in mid-air - rest it on a bolster.", "hanging head"),
        ("If the knee floats above the floor, put a blanket beneath it.", "floats knee"),
        ("Modifications\n\n- Tight ankles → towel under the shins", "tight ankles"),
        ("If raising the arms bothers your shoulders, keep the palms together.", "shoulder pain"),
        ("Modifications\n\nIf your ankles are the problem, tuck a towel under them.", "ankles problem"),
        ("## Make It Work for You\n\n- **You cannot kneel:** sit on a chair.", "cannot kneel"),
        ("Modifications\n\nYour knees might slide apart. Wind a strap around the thighs.", "knees slide apart"),
        ("Those who are not able to hold the heels may place the hands on the waist.", "cannot hold heels"),
        ("If you have trouble lifting both hands, keep one on the hip.", "cannot lift hands"),
        ("If the knees are paining, kneel on a blanket.", "knee discomfort"),
        ("For those who find it hard to do the full Camel Pose they can keep one hand on the hip.",
         "hard to do full camel pose"),
        ("If holding the pose with the arms in prayer is difficult, you can put the hands on the hips.",
         "holding pose with arms in prayer is difficult"),
        # A heading or a line of its own may name it.
        ("Modifications\n\nIf you cannot straighten the top leg …\n\nTRY a strap around the foot.",
         "legs do not straighten"),
        ("Modifications\n\nIf the neck feels strained\n\nPut a towel under the head.\n\nIf your knees hurt\n\nKneel.",
         "knee pain"),
        ("Modifications\n\nSore wrists\n\nCome down to the forearms.\n\nWeak core\n\nLower the knees.",
         "lack of core strength"),
        ("## Modifications\n\n### Tight Hamstrings\n\nBend the knees as much as you need.", "tight hamstrings"),
        ("Modifications\n\n- If the hips don't settle on the floor, sit on a book.", "hips do not reach the floor"),
        ("Beginners whose knees are far off the floor should sit on a bolster.", "knees do not reach floor"),
        ("Modifications\n\n- Knees go wide? Tie a strap around the thighs.", "knees go wide"),
        ("Modifications\n\n- Lean on a chair if you can't keep the arm up.", "cannot keep arm up"),
        ("Modifications\n\n- Use a block when the floor feels far away.", "cannot reach floor"),
        # Questions about a difficulty, wherever they stand.
        ("FAQ\n\nWhat if I can't reach my heels?\n\nPut blocks beside the ankles.", "cannot reach the heels"),
        ("Q: What should I do if my hips are tight?\n\nA: Sit on a block.", "tight hips"),
        ("Modifications\n\n- Stiff shoulders: leave the hand on the hip.\n- Trouble with balance: stand at a wall.",
         "tight shoulders"),
    ],
)  # fmt: skip
def test_difficulties_in_running_text(text: str, expected: str) -> None:
    assert expected in difficulties(article(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("If you cannot reach your feet or feel discomfort in the knees, sit on a blanket.",
         {("cannot reach the foot", "blanket"), ("knee discomfort", "blanket")}),
        ("Should you feel any pinching or compression in the neck, lower the head.",
         {("neck pinching", None), ("neck compression", None)}),
        ("If your balance is poor, hold a chair or on the ground with both hands.",
         {("poor balance", "chair"), ("poor balance", None)}),
        ("Modifications\n\nIf you struggle to reach the toes, make use of props. A strap or a bolster helps a lot.",
         {("cannot reach the toes", "strap"), ("cannot reach the toes", "bolster")}),
        ("Modifications\n\n- Place a cushion under the knees to reduce pressure on the knees.",
         {("knee discomfort", "cushion")}),
        ("Modifications\n\n- Can't reach your heels? A block on either side helps.", {("cannot reach the heels",
         "block")}),
        ("Modifications\n\n- If the hips are tight, or the spine is rounding, sit on a bolster.",
         {("tight hips", "bolster"), ("back rounds", "bolster")}),
        ("Modifications\n\nTight hips? Sit on a block. A bolster works as well.",
         {("tight hips", "block"), ("tight hips", "bolster")}),
        ("Modifications\n\n- Tight hips or hamstrings: sit on a block.",
         {("tight hips", "block"), ("tight hamstrings", "block")}),
        ("Modifications\n\n- If your neck or shoulders are stiff, look down.",
         {("tight neck", None), ("tight shoulders", None)}),
        ("Modifications\n\nFor those with tight hips, this can be a challenge. Sit on a block.",
         {("tight hips", "block")}),
        ("Modifications\n\nStudents with stiff necks can look ahead, and if your balance is shaky, stay near a wall.",
         {("tight neck", None), ("poor balance", "wall")}),
        ("Modifications\n\n- You can't hook the foot: rest the toes on a block.", {("cannot wrap the foot", "block")}),
        ("Modifications\n\n- You keep falling over: stay near a wall.", {("poor balance", "wall")}),
        ("Modifications\n\n- Your knees complain? Pad them with a blanket.", {("knee discomfort", "blanket")}),
        ("Modifications\n\n- Should the knees protest, fold the mat double.", {("knee discomfort", "mat")}),
        ("Modifications\n\n- Weak core: lower the knees to the mat.", {("lack of core strength", None)}),
        ("Steps\n\n1. Heel won't go down? Put a wedge under it, or lift the foot and call it a lunge.",
         {("heels do not reach the floor", "wedge"), ("heels do not reach the floor", None)}),
        ("Those who cannot reach the floor should lie on a bolster, and a block can be put there to reduce strain.",
         {("cannot reach the floor", "bolster")}),
        ("Precautions\n\nThe hands do not meet? Hold a strap between them.", {("cannot clasp the hands", "strap")}),
        # A difficulty may stand over a list of answers, but "Tips for beginners" are for anything.
        ("Modifications\n\nFor stiff ankles:\n- Kneel on a rolled towel.\n- Tuck the toes under.",
         {("tight ankles", "towel"), ("tight ankles", None)}),
        ("Tips for beginners\n\n- Kneel on a blanket.\n- Keep the hands on the hips.", set()),
        ("Modifications\n\n- Lean on a wall.\n- For wrist pain, come onto the fists.", {("wrist pain", None)}),
        # The words before a colon tell a difficulty in any text, if a remedy follows.
        ("Can't touch the heels: blocks beside the ankles.", {("cannot reach the heels", "block")}),
        ("Stiff shoulders: this pose opens them.", set()),
        ("Modifications\n\nIt takes time. Balance shaky: stay near a wall.", {("poor balance", "wall")}),
        # Answers on both sides of the difficulty, and one behind "or" in the next sentence.
        ("Modifications\n\nHold the shins when the shoulders are tight, or loop a strap round the feet.",
         {("tight shoulders", None), ("tight shoulders", "strap")}),
        ("Modifications\n\nCan't lift the chest? Lean on a bolster. Or keep the hands on the hips.",
         {("cannot lift the chest", "bolster"), ("cannot lift the chest", None)}),
        ("Modifications\n\n- Those with weak arms can lean on a chair and do it.", {("lack of arm strength", "chair")}),
        # What is not reached denies no prop.
        ("Modifications\n\n- If the hand is not reaching use a strap.", {("hand does not reach", "strap")}),
        ("For anyone who cannot kneel there is a version with a chair.", {("cannot kneel", "chair")}),
        ("A wedge under the heels makes it easier for stiff ankles.", {("tight ankles", "wedge")}),
        ("Done with a wedge, this pose is good for stiff ankles.", set()),
        ("Modifications\n\n- Put a pillow behind so that fear of falling is gone.", {("fear of falling", "pillow")}),
        # What answers those whom the answer before does not help.
        ("If the hips are stiff, sit on a block. If that is not enough, use a chair.",
         {("tight hips", "block"), ("tight hips", "chair")}),
        # Two nouns are no two ways.
        ("Modifications\n\n- Brace the heel or the back of the trunk against a wall if you feel unsteady.",
         {("poor balance", "wall")}),
        ("If you feel discomfort in your neck or throat, put a blanket under the head.",
         {("neck pain", "blanket"), ("throat discomfort", "blanket")}),
        ("Modifications\n\n- Often it's not possible to straighten the legs. Loop a strap around the feet.",
         {("legs do not straighten", "strap")}),
        ("Modifications\n\n- Most beginners aren't able to touch their feet. Use blocks.",
         {("cannot reach the foot", "block")}),
        ("Modifications\n\n- Use a chair to help with your balance.", {("poor balance", "chair")}),
        ("Steps\n\n1. Stand near a wall for balance.", {("poor balance", "wall")}),
        ("Steps\n\n1. Fix your gaze on the wall for balance.", set()),
        ("Done with a block in the hand, it is good for balance.", set()),
        ("Modifications\n\n- If you are more flexible, reach for the floor.", set()),
        # Beginners whom a prop helps, a comma or no mark before the answer, and ways that are added.
        ("Modifications\n\nBeginners can use a block under the hand.", {("beginner", "block")}),
        ("Modifications\n\nWobbling all over the place: stand at a wall.", {("poor balance", "wall")}),
        ("Modifications\n\nTight hips, sit on a blanket.", {("tight hips", "blanket")}),
        ("Modifications\n\nLong legs, sit on a blanket.", set()),
        ("If the hips are tight a folded blanket can be placed under them.", {("tight hips", "blanket")}),
        ("Those students who find kneeling hard may sit on a chair.", {("cannot kneel", "chair")}),
        ("Modifications\n\nIf the heels are far away put blocks beside them. Or a chair behind you.",
         {("cannot reach the heels", "block"), ("cannot reach the heels", "chair")}),
        ("Modifications\n\nShort arms or a tight chest: hands on two blocks.",
         {("limited reach", "block"), ("tight chest", "block")}),
        ("Modifications\n\nIf the hips are tight, sit on a blanket and keep the knees bent.",
         {("tight hips", "blanket")}),
        ("Modifications\n\nIf your neck doesn't like hanging, use a pillow.", {("neck discomfort", "pillow")}),
        ("Modifications\n\nIf this puts too much on your shoulders, rest on a bolster.",
         {("shoulder discomfort", "bolster")}),
        ("If one hip is coming up from the floor, sit on a blanket.", {("hips lift off the floor", "blanket")}),
        ("Should the neck feel squashed, use a pillow.", {("neck discomfort", "pillow")}),
        ("(Feet dangling? Put a book under them.)", {("feet do not reach the floor", "book")}),
        # Some calm the reader down first, some join the answer by words.
        ("Modifications\n\nIf you cannot kneel, don't worry. Sit on a chair.", {("cannot kneel", "chair")}),
        ("Modifications\n\nCan't kneel? No problem. Sit on a chair.", {("cannot kneel", "chair")}),
        ("Modifications\n\nMany students are not able to kneel. In that case sit on a chair.",
         {("cannot kneel", "chair")}),
        # The wall that one moves away from, fists, the end of a mat.
        ("Modifications\n\nIf the calves are tight, move farther from the wall.", {("tight calves", None)}),
        ("Modifications\n\nIf the head does not reach the floor, use a block or your fists.",
         {("head does not reach the floor", "block"), ("head does not reach the floor", None)}),
        ("Modifications\n\nSore wrists? Fold a towel or the front of the mat under them.",
         {("wrist pain", "towel"), ("wrist pain", "mat")}),
        # What some do as well, and another way of doing it all, are no answers.
        ("Modifications\n\nIf the thighs roll out, use a strap. Some students also like a sandbag on them.",
         {("thighs roll out", "strap")}),
        ("Modifications\n\nIf the knees are sore, use a blanket. You can also do the pose on a chair.",
         {("knee pain", "blanket")}),
        # Newcomers who cannot, parts of regions and how they are, limbs that fall asleep, and verbs like props.
        ("Modifications\n\nIf you are a beginner and are unable to raise the chest, use a wall.",
         {("cannot lift the chest", "wall")}),
        ("Modifications\n\nIn case of tight calves or a slumped spine, sit on a bolster.",
         {("tight calves", "bolster")}),
        ("Modifications\n\nIn case of tight calves or rounded shoulders, lean on a wall.",
         {("tight calves", "wall"), ("rounded shoulders", "wall")}),
        ("Modifications\n\nIf you feel a pinch at the front of the hip, widen the knees.",
         {("front of the hip pinch", None)}),
        ("Modifications\n\nHands going numb? Lower the arms.", {("hand numbness", None)}),
        ("Modifications\n\nIf the calves are tight, wedge a rolled towel under them.", {("tight calves", "towel")}),
        # Whom the way before is for, and what that is not.
        ("Modifications\n\nHands on blocks. This is the one for stiff shoulders.", {("tight shoulders", "block")}),
        ("Modifications\n\nHands on blocks. That's the version for anybody with sore wrists.",
         {("wrist pain", "block")}),
        ("Modifications\n\nHands on blocks. It is made for stretching the hips.", set()),
        ("Modifications\n\nHands on blocks. This is the one for a rainy day.", set()),
        ("Modifications\n\nFeeling adventurous? Lift a knee.", set()),
        # What somebody cannot do among warnings, and difficulties among remarks on the rest, which need a prop.
        ("Contraindications\n\n- Can't bring the palms together: hold the elbows.",
         {("cannot bring palms together", None)}),
        ("Common Mistakes\n\nIf the calves are tight, stand on a wedge.", {("tight calves", "wedge")}),
        ("Common Mistakes\n\nIf the calves are tight, bend the knees.", set()),
        ("Chakras\n\nIf your root chakra is weak, sit on a red blanket.", set()),
    ],
)  # fmt: skip
def test_answers_with_all_their_difficulties_and_props(text: str, expected: set[tuple[str, str | None]]) -> None:
    assert modifications(article(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Modifications\n\n- When you lift the chest, keep the hips over the knees.",
        "Modifications\n\n- If you are looking to go deeper, walk the hands further.",
        "Modifications\n\n- If the thighs are not strong enough, it can also put a strain on the back.",
        "Modifications\n\n- Listen to your body and stop if you feel any pain.",
        "Modifications\n\n- With time, it will become your own.",
        "Modifications\n\n- Use both hands if your flexibility allows.",
        # What is too much, or more, but not of what; to leave the pose; and what has an answer of its own.
        "Steps\n\n1. Kneel.\n2. If this is too much, tuck the toes under.",
        "Modifications\n\nFor more, lift the back knee.",
        "If there is tingling or numbness, come down.",
        "Sit on a bolster and come out if you feel dizzy.",
        "Modifications\n\nThe back may lift a bit. Tie a belt around the shins if you like.",
        "Modifications\n\nBeginners may find a block too high.",
        "Steps\n\n1. If you lift the heels, you can raise the chest.",
        "Modifications\n\n- Which muscles are tight? Feel into the hips.",
        "Modifications\n\n- Do not let the knees splay. Keep them hip-width apart.",
        "Modifications\n\n- Tight hips may feel stretched at first.",
        "Modifications\n\n- Camel Pose helps with stiff shoulders.",
        "Precautions\n\nPregnant? Use a wall.",
        "Modifications\n\n- Don't force the knees down - let gravity work.",
        "Modifications\n\n- Learning: practise at a wall.",
        "If that doesn't help, come down to the forearms.",
        "Modifications\n\n- No wall free? Put the hands on a chair.",
        "Beginners who find it difficult can keep the hands on the hips.",
        "If your hips are tight, you may notice a strong stretch.",
        "Modifications\n\n- Lower back: knees bent, feet flat.",
        "Modifications\n\n- Keep the spine long (even if not going deep).",
        "Variations\n\n- Arms forward: reach them past the ears.",
        # What goes wrong is no answer to when it does.
        "Modifications\n\n- Looking up can put a strain on the neck, especially if the neck is not long.",
        "Modifications\n\n- Staying there for ages when very tired can make you feel dizzy.",
        "What happens if my knees are stiff? Bend them and see.",
        # Nor are wishes, levels, exclamations, and orders to leave the pose.
        "Steps\n\n1. If balance is good, hold the toe.",
        "Modifications\n\nYou may lift the arms if you are supple enough.",
        "Variations\n\nStudents of advanced level, having done all this, may lift the arms.",
        "Variations\n\nStraight-arm version: straighten the elbow.",
        "Modifications\n\nHow lovely it is for the side of the leg! Put a block under it.",
        "If sharp pain comes up in the knees, the student should sit up at once.",
        "If the hips drift back, the pose loses its strength.",
        "Modifications\n\n¯ ¯ ¯ may feel nice.",
        "Modifications\n\nWhen you feel a sensation in the hips, bend the knees.",
        # Nor are what one does while changing the pose, and how the body is held.
        "Modifications\n\n- If you are making modifications you'll need a quiet corner.",
        "Modifications\n\n- Lower the forehead to the floor (or bolster if using).",
        "If you feel that you have your balance, raise the other hand.",
        "Modifications\n\n- With the arms reaching back, turn the palms down.",
    ],
)
def test_what_is_no_difficulty(text: str) -> None:
    assert modifications(article(text)) == set()


@pytest.mark.parametrize(
    ("text", "props"),
    [
        ("Steps\n\n1. Bend the knees as if you would sit on a chair.", set()),
        ("Steps\n\n1. Turn on the ball of the left foot.", set()),
        ("Steps\n\n1. Place a folded towel or mat under the knees.", {"towel", "mat"}),
        ("Steps\n\n1. Lightly touch the wall with one hand.", {"wall"}),
        ("The knees may be high, so sitting on a block is kinder.", {"block"}),
        ("Modifications\n\n- An eye pillow to block the light.", {"eye pillow"}),
        ("Modifications\n\n- Lower the knees to the mat.", set()),
        ("Modifications\n\n- Fold up the back edge of the mat under the knees.", {"mat"}),
        ("What you need\n\nA yoga mat and two blocks, and some time.", {"mat", "block"}),
        ("Modifications\n\n- Kneel on a mat and lean back until the hands come to the heels.", set()),
        ("Circle a belt around the thighs.", {"strap"}),
        ("Sink the hips to the floor or a block.", {"block"}),
        ("Modifications\n\n- Legs up the wall will do on such days.", set()),
        ("Steps\n\n1. This is called balancing table.", set()),
        ("Read next: Ten ways to use a foam roller", set()),
        ("Modifications\n\n- Double up your mat.", {"mat"}),
        ("If lying on the hip bones hurts, pad the mat.", {"mat"}),
        ("Equipment needed: yoga mat", {"mat"}),
        ("It can be practised with a chair.", {"chair"}),
        ("You don't need a block for this.", set()),
        ("Steps\n\n1. Breathe into the chest wall.", set()),
        ("Follow-Up Poses\n\nIn the end, lie back over a bolster.", {"bolster"}),
        ("Steps\n\n1. Put more blankets under you, stacked like stairs.", {"blanket"}),
        ("Modifications\n\n- Lay a towel underneath the shins as padding.", {"towel"}),
        ("You can do this at home with a couch.", {"couch"}),
        ("Newcomers do Camel Pose with a chair quite easily.", {"chair"}),
        ("Here the legs lean up a wall.", {"wall"}),
        ("Until you feel secure, practise near a wall.", {"wall"}),
        ("Cautions\n\nPregnancy: wall or chair nearby.", {"wall", "chair"}),
        ("Modifications\n\n- Sit on the front of a chair.", {"chair"}),
        ("Steps\n\n1. Sit toward the edge of a chair.", {"chair"}),
        ("Steps\n\n1. Turn toward the wall.", set()),
    ],
)
def test_props_that_are_put_to_use(text: str, props: set[str]) -> None:
    assert relations(article(text), "usesProp") == props


# -- what comes before and after ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "prop", "poses"),
    [
        # What a list in a sentence leads up to, in small letters as well.
        ("Some of the preparatory poses that help are low lunge, warrior II and tree pose.", "preparedBy",
         {"Low Lunge", "Warrior II", "Tree Pose"}),
        ("The follow-up poses are Bow Pose and Child's Pose.", "followedBy", {"Bow Pose", "Child's Pose"}),
        ("Practise Dolphin Pose before attempting it.", "preparedBy", {"Dolphin Pose"}),
        ("Rest in Child's Pose before moving on.", "followedBy", {"Child's Pose"}),
        ("It is a good counter pose for both Shoulderstand and Plow Pose.", "counters",
         {"Shoulderstand", "Plow Pose"}),
        # One line with this pose among others is an order.
        ("Cat-Cow, Cobra Pose 3x, Camel Pose, Child's Pose (Balasana), Corpse Pose", "preparedBy",
         {"Cat–Cow", "Cobra Pose"}),
        ("Cat-Cow, Cobra Pose 3x, Camel Pose, Child's Pose (Balasana), Corpse Pose", "followedBy",
         {"Child's Pose", "Corpse Pose"}),
        # Where it begins.
        ("Steps\n\nStand in Tadasana\n\nExhale, bend the knees and lower the hips as far as they will go today.",
         "startsFrom", {"Mountain Pose"}),
        ("Steps\n\n1. Assume Lotus Pose.\n2. Lean back.", "startsFrom", {"Lotus Pose"}),
        ("Starting Position\n\nBegin in Hero Pose (Virasana).", "startsFrom", {"Hero Pose"}),
        ("Steps\n\n1. Sit with the legs straight out in front of you (Dandasana).\n2. Breathe.", "startsFrom",
         {"Staff Pose"}),
        ("Preparation\n\n- Kneel in Hero Pose with the hands on the thighs.", "startsFrom", {"Hero Pose"}),
        ("A deep backbend performed from Hero Pose.", "startsFrom", {"Hero Pose"}),
        ("One first sits in Hero Pose and then leans back.", "startsFrom", {"Hero Pose"}),
        # Other forms of the pose.
        ("Practise it after Cobra Pose. You can also try half camel pose.", "hasVariation", {"Half Camel Pose"}),
        ("Variations\n\nBent arm variation: If the wrists are tired, bend the elbows.", "hasVariation",
         {"Bent arm variation"}),
        ("Variations\n\n- Padmasana Ustrasana\n- Bring the feet to Padmasana.", "hasVariation",
         {"Padmasana Ustrasana"}),
        ("Modifications\n\n- If both arms are too much, work on one side in Half Camel.", "hasVariation",
         {"Half Camel Pose"}),
        ("Modifications\n\n- If the neck complains, do Half Camel Pose instead.", "hasVariation", {"Half Camel Pose"}),
        ("For a restorative Camel, lie back over two bolsters.", "hasVariation", {"restorative Camel"}),
        ("Variations\n\nTry Parsva Ustrasana, in which the trunk turns to one side.", "hasVariation",
         {"Parsva Ustrasana"}),
        ("In Ushtrasana B the hands stay on the hips.", "hasVariation", {"Ushtrasana B"}),
        ("Modifications\n\n- Turn the feet out. This shape is known as Duck Foot Pose.", "hasVariation",
         {"Duck Foot Pose"}),
        ("Variations include Half Camel and Little Thunderbolt Pose.", "hasVariation",
         {"Half Camel Pose", "Little Thunderbolt Pose"}),
        ("Variations\n\nDragonfly Camel. Open the knees wide and lean back.", "hasVariation", {"Dragonfly Camel"}),
        ("Variations\n\nChair Camel\n\nSit on a chair and lean back.\n\nHalf Camel\n\nOne hand rests on the hip.",
         "hasVariation", {"Chair Camel", "Half Camel Pose"}),
        ("Variations\n\nCamel with Hands on Blocks\n\nSet two blocks beside the ankles and hold them.",
         "hasVariation", {"Camel with Hands on Blocks"}),
        ("There are several variations, among them Half Camel and Little Thunderbolt Pose.", "hasVariation",
         {"Half Camel Pose", "Little Thunderbolt Pose"}),
        ("Variations\n\n- Arms overhead: reach up.\n- With a wall: lean on it.", "hasVariation", set()),
        ("Camel can be done on a chair (Chair Camel).", "hasVariation", {"Chair Camel"}),
        ("## Variations\n\n### Camel Pose with Legs in Lotus\n\nCross the legs into Lotus before leaning back.",
         "hasVariation", {"Camel Pose with Legs in Lotus"}),
        ("Variations: Eagle arms, Half Camel", "hasVariation", {"Half Camel Pose"}),
        ("Unlike Half Camel, it asks both hands to go back.", "hasVariation", set()),
        # What running text tells, whatever the order of its words.
        ("After Camel we fold into Child's Pose and rest.", "followedBy", {"Child's Pose"}),
        ("Child's Pose follows naturally, and Corpse Pose closes the practice.", "followedBy",
         {"Child's Pose", "Corpse Pose"}),
        ("Rest in Child's Pose or something softer afterwards.", "followedBy", {"Child's Pose"}),
        ("In that series it follows Locust Pose.", "preparedBy", {"Locust Pose"}),
        ("I always do Child's Pose after it.", "followedBy", {"Child's Pose"}),
        ("Rest in Child's Pose afterwards.", "followedBy", {"Child's Pose"}),
        ("We do Cobra Pose and Bridge Pose first.", "preparedBy", {"Cobra Pose", "Bridge Pose"}),
        ("Counter Poses\n\nPractise it after Cobra Pose.", "preparedBy", {"Cobra Pose"}),
        ("Cobra Pose and Bridge Pose prepare the body for Camel.", "preparedBy", {"Cobra Pose", "Bridge Pose"}),
        ("Cobra Pose and Locust Pose lead nicely into it.", "preparedBy", {"Cobra Pose", "Locust Pose"}),
        ("Before Camel, do a few rounds of Cat-Cow.", "preparedBy", {"Cat–Cow"}),
        ("Follow-Up Poses\n\nPair with: Bridge Pose (before), Corpse Pose (after)", "preparedBy", {"Bridge Pose"}),
        ("Child's Pose undoes the backbend.", "counteredBy", {"Child's Pose"}),
        ("Once you are steady, try Bow Pose.", "progressesTo", {"Bow Pose"}),
        ("When it becomes easy, go to Wheel Pose.", "progressesTo", {"Wheel Pose"}),
        ("Follow-Up Poses\n\nReady for more? Wheel Pose is waiting for you.", "progressesTo", {"Wheel Pose"}),
        ("We always come up from Hero Pose in my class.", "startsFrom", {"Hero Pose"}),
        ("Steps\n\n1. Come onto the hands and knees. This is Tabletop.\n2. Lift.", "startsFrom", {"Tabletop Pose"}),
        ("Steps\n\n1. Draw both knees to the chest (Apanasana).\n2. Rock.", "startsFrom", {"Wind-Relieving Pose"}),
        ("Steps\n\n1. Kneel in Hero Pose or Thunderbolt Pose.\n2. Lift.", "startsFrom", {"Hero Pose",
         "Thunderbolt Pose"}),
        ("A good counterpose for Camel is Child's Pose.", "counteredBy", {"Child's Pose"}),
        ("Always follow Camel with a forward bend such as Child's Pose.", "followedBy", {"Child's Pose"}),
        ("In a class, Camel comes after Cobra Pose and before Wheel Pose.", "preparedBy", {"Cobra Pose"}),
        ("In a class, Camel comes after Cobra Pose and before Wheel Pose.", "followedBy", {"Wheel Pose"}),
        ("For a deeper backbend, try Little Thunderbolt Pose.", "progressesTo", {"Little Thunderbolt Pose"}),
        ("Deepen the Pose\n\nLike in Hero Pose, the shins press down. You can also try Wheel Pose.",
         "progressesTo", {"Wheel Pose"}),
        ("Follow-Up Poses\n\n- Standing poses\n- Bow Pose", "followedBy", {"Bow Pose"}),
        ("Variations\n\nIt can get a twist and a long side stretch.", "hasVariation", set()),
        ("To progress to Wheel Pose, walk the hands closer.", "progressesTo", {"Wheel Pose"}),
        ("Poses to Do After\n\nCobra Pose is usually done before Camel.", "preparedBy", {"Cobra Pose"}),
        ("Or step into it from High Lunge.", "startsFrom", {"High Lunge"}),
        ("Camel lays the ground for Wheel Pose.", "preparesFor", {"Wheel Pose"}),
        ("Beginners should start with Cobra Pose.", "startsFrom", set()),
        ("Start on hands and knees in Tabletop Pose.", "startsFrom", {"Tabletop Pose"}),
        ("Steps\n\n1. From standing (Tadasana), kneel down.\n2. Lift.", "startsFrom", {"Mountain Pose"}),
        ("Do not do Camel before Corpse Pose.", "followedBy", set()),
        # Links to other pages and words in capitals are none.
        ("Follow-Up Poses\n\n- Child's Pose\n\n« Previous: Cobra Pose\n\nNext: Bow Pose »", "followedBy",
         {"Child's Pose"}),
        ("Follow-Up Poses\n\n- Child's Pose\n\nPrevious\n\nCobra Pose\n\nNext\n\nBow Pose", "progressesTo", set()),
        ("Next Level\n\n- Wheel Pose\n- Bow Pose: Benefits, Steps and Mistakes\n- 7 poses for the back, with Plow Pose",
         "progressesTo", {"Wheel Pose"}),
        ("Preparatory Poses\n\n- 5 Sun Salutations\n- Cobra Pose\n\nPosted in Bow Pose | 3 comments", "preparedBy",
         {"Classical Sun Salutation", "Cobra Pose"}),
        ("Preceding: Cobra Pose\nSubsequent: Child's Pose", "followedBy", {"Child's Pose"}),
        ("Follow-Up Poses\n\nWHEN IT IS EASY: GO ON TO BOW POSE", "progressesTo", {"Bow Pose"}),
        ("Attempt this asana after holding the pose of Plow.", "followedBy", set()),
        # Words that only end like a name.
        ("Going deeper\n\n- Vary the pose: stretch one arm up.", "progressesTo", set()),
        ("Follow-Up Poses\n\n- It can come after any asana.", "followedBy", set()),
        ("After you have mastered Camel Pose\n\n- Bow Pose", "progressesTo", {"Bow Pose"}),
        ("A: Before: Cobra Pose. After: Child's Pose.", "followedBy", {"Child's Pose"}),
        ("Comes after: Cobra Pose\n\nLeads to: Bow Pose", "preparedBy", {"Cobra Pose"}),
        ("Before it do Cobra Pose, after it one can do Child's Pose.", "preparedBy", {"Cobra Pose"}),
        ("Before it do Cobra Pose, after it one can do Child's Pose.", "followedBy", {"Child's Pose"}),
        ("I'd have done Cobra Pose and a few rolls beforehand.", "preparedBy", {"Cobra Pose"}),
        ("Bow Pose is next in the primary series.", "followedBy", {"Bow Pose"}),
        ("Cool down with Standing Forward Fold, then Child's Pose.", "followedBy",
         {"Standing Forward Bend", "Child's Pose"}),
        ("Follow-up poses\n\nAfter a while, progress to Bow Pose and then to Wheel Pose.", "progressesTo",
         {"Bow Pose", "Wheel Pose"}),
        ("Next: Bow Pose.\n\nBefore this Vrksasana and Bhujangasana are good preparation.", "preparedBy",
         {"Tree Pose", "Cobra Pose"}),
        ("Follow-up poses\n\nA gentle Reclined Biscuit Pose.", "followedBy", {"Reclined Biscuit Pose"}),
        # Names that schools give to several poses, lines that break off, and other ways to tell an order.
        ("Before this do Cobra Pose and Setu Bandhasana.", "preparedBy", {"Cobra Pose", "Setu Bandhasana"}),
        ("Practise after a few backbends, e.g. after Cobra Pose.", "preparedBy", {"Cobra Pose"}),
        ("Follow-up poses\n\nFrom here you may turn to\n\n- Bow Pose\n- Tree Pose", "followedBy",
         {"Bow Pose", "Tree Pose"}),
        ("What next\n\nOnce it is easy: Bow Pose, then Wheel Pose", "progressesTo", {"Bow Pose", "Wheel Pose"}),
        ("Experienced students can go ahead with Bow Pose.", "progressesTo", {"Bow Pose"}),
        ("It comes before Child's Pose, which is the complementary pose.", "counteredBy", {"Child's Pose"}),
        ("Breathe out. Rest for two minutes in Corpse Pose.", "followedBy", {"Corpse Pose"}),
        ("Try first: Cobra Pose\nThen try: Bow Pose", "progressesTo", {"Bow Pose"}),
        # Short lines, labels, and rows that end in a rest.
        ("Goes with: Cobra Pose and Plow Pose before; Bow Pose after.", "preparedBy", {"Cobra Pose", "Plow Pose"}),
        ("Goes with: Cobra Pose and Plow Pose before; Bow Pose after.", "followedBy", {"Bow Pose"}),
        ("I had never tried Bow Pose before.", "preparedBy", set()),
        ("When you are ready to move on, try Bow Pose.", "progressesTo", {"Bow Pose"}),
        ("If you want more of a challenge, then Bow Pose.", "progressesTo", {"Bow Pose"}),
        ("Before and after\n\nCome here from Cobra Pose and finish on your back in Savasana.", "followedBy",
         {"Corpse Pose"}),
        ("Rest in Child's Pose when you're done.", "followedBy", {"Child's Pose"}),
        ("Practise Cobra Pose (lying down) first to warm up.", "preparedBy", {"Cobra Pose"}),
        ("Sequence\n\nIt is done late in a class, e.g. after Cobra Pose and Bow Pose.", "preparedBy",
         {"Cobra Pose", "Bow Pose"}),
        ("Preparation\n\n- chest: Cobra Pose, Bow Pose. thighs: Low Lunge.", "preparedBy",
         {"Cobra Pose", "Bow Pose", "Low Lunge"}),
        ("It is often given as a substitute for Wheel Pose.", "hasVariation", set()),
        ("To neutralise: Child's Pose.", "counteredBy", {"Child's Pose"}),
        ("Follow-up poses\n\nTo undo it: Child's Pose.", "counteredBy", {"Child's Pose"}),
        ("It is followed by neutral poses (like Tabletop Pose) before a counter stretch like Child's Pose.",
         "followedBy", {"Tabletop Pose"}),
        ("Variations\n\n- Ustrasana II (one leg raised, with a twist)", "hasVariation", {"Ustrasana II"}),
        ("Variations\n\nIf you cannot stand, sit on a chair.", "hasVariation", set()),
        ("Modifications\n\nStraight-arm version: straighten the elbows.", "hasVariation", {"Straight-arm version"}),
        ("Make it stronger\n\nOne-armed version: lift one arm.", "hasVariation", {"One-armed version"}),
        ("Make it stronger\n\nDeeper version: lift one arm.", "hasVariation", set()),
        # What a heading or a list tells.
        ("Which pose next?\n\nChild's Pose", "followedBy", {"Child's Pose"}),
        ("What pose comes after?\n\n- Child's Pose\n- Bow Pose", "followedBy", {"Child's Pose", "Bow Pose"}),
        ("Preliminary Poses\n\nCobra Pose, Bridge Pose", "preparedBy", {"Cobra Pose", "Bridge Pose"}),
        ("## Preparatory practice\n\nCat Stretch, Bhujangasana, Vajrasana\n\n## Steps\n\nKneel.", "preparedBy",
         {"Cat Pose", "Cobra Pose", "Thunderbolt Pose"}),
        ("Preparatory poses:\n\nCobra Pose\n\nYou could go on to:\n\nWheel Pose", "progressesTo", {"Wheel Pose"}),
        ("Undo it\n\nChild's Pose", "counteredBy", {"Child's Pose"}),
        ("Follow-up poses\n\nChild's Pose first.", "followedBy", {"Child's Pose"}),
        ("Follow-up poses\n\nFirst, Child's Pose.", "followedBy", {"Child's Pose"}),
        ("Level up\n\nBow Pose, Bridge Pose, and finally Wheel Pose.", "progressesTo",
         {"Bow Pose", "Bridge Pose", "Wheel Pose"}),
        ("Follow-up poses\n\nYou can play with variations: one arm (Half Camel) or Little Thunderbolt Pose.",
         "hasVariation", {"Half Camel Pose", "Little Thunderbolt Pose"}),
        ("Similar threads: Sore knees after Bow Pose", "preparedBy", set()),
        # Another name behind a pose, and a form of one by a small word.
        ("Once it comes easily you may proceed to Bow Pose (a backbend) or Wheel Pose.", "progressesTo",
         {"Bow Pose", "Wheel Pose"}),
        ("I put it after a supported Bridge and a few minutes of Cobra Pose, and before Savasana.", "preparedBy",
         {"Bridge Pose", "Cobra Pose"}),
        ("I put it after a supported Bridge and a few minutes of Cobra Pose, and before Savasana.", "followedBy",
         {"Corpse Pose"}),
        ("When easy, attempt it with one arm up (Half Camel Pose).", "progressesTo", {"Half Camel Pose"}),
        ("After the Camel just lie in Savasana.", "followedBy", {"Corpse Pose"}),
        ("A forward bend such as Child's Pose is counter to this.", "counteredBy", {"Child's Pose"}),
        ("After this\n\nSit in Child's Pose, being the counter pose.", "counteredBy", {"Child's Pose"}),
        ("Modifications\n\n- Lie back over a bolster for supported camel.", "hasVariation", {"supported camel"}),
        ("Come back slowly and rest (supported camel).", "hasVariation", {"supported camel"}),
        ("It looks like a half camel at first.", "hasVariation", set()),
        # Who rests in a pose at the end goes on to it, but not who does at need, or begins there.
        ("Steps\n\n1. Kneel.\n2. Lean back.\n3. Come up and rest in Child's Pose.", "followedBy", {"Child's Pose"}),
        ("Steps\n\n1. Kneel.\n2. Lean back.\n3. If the neck tires, rest in Child's Pose.", "followedBy", set()),
        ("Steps\n\n1. Rest in Child's Pose.\n2. Kneel.\n3. Lean back.", "followedBy", set()),
        # Links, a tag, a footer, an order, and the next post.
        ("Progression\n\n- Wheel Pose\n\n<< Bow Pose    Index    Child's Pose >>", "progressesTo", {"Wheel Pose"}),
        ("Follow-up poses\n\nTree Pose\n\nTag us with #30DaysOfAsanas", "followedBy", {"Tree Pose"}),
        ("Next Sunday we will do Bow Pose.", "followedBy", set()),
        ("Counter poses\n\nChild's Pose\n\n(c) 2020 Studio Low Bridge. All rights reserved", "counteredBy",
         {"Child's Pose"}),
        ("Follow-up poses\n\nRest in Crackling Pose and breathe.", "followedBy", set()),
        ("Next month: Bow Pose.", "progressesTo", set()),
        ("Counter poses\n\nKeep a neutral neck position.", "counteredBy", set()),
    ],
)  # fmt: skip
def test_poses_around_this_one(text: str, prop: str, poses: set[str]) -> None:
    assert relations(article(text), prop) == poses


def test_a_pose_that_steps_enter_is_not_what_they_are_about() -> None:
    steps = "1. Lie down flat on your stomach in Makarasana.\n2. Raise the legs.\n3. Rest for a while in Makarasana."
    document = article(f"Steps\n\n{steps}", title="It means a locust.", name="3-salabhasana-locust.txt")

    assert {description.practice.label for description in document.descriptions} == {"Locust Pose"}


def test_an_adverb_in_a_title_names_no_pose() -> None:
    document = article("It opens the chest.", title="Why I Fell Back in Love with Triangle Pose", name="post.txt")

    assert {description.practice.label for description in document.descriptions} == {"Triangle Pose"}


def test_kind_that_a_pose_is_said_to_be_is_no_form_of_it() -> None:
    text = "New students can also do it, and it is standing forward bend."

    assert relations(articles.article(text, title="Pyramid Pose (Parsvottanasana)"), "hasVariation") == set()


def test_kinds_of_poses_name_no_pose() -> None:
    document = article("Like all balance postures, it trains balance, posture and focus.", name="camel.txt")

    assert {description.practice.label for description in document.descriptions} == {"Camel Pose"}


def test_poses_that_are_only_described_have_no_name() -> None:
    assert not relations(article("Choose an easy pose to rest in, such as Corpse Pose."), "followedBy") & {"Easy Pose"}
    assert relations(article("Sit in easy pose afterwards."), "followedBy") == {"Easy Pose"}


@pytest.mark.parametrize(
    ("text", "prop", "poses"),
    [
        # A counterpose, and what is done behind it.
        ("Take Bow Pose or Cobra Pose as a counterpose.", "counteredBy", {"Bow Pose", "Cobra Pose"}),
        ("Follow-up poses\n\nBow Pose for a counter stretch, then Corpse Pose", "counteredBy", {"Bow Pose"}),
        ("Follow-up poses\n\nBow Pose for a counter stretch, then Corpse Pose", "followedBy", {"Corpse Pose"}),
        # A later time.
        ("In due course you can try Wheel Pose.", "progressesTo", {"Wheel Pose"}),
        ("Whoever has strong arms may learn Wheel Pose later.", "progressesTo", {"Wheel Pose"}),
        ("From Camel you might one day fancy Little Thunderbolt.", "progressesTo", {"Little Thunderbolt Pose"}),
        ("From there, Wheel Pose is just a small step away.", "progressesTo", {"Wheel Pose"}),
        ("Follow-up poses\n\nBow Pose. As your practice deepens, Wheel Pose.", "progressesTo", {"Wheel Pose"}),
        ("Later in pregnancy try Child's Pose.", "progressesTo", set()),
        ("Wheel Pose is miles away from it.", "progressesTo", set()),
        ("Do not go on to Wheel Pose later.", "progressesTo", set()),
        # What must be known before.
        ("I show it only when people can hold Bow Pose for a minute.", "preparedBy", {"Bow Pose"}),
        ("It is only after Bow Pose became known that it was drawn.", "preparedBy", set()),
        ("At our school it comes after Cobra Pose and is followed by Bow Pose.", "preparedBy", {"Cobra Pose"}),
        ("It is the last bend of the hour, mostly after Cobra Pose.", "preparedBy", {"Cobra Pose"}),
        ("I build up with Cobra Pose and Bridge Pose.", "preparedBy", {"Cobra Pose", "Bridge Pose"}),
        ("Warm your shoulders with Cobra Pose.", "preparedBy", {"Cobra Pose"}),
        # What comes after.
        ("He follows it up with Bow Pose and then a minute of Savasana.", "followedBy", {"Bow Pose", "Corpse Pose"}),
        ("Bow Pose may be practised following Camel Pose.", "followedBy", {"Bow Pose"}),
        ("Rest in Child's Pose for as long when you come up.", "followedBy", {"Child's Pose"}),
        ("Do Bow Pose later in the session.", "followedBy", {"Bow Pose"}),
        ("Thereafter do Bow Pose.", "followedBy", {"Bow Pose"}),
        # Where it starts.
        ("From Hero Pose we go up.", "startsFrom", {"Hero Pose"}),
        ("From Triangle on the right, bend the front knee.", "startsFrom", {"Triangle Pose"}),
        ("Steps\n\n1. From hands + knees walk forward.\n2. Lean.", "startsFrom", {"Tabletop Pose"}),
        # Names that the register lacks, or that several poses bear.
        ("Follow-up poses\n\nNata Virasana, then Bow Pose", "followedBy", {"Nata Virasana", "Bow Pose"}),
        ("It follows Kakalanasana in our class.", "preparedBy", {"Kakalanasana"}),
        ("It follows Ushtrasana in our class.", "preparedBy", set()),
        ("Follow-up poses\n\nYou are in High Lunge (Nata Kakalanasana).", "followedBy", {"High Lunge"}),
        ("Preparatory poses\n\nSome bend such as Setu Bandhasana opens the chest well, which is why it is so often "
         "taught before this one by teachers of all kinds of schools, in the mornings and evenings.", "preparedBy",
         {"Setu Bandhasana"}),
        # What some can do already is no form.
        ("Variations\n\nThose who can sit in Lotus Pose may do Bow Pose.", "hasVariation", {"Bow Pose"}),
        # Forms told by numbers and by a word before the name, and harder ones.
        ("Variations\n\nHands on the hips (Ustrasana 1), or behind the back (Ustrasana 2).", "hasVariation",
         {"Ustrasana 1", "Ustrasana 2"}),
        ("Steps\n\n1. Hold Ustrasana 5 breaths.\n2. Rest.", "hasVariation", set()),
        ("Lean right back. This is called Saral Ustrasana.", "hasVariation", {"Saral Ustrasana"}),
        ("Next level\n\nLean back until the head rests (Sleeping Camel).", "progressesTo", {"Sleeping Camel"}),
        # Remarks on the rest tell the order of practice, but neither starts nor forms.
        ("Summary\n\nPreparatory poses are Bow Pose and Cobra Pose.", "preparedBy", {"Bow Pose", "Cobra Pose"}),
        ("FAQs\n\nCan I do Bow Pose after Camel Pose? Yes.", "followedBy", set()),
        ("Common mistakes\n\nStart in Hero Pose, not in Staff Pose.", "startsFrom", set()),
        ("Goes well after\n\nCobra Pose, Bow Pose", "preparedBy", {"Cobra Pose", "Bow Pose"}),
        # What it prepares, by examples, and not by what.
        ("It preps the shoulders for strong poses such as Wheel Pose and Bow Pose.", "preparesFor",
         {"Wheel Pose", "Bow Pose"}),
        ("It is a good basis for Wheel Pose.", "preparesFor", {"Wheel Pose"}),
        ("Prepare for it with Cobra Pose.", "preparesFor", set()),
        ("Prepare for it with Cobra Pose.", "preparedBy", {"Cobra Pose"}),
        # What leads to it, comes before it, or must be mastered.
        ("Most teachers use Cobra Pose to build up to it.", "preparedBy", {"Cobra Pose"}),
        ("Cobra Pose and Bow Pose are nice before it.", "preparedBy", {"Cobra Pose", "Bow Pose"}),
        ("Cobra Pose is not nice before it.", "preparedBy", set()),
        ("Cobra Pose itself, Bow Pose and a plain seated bend are often done in preparation.", "preparedBy",
         {"Cobra Pose", "Bow Pose"}),
        ("This should only be done after you have mastered Bow Pose.", "preparedBy", {"Bow Pose"}),
        ("Counter poses\n\nCobra Pose prepares the body.", "preparedBy", {"Cobra Pose"}),
        # What follows in turn, and what is harder.
        ("It is usually followed by Child's Pose, to rest, or by Staff Pose.", "followedBy",
         {"Child's Pose", "Staff Pose"}),
        ("Once you are perfect in it, try Wheel Pose.", "progressesTo", {"Wheel Pose"}),
        ("When it gets boring: Wheel Pose or Bow Pose.", "progressesTo", {"Wheel Pose", "Bow Pose"}),
        ("**Prepare with:** Cobra Pose\n**Progress to:** Wheel Pose, Bow Pose", "progressesTo",
         {"Wheel Pose", "Bow Pose"}),
        ("Follow-up poses\n\nVariations such as Half Camel Pose are added in time.", "hasVariation",
         {"Half Camel Pose"}),
        # Poses by their level, what it is told apart from, and tools of a page.
        ("- Beginner: Cobra Pose\n- Intermediate: Bow Pose\n- Advanced: Wheel Pose\n\nSteps\n\n1. Kneel.",
         "progressesTo", set()),
        ("Not to be confused with Kapota Ustrasana.", "hasVariation", set()),
        ("Variations\n\nHalf Camel Pose\n\nTools: Print this page | Add to My Bow Pose", "hasVariation",
         {"Half Camel Pose"}),
        ("It is usually practised between Cobra Pose and Bow Pose.", "preparedBy", {"Cobra Pose"}),
        ("Camel Pose is best placed between Cobra Pose and Bow Pose.", "followedBy", {"Bow Pose"}),
        ("The difference between Cobra Pose and Bow Pose is large.", "followedBy", set()),
        ("It is often confused between Cobra Pose and Bow Pose.", "followedBy", set()),
        ("It should be followed by a forward bending asana such as Child's Pose.", "followedBy", {"Child's Pose"}),
        ("Preparatory poses\n\nCobra Pose\n\nMore kneeling poses: Hero Pose · Gate Pose", "preparedBy", {"Cobra Pose"}),
        ("Preparatory poses\n\nMore preparatory poses: Cobra Pose, Bow Pose", "preparedBy", {"Cobra Pose", "Bow Pose"}),
        ("For a challenge\n\n- To deepen the arch, draw the elbows in.", "progressesTo", set()),
        ("Variations\n\n- Half Camel Pose\n- The Anatomy of a Backbend", "hasVariation", {"Half Camel Pose"}),
    ],
)  # fmt: skip
def test_more_words_for_the_order_of_poses(text: str, prop: str, poses: set[str]) -> None:
    assert relations(article(text), prop) == poses


def test_a_word_before_a_name_makes_another_pose_of_it() -> None:
    assert relations(article("Preparatory Poses\n\n- reversed tabletop"), "preparedBy") == {"Reverse Tabletop Pose"}


@pytest.mark.parametrize(
    ("text", "prop", "poses"),
    [
        ("Camel Pose is started by the person standing in an extended triangle pose.", "startsFrom", {"Triangle Pose"}),
        ("Steps\n\n1. Assume Downward Facing Dog Pose.\n2. Lower the knees.", "startsFrom",
         {"Downward-Facing Dog Pose"}),
        ("Steps\n\n1. Sit up. This is the starting position, Vajrasana.", "startsFrom", {"Thunderbolt Pose"}),
        ("To try it, begin seated in Staff Pose.", "startsFrom", {"Staff Pose"}),
        ("To come into it, begin by standing on your mat in Mountain Pose.", "startsFrom", {"Mountain Pose"}),
        ("Steps\n\n1. To try it, start by sitting tall in Staff Pose.", "startsFrom", {"Staff Pose"}),
        ("Steps\n\n1. After performing Kakarasana, practise Bow Pose.", "followedBy", {"Bow Pose"}),
        ("Cobra Pose is a good preparation for Kakarasana.", "preparedBy", set()),
        ("Steps\n\n1. After performing Cobra Pose, practise Bow Pose.", "followedBy", set()),
        ("Steps\n\n1. After that sit in Lotus Pose and rest.", "followedBy", {"Lotus Pose"}),
        ("It is fun to transition into from Hero Pose!", "startsFrom", {"Hero Pose"}),
        ("From Tadasana (Mountain Pose), step the feet apart.", "startsFrom", {"Mountain Pose"}),
        ("Steps\n\n1. Kneel.\n\nPreparation: Sit on the heels.\n\nPreparation: Cobra Pose.", "preparedBy",
         {"Cobra Pose"}),
        ("Begin on all fours and lift the chest.", "startsFrom", {"Tabletop Pose"}),
        ("Steps\n\n1. Come to your hands and knees.\n2. Lift the chest.", "startsFrom", {"Tabletop Pose"}),
        ("Steps\n\n1. Kneel.\n2. Lean back.\n3. Come back to hands and knees.", "startsFrom", set()),
        ("So from Adho Mukha Svanasana bring a foot forward.", "startsFrom", {"Downward-Facing Dog Pose"}),
        ("We start in Hero Pose rather than in Staff Pose.", "startsFrom", {"Hero Pose"}),
        ("Stand in Mountain Pose at the end of your mat. Step back.", "startsFrom", {"Mountain Pose"}),
        ("Enter the pose from the plank position.", "startsFrom", {"Plank Pose"}),
        ("Steps\n\n1 Stand in Mountain Pose.\n2 Step back.", "startsFrom", {"Mountain Pose"}),
        ("Step back. Stand in Mountain Pose for a while.", "startsFrom", set()),
        # Kinds of poses and regions are no other poses.
        ("Counter poses\n\nIt is done as part of a standing pose sequence.", "counteredBy", set()),
        ("Preparation\n\nThe back, neck, or shoulder may feel stiff in the morning.", "preparedBy", set()),
        ("Follow-up poses\n\nTry any standing pose, or Cobra Pose.", "followedBy", {"Cobra Pose"}),
    ],
)  # fmt: skip
def test_poses_that_are_started_from_or_only_spoken_of(text: str, prop: str, poses: set[str]) -> None:
    assert relations(article(text), prop) == poses


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A skill that is hard, and ways to spare a region, in text of any kind.
        ("Balancing here can be tricky. You might want to start with a chair or a wall for help.",
         {("poor balance", "chair"), ("poor balance", "wall")}),
        ("Balancing is hard at first. Use a wall.", {("poor balance", "wall")}),
        ("Balance is hard. Camel Pose trains it.", set()),
        ("Adjustments, such as using a wedge, can reduce pressure on the wrists.", {("wrist discomfort", "wedge")}),
        ("Modifications\n\nOne way to reduce pressure on the wrists is to use a wedge.",
         {("wrist discomfort", "wedge")}),
        ("Modifications\n\nAnother way to take some sensation out of the knees is to sit on a bolster.",
         {("knee sensation", "bolster")}),
        ("Modifications\n\nThe best way to avoid strain is to listen to your body.", set()),
    ],
)  # fmt: skip
def test_ways_to_make_it_easier(text: str, expected: set[tuple[str, str | None]]) -> None:
    assert modifications(article(text)) == expected


def test_pain_that_is_caused_at_a_region_is_that_of_the_region() -> None:
    document = article("Modifications\n\nIf the deep bend at the knee causes pain, put a blanket under it.")

    assert modifications(document) == {("knee pain", "blanket")}


def test_examples_of_props_are_no_comparisons() -> None:
    document = article("Modifications\n\n- Rest the lower hand on the heel or on a prop (like a chair or a block).")

    assert relations(document, "usesProp") == {"chair", "block"}


@pytest.mark.parametrize(
    ("text", "props"),
    [
        ("Nobody goes up without two blankets under the shoulders.", {"blanket"}),
        ("It can be done without a blanket under the shoulders.", set()),
        ("Cover the eyes with an eye pillow.", {"eye pillow"}),
        ("If the neck is tight, a pillow does the trick.", {"pillow"}),
        ("Steps\n\n1. Reach back as you do for the seat belt.", set()),
        ("Use it after a week of bed rest.", set()),
        ("Book online or ask at the front desk.", set()),
        ("Modifications\n\n- Many students like a cushion there.", {"cushion"}),
        ("Modifications\n\n- Round the back like a cushion.", set()),
        ("Modifications\n\n- If your hands do not meet, take a handkerchief.", {"scarf"}),
        ("For a challenge\n\nPlace the hands on an exercise ball.", {"ball"}),
        ("For a challenge\n\nCome on to the ball of the foot.", set()),
        ("Modifications\n\n- Bolster a rolled towel with a block.", {"towel", "block"}),
    ],
)
def test_props_and_words_that_only_look_like_them(text: str, props: set[str]) -> None:
    assert relations(article(text), "usesProp") == props


def test_imagined_props_are_none() -> None:
    assert not relations(article("Steps\n\n1. Imagine you are sitting in a chair."), "usesProp")


def test_a_table_top_is_no_table() -> None:
    assert not relations(article("Steps\n\n1. Bend the knees and come to a table top position."), "usesProp")


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Duration :-\n30seconds to 3minute", {"30 s - 3 min"}),
        ("Steps\n\n1. The pose is held for about 60 seconds before the legs are lowered.", {"60 s"}),
        ("Steps\n\n1. Hold this pose for 25 to 30 seconds to a minute.", {"25 s - 1 min"}),
        ("Steps\n\n1. Stay for 5 seconds. It can be increased to 1 minute.", {"5 s", "1 min"}),
        ("Contraindications\n\nThe asana should not be practised for more than 3 minutes.", {"up to 3 min"}),
        ("Contraindications\n\nDo not practise for more than 3 days.", set()),
        ("Steps\n\n1. Hold the breath for 5 seconds before exhaling.", set()),
        # Two measures of one hold, a count, a later time, sets; and hours, which are seldom held.
        ("Steps\n\n1. Hold for 20 to 40 seconds or 5 breaths.", {"20-40 s", "5 breaths"}),
        ("Steps\n\n1. Hold for 45 seconds or 6 breaths.", {"45 s", "6 breaths"}),
        ("Steps\n\n1. Stay for a count of eight.", {"8 counts"}),
        ("Steps\n\n1. Inhale to a count of eight.", set()),
        ("Steps\n\n1. Stay for 2 minutes at first; with practice 5 to 8 minutes.", {"2 min", "5-8 min"}),
        ("Steps\n\n1. Stay for seven quiet breaths.", {"7 breaths"}),
        ("Do three rounds of 20 seconds.", {"20 s"}),
        ("Duration\n\nLonger holds (up to 50 seconds) come later.", {"up to 50 s"}),
        ("Steps\n\n1. Stay while it is easy. For most this will be 10 to 15 seconds.", {"10-15 s"}),
        ("Duration\n\nKeep 3 hours gap after lunch.", set()),
        ("Whoever sits for eight hours a day needs it.", set()),
        ("Some yogis hold it for up to 2 hours.", {"up to 2 h"}),
    ],
)
def test_holds_with_a_limit(text: str, holds: set[str]) -> None:
    assert {claim.text for _, claim in article(text).claims() if isinstance(claim, Hold)} == holds


@pytest.mark.parametrize(
    ("text", "has_sides"),
    [
        ("Then shift your weight into your right foot.", False),
        ("Straighten the left leg and then the right leg.", False),
        ("Hold for five breaths, then the left side.", True),
        ("Then do it with the other leg.", True),
        ("Then practise it with the left leg in front.", True),
        ("Come up and do it on the left.", True),
        ("Same on the right.", True),
        ("Change to the left. Come back.", True),
        ("Come back and turn around for the other leg.", True),
        ("Do everything from other side too.", True),
        ("The toes touch the floor on the other side.", False),
        ("The neck is now bent to the other side.", False),
        ("Do not place the hand to the left ear.", False),
    ],
)
def test_one_side_after_the_other_within_a_pose(text: str, has_sides: bool) -> None:
    document = article(f"Steps\n\n1. {text}")

    assert any(isinstance(claim, Asymmetry) for _, claim in document.claims()) == has_sides


# -- level, kind, style, hold, side ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("This is a gentler form for beginners.", {"beginner"}),
        ("It can be practised by complete beginners.", {"beginner"}),
        ("It should not be practised by beginners alone.", set()),
        ("Benefits\n\nUstrasana is a great pose for beginners and old hands alike.", {"beginner"}),
        ("It welcomes students of all levels.", {"all levels"}),
        ("It is an advanced and one of the boldest backbends.", {"advanced"}),
        ("It opens the chest. All levels.", {"all levels"}),
        ("It is rated intermediate.", {"intermediate"}),
        ("It is a kneeling asana of intermediate level.", {"intermediate"}),
        ("This pose is best for intermediate and advanced practitioners.", {"intermediate", "advanced"}),
        ("Camel Pose\n\n4.6 · Intermediate · Backbend · 45 seconds", {"intermediate"}),
        ("Beginner | Kneeling | Backbend\n\nIt opens the chest.", {"beginner"}),
        ("It is a difficult asana for beginners.", set()),
        ("It may not be suitable for everyone.", set()),
        # A pose may be called easy, or of a difficulty.
        ("Camel Pose is one of the simplest asanas.", {"beginner"}),
        ("Here's an easy pose for the end of a long day.", {"beginner"}),
        ("This simple asana asks for no strength.", {"beginner"}),
        ("The pose is easy and safe.", {"beginner"}),
        ("Camel Pose is an asana of intermediate difficulty.", {"intermediate"}),
        ("Camel Pose is not an easy pose.", set()),
        ("It is easy to lose balance in the pose.", set()),
        ("It is a simple way to open the chest.", set()),
        # A pose that is not for beginners is for others.
        ("Camel Pose is not for beginner yoga fans.", {"advanced"}),
        ("This pose isn't suitable for complete beginners.", {"advanced"}),
        ("This pose is not only for beginners.", set()),
        ("This variation is not suitable for beginners.", set()),
        # Who can do it, and a level among kinds.
        ("Any beginner can do it easily.", {"beginner"}),
        ("It is slow, anybody can do it, and it costs nothing.", {"all levels"}),
        ("Anyone can do it if the knees are sound.", set()),
        ("Half Camel is nice, anybody can do this pose.", set()),
        ("It comes under intermediate level.", {"intermediate"}),
        ("Category: Kneeling backbend, intermediate", {"intermediate"}),
        ("Intermediate and advanced students can do this pose.", {"intermediate", "advanced"}),
        ("Advanced students can do the full bind.", set()),
        ("It's an intermediate to advanced move.", {"intermediate", "advanced"}),
        ("All levels of students can try it.", {"all levels"}),
        ("It asks for little balance and is kind to beginners.", {"beginner"}),
        # Levels of other poses.
        ("You may choose an alternative to a foundational posture.", set()),
        ("It readies the body for a more advanced pose.", set()),
        ("It is less advanced than other poses.", set()),
        ("It is an intermediate to advanced level kneeling pose.", {"intermediate", "advanced"}),
        # Who can do it, whom it is taught to, and how easy it is.
        ("Even a total beginner can sit in it from the first day.", {"beginner"}),
        ("It is a bend that even a first timer can manage.", {"beginner"}),
        ("Once a beginner can do it, we go on.", set()),
        ("It suits whoever has practised for a year, that is, intermediate level.", {"intermediate"}),
        ("I do not think it simple; call it intermediate.", {"intermediate"}),
        ("It is open to everyone, beginners included.", {"beginner"}),
        ("Very simple asana, anyone may try.", {"beginner"}),
        ("Very easy way to lean back.", set()),
        ("It is a bend done from Hero Pose, easy to learn.", {"beginner"}),
        ("It is easy to do it wrong.", set()),
        ("It is usually taught to beginners.", {"beginner"}),
        ("It is never taught to beginners.", set()),
        ("Beginners can do it easily.", {"beginner"}),
        ("If beginners can do it, go on.", set()),
        ("Beginners can do it with a strap.", set()),
        # Numbers of levels, of which there are three.
        ("Pose Level: 1", {"beginner"}),
        ("Skill level: II", {"intermediate"}),
        ("Level\n\n3", {"advanced"}),
        ("Level: 2 of 5", set()),
        ("Level: 4", set()),
        ("Difficulty: 2", set()),
    ],
)
def test_levels_told_in_prose(text: str, levels: set[str]) -> None:
    assert relations(article(text), "level") == levels


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("A kneeling pose that wakes up the back.", {"kneeling"}),
        ("It comes under the group of kneeling asanas.", {"kneeling"}),
        ("A kneeling backbend where the head hangs.", {"kneeling", "extension"}),
        ("Kind of pose: Hip opener", {"hip opening"}),
        ("It joins much: it combines backbend and balance elements.", {"extension", "balancing"}),
        ("Like all balance postures, it asks for a steady gaze.", {"balancing"}),
        ("It's a restorative yoga posture for the evening.", {"restoration"}),
        ("It is known to be a strong backbend.", {"extension"}),
        ("Benefits\n\nThe backbend helps to calm the mind.", {"extension"}),
        ("How it is done: kneeling.", {"kneeling"}),
        ("Ustrasana is one of the foundational kneeling postures.", {"kneeling"}),
        ("It is basically a sitting posture.", {"seated"}),
        ("Camel Pose was the second standing balance in her class.", {"standing", "balancing"}),
        ("Ustrasana, the deep kneeling backbend, asks for patience.", {"kneeling", "extension"}),
        ("Camel belongs to the backbends.", {"extension"}),
        ("It is performed in a prone position.", {"prone"}),
        ("The inverted pose allows the blood to flow to the head.", {"inverted"}),
        ("Restorative · All levels · Kneeling", {"restoration", "kneeling"}),
        ("*Intermediate · Standing balance · 15–30 seconds per side*", {"standing", "balancing"}),
        # What other poses are, what the body does, and what it looks like.
        ("It can be used as a rest between other standing poses.", set()),
        ("This, however, is sitting on a chair without a chair.", set()),
        ("Now you are in the form of an inverted V.", set()),
        ("Camel Pose is known for its deep hip opening.", {"hip opening"}),
        ("It is a strong hip opener.", {"hip opening"}),
        ("It is a restful pose between harder ones.", {"restoration"}),
        ("It is the starting point for all the standing asanas.", {"standing"}),
        ("It gives the benefits of other inversions.", {"inverted"}),
        ("When you lie there, this supine stretch frees the hips.", {"supine"}),
        # What to do is no kind, under any heading.
        ("Position: Hands and knees", {"all fours"}),
        ("Position\n\nRest the hands on the knees and look ahead.", set()),
        ("Type\n\nKeep the spine neutral while you lower the hips.", set()),
        ("It looks easy: it's just lying on your back.", {"supine"}),
        ("This is backward bending posture.", {"extension"}),
        ("This posture involves core strength and patience.", set()),
        # What a pose is classified as may be told anywhere.
        ("Contraindications\n\nAs the head hangs low, it is classified as a mild inversion.", {"inverted"}),
        ("Contraindications\n\nHeadstand Pose is classified as an inversion.", set()),
        ("It is considered a chest opener.", {"chest opening"}),
        ("A last relaxation pose follows.", set()),
        ('Ustrasana is "a kneeling pose like no other", she says.', {"kneeling"}),
        ('The answer is "a long hip-opening class".', set()),
        ("It is a simple resting position.", {"restoration"}),
        ("It is a relaxing asana for the end of the day.", {"restoration"}),
        ("Come back to a resting position.", set()),
        ("It is a hand-balancing asana.", {"arm-supported"}),
    ],
)
def test_kinds_told_in_prose(text: str, kinds: set[str]) -> None:
    document = article(text)

    assert set().union(*(relations(document, prop) for prop in ("basePosition", "spinalAction", "focus"))) == kinds


@pytest.mark.parametrize(
    ("text", "styles"),
    [
        ("The hardest of all, says Mr Iyengar, and the easiest of all.", set()),
        ("Written for these pages by our prenatal yoga teacher last year.", set()),
        ("I teach it in my restorative class.", {"restorative yoga"}),
        (
            "Benefits\n\n- Calms the mind\n\nRestorative · All levels · Kneeling\n\nSteps\n\n1. Kneel.",
            {"restorative yoga"},
        ),
        ("It is practised in Hatha Yoga.", {"hatha yoga"}),
        ("It is in the category of Hatha Yoga.", {"hatha yoga"}),
        ("Yoga has many sides, such as Bhakti Yoga, Karma Yoga and Raja Yoga, in every life.", set()),
        ("It is a place to rest in after a quick vinyasa sequence or a long hold.", set()),
        ("It is one of the asanas in the old text Hatha Yoga Pradipika.", set()),
        ("A teacher may let you rest after a fast vinyasa sequence in class.", set()),
        ("Ustrasana is a fun beginner yoga pose with many gifts.", set()),
        ("Good rest, long walks, yoga nidra and slow singing are ideal in the evening.", set()),
        ("Ustrasana is one of the most popular and accessible yoga postures of all.", set()),
        # A line that names its page, and kinds of yoga among others, and practices beside poses.
        ("Quiet Mat Studio · Prenatal yoga library · 4 minute read", set()),
        ("Certain types of yoga, such as hot yoga or power yoga, may be too much in summer.", set()),
        ("Deep rest, Corpse Pose, yoga nidra and slow walks do everybody good in the evening.", set()),
        ("There are many styles of yoga, including hatha yoga and others, and all have value.", set()),
        ("It is practised in many types of yoga, such as hatha yoga.", {"hatha yoga"}),
        ("by Some Writer | May 2020 | Yoga for beginners and hatha yoga", set()),
        ("Is hot yoga fine for people of every age?", set()),
        ("Hold\n\nHold it for 3 minutes in yin style.", {"yin yoga"}),
        ("B. K. S. Iyengar wrote of what it does for a stiff spine.", set()),
    ],
)
def test_styles_are_no_levels_no_books_and_no_persons(text: str, styles: set[str]) -> None:
    assert relations(article(text), "practisedIn") == styles


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Hold for 20-40 seconds, rest, and go again.", ["20-40 s"]),
        ("After five breaths, slowly release the hands.", ["5 breaths"]),
        ("Come out after 20 seconds.", ["20 s"]),
        ("After five breaths, lift the chest higher.", []),
        ("Hold it for a minimum of 20 seconds and a maximum of 2 minutes.", ["20 s - 2 min"]),
        ("It can be held upto 2 minutes.", ["up to 2 min"]),
        ("Hang around for 20 seconds to a minute.", ["20 s - 1 min"]),
        ("Eight slow breaths, then come up.", ["8 breaths"]),
        ("Keep the pose for half to one minute.", ["30 s - 1 min"]),
        ("Beginners hold for 10 seconds; advanced students up to 2 minutes.", ["10 s", "up to 2 min"]),
        ("Beginners 10 minutes a day.", []),
        ("Practise this asana for 2 to 4 minutes.", ["2-4 min"]),
        ("Start with 10 seconds, gradually increasing the time to two minutes.", ["10 s", "2 min"]),
        ("The duration can be extended up to 4 minutes.", ["up to 4 min"]),
        ("Keep a slow, even breath.", []),
        ("6–8 breaths on each side.", ["6-8 breaths"]),
        ("Later build up to 1 minute.", ["up to 1 min"]),
        ("At first 15 seconds is enough.", ["15 s"]),
        ("Lie over the bolster for another 3 minutes.", ["3 min"]),
        ("Remain for thirty seconds and add a few more each week.", ["30 s"]),
        ("Hold for 5 or more breaths.", ["at least 5 breaths"]),
        ("At least for 30 seconds.", ["at least 30 s"]),
        ("Stay for a few breaths.", ["few breaths"]),
        ("Hold for a few normal deep breaths.", ["few breaths"]),
        ("This pose can be taken for 5-10 minutes.", ["5-10 min"]),
        ("Breathe easily, minimum of 5 breaths up to 15 breaths.", ["5-15 breaths"]),
        ("Try Ustrasana daily for 2 minutes.", ["2 min"]),
        ("Do Camel Pose every morning for about 3 minutes.", ["3 min"]),
        ("Do Bow Pose every morning for about 3 minutes.", []),
        ("Stay like this for 10 to 15 counts, breathing softly.", ["10-15 counts"]),
        ("Breathe in for 4 counts and out for 8 counts.", []),
        ("Inhale for 4 counts and hold for 4 counts.", []),
        ("A break can be taken for 5 minutes.", []),
        # A few breaths on the way, numbers of steps, other poses.
        ("Take a few breaths here with a long back.", []),
        ("4- Breathe normally.", []),
        ("Afterwards, lie in Corpse Pose for five minutes.", []),
        ("Remain five minutes in Corpse Pose.", []),
        ("Remain five minutes in Camel Pose.", ["5 min"]),
        ("Steps\n\n1. Lean back.\n2. Count six slow breaths.", ["6 breaths"]),
        ("Hold for 4?6 breaths.", ["4-6 breaths"]),
        ("Stay on your right side for a few breaths.", []),
        ("Those with asthma should not keep the arms up for more than two breaths.", []),
        ("Stay for several slow breaths.", ["several breaths"]),
        ("Rest for 20 seconds and repeat.", []),
        ("Hold and rest in it for 20 seconds.", ["20 s"]),
        ("Later you can increase upto 2 minutes.", ["up to 2 min"]),
        ("Duration\n\nFor beginners - 10 seconds\nFor advance - 2 minutes", ["10 s", "2 min"]),
    ],
)
def test_holds_in_more_wordings(text: str, holds: list[str]) -> None:
    document = article(f"Steps\n\n1. Kneel.\n2. Lean back.\n3. {text}")

    assert [claim.text for _, claim in document.claims() if isinstance(claim, Hold)] == holds


@pytest.mark.parametrize(
    ("text", "asymmetric"),
    [
        ("Turn the feet and repeat on the right.", True),
        ("Same on the other side.", True),
        ("Stay for 5 breaths a side.", True),
        ("It is a side bend.", False),
        ("Hold: 5-7 breaths/side", True),
        ("Repeat this with another leg.", True),
        ("Cross the legs the other way and repeat.", True),
        ("Now the left side.", True),
        ("Change the leg.", True),
        ("Then do side two.", True),
        ("It is repeated with the legs exchanged.", True),
        ("Change the cross of the legs, then do the same again.", True),
        ("Then go to the left side.", True),
        ("Come up.\n\nVariations\n\nRaise one leg. Swap sides.", False),
        ("Put a block on each side of the feet.", False),
        ("To come out, lean to one side, then slowly free the opposite leg.", False),
        ("To come out, lower the arms, then repeat with the opposite leg.", True),
        ("In the same way fold the left knee and hold it with both hands.", False),
    ],
)
def test_sides(text: str, asymmetric: bool) -> None:
    document = article(f"Steps\n\n1. Kneel.\n2. {text}")

    assert any(isinstance(claim, Asymmetry) for _, claim in document.claims()) == asymmetric


# -- names ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "elements"),
    [
        ("It comes from the Sanskrit words “ut” (intense) and “tan” (to stretch).",
         {("ut", "intense"), ("tan", "to stretch")}),
        ("Meaning\n\nut: “intense”", {("ut", "intense")}),
        ("It comes from kumbhaka, meaning “drawing in, keeping and letting go.”",
         {("kumbhaka", "drawing in, keeping and letting go")}),
        ("Its name in Sanskrit means ustra - camel, and asana - seat.", {("ustra", "camel"), ("asana", "seat")}),
        ("Ustra is a camel; asana is a seat", {("Ustra", "camel"), ("asana", "seat")}),
        ("Garuda is usually translated as eagle.", {("Garuda", "eagle")}),
        ("Here adho mukha svana means downward facing dog.", {("adho mukha svana", "downward facing dog")}),
        ("It is named after the sage Marichi.", {("Marichi", "sage")}),
        ("The Sanskrit word for camel is ustra.", {("ustra", "camel")}),
        ("It is from ustra, which means camel, and asana, posture.", {("ustra", "camel"), ("asana", "posture")}),
        ("Kneel and bend back.\n\nardha half, chandra moon", {("ardha", "half"), ("chandra", "moon")}),
        ("The name Ustrasana (ustra, camel; asana, seat or throne) is old.",
         {("ustra", "camel"), ("asana", "seat or throne")}),
        ('Ustra stands for "camel" and asana for "seat."', {("Ustra", "camel"), ("asana", "seat")}),
        ("Ustra = camel    Asana = seat", {("Ustra", "camel"), ("Asana", "seat")}),
        ("Padma Sarvangasana, Eka pada Sarvangasana", set()),
        ("Meaning: Camel Posture", {("Ustrasana", "Camel Posture")}),
        ("Meaning: Camel / Dromedary", {("Ustrasana", "Camel / Dromedary")}),
        ("Meaning: Ustrasana", set()),
        ("Ustra is a Sanskrit word and its meaning is camel.", {("Ustra", "camel")}),
        ("Strictly speaking, ustra is a camel.", {("ustra", "camel")}),
        ("Meaning\n\nUstra- means camel", {("Ustra", "camel")}),
        ("Ustrasana is literally the camel posture.", {("Ustrasana", "camel posture")}),
        ("The old name is Ustrasana, translating to ‘Camel Pose’.", {("Ustrasana", "Camel Pose")}),
        ("Ustrasana means that you bend like a camel in a pose.", set()),
        ("It is an asana which is said to be old.", set()),
        ("Origin\n\nThe parts are “ustra” (meaning “camel”) and “asana” (seat).",
         {("ustra", "camel"), ("asana", "seat")}),
        ("The words “ustra” for “camel” and “asana” for “seat” make it.", {("ustra", "camel"), ("asana", "seat")}),
        ('From "ustra," meaning camel, and "asana," meaning seat.', {("ustra", "camel"), ("asana", "seat")}),
        ("Ustra (camel) + asana (seat).", {("Ustra", "camel"), ("asana", "seat")}),
        ("Ustrasana (ustra is camel, asana is seat) opens the chest.", {("ustra", "camel"), ("asana", "seat")}),
        ("Ustra means camel and Asana is posture, so there it is.", {("Ustra", "camel"), ("Asana", "posture")}),
        ("Ustra in Sanskrit is the camel.", {("Ustra", "camel")}),
        ("Ustra = camel (a beast of burden)", {("Ustra", "camel")}),
        ("Keep the asana (or a block) close.", set()),
        ("Virabhadrasana II (veer-uh-buh-drah-suh-nuh) is another one.", set()),
        ("Chaturanga is challenging. Asana is a strong pose.", set()),
        # Two names side by side are no gloss of the last word.
        ("Viparita Karani (Waterfall Pose) is another one.", set()),
        ("Ustrasana is a bend 'ustra' means camel, and 'asana' means seat.", {("ustra", "camel"), ("asana", "seat")}),
        ("Ustra is a Sanskrit word that roughly translates to ‘camel’.", {("Ustra", "camel")}),
        ("Hence, ustra + asana means the camel seat.", set()),
        ("It is a kneeling yoga asana (seat).", set()),
        ("Ustrasana: This simple bend has many friends.", set()),
        ("Ustra in Sanskrit is the word for camel.", {("Ustra", "camel")}),
        # In parentheses, in apposition, and of beings.
        ("Ustrasana (ustra: camel, asana: seat)", {("ustra", "camel"), ("asana", "seat")}),
        ("Ustrasana (ustra camel, asana seat) opens the chest.", {("ustra", "camel"), ("asana", "seat")}),
        ("It is made of “Ustra”, camel, and “Asana”, seat.", {("Ustra", "camel"), ("Asana", "seat")}),
        ("“Ustra”, pronounced oosh-tra, is the first. “Ustra”, or so, is it.", set()),
        ("(eka-pada, ustra-like)", set()),
        ("Ustra is a Sanskrit word for camel, and asana for seat.", {("Ustra", "camel"), ("asana", "seat")}),
        ("Ustra is the beast that crosses deserts.", {("Ustra", "beast")}),
        ("Ustra is the name of a beast of burden.", {("Ustra", "beast of burden")}),
        ("The name comes from Ustra, a beast that crosses deserts.", {("Ustra", "beast")}),
        ("Ustra is a pose that opens the chest.", set()),
        ("Kneel (that's Ardha Ustrasana, ust camel) and bend.", set()),
        # Lines and sentences that are nothing but a part of the name and its meaning.
        ("ustra   - camel, dromedary\nardha   - half", {("ustra", "camel, dromedary"), ("ardha", "half")}),
        ("Kneel.\n\n*Ustra*: camel, dromedary. Read the notes.", {("Ustra", "camel, dromedary")}),
        ("Notes on it\n\nasana-notes", set()),
        ("Ustrasana, which in Sanskrit means “camel seat”, is old.", set()),
        ("Ardha Ustra, which in Sanskrit means “half a camel”, is old.", {("Ardha Ustra", "half a camel")}),
        ("The parts are ustra (camel, or a beast of burden) and asana (seat).",
         {("ustra", "camel, or a beast of burden"), ("asana", "seat")}),
        ("Ustra is four-legged.", set()),
        # Two meanings, other scripts, and lists with dashes.
        ("Ustra is “camel” or “beast”, and asana is “pose” or “seat”.",
         {("Ustra", "camel or beast"), ("asana", "pose or seat")}),
        ("Ustra is camel in Sanskrit and Asana is a posture.", {("Ustra", "camel"), ("Asana", "posture")}),
        ("It is made of *ustra* (उष्ट्र), “camel”, and *asana* (आसन), “seat”.", {("ustra", "camel"), ("asana", "seat")}),
        ("It is a deep pose wherein ustra means camel.", {("ustra", "camel")}),
        ("Ardha - half, ustra - camel, asana - seat", {("Ardha", "half"), ("ustra", "camel"), ("asana", "seat")}),
        ("Raja – king, ustra – camel.", {("Raja", "king"), ("ustra", "camel")}),
        ("Ustrasana\nustra = camel · asana = pose", {("ustra", "camel"), ("asana", "pose")}),
        ("ustra – camel / asana – pose", {("ustra", "camel"), ("asana", "pose")}),
        ("ustra (camel, dromedary) + asana (pose)", {("ustra", "camel, dromedary"), ("asana", "pose")}),
        ("It comes from ustra, which can mean \"camel\" or \"brute.\"", {("ustra", "camel or brute")}),
        ("The word ustra is often rendered as camel.", {("ustra", "camel")}),
        ("Warm up: easy; Rest: long", set()),
        ("Ustra is “great” for the back.", set()),
        ("It is a kneeling asana which is mostly used at the end.", set()),
        # A word of all yoga.
        ("It improves the flow of prana (life force) and of the chakra (wheel).", set()),
        # The parts of another pose's name.
        ("'Eka' means 'one', 'pada' means 'foot' and 'raja' means 'king'.", set()),
    ],
)  # fmt: skip
def test_glosses_in_more_forms(text: str, elements: set[tuple[str, str]]) -> None:
    found = {(claim.element, claim.meaning) for _, claim in article(text).claims() if isinstance(claim, NameElement)}
    assert found == elements


# -- front matter ---------------------------------------------------------------------------------


def test_front_matter_tells_of_the_pose() -> None:
    head = """---
title: Camel Pose
layout: post
category: ["kneeling", "backbend"]
difficulty_level: "intermediate"
props: ["block"]
predecessors: ["cobra-pose", "bridge-pose"]
counterposes: [childs-pose]
tags: [asthma, glaucoma]
assists:
  - title: "Standing Forward Bend"
    type: "seated"
---

# Camel Pose

It opens the chest.
"""
    document = read_article(head.encode(), name="post.md")

    assert {description.practice.label for description in document.descriptions} == {"Camel Pose"}
    assert relations(document, "basePosition") == {"kneeling"}
    assert relations(document, "level") == {"intermediate"}
    assert relations(document, "usesProp") == {"block"}
    assert relations(document, "preparedBy") == {"Cobra Pose", "Bridge Pose"}
    assert relations(document, "counteredBy") == {"Child's Pose"}
    assert not relations(document, "treats")


def test_an_article_below_front_matter_is_titled_by_its_heading() -> None:
    document = read_article(b"---\ntitle: Camel\nlevel: beginner\n---\n\n# Camel Pose (Ustrasana)\n", name="post.md")

    assert document.title == "Camel Pose (Ustrasana)"


def test_fields_of_a_front_matter_that_holds_the_article() -> None:
    head = """---
title: Camel Pose
difficulty: "intermediate"
predecessors: ["cobra-pose"]
benefits:
  - "Opens the chest and the throat."
  - "Strengthens the muscles of the back."
---
"""
    document = read_article(head.encode(), name="post.md")

    assert relations(document, "level") == {"intermediate"}
    assert relations(document, "preparedBy") == {"Cobra Pose"}
    assert relations(document, "strengthens")


def test_sentence_that_breaks_off_after_if_is_read() -> None:
    document = article("Modifications\n\nA strap around the arms keeps the elbows from sliding apart if")

    assert "strap" in relations(document, "usesProp")
