"""Were root certificates added, by which somebody could read what is meant to be secret?"""

from panoh.model.messages import mark as _
from panoh.security.checks.check import Check
from panoh.security.checks.roots.judge import judge
from panoh.security.checks.roots.probe import PROBE

CHECK = Check(
    key="roots",
    measure="root_certificates",
    asks=_("Were root certificates added to this computer?"),
    cannot_see=_(
        "It looks where roots are added in the usual way. It cannot see what was added inside a"
        " browser by hand, or by somebody who hides it as administrator."
    ),
    probe=PROBE,
    judge=judge,
    by_hand={
        "linux": (
            _("In Firefox open Settings, Privacy & Security, View Certificates, Authorities."),
            _("Look for names of a state, an employer or a school. Ask somebody who knows."),
        ),
        "macos": (
            _("Open Keychain Access, choose System, then Certificates."),
            _("Look for names of a state, an employer or a school. Ask somebody who knows."),
        ),
        "windows": (
            _("Press Windows and R, type certmgr.msc, open the trusted root authorities."),
            _("Look for names of a state, an employer or a school. Ask somebody who knows."),
        ),
    },
)
