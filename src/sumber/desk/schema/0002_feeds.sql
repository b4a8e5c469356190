-- Feeds that are watched: what they said last, so that they need not say it again, and how they fare.

CREATE TABLE feed (
  url TEXT PRIMARY KEY,
  etag TEXT,
  modified TEXT,
  checked TEXT,                       -- when it was asked last
  changed TEXT,                       -- when it last had something new
  error TEXT,                         -- what went wrong last time; null: nothing
  failures INTEGER NOT NULL DEFAULT 0 -- in a row
) WITHOUT ROWID;
