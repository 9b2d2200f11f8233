"""The figures of a match as plain data, as a scorer's book would hold them."""

from dataclasses import dataclass, field

from bench.accuracy.invented.sides import Player, Side

BALLS_PER_OVER = 6


@dataclass(frozen=True)
class Fielder:
    """Who had a hand in a dismissal."""

    player: Player
    is_substitute: bool = False


@dataclass(frozen=True)
class Dismissal:
    """How an innings of a batter ended; `kind` is in the words of the truth's schema."""

    kind: str = "not out"
    bowler: Player | None = None
    fielders: tuple[Fielder, ...] = ()


@dataclass
class BatterFigures:
    """A batter's innings while it grows."""

    player: Player
    dismissal: Dismissal = Dismissal()
    runs: int = 0
    balls: int = 0
    minutes: int = 0
    fours: int = 0
    sixes: int = 0

    @property
    def came_in(self) -> bool:
        """Whether there was an innings at all."""
        return self.dismissal.kind != "absent hurt"


@dataclass
class BowlerFigures:
    """A bowler's analysis while it grows; `wides` counts runs, as most scorers do."""

    player: Player
    balls: int = 0
    maidens: int = 0
    runs: int = 0
    wickets: int = 0
    wides: int = 0
    no_balls: int = 0
    dots: int = 0
    fours: int = 0
    sixes: int = 0


@dataclass(frozen=True)
class Fall:
    """The score when a wicket fell."""

    wicket: int
    runs: int
    batter: Player
    balls: int


@dataclass
class InningsFigures:
    """One side's innings with the other's bowling."""

    side: Side
    opponents: Side
    number: int = 1
    batters: list[BatterFigures] = field(default_factory=list)
    bowlers: list[BowlerFigures] = field(default_factory=list)
    falls: list[Fall] = field(default_factory=list)
    balls: int = 0
    byes: int = 0
    leg_byes: int = 0
    penalty: int = 0
    declared: bool = False
    all_out: bool = False

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
        return self.byes + self.leg_byes + self.wides + self.no_balls + self.penalty

    @property
    def total(self) -> int:
        """The score."""
        return sum(batter.runs for batter in self.batters) + self.extras

    @property
    def wickets(self) -> int:
        """Wickets down."""
        return len(self.falls)

    @property
    def did_not_bat(self) -> list[Player]:
        """Players who were not needed."""
        batted = [batter.player for batter in self.batters]
        return [player for player in self.side.players if player not in batted]


@dataclass(frozen=True)
class Format:
    """The rules of a match and how fast it is scored."""

    name: str
    overs: int | None
    players: int = 11
    innings: int = 2
    overs_of_bowler: int | None = None
    pace: float = 0.5


@dataclass(frozen=True)
class Match:
    """All innings, and what stands above a card."""

    format: Format
    innings: tuple[InningsFigures, ...]
    result: str
    toss: str
    venue: str
    event: str
    year: int
    month: int
    day: int

    @property
    def sides(self) -> tuple[Side, Side]:
        """Both teams, the one that batted first before the other."""
        return self.innings[0].side, self.innings[0].opponents
