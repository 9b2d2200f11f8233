"""Confidences that stand for their evidence."""

from bench.accuracy.calibrate import Kept, with_tickets
from scorecard_runner.reading.belief.judgement import judge_all
from tests.scorecard_runner.reading.sample_innings import sound_innings


def test_each_confidence_of_the_document_is_a_ticket_for_its_evidence() -> None:
    kept: Kept = {}
    (judged,) = with_tickets(judge_all, kept)([sound_innings()])
    numbers = {round(1000 * each) for each in judged.confidences.values()}
    texts = {round(1000 * each) for each in judged.texts.values()}
    assert len(numbers) == len(judged.confidences)
    assert {ticket for ticket, (is_text, _) in kept.items() if is_text} == texts
    assert numbers | texts == kept.keys()


def test_what_the_second_reader_is_to_do_is_still_decided_by_confidences() -> None:
    before = judge_all([sound_innings()])
    with_tickets(judge_all, {})([sound_innings()])
    assert judge_all([sound_innings()]) == before
