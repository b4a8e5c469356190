"""The places of the world: a built table, and the look-up."""
