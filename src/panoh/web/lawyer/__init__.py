"""A lawyer's file: for whom, which stored files, what it holds, the gate, the seal.

What was made lies on the tray of the desk, in memory alone, until the vault is locked.
"""

from panoh.web.lawyer import choosing, ready, sealed

ways = (*choosing.ways, *ready.ways, *sealed.ways)
