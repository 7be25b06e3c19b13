"""Who is linked with a person: all who are linked, the links among them, and nobody else."""

from tests.casebook.building import act, person, source

from panoh.casebook.graph import graph
from panoh.casebook.judge import judge, retract
from panoh.casebook.record import Case, Context, save, tell
from panoh.model.kinds import Link


def link(case: Case, start: str, end: str, relation: str, source: str = "") -> str:
    said = tell(case, Link(start=start, end=end, relation=relation), "", Context(source))
    save(case, [said])
    return said.about


def test_the_family_of_an_exile_is_drawn_with_the_links_among_them(case: Case) -> None:
    niso = source(case, "Niso")
    farrukh, zarina, rustam, stranger = (
        person(case, name, niso) for name in ("Фаррух", "Зарина", "Рустам", "Наим")
    )
    sister = link(case, zarina, farrukh, "sister", niso)
    brother = link(case, farrukh, rustam, "brother", niso)
    among = link(case, zarina, rustam, "spouse", niso)
    link(case, stranger, rustam, "neighbour", niso)
    act(case, zarina, "detention", "2023-10-01", niso)
    found = graph(case.vault.db, farrukh)
    assert found.nodes[0].title == "Фаррух"
    assert {node.title: node.acts for node in found.nodes} == {
        "Фаррух": 0,
        "Зарина": 1,
        "Рустам": 0,
    }
    assert {(edge.root, edge.start, edge.end, edge.relations) for edge in found.edges} == {
        (sister, zarina, farrukh, ("sister",)),
        (brother, farrukh, rustam, ("brother",)),
        (among, zarina, rustam, ("spouse",)),
    }


def test_two_who_are_one_are_one_point_and_a_retracted_link_is_gone(case: Case) -> None:
    farrukh, zarina, again = (person(case, name) for name in ("Фаррух", "Зарина", "Зарина С."))
    first, second = link(case, zarina, farrukh, "sister"), link(case, farrukh, again, "sister")
    assert len(graph(case.vault.db, farrukh).nodes) == 3
    judge(case, zarina, again, "same", "one passport")
    found = graph(case.vault.db, farrukh)
    assert len(found.nodes) == 2
    assert {edge.root for edge in found.edges} == {first, second}
    (told,) = (leaf.id for leaf in case.vault.all_leaves() if second.encode() in (leaf.body or b""))
    retract(case, second, told, "it was her cousin")
    assert {edge.root for edge in graph(case.vault.db, farrukh).edges} == {first}


def test_those_told_of_most_are_drawn_and_how_many_are_left_out_is_said(case: Case) -> None:
    farrukh, *others = (person(case, f"Саид {number}") for number in range(5))
    for other in others:
        link(case, farrukh, other, "colleague")
    link(case, others[2], farrukh, "brother")
    found = graph(case.vault.db, farrukh, most=2)
    assert found.left_out == 2
    assert [node.root for node in found.nodes[:2]] == [farrukh, others[2]]
    assert graph(case.vault.db, "f" * 32).nodes == ()
