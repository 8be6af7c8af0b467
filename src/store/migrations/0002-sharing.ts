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

-- A consent is given and withdrawn, never changed. Without a record it is for the audience as a whole;
-- with one it releases the words of that record.
CREATE TABLE consent (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL UNIQUE,
  agreement_id INTEGER NOT NULL REFERENCES agreement (id),
  audience TEXT NOT NULL CHECK (audience IN ('self', 'program', 'research')),
  session INTEGER,
  record INTEGER,
  given_at TEXT NOT NULL,
  withdrawn_at TEXT,
  FOREIGN KEY (session, record) REFERENCES record (session, number)
) STRICT;
CREATE INDEX consent_of_agreement ON consent (agreement_id);
INSERT INTO consent (uuid, agreement_id, audience, given_at)
  SELECT agreement.uuid || '-' || share.value, agreement.id, share.value, agreement.started_at
  FROM agreement, json_each(agreement.share) AS share;
ALTER TABLE agreement DROP COLUMN share;

-- Chained: each hash covers the row and the hash before it.
CREATE TABLE disclosure (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  what TEXT NOT NULL,
  audience TEXT NOT NULL,
  destination TEXT NOT NULL,
  agreements TEXT NOT NULL,
  consents TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;

-- Where a file that was imported went, by the hash of its content, so that it comes in once.
CREATE TABLE import (
  hash TEXT NOT NULL,
  session INTEGER NOT NULL REFERENCES session (number),
  imported_at TEXT NOT NULL,
  PRIMARY KEY (hash, session)
) STRICT, WITHOUT ROWID;
`
