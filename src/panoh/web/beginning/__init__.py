"""Making a vault, with its recovery key tried on the spot, and getting back into one."""

from panoh.web.beginning import new, recover

ways = (*new.ways, *recover.ways)
