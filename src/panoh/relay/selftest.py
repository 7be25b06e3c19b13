"""The daily test of the channels: what fails twice is told to whoever runs the relay.

An alarm that finds its channel broken comes too late to mend it.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from panoh.channels import Accepted, Channel
from panoh.channels.wording import compose
from panoh.checkin import Contact

DAY, HOUR, SOON = 86_400, 3600, 600
KIND = "channel-fails"


@dataclass
class SelfTest:
    """When each channel is tried next, and how often it has failed in a row."""

    channels: Mapping[str, Channel]
    operator: Contact
    _next: dict[str, float] = field(default_factory=dict)
    _failed: dict[str, int] = field(default_factory=dict)

    def look(self, now: float) -> None:
        """Try the channels whose turn it is: each once a day, and an hour after a failure."""
        for name, channel in self.channels.items():
            if now < self._next.get(name, 0):
                continue
            if _works(channel):
                self._failed[name] = 0
                self._next[name] = now + DAY
                continue
            self._failed[name] = self._failed.get(name, 0) + 1
            twice = self._failed[name] >= 2
            told = twice and self._told(name, f"{KIND}-{name}-{int(now)}")
            # Who was told is told again tomorrow; whoever could not be, in an hour. A first failure
            # is looked at again soon: what it knows is gone when the relay starts anew.
            self._next[name] = now + (DAY if told else HOUR if twice else SOON)

    def _told(self, name: str, key: str) -> bool:
        """Whether the operator heard of it, by the other channels first."""
        message = compose(KIND, self.operator.language, channel=name)
        ways = sorted(self.operator.addresses, key=lambda way: way.channel == name)
        for way in ways:
            with suppress(Exception):  # as in the check: the next way may work
                if self.channels[way.channel].send(way.to, message, key) == Accepted():
                    return True
        return False


def _works(channel: Channel) -> bool:
    """Whether a channel passes its test; one that breaks its word and raises does not."""
    try:
        return channel.check() == Accepted()
    except Exception:  # noqa: BLE001 - a broken channel must not end the watching
        return False
