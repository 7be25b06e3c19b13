"""A picture for social media: one number and one line, as SVG and as PNG."""

from html import escape

from panoh.advocacy.errors import PictureNotDrawn
from panoh.analysis.drawing.svg import drawing, element
from panoh.emergency.paper.draw import FONTS, LATIN, PERSIAN, has_persian
from panoh.model.languages import LANGUAGES
from panoh.model.plain import plain

#: The size that most services show whole.
WIDTH, HEIGHT = 1200, 630
PAPER, INK, QUIET, SHELTER = "#faf8f4", "#1f2328", "#5b6470", "#0e5a63"
#: Letters to a line and lines to a picture; more belongs into the text beside it.
LETTERS, LINES = 34, 4
_PAGE = (
    b"#set page(width: 1200pt, height: 630pt, margin: 0pt)\n"
    b'#image(bytes(sys.inputs.svg), format: "svg", width: 1200pt)\n'
)


def picture_svg(number: str, label: str, line: str, foot: str, language: str) -> bytes:
    """The picture as SVG: a number with what it counts, one line, and at the foot a mark."""
    right = LANGUAGES[language].direction == "rtl"
    at, anchor = (WIDTH - 80, "end") if right else (80, "start")
    parts = [
        element("rect", width=WIDTH, height=HEIGHT, fill=PAPER),
        element("rect", x=WIDTH - 24 if right else 0, width=24, height=HEIGHT, fill=SHELTER),
        _words(number, at, 190, 150 if len(number) < 10 else 90, SHELTER, anchor),
        _words(label, at, 248, 34, QUIET, anchor),
    ]
    parts += [
        _words(each, at, 340 + 62 * place, 50, INK, anchor)
        for place, each in enumerate(lines(line))
    ]
    parts.append(_words(foot, at, HEIGHT - 44, 28, QUIET, anchor))
    return drawing(WIDTH, HEIGHT, f"{number} {line}".strip(), foot, parts).encode()


def picture_png(svg: bytes) -> bytes:
    """The same as PNG, drawn without fonts of this machine; raises PictureNotDrawn."""
    import typst

    try:
        made = typst.compile(
            _PAGE,
            format="png",
            ppi=72.0,
            sys_inputs={"svg": svg.decode()},
            font_paths=typst.Fonts(
                include_system_fonts=False, font_paths=[str(FONTS)] if has_persian() else []
            ),
        )
    except typst.TypstError:
        # Its message quotes the text, which belongs into no log.
        raise PictureNotDrawn from None
    if not isinstance(made, bytes):
        raise PictureNotDrawn
    return made


def lines(text: str) -> list[str]:
    """A line broken between words; what is too long ends with a mark that something is left out."""
    found: list[str] = []
    for word in plain(text).split():
        if found and len(found[-1]) + len(word) < LETTERS:
            found[-1] += f" {word}"
        else:
            found.append(word)
    return found if len(found) <= LINES else [*found[: LINES - 1], f"{found[LINES - 1]} …"]


def _words(words: str, x: int, y: int, size: int, fill: str, anchor: str) -> str:
    return element(
        "text",
        escape(plain(words)),
        x=x,
        y=y,
        fill=fill,
        font_size=size,
        font_family=f"{LATIN}, {PERSIAN}",
        text_anchor=anchor,
    )
