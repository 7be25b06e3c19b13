"""Orders and check-ins that only their owner can make."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.checkin.support import plan

from panoh.checkin import Device
from panoh.checkin.errors import OrderRefused
from panoh.checkin.signed import (
    MAX_SIGNED,
    ArmOrder,
    CheckInOrder,
    Do,
    PauseOrder,
    public_key,
    read_mark,
    read_signed,
    sign,
)

RELAY = "ab" * 16


@dataclass
class Owner:
    """A person with their keys."""

    seed: bytes = b"o" * 32
    device: bytes = b"d" * 32
    mark: bytes = b"m" * 32
    relay: str = RELAY
    number: int = field(default=1)

    @property
    def person(self) -> str:
        return public_key(self.seed)

    def devices(self) -> tuple[Device, ...]:
        return (Device(key=public_key(self.device), mark=self.mark.hex()),)

    def order(self, do: Do, *, duress: bool = False) -> str:
        return self._sign(do, self.seed, duress=duress)

    def check_in(self, cycle: int = 3, *, duress: bool = False) -> str:
        do = CheckInOrder(cycle=cycle, device=public_key(self.device))
        return self._sign(do, self.device, duress=duress)

    def _sign(self, do: Do, seed: bytes, *, duress: bool) -> str:
        return sign(
            do,
            seed=seed,
            person=self.person,
            relay=self.relay,
            number=self.number,
            mark_key=self.mark,
            duress=duress,
        )


OWNER = Owner()


def test_what_was_signed_is_read() -> None:
    made = read_signed(OWNER.order(ArmOrder(plan=plan())), RELAY)
    assert (made.person, made.number, made.do) == (OWNER.person, 1, ArmOrder(plan=plan()))
    checked = read_signed(OWNER.check_in(), RELAY)
    assert checked.do == CheckInOrder(cycle=3, device=public_key(OWNER.device))


@pytest.mark.parametrize("duress", [False, True])
def test_only_a_marks_key_tells_duress(duress: bool) -> None:
    made = read_signed(OWNER.check_in(duress=duress), RELAY)
    assert read_mark(OWNER.devices(), made) is duress
    strangers = (Device(key="1" * 64, mark="3" * 64),)
    assert read_mark(strangers, made) is None
    assert "duress" not in urlsafe_b64decode(OWNER.check_in(duress=True) + "==").decode("latin-1")


def test_duress_has_the_same_size_everywhere() -> None:
    for do in (ArmOrder(plan=plan()), PauseOrder(until=1_800_000_000)):
        assert len(OWNER.order(do)) == len(OWNER.order(do, duress=True))
    assert len(OWNER.check_in()) == len(OWNER.check_in(duress=True))


@given(st.integers(0), st.integers(1, 255))
def test_no_byte_can_be_changed(place: int, change: int) -> None:
    raw = bytearray(urlsafe_b64decode(OWNER.check_in() + "=="))
    raw[place % len(raw)] ^= change
    with pytest.raises(OrderRefused):
        read_signed(urlsafe_b64encode(raw).rstrip(b"=").decode(), RELAY)


def test_an_order_for_another_relay_is_not_ours() -> None:
    with pytest.raises(OrderRefused, match="another relay"):
        read_signed(Owner(relay="cd" * 16).check_in(), RELAY)


def test_a_device_cannot_give_orders() -> None:
    stolen = Owner(seed=OWNER.device)
    made = read_signed(stolen.order(PauseOrder(until=1)), RELAY)
    assert made.person != OWNER.person, "it speaks for nobody but itself"


@pytest.mark.parametrize(
    "text", ["", "A", "A" * 200, "ä" * 100, "[" * 100_000, "A" * (MAX_SIGNED + 1)]
)
def test_nonsense_is_refused(text: str) -> None:
    with pytest.raises(OrderRefused):
        read_signed(text, RELAY)


@given(st.text(max_size=300))
def test_any_text_is_refused_or_read(text: str) -> None:
    with pytest.raises(OrderRefused):
        read_signed(text, RELAY)
