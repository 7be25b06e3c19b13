"""Every parser of bytes from outside, each with honest seeds; signed and sealed where it must be.

A parser is given bytes. It may return or raise a PanohError; anything else is a fault.
"""

import base64
import io
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from nacl.signing import SigningKey
from tests.vault.support import CHEAP, PASSPHRASE

from panoh.age import HybridIdentity, ScryptRecipient, X25519Identity, decrypt, encrypt
from panoh.age.armor import armor, dearmor
from panoh.age.format import parse_header
from panoh.casebook.consent import reading
from panoh.casebook.index import CasebookIndex
from panoh.casebook.people import people
from panoh.casebook.record import Case, tell
from panoh.intake.spreadsheet.errors import ListRefused
from panoh.intake.spreadsheet.layout import guess
from panoh.intake.spreadsheet.reading import child, frames
from panoh.intake.spreadsheet.reading.table import Sheet, SheetRow
from panoh.model.dates import PartialDate, bounds, format_date, parse_date
from panoh.model.errors import PanohError
from panoh.model.kinds import Act, Judgement, Person, Retraction
from panoh.model.names import Name
from panoh.model.names.finder import NameFinder
from panoh.model.names.parse import parse as parse_name
from panoh.model.places import find_place
from panoh.model.statement import decode, encode
from panoh.shares import Share, split
from panoh.vault import StoredFile, Vault, device, keyring, marks
from panoh.vault.container import seal, unseal
from panoh.vault.control import parse as parse_control
from panoh.vault.drafts import Drafts
from panoh.vault.folder import VaultFolder
from panoh.vault.proof import check_proof
from panoh.vault.segment import CONTROL, STATEMENT, Place, cut, read_pack
from panoh.vault.units import Unit, read_table, table_text

PanohErrors = (PanohError, ListRefused)
KEY, HYBRID, SIGNING = X25519Identity.generate(), HybridIdentity.generate(), SigningKey.generate()
LIST = "Ному насаб;Соли таваллуд;Чӣ шуд\nЗарина Саломова;1969;30.09.2023 дастгир шуд\n"


@dataclass(frozen=True)
class Parser:
    """What is called, and the honest bytes that mutations begin with."""

    call: Callable[[bytes], object]
    seeds: Sequence[bytes]


def _text(call: Callable[[str], object]) -> Callable[[bytes], object]:
    return lambda data: call(data.decode("utf-8", "replace"))


def age_header() -> Parser:
    seeds = [encrypt(b"text", [one]) for one in (KEY.recipient(), HYBRID.recipient())]
    return Parser(parse_header, [*seeds, encrypt(b"", [KEY.recipient()] * 3)])


def age_file() -> Parser:
    return Parser(lambda data: decrypt(data, [KEY, HYBRID]), age_header().seeds)


def age_passphrase() -> Parser:
    # Nobody's passphrase may ask for more work than is allowed: opened, the bound is in the header.
    return Parser(parse_header, [encrypt(b"text", [ScryptRecipient("words", work_factor=2)])])


def age_armor() -> Parser:
    return Parser(dearmor, [armor(age_header().seeds[0]), armor(b"")])


def age_keys() -> Parser:
    def call(text: str) -> None:
        for kind in (X25519Identity, HybridIdentity, type(KEY.recipient())):
            try:
                kind.parse(text)
            except PanohErrors:
                continue

    return Parser(
        _text(call), [str(KEY).encode(), str(HYBRID).encode(), str(KEY.recipient()).encode()]
    )


def container() -> Parser:
    honest = decrypt(seal(b"words " * 900, KEY.recipient()), [KEY])
    return Parser(lambda data: unseal(encrypt(data, [KEY.recipient()]), [KEY], name="x"), [honest])


def pack() -> Parser:
    """The header is signed after it was mutated: what a member can do."""
    place = Place(vault="", seq=0, prev="", epoch=0, seen={"a" * 64: (3, "b" * 64)}, at="2026")
    raw = cut(
        SIGNING, place, [(CONTROL, b'{"op":"x"}'), (STATEMENT, b"{}"), (STATEMENT, b"[]")]
    ).raw

    def call(data: bytes) -> None:
        first, _, rest = data.partition(b"\n")
        sig = base64.b64encode(SIGNING.sign(b"panoh-segment-v0\0" + first).signature)
        second = b'[{"alg":"ed25519","sig":"' + sig + b'"}]\n'
        list(read_pack(first + b"\n" + second + rest, name="x", vault=""))
        list(read_pack(data, name="x", vault=""))

    first, _, rest = raw.split(b"\n", 2)
    return Parser(call, [raw, first + b"\n" + rest])


