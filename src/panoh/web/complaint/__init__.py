"""A complaint: for whom, what is asked, what the government will learn, the gate, the files.

What is finished lies on the tray of the desk, in memory alone, until the vault is locked.
"""

from panoh.web.complaint import choosing, files, matter, ready

ways = (*choosing.ways, *matter.ways, *ready.ways, *files.ways)
