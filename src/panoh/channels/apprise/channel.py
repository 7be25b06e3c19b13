"""Apprise: one call for one addressee, told what it must not do: log, redirect, name itself."""

import logging
import re
from dataclasses import dataclass, field
from functools import cached_property
from importlib.util import find_spec
from typing import TYPE_CHECKING
from urllib.parse import quote

from panoh.channels.channel import Accepted, Failed, Message, Reason, Refused, Result
from panoh.channels.errors import ExtraMissing, SettingWrong

if TYPE_CHECKING:
    import apprise

_URL = "url"
_PLACE = "{to}"
_ADDRESS = re.compile(r"[A-Za-z0-9_.@+-]{1,200}")

#: Libraries that write addresses and tokens into logs.
_TALKATIVE = ("apprise", "urllib3", "requests", "asyncio")


@dataclass(frozen=True, kw_only=True)
class Apprise:
    """A service by its apprise address, with {to} where the addressee stands.

    Apprise cannot tell "never" from "not now", so every refusal is tried again; most services
    carry no mark, so the same message given twice is shown twice.
    """

    name: str
    url: str = field(repr=False)
    seconds: float = 30

    def __post_init__(self) -> None:
        if find_spec("apprise") is None:
            raise ExtraMissing(channel=self.name)
        if self.url.count(_PLACE) != 1:
            raise SettingWrong(channel=self.name, setting=_URL)

    def send(self, to: str, message: Message, key: str) -> Result:
        """Give the message to the service for one addressee; `key` cannot be carried."""
        del key
        service = self._service(to)
        if service is None:
            return Refused(Reason.ADDRESS)
        import apprise

        sender = apprise.Apprise(asset=self._asset)
        sender.add(service)
        status = sender.notify(
            body=message.body, title=message.subject, timeout=self.seconds
        ).status
        if status == apprise.AppriseResultStatus.SUCCESS:
            return Accepted()
        timed_out = status == apprise.AppriseResultStatus.TIMEOUT
        return Failed(Reason.TIMED_OUT if timed_out else Reason.LATER)

    def check(self) -> Result:
        """Whether the library is there; it cannot try a service without telling somebody."""
        return Accepted() if find_spec("apprise") else Failed(Reason.MISSING)

    def _service(self, to: str) -> "apprise.NotifyBase | None":
        """The service for exactly one addressee, or nothing."""
        if not _ADDRESS.fullmatch(to):
            return None
        import apprise

        url = self.url.replace(_PLACE, quote(to, safe=""))
        service = apprise.Apprise.instantiate(url, asset=self._asset)
        return service if service is not None and len(service) == 1 else None

    @cached_property
    def _asset(self) -> "apprise.AppriseAsset":
        import apprise

        for talkative in _TALKATIVE:
            logging.getLogger(talkative).setLevel(logging.CRITICAL + 1)
        return apprise.AppriseAsset(
            app_id="Message",
            app_desc="Message",
            app_url="",
            image_url_mask="",
            image_url_logo="",
            async_mode=False,
            storage_mode=apprise.PersistentStoreMode.MEMORY,
            http_redirects=False,
            pgp_autogen=False,
            pem_autogen=False,
            allow_templates=False,
            interpret_emojis=False,
            service_timeout=self.seconds,
        )
