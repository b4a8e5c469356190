"""The type of relation between two given parties, and which given parties a predicate joins: not part of the reading."""
