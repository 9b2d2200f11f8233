"""The lines above a table: which of them is the team, which says the score.

The nearest line is not always the title: section names, keepers and result banners stand between. Lines are ranked by
what they say, nearer ones first.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from scorecard_runner.reading.cards.card import Text
from scorecard_runner.reading.cards.team_names import likeness
from scorecard_runner.reading.grammar.labels import label_of
from scorecard_runner.reading.grammar.match import find_result, find_toss
from scorecard_runner.reading.grammar.scores import Score, find_overs
from scorecard_runner.reading.grammar.titles import Title, parse_opponent, parse_team, parse_title, parse_versus
from scorecard_runner.reading.page.lines import Line

_LOOK_BACK_LINES = 6
_SAME_TEAM = 0.6  # likeness of two spellings
_FAR_LINES = 0.6
"""How much less a title is worth for each line between it and the table."""


@dataclass(frozen=True)
class Head:
    """What the lines above a batting table say."""

    team: Text | None = None
    score: Score | None = None
    score_line: Line | None = None


def find_head(lines: Sequence[Line], lead: str) -> Head:
    """Return team and score of the innings whose table follows these lines.

    Args:
        lines: what stands above the heading, from top to bottom.
        lead: words in the heading line before the first column name.
    """
    nearest = list(reversed(lines[-_LOOK_BACK_LINES:]))
    titles = [
        (rank, title, line)
        for distance, line in enumerate(nearest)
        if (title := _title(line))
        for rank in [_worth(title) - _FAR_LINES * distance]
    ]
    titles.sort(key=lambda entry: -entry[0])
    team = _team(titles, lead)
    score_entry = next(
        ((title.score, line) for _, title, line in titles if _says_score(title) and _is_of(title, team)), None
    )
    score, score_line = score_entry or (None, None)
    return Head(team, _with_overs(score, nearest), score_line)


def find_opponent(lines: Sequence[Line]) -> Text | None:
    """Return the side that one of these lines names after a `v` alone: whoever bowls in the innings below."""
    phrases = (line.phrases[0] for line in lines)
    return next(
        (Text(team, each.confidence, each.readers) for each in phrases if (team := parse_opponent(each.text))), None
    )


def _is_of(title: Title, team: Text | None) -> bool:
    """Whether a score can be this team's: lines above the first innings give the scores of both sides."""
    if title.team is None or team is None:
        return True
    own, other = team.text.casefold(), title.team.casefold()
    return likeness(own, other) >= _SAME_TEAM or own in other or other in own


def find_side(lines: Sequence[Line], lead: str) -> Text | None:
    """Return the bowling team if the line right above a bowling table, or its heading, names it."""
    if team := parse_team(lead):
        return Text(team, 1.0)
    if not lines or label_of(lines[-1].text) or any(character.isdigit() for character in lines[-1].text):
        return None
    text = lines[-1].text
    team = parse_opponent(text) or parse_team(text)
    return Text(team, lines[-1].confidence, lines[-1].readers) if team else None


def _title(line: Line) -> Title | None:
    text = line.text
    if find_result(text) or find_toss(text) or parse_versus(text) or parse_opponent(line.phrases[0].text):
        return None
    return parse_title(text)


def _worth(title: Title) -> float:
    return 4.0 * title.says_innings + 3.0 * _says_score(title) + 1.0 * (title.team is not None)


def _says_score(title: Title) -> bool:
    """Whether the number in it is surely a score: it comes with wickets or overs, or under the word innings."""
    score = title.score
    return score is not None and (score.wickets is not None or score.overs is not None or title.says_innings)


def _team(titles: Sequence[tuple[float, Title, Line]], lead: str) -> Text | None:
    if team := parse_team(lead):
        return Text(team, 1.0)
    return next((Text(title.team, line.confidence, line.readers) for _, title, line in titles if title.team), None)


def _with_overs(score: Score | None, lines: Sequence[Line]) -> Score | None:
    if score is None or score.overs is not None:
        return score
    overs = next((found for line in lines[:2] if (found := find_overs(line.text))), None)
    return Score(score.runs, score.wickets, overs, score.is_all_out, score.is_declared)
