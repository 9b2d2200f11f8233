"""Translates the backend's DATABASE_URL into one that libpq understands.

The backend speaks SQLAlchemy and asyncpg, so the same Secret may hold their dialects. The runner reads the same Secret
by the same rules (`tests/contracts` holds both to one table). Pure; refuses to connect.
"""

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

SCHEMES = ("postgresql", "postgres", "postgresql+asyncpg", "postgresql+psycopg2")
# asyncpg's own arguments: libpq refuses a URL that carries an argument it does not know.
ASYNCPG_ONLY = {"prepared_statement_cache_size", "statement_cache_size", "prepared_statement_name_func", "timeout"}
SSL_WORDS = {"true": "require", "1": "require", "false": "disable", "0": "disable"}


def libpq_address(url: str) -> str:
    """Return `url` as libpq reads it: scheme `postgresql`, asyncpg's `ssl=` as `sslmode=`.

    Raises:
        ValueError: the text is no address of a PostgreSQL database; its message never repeats the address.
    """
    try:
        parts = urlsplit(url.strip())
        is_usable = parts.scheme in SCHEMES and parts.port != 0
    except ValueError:
        is_usable = False
    if not is_usable:
        raise ValueError("it is no PostgreSQL address")
    if not parts.path.strip("/"):
        raise ValueError("it names no database")
    arguments = [_translated(name, value) for name, value in parse_qsl(parts.query) if name not in ASYNCPG_ONLY]
    return urlunsplit(("postgresql", parts.netloc, parts.path, urlencode(arguments), ""))


def _translated(name: str, value: str) -> tuple[str, str]:
    return ("sslmode", SSL_WORDS.get(value.lower(), value)) if name == "ssl" else (name, value)
