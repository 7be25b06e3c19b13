"""A relay as one process: the loop, the pages, the daily test; it ends when one of them dies."""

import time
import traceback
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread

from panoh.relay.listening import listener
from panoh.relay.loop import Loop
from panoh.relay.pages import Counter, pages
from panoh.relay.pages.service import Health
from panoh.relay.postman import Route
from panoh.relay.selftest import SelfTest
from panoh.relay.settings import Settings
from panoh.relay.store import Paths, paths

STALE = 60  # seconds without a look at the time from which on the relay is not well
_LOOK = 30.0


def files_of(settings: Settings) -> Paths:
    """Where the relay of these settings keeps what it knows."""
    return paths(settings.folder)


class Running:
    """One relay by its settings."""

    def __init__(self, settings: Settings) -> None:
        written = settings.written
        operator = written.owner.named("owner")
        route = Route(settings.channels, written.address.rstrip("/"))
        self.loop = Loop(files_of(settings), route, operator)
        self._test = SelfTest(settings.channels, operator)
        self._counter = Counter(self.loop.files)
        app = pages(self._counter, self.health, tuple(settings.channels))
        host, port = settings.host_and_port
        self._server = listener(app, host, port)
        self._over = Event()
        #: Which part died and where; never with its words, which may be people's.
        self.died = ""

    def health(self) -> Health:
        """Well while the loop looks at the time and is not in trouble."""
        beat = int(time.monotonic() - self.loop.swept)
        return Health(well=not self.loop.trouble and beat <= STALE, beat=beat)

    def run(self) -> None:
        """Serve until told to stop, or until a part dies; whoever started it starts it again."""
        parts = [Thread(target=self._part, args=(each,)) for each in (self.loop.run, self._tests)]
        for each in parts:
            each.start()
        try:
            self._server.run()
        finally:
            self.stop()
            for each in parts:
                each.join()
            self._counter.close()

    def stop(self) -> None:
        """End all parts."""
        self._over.set()
        self.loop.stop.set()
        self._server.should_exit = True

    def _part(self, work: Callable[[], None]) -> None:
        try:
            work()
        except Exception as error:  # noqa: BLE001 - any of them ends the process, see `run`
            place = traceback.extract_tb(error.__traceback__)[-1]
            self.died = f"{type(error).__name__}, {Path(place.filename).name}:{place.lineno}"
        self.stop()

    def _tests(self) -> None:
        while not self._over.is_set():
            self._test.look(time.time())
            self._over.wait(_LOOK)
