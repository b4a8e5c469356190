-- More new words in memory before they are written: fewer and longer runs in the word index, quicker adding.
INSERT INTO words (words, rank) VALUES ('hashsize', 33554432);
