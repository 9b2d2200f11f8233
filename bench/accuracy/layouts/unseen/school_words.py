"""Labels of a school's form, in English and beside it in a second language or none. Pure text."""

from collections.abc import Mapping
from dataclasses import dataclass

_ENGLISH = {
    "batter": "Batter",
    "how": "How out",
    "bowler": "Bowler",
    "runs": "Runs",
    "balls": "Balls",
    "log": "Runs as scored",
    "overs": "Overs",
    "maidens": "Maidens",
    "wickets": "Wickets",
    "total": "Total",
    "extras": "Extras",
    "innings": "Innings of",
    "fell": "Fall of wickets",
    "byes": "Byes",
    "leg_byes": "Leg byes",
    "wides": "Wides",
    "no_balls": "No balls",
    "penalty": "Penalty",
}
_AFRIKAANS = {
    "batter": "Kolwer",
    "how": "Hoe uit",
    "bowler": "Bouler",
    "runs": "Lopies",
    "overs": "Boulbeurte",
    "wickets": "Paaltjies",
    "total": "Totaal",
    "extras": "Ekstras",
    "innings": "Beurt van",
    "fell": "Val van paaltjies",
}
_WELSH = {
    "batter": "Batiwr",
    "how": "Sut allan",
    "bowler": "Bowliwr",
    "runs": "Rhediadau",
    "overs": "Pelawdau",
    "wickets": "Wicedi",
    "total": "Cyfanswm",
    "innings": "Batiad",
    "fell": "Cwymp wicedi",
}
LANGUAGES: tuple[Mapping[str, str], ...] = ({}, _AFRIKAANS, _WELSH)


@dataclass(frozen=True)
class Labels:
    """How one form writes its labels; `second` holds those of the other language."""

    second: Mapping[str, str]
    between: str
    is_upper: bool

    def word(self, name: str) -> str:
        """Return a printed label in one or two languages."""
        text = self.between.join(filter(None, (_ENGLISH[name], self.second.get(name, ""))))
        return text.upper() if self.is_upper else text
