-- Sketches in sorted runs, packed: a batch adds one run, and runs of one size become one. In a table with a row for each
-- hash, every batch had to touch nearly every page. Rows of `sketch` come from older desks; adding makes a run of them.

CREATE TABLE sketch_run (
  id INTEGER PRIMARY KEY,
  hashes BLOB NOT NULL,               -- of shingles, sorted, 4 bytes each; see sumber/desk/sketches.py
  articles BLOB NOT NULL              -- which article has each, 4 bytes each
);

CREATE TABLE sketch_gone (            -- articles that runs still hold although a newer version replaced them
  article INTEGER PRIMARY KEY
);
