"""`python -m bench.accuracy.run DIR`: reads the pictures of a folder and compares the answers with their truth.

`--modes tesseract,auto,rapid` reads each picture in several modes side by side and prints what each gives and costs.
`--score-only --truth DIR --pred DIR` only compares answers that are there already, of any reader.
"""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.accuracy.cells import Fields
from bench.accuracy.collection import Exhibit, load_answers, load_collection, save_answer
from bench.accuracy.mode_report import mode_tables, modes_as_json
from bench.accuracy.read import Reader, Reading
from bench.accuracy.report import as_json, errors, sentences, tables
from bench.accuracy.results import ByMode, Results
from bench.accuracy.scoring import judge_picture
from dev.command_line import ending
from dev.errors import WrongUsage
from scorecard_runner.reader_mode import ReaderMode
from scorecard_runner.second_reader import default_reader, is_installed


def main(argv: Sequence[str]) -> int:
    """Run the bench and return the exit status."""
    arguments = _parser().parse_args(argv)
    return ending(lambda: _show(_compare(arguments) if arguments.score_only else _read(arguments), arguments))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.accuracy.run", description=__doc__)
    parser.add_argument("pictures", nargs="?", type=Path, metavar="DIR", help="pictures with their truth beside them")
    parser.add_argument("--truth", type=Path, metavar="DIR", help="where the truth is, if not beside the pictures")
    who = parser.add_mutually_exclusive_group()
    who.add_argument("--reader", type=ReaderMode, choices=list(ReaderMode), help="default: as `scorecard-runner read`")
    who.add_argument("--modes", type=_listed, metavar="A,B", help="several readers side by side on each picture")
    parser.add_argument("--words", action="store_true", help="hand over the perfect words instead of running an engine")
    parser.add_argument(
        "--baseline",
        action="store_true",
        help="also time a bare `tesseract --psm 6`, and a bare RapidOCR, on each picture",
    )
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="pictures read at a time (default: 2)")
    parser.add_argument("--limit", type=int, metavar="N", help="only the first N pictures")
    parser.add_argument(
        "--out", type=Path, metavar="DIR", help="keep the answers there, of several modes in DIR/<mode>"
    )
    parser.add_argument("--score-only", action="store_true", help="read nothing: compare --truth with --pred")
    parser.add_argument("--pred", type=Path, metavar="DIR", help="answers to compare, called like the truth")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="list the N worst cells")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all figures there")
    parser.add_argument("--markdown", action="store_true", help="print the tables as Markdown")
    return parser


def _listed(text: str) -> tuple[ReaderMode, ...]:
    """Return the modes named, each once.

    Raises:
        ValueError: one is no mode.
    """
    return tuple(dict.fromkeys(ReaderMode(name) for name in text.split(",")))


def _compare(arguments: argparse.Namespace) -> ByMode:
    truths = arguments.truth or arguments.pictures
    if truths is None or arguments.pred is None:
        raise WrongUsage("--score-only needs --truth and --pred", "both are folders of <id>.json")
    exhibits = load_collection(truths, truths)[: arguments.limit]
    if not arguments.modes:
        return {_any_mode(arguments): _judged(exhibits, load_answers(exhibits, arguments.pred))}
    return {mode: _judged(exhibits, load_answers(exhibits, arguments.pred / mode)) for mode in arguments.modes}


def _read(arguments: argparse.Namespace) -> ByMode:
    if arguments.pictures is None:
        raise WrongUsage("a folder of pictures is missing", "`python -m bench.accuracy.run --help` lists all arguments")
    modes = _modes(arguments)
    listed = load_collection(arguments.truth or arguments.pictures, arguments.pictures)
    exhibits = _readable(listed, with_words=arguments.words)[: arguments.limit]
    reader = Reader(modes, with_words=arguments.words, with_plain=arguments.baseline)
    found: dict[str, list[Reading]] = {mode: [] for mode in modes}
    for done, reading in enumerate(reader.read_all(exhibits, arguments.jobs), start=1):
        found[reading.mode].append(reading)
        if arguments.out:
            folder = arguments.out / reading.mode if arguments.modes else arguments.out
            save_answer(folder, reading.name, reading.answer)
        _show_progress(done, len(exhibits) * len(modes))
    return {mode: _results(exhibits, readings) for mode, readings in found.items()}


def _modes(arguments: argparse.Namespace) -> tuple[ReaderMode, ...]:
    """Return who is to read.

    Raises:
        WrongUsage: the second reader is, and is not installed, or words are handed over and nobody reads.
    """
    if arguments.words and (arguments.modes or arguments.reader):
        raise WrongUsage("--words hands over words that nobody reads", "leave out --reader and --modes")
    modes: tuple[ReaderMode, ...] = arguments.modes or (_any_mode(arguments),)
    if any(mode is not ReaderMode.TESSERACT for mode in modes) and not (arguments.words or is_installed()):
        raise WrongUsage("the second reader is not installed", "read with --reader tesseract, or install runner[rapid]")
    return modes


def _any_mode(arguments: argparse.Namespace) -> ReaderMode:
    return arguments.reader or default_reader()


def _show_progress(done: int, count: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{done} of {count} read", end="\n" if done == count else "", file=sys.stderr, flush=True)


def _readable(exhibits: Sequence[Exhibit], *, with_words: bool) -> list[Exhibit]:
    """Return the pictures that can be read that way, and say how many cannot.

    Raises:
        WrongUsage: there is none.
    """
    readable = [each for each in exhibits if each.picture.exists() and (each.words or not with_words)]
    if not readable:
        raise WrongUsage(
            "no picture can be read", "the pictures are missing, or --words was asked for and none has words"
        )
    if left_out := len(exhibits) - len(readable):
        print(f"left out: {left_out} without {'a picture or words' if with_words else 'a picture'}", file=sys.stderr)
    return readable


def _results(exhibits: Sequence[Exhibit], readings: Sequence[Reading]) -> Results:
    judged = _judged(exhibits, {reading.name: reading.answer for reading in readings})
    return Results(
        judged.pictures,
        {each.name: each.cost for each in readings},
        {each.name: each.step for each in readings if each.step is not None},
        {each.name: each.summary for each in readings if each.summary is not None},
    )


def _judged(exhibits: Sequence[Exhibit], answers: Mapping[str, Fields]) -> Results:
    return Results([judge_picture(exhibit.truth, answers[exhibit.name]) for exhibit in exhibits])


def _show(modes: ByMode, arguments: argparse.Namespace) -> None:
    is_one = not arguments.modes
    (first, *_) = modes.values()
    if arguments.json:
        figures = as_json(first) if is_one else modes_as_json(modes)
        arguments.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    for table in tables(first) if is_one else mode_tables(modes):
        print(table.as_markdown() if arguments.markdown else table.as_text(), end="\n\n")
    for mode, results in modes.items():
        for line in (*sentences(results), *errors(results, arguments.errors)):
            print(line if is_one else f"{mode}: {line}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
