"""Import: a list is chosen, its columns are confirmed, and what became of it is told.

Between these steps the list lies on the tray of the desk, in memory alone.
"""

from panoh.web.importing import choosing, columns, told, unread

ways = (*choosing.ways, *columns.ways, *told.ways, *unread.ways)
