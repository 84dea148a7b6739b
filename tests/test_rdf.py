"""RDF files become sources, whole and traceable, and reach for nothing outside themselves."""

from __future__ import annotations

import http.client
import http.server
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pyoxigraph as ox
import pytest

from yogakg import reasoning, validation
from yogakg.errors import DocumentError
from yogakg.loaders import rdf
from yogakg.loaders.rdf import RdfSource, read_rdf
from yogakg.namespaces import PREFIXES, YOGA, expand
from yogakg.oxigraph import quads
from yogakg.pipeline import RDF

DATA = Path(__file__).parent / "data"
HEAD = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())
WHEN = datetime(2026, 11, 22, 10, tzinfo=UTC)
FACTS = """
pose:paschimottanasana a yoga:Pose ; yoga:stretches region:hamstrings ;
    yoga:hasContraindication [ a yoga:Contraindication ; yoga:condition condition:asthma ; yoga:advice yoga:Caution ] .
"""
DERIVED = ox.NamedNode(PREFIXES["prov"] + "wasDerivedFrom")


def read(text: str, name: str = "my facts.ttl") -> RdfSource:
    [source] = read_rdf(text.encode(), name=name, loaded=WHEN)
    return source


def values(source: RdfSource, subject: str, predicate: str) -> list[str]:
    wanted = (ox.NamedNode(expand(subject) or subject), ox.NamedNode(expand(predicate) or predicate))
    found = [triple.object for triple in source.triples if (triple.subject, triple.predicate) == wanted]
    return [str(term.value) for term in found if not isinstance(term, ox.Triple)]


def findings(source: RdfSource, terms: ox.Store) -> list[str]:
    inferred = reasoning.infer(source.triples, terms)
    return [str(finding) for finding in validation.validate_source(source.triples, inferred, terms)]


def test_plain_facts_become_a_source_that_conforms(terms: ox.Store) -> None:
    source = read(HEAD + FACTS)

    assert source.iri.startswith(PREFIXES["source"] + "my-facts-")
    assert values(source, source.iri, "dcterms:title") == ["my facts.ttl"]
    assert values(source, source.iri, "yoga:mediaType") == ["text/turtle"]
    assert values(source, source.iri, "yoga:evidenceClass") == [YOGA + "CommunityData"]
    assert values(source, source.iri, "yoga:dateLoaded") == ["2026-11-22T10:00:00Z"]
    assert values(source, source.iri, "yoga:describes") == [expand("pose:paschimottanasana")]
    assert source.text == HEAD + FACTS
    assert findings(source, terms) == []


def test_claims_without_a_passage_get_the_whole_file() -> None:
    source = read(HEAD + FACTS)

    whole = f"{source.iri}#char=0,{len(HEAD + FACTS)}"
    assert {str(t.object)[1:-1] for t in source.triples if t.predicate == DERIVED} == {whole}
    [axiom] = [t.subject for t in source.triples if t.predicate.value.endswith("annotatedProperty")]
    assert values(source, str(axiom)[1:-1], "owl:annotatedTarget") == [expand("region:hamstrings")]
    assert len([t for t in source.triples if t.subject == axiom]) == 5


def test_blank_nodes_become_the_same_addresses_each_time() -> None:
    source = read(HEAD + FACTS)

    assert source == read(HEAD + FACTS)
    assert values(source, "pose:paschimottanasana", "yoga:hasContraindication") == [f"{source.iri}#node-1"]
    assert not [t for t in source.triples for term in (t.subject, t.object) if isinstance(term, ox.BlankNode)]


def test_file_may_describe_itself(terms: ox.Store) -> None:
    source = read(
        HEAD
        + """<> a yoga:Source ; dcterms:title "What my teacher says"@en ; yoga:evidenceClass yoga:ReferenceText .
        pose:paschimottanasana yoga:stretches region:hamstrings .
        <#one> a owl:Axiom ; owl:annotatedSource pose:paschimottanasana ; owl:annotatedProperty yoga:stretches ;
            owl:annotatedTarget region:hamstrings ; prov:wasDerivedFrom <#char=4,9> ."""
    )

    assert values(source, source.iri, "dcterms:title") == ["What my teacher says"]
    assert values(source, source.iri, "yoga:evidenceClass") == [YOGA + "ReferenceText"]
    assert [str(t.object)[1:-1] for t in source.triples if t.predicate == DERIVED] == [f"{source.iri}#char=4,9"]
    assert findings(source, terms) == []


