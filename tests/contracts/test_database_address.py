"""DATABASE_URL in the dialects that the backend's Secret may hold."""

import pytest

from scorecard_runner.database.address import libpq_address


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
            "postgresql://u@/d?host=/run/pg", "postgresql://u@/d?host=%2Frun%2Fpg", id="a socket instead of a host"
        ),
    ],
)
def test_translation(url: str, address: str) -> None:
    assert libpq_address(url) == address


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
def test_refusal_never_repeats_the_address(url: str) -> None:
    with pytest.raises(ValueError, match="it ") as refusal:
        libpq_address(url)
    assert "secret" not in str(refusal.value)
