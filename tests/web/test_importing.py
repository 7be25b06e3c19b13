"""A list comes in through the pages: chosen, its columns confirmed, and what became of it told."""

import re
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from tests.casebook.building import PASSPHRASE, open_case
from tests.web.running import Running, running

from panoh.casebook.index.reading import statements_of
from panoh.casebook.people import people
from panoh.intake.spreadsheet.reading.limits import MAX_BYTES
from panoh.web.importing.choosing import MOST
from panoh.web.importing.held import LIST

LIST_OF_BAHOR = """№;Ном;Санаи дастгирӣ;Чӣ шуд;Ҷой
1;Ҷамшед Саидов;30.09.2023;дастгир шуд;Хуҷанд
2;Зарина Раҳимова;1 октябри 2023;пурсиш шуд;Восеъ
3;;02.10.2023;дастгир шуд;Восеъ
4;Фирдавс Назаров;дирӯз;дастгир шуд;Ҳисор
""".encode()
SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'{{7*7}}"


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Running]:
    open_case(tmp_path).vault.close()
    with running(tmp_path) as found:
        yield found


@pytest.fixture
def owner(site: Running) -> httpx.Client:
    return site.unlocked()


def shown(answer: httpx.Response, status: int = 200) -> str:
    """The page as a reader sees it."""
    assert answer.status_code == status, answer.text
    inner = re.sub(r"<svg.*?</svg>|<[^>]+>", " ", answer.text, flags=re.DOTALL)
    return re.sub(r"\s+", " ", inner)


def after_work(owner: httpx.Client, answer: httpx.Response) -> str:
    """Where the work that was begun leads to, waited for as the page does."""
    assert (answer.status_code, answer.headers["location"]) == (303, "/wait"), answer.text
    for _ in range(100):
        told = owner.get("/wait")
        if told.status_code != 200:
            assert told.status_code == 303, shown(told, told.status_code)
            return told.headers["location"]
        time.sleep(0.05)
    raise AssertionError("the work does not end")


def bring(owner: httpx.Client, data: bytes, name: str = "bahor.csv", source: str = "Bahor") -> str:
    """Send a list as a browser without scripts does; returns the page it leads to."""
    sent = owner.post("/import", data={"source": source}, files={"file": (name, data)})
    return after_work(owner, sent)


def take_in(owner: httpx.Client, data: bytes, **how: str) -> str:
    """A list brought and confirmed as it was proposed; the words of its report."""
    assert bring(owner, data, **how) == "/import/columns"
    owner.get("/import/columns")
    confirmed = owner.post("/import/columns", data={"do": "take", "header": "1"})
    assert after_work(owner, confirmed) == "/import/report"
    return shown(owner.get("/import/report"))


def named(site: Running) -> list[str]:
    with site.desk.held() as case:
        return [row.title for row in people(case.vault.db)]


def test_nothing_is_taken_in_before_the_columns_are_confirmed(
    site: Running, owner: httpx.Client
) -> None:
    assert bring(owner, LIST_OF_BAHOR) == "/import/columns"
    told = shown(owner.get("/import/columns"))
    assert "Ҷамшед Саидов" in told
    assert "Whole name" in told
    assert "Row 4" in told  # nobody is named there, and the page says so beforehand
    assert named(site) == []
    confirmed = owner.post("/import/columns", data={"do": "take", "header": "1"})
    assert after_work(owner, confirmed) == "/import/report"
    report = shown(owner.get("/import/report"))
    assert "4 rows: 4 new, 0 changed, 0 as before." in report
    assert "Rows kept unread: 1" in report
    assert sorted(named(site)) == ["Зарина Раҳимова", "Фирдавс Назаров", "Ҷамшед Саидов"]


def test_the_script_sends_the_file_raw(owner: httpx.Client) -> None:
    headers = {
        "content-type": "application/octet-stream",
        "x-file-name": "%D0%B1.csv",
        "x-form": "source=Bahor&connection=relative",
    }
    answer = owner.post("/import", content=LIST_OF_BAHOR, headers=headers)
    assert (answer.status_code, answer.headers["x-next"]) == (204, "/wait")
    while owner.get("/wait").status_code == 200:
        time.sleep(0.05)
    assert "б.csv" in shown(owner.get("/import/columns"))


