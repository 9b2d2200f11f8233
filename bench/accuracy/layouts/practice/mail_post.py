"""A report in an e-mail or a forum: lines of plain text, runs off balls with boundaries, analyses in a paragraph or a list."""

from dataclasses import dataclass, replace

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import Match
from bench.accuracy.invented.sides import invent_official
from bench.accuracy.layouts.fonts import MONO, SANS, SERIF
from bench.accuracy.layouts.markup import document, tag, wrap
from bench.accuracy.layouts.page import Layout, Page
from bench.accuracy.layouts.practice.joined import ANALYSIS, analysis, listed
from bench.accuracy.layouts.practice.scores import RUNS_FIRST, WICKETS_FIRST, run_rate, wickets_words, with_scores
from bench.accuracy.layouts.prose import article
from bench.accuracy.layouts.titles import match_title
from bench.accuracy.printed.fill import fill_card
from bench.accuracy.printed.notation import EXTRAS, MARKS, Notation, choose_notation
from bench.accuracy.printed.plan import choose_plan
from bench.accuracy.printed.view import BatterView, BowlerView, CardView, InningsView

_CSS = """
@page{size:A4;margin:12mm}
body{margin:0;padding:18px 22px;font:$size/$line $font;color:$text;background:$page}
.meta{border-bottom:1px solid $edge;padding-bottom:8px;margin-bottom:12px;font-family:'Liberation Sans'}
.meta b{display:inline-block;width:64px}
.post{border-left:$quote;padding-left:$indent;white-space:pre-wrap} .sign{color:$faint;margin-top:14px}
.bar{display:flex;justify-content:space-between;background:$edge;padding:6px 10px;margin-bottom:12px}
"""
_RUNS = ("{r} ({b})", "{r} off {b}", "{r} ({b}b)", "{r} from {b} balls")
_RUNS_AND_BOUNDARIES = (
    "{r} ({b}b, {f}x4, {s}x6)",
    "{r} off {b} ({f}x4 {s}x6)",
    "{r} ({b} balls, {f} fours, {s} sixes)",
)
_FILLS = ("", "", " ", ".", "-")


@dataclass(frozen=True)
class _Look:
    runs: str
    fill: str
    room: int
    bowling: str
    title: str
    total: str
    before: str
    is_upper: bool


def _compose(match: Match, dice: Dice) -> Page:
    notation = _notation(dice)
    batting = dice.pick((("runs",), ("runs", "balls"), ("runs", "balls", "fours", "sixes")))
    card = fill_card(match, replace(choose_plan(dice, notation), batting=batting, bowling=ANALYSIS))
    forms = {1: ("{r}",), 2: _RUNS, 4: _RUNS_AND_BOUNDARIES}[len(batting)]
    is_mono = dice.chance(0.5)
    look = _Look(
        runs=dice.pick(forms),
        fill=dice.pick(_FILLS) if is_mono else "",
        room=dice.whole(44, 52),
        bowling=dice.pick(("sentence", "lines", "sentence")),
        title=dice.pick(("{team}", "{team} INNINGS", "*{team}*", "== {team} ==", "{team}:", "{team} {score}")),
        total=dice.pick(
            (
                "TOTAL ({w}, {o} ov) {t}",
                "Total {score} {overs}",
                "TOTAL: {score} {overs}",
                "TOTAL ({w}, {o} overs) ... {t}",
            )
        ),
        before=dice.pick(("", "", "- ", "number", "* ")),
        is_upper=dice.chance(0.15),
    )
    is_dark = dice.chance(0.2)
    style = {
        "size": f"{dice.pick((13, 14, 15))}px",
        "line": dice.pick((1.25, 1.4, 1.55)),
        "font": f"'{dice.pick(MONO if is_mono else SANS + SERIF[:4])}'",
        "text": "#d9dde3" if is_dark else "#1d1d1d",
        "page": "#1b1e24" if is_dark else dice.pick(("#ffffff", "#fffdf3", "#f5f7fa")),
        "edge": "#3a4150" if is_dark else "#cfd5dc",
        "faint": "#9aa3b0" if is_dark else "#666666",
        "quote": dice.pick(("0", "3px solid #7a9cc6", "2px solid #999")),
        "indent": f"{dice.pick((0, 10, 16))}px",
    }
    lines = _head(card, dice) + [line for each in card.innings for line in _innings(each, look, dice)]
    post = tag("div", "\n".join(lines), "post")
    sign = tag(
        "div", dice.pick(("Cheers,", "Sent from my phone", "Regards")) + f" \N{EN DASH} {invent_official(dice)}", "sign"
    )
    return Page(document(_CSS, _meta(match, card, dice) + post + sign, **style), dice.pick((600, 680, 760, 860)), card)


