"""The family of errors. Every error that Sumber raises on purpose is one of these.

SumberError
├── DocumentError     one document could not be read: empty, binary, not to be fetched
├── LanguageError     a language is not installed, or its folder lacks a file
├── ModelError        a shipped model is damaged or missing
└── DataError         one of our own tables is malformed
"""

__all__ = ["DataError", "DocumentError", "LanguageError", "ModelError", "SumberError"]


class SumberError(Exception):
    """The head of the family."""


class DocumentError(SumberError):
    """One document could not be read; the others go on."""

    def __init__(self, source: str, reason: str, advice: str = "") -> None:
        self.source = source
        self.reason = reason
        self.advice = advice
        super().__init__(f"`{source}`: {reason}" + (f". {advice}" if advice else ""))


class LanguageError(SumberError):
    """A language is not installed, or its folder lacks a file that the loader needs."""

    @classmethod
    def unknown(cls, code: str, known: list[str]) -> "LanguageError":
        """Return the error for a language code that no folder answers to."""
        return cls(
            f"No language `{code}`; Sumber has: {', '.join(known)}. "
            "To add one, see docs/how-to/add-a-language.md"
        )


class ModelError(SumberError):
    """A shipped model file is damaged or missing; the message names it and how to reinstall it."""

    @classmethod
    def damaged(cls, path: str, reason: str) -> "ModelError":
        """Return the error for a model file that cannot be loaded."""
        return cls(
            f"The model file `{path}` cannot be used: {reason}. "
            "Reinstall it with `python -m pip install --force-reinstall --no-deps sumber`"
        )


class DataError(SumberError):
    """One of our own tables is malformed: the message names the file and the line."""
