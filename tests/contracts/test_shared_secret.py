"""DATABASE_URL: one Secret for both programs, so both must make the same of it, and what libpq would."""

from collections.abc import Callable

import pytest
from psycopg2.extensions import parse_dsn

from scorecard_operator import address as operator_address
from scorecard_runner.database import address as runner_address
from tests.contracts.pages import CONTRACT, marked, table_of

(DOCUMENTED,) = (
    row for row in table_of(CONTRACT, "Environment of a runner pod") if row["variable"] == "`DATABASE_URL`"
)
SCHEMES = [scheme.removesuffix("://") for scheme in marked(DOCUMENTED["meaning"])]
PLAIN = "postgresql://u:p@h:5432/d"


def test_the_page_names_the_schemes_that_both_programs_take() -> None:
    assert set(SCHEMES) == set(operator_address.SCHEMES) == set(runner_address.SCHEMES)


@pytest.mark.parametrize(
    "translate",
    [
        pytest.param(operator_address.libpq_address, id="the operator"),
        pytest.param(runner_address.libpq_address, id="the runner"),
    ],
)
@pytest.mark.parametrize(
    ("given", "meant"),
    [
        *(
            pytest.param(PLAIN.replace("postgresql", each), PLAIN, id=f"the documented scheme {each}")
            for each in SCHEMES
        ),
        *(
            pytest.param(address, address, id=sentence)
            for address, sentence in (
                ("postgresql://u:p%40%2F%25%20+@h/d", "a password with reserved characters"),
                ("postgresql://u:p@[::1]:5432/d", "an address of IPv6"),
                ("postgresql://u:p@h/d?sslmode=verify-full&connect_timeout=3", "arguments of libpq"),
                ("postgresql://u:p@h/d?options=-c%20search_path%3Dcards", "an argument with a space in it"),
                ("postgresql://u:p@h/d?application_name=a+b", "an argument with a plus sign in it"),
            )
        ),
        pytest.param(f"{PLAIN}?ssl=true", f"{PLAIN}?sslmode=require", id="asyncpg asks for encryption with true"),
        pytest.param(f"{PLAIN}?prepared_statement_cache_size=0", PLAIN, id="asyncpg behind a pooler"),
    ],
)
def test_an_address_is_translated_without_changing_what_it_means(
    translate: Callable[[str], str], given: str, meant: str
) -> None:
    assert parse_dsn(translate(given)) == parse_dsn(meant)
