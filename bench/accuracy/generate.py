"""`python -m bench.accuracy.generate --split tuning --count 60 --out DIR`: pictures of invented scorecards with their truth.

Writes `<id>.<png|jpg|pdf>`, `<id>.json` (the truth) and, for undamaged pictures, `<id>.words.json` (every word with its
box); `--undamaged` leaves all of them so. Needs Chromium and fonts: `python -m bench.accuracy.generate --packages` names the
Debian packages.
"""

import argparse
import asyncio
import json
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from bench.accuracy.browser import Browser, running_browser
from bench.accuracy.damages.kinds import CLEAN, DAMAGES, DIGITAL_PDF, Damaged, Page
from bench.accuracy.drafts import SPLITS, Draft, draft
from bench.accuracy.layouts.fonts import PACKAGES
from bench.accuracy.words import words_json


def main(argv: list[str]) -> int:
    """Write the pictures asked for."""
    arguments = _arguments(argv)
    if arguments.packages:
        print("chromium", *PACKAGES)
        return 0
    arguments.out.mkdir(parents=True, exist_ok=True)
    began_s = time.monotonic()
    numbers = range(arguments.first, arguments.first + arguments.count)
    drafts = [draft(arguments.split, number) for number in numbers]
    if arguments.undamaged:
        drafts = [each.undamaged for each in drafts]
    generate(drafts, arguments.out, arguments.jobs)
    took_s = time.monotonic() - began_s
    print(f"{len(numbers)} pictures in {arguments.out}, {took_s / max(len(numbers), 1):.2f} s each")
    return 0


def generate(drafts: Sequence[Draft], out: Path, jobs: int) -> None:
    """Write these pictures, with `jobs` browsers at once."""
    if jobs == 1:
        _write_all(drafts, out)
        return
    with ProcessPoolExecutor(jobs) as pool:
        for written in [pool.submit(_write_all, drafts[start::jobs], out) for start in range(jobs)]:
            written.result()


def _arguments(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.accuracy.generate", description="Draw invented scorecards.")
    parser.add_argument("--split", choices=SPLITS, default="tuning")
    parser.add_argument("--count", type=int, default=60, help="how many pictures")
    parser.add_argument("--first", type=int, default=0, help="number of the first picture")
    parser.add_argument("--out", type=Path, default=Path(".work/accuracy"), help="folder to write to")
    parser.add_argument("--jobs", type=int, default=1, help="browsers at once")
    parser.add_argument("--undamaged", action="store_true", help="every picture as the browser drew it, with its words")
    parser.add_argument("--packages", action="store_true", help="only name the Debian packages that drawing needs")
    return parser.parse_args(argv)


def _write_all(drafts: Sequence[Draft], out: Path) -> None:
    asyncio.run(_draw_all(drafts, out))


async def _draw_all(drafts: Sequence[Draft], out: Path) -> None:
    async with running_browser() as browser:
        for each in drafts:
            await _write(each, browser, out)


async def _write(picture: Draft, browser: Browser, out: Path) -> None:
    damaged = await _damaged(picture, browser, out)
    file = f"{picture.name}.{damaged.suffix}"
    (out / file).write_bytes(damaged.data)
    head = {"id": picture.name, "file": file, "template": picture.template, "source": "generated"}
    degradation = {"name": picture.damage, **damaged.notes}
    text = json.dumps(head | {"degradation": degradation} | picture.truth, ensure_ascii=False, indent=1)
    (out / f"{picture.name}.json").write_text(text + "\n", encoding="utf-8")


async def _damaged(picture: Draft, browser: Browser, out: Path) -> Damaged:
    if picture.damage == DIGITAL_PDF:
        return Damaged(await browser.print_pdf(picture.page), "pdf", {})
    drawing = await browser.draw(picture.page, picture.scale)
    damage = next(damage for damage in DAMAGES if damage.name == picture.damage)
    damaged = damage.apply(Page(drawing.picture, drawing.words), picture.damage_dice)
    if damage.name == CLEAN:
        (out / f"{picture.name}.words.json").write_text(words_json(drawing.words), encoding="utf-8")
    return Damaged(damaged.data, damaged.suffix, {"device_scale": picture.scale} | dict(damaged.notes))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
