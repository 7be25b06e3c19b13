"""Answers over HTTP: signed check-ins at a steady rate, and what tells a PIN under duress apart.

The relay runs in a process of its own, on a real disk, and watches everybody the whole time.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx

sys.path.insert(0, str(Path(__file__).parent))
from measuring import figure, quickly

from panoh.checkin import Address, Contact, Device, Plan, Rung
from panoh.checkin.pin import make_page
from panoh.checkin.schedule import Every
from panoh.checkin.signed import ArmOrder, CheckInOrder, public_key, sign
from panoh.relay.orders import invite, take_signed
from panoh.relay.people import ALL, read
from panoh.relay.store import Store, create, open_store, paths, rows

PORT = 8479
ADDRESS = f"http://127.0.0.1:{PORT}"
RATE, BAR_MS, BAR_APART_MS = 50, 100.0, 5.0
PIN, UNDER_DURESS = "271828", "314159"
MARK = b"m" * 32


def main() -> None:
    """Measure and print one line per figure."""
    quick = quickly("answers over HTTP")
    people, pins = (200, 100) if quick else (1500, 1000)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        seeds = [number.to_bytes(32, "big") for number in range(people)]
        store = made(folder, seeds)
        relay = subprocess.Popen(
            [sys.executable, "-m", "panoh", "relay", "serve", str(folder / "relay.toml")],
            stdout=subprocess.DEVNULL,
        )
        try:
            wait()
            signed(seeds, store.meta().relay)
            duress([read(row).door for row in rows(store.db, ALL)][:pins])
        finally:
            relay.terminate()
            relay.wait(20)
            store.close()


def made(folder: Path, seeds: list[bytes]) -> Store:
    """A relay that watches so many people."""
    (folder / "relay.toml").write_text(
        f'address = "{ADDRESS}"\nlisten = "127.0.0.1:{PORT}"\n'
        '[owner]\naddresses = [{ channel = "hand", to = "me" }]\n'
        f'[channels.hand]\nkind = "handover"\nfolder = "{folder}"\n'
    )
    (folder / "relay.toml").chmod(0o600)
    files, page = paths(folder / "relay"), make_page(PIN, UNDER_DURESS)
    create(files)
    store = open_store(files)
    somebody = Contact(id="c1", addresses=(Address(channel="hand", to="c1"),))
    for seed in seeds:
        plan = Plan(
            schedule=Every(hours=1),
            owner=Contact(id="me", addresses=somebody.addresses),
            contacts=(somebody,),
            ladder=(Rung(contacts=("c1",)),),
            page=page,
            devices=(Device(key=public_key(seed), mark=MARK.hex()),),
        )
        take_signed(store, text(ArmOrder(plan=plan), seed, store.meta().relay, 1), invite(store))
    return store


def text(do: ArmOrder | CheckInOrder, seed: bytes, relay: str, number: int) -> str:
    """What one of them signs."""
    return sign(
        do,
        seed=seed,
        person=public_key(seed),
        relay=relay,
        number=number,
        mark_key=MARK,
        duress=False,
    )


def wait() -> None:
    """Until the relay answers."""
    for _ in range(200):
        try:
            if httpx.get(f"{ADDRESS}/status").status_code == 200:
                return
        except httpx.HTTPError:
            pass
        time.sleep(0.05)


def signed(seeds: list[bytes], relay: str) -> None:
    """Everybody checks in, so many a second, whatever the earlier ones take."""
    texts = [text(CheckInOrder(cycle=1, device=public_key(s)), s, relay, 0) for s in seeds]
    began = time.perf_counter()

    def one(place: int) -> float:
        due = began + place / RATE
        time.sleep(max(0, due - time.perf_counter()))
        answer = client.post(f"{ADDRESS}/orders", content=texts[place])
        assert answer.json()["answer"] == "done", answer.text  # noqa: S101
        return time.perf_counter() - due

    with httpx.Client(timeout=30) as client, ThreadPoolExecutor(16) as crowd:
        taken = sorted(1000 * each for each in crowd.map(one, range(len(texts))))
    p50, p99 = taken[len(taken) // 2], taken[int(len(taken) * 0.99)]
    print(f"{len(taken)} signed check-ins, {RATE} a second: p50 {p50:.1f} ms, p99 {p99:.1f} ms")
    print(figure("check-in-p99", f"{p99:.1f}ms", f"{BAR_MS:g}ms", ok=p99 <= BAR_MS))


def duress(doors: list[str]) -> None:
    """The two PINs turn about; how far their medians lie apart, and whether bytes differ."""
    took: dict[str, list[float]] = {PIN: [], UNDER_DURESS: []}
    answers = set()
    with httpx.Client(timeout=30) as client:
        for place, door in enumerate(doors):
            pin = UNDER_DURESS if place % 2 else PIN
            began = time.perf_counter()
            answer = client.post(f"{ADDRESS}/c/{door}", data={"do": "well", "pin": pin})
            took[pin].append(1000 * (time.perf_counter() - began))
            answers.add(len(answer.content))
    plain, other = (statistics.median(took[pin]) for pin in (PIN, UNDER_DURESS))
    print(f"{len(doors)} PINs: median {plain:.2f} ms plain, {other:.2f} ms under duress")
    apart = abs(plain - other)
    ok = apart < BAR_APART_MS and len(answers) == 1
    print(figure("duress-apart", f"{apart:.2f}ms", f"{BAR_APART_MS:g}ms", ok=ok))


if __name__ == "__main__":
    main()
