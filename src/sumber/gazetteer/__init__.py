"""The places of the world: a built table, and the look-up."""

from .lookup import Candidate, country_of, country_place, known, lookup

__all__ = ["Candidate", "country_of", "country_place", "known", "lookup"]
