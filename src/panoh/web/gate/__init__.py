"""The gate of the interface: who may talk to it, how much and how slowly, and what it answers with.

Other programs and other users of this computer can reach the port; pages of other sites can make
the browser ask. A request passes when its host is the one name made for this run, when it carries
the cookie that only the one-time link sets, and when it was not caused by another site or port.
"""

from panoh.web.gate.gate import Gate
from panoh.web.gate.key import Key

__all__ = ["Gate", "Key"]
