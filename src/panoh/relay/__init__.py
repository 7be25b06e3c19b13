"""The watching service: it keeps the timers, tells people, and never sees a vault.

It knows of each person a plan (times, addresses, languages), a state, and when they checked in;
`docs/relay.md` says all of it. A change and the messages it causes are one transaction, and a
message is done when a channel took it.
"""
