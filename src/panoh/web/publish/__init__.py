"""Publishing: appeals, press sheets, public pages; what went out, what was answered, days to speak.

What was given out lies on the tray of the desk, in memory alone, until the vault is locked.
"""

from panoh.web.publish import listed, one, ready, records, signing, telling, texts

#: Answers and days stand first: their addresses look like those of a publication.
ways = (
    *listed.ways,
    *records.ways,
    *one.ways,
    *texts.ways,
    *signing.ways,
    *telling.ways,
    *ready.ways,
)
