"""Every usual notation of a dismissal is understood, and nothing else is taken for one."""

import pytest

from scorecard_runner.reading.grammar.dismissal_openings import split_dismissal
from scorecard_runner.reading.grammar.dismissals import (
    Dismissal,
    HowOut,
    parse_dismissal,
    parse_without_its_letter,
)


@pytest.mark.parametrize(
    ("text", "bowler"),
    [
        pytest.param("Faisal Mbaraj b Tariq Zamnaid", "Tariq Zamnaid", id="the c was dropped"),
        pytest.param("c¢ WML Fenley b PNP Whitwright", "PNP Whitwright", id="the c was read twice"),
        pytest.param("(ATP Sham b NL Dev", "NL Dev", id="the c became a bracket"),
        pytest.param("1G Shah b. Bal", "Bal", id="a dagger read as a one, and a full stop behind the b"),
        pytest.param("Maribarbanib. Langbrook", "Langbrook", id="the b stands too close to the fielder"),
        pytest.param("b Smith", None, id="nobody before the bowler"),
        pytest.param("Smith Jones", None, id="no bowler"),
        pytest.param("4 b 5", None, id="no names"),
    ],
)
def test_a_catch_is_known_without_its_letter(text: str, bowler: str | None) -> None:
    found = parse_without_its_letter(text)
    assert (found and (found.how_out, found.bowler)) == (bowler and (HowOut.CAUGHT, bowler))


@pytest.mark.parametrize(
    ("text", "how_out"),
    [
        pytest.param("h. b Lungile", HowOut.BOWLED, id="b read as h"),
        pytest.param("bs b Kofi", HowOut.BOWLED, id="b with a stroke behind it"),
        pytest.param("low b Khan", HowOut.LBW, id="lbw read as low"),
        pytest.param("1hw b Khan", HowOut.LBW, id="lbw read as 1hw"),
        pytest.param("fbw b Khan", HowOut.LBW, id="lbw read as fbw"),
        pytest.param("Ng b Khan", HowOut.CAUGHT, id="a short name"),
    ],
)
def test_no_fielder_is_made_up_of_a_misread_sign(text: str, how_out: HowOut) -> None:
    found = parse_without_its_letter(text)
    assert found
    assert found.how_out is how_out


