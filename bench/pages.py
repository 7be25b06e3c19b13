"""The pages of the interface over a full vault, through HTTP, as a browser asks for them.

`python bench/pages.py [--quick]`. One vault of a million unkind statements (about 100,000 people
and 300,000 links), served by a process of its own on loopback. *Cold* is the first request for a
kind of page after the process began, *warm* the others; what a browser does with a page is not
counted. The first page after unlocking counts from the form that unlocks.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from random import Random

import httpx

sys.path.insert(0, str(Path(__file__).parent))
from measuring import PASSPHRASE, figure, full_vault, latency, quickly, timed
from unkind import Words, hub

from panoh.casebook.index import CasebookIndex
from panoh.casebook.index.reading import root_of
from panoh.casebook.people import DISPUTED, SILENT, STILL_HELD, how_many_people, people
from panoh.casebook.timeline import how_many_moments
from panoh.vault import KdfCost, Vault

ROWS = 50
PAGE, SEARCH, FILE, FIRST = 100, 50, 100, 500


def main() -> None:
    """Measure and print one line per figure."""
    quick = quickly("the pages of the interface over a full vault")
    statements, times = (40_000, 40) if quick else (1_000_000, 200)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # What a passphrase costs is part of the first page after unlocking.
        full_vault(folder, statements, KdfCost()).close()
        asked = questions(folder, times)
        with served(folder) as (client, server):
            figures = [first_page(client), *measured(client, server, asked)]
    print("\n".join(figures))


def questions(folder: Path, times: int) -> dict[str, list[str]]:
    """The addresses to ask for, by kind of page; words to search for under `search`."""
    random, few = Random(7), times // 4  # noqa: S311 - the same questions every time
    with Vault.unlock(folder / "vault", folder / "device", PASSPHRASE, CasebookIndex()) as vault:
        db = vault.db
        long, longer, busy = how_many_people(db), how_many_moments(db), root_of(db, hub())
        listed = people(db, times, random.randrange(max(1, long - times)))
    words = Words(Random(1), "Cyrl")  # noqa: S311
    names = [row.title.split()[0] for row in listed if row.title]
    return {
        "today": ["/today"] * few,
        "people": [f"/people?after={random.randrange(long)}" for _ in range(times)],
        **{
            f"people-{among}": [f"/people?among={among}&after={random.randrange(long // 4)}"] * few
            for among in (STILL_HELD, SILENT, DISPUTED)
        },
        "person": [f"/people/{row.root}" for row in listed],
        "person-1000-links": [f"/people/{busy}"] * few,
        "events": [f"/events?after={1 + random.randrange(longer)}" for _ in range(times)],
        "events-acts": [f"/events?kind=act&after={random.randrange(longer // 4)}"] * few,
        "events-year": ["/events?year=2020"] * few,
        "events-drawn": ["/events"] * few,
        "vault": ["/vault"] * few,
        "search": [*names, *(words.text(random, 1) for _ in range(times))],
    }


@contextmanager
def served(folder: Path) -> Iterator[tuple[httpx.Client, int]]:
    """The interface in a process of its own: a client that was let in, and the process."""
    command = [sys.executable, "-m", "panoh", "open", "--no-browser"]
    places = ["--vault", str(folder / "vault"), "--device", str(folder / "device")]
    with subprocess.Popen([*command, *places], stdout=subprocess.DEVNULL) as process:
        try:
            host, port, path = link(folder / "device" / "open.html")
            headers = {"host": f"{host}:{port}"}
            with httpx.Client(
                base_url=f"http://127.0.0.1:{port}", headers=headers, timeout=600, trust_env=False
            ) as client:
                client.headers["cookie"] = enter(client, path).split(";")[0]
                client.headers["sec-fetch-site"] = "same-origin"
                yield client, process.pid
        finally:
            process.terminate()


def link(file: Path) -> tuple[str, int, str]:
    """Host, port and path of the one-time link, once it is there."""
    for _ in range(400):
        found = (
            re.search(r'href="http://(\S+?):(\d+)(/\S+?)"', file.read_text())
            if file.exists()
            else None
        )
        if found:
            return found[1], int(found[2]), found[3]
        time.sleep(0.05)
    raise TimeoutError


def enter(client: httpx.Client, path: str) -> str:
    """The cookie of whoever comes by the link, as soon as somebody answers."""
    for _ in range(200):
        try:
            return client.get(path).headers["set-cookie"]
        except httpx.ConnectError:
            time.sleep(0.05)
    raise TimeoutError


def first_page(client: httpx.Client) -> str:
    """From the form that unlocks to the first page, without what the passphrase costs by design."""
    before = time.perf_counter()
    answer = client.post("/unlock", data={"passphrase": PASSPHRASE})
    while answer.headers.get("location") == "/wait" or answer.url.path == "/wait":
        time.sleep(0.02)
        answer = client.get("/wait")
    unlocked = time.perf_counter()
    client.get("/people")
    taken = time.perf_counter() - unlocked
    print(f"unlocking took {1000 * (unlocked - before):.0f} ms")
    return figure("first-page", f"{1000 * taken:.0f}ms", f"{FIRST}ms", ok=1000 * taken <= FIRST)


def measured(client: httpx.Client, server: int, asked: dict[str, list[str]]) -> Iterator[str]:
    """Each kind of page: the first request alone, then the others."""
    for kind, addresses in asked.items():
        works = [partial(ask, client, kind, address) for address in addresses]
        cold, _ = timed(works[:1])[0]
        print(f"{kind}: cold {1000 * cold:.0f} ms")
        before = cpu_of(server)
        taken = timed(works[1:])
        used = (cpu_of(server) - before) / len(taken)
        print(f"{kind}: the server's CPU {1000 * used:.1f} ms each", end="; ")
        bar = SEARCH if kind == "search" else FILE if kind.startswith("person") else PAGE
        yield latency(f"page-{kind}", taken, bar)


def cpu_of(process: int) -> float:
    """The CPU seconds that a process has used: without what it waited for on a busy machine."""
    stat = Path(f"/proc/{process}/stat")
    if not stat.exists():
        return 0.0
    user, system = stat.read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def ask(client: httpx.Client, kind: str, address: str) -> None:
    """One request; whatever is not a page ends the run."""
    if kind == "search":
        answer = client.post("/search", data={"words": address}, headers={"hx-request": "true"})
    else:
        answer = client.get(address)
    if answer.status_code != httpx.codes.OK:
        raise RuntimeError(kind, answer.status_code)


if __name__ == "__main__":
    main()
