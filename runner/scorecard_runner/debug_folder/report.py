"""What the index page shows, gathered by the recorder; frozen data."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from scorecard_runner.debug_folder.traces import Examined, Trace
from scorecard_runner.document import ScorecardDocument


@dataclass(frozen=True)
class Exhibit:
    """What one stage saw: a picture, data, or both, by the names of their files in the folder."""

    title: str
    caption: str
    picture: str = ""
    data: str = ""


@dataclass(frozen=True)
class Chapter:
    """The exhibits of one page, or of all pages together."""

    title: str
    exhibits: tuple[Exhibit, ...]


@dataclass(frozen=True)
class Report:
    """One reading. `ending` is a sentence where it ended without a document; `crops` are files by a trace's key."""

    file_name: str
    chapters: tuple[Chapter, ...] = ()
    examined: tuple[Examined, ...] = ()
    traces: tuple[Trace, ...] = ()
    crops: Mapping[str, str] = field(default_factory=dict)
    document: ScorecardDocument | None = None
    ending: str = ""
