"""The directory says where each entry comes from, and marks what nobody confirmed."""

from datetime import date
from importlib.resources import files

import msgspec
import pytest
from tests.network.knowing import TODAY

from panoh.casebook.record import Case
from panoh.guidance.facts import known_contacts, same_contact
from panoh.model.thesauri import CHANNELS, NEEDS
from panoh.network.contacts import contact
from panoh.network.directory import MANY, Organisation, help_for, organisations
from panoh.network.telling import adopt

DATA = files("panoh.network.directory").joinpath("organisations.json")
#: What the program may not say: an address by hearsay must be marked as such.
HEARSAY = (
    "alert@observatoryfordefenders.org", "omct@omct.org", "contactus@amnesty.org", "nhc@nhc.no",
    "116 006", "+353 1 210 0489", "info@frontlinedefenders.org",
)  # fmt: skip


@pytest.fixture(params=organisations(), ids=lambda each: each.id)
def each(request: pytest.FixtureRequest) -> Organisation:
    found: Organisation = request.param
    return found


def test_every_entry_says_when_it_was_looked_up_and_where(each: Organisation) -> None:
    assert not each.stale(TODAY)
    assert all(source.page and source.level in "ABC" for source in each.sources)
    assert not each.confirmed or each.sources or each.id == "ishr"


def test_what_stands_in_it_are_words_of_our_lists(each: Organisation) -> None:
    assert set(each.helps) <= set(NEEDS.terms)
    assert {channel.type for channel in each.channels} <= set(CHANNELS.terms)
    assert each.grants in {"yes", "some", "no", "unknown"}
    assert each.from_home in {"danger", "unknown"}, "nothing is called safe"
    assert set(each.note) in ({"en", "ru"}, set())


def test_an_address_without_a_source_is_not_confirmed(each: Organisation) -> None:
    for channel in each.channels:
        assert not channel.confirmed or each.sources
        assert not (channel.confirmed and channel.address in HEARSAY)


def test_names_are_short_and_each_stands_once() -> None:
    ids = [each.id for each in organisations()]
    assert len(set(ids)) == len(ids) > 30


def test_found_by_need_language_and_country() -> None:
    ids = [each.id for each in help_for("forensics", language="ru")]
    assert ids[0] == "access-now"
    assert "citizen-lab" not in ids, "it is not known to speak Russian"
    spoken = [each for each in help_for("asylum", language="ru") if MANY in each.languages]
    assert [each.id for each in spoken] == ["unhcr"], "many may be the one: not left out"
    assert "pro-asyl" in [each.id for each in help_for("asylum", country="DE")]
    assert "pro-asyl" not in [each.id for each in help_for("asylum", country="PL")]


def test_what_is_closed_is_said_and_stands_last() -> None:
    last = help_for("money")[-1]
    assert (last.id, last.closed) == ("freedom-house-eap", True)


def test_an_entry_ages() -> None:
    assert organisations()[0].stale(date(2027, 6, 1))


def test_an_adopted_organisation_keeps_only_what_is_confirmed(case: Case) -> None:
    by_id = {each.id: each for each in organisations()}
    lifted = contact(case.vault.db, adopt(case, by_id["front-line-defenders"]))
    assert [channel.type for channel in lifted.channels] == ["form"]
    assert lifted.text("public") == "yes"
    amnesty = contact(case.vault.db, adopt(case, by_id["amnesty"]))
    assert amnesty.channels == ()


def test_the_guidance_and_the_directory_cannot_disagree_about_an_address() -> None:
    """One place holds whether an address is confirmed: the guidance, which stands first."""
    told = known_contacts()
    written = msgspec.json.decode(DATA.read_bytes())["organisations"]
    shared = {
        channel["address"]: channel
        for each in written
        for channel in each.get("channels", ())
        if same_contact(channel["address"]) in told
    }
    assert {"+353 1 210 0489", "help@accessnow.org", "frontlinedefenders.org"} <= set(shared)
    assert not [each for each in shared.values() if "confirmed" in each], "say it in the guidance"
    shown = {way.address: way.confirmed for each in organisations() for way in each.channels}
    for address in shared:
        assert shown[address] == told[same_contact(address)].confirmed, address
    assert (shown["+353 1 210 0489"], shown["help@accessnow.org"]) == (False, True)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("+353 1 210 0489", "+35312100489"),
        ("https://www.frontlinedefenders.org/", "frontlinedefenders.org"),
        ("Help@AccessNow.org", "help@accessnow.org"),
    ],
)
def test_one_address_in_two_spellings_is_one(one: str, other: str) -> None:
    assert same_contact(one) == same_contact(other)
    assert same_contact(one) != same_contact(f"{other}1")
