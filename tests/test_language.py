"""An article in another language is refused and not half read; English ones never are, however they are written."""

from __future__ import annotations

import pytest

from yogakg.errors import DocumentError
from yogakg.loaders.article import read_article

FOREIGN = {
    "Spanish": """Postura del Árbol (Vrksasana)

Beneficios

Esta postura fortalece las piernas y los tobillos. Mejora el equilibrio y la concentración de la mente.

Contraindicaciones

Evita esta postura si tienes una lesión de rodilla. Las personas con presión arterial baja deben practicarla con
cuidado.
""",
    "German": """Der Baum (Vrksasana)

Wirkungen

Die Haltung kräftigt die Beine und die Fußgelenke. Sie verbessert das Gleichgewicht und die Konzentration.

Gegenanzeigen

Bei einer Verletzung am Knie sollte man die Haltung nicht üben. Menschen mit niedrigem Blutdruck üben sie nur mit
Vorsicht.
""",
    "Hindi": """वृक्षासन

लाभ

यह आसन पैरों और टखनों को मजबूत करता है। इससे मन की एकाग्रता और संतुलन बढ़ता है।

सावधानियां

घुटने में चोट होने पर यह आसन न करें। निम्न रक्तचाप वाले लोग इसे सावधानी से करें।
""",
    "French": """Posture de l'arbre (Vrksasana)

Bienfaits

Cette posture renforce les jambes et les chevilles. Elle améliore l'équilibre et la concentration.

Contre-indications

Évitez cette posture en cas de blessure au genou. Les personnes souffrant d'hypotension la pratiquent avec prudence.
""",
    "Dutch": """De boom (Vrksasana)

Voordelen

De houding versterkt de benen en de enkels. Ze verbetert het evenwicht en de concentratie.

Contra-indicaties

Doe de houding niet met een blessure aan de knie. Mensen met een lage bloeddruk zijn voorzichtig in deze houding.
""",
    "Japanese": """木のポーズ（ヴリクシャーサナ）

効果

このポーズは脚と足首を強くします。バランスと集中力を高めます。

注意

膝に怪我がある人は避けてください。低血圧の人は注意して行ってください。
""",
}
ENGLISH = {
    "bare nouns": """Vrksasana

Benefits
Balance
Concentration
Calves
Ankles
Thighs
Spine

Contraindications
Vertigo
Insomnia
Headache
Low blood pressure
High blood pressure
Knee injury
Hip injury
Ankle sprain
Migraine
Dizziness
Pregnancy
Preparatory Poses
Trikonasana
Uttanasana
Virabhadrasana II
Baddha Konasana
Follow-up Poses
Tadasana
Utkatasana
Garudasana
""",
    "Devanagari headings": """वृक्षासन (Vrksasana)

लाभ (Benefits)

- Strengthens calves, ankles, thighs
- Improves balance, concentration

सावधानियां (Contraindications)

- Vertigo
- Headache
- Knee injury
""",
    "names in Sanskrit": """Janu Sirsasana (जानुशीर्षासन)

Preparatory asanas: Dandasana, Baddha Konasana, Uttanasana, Supta Padangusthasana, Upavistha Konasana
Counter asanas: Purvottanasana, Setu Bandhasana, Bhujangasana, Salabhasana
Follow-up asanas: Paschimottanasana, Marichyasana, Ardha Matsyendrasana, Parivrtta Janu Sirsasana, Viparita Karani
Contraindications: sciatica, asthma, diarrhea
""",
    "other matters": """Tree Pose

My grandmother kept bees behind the old railway station. Every Saturday we carried jars of honey to the market,
where a tall woman with a green umbrella sold bread. Tree Pose stretches the groins.
""",
    "a chant": """Tree Pose

Begin with a chant:

om vande gurunam charanaravinde sandarshita svatma sukhavabodhe nihshreyase jangalikayamane

Benefits

- The pose strengthens the calves and the ankles, and it stretches the groins and the inner thighs.
- It improves your balance and your concentration, which helps you in all other standing poses.

Contraindications

- Avoid the pose if you have a headache, and do not raise your arms with high blood pressure.
""",
}


@pytest.mark.parametrize("language", FOREIGN)
def test_article_in_another_language_is_refused(language: str) -> None:
    with pytest.raises(DocumentError, match=r"tree-pose\.txt: the text does not seem to be English\. Load an English"):
        read_article(FOREIGN[language].encode(), name="tree-pose.txt")


@pytest.mark.parametrize("kind", ENGLISH)
def test_english_article_is_read(kind: str) -> None:
    document = read_article(ENGLISH[kind].encode(), name="vrksasana.txt")

    assert list(document.claims())


def test_article_of_two_languages_is_refused_with_the_line() -> None:
    text = """Tree Pose (Vrksasana)

Benefits

- Strengthens the calves and improves balance.

Contraindicaciones

Evita esta postura si tienes una lesión de rodilla. Las personas con presión arterial baja deben practicarla con
cuidado. No practiques esta postura si tienes vértigo o dolor de cabeza.
"""

    with pytest.raises(DocumentError, match=r"a good part of the text does not seem .* such as “Evita esta postura"):
        read_article(text.encode(), name="tree-pose.txt")


def test_a_word_of_thanks_in_another_language_is_passed_over() -> None:
    _, heading, rest = ENGLISH["a chant"].partition("Benefits")
    text = f"Tree Pose\n\n{heading}{rest}\nVielen Dank an alle, die mit mir im Park geübt haben.\n"

    assert list(read_article(text.encode(), name="tree-pose.txt").claims())
