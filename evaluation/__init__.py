"""Scorers, floors and peers' runs."""
