"""A look at a phone with MVT, which runs outside Panoh: the guide, and reading what it wrote.

Its two files are given one after the other; they lie in memory until the result is kept. The copy
of the phone itself is never taken in.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from panoh.model.messages import mark as _
from panoh.model.thesauri import RESULTS
from panoh.security.phone.guide import GUIDE, SOURCE, VERIFIED_ON, Part
from panoh.security.phone.keeping import record_result
from panoh.security.phone.mvt import ALERTS, INFO, MAX_FILE, MvtUnreadable, Result, result_of
from panoh.security.profile import fitted
from panoh.security.wording import worded
from panoh.web.page import Page, Redirect, Reply
from panoh.web.routes import get, post, upload
from panoh.web.visit import Visit

GIVEN, KEPT = "security phone", "security phone kept"
MOST = MAX_FILE + (1 << 16)
_PHONES = ("android", "ios")
_NEITHER = _("it is neither alerts.json nor info.json")


@dataclass(frozen=True, slots=True)
class Given:
    """The two files as far as they were given."""

    alerts: bytes | None = None
    info: bytes | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The files that are here."""
        found = ((ALERTS, self.alerts), (INFO, self.info))
        return tuple(name for name, data in found if data is not None)


@dataclass(frozen=True, kw_only=True)
class PhonePage(Page):
    """The guide; once a file was given, what it says. Nothing here ever says that all is well."""

    template: ClassVar[str] = "security/phone.html"
    title: ClassVar[str] = _("Look at a phone")
    area: ClassVar[str] = "security"
    guide: Sequence[Part]
    looked_up: str
    source: str
    given: Sequence[str]
    lacking: Sequence[str]
    result: str
    label: str
    evidence: Sequence[str]
    phones: Sequence[str]
    kept: bool
    refused: MvtUnreadable | None = None
    most: int = MAX_FILE


def _guide(visit: Visit) -> Reply:
    return _page(visit)


def _page(visit: Visit, refused: MvtUnreadable | None = None) -> PhonePage:
    given: Given = visit.desk.tray.get(GIVEN, Given())
    found = _result(given)
    phones = [each.name for each in fitted(visit.db).devices if each.platform in _PHONES]
    return PhonePage(
        # The last part tells how to read the result from a terminal; here it is read below.
        guide=GUIDE[:-1],
        looked_up=VERIFIED_ON,
        source=SOURCE,
        given=given.names,
        lacking=[name for name in (ALERTS, INFO) if name not in given.names],
        result=found.result if found else "",
        label=RESULTS.terms[found.result].label if found else "",
        evidence=[worded(each, visit.say) for each in found.evidence] if found else (),
        phones=phones,
        kept=KEPT in visit.desk.tray,
        refused=refused,
        status=422 if refused else 200,
    )


def _result(given: Given) -> Result | None:
    return result_of(given.alerts, given.info) if given.names else None


def _take(visit: Visit) -> Reply:
    """One of the two files, told apart by its name; one that cannot be read is not laid down."""
    given: Given = visit.desk.tray.get(GIVEN, Given())
    name = visit.file_name.replace("\\", "/").rpartition("/")[2]
    if name not in (ALERTS, INFO):
        return _page(visit, MvtUnreadable(reason=_NEITHER))
    told = replace(given, alerts=visit.body) if name == ALERTS else replace(given, info=visit.body)
    try:
        _result(told)
    except MvtUnreadable as error:
        return _page(visit, error)
    visit.desk.tray[GIVEN] = told
    visit.desk.tray.pop(KEPT, None)
    return Redirect("/security/phone")


def _keep(visit: Visit) -> Reply:
    """Save the summary as a finding about a phone."""
    found = _result(visit.desk.tray.get(GIVEN, Given()))
    if found and KEPT not in visit.desk.tray:
        record_result(visit.case, found, visit.one("phone")[:200])
        visit.desk.tray[KEPT] = True
    return Redirect("/security/phone")


def _forget(visit: Visit) -> Reply:
    """Begin anew with other files."""
    visit.desk.tray.pop(GIVEN, None)
    visit.desk.tray.pop(KEPT, None)
    return Redirect("/security/phone")


ways = (
    get("/security/phone", _guide),
    upload("/security/phone", _take, MOST),
    post("/security/phone/keep", _keep),
    post("/security/phone/forget", _forget),
)
