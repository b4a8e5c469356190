"""Article -> record, layer by layer."""
