"""How what is shipped was made, from which data."""
