"""A real relay on loopback with a clock that obeys, and a vault whose clock goes with it."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tests.casebook.building import consent
from tests.emergency.planning import niso
from tests.network.knowing import saodat
from tests.relay.serving import served
from tests.relay.support import Relay

from panoh.casebook.record import Case
from panoh.checkin import Address
from panoh.checkin.schedule import Daily
from panoh.emergency.orders import Ladder
from panoh.emergency.watching.keys import new_secret
from panoh.emergency.watching.making import Invitation, Wish, by_hand, make
from panoh.emergency.watching.reading import OrderFile, order
from panoh.emergency.watching.sending import Holding, arm, begin
from panoh.relay.orders import invite
from panoh.relay.pages import Counter, pages
from panoh.relay.pages.service import Health

PIN, DURESS = "428117", "428118"
EVERY_MORNING = Daily(at="08:00", zone="Europe/Berlin")
#: What a relay with these channels can send by.
WAYS = ("email", "signal")


@contextmanager
def answering(relay: Relay) -> Iterator[str]:
    """The address at which a relay answers."""
    counter = Counter(relay.files, relay.clock)
    app = pages(counter, lambda: Health(well=True, beat=1), WAYS, floor=0)
    try:
        with served(app) as address:
            yield address
    finally:
        counter.close()


@dataclass
class Owner:
    """Somebody with a vault, an invitation and two people who would be told."""

    vault: Case
    relay: Relay
    address: str
    people: tuple[str, ...]

    @property
    def case(self) -> Case:
        """The vault at the time that the relay's clock shows."""
        return Case(self.vault.vault, lambda: datetime.fromtimestamp(self.relay.clock.time, UTC))

    @property
    def holding(self) -> Holding:
        """As the command line holds it."""
        return lambda: nullcontext(self.case)

    def invited(self) -> Invitation:
        """A fresh invitation."""
        return Invitation(self.address, self.relay.id, invite(self.relay.store))

    def ladder(self) -> Ladder:
        """Niso first, then Saodat."""
        return by_hand(self.vault.vault.db, self.people, self.case.clock().date(), WAYS)

    def begun(self, pins: tuple[str, str] | None = None) -> str:
        """A check-in every morning, armed; its root."""
        secret = new_secret()
        root = begin(self.case, "every morning", self.invited(), secret)
        own = Address(channel="email", to="me@home.example")
        wish = Wish(schedule=EVERY_MORNING, grace=3600, own=(own,), pins=pins)
        asked = self.ladder()
        plan = make(wish, asked, secret, int(self.relay.clock.time))
        arm(self.holding, root, plan, asked.who)
        return root

    def file(self, root: str) -> OrderFile:
        """The check-in as the vault holds it now."""
        return order(self.vault.vault.db, root)


def owner_of(case: Case, relay: Relay, address: str) -> Owner:
    """Somebody who knows Niso and Saodat."""
    people = niso(case).root, saodat(case).root
    for who in people:
        said_yes(case, who)
    return Owner(case, relay, address, people)


def said_yes(case: Case, who: str) -> str:
    """They may be reached by a watcher; returns the entity of the consent."""
    return consent(case, who, recipient="watcher", what=("name", "contact"), uses=("protection",))


def folder(tmp_path: Path) -> Path:
    """A place for a relay."""
    made = tmp_path / "relay"
    made.mkdir()
    return made