def test_a_column_is_given_another_meaning(site: Running, owner: httpx.Client) -> None:
    bring(owner, LIST_OF_BAHOR)
    owner.get("/import/columns")
    wrong = {"do": "take", "header": "1", "column-2": "note"}
    refused = owner.post("/import/columns", data=wrong)
    assert "No column was recognised that holds the names of people." in shown(refused, 422)
    assert named(site) == []
    right = {"do": "take", "header": "1", "column-2": "name", "column-5": "residence"}
    after_work(owner, owner.post("/import/columns", data=right))
    assert len(named(site)) == 3


def test_one_meaning_for_two_columns_is_not_taken(site: Running, owner: httpx.Client) -> None:
    bring(owner, LIST_OF_BAHOR)
    owner.get("/import/columns")
    twice = {"do": "take", "header": "1", "column-4": "when", "column-3": "when"}
    answer = owner.post("/import/columns", data=twice | {"column-5": "born", "column-1": "born"})
    assert "Two columns have the same meaning" in shown(answer, 422)
    assert named(site) == []


def test_the_same_file_adds_nothing_and_says_so(site: Running, owner: httpx.Client) -> None:
    take_in(owner, LIST_OF_BAHOR)
    again = take_in(owner, LIST_OF_BAHOR)
    assert "This very file was taken in before; nothing was added." in again
    assert len(named(site)) == 3


def test_a_corrected_list_says_what_changed_and_what_is_gone(owner: httpx.Client) -> None:
    take_in(owner, LIST_OF_BAHOR)
    rows = LIST_OF_BAHOR.decode().replace("30.09.2023", "01.10.2023").splitlines()[:-1]
    bring(owner, "\n".join(rows).encode())
    assert "You confirmed these columns for this source before." in shown(
        owner.get("/import/columns")
    )
    after_work(owner, owner.post("/import/columns", data={"do": "take", "header": "1"}))
    report = shown(owner.get("/import/report"))
    assert "3 rows: 0 new, 1 changed, 2 as before." in report
    assert "Rows of the earlier list that are no longer there: 1" in report


def test_what_is_no_list_is_refused_with_its_reason(site: Running, owner: httpx.Client) -> None:
    for data, why in (
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "neither CSV nor XLSX"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "old Excel workbook"),
        (b"\n\n", "holds no rows"),
    ):
        assert bring(owner, data) == "/import"
        told = owner.get("/import")
        assert why in shown(told, 422)
        assert 'value="Bahor"' in told.text  # nobody has to say it again
    assert named(site) == []


def test_a_form_that_lacks_something_says_what(owner: httpx.Client) -> None:
    nothing = owner.post("/import", data={"source": "Bahor"}, files={"file": ("a.csv", b"")})
    assert "Choose a file that is not empty." in shown(nothing, 422)
    nobody = owner.post("/import", data={"source": " "}, files={"file": ("a.csv", LIST_OF_BAHOR)})
    assert "Give a code name." in shown(nobody, 422)


@pytest.mark.parametrize(("size", "status"), [(MOST + 1, 413), (MOST, 200)])
def test_a_file_beyond_the_limit_is_refused_before_it_is_read(
    site: Running, owner: httpx.Client, size: int, status: int
) -> None:
    """Only the length is told here: what is too long is answered before a byte of it came."""
    lines = [
        "POST /import HTTP/1.1",
        f"host: {site.key.host}:{site.port}",
        f"cookie: {owner.headers['cookie']}",
        "sec-fetch-site: same-origin",
        "x-file-name: a.csv",
        f"content-length: {size}",
    ]
    with socket.create_connection(("127.0.0.1", site.port), timeout=1) as raw:
        raw.sendall("\r\n".join([*lines, "", ""]).encode())
        if status == 200:
            with pytest.raises(TimeoutError):  # it waits for the file
                raw.recv(65536)
        else:
            assert raw.recv(65536).startswith(b"HTTP/1.1 413")


