"""The figures of a match as plain data, as a scorer's book would hold them."""

from dataclasses import dataclass, field

BALLS_PER_OVER = 6


@dataclass(frozen=True)
class Player:
    """One of eleven; marks are printed after the name."""

    name: str
    is_captain: bool = False
    is_keeper: bool = False

    @property
    def surname(self) -> str:
        """The name without initials, as dismissals print it."""
        return self.name.split(" ", 1)[1]

    @property
    def printed(self) -> str:
        """The name with its marks."""
        return self.name + " (c)" * self.is_captain + " (wk)" * self.is_keeper


@dataclass(frozen=True)
class Side:
    """A team; the last six players bowl."""

    name: str
    players: tuple[Player, ...]

    @property
    def bowlers(self) -> tuple[Player, ...]:
        """Who bowls, in the order in which they are called up."""
        return self.players[-6:]

    @property
    def keeper(self) -> Player:
        """Who stands behind the stumps."""
        return next(player for player in self.players if player.is_keeper)


@dataclass
class BatterFigures:
    """A batter's innings while it grows."""

    player: Player
    dismissal: str = "not out"
    runs: int = 0
    balls: int = 0
    fours: int = 0
    sixes: int = 0

    @property
    def strike_rate(self) -> str:
        """Runs off a hundred balls, two decimals."""
        return f"{100 * self.runs / self.balls:.2f}" if self.balls else "0.00"


@dataclass
class BowlerFigures:
    """A bowler's analysis while it grows."""

    player: Player
    balls: int = 0
    maidens: int = 0
    runs: int = 0
    wickets: int = 0
    wides: int = 0
    no_balls: int = 0

    @property
    def overs(self) -> str:
        """Overs and balls, 3.4; whole overs without a point."""
        return overs_text(self.balls)

    @property
    def economy(self) -> str:
        """Runs an over, two decimals."""
        return f"{BALLS_PER_OVER * self.runs / self.balls:.2f}"


@dataclass(frozen=True)
class Fall:
    """The score when a wicket fell."""

    wicket: int
    runs: int
    batter: Player
    over: str


@dataclass
class InningsFigures:
    """One side's innings with the other's bowling."""

    side: Side
    opponents: Side
    batters: list[BatterFigures] = field(default_factory=list)
    bowlers: list[BowlerFigures] = field(default_factory=list)
    falls: list[Fall] = field(default_factory=list)
    balls: int = 0
    byes: int = 0
    leg_byes: int = 0

    @property
    def wides(self) -> int:
        """Wides of all bowlers."""
        return sum(bowler.wides for bowler in self.bowlers)

    @property
    def no_balls(self) -> int:
        """No-balls of all bowlers."""
        return sum(bowler.no_balls for bowler in self.bowlers)

    @property
    def extras(self) -> int:
        """Runs that no batter scored."""
        return self.byes + self.leg_byes + self.wides + self.no_balls

    @property
    def total(self) -> int:
        """The score."""
        return sum(batter.runs for batter in self.batters) + self.extras

    @property
    def wickets(self) -> int:
        """Wickets down."""
        return len(self.falls)

    @property
    def overs(self) -> str:
        """Overs bowled."""
        return overs_text(self.balls)

    @property
    def did_not_bat(self) -> list[Player]:
        """Players who were not needed."""
        batted = [batter.player for batter in self.batters]
        return [player for player in self.side.players if player not in batted]


@dataclass(frozen=True)
class Match:
    """Two innings and how it ended."""

    innings: tuple[InningsFigures, InningsFigures]
    result: str


def overs_text(balls: int) -> str:
    """Return balls as overs: 118 balls are 19.4 overs."""
    completed, rest = divmod(balls, BALLS_PER_OVER)
    return f"{completed}.{rest}" if rest else str(completed)
