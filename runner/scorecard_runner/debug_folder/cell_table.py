"""Every value with what led to it, one row of HTML each; pure."""

from html import escape

from scorecard_runner.debug_folder.card_tables import value_class
from scorecard_runner.debug_folder.evidence import Evidence
from scorecard_runner.debug_folder.report import Report
from scorecard_runner.debug_folder.traces import Trace
from scorecard_runner.document import MEDIUM_FROM
from scorecard_runner.reading.tables.cells import Reading

_HEADS = ("Crop", "Place", "Value", "Sure", "The engine read", "Candidates", "Remarks")


def cell_table(report: Report) -> str:
    """Return the table of all traces, the crop of each a link to its picture."""
    heads = "".join(f"<th>{head}</th>" for head in _HEADS)
    rows = "".join(_row(trace, report) for trace in report.traces)
    return f'<table class="cells"><tr>{heads}</tr>{rows}</table>'


def _row(trace: Trace, report: Report) -> str:
    crop = report.crops.get(trace.key)
    picture = f'<a href="{crop}"><img src="{crop}" alt="" loading="lazy"></a>' if crop else ""
    sure = "" if trace.confidence is None else f"{trace.confidence:.0%}"
    is_sure = trace.confidence is None or (trace.confidence >= MEDIUM_FROM and not trace.is_changed)
    cells = (
        picture,
        f'<a href="#v-{trace.key}">{trace.innings}. {escape(trace.place)}</a>',
        f'<span class="v {value_class(trace)}">{escape(trace.value) or "blank"}</span>',
        sure,
        _evidence(trace),
        "<br>".join(_candidate(reading, trace) for reading in _distinct(trace)),
        "<br>".join(escape(remark) for remark in _remarks(trace)),
    )
    row = "".join(f"<td>{cell}</td>" for cell in cells)
    return f'<tr id="cell-{trace.key}"{" class=sure" if is_sure and not trace.failing else ""}>{row}</tr>'


def _evidence(trace: Trace) -> str:
    """Return the page's words in one line, and those of second looks in another."""
    page = " ".join(_quoted(each) for each in trace.evidence if not each.is_second_look)
    again = " ".join(_quoted(each) for each in trace.evidence if each.is_second_look)
    return page + (f'<br><span class="again">again: {again}</span>' if again else "")


def _quoted(evidence: Evidence) -> str:
    return f"“{escape(evidence.text)}” <small>{evidence.confidence:.0%}</small>"


def _distinct(trace: Trace) -> list[Reading]:
    """Return the surest reading of each value, the believed one first."""
    best: dict[float, Reading] = {}
    for reading in trace.readings:
        if reading.value not in best or reading.confidence > best[reading.value].confidence:
            best[reading.value] = reading
    believed = trace.readings[trace.chosen].value if trace.readings else None
    return sorted(best.values(), key=lambda reading: (reading.value != believed, -reading.confidence))


def _candidate(reading: Reading, trace: Trace) -> str:
    times = sum(each.value == reading.value for each in trace.readings)
    said = f"{reading.value:g} <small>{reading.confidence:.0%}{f', {times} times' if times > 1 else ''}</small>"
    return f"<b>{said}</b>" if reading.value == trace.readings[trace.chosen].value else said


def _remarks(trace: Trace) -> list[str]:
    changed = [f"first read as {trace.readings[0].value:g}"] if trace.is_changed else []
    return changed + [f"fails: {name}" for name in trace.failing]
