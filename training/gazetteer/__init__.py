"""How the gazetteer is built: see build.py."""
