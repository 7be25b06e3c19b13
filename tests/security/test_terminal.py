"""A sender of a hostile list tries to steer the terminal of whoever reads it.

Escape sequences can write into the clipboard, hide lines or rename the window; bidirectional
overrides make one name read as another. None of them may reach the terminal, in any command.
"""

import pytest
from tests.security.setting import Scene, make_scene

#: Writing the clipboard, clearing the screen, an eight-bit command, turned letters, rubbing out.
TRICKS = ("\x1b]52:c:ZXZpbA==\x07", "\x1b[2J", "\x9b2J", "\u202e", "\u2066", "\x7f")
OBEYED = {letter for trick in TRICKS for letter in trick if not letter.isprintable()}


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    scene = make_scene(tmp_path_factory.mktemp("desk"))
    cell = "".join(TRICKS)
    rows = ["Ному насаб;Соли таваллуд;Чӣ шуд;Эзоҳ"]
    rows += [f"Фирдавс{cell} Назаров;1970;дастгир{cell} шуд;{cell}дар хона"]
    (scene.desk.folder / "hostile.csv").write_text("\n".join(rows), encoding="utf-8")
    return scene


def test_no_command_passes_them_on(scene: Scene) -> None:
    printed = ""
    for words in (
        ("import", "hostile.csv", "--source", "sender", "--preview"),
        ("import", "hostile.csv", "--source", "sender", "--yes"),
        ("people",),
        ("people", "--json"),
        ("show", "Назаров"),
        ("show", "Назаров", "--history"),
        ("show", "Назаров", "--json"),
        ("search", "Назаров"),
        ("timeline",),
    ):
        done = scene.desk.run(*words)
        assert OBEYED & {*done.stdout, *done.stderr} == set(), words
        printed += done.stdout
    # The control: they are in the list, and the words around them were printed again and again.
    assert set((scene.desk.folder / "hostile.csv").read_text(encoding="utf-8")) >= OBEYED
    assert printed.count("]52") > 2
