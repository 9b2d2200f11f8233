"""Lists written as one line of text."""


def words_of(text: str, between: str | None = None) -> tuple[str, ...]:
    """Return the words of the text; `between` parts them instead of blanks."""
    return tuple(text.split(between))
