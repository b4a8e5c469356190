"""The places of the world: a built table, and the look-up."""

from .lookup import Candidate, country_of, known, lookup

__all__ = ["Candidate", "country_of", "known", "lookup"]
