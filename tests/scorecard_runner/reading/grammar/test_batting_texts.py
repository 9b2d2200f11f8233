"""Name and dismissal of a row, where the line between them was read in the wrong place."""

import pytest

from scorecard_runner.reading.grammar.batting_texts import read_row
from scorecard_runner.reading.grammar.dismissals import HowOut


@pytest.mark.parametrize(
    ("name", "dismissal", "want"),
    [
        pytest.param("A Khan", "c Smith b Jones", ("A Khan", HowOut.CAUGHT, "Jones"), id="both in their places"),
        pytest.param("A Khan c Smith b Jones", "", ("A Khan", HowOut.CAUGHT, "Jones"), id="both in one go"),
        pytest.param("A Khan c", "Smith b Jones", ("A Khan", HowOut.CAUGHT, "Jones"), id="the c stands with the name"),
        pytest.param("M E", "Lee c Smith b Jones", ("M E Lee", HowOut.CAUGHT, "Jones"), id="the surname stands apart"),
        pytest.param("A Khan", "Smith b Jones", ("A Khan", HowOut.CAUGHT, "Jones"), id="the c was lost"),
        pytest.param("A Khan ¢c Smith", "b Jones", ("A Khan", HowOut.CAUGHT, "Jones"), id="the catch began beside him"),
        pytest.param("A Khan sub (Uys) b Ody", "", ("A Khan", HowOut.CAUGHT, "Ody"), id="a substitute without his c"),
        pytest.param("A Khan+b Ody", "", ("A Khan+", HowOut.BOWLED, "Ody"), id="a mark without its space"),
        pytest.param("A Khanlbw b Ody", "", ("A Khan", HowOut.LBW, "Ody"), id="leg before wicket without its space"),
        pytest.param("A Khannot", "out", ("A Khannot", None, None), id="not alone may be the end of a name"),
        pytest.param("A Khannot out", "", ("A Khan", HowOut.NOT_OUT, None), id="not out without its space"),
        pytest.param("A Khan c& b Ody", "", ("A Khan", HowOut.CAUGHT, "Ody"), id="the sign close to the c"),
        pytest.param("A Khan c †Coxb Ody", "", ("A Khan", HowOut.CAUGHT, "Ody"), id="a b close to the catcher"),
        pytest.param("A Khan c†Cox b Ody", "", ("A Khan", HowOut.CAUGHT, "Ody"), id="a dagger close to the c"),
        pytest.param("A Khan b.Ody", "", ("A Khan", HowOut.BOWLED, "Ody"), id="a full stop close to the bowler"),
        pytest.param("A Khan c.& b. Ody", "", ("A Khan", HowOut.CAUGHT, "Ody"), id="a full stop close to the sign"),
        pytest.param("A Khan", "CCox b Ody", ("A Khan", HowOut.CAUGHT, "Ody"), id="a capital c close to the catcher"),
        pytest.param("A Khan CCox", "b Ody", ("A Khan", HowOut.CAUGHT, "Ody"), id="the catch close to the name"),
        pytest.param("CCox", "b Ody", ("CCox", HowOut.BOWLED, "Ody"), id="an initial close to the surname"),
        pytest.param("A Khan", "stCox b Ody", ("A Khan", HowOut.STUMPED, "Ody"), id="st close to the keeper"),
        pytest.param("N ST CLAIR b Ody", "", ("N ST CLAIR", HowOut.BOWLED, "Ody"), id="a saint in capitals"),
        pytest.param("A KHAN ST COX B ODY", "", ("A KHAN", HowOut.STUMPED, "ODY"), id="all in capitals"),
        pytest.param(
            "A Khan c. Coxb. Ody", "", ("A Khan", HowOut.CAUGHT, "Ody"), id="a b with its stop close to the catcher"
        ),
        pytest.param("A Khan c.†Cox b. Ody", "", ("A Khan", HowOut.CAUGHT, "Ody"), id="a dagger close to the stop"),
        pytest.param("A Webb", "not out", ("A Webb", HowOut.NOT_OUT, None), id="a name that ends with a b"),
        pytest.param("A Khan", "n not out", ("A Khan", HowOut.NOT_OUT, None), id="dirt before not out"),
        pytest.param(
            "B",
            "Retired - Not out",
            ("B", HowOut.RETIRED_NOT_OUT, None),
            id="retired with a dash is no part of the name",
        ),
        pytest.param("B Retired", "hurt", ("B", HowOut.RETIRED_HURT, None), id="retired stands with the name"),
        pytest.param("A Khan run", "out (Smith)", ("A Khan", HowOut.RUN_OUT, None), id="run stands with the name"),
        pytest.param(
            "Rishad Hit", "b Jones", ("Rishad Hit", HowOut.BOWLED, "Jones"), id="a surname that is no such word"
        ),
        pytest.param("not out", "", ("", HowOut.NOT_OUT, None), id="the name was not read"),
        pytest.param("A Khan", "xx yy", ("A Khan", None, None), id="no dismissal at all"),
    ],
)
def test_texts_are_cut_where_the_dismissal_begins(
    name: str, dismissal: str, want: tuple[str, HowOut | None, str | None]
) -> None:
    found = read_row(name, dismissal)
    said = found.dismissal
    assert (found.name, said and said.how_out, said and said.bowler) == want
