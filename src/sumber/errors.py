"""The family of errors. Every error that Sumber raises on purpose is one of these.

SumberError
├── DocumentError     one document could not be read: empty, binary, not to be fetched
├── LanguageError     a language is not installed, or its folder lacks a file
├── ModelError        a shipped model is damaged or missing
├── DeskError         a desk cannot be opened, or does not hold what was asked for
├── BatchError        a batch cannot start, or one of its files is damaged
└── DataError         one of our own tables is malformed
"""

__all__ = [
    "BatchError",
    "DataError",
    "DeskError",
    "DocumentError",
    "LanguageError",
    "ModelError",
    "SumberError",
]


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
    """A shipped model or gazetteer is damaged or missing; the message names it and how to reinstall it."""

    @classmethod
    def damaged(cls, path: str, reason: str) -> "ModelError":
        """Return the error for a model file that cannot be loaded."""
        return cls(
            f"The shipped file `{path}` cannot be used: {reason}. "
            "Reinstall it with `python -m pip install --force-reinstall --no-deps sumber`"
        )


class DeskError(SumberError):
    """A desk cannot be opened, or does not hold what was asked for."""

    @classmethod
    def missing(cls, path: str) -> "DeskError":
        """Return the error for a desk that is not there."""
        return cls(f"There is no desk at `{path}`. Make one with `sumber desk add --desk {path} FILE`")

    @classmethod
    def strange(cls, path: str) -> "DeskError":
        """Return the error for a database that is no desk."""
        return cls(f"`{path}` is a database, but no desk of Sumber. Give another path for the desk")

    @classmethod
    def newer(cls, path: str, version: int, known: int) -> "DeskError":
        """Return the error for a desk that a newer Sumber made."""
        return cls(
            f"The desk `{path}` has version {version}; this Sumber knows up to {known}. "
            "Install a newer one: `python -m pip install --upgrade sumber`"
        )

    @classmethod
    def damaged(cls, path: str, reason: str) -> "DeskError":
        """Return the error for a file that SQLite cannot use."""
        return cls(
            f"The desk `{path}` cannot be opened: {reason}. If it was a desk, see `sumber desk doctor`"
        )

    @classmethod
    def no_correction(cls, place: str, reason: str) -> "DeskError":
        """Return the error for a line of a file of corrections that is none."""
        return cls(
            f"`{place}` is no correction: {reason}. `sumber desk correct dump` writes what can be read"
        )

    @classmethod
    def unknown(cls, what: str, name: str) -> "DeskError":
        """Return the error for an article, story or name that the desk does not hold."""
        return cls(
            f"The desk has no {what} `{name}`. `sumber desk search` and `sumber desk stories` list what it has"
        )


class BatchError(SumberError):
    """A batch cannot start, or one of its files is damaged."""

    @classmethod
    def missing(cls, path: str) -> "BatchError":
        """Return the error for an input that is not there."""
        return cls(f"There is no file or folder `{path}`")

    @classmethod
    def no_store(cls, address: str, why: str) -> "BatchError":
        """Return the error for an address at which a batch neither reads nor writes."""
        return cls(f"`{address}` is an address that a batch does not use: {why}. See docs/how-to/batch.md")

    @classmethod
    def unreachable(cls, address: str, reason: str) -> "BatchError":
        """Return the error for a store that does not give, take or list what stands at an address."""
        return cls(f"`{address}` cannot be reached: {reason}")

    @classmethod
    def without_fsspec(cls, address: str) -> "BatchError":
        """Return the error for an address without fsspec."""
        return cls(
            f"`{address}` needs fsspec. Run: python -m pip install 'sumber[remote]', and the package of its protocol "
            "(s3fs for `s3://`, gcsfs for `gs://`, adlfs for `abfs://`)"
        )

    @classmethod
    def without_protocol(cls, address: str, reason: str) -> "BatchError":
        """Return the error for an address whose protocol has a package that is not installed."""
        return cls(f"`{address}` needs the package of its protocol. fsspec says: {reason}")

    @classmethod
    def nothing(cls, path: str, endings: tuple[str, ...]) -> "BatchError":
        """Return the error for an input with nothing to read."""
        return cls(f"`{path}` holds nothing that can be read: give files that end in {', '.join(endings)}")

    @classmethod
    def damaged(cls, path: str, reason: str) -> "BatchError":
        """Return the error for a file that is cut off or no Parquet."""
        return cls(f"`{path}` cannot be read: {reason}")

    @classmethod
    def without_duckdb(cls) -> "BatchError":
        """Return the error for Parquet without DuckDB."""
        return cls(
            "Parquet needs DuckDB. Run: python -m pip install 'sumber[analytics]', or choose `--format jsonl`"
        )

    @classmethod
    def without_ray(cls) -> "BatchError":
        """Return the error for the Ray runner without Ray."""
        return cls(
            "Ray is not installed. Run: python -m pip install 'sumber[ray]', or choose `--runner local`"
        )


class DataError(SumberError):
    """One of our own tables is malformed: the message names the file and the line."""
