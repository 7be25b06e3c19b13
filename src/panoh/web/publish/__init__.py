"""Publishing: joint appeals, who signs them, what went out, what was answered, days to speak.

What was given out lies on the tray of the desk, in memory alone, until the vault is locked.
"""

from panoh.web.publish import listed, one, ready, signing

ways = (*listed.ways, *one.ways, *signing.ways, *ready.ways)
