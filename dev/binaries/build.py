"""Compiled programs on demand, cached outside the tree.

A cached program is complete or absent: it is compiled under another name and renamed. Its folder is named after
everything that could change it, so nothing is ever rebuilt for nothing or used although outdated.
"""

import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from dev.binaries.catalog import Program, program_named
from dev.binaries.toolchain import Toolchain, find_toolchain, platform_of
from dev.paths import cache_dir
from dev.progress import Progress


def ensure(names: Iterable[str], progress: Progress) -> dict[str, Path]:
    """Paths of the named programs, compiling those that are not cached.

    Raises:
        ProgramMissing: Something must be compiled and there is no compiler.
        CommandFailed: The compiler refused.
    """
    programs = [program_named(name) for name in names]
    toolchain = find_toolchain()
    paths = {program.name: cached_path(program, toolchain) for program in programs}
    for program in programs:
        if not paths[program.name].exists():
            _compile(program, paths[program.name], toolchain, progress)
    return paths


def cached_path(program: Program, toolchain: Toolchain) -> Path:
    """Where the program is, or will be."""
    goos, goarch = platform_of(program)
    key = program.cache_key(go_version=toolchain.version, goos=goos, goarch=goarch)
    return cache_dir() / "binaries" / f"{program.module}-{key}" / program.name


def _compile(program: Program, path: Path, toolchain: Toolchain, progress: Progress) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    minutes = f"{program.cold_minutes} minute{'s' if program.cold_minutes > 1 else ''}"
    announce = f"is compiled, once; takes up to {minutes} on two cores"
    with (
        tempfile.TemporaryDirectory(dir=path.parent, prefix=".compiling-") as folder,
        progress.step(program.name, "compiled", announce=announce),
    ):
        output = Path(folder) / program.name
        toolchain.compile(program, output)
        output.replace(path)


def installed_or_built(name: str, progress: Progress) -> Path:
    """The program on PATH if there is one, else compiled: for tools of which any recent version will do."""
    installed = shutil.which(name)
    return Path(installed) if installed else ensure([name], progress)[name]
