"""Obeying orders to erase in the index: the words go, and an order counts for every copy."""

from collections.abc import Iterable, Iterator, Sequence
from typing import cast

import apsw

from panoh.vault import control

_MAX_EPOCH = 1 << 53


def obey(db: apsw.Connection, placed: Sequence[int]) -> None:
    """Take the words of what newly applied segments order to go, wherever they stand.

    Leaves that arrive later are reduced when they arrive; a projection that has taken words in
    before is built anew by the next opening.
    """
    fresh = set(placed)
    for order in _orders(db, fresh):
        named = [(ident, order.epoch) for ident in {*order.leaves, *order.units}]
        db.executemany(
            """INSERT INTO erased VALUES(?, ?)
            ON CONFLICT(id) DO UPDATE SET epoch = max(epoch, excluded.epoch)""",
            named,
        )
        db.executemany("DELETE FROM units WHERE id = ?", [(one,) for one in order.units])
        for ident in _binary(order.leaves):
            _take(db, ident, fresh)


def _orders(db: apsw.Connection, fresh: set[int]) -> Iterator[control.Erase]:
    query = "SELECT body FROM leaves WHERE segment = ? AND tag = 'c' ORDER BY n"
    found = [row for segment in sorted(fresh) for row in db.execute(query, (segment,))]
    for (body,) in cast("list[tuple[bytes]]", found):
        order = control.parse(body)
        if isinstance(order, control.Erase) and 0 < order.epoch < _MAX_EPOCH:
            yield order


def _binary(idents: Iterable[str]) -> Iterator[bytes]:
    for ident in idents:
        try:
            yield bytes.fromhex(ident)
        except ValueError:
            continue


def _take(db: apsw.Connection, ident: bytes, fresh: set[int]) -> None:
    query = """SELECT l.n, s.n, s.place FROM leaves l JOIN segments s ON s.n = l.segment
    WHERE l.id = ? AND l.tag = 's'"""
    for number, segment, place in db.execute(query, (ident,)).fetchall():
        db.execute("UPDATE leaves SET tag = 'x', body = NULL WHERE n = ?", (number,))
        if place is not None and segment not in fresh:
            db.execute("UPDATE meta SET value = '' WHERE key = 'projection'")
