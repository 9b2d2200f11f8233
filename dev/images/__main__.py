"""`python -m dev.images [NAME…]`: builds what changed and loads what the cluster does not hold."""

import argparse
import hashlib
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from dev.binaries.build import ensure
from dev.cluster.provider import Provider, current_provider
from dev.command_line import ending
from dev.images.builder import Builder, BuildRequest
from dev.images.table import IMAGES, Image
from dev.paths import ROOT
from dev.progress import Progress

KEY_LENGTH = 16


def main() -> int:
    """Entry point."""
    parser = argparse.ArgumentParser(prog="python -m dev.images", description=__doc__)
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help=f"one of {', '.join(dict.fromkeys(i.name for i in IMAGES))}"
    )
    names = parser.parse_args().names
    return ending(lambda: build_and_load(names, current_provider(), Progress()))


def build_and_load(names: list[str], provider: Provider, progress: Progress) -> None:
    """Build what changed of the images named (of all that the provider needs, without a name) and load it."""
    builder = provider.builder
    if builder is None:
        progress.note("an existing cluster pulls its images: push them and set operator.image and runner.image")
        return
    builder.prepare(progress)
    wanted = [i for i in IMAGES if (i.name in names if names else not (i.is_for_dns and provider.has_dns))]
    for image in wanted:
        _build(image, builder, progress)
    provider.load([image.tag for image in wanted], progress)


def _build(image: Image, builder: Builder, progress: Progress) -> None:
    programs = [path for _, path in sorted(ensure(image.programs, progress).items())]
    build_args = {**builder.build_args(), **dict(image.build_args)}
    base_key = builder.key_of(build_args["BASE_IMAGE"]) if "BASE_IMAGE" in build_args else None
    key = fingerprint(image, programs, [*(f"{name}={value}" for name, value in build_args.items()), str(base_key)])
    if builder.key_of(image.tag) == key:
        progress.note(f"{image.tag} is up to date")
        return
    with progress.step(image.tag, "built"), _context(programs) as context:
        builder.build(BuildRequest(image.tag, image.dockerfile, context, key, build_args))


def fingerprint(image: Image, programs: list[Path], settings: Sequence[str] = ()) -> str:
    """The hash of everything that the image is made from: its files, the programs inside, and settings of the build."""
    digest = hashlib.sha256("\n".join(settings).encode())
    for path in (image.dockerfile, *image.inputs, *programs):
        for file in _files(path):
            digest.update(f"{file.relative_to(path.parent)}\n".encode())
            digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:KEY_LENGTH]


def _files(path: Path) -> list[Path]:
    found = sorted(path.rglob("*")) if path.is_dir() else [path]
    return [file for file in found if file.is_file() and not {"__pycache__", ".mypy_cache"} & set(file.parts)]


@contextmanager
def _context(programs: list[Path]) -> Iterator[Path]:
    if not programs:
        yield ROOT
        return
    with tempfile.TemporaryDirectory() as folder:
        for program in programs:
            shutil.copy2(program, folder)
        yield Path(folder)


if __name__ == "__main__":
    sys.exit(main())
