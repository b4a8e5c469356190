"""Between two given parties: which type of relation holds, and which a predicate joins. Not part of the reading."""
