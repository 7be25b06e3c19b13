"""Every check on every machine: right, never in order by mistake, rarely unknown."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.security.checks.machine import MACHINES, NOW, Machine

from panoh.security.checks import CHECKS
from panoh.security.checks.check import FAIL, PASS, UNKNOWN, Check
from panoh.security.checks.looking import Everything, Seen, State
from panoh.security.checks.run import judge

#: Lists of lines have no end that could be missed: what was read whole is whole (`State.OK`).
LINES = ("mounts", "swaps", "sockets", "store", "hosts", "resolv", "places")
CASES = [(machine, check) for machine in MACHINES.values() for check in CHECKS]
NAMES = [f"{name}-{check.key}" for name in MACHINES for check in CHECKS]
#: Without these readings, whole and understood, a check may not say that all is in order.
PROOF: dict[str, tuple[str, ...]] = {
    "disk": ("lsblk", "mounts", "swaps"),
    "updates": ("os_release",),
    "lock": ("desktop",),
    "autologin": ("manager",),
    "listening": ("sockets",),
    "roots": ("store",),
    "network": ("hosts", "resolv"),
    "cloud": ("places", "mounts"),
}


@pytest.mark.parametrize(("machine", "check"), CASES, ids=NAMES)
def test_a_machine_is_never_in_order_by_mistake(machine: Machine, check: Check) -> None:
    judged = judge(check, machine.everything, NOW)
    truth = machine.truth[check.key]
    assert judged.result in (truth, UNKNOWN), (machine.about, judged.evidence)
    assert judged.evidence, "every result says what it rests on"
    for each in judged.evidence:
        assert each.text.format(**each.values)


def test_how_often_the_checks_are_right(capsys: pytest.CaptureFixture[str]) -> None:
    """Of machines whose truth the readings can tell; what they cannot tell must be unknown."""
    told: Counter[str] = Counter()
    for machine, check in CASES:
        result, truth = judge(check, machine.everything, NOW).result, machine.truth[check.key]
        if truth == UNKNOWN:
            told["nothing to tell"] += 1
            assert result == UNKNOWN, (machine.about, check.key)
            continue
        told["told"] += 1
        told["unknown"] += result == UNKNOWN
        told["right"] += result == truth
        told["false pass"] += result == PASS and truth == FAIL
        told["false fail"] += result == FAIL and truth == PASS
    answered = told["told"] - told["unknown"]
    with capsys.disabled():
        print(
            f"\n{len(MACHINES)} machines, {told['told']} answers that can be told:"
            f" right {told['right']} of {answered} = {told['right'] / answered:.1%},"
            f" false passes {told['false pass']}, false alarms {told['false fail']},"
            f" unknown {told['unknown'] / told['told']:.1%};"
            f" {told['nothing to tell']} that cannot be told, all unknown"
        )
    assert len(MACHINES) >= 12
    assert told["right"] >= 0.95 * answered
    assert told["false pass"] == 0
    assert told["unknown"] <= 0.15 * told["told"]


def test_both_answers_occur_for_every_check() -> None:
    """A check that only ever says one thing would pass the tests above."""
    for check in CHECKS:
        results = {judge(check, each.everything, NOW).result for each in MACHINES.values()}
        assert results == {PASS, FAIL, UNKNOWN}, check.key


@pytest.mark.parametrize("state", [each for each in State if each is not State.OK])
@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.key)
def test_without_its_proof_nothing_is_in_order(check: Check, state: State) -> None:
    for machine in MACHINES.values():
        for name in PROOF[check.key]:
            without = Everything({**machine.seen, name: Seen(state=state)})
            assert judge(check, without, NOW).result != PASS, (machine.about, name)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.key)
def test_an_empty_proof_proves_nothing(check: Check) -> None:
    for machine in MACHINES.values():
        for name in PROOF[check.key]:
            empty = Everything({**machine.seen, name: Seen("")})
            assert judge(check, empty, NOW).result != PASS, (machine.about, name)


@given(
    machine=st.sampled_from(sorted(MACHINES)),
    check=st.sampled_from(CHECKS),
    noise=st.text(max_size=300),
    data=st.data(),
)
def test_noise_in_the_proof_is_never_in_order(
    machine: str, check: Check, noise: str, data: st.DataObject
) -> None:
    seen = MACHINES[machine].seen
    # The two lists that people write may hold anything: a remark in them harms nobody.
    proof = [name for name in PROOF[check.key] if name not in ("hosts", "places")]
    name = data.draw(st.sampled_from(proof))
    assert judge(check, Everything({**seen, name: Seen(noise)}), NOW).result != PASS


def test_a_line_cut_short_is_not_passed_over() -> None:
    """Half an answer looks like a good one: the open door stood in the other half."""
    for check in CHECKS:
        for machine in MACHINES.values():
            if machine.truth[check.key] != FAIL:
                continue
            for name in set(PROOF[check.key]) - set(LINES):
                text = machine.seen.get(name, Seen()).text
                for end in range(0, len(text), 7):
                    cut = Everything({**machine.seen, name: Seen(text[:end])})
                    assert judge(check, cut, NOW).result != PASS, (machine.about, name, end)


def test_one_name_is_one_reading() -> None:
    """What one check read is not read again by the next, so a name must mean one thing."""
    readings: dict[str, object] = {}
    for check in CHECKS:
        for reading in check.probe:
            assert readings.setdefault(reading.name, reading) == reading


RECORDED = {name: each for name, each in MACHINES.items() if each.recorded}


@pytest.mark.parametrize("name", sorted(RECORDED))
def test_what_real_systems_print_is_understood_to_the_end(name: str) -> None:
    """A form that only the hand-written machines have would be found here."""
    machine = RECORDED[name]
    results = {each.key: judge(each, machine.everything, NOW).result for each in CHECKS}
    assert results == machine.truth


def test_several_machines_are_recorded() -> None:
    assert len(RECORDED) >= 3
    judged = [each.truth[check.key] for each in RECORDED.values() for check in CHECKS]
    assert set(judged) == {PASS, FAIL, UNKNOWN}


def test_an_installed_ufw_that_is_switched_off_is_no_firewall() -> None:
    """Its service is active all the same: the open door of ssh stands before nobody."""
    seen = RECORDED["recorded_debian_12_ufw_off"].everything
    assert seen["firewalls"].text.split()[0] == "active"
    [listening] = [each for each in CHECKS if each.key == "listening"]
    judged = judge(listening, seen, NOW)
    assert judged.result == FAIL
    assert "0.0.0.0:22/tcp" in judged.evidence[0].values["doors"]  # type: ignore[operator]
    without = Everything({**seen, "ufw": Seen(state=State.DENIED)})
    assert judge(listening, without, NOW).result == UNKNOWN


@pytest.mark.parametrize(
    ("timeout", "grace", "result"),
    [
        ("10", "5", PASS),
        ("10", "30", PASS),
        ("10", "60", FAIL),
        ("11", "0", FAIL),
        ("0", "5", FAIL),
    ],
)
def test_ten_minutes_are_ten_minutes_with_the_seconds_that_plasma_adds(
    timeout: str, grace: str, result: str
) -> None:
    seen = RECORDED["recorded_debian_13_plasma"].everything
    place = "==> /home/zarina/.config/kscreenlockerrc"
    told = f"{place}\n[Daemon]\nLockGrace={grace}\nTimeout={timeout}\n"
    [lock] = [each for each in CHECKS if each.key == "lock"]
    judged = judge(lock, Everything({**seen, "kde_lock": Seen(told)}), NOW)
    assert judged.result == result
    if result == FAIL and timeout != "0":
        assert judged.evidence[0].values["minutes"] > 10  # type: ignore[operator]
