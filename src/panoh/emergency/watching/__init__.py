"""The owner's side of check-ins: what is asked of a watcher, what was sent, what came back.

`making` builds a plan, `meaning` says what it amounts to, `giving` is the consent gate before it
leaves, `sending` signs and writes down,
`asking` is the only place that goes out to the network, `reading` is what the vault holds of it.
"""
