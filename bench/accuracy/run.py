"""`python -m bench.accuracy.run DIR`: reads the pictures of a folder and compares the answers with their truth.

`--score-only --truth DIR --pred DIR` only compares answers that are there already, of any reader.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.accuracy.cells import Fields
from bench.accuracy.collection import Exhibit, load_answers, load_collection, save_answer
from bench.accuracy.read import Cost, Reader
from bench.accuracy.report import Results, as_json, errors, sentences, tables
from bench.accuracy.scoring import judge_picture
from dev.command_line import ending
from dev.errors import WrongUsage


def main(argv: Sequence[str]) -> int:
    """Run the bench and return the exit status."""
    arguments = _parser().parse_args(argv)
    return ending(lambda: _show(_compare(arguments) if arguments.score_only else _read(arguments), arguments))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.accuracy.run", description=__doc__)
    parser.add_argument("pictures", nargs="?", type=Path, metavar="DIR", help="pictures with their truth beside them")
    parser.add_argument("--truth", type=Path, metavar="DIR", help="where the truth is, if not beside the pictures")
    parser.add_argument("--words", action="store_true", help="hand over the perfect words instead of running an engine")
    parser.add_argument("--baseline", action="store_true", help="also time a bare `tesseract --psm 6` on each picture")
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="pictures read at a time (default: 2)")
    parser.add_argument("--limit", type=int, metavar="N", help="only the first N pictures")
    parser.add_argument("--out", type=Path, metavar="DIR", help="keep the answers there")
    parser.add_argument("--score-only", action="store_true", help="read nothing: compare --truth with --pred")
    parser.add_argument("--pred", type=Path, metavar="DIR", help="answers to compare, called like the truth")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="list the N worst cells")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all figures there")
    parser.add_argument("--markdown", action="store_true", help="print the tables as Markdown")
    return parser


def _compare(arguments: argparse.Namespace) -> Results:
    truths = arguments.truth or arguments.pictures
    if truths is None or arguments.pred is None:
        raise WrongUsage("--score-only needs --truth and --pred", "both are folders of <id>.json")
    exhibits = load_collection(truths, truths)[: arguments.limit]
    return _results(exhibits, load_answers(exhibits, arguments.pred), {})


def _read(arguments: argparse.Namespace) -> Results:
    if arguments.pictures is None:
        raise WrongUsage("a folder of pictures is missing", "`python -m bench.accuracy.run --help` lists all arguments")
    listed = load_collection(arguments.truth or arguments.pictures, arguments.pictures)
    exhibits = _readable(listed, with_words=arguments.words)[: arguments.limit]
    reader = Reader(with_words=arguments.words, with_plain=arguments.baseline)
    answers: dict[str, Fields] = {}
    costs: dict[str, Cost] = {}
    for done, reading in enumerate(reader.read_all(exhibits, arguments.jobs), start=1):
        answers[reading.name], costs[reading.name] = reading.answer, reading.cost
        if arguments.out:
            save_answer(arguments.out, reading.name, reading.answer)
        _show_progress(done, len(exhibits))
    return _results(exhibits, answers, costs)


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


def _results(exhibits: Sequence[Exhibit], answers: dict[str, Fields], costs: dict[str, Cost]) -> Results:
    return Results([judge_picture(exhibit.truth, answers[exhibit.name]) for exhibit in exhibits], costs)


def _show(results: Results, arguments: argparse.Namespace) -> None:
    if arguments.json:
        arguments.json.write_text(json.dumps(as_json(results), indent=1) + "\n", encoding="utf-8")
    for table in tables(results):
        print(table.as_markdown() if arguments.markdown else table.as_text(), end="\n\n")
    for sentence in sentences(results):
        print(sentence)
    for line in errors(results, arguments.errors):
        print(line)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
