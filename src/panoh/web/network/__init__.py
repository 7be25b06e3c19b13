"""The network: finding help, the own contacts, their channels and keys.

`finding` answers who can help, and of public organisations without unlocking.
"""

from panoh.web.network import adding, contact, editing, finding, history, listed, way, who

ways = (
    *finding.ways,
    *listed.ways,
    *adding.ways,
    *way.ways,
    *editing.ways,
    *history.ways,
    *who.ways,
    *contact.ways,
)
