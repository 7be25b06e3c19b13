"""What somebody who runs a relay, or watches one, has written down; it holds passwords."""

import os
import stat
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, ClassVar

import msgspec

from panoh.channels import Channel
from panoh.channels.kinds import make
from panoh.checkin import Address, Contact
from panoh.model.errors import PanohError

_MOST = 256 * 1024


class Told(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Somebody who is told about the relay itself: ways to them, best first, and a language."""

    addresses: Annotated[tuple[Address, ...], msgspec.Meta(min_length=1, max_length=4)]
    language: str = "en"

    def named(self, name: str) -> Contact:
        """The same, under a name by which it is remembered who was told."""
        return Contact(id=name, addresses=self.addresses, language=self.language)


class Written(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file, as it is written."""

    #: How people reach the pages from outside, as it stands in messages.
    address: str
    owner: Told
    channels: Annotated[dict[str, dict[str, Any]], msgspec.Meta(min_length=1, max_length=16)]
    listen: str = "127.0.0.1:8440"
    #: Where the relay keeps what it knows; beside the file unless it is said where.
    folder: str = "relay"
    #: Whom a second watcher tells that the watching is out.
    contacts: Annotated[tuple[Told, ...], msgspec.Meta(max_length=500)] = ()


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """The file as it is used."""

    written: Written
    channels: Mapping[str, Channel]
    folder: Path

    @property
    def host_and_port(self) -> tuple[str, int]:
        """Where to listen."""
        host, _colon, port = self.written.listen.rpartition(":")
        return host.strip("[]"), int(port)


class SettingsRefused(PanohError):
    """Anything that keeps a file of settings from being used."""

    code: ClassVar[str] = "relay-settings"
    message: ClassVar[str] = "The settings of the relay cannot be used."
    exit_status: ClassVar[int] = 86


class SettingsUnreadable(SettingsRefused):
    """No such file, or not one in this form."""

    code = "relay-settings-unreadable"
    message = "The settings cannot be read: look at {place}."
    hint = "The page on relays shows a whole file. Nothing was started."


class SettingsExposed(SettingsRefused):
    """Others on this computer can read the passwords in it."""

    code = "relay-settings-exposed"
    message = "Other people on this computer can read the settings, and with them the passwords."
    hint = "Take that away with: chmod 600 FILE. Nothing was started."


class AddressNotEncrypted(SettingsRefused):
    """A relay would be asked so that anybody on the way can read along."""

    code = "relay-address"
    message = "This address is not encrypted."
    hint = "It must begin with https:// unless the relay is on this computer. Nothing was asked."


class RelayDied(PanohError):
    """A part of a running relay ended by itself."""

    code = "relay-died"
    message = "A part of the relay stopped ({where}), so all of it did."
    hint = "What was taken is safe, and is done once it runs again. Start it again now."
    exit_status = 88


def read_settings(file: Path) -> Settings:
    """The settings in a file; raises `SettingsRefused` and what a channel refuses."""
    written = _written(file)
    place = next(_faults(written), None)
    if place:
        raise SettingsUnreadable(place=place)
    channels = {name: make(name, settings) for name, settings in written.channels.items()}
    return Settings(
        written=written, channels=channels, folder=(file.parent / written.folder).resolve()
    )


def _written(file: Path) -> Written:
    try:
        with file.open("rb") as opened:
            if os.name == "posix" and stat.S_IMODE(os.fstat(opened.fileno()).st_mode) & 0o077:
                raise SettingsExposed
            text = opened.read(_MOST + 1)
        if len(text) > _MOST:
            raise SettingsUnreadable(place=file.name)
        return msgspec.convert(tomllib.loads(text.decode("utf-8")), Written)
    except msgspec.ValidationError as error:
        # Its words name the place and the kind of value, never the value.
        raise SettingsUnreadable(place=str(error)) from None
    except (OSError, ValueError, RecursionError):
        raise SettingsUnreadable(place=file.name) from None


def _faults(written: Written) -> Iterator[str]:
    """The names of what does not fit together."""
    host, colon, port = written.listen.rpartition(":")
    if not (host and colon and port.isdecimal() and int(port) < 65_536):
        yield "listen"
    if not written.address.startswith(("https://", "http://")):
        yield "address"
    for told in (written.owner, *written.contacts):
        for way in told.addresses:
            if way.channel not in written.channels:
                yield f"channels.{way.channel}"
