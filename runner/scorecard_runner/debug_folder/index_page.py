"""The page that shows a reading in order, and the one that lists several readings; HTML without anything from elsewhere.

Pure. Texts come from pictures of strangers: every one of them is escaped, and no script runs.
"""

from collections.abc import Iterator, Sequence
from html import escape
from urllib.parse import quote

from scorecard_runner.debug_folder.card_tables import innings_panel
from scorecard_runner.debug_folder.cell_table import cell_table
from scorecard_runner.debug_folder.report import Chapter, Exhibit, Report
from scorecard_runner.debug_folder.style import STYLE
from scorecard_runner.document import Band, ScorecardDocument, Verdict

INDEX = "index.html"
MARK = '<meta name="generator" content="scorecard-runner read --debug">'
"""By this an index is known as ours."""


def index_page(report: Report) -> str:
    """Return the page of one reading."""
    parts = [_header(report)]
    if report.traces:
        traces = {trace.key: trace for trace in report.traces}
        panels = "".join(innings_panel(each, traces) for each in report.examined)
        hint = "<small>amber and red are doubtful, underlined ones are not the first reading; a click shows the crop</small>"
        parts.append(f'<section id="card"><h2>Card{hint}</h2>{panels}</section>')
    parts.append(f'<section id="stages">{"".join(_chapter(chapter) for chapter in report.chapters)}</section>')
    if report.traces:
        only = '<small><label><input type="checkbox" id="doubtful"> only the doubtful ones</label></small>'
        parts.append(f'<section id="cells"><h2>Cells{only}</h2><div class="panel">{cell_table(report)}</div></section>')
    return _page(report.file_name, "".join(parts))


def overview_page(reports: Sequence[tuple[str, Report]]) -> str:
    """Return the page of several readings, each with the name of its folder."""
    rows = "".join(_overview_row(folder, report) for folder, report in reports)
    head = "<tr><th></th><th>File</th><th>Result</th><th>Sure</th><th>Checks</th></tr>"
    main = f'<main><div class="panel"><table class="files">{head}{rows}</table></div></main>'
    return _page("Readings", f"<header><h1>{len(reports)} files</h1></header>{main}", wrapped=False)


def _page(title: str, body: str, *, wrapped: bool = True) -> str:
    main = f"{body}</main>" if wrapped else body
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8">{MARK}'
        f'<meta name="viewport" content="width=device-width,initial-scale=1"><title>{escape(title)}</title>'
        f"<style>{STYLE}</style></head><body>{main}</body></html>\n"
    )


def _header(report: Report) -> str:
    document = report.document
    title = " v ".join(team.name for team in document.teams) if document else ""
    links = (
        [("#card", "Card"), ("#stages", "Stages"), ("#cells", "Cells")] if report.traces else [("#stages", "Stages")]
    )
    nav = "".join(f'<a href="{target}">{name}</a>' for target, name in links)
    facts = "".join(f"<li{_class(band)}>{fact}</li>" for fact, band in _facts(report))
    return (
        f'<header><p class="file">{escape(report.file_name)}</p>'
        f"<h1>{escape(title or 'Scorecard' if document else 'No document')}</h1>"
        f'<ul class="facts">{facts}</ul></header><nav><p>{nav}</p></nav><main>'
    )


def _facts(report: Report) -> Iterator[tuple[str, str]]:
    document = report.document
    if report.ending:
        yield escape(report.ending), "low"
    if document is None:
        return
    summary, metadata = document.summary(), document.metadata
    yield summary.verdict, _band_of_verdict(document)
    yield f"<b>{summary.confidence:.0%}</b> sure", Band.of(summary.confidence).value
    yield f"<b>{summary.checks}</b> checks hold", ""
    yield f"{escape(metadata.engine)} {escape(metadata.engine_version)}, {escape(metadata.languages)}", ""
    yield f"<b>{metadata.page_count}</b> page{'s' if metadata.page_count > 1 else ''}", ""
    yield f"parser {escape(metadata.parser_version)}", ""


def _band_of_verdict(document: ScorecardDocument) -> str:
    return "high" if document.verdict == Verdict.VERIFIED else "medium"


def _class(name: str) -> str:
    return f' class="{name}"' if name else ""


def _chapter(chapter: Chapter) -> str:
    shown = "".join(_figure(exhibit) for exhibit in chapter.exhibits)
    return f'<h2>{escape(chapter.title)}</h2><div class="gallery">{shown}</div>'


def _figure(exhibit: Exhibit) -> str:
    picture = (
        f'<a href="{exhibit.picture}"><img src="{exhibit.picture}" alt="{escape(exhibit.title)}" loading="lazy"></a>'
        if exhibit.picture
        else ""
    )
    data = f' <a class="json" href="{exhibit.data}">JSON</a>' if exhibit.data else ""
    file = f'<span class="key">{(exhibit.picture or exhibit.data).rpartition("/")[2]}</span>'
    return (
        f"<figure>{picture}<figcaption><b>{escape(exhibit.title)}</b>{file}{data}"
        f"<p>{escape(exhibit.caption)}</p></figcaption></figure>"
    )


def _overview_row(folder: str, report: Report) -> str:
    link = f"{quote(folder)}/{INDEX}"
    first = next((e.picture for chapter in report.chapters for e in chapter.exhibits if e.picture), "")
    picture = f'<a href="{link}"><img src="{quote(folder)}/{first}" alt="" loading="lazy"></a>' if first else ""
    summary = report.document.summary() if report.document else None
    band = _band_of_verdict(report.document) if report.document else "low"
    result = summary.verdict if summary else report.ending
    sure = f"{summary.confidence:.0%}" if summary else ""
    return (
        f'<tr><td>{picture}</td><td><a href="{link}">{escape(report.file_name)}</a></td>'
        f'<td class="{band}">{escape(result)}</td><td>{sure}</td><td>{summary.checks if summary else ""}</td></tr>'
    )