def control() -> Parser:
    seeds = [
        b'{"op":"genesis","format":0,"created":"","sign":"a","device":"b","recovery":"c","recovery_sign":""}',
        b'{"op":"add_device","sign":"ab","device":"age1","by":"recovery","proof":"AAAA"}',
        b'{"op":"erase","leaves":["ab"],"units":["cd"],"basis":"x","epoch":1}',
    ]
    return Parser(parse_control, seeds)


def keyrings() -> Parser:
    ring = keyring.new_keyring("ab" * 32, 0, SIGNING.verify_key.encode().hex())

    def call(data: bytes) -> None:
        signature = base64.b64encode(SIGNING.sign(b"panoh-keyring-v0\0" + data).signature)
        for whole in (data, data + b"# signature " + signature + b"\n"):
            sealed = encrypt(whole, [HYBRID.recipient()])
            keyring.open_keyring(sealed, HYBRID, name="x")

    return Parser(call, [keyring._text(ring)])


def units() -> Parser:
    unit = Unit(id="a" * 32, sha256="b" * 64, size=9, parts=(("c" * 64 + ".age", 9),), key=KEY)
    folder = VaultFolder(Path("/nonexistent"))

    def call(data: bytes) -> None:
        for one in read_table(data, name="x"):
            stored = StoredFile(sha256=one.sha256, size=one.size, unit=one.id, parts=one.parts)
            for name, _ in stored.parts:
                folder.part(name)

    return Parser(call, [table_text([unit, unit])])


def keys_file() -> Parser:
    sealed = device.seal_keys(device.new_keys("ab" * 32), PASSPHRASE, CHEAP)
    path = Path(tempfile.mkdtemp()) / "keys"

    def call(data: bytes) -> None:
        path.write_bytes(data)
        kdf = device._read(path).kdf
        if kdf.memory_kib <= 1024 and kdf.passes <= 4:
            device.open_keys(path, PASSPHRASE)

    return Parser(call, [sealed])


def marks_file() -> Parser:
    path = Path(tempfile.mkdtemp()) / "marks"
    marks.write_marks(path, bytes(32), {"a" * 64: (3, "b" * 64)})
    honest = path.read_bytes()

    def call(data: bytes) -> None:
        path.write_bytes(data)
        marks.read_marks(path, bytes(32))

    return Parser(call, [honest])


def draft() -> Parser:
    """The bytes stand on the disk; mutated words are sealed as well, as an older version might."""
    drafts = Drafts(Path(tempfile.mkdtemp()) / "drafts", bytes(32))
    ident = drafts.keep(b"words")
    path = drafts.folder / ident

    def call(data: bytes) -> None:
        path.write_bytes(data)
        with suppress(*PanohErrors):
            drafts.read(ident)
        assert [each.id for each in drafts.all()] == [ident]
        path.unlink()
        new = drafts.keep(data)
        assert drafts.read(new) == data
        drafts.drop(new)

    return Parser(call, [path.read_bytes(), b"words"])


def proof() -> Parser:
    shown = b'{"header":"{}","signatures":"[]","leaf":"s AAAA {}","position":0,"path":["ab"]}'
    whole = b'{"v":0,"t":"proof","vault":"' + b"ab" * 32 + b'","statement":' + shown
    return Parser(check_proof, [whole + b',"writers":[' + shown + b"]}"])


def statements() -> list[bytes]:
    case = Case(_vault()[0])
    person = tell(case, Person(names=(Name.of("Зарина Саломова"),), born=PartialDate("1969")))
    act = tell(case, Act(victim=person.about, type="detention", when=PartialDate("2023-09-30")))
    judged = Judgement(a=person.about, b=act.about, verdict="same", why="x")
    hidden = Retraction(statement="ab" * 32, why="x")
    told = [person, act, tell(case, judged), tell(case, hidden, person.about)]
    return [encode(one) for one in told]


def statement() -> Parser:
    return Parser(decode, statements())


def _vault() -> tuple[Vault, Path]:
    folder = Path(tempfile.mkdtemp())
    made = Vault.create(folder / "v", folder / "d", PASSPHRASE, CasebookIndex(), cost=CHEAP)
    return made.vault, folder


