"""The tables of the projection. They hold no fact that is not in the log.

The bytes of a statement stand in the vault's own table `leaves`, under the same identifier.
"""

#: Raised whenever a table or the meaning of a column changes; the index is then rebuilt.
VERSION = 6

#: What happens at a time, and how the timeline is ordered: undated moments come last.
HAPPENING = "kind IN ('act', 'event', 'status')"
IN_TIME = "earliest = '', earliest, latest = '', latest, kind, root"
#: Kinds of which there are few, and which are read all at once.
FEW = "kind IN ('threat', 'incident', 'profile', 'measure', 'finding')"

TABLES = f"""
CREATE TABLE statement(
    n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, about TEXT NOT NULL, kind TEXT NOT NULL,
    source TEXT NOT NULL, recorded TEXT NOT NULL, item TEXT NOT NULL, row INTEGER NOT NULL);
CREATE INDEX statement_about ON statement(about);
CREATE INDEX statement_item ON statement(item, row) WHERE item <> '';
CREATE INDEX statement_source ON statement(source, kind) WHERE source <> '';
CREATE INDEX statement_hiding ON statement(about) WHERE kind = 'retraction';
CREATE TABLE reference(target TEXT NOT NULL, about TEXT NOT NULL, kind TEXT NOT NULL,
    field TEXT NOT NULL, PRIMARY KEY(target, kind, field, about)) WITHOUT ROWID;
CREATE INDEX reference_about ON reference(about);
CREATE TABLE entity(id TEXT PRIMARY KEY, kind TEXT NOT NULL, root TEXT NOT NULL,
    suspended INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE INDEX entity_root ON entity(root);
CREATE INDEX entity_suspended ON entity(id) WHERE suspended = 1;
CREATE TABLE verdict(id TEXT PRIMARY KEY, a TEXT NOT NULL, b TEXT NOT NULL,
    verdict TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX verdict_a ON verdict(a);
CREATE INDEX verdict_b ON verdict(b);
CREATE TABLE view(root TEXT PRIMARY KEY, kind TEXT NOT NULL, subject TEXT NOT NULL,
    term TEXT NOT NULL, title TEXT NOT NULL, sort TEXT NOT NULL, earliest TEXT NOT NULL,
    latest TEXT NOT NULL, disputes TEXT NOT NULL,
    told BLOB,                        -- of an act: what is compared with other acts
    acts INTEGER NOT NULL DEFAULT 0   -- of a person: how many acts were done to them
) WITHOUT ROWID;
CREATE INDEX view_title ON view(kind, title) WHERE title <> '';
CREATE INDEX view_harmed ON view(sort, root, acts) WHERE acts > 0;
CREATE INDEX view_time ON view({IN_TIME}) WHERE {HAPPENING};
CREATE INDEX view_few ON view(kind, root) WHERE {FEW};
CREATE INDEX view_subject ON view(subject, kind) WHERE subject <> '';
CREATE TABLE name_key(key TEXT NOT NULL, root TEXT NOT NULL, PRIMARY KEY(key, root)) WITHOUT ROWID;
CREATE INDEX name_key_root ON name_key(root);
CREATE VIRTUAL TABLE words USING fts5(text, content='', contentless_delete=1);
CREATE TABLE pair(a TEXT NOT NULL, b TEXT NOT NULL, kind TEXT NOT NULL, level TEXT NOT NULL,
    score REAL NOT NULL, reasons BLOB NOT NULL, PRIMARY KEY(a, b)) WITHOUT ROWID;
"""
