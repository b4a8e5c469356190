"""Showing and writing records: one file a format; each says what it loses."""