def test_description_of_another_document_is_kept_as_it_is() -> None:
    data = (DATA / "sources" / "janu.ttl").read_bytes()

    [source] = read_rdf(data, name="janu.ttl")

    assert source.iri == "https://w3id.org/yogakg/source/janu-1a2b3c4d"
    assert set(source.triples) == {quad.triple for quad in ox.parse(data, ox.RdfFormat.TURTLE)}
    # The passages count in a text that is not this file.
    assert source.text is None


@pytest.mark.parametrize("suffix", sorted(rdf.FORMATS))
def test_every_format_says_the_same(suffix: str) -> None:
    triples = [quad.triple for quad in ox.parse(path=DATA / "sources" / "janu.ttl")]
    written = ox.serialize(triples, format=rdf.FORMATS[suffix])

    [source] = read_rdf(written or b"", name=f"janu{suffix}")

    assert set(source.triples) == set(triples)


def test_pipeline_sends_every_format_here() -> None:
    assert set(rdf.FORMATS) == RDF


def test_each_graph_that_describes_itself_is_a_source() -> None:
    triples = [quad.triple for quad in ox.parse(path=DATA / "sources" / "janu.ttl")]
    one, other = (f"https://w3id.org/yogakg/source/{name}-00000000" for name in ("one", "other"))
    store = ox.Store()
    for iri in (one, other):
        text = (
            (ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b"")
            .decode()
            .replace("https://w3id.org/yogakg/source/janu-1a2b3c4d", iri)
        )
        store.extend(quads((quad.triple for quad in ox.parse(text, ox.RdfFormat.N_TRIPLES)), iri))
        store.extend(quads(triples[:3], iri + "/inferred"))
    store.extend(quads(triples[:3], PREFIXES["graph"] + "vocabulary"))

    sources = read_rdf(store.dump(format=ox.RdfFormat.TRIG) or b"", name="export.trig")

    assert sorted((source.iri, len(source.triples)) for source in sources) == [
        (one, len(triples)),
        (other, len(triples)),
    ]


def test_new_pose_without_a_description_is_told_what_it_needs(terms: ox.Store) -> None:
    [finding] = findings(read(HEAD + "pose:nobody yoga:stretches region:hamstrings ."), terms)

    assert "`Practice` as `yoga:describes`" in finding
    assert "describe the object as one" in finding


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("PREFIX e: <http://e/>\ne:a e:b e:c .\ne:a <oops .\n", "line 3, column 5"),
        ("e:a e:b e:c .", "line 1, column 1: The prefix e: has not been declared"),
    ],
)
def test_broken_turtle_says_where(text: str, where: str) -> None:
    with pytest.raises(DocumentError, match=where):
        read(text)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "the file is empty"),
        (b"\xef\xbb\xbf  \n", "the file is empty"),
        ("<urn:a> <urn:b> 'é' .".encode("latin-1"), "byte 17 \\(0xe9\\) is not UTF-8"),
        ("<urn:a> <urn:b> <urn:c> .".encode("utf-16"), "is not UTF-8"),
        (b"# nothing but a remark\n", "states nothing"),
        (b"<urn:a> <urn:b> <<( <urn:a> <urn:b> <urn:c> )>> .", "triple term"),
        (b"<https://w3id.org/yogakg/graph/poses> a <https://w3id.org/yogakg/ontology#Source> .", "the project's own"),
        (
            b"PREFIX yoga: <https://w3id.org/yogakg/ontology#> <urn:a> a yoga:Source . <urn:b> a yoga:Source .",
            "describes 2 sources \\(urn:a, urn:b\\)",
        ),
    ],
)
def test_file_that_cannot_be_a_source_says_why(data: bytes, problem: str) -> None:
    with pytest.raises(DocumentError, match=problem):
        read_rdf(data, name="a.ttl")


def test_suffix_that_is_not_of_rdf_is_refused() -> None:
    with pytest.raises(DocumentError, match=r"'\.docx' is not a suffix of RDF"):
        read_rdf(b"x", name="a.docx")


@pytest.mark.parametrize(
    "axiom",
    [
        "yoga:stretches rdfs:subPropertyOf yoga:relieves .",
        "yoga:Pose rdfs:subClassOf yoga:Prop .",
        "yoga:stretches a owl:SymmetricProperty .",
        "yoga:Pose owl:disjointWith yoga:Practice .",
        "yoga:level rdfs:range yoga:Prop .",
        "yoga:Mine a rdfs:Class .",
    ],
)
def test_source_may_not_change_what_follows_from_others(axiom: str) -> None:
    with pytest.raises(DocumentError, match=r"is an axiom about terms.*yogakg link FILE"):
        read(HEAD + axiom)


