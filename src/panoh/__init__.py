"""Panoh, "shelter": a safe and provable record for people whom a state reaches across borders.

Reports of threats and detentions come in from many sources: lists, forms, messages, files. Each
becomes statements in an encrypted vault that nobody else can read and from which nothing is lost.
Statements are folded into views of people, acts and events; the same person is recognised in
several lists, by people and never by the program. What is known, and what is not, then becomes
protection, legal action and public pressure, and nothing leaves without consent.

The words
    statement   what one source tells about one thing; everything recorded is one
    source      who tells, and what may be said about them
    entity      what statements are about: a person, a group, an event, an act, a place …
    act         one victim, one type, one event; people are counted by acts, never by labels
    view        what the live statements about an entity say together, contradictions side by side
    judgement   that two entries are the same, are different, or that nobody knows yet
    assessment  which statements a person relies on where they contradict each other, and why
    ledger      a person's dated states, and the silence since the last of them
    item        a stored file with its digest and how it was acquired
    consent     who said yes or no to what, for whom, to which recipient, and until when
    gate        what reads the finished bytes before anything is given to someone outside
    vault       the folder of sealed, signed, hash-linked files in which all of this is kept
    unknown     a value like any other; it never shows as passed, open, closed or empty

The folders, in the order of the flow: a stage may import the stages before it, never those after
(`pyproject.toml` holds the contract). Those marked "planned" do not exist yet.
    model/      the words as code: kinds, dates, names, places, thesauri; no input or output
    guidance/   What now? Situations and their first hour to first week, as data
    age/        the age file format; knows nothing of Panoh
    shares/     splitting a key among people by the SLIP-39 standard
    channels/   getting a message to a person, one folder per channel
    checkin/    the states, times, ladder and proofs of a check-in, without side effects
    relay/      the watching service, which never sees a vault
    vault/      statements and files, signed and sealed, on disk; knows bytes, keys and order
    casebook/   statements become people, acts and events; history, search, the consent gate
    evidence/   planned: files are sealed, given custody, time-stamped, described, verified
    intake/     reports from outside become statements, one folder per source
    analysis/   who may be the same, patterns, counts and estimates, drawings
    network/    the people and organisations who can help, their channels and keys
    security/   threats, measures that fit them, incidents, checks of this machine
    emergency/  plans, alarms declared from them, orders to a relay, cards; keeps no timer
    legal/      avenues, deadlines and submissions, one folder per body
    advocacy/   appeals, press sheets, a public page, with consent; what States and bodies answered
    demo/       the example case, built through the same doors as a real one
    web/        the local interface, on this computer alone
    cli/        one file per command
    locale/     what people read, in their languages

Old vaults open in new versions from format 1 on. This is format 0: it may still change.
"""
