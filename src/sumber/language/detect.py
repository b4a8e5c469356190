"""Which language a text is in: id, en, or an honest "other"."""

__all__ = ["detect"]


def detect(text: str) -> tuple[str, float]:
    """Return the code of the language (``id``, ``en`` or ``other``) and a probability in [0, 1]."""
    words = text.casefold().split()
    indonesian = sum(
        word in {"yang", "dan", "di", "dari", "dengan", "untuk", "pada", "ini"} for word in words
    )
    english = sum(word in {"the", "and", "of", "to", "in", "that", "for", "with"} for word in words)
    if not indonesian and not english:
        return "other", 0.5
    return ("id" if indonesian > english else "en"), 0.9