# Nothing outside is opened


@pytest.fixture
def listener() -> Iterator[tuple[str, list[str]]]:
    """Serve on this machine, and note every request."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"leaked")

        def log_message(self, *_: object) -> None:
            """Keep the output of the tests clean."""

    with http.server.HTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", asked
        server.shutdown()


def xml(doctype: str, value: str) -> str:
    return (
        f'<?xml version="1.0"?>\n{doctype}\n<rdf:RDF xmlns:rdf="{PREFIXES["rdf"]}" xmlns:e="http://e/">'
        f'<rdf:Description rdf:about="http://e/a"><e:p>{value}</e:p></rdf:Description></rdf:RDF>'
    )


def test_request_would_be_seen(listener: tuple[str, list[str]]) -> None:
    """The tests below rely on it."""
    address, asked = listener
    connection = http.client.HTTPConnection(address.removeprefix("http://").rstrip("/"))
    connection.request("GET", "/seen")

    assert connection.getresponse().read() == b"leaked"
    assert asked == ["/seen"]


@pytest.mark.parametrize(
    ("doctype", "value", "problem"),
    [
        ('<!DOCTYPE rdf:RDF [<!ENTITY x SYSTEM "HERE">]>', "&x;", "entity 'x'.*nothing outside is opened"),
        ("<!DOCTYPE rdf:RDF [<!ENTITY x SYSTEM 'HERE'>]>", "&x;", "entity 'x'.*nothing outside is opened"),
        ('<!DOCTYPE rdf:RDF [<!ENTITY x PUBLIC "p" "HERE">]>', "&x;", "entity 'x'.*nothing outside is opened"),
        ('<!DOCTYPE rdf:RDF [<!ENTITY % x SYSTEM "HERE"> %x;]>', "y", "entity '%'.*nothing outside is opened"),
        ('<!DOCTYPE rdf:RDF SYSTEM "HERE">', "y", "document type lies outside the file"),
        ('<!DOCTYPE rdf:RDF PUBLIC "p" "HERE" []>', "y", "document type lies outside the file"),
    ],
)
def test_outside_entities_are_not_opened(
    doctype: str, value: str, problem: str, listener: tuple[str, list[str]], tmp_path: Path
) -> None:
    address, asked = listener
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    for place in (address + "x", secret.as_uri(), str(secret)):
        with pytest.raises(DocumentError, match=problem) as caught:
            read(xml(doctype.replace("HERE", place), value), "a.rdf")
        assert "secret" not in str(caught.value).replace("secret.txt", "")
    assert asked == []


def test_entities_that_stand_for_namespaces_are_read() -> None:
    source = read(xml('<!DOCTYPE rdf:RDF [<!ENTITY x "http://x/">]>', "&x;y"), "a.rdf")

    assert values(source, "http://e/a", "http://e/p") == ["http://x/y"]


def test_billion_laughs_are_not_laughed() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 9))

    with pytest.raises(DocumentError, match="entity 'l1' is made of others"):
        read(xml(f'<!DOCTYPE rdf:RDF [<!ENTITY l0 "lol">{laughs}]>', "&l8;"), "a.rdf")
    with pytest.raises(DocumentError, match="its entities stand for 100 MB"):
        read(xml(f'<!DOCTYPE rdf:RDF [<!ENTITY x "{"y" * 100_000}">]>', "&x;" * 1000), "a.rdf")


@pytest.mark.parametrize(
    "context",
    [
        '"HERE"',
        '["HERE", {"e": "http://e/"}]',
        '{"@version": 1.1, "@import": "HERE"}',
        '{"p": {"@id": "http://e/p", "@context": "HERE"}}',
    ],
)
def test_outside_contexts_are_not_opened(context: str, listener: tuple[str, list[str]], tmp_path: Path) -> None:
    address, asked = listener
    secret = tmp_path / "context.jsonld"
    secret.write_text('{"@context": {"p": "http://leaked/"}}')
    for place in (address + "context", secret.as_uri()):
        text = f'{{"@context": {context.replace("HERE", place)}, "@id": "http://e/a", "p": {{"q": 1}}}}'
        with pytest.raises(DocumentError, match="@context lies outside the file, and nothing outside is opened"):
            read(text, "a.jsonld")
    assert asked == []


def test_imports_are_not_followed(listener: tuple[str, list[str]]) -> None:
    address, asked = listener

    with pytest.raises(DocumentError, match="is an axiom about terms"):
        read(f"{HEAD}<> owl:imports <{address}x> .")
    assert asked == []
