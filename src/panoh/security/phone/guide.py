"""A guide to MVT, the Mobile Verification Toolkit, for somebody who never used it.

MVT is not part of Panoh: its licence asks for the consent of whoever owns the data, and the person
installs and runs it. Its names of commands and files were read in its repository.
"""

from dataclasses import dataclass

from panoh.model.messages import mark as _

VERIFIED_ON = "2026-11"
SOURCE = "https://github.com/mvt-project/mvt/tree/dac4acb"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the guide: a heading, steps in words, and the lines to type, if any."""

    title: str
    steps: tuple[str, ...]
    lines: tuple[str, ...] = ()


GUIDE: tuple[Part, ...] = (
    Part(
        _("Before you begin"),
        (
            _("The phone's owner must want this. A copy of a phone holds other people too."),
            _("After a warning by Apple, Google or Meta ask experts first. Leave the phone on."),
            _("Nobody can prove that a phone is free of spyware. This finds known traces at most."),
            _("Work on a computer with an encrypted disk. The copy is as secret as the phone."),
        ),
    ),
    Part(
        _("Install MVT on a computer"),
        (
            _("It needs the internet once, for itself and for its lists of known traces."),
            _("Without those lists it looks for nothing and still seems to succeed."),
        ),
        ("pipx install mvt", "mvt-ios download-iocs", "mvt-android download-iocs"),
    ),
    Part(
        _("An iPhone"),
        (
            _("Make an encrypted backup of the phone with Finder, iTunes or idevicebackup2."),
            _("Decrypt it, then look. The first line asks for the password of the backup."),
        ),
        (
            "mvt-ios decrypt-backup -d decrypted BACKUP",
            "MVT_NETWORK_ACCESS_ALLOWED=false mvt-ios check-backup --output result decrypted",
        ),
    ),
    Part(
        _("A phone with Android"),
        (
            _("Collect with AndroidQF, and take the intrusion logs too if the phone keeps them."),
            _("Afterwards switch developer options and debugging off again."),
        ),
        ("MVT_NETWORK_ACCESS_ALLOWED=false mvt-android check-androidqf --output result COLLECTED",),
    ),
    Part(
        _("Read the result into Panoh"),
        (
            _("Give it the folder. It reads alerts.json and info.json and nothing else."),
            _("Alerts of the level medium are common: an app that came from no store makes one."),
            _("High or critical: stop, keep the phone on, do not reset it, and write to experts."),
            _("Then delete the copy of the phone, or keep it sealed as evidence."),
        ),
        ("panoh security import-mvt result --phone PHONE",),
    ),
)
