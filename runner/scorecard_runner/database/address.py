"""Translates the backend's DATABASE_URL into one that libpq understands.

The backend speaks SQLAlchemy and asyncpg, so the same Secret may hold their dialects. Pure; refuses to connect.
"""

from urllib.parse import urlsplit

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
    # Never decoded: libpq's rules for escapes are not those of web forms (a plus sign is no space).
    arguments = (argument.partition("=") for argument in parts.query.split("&") if argument)
    query = "&".join("=".join(_translated(name, value)) for name, _, value in arguments if name not in ASYNCPG_ONLY)
    return f"postgresql://{parts.netloc}{parts.path}{'?' if query else ''}{query}"


def _translated(name: str, value: str) -> tuple[str, str]:
    return ("sslmode", SSL_WORDS.get(value.lower(), value)) if name == "ssl" else (name, value)
