"""The namespaces of the project and of the vocabularies it links to."""

from __future__ import annotations

from typing import Final

BASE: Final = "https://w3id.org/yogakg/"
YOGA: Final = BASE + "ontology#"

#: Prefixes that queries, exports and CURIEs may use without declaring them.
#: The prefixes of other ontologies expand to the IRIs that those ontologies use themselves.
PREFIXES: Final[dict[str, str]] = {
    "yoga": YOGA,
    "pose": BASE + "pose/",
    "region": BASE + "region/",
    "condition": BASE + "condition/",
    "limitation": BASE + "limitation/",
    "function": BASE + "function/",
    "state": BASE + "state/",
    "prop": BASE + "prop/",
    "style": BASE + "style/",
    "gaze": BASE + "gaze/",
    "breathing": BASE + "breathing/",
    "risk": BASE + "risk/",
    "publication": BASE + "publication/",
    "statement": BASE + "statement/",
    "rule": BASE + "rule/",
    "source": BASE + "source/",
    "graph": BASE + "graph/",
    "shape": BASE + "shapes/",
    "bibo": "http://purl.org/ontology/bibo/",
    "dcterms": "http://purl.org/dc/terms/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "BFO": "http://purl.obolibrary.org/obo/BFO_",
    "RO": "http://purl.obolibrary.org/obo/RO_",
    "UBERON": "http://purl.obolibrary.org/obo/UBERON_",
    "MONDO": "http://purl.obolibrary.org/obo/MONDO_",
    "HP": "http://purl.obolibrary.org/obo/HP_",
    "GO": "http://purl.obolibrary.org/obo/GO_",
    "MAXO": "http://purl.obolibrary.org/obo/MAXO_",
    "XCO": "http://purl.obolibrary.org/obo/XCO_",
    "MF": "http://purl.obolibrary.org/obo/MF_",
    "MFOEM": "http://purl.obolibrary.org/obo/MFOEM_",
    "SYMP": "http://purl.obolibrary.org/obo/SYMP_",
    "NBO": "http://purl.obolibrary.org/obo/NBO_",
    "BCIO": "http://humanbehaviourchange.org/ontology/BCIO_",
    "EFO": "http://www.ebi.ac.uk/efo/EFO_",
    "MESH": "http://id.nlm.nih.gov/mesh/",
    "ICD10CM": "http://purl.bioontology.org/ontology/ICD10CM/",
    "SNYO": "https://purl.org/ai4s/yoga/sn-yo/core#",
    "dbr": "http://dbpedia.org/resource/",
    "wikipedia": "https://en.wikipedia.org/wiki/",
}

#: Graphs that the project fills itself; every other graph belongs to a source.
ONTOLOGY_GRAPH: Final = BASE + "graph/ontology"
VOCABULARY_GRAPH: Final = BASE + "graph/vocabulary"
POSES_GRAPH: Final = BASE + "graph/poses"
#: Risk features, what publications say of them, and which poses have them.
RISKS_GRAPH: Final = BASE + "graph/risks"
MAPPINGS_GRAPH: Final = BASE + "graph/mappings"
#: What follows from those above.
TERMS_INFERRED_GRAPH: Final = BASE + "graph/inferred"


def expand(curie: str) -> str | None:
    """Expand a CURIE with a known prefix, or return None.

    >>> expand("yoga:Pose")
    'https://w3id.org/yogakg/ontology#Pose'
    >>> expand("nobody:knows") is None
    True
    """
    prefix, colon, local = curie.partition(":")
    namespace = PREFIXES.get(prefix)
    return namespace + local if colon and local and namespace else None


def compress(iri: str) -> str:
    """Shorten an IRI to a CURIE with the longest namespace that fits, or return it unchanged.

    >>> compress("https://w3id.org/yogakg/pose/janu-sirsasana")
    'pose:janu-sirsasana'
    """
    fitting = [(len(ns), prefix) for prefix, ns in PREFIXES.items() if iri.startswith(ns) and iri != ns]
    if not fitting:
        return iri
    length, prefix = max(fitting)
    return f"{prefix}:{iri[length:]}"
