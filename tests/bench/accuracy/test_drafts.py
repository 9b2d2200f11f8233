"""Which picture a number stands for."""

from collections import Counter

import pytest

from bench.accuracy.drafts import SPLITS, Split, draft
from bench.accuracy.layouts.others import OTHERS
from bench.accuracy.layouts.page import Layout
from bench.accuracy.layouts.practice.catalogue import PRACTICE
from bench.accuracy.layouts.practice_2.catalogue import PRACTICE_2
from bench.accuracy.layouts.scorebooks.catalogue import SCOREBOOKS, SCOREBOOKS_UNSEEN
from bench.accuracy.layouts.unseen.catalogue import UNSEEN
from bench.accuracy.layouts.unseen_2.catalogue import UNSEEN_2

COUNT = 140


def test_the_same_number_gives_the_same_draft() -> None:
    assert draft("tuning", 17) == draft("tuning", 17)


def test_the_splits_share_no_page() -> None:
    pages = [{draft(split, number).page.html for number in range(COUNT)} for split in SPLITS]
    assert [len(each) for each in pages] == [COUNT] * len(SPLITS)
    assert len(set.union(*pages)) == COUNT * len(SPLITS)


def test_seeds_of_the_splits_never_meet() -> None:
    assert draft("tuning", 200_000).seed < draft("reporting", 0).seed
    assert draft("reporting", 200_000).seed < draft("practice", 0).seed
    assert draft("practice", 200_000).seed < draft("practice2", 0).seed
    assert draft("practice2", 200_000).seed < draft("unseen", 0).seed
    assert draft("unseen", 200_000).seed < draft("unseen2", 0).seed
    assert draft("unseen2", 200_000).seed < draft("scorebooks", 0).seed
    assert draft("scorebooks", 200_000).seed < draft("scorebooks_unseen", 0).seed


@pytest.mark.parametrize(
    ("split", "layouts"),
    [
        ("practice", PRACTICE),
        ("practice2", PRACTICE_2),
        ("unseen", UNSEEN),
        ("unseen2", UNSEEN_2),
        ("scorebooks", SCOREBOOKS),
        ("scorebooks_unseen", SCOREBOOKS_UNSEEN),
    ],
)
def test_practice_and_unseen_draw_their_own_layouts_alone(split: Split, layouts: tuple[Layout, ...]) -> None:
    templates = {draft(split, number).template for number in range(COUNT)}
    assert templates == {layout.name for layout in layouts} | set(OTHERS)


def test_every_tenth_picture_is_no_scorecard() -> None:
    drafts = [draft("tuning", number) for number in range(COUNT)]
    refused = [each for each in drafts if each.truth.get("refused")]
    assert len(refused) == COUNT // 10
    assert {each.template for each in refused} == set(OTHERS)


def test_layouts_come_equally_often() -> None:
    counts = Counter(draft("tuning", number).template for number in range(COUNT))
    scorecards = {name: count for name, count in counts.items() if name not in OTHERS}
    assert set(scorecards.values()) == {9}


def test_every_layout_meets_every_damage_that_can_happen_to_it() -> None:
    met = {(each.template, each.damage) for each in (draft("tuning", number) for number in range(COUNT))}
    assert len({damage for template, damage in met if template == "newspaper"}) == 9
    assert {damage for template, damage in met if template == "terminal"} == {
        "clean",
        "photo",
        "jpeg",
        "small",
        "rotated",
    }


def test_what_is_written_by_hand_meets_every_damage_of_paper_but_is_never_spelt_out() -> None:
    met = {draft("scorebooks", number).damage for number in range(COUNT) if number % 10 != 9}
    assert met == {"clean", "photo", "jpeg", "scanned_pdf", "small", "faxed", "rotated", "creased"}


def test_names_tell_the_split_and_the_number() -> None:
    assert draft("tuning", 7).name == "1-0007"
    assert draft("reporting", 7).name == "2-0007"
    assert draft("practice", 7).name == "3-0007"
    assert draft("practice2", 7).name == "4-0007"
    assert draft("unseen", 7).name == "5-0007"
    assert draft("unseen2", 7).name == "6-0007"
    assert draft("scorebooks", 7).name == "7-0007"
    assert draft("scorebooks_unseen", 7).name == "8-0007"
