"""A phone's chat or a forum's thread: somebody typed the card into a message, others answer above and below."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import Match
from bench.accuracy.invented.sides import invent_official
from bench.accuracy.layouts.fonts import MONO, SANS
from bench.accuracy.layouts.markup import document, tag, wrap
from bench.accuracy.layouts.page import Layout, Page
from bench.accuracy.layouts.practice.joined import ANALYSIS, analysis
from bench.accuracy.layouts.practice.scores import RUNS_FIRST, WICKETS_FIRST, with_scores
from bench.accuracy.printed.fill import fill_card
from bench.accuracy.printed.notation import EXTRAS, MARKS, WORDS, Notation, choose_notation
from bench.accuracy.printed.plan import choose_plan
from bench.accuracy.printed.view import BatterView, CardView, InningsView

_CSS = """
body{margin:0;font:$size/1.35 $font;color:$text;background:$page}
.top{background:$top;color:$toptext;display:flex;gap:12px;align-items:center;padding:10px 14px;font-family:'Roboto'}
.face{width:36px;height:36px;line-height:36px;border-radius:50%;background:$face;color:#fff;text-align:center;flex:none;font-size:.85em}
.top small{display:block} .talk{padding:12px $edge;display:flex;flex-direction:column;gap:8px}
.day{align-self:center;background:$day;border-radius:8px;padding:2px 10px;font-size:.82em;font-family:'Roboto'}
.bubble{max-width:$most;background:$theirs;border-radius:$round;padding:7px 11px;align-self:flex-start;box-shadow:$shadow}
.mine{align-self:flex-end;background:$ours} .bubble h4{margin:0 0 2px;color:$who;font-size:.88em}
.text{white-space:pre-wrap;font-family:$card} .bubble time{display:block;text-align:right;font-size:.74em;color:$faint;margin-top:2px}
.box{background:$top;color:$toptext;padding:12px 16px;font-family:'Roboto'} .text b{font-weight:700}
"""
_LIGHT = {"text": "#111b21", "theirs": "#ffffff", "faint": "#667781", "day": "#ffffff"}
_DARK = {"text": "#e9edef", "theirs": "#202c33", "faint": "#aebac1", "day": "#182229"}
_THEMES = (
    _LIGHT
    | {
        "page": "#efe7dd",
        "top": "#008069",
        "toptext": "#ffffff",
        "ours": "#d9fdd3",
        "who": "#1f7aec",
        "face": "#7f66ff",
    },
    _LIGHT
    | {
        "page": "#ffffff",
        "top": "#f6f6f6",
        "toptext": "#111111",
        "ours": "#d6eaff",
        "theirs": "#ececee",
        "who": "#8e4585",
        "face": "#5f6f94",
    },
    _DARK
    | {
        "page": "#0b141a",
        "top": "#202c33",
        "toptext": "#e9edef",
        "ours": "#005c4b",
        "who": "#53bdeb",
        "face": "#a5b337",
    },
    _DARK
    | {
        "page": "#313338",
        "top": "#2b2d31",
        "toptext": "#f2f3f5",
        "ours": "#313338",
        "theirs": "#313338",
        "who": "#f0b232",
        "face": "#5865f2",
    },
)
_BEFORE = ("How did we get on?", "Score please someone", "Can anybody post the card?", "What a finish that was")
_AFTER = (
    "Well played lads",
    "Great stuff!",
    "Unlucky, we go again next week",
    "Who has the match ball?",
    "See you at nets Tuesday",
)
_RUNS = ("{r} ({b})", "{r} ({b})", "{r} off {b}", "{r}({b}b)")
_BULLETS = ("", "", "\N{BULLET} ", "- ", "\N{BLACK RIGHT-POINTING SMALL TRIANGLE} ", "\N{WHITE SQUARE} ")


@dataclass(frozen=True)
class _Look:
    runs: str
    bullet: str
    title: str
    extras: str
    total: str
    heading: str
    between: str
    is_bold: bool
    is_split: bool


def _compose(match: Match, dice: Dice) -> Page:
    notation = _notation(dice)
    has_balls = dice.chance(0.65)
    plan = replace(
        choose_plan(dice, notation),
        batting=("runs", "balls") if has_balls else ("runs",),
        bowling=ANALYSIS,
        prints_falls=dice.chance(0.5),
    )
    card = fill_card(match, plan)
    look = _Look(
        runs=dice.pick(_RUNS) if has_balls else "{r}",
        bullet=dice.pick(_BULLETS),
        title=dice.pick(
            ("{team} {score}", "{team}", "\N{BLACK STAR} {team} \N{BLACK STAR}", "--- {team} ---", "{team} {score}")
        ),
        extras=dice.pick(("Extras {n}", "Extras: {n}", "+ extras {n}")),
        total=dice.pick(("Total {score}", "TOTAL: {score}", "= {score}", "Total {score}")),
        heading=dice.pick(("Bowling", "Bowling:", "\N{BLACK CIRCLE} Bowling", "BOWLING")),
        between=dice.pick(("\n", "\n", ", ")),
        is_bold=dice.chance(0.6),
        is_split=dice.chance(0.4),
    )
    is_phone = dice.chance(0.65)
    style = {
        "size": f"{dice.pick((14, 15, 16))}px",
        "font": f"'{dice.pick(SANS[:6])}'",
        "card": f"'{dice.pick(MONO)}'" if dice.chance(0.4) else "inherit",
        "edge": f"{dice.whole(8, 18)}px",
        "round": f"{dice.pick((4, 8, 16))}px",
        "most": dice.pick(("86%", "92%")),
        "shadow": dice.pick(("none", "0 1px 1px #0003")),
    }
    body = (
        _top(dice)
        + wrap("div", _talk(card, look, dice), "talk")
        + tag("div", dice.pick(("Message", "Reply...", "Write a reply")), "box")
    )
    width = dice.whole(370, 440) if is_phone else dice.whole(560, 760)
    return Page(document(_CSS, body, **dice.pick(_THEMES), **style), width, card)


def _notation(dice: Dice) -> Notation:
    notation = with_scores(choose_notation(dice), WICKETS_FIRST if dice.chance(0.2) else RUNS_FIRST, dice)
    return replace(
        notation,
        names=dice.pick(("surname", "surname", "initials", "full")),
        short_names="surname",
        words=dice.pick((WORDS[0], WORDS[1], WORDS[3], WORDS[5])),
        marks=dice.pick((MARKS[6], MARKS[6], MARKS[0], MARKS[3])),
        extras=dice.pick((EXTRAS[0], EXTRAS[2], EXTRAS[8])),
        fall=dice.pick(("{w}-{r}", "{r}-{w}", "{w}/{r}")),
        star=dice.chance(0.4),
    )


def _top(dice: Dice) -> str:
    name = dice.pick(("Saturday 2s", "Cricket chat", "Club committee", "#match-reports", "Selection group"))
    lines = tag("b", name) + tag("small", dice.pick(("14 members", "online", "last seen today at 18:02")))
    return wrap("div", tag("div", name[:1].upper(), "face") + wrap("div", lines), "top")


def _talk(card: CardView, look: _Look, dice: Dice) -> str:
    hour, minute = dice.whole(17, 21), dice.whole(0, 40)
    times = (f"{hour}:{minute + at}" if minute + at > 9 else f"{hour}:0{minute + at}" for at in range(20))  # noqa: PLR2004
    author, is_mine = invent_official(dice), dice.chance(0.3)
    bubbles = [tag("div", dice.pick(("Today", "Yesterday", "Saturday")), "day")]
    bubbles += _chatter(dice.some(_BEFORE, dice.whole(0, 2)), times, dice)
    for text in _messages(card, look):
        name = "" if is_mine else tag("h4", author)
        inner = name + wrap("div", text, "text") + tag("time", next(times))
        bubbles.append(wrap("div", inner, "bubble mine" if is_mine else "bubble"))
    bubbles += _chatter(dice.some(_AFTER, dice.whole(1, 3)), times, dice)
    return "".join(bubbles)


def _chatter(texts: Iterable[str], times: Iterable[str], dice: Dice) -> list[str]:
    return [
        wrap("div", tag("h4", invent_official(dice)) + tag("div", text) + tag("time", stamp), "bubble")
        for text, stamp in zip(texts, times, strict=False)
    ]


def _messages(card: CardView, look: _Look) -> list[str]:
    """Return the text of each message as HTML."""
    first, second = card.teams
    lines = [
        f"{first} v {second}",
        *(text for text in (card.event, card.venue, card.date_text, card.toss, card.result) if text),
    ]
    head = tag("span", "\n".join(lines))
    texts = [_innings(each, look) for each in card.innings]
    return [head, *texts] if look.is_split else ["\n\n".join([head, *texts])]


def _innings(innings: InningsView, look: _Look) -> str:
    number = f" {'1st' if innings.number == 1 else '2nd'} inns" if innings.has_number else ""
    title = look.title.format(team=innings.team + number, score=innings.score_with_overs)
    lines = [_batter(each, look) for each in innings.batting]
    lines.append(look.extras.format(n=innings.extras_text))
    lines.append(look.total.format(score=innings.score_with_overs))
    lines += [f"DNB {', '.join(innings.did_not_bat)}"] if innings.did_not_bat else []
    lines += [f"FOW {', '.join(fall.text for fall in innings.falls)}"] if innings.falls else []
    bullet = look.bullet if look.between == "\n" else ""
    bowling = look.between.join(f"{bullet}{bowler.name} {analysis(bowler)}" for bowler in innings.bowling)
    name = "b" if look.is_bold else "span"
    parts = (tag(name, title), tag("span", "\n".join(lines)), "", tag(name, look.heading), tag("span", bowling))
    return "\n".join(parts)


def _batter(batter: BatterView, look: _Look) -> str:
    runs = batter.cells.get("runs")
    text = f"{look.bullet}{batter.title} {batter.dismissal}"
    return text if runs is None else f"{text} {look.runs.format(r=runs, b=batter.cells.get('balls', ''))}"


LAYOUT = Layout("chat", _compose, is_paper=False)
