"""Small pieces of HTML."""

from collections.abc import Iterable
from html import escape
from string import Template


def tag(name: str, text: str, kind: str = "") -> str:
    """Return an element with escaped text."""
    return wrap(name, escape(text, quote=False), kind)


def wrap(name: str, inner: str, kind: str = "") -> str:
    """Return an element around HTML; `kind` is its class."""
    opening = f'<{name} class="{kind}">' if kind else f"<{name}>"
    return f"{opening}{inner}</{name}>"


def row(cells: Iterable[str], kind: str = "") -> str:
    """Return a table row of finished cells."""
    return wrap("tr", "".join(cells), kind)


def number_cells(texts: Iterable[str], name: str = "td") -> list[str]:
    """Return cells of numbers."""
    return [tag(name, text, "n") for text in texts]


def spanning(text: str, columns: int, kind: str = "") -> str:
    """Return one cell across several columns."""
    return f'<td class="{kind}" colspan="{columns}">{escape(text, quote=False)}</td>'


def document(css: str, body: str, **values: object) -> str:
    """Return a whole page; `$name` in the style is replaced by the value of that name."""
    style = Template(css).substitute({name: str(value) for name, value in values.items()})
    return f'<!doctype html><html lang="en"><head><meta charset="utf-8"><style>{style}</style></head><body>{body}</body></html>'
