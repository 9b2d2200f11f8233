"""The understood card as a result document: match, innings, flags, notes, and how it came about.

Refuses to decide what is on the card.
"""

from dataclasses import dataclass
from statistics import fmean

from scorecard_runner.document import Match, Metadata, ScorecardDocument, Step, Team
from scorecard_runner.reading.belief.judgement import judge_all
from scorecard_runner.reading.belief.verdict import flags, format_name, notes, verdict
from scorecard_runner.reading.cards.card import Card
from scorecard_runner.reading.entries import cut, cut_or_none, innings_entry

_MOST_INNINGS = 8


@dataclass(frozen=True)
class Provenance:
    """How a result came about, for its metadata; `engine` and its version are joined by `+` where two read."""

    content_sha256: str
    engine: str
    engine_version: str
    languages: str
    page_count: int
    parser_version: str
    seconds: dict[str, float]
    escalation: Step | None = None
    """How far the second reader went, where there is one."""


def build_document(card: Card, provenance: Provenance) -> ScorecardDocument:
    """Return the document of a card with at least one innings; readings are chosen by arithmetic on the way."""
    judged = judge_all(card.innings[:_MOST_INNINGS])
    entries = [
        innings_entry(number, each, is_shared="+" in provenance.engine) for number, each in enumerate(judged, start=1)
    ]
    confidence = round(fmean(entry.confidence_score for entry in entries), 3)
    return ScorecardDocument(
        verdict=verdict(judged),
        format=format_name(judged),
        teams=[Team(name=cut(team)) for team in card.match.teams],
        match=_match(card),
        innings=entries,
        parse_notes=notes(judged),
        uncertainty_flags=flags(judged),
        metadata=_metadata(provenance, confidence),
    )


def _metadata(provenance: Provenance, confidence: float) -> Metadata:
    return Metadata(
        confidence=confidence,
        parser_version=provenance.parser_version,
        content_sha256=provenance.content_sha256,
        engine=provenance.engine,
        engine_version=provenance.engine_version,
        languages=provenance.languages,
        page_count=provenance.page_count,
        escalation=provenance.escalation,
        seconds={stage: round(spent, 3) for stage, spent in provenance.seconds.items()},
    )


def _match(card: Card) -> Match:
    facts = card.match
    return Match(
        date=cut_or_none(facts.date),
        venue=cut_or_none(facts.venue),
        toss=cut_or_none(facts.toss),
        result=cut_or_none(facts.result),
    )
