"""How single values are written."""

from dataclasses import replace

import pytest

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import Dismissal, Fielder
from bench.accuracy.invented.names import PersonName
from bench.accuracy.invented.sides import Player, Side
from bench.accuracy.printed.mistakes import with_mistake
from bench.accuracy.printed.notation import MARKS, WORDS, Economy, Notation, choose_notation
from bench.accuracy.printed.view import BatterView
from bench.accuracy.printed.wording import dismissal_text, economy_text, full_name, overs_text, without_bowler

KHAN = Player(PersonName("Imran", "I", "Khan"))
ALI = Player(PersonName("Yusuf", "YT", "Ali"), is_keeper=True)
ROY = Player(PersonName("Lewis", "LJ", "Roy"))
ROY_THE_OTHER = Player(PersonName("Miles", "M", "Roy"))
SINGLE = Player(PersonName("", "", "A"))
SIDE = Side("Harbour CC", (KHAN, ALI, ROY, ROY_THE_OTHER, SINGLE), (Player(PersonName("Ned", "N", "Fry")),))


def notation(**changes: object) -> Notation:
    plain = replace(choose_notation(Dice(1)), short_names="surname", words=WORDS[0], marks=MARKS[0])
    return replace(plain, **changes)  # type: ignore[arg-type] # any field


@pytest.mark.parametrize(
    ("dismissal", "text"),
    [
        (Dismissal("caught", KHAN, (Fielder(ALI),)), "c †Ali b Khan"),
        (Dismissal("caught", KHAN, (Fielder(ROY),)), "c LJ Roy b Khan"),
        (Dismissal("caught", KHAN, (Fielder(SIDE.bench[0], is_substitute=True),)), "c sub (Fry) b Khan"),
        (Dismissal("caught and bowled", KHAN), "c & b Khan"),
        (Dismissal("stumped", KHAN, (Fielder(ALI),)), "st †Ali b Khan"),
        (Dismissal("run out", None, (Fielder(ROY), Fielder(ALI))), "run out (LJ Roy/†Ali)"),
        (Dismissal("hit wicket", KHAN), "hit wicket b Khan"),
        (Dismissal("retired hurt"), "retired hurt"),
        (Dismissal(), "not out"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_dismissal_is_written_as_cards_do(dismissal: Dismissal, text: str) -> None:
    assert dismissal_text(dismissal, SIDE, notation()) == text


@pytest.mark.parametrize(
    ("text", "kind", "before"),
    [
        ("c Ali b Khan", "caught", "c Ali"),
        ("c. Ali b. Khan", "caught", "c. Ali"),
        ("c & b Khan", "caught and bowled", "c & b"),
        ("b Khan", "bowled", "b"),
        ("lbw b Khan", "lbw", "lbw"),
    ],
)
def test_the_bowler_may_have_a_column_of_his_own(text: str, kind: str, before: str) -> None:
    assert without_bowler(text, "Khan", Dismissal(kind, KHAN)) == before


@pytest.mark.parametrize(
    ("style", "text"),
    [
        ("full", "Yusuf Ali"),
        ("initials", "YT Ali"),
        ("dotted", "Y.T. Ali"),
        ("spaced", "Y T Ali"),
        ("surname", "Ali"),
        ("surname first", "Ali YT"),
    ],
)
def test_a_name_is_written_in_the_style_of_the_card(style: str, text: str) -> None:
    assert full_name(ALI, SIDE, notation(names=style)) == text


def test_a_surname_alone_is_not_used_for_two() -> None:
    assert full_name(ROY, SIDE, notation(names="surname")) == "LJ Roy"


def test_somebody_of_one_name_has_no_initials() -> None:
    assert full_name(SINGLE, SIDE, notation(names="dotted")) == "A"


@pytest.mark.parametrize(("balls", "text"), [(118, "19.4"), (120, "20"), (5, "0.5"), (0, "0")])
def test_balls_are_written_as_overs(balls: int, text: str) -> None:
    assert overs_text(balls) == text


@pytest.mark.parametrize(
    ("economy", "text"),
    [("rounded", "1.89"), ("truncated", "1.88"), ("decimal overs", "2.00")],
    ids=lambda value: value,
)
def test_sources_work_out_the_economy_in_their_own_ways(economy: Economy, text: str) -> None:
    assert economy_text(11, 35, notation(economy=economy, economy_decimals=2)) == text


def batter(runs: str) -> BatterView:
    return BatterView("T Roy", "", mark_in_front=False, captain=False, keeper=False, dismissal="not out", kind="not out",
                      bowler="", fielders=(), cells={"runs": runs})  # fmt: skip


@pytest.mark.parametrize(("mistake", "runs"), [(0, ["5", "7*"]), (1, ["5", "8*"]), (2, ["7", "7*"])], ids=str)
def test_a_mistake_changes_the_runs_of_one_batter(mistake: int, runs: list[str]) -> None:
    rows = with_mistake([batter("5"), batter("7*")], mistake)
    assert [row.cells["runs"] for row in rows] == runs