def projection() -> Parser:
    """What a member may save, whatever it is, must leave the vault open for everybody else."""
    vault, folder = _vault()
    saved = 0

    def call(data: bytes) -> None:
        nonlocal saved
        body = data.replace(b"\n", b" ") or b"{}"
        vault.save([body])
        people(vault.db)
        saved += 1
        if saved % 100 == 0:
            Vault.rebuild(folder / "v", folder / "d", PASSPHRASE, CasebookIndex()).close()
            vault.close()
            raise Finished

    return Parser(call, statements())


class Finished(Exception):
    """A parser that holds things open wants to be made anew."""


def dates() -> Parser:
    def call(text: str) -> None:
        date = parse_date(text)
        bounds(date)
        format_date(date, "ru")

    seeds = ["30.09.2023", "1402/07/08", "сентябрь 2023", "2023-09/2023-10", "~1970", "03.04.05"]
    return Parser(_text(call), [seed.encode() for seed in seeds])


def names() -> Parser:
    finder = NameFinder({"z": ["Зарина Саломова", "Zarina S."], "j": ["Ҷамшед Каримович"]})

    def call(text: str) -> None:
        text = text[:5000]
        Name.of(text[:250])
        parse_name(text)
        finder.find(text)
        find_place(text)

    return Parser(_text(call), ["Саломова З. Ҷ.".encode(), "زرینه سلام".encode(), b"Zarina a-a'a"])


def shares() -> Parser:
    return Parser(_text(Share.parse), [text.encode() for text in split(bytes(32))])


def workbook() -> bytes:
    from openpyxl import Workbook

    book, out = Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    for row in LIST.splitlines():
        sheet.append(row.split(";"))
    book.save(out)
    return out.getvalue()


def repacked(data: bytes, call: Callable[[bytes], bytes], only: str) -> bytes:
    out = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = source.read(name)
            target.writestr(name, call(part) if name == only else part)
    return out.getvalue()


def _read_list(data: bytes) -> None:
    out = io.BytesIO()
    child.main(io.BytesIO(data), out, "", "")
    out.seek(0)
    rows: list[SheetRow] = []
    while isinstance(frame := frames.read_frame(out), frames.Frame) and len(rows) < 2000:
        if isinstance(frame, frames.Rows):
            rows += frame.rows
    if rows:
        guess(Sheet("", rows, False))


def csv_list() -> Parser:
    seeds = [LIST.encode(), LIST.encode("utf-16"), 'Имя,Что\n"а\nб",в\n'.encode("cp1251")]
    return Parser(_read_list, seeds)


def xlsx_list() -> Parser:
    """The mutated bytes stand for the archive, and for each part in a sound archive."""
    whole = workbook()
    with ZipFile(io.BytesIO(whole)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}

    def call(data: bytes) -> None:
        if data.startswith(b"PK"):
            _read_list(data)
            return
        for name, honest in parts.items():
            if honest[:40] == data[:40]:
                _read_list(repacked(whole, lambda _: data, name))

    return Parser(call, [whole, *parts.values()])


def frames_said() -> Parser:
    out = io.BytesIO()
    for frame in (frames.Head("text/csv"), frames.SheetHead(""), frames.Rows([]), frames.End()):
        frames.write_frame(out, frame)

    def call(data: bytes) -> None:
        source = io.BytesIO(data)
        while frames.read_frame(source) is not None:
            continue

    return Parser(call, [out.getvalue()])


def gate() -> Parser:
    svg = '<svg xmlns="http://www.w3.org/2000/svg"><text>Зарина</text></svg>'.encode()
    pdf = _pdf()
    html = '<p title="З">Зар&#1080;на <!-- б --></p>'.encode()
    seeds = [workbook(), svg, pdf, html, b'{"name": "\\u0417\\u0430"}', LIST.encode()]
    return Parser(lambda data: reading.read("file", data), seeds)


def _pdf() -> bytes:
    from pypdf import PdfWriter

    out, writer = io.BytesIO(), PdfWriter()
    writer.add_blank_page(200, 200)
    writer.add_metadata({"/Title": "Зарина"})
    writer.add_attachment("a.txt", LIST.encode())
    writer.write(out)
    return out.getvalue()


PARSERS: dict[str, Callable[[], Parser]] = {
    make.__name__: make
    for make in (
        age_header, age_file, age_passphrase, age_armor, age_keys, container, pack, control,
        keyrings, units, keys_file, marks_file, draft, proof, statement, projection, dates, names,
        shares, csv_list, xlsx_list, frames_said, gate,
    )
}  # fmt: skip