def _notation(dice: Dice) -> Notation:
    notation = with_scores(choose_notation(dice), WICKETS_FIRST if dice.chance(0.3) else RUNS_FIRST, dice)
    return replace(
        notation,
        names=dice.pick(("initials", "spaced", "full", "surname")),
        short_names="surname",
        marks=dice.pick((MARKS[3], MARKS[1], MARKS[6])),
        extras=dice.pick((EXTRAS[0], EXTRAS[3], EXTRAS[4], EXTRAS[5], EXTRAS[8])),
        fall=dice.pick(("{w}-{r}", "{w}/{r}", "{r}-{w} ({n})", "{r}/{w}")),
    )


def _meta(match: Match, card: CardView, dice: Dice) -> str:
    subject = match_title(card, dice)
    who = invent_official(dice)
    if dice.chance(0.5):
        stamp = f"{match.day:02}/{match.month:02}/{match.year} {dice.whole(17, 22)}:{dice.whole(10, 59)}"
        return wrap(
            "div", tag("span", f"{who} wrote:") + tag("span", stamp) + tag("span", f"#{dice.whole(2, 90)}"), "bar"
        )
    lines = (("From:", who), ("To:", "Members list"), ("Subject:", f"Fwd: {subject}"))
    return wrap("div", "".join(wrap("div", tag("b", label) + tag("span", text)) for label, text in lines), "meta")


def _head(card: CardView, dice: Dice) -> list[str]:
    parts = ", ".join(filter(None, (card.event, card.venue, card.date_text)))
    lines = ["Hi all,", "", article(dice, 2), ""] if dice.chance(0.6) else []
    lines += filter(None, (match_title(card, dice), parts, card.toss, card.result))
    return [*lines, ""]


def _innings(innings: InningsView, look: _Look, dice: Dice) -> list[str]:
    number = f" {'1st' if innings.number == 1 else '2nd'} inns" if innings.has_number else ""
    title = look.title.format(team=innings.team + number, score=innings.score_with_overs)
    lines = [title.upper() if look.is_upper else title, ""]
    lines += [_batter(at, each, look) for at, each in enumerate(innings.batting, start=1)]
    label, _, _ = innings.extras_text.partition(" ")
    extras = str(innings.extras["total"])
    is_number_first = label == extras
    whole = innings.extras_text if is_number_first else f"{innings.extras_parts} {extras}".strip()
    lines.append(f"Extras {whole}")
    lines.append(_total(innings, look, dice))
    lines.append("")
    if innings.did_not_bat:
        lines.append(f"DNB: {listed(innings.did_not_bat)}")
    if innings.falls:
        lines.append(f"FOW: {', '.join(fall.text for fall in innings.falls)}")
    return [*lines, *_bowling(innings, look), ""]


def _total(innings: InningsView, look: _Look, dice: Dice) -> str:
    text = look.total.format(
        w=wickets_words(innings),
        o=innings.overs,
        t=innings.total,
        score=innings.score,
        overs=innings.overs_text,
    )
    rate = run_rate(innings)
    return f"{text}  RR {rate}" if rate and dice.chance(0.2) else text


def _batter(at: int, batter: BatterView, look: _Look) -> str:
    text = f"{_bullet(at, look)}{batter.title} {batter.dismissal}"
    cells = batter.cells
    if "runs" not in cells:
        return text
    runs = look.runs.format(
        r=cells["runs"], b=cells.get("balls", ""), f=cells.get("fours", ""), s=cells.get("sixes", "")
    )
    return f"{text} {runs}" if not look.fill else f"{(text + ' ').ljust(look.room, look.fill)} {runs}"


def _bullet(at: int, look: _Look) -> str:
    return f"{at}. " if look.before == "number" else look.before


def _bowling(innings: InningsView, look: _Look) -> list[str]:
    if look.bowling == "sentence":
        return ["", f"Bowling: {', '.join(_analysis(bowler) for bowler in innings.bowling)}"]
    return ["", "Bowling", *(f"{look.before.replace('number', '')}{_analysis(bowler)}" for bowler in innings.bowling)]


def _analysis(bowler: BowlerView) -> str:
    return f"{bowler.name} {analysis(bowler)}"


LAYOUT = Layout("mail_post", _compose, is_paper=True)
