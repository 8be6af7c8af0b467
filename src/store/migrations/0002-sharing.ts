/** Version 2: phases that progress compares, consent item by item, what left and on whose word, what came in. */
export const sharing = `
CREATE TABLE phase (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL UNIQUE,
  agreement_id INTEGER NOT NULL REFERENCES agreement (id),
  name TEXT NOT NULL,
  from_session INTEGER NOT NULL REFERENCES session (number),
  UNIQUE (agreement_id, from_session)
) STRICT;

-- A consent is given and withdrawn, never changed. It is for the audience as a whole, or it releases one item to it:
-- the words of a record, or what a behavior is.
CREATE TABLE consent (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL UNIQUE,
  agreement_id INTEGER NOT NULL REFERENCES agreement (id),
  audience TEXT NOT NULL CHECK (audience IN ('self', 'program', 'research')),
  session INTEGER,
  record INTEGER,
  behavior_id INTEGER REFERENCES behavior (id),
  given_at TEXT NOT NULL,
  withdrawn_at TEXT,
  FOREIGN KEY (session, record) REFERENCES record (session, number),
  CHECK ((session IS NULL) = (record IS NULL) AND (record IS NULL OR behavior_id IS NULL))
) STRICT;
CREATE INDEX consent_of_agreement ON consent (agreement_id);
INSERT INTO consent (uuid, agreement_id, audience, given_at)
  SELECT agreement.uuid || '-' || share.value, agreement.id, share.value, agreement.started_at
  FROM agreement, json_each(agreement.share) AS share;
ALTER TABLE agreement DROP COLUMN share;

-- Chained: each hash covers the entry, by the digest of its content, and the hash before it. Forgetting a person
-- empties the content and leaves the chain whole.
CREATE TABLE disclosure (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  audience TEXT NOT NULL,
  content TEXT,
  digest TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;

-- Where a file that was imported went, by the hash of its content, so that it comes in once.
CREATE TABLE import (
  hash TEXT NOT NULL,
  session INTEGER NOT NULL REFERENCES session (number),
  imported_at TEXT NOT NULL,
  PRIMARY KEY (hash, session)
) STRICT, WITHOUT ROWID;

-- That a person was forgotten: how much went, and nothing of what it was. The digest is that of a random identity.
CREATE TABLE receipt (
  id INTEGER PRIMARY KEY,
  forgotten_at TEXT NOT NULL,
  digest TEXT NOT NULL UNIQUE,
  removed INTEGER NOT NULL,
  disclosures INTEGER NOT NULL
) STRICT;

-- Copies of this database, so that whoever is forgotten can be told where they still are.
CREATE TABLE backup (
  path TEXT PRIMARY KEY,
  made_at TEXT NOT NULL
) STRICT;
`
