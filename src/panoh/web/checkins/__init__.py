"""Check-ins: being watched by a relay, saying that one is well, pauses, trips, who knows what.

No page asks the network when it is shown. `work` does, after a button was pressed.
"""

from panoh.web.checkins import listed, new, one

ways = (*listed.ways, *new.ways, *one.ways)
