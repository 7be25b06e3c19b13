"""A contact as one row of a list: their help, their local time, their key, what worries."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from panoh.casebook.wording import Wording
from panoh.model.dates import PartialDate
from panoh.model.messages import mark as _
from panoh.model.messages import translator
from panoh.model.thesauri import NEEDS
from panoh.network import worries
from panoh.network.contacts import ContactFile
from panoh.network.keys import CHANGED, VERIFIED
from panoh.web.network.words import clock


@dataclass(frozen=True, slots=True)
class Row:
    """`there` is empty where their time is not known, `open_now` is None where their hours are not.

    `key` is `changed`, `verified` or empty, the gravest of their channels; `worry` are words.
    """

    root: str
    name: str
    helps: Sequence[str]
    there: str
    open_now: bool | None
    last: str
    key: str
    worry: Sequence[str]
    left: bool


def row_of(each: ContactFile, language: str, now: datetime) -> Row:
    """The contact as a list shows it now."""
    say, today = translator(language), now.date()
    local, last = each.local(now), each.last_reached
    return Row(
        root=each.root,
        name=each.name,
        helps=[NEEDS.label(code, say) for code in each.many("helps")],
        there=clock(local, language) if local else "",
        open_now=each.open_now(now),
        last=Wording(language).day(PartialDate(last.isoformat())) if last else "",
        key=_key(each),
        worry=[say(text).format(**values) for text, values in _worries(each, now)],
        left=each.has_left(today),
    )


def _key(each: ContactFile) -> str:
    states = [channel.key.state for channel in each.open_channels]
    return next((state for state in (CHANGED, VERIFIED) if state in states), "")


def _worries(each: ContactFile, now: datetime) -> Iterator[tuple[str, dict[str, int]]]:
    """What has aged or is missing; the changed key is told apart from these."""
    today: date = now.date()
    if each.has_left(today):
        return
    for said in worries.silent([each], today):
        if said.days is None:
            yield _("never reached"), {}
        else:
            yield _("not reached for {days} days"), {"days": said.days}
    if worries.without_zone([each], now):
        yield _("no time zone known"), {}
    if worries.not_asked([each]):
        yield _("not asked whether they may be listed"), {}
    if list(worries.due_for_review([each], today)):
        yield _("look at the entry again"), {}
