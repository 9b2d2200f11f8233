"""DATABASE_URL in the dialects that the backend's Secret may hold: both programs read the same Secret."""

from collections.abc import Callable

import pytest

from scorecard_operator.address import libpq_address as for_the_operator
from scorecard_runner.database.address import libpq_address as for_the_runner

PROGRAMS = [pytest.param(for_the_operator, id="operator"), pytest.param(for_the_runner, id="runner")]


@pytest.mark.parametrize("libpq_address", PROGRAMS)
@pytest.mark.parametrize(
    ("url", "address"),
    [
        pytest.param("postgresql://u:p@h:5432/d", "postgresql://u:p@h:5432/d", id="libpq's own stays"),
        pytest.param("postgres://u:p@h/d", "postgresql://u:p@h/d", id="the short scheme"),
        pytest.param("postgresql+asyncpg://u:p@h/d", "postgresql://u:p@h/d", id="asyncpg"),
        pytest.param("postgresql+psycopg2://u:p@h/d", "postgresql://u:p@h/d", id="psycopg2"),
        pytest.param(
            "postgresql+asyncpg://h/d?ssl=require", "postgresql://h/d?sslmode=require", id="asyncpg's name for TLS"
        ),
        pytest.param("postgresql+asyncpg://h/d?ssl=true", "postgresql://h/d?sslmode=require", id="TLS as true"),
        pytest.param(
            "postgresql+asyncpg://h/d?prepared_statement_cache_size=0&ssl=verify-full",
            "postgresql://h/d?sslmode=verify-full",
            id="arguments that libpq would refuse are left out",
        ),
        pytest.param("postgres://u:p%40ss@h/d", "postgresql://u:p%40ss@h/d", id="an escaped password stays escaped"),
        pytest.param(" postgres://h/d\n", "postgresql://h/d", id="the newline of a Secret made with echo"),
        pytest.param(
            "postgresql://u@/d?host=/run/pg", "postgresql://u@/d?host=/run/pg", id="a socket instead of a host"
        ),
        pytest.param("postgres:///d?host=/run/pg", "postgresql:///d?host=/run/pg", id="a socket and no host at all"),
    ],
)
def test_translation(libpq_address: Callable[[str], str], url: str, address: str) -> None:
    assert libpq_address(url) == address


@pytest.mark.parametrize("libpq_address", PROGRAMS)
@pytest.mark.parametrize(
    "url",
    [
        pytest.param("mysql://u:secret@h/d", id="another database"),
        pytest.param("secret", id="no address at all"),
        pytest.param("postgresql://u:secret@h", id="no database named"),
        pytest.param("postgresql://u:secret@h:port/d", id="a port that is no number"),
        pytest.param("postgresql://u:secret@[h/d", id="a bracket left open"),
    ],
)
def test_refusal_never_repeats_the_address(libpq_address: Callable[[str], str], url: str) -> None:
    with pytest.raises(ValueError, match="it ") as refusal:
        libpq_address(url)
    assert "secret" not in str(refusal.value)
