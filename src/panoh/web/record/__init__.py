"""Record: one page, one story. What the story proposes is offered; nothing is required."""

from panoh.web.record import after, page

ways = (*page.ways, *after.ways)