def test_dirt_before_not_out_is_passed_over() -> None:
    assert parse_without_its_letter("1] n not out") == Dismissal(HowOut.NOT_OUT)


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("c Ali b Khan", Dismissal(HowOut.CAUGHT, "Khan", ("Ali",)), id="caught"),
        pytest.param("c †Ali b Khan", Dismissal(HowOut.CAUGHT, "Khan", ("Ali",)), id="caught by the keeper"),
        pytest.param("c & b Khan", Dismissal(HowOut.CAUGHT, "Khan", ("Khan",)), id="caught and bowled"),
        pytest.param("c: Ali b: Khan", Dismissal(HowOut.CAUGHT, "Khan", ("Ali",)), id="caught, with colons"),
        pytest.param("c: & b: Khan", Dismissal(HowOut.CAUGHT, "Khan", ("Khan",)), id="caught and bowled, with colons"),
        pytest.param("st: Ali b: Khan", Dismissal(HowOut.STUMPED, "Khan", ("Ali",)), id="stumped, with colons"),
        pytest.param("b: Khan", Dismissal(HowOut.BOWLED, "Khan"), id="bowled, with a colon"),
        pytest.param("c and b Khan", Dismissal(HowOut.CAUGHT, "Khan", ("Khan",)), id="caught and bowled in words"),
        pytest.param("b van der Weel", Dismissal(HowOut.BOWLED, "van der Weel"), id="bowled by a name with particles"),
        pytest.param("lbw b O'Rennick", Dismissal(HowOut.LBW, "O'Rennick"), id="leg before wicket"),
        pytest.param("1bw b Khan", Dismissal(HowOut.LBW, "Khan"), id="a one read for the l of lbw"),
        pytest.param(
            "rbw Khan", Dismissal(HowOut.LBW, "Khan"), id="an r read for the l of lbw, before a bowler's column"
        ),
        pytest.param("C. &6. Khan", Dismissal(HowOut.CAUGHT, "Khan", ("Khan",)), id="a 6 with a full stop for the b"),
        pytest.param("st Ali b Khan", Dismissal(HowOut.STUMPED, "Khan", ("Ali",)), id="stumped"),
        pytest.param("run out (Ali)", Dismissal(HowOut.RUN_OUT, None, ("Ali",)), id="run out by one"),
        pytest.param(
            "run out (Ali/†Khan)", Dismissal(HowOut.RUN_OUT, None, ("Ali", "Khan")), id="run out by two fielders"
        ),
        pytest.param("hit wicket b Khan", Dismissal(HowOut.HIT_WICKET, "Khan"), id="hit wicket"),
        pytest.param("not out", Dismissal(HowOut.NOT_OUT), id="not out"),
        pytest.param("retired hurt", Dismissal(HowOut.RETIRED_HURT), id="retired hurt"),
        pytest.param("retired out", Dismissal(HowOut.RETIRED_OUT), id="retired out"),
        pytest.param("absent hurt", Dismissal(HowOut.ABSENT_HURT), id="absent hurt"),
        pytest.param("sent hurt", Dismissal(HowOut.ABSENT_HURT), id="absent, cut off by the edge"),
        pytest.param("ot out", Dismissal(HowOut.NOT_OUT), id="not out, cut off by the edge"),
        pytest.param("nit the ball twice", Dismissal(HowOut.HIT_BALL_TWICE), id="the ball hit twice, a letter wrong"),
        pytest.param("timed out", Dismissal(HowOut.TIMED_OUT), id="timed out"),
        pytest.param("& b Khan", Dismissal(HowOut.CAUGHT, "Khan", ("Khan",)), id="caught and bowled without its c"),
        pytest.param("c b Khan", Dismissal(HowOut.CAUGHT, "Khan", ("Khan",)), id="caught and bowled without its sign"),
        pytest.param("c&bADas", Dismissal(HowOut.CAUGHT, "A Das", ("A Das",)), id="caught and bowled without a space"),
        pytest.param("c & b B Khan", Dismissal(HowOut.CAUGHT, "B Khan", ("B Khan",)), id="a bowler with the initial B"),
        pytest.param(
            "c A B Ali b Khan", Dismissal(HowOut.CAUGHT, "Khan", ("A B Ali",)), id="a fielder with the initial B"
        ),
        pytest.param("ctCbA", Dismissal(HowOut.CAUGHT, "A", ("C",)), id="caught, by initials, without a space"),
        pytest.param("c¢. Ali bh. Khan", Dismissal(HowOut.CAUGHT, "Khan", ("Ali",)), id="both letters read badly"),
        pytest.param("tow b Khan", Dismissal(HowOut.LBW, "Khan"), id="leg before wicket, its l and b misread"),
        pytest.param("bw b Khan", Dismissal(HowOut.LBW, "Khan"), id="leg before wicket without its l"),
        pytest.param("blLee", Dismissal(HowOut.BOWLED, "Lee"), id="a bar between the b and the bowler"),
        pytest.param("not Cut", Dismissal(HowOut.NOT_OUT), id="not out with a capital read for its o"),
        pytest.param("dd not bat", Dismissal(HowOut.DID_NOT_BAT), id="did not bat, misread"),
        pytest.param("c tAli b Khan", Dismissal(HowOut.CAUGHT, "Khan", ("Ali",)), id="a keeper's dagger read as a t"),
        pytest.param("CVbR", Dismissal(HowOut.CAUGHT, "R", ("V",)), id="a capital c before initials"),
        pytest.param("c sub (Fry)b Khan", Dismissal(HowOut.CAUGHT, "Khan", ("Fry",)), id="a bracket close to the b"),
        pytest.param("Smith", None, id="a name is no dismissal"),
        pytest.param("B Smith", None, id="a capital B is an initial"),
        pytest.param("", None, id="nothing is no dismissal"),
    ],
)
def test_a_notation_is_understood(text: str, want: Dismissal | None) -> None:
    assert parse_dismissal(text) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param(
            "RG Sharma c Klaasen b Maharaj", ("RG Sharma", "c Klaasen b Maharaj"), id="caught beside the name"
        ),
        pytest.param("JP Millbrook not out", ("JP Millbrook", "not out"), id="not out beside the name"),
        pytest.param("R van der Weel", None, id="a name alone stays whole"),
        pytest.param(
            "RN Ash e +du Oak b Bhasad", ("RN Ash", "e +du Oak b Bhasad"), id="an e for the c before a keeper's mark"
        ),
        pytest.param("G Mir sub (Uys) b Ody", ("G Mir", "sub (Uys) b Ody"), id="a substitute without his c"),
    ],
)
def test_a_dismissal_beside_the_name_is_split_off(text: str, want: tuple[str, str] | None) -> None:
    assert split_dismissal(text) == want


@pytest.mark.parametrize(
    ("how_out", "is_out"),
    [
        (HowOut.BOWLED, True),
        (HowOut.RUN_OUT, True),
        (HowOut.RETIRED_OUT, True),
        (HowOut.RETIRED_HURT, False),
        (HowOut.NOT_OUT, False),
    ],
)
def test_a_wicket_falls_only_where_the_laws_say_so(how_out: HowOut, is_out: bool) -> None:  # noqa: FBT001 - a table column
    assert how_out.is_out is is_out


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("MDN St Blackslade b Ode", ("MDN St Blackslade", "b Ode"), id="a saint in a name"),
        pytest.param("Smith st Ali b Ode", ("Smith", "st Ali b Ode"), id="stumped"),
        pytest.param(
            "Smith St †Ali b Ode", ("Smith", "St †Ali b Ode"), id="stumped with a capital, before the keeper's mark"
        ),
        pytest.param("K. Ince lbw b Ode", ("K. Ince", "lbw b Ode"), id="an initial with a full stop"),
        pytest.param("N S Ody e Ilesanmi b Roy", ("N S Ody", "e Ilesanmi b Roy"), id="the c of a catch read as an e"),
        pytest.param("ZPKhan*b Ali", ("ZPKhan*", "b Ali"), id="a mark so near that the space is lost"),
    ],
)
def test_a_name_ends_where_the_dismissal_begins(text: str, want: tuple[str, str]) -> None:
    assert split_dismissal(text) == want


def test_a_keeper_s_initial_b_does_not_make_the_bowler_the_catcher() -> None:
    assert parse_dismissal("c +B Roy b AS Ali") == Dismissal(HowOut.CAUGHT, "AS Ali", ("B Roy",))


@pytest.mark.parametrize("text", ["BLD Khan", "bld Khan", "Bwd Khan", "BOWLED Khan"])
def test_bowled_in_short_has_its_bowler(text: str) -> None:
    assert parse_dismissal(text) == Dismissal(HowOut.BOWLED, "Khan")


def test_initials_before_a_name_are_no_lbw() -> None:
    assert parse_dismissal("BW MacStanstone") is None