def test_a_list_beyond_the_limit_of_lists_is_refused(owner: httpx.Client) -> None:
    assert bring(owner, b"a;b\n" * (MAX_BYTES // 4 + 1)) == "/import"
    assert "larger than 50 MB" in shown(owner.get("/import"), 422)


def test_hostile_names_and_cells_are_shown_as_words(owner: httpx.Client) -> None:
    rows = ["Ном;Чӣ шуд;Эзоҳ", f"{SCRIPT.replace(';', '')};дастгир шуд;=HYPERLINK({SCRIPT})"]
    rows += ["Ҷамшед Саидов;дастгир шуд;" + "\u202e" + "x", ";дастгир шуд;" + SCRIPT]
    assert bring(owner, "\n".join(rows).encode(), SCRIPT + ".csv", SCRIPT) == "/import/columns"
    pages = [owner.get("/import/columns")]
    after_work(owner, owner.post("/import/columns", data={"do": "take", "header": "1"}))
    pages += [owner.get("/import/report"), owner.get("/import")]
    for page in pages:
        assert page.status_code == 200
        assert "<script>alert" not in page.text
        assert "<img" not in page.text
    assert "&lt;script&gt;alert(1)" in pages[0].text  # it is there, as words


def test_a_list_that_waits_is_put_away_or_forgotten_by_locking(
    site: Running, owner: httpx.Client
) -> None:
    bring(owner, LIST_OF_BAHOR)
    assert LIST in site.desk.tray
    owner.post("/import/columns", data={"do": "drop"})
    assert LIST not in site.desk.tray
    bring(owner, LIST_OF_BAHOR)
    assert LIST in site.desk.tray
    owner.post("/lock")
    assert site.desk.tray == {}
    assert owner.get("/import/columns").headers["location"] == "/unlock"
    site.desk.unlock(PASSPHRASE)
    assert owner.get("/import/columns").headers["location"] == "/import"


def test_locking_in_the_middle_loses_nothing_that_was_said_to_be_saved(
    site: Running, owner: httpx.Client
) -> None:
    many = "Ном;Санаи дастгирӣ;Чӣ шуд\n" + "".join(
        f"Одами{number} Сохта{number};30.09.2023;дастгир шуд\n" for number in range(3000)
    )
    bring(owner, many.encode())
    owner.get("/import/columns")
    owner.post("/import/columns", data={"do": "take", "header": "1"})
    owner.post("/lock")
    assert not site.desk.open
    site.desk.unlock(PASSPHRASE)
    before = len(named(site))
    assert before < 3000  # it was locked in the middle
    take_in(owner, many.encode())
    assert len(named(site)) == 3000


def test_no_plain_copy_of_the_list_is_left_anywhere(
    site: Running, owner: httpx.Client, tmp_path: Path
) -> None:
    take_in(owner, LIST_OF_BAHOR)
    owner.post("/lock")
    words = "Ҷамшед".encode()
    found = [path for path in tmp_path.rglob("*") if path.is_file() and words in path.read_bytes()]
    assert found == []
    (tmp_path / "control").write_bytes(LIST_OF_BAHOR)
    assert words in (tmp_path / "control").read_bytes()


def test_rows_not_read_wait_on_today_until_they_are_mended_or_put_aside(
    site: Running, owner: httpx.Client
) -> None:
    assert "Every row of your lists was read" in shown(owner.get("/import/unread"))
    take_in(owner, LIST_OF_BAHOR)
    today = owner.get("/today")
    assert "could not be read: 1" in shown(today)
    assert 'href="/import/unread"' in today.text
    waiting = owner.get("/import/unread")
    assert "Row 4" in shown(waiting)
    assert "02.10.2023" in shown(waiting)
    (row,) = re.findall(r'name="row" value="([0-9a-f]{32})"', waiting.text)
    mended = LIST_OF_BAHOR.replace(b"3;;", "3;Рустам Қодиров;".encode())
    take_in(owner, mended)
    assert "Every row of your lists was read" in shown(owner.get("/import/unread"))
    assert "could not be read" not in shown(owner.get("/today"))
    owner.post("/import/unread", data={"row": row})
    assert "Рустам Қодиров" in named(site), "what was read is not put aside"


def test_a_row_put_aside_leaves_the_list_and_stays_in_the_vault(
    site: Running, owner: httpx.Client
) -> None:
    take_in(owner, LIST_OF_BAHOR)
    page = owner.get("/import/unread").text
    (row,) = re.findall(r'name="row" value="([0-9a-f]{32})"', page)
    assert owner.post("/import/unread", data={"row": row}).status_code == 303
    assert "Every row of your lists was read" in shown(owner.get("/import/unread"))
    with site.desk.held() as case:
        kinds = [each.statement.kind for each in statements_of(case.vault.db, [row])]
    assert kinds == ["row", "retraction"]
    for other in ("nonsense", "0" * 32):
        assert owner.post("/import/unread", data={"row": other}).status_code == 303
