"""The two images that come from nowhere else: Debian's base system, and the pause container that holds a pod together.

Both are made of Debian packages on this machine, because without Docker there may be no registry to pull from.
"""

import hashlib
import shutil
import tempfile
from pathlib import Path

from dev.cluster.node.mounts import unmount_below
from dev.commands import run
from dev.errors import ProgramMissing
from dev.images.buildah import BuildahStore
from dev.images.builder import BuildRequest
from dev.paths import cache_dir
from dev.progress import Progress

BASE_IMAGE = "localhost/scorecard-dev/debian:trixie"
PAUSE_IMAGE = "localhost/scorecard-dev/pause:1"
SUITE = "trixie"
MIRROR = "http://deb.debian.org/debian"
_DEBOOTSTRAP_TIMEOUT_S = 900.0
_BASE_DOCKERFILE = 'FROM scratch\nADD rootfs.tar /\nCMD ["bash"]\n'
_PAUSE_DOCKERFILE = 'FROM scratch\nCOPY catatonit /pause\nUSER 65535\nENTRYPOINT ["/pause", "-P"]\n'

_UNNEEDED = (
    *("var/cache/apt/*", "var/lib/apt/lists/*", "var/log/*", "tmp/*"),
    *("usr/share/doc/*", "usr/share/man/*", "usr/share/locale/*", "usr/share/info/*"),
)
_DPKG_EXCLUDES = "".join(
    f"path-exclude=/usr/share/{folder}/*\n" for folder in ("doc", "man", "locale", "info", "lintian")
)
_APT_SETTINGS = """\
APT::Install-Recommends "false";
APT::Install-Suggests "false";
Acquire::Languages "none";
Dir::Cache::pkgcache "";
Dir::Cache::srcpkgcache "";
"""


def ensure_base_image(store: BuildahStore, progress: Progress) -> None:
    """Make the base image if it is not there."""
    recipe = "\0".join([SUITE, MIRROR, _BASE_DOCKERFILE, _DPKG_EXCLUDES, _APT_SETTINGS, *_UNNEEDED])
    key = _fingerprint(recipe.encode())
    if store.key_of(BASE_IMAGE) == key:
        return
    archive = cache_dir() / "base" / f"debian-{SUITE}-{key}.tar"
    if not archive.exists():
        with progress.step("base image", "bootstrapped", announce=f"is made of Debian {SUITE}, once; about a minute"):
            _bootstrap(archive)
    with progress.step("base image", "built"), tempfile.TemporaryDirectory() as folder:
        _build(store, BASE_IMAGE, Path(folder), dockerfile=_BASE_DOCKERFILE, key=key, files={"rootfs.tar": archive})


def ensure_pause_image(store: BuildahStore, progress: Progress) -> None:
    """Make the pause image if it is not there or Debian's program changed."""
    catatonit = shutil.which("catatonit")
    if catatonit is None:
        raise ProgramMissing("catatonit is not installed", "apt-get install catatonit")
    key = _fingerprint(Path(catatonit).read_bytes() + _PAUSE_DOCKERFILE.encode())
    if store.key_of(PAUSE_IMAGE) == key:
        return
    with progress.step("pause image", "built"), tempfile.TemporaryDirectory() as folder:
        _build(
            store,
            PAUSE_IMAGE,
            Path(folder),
            dockerfile=_PAUSE_DOCKERFILE,
            key=key,
            files={"catatonit": Path(catatonit)},
        )


def _build(store: BuildahStore, tag: str, context: Path, *, dockerfile: str, key: str, files: dict[str, Path]) -> None:
    for name, source in files.items():
        shutil.copy(source, context / name)
    (context / "Dockerfile").write_text(dockerfile)
    store.build(BuildRequest(tag=tag, dockerfile=context / "Dockerfile", context=context, key=key))


def _bootstrap(archive: Path) -> None:
    """Write Debian's minimal system, without caches and documentation, to an archive."""
    folder = archive.parent / "unfinished"
    _discard(folder)
    root, unfinished = folder / "root", folder / "rootfs.tar"
    root.mkdir(parents=True)
    try:
        run(["debootstrap", "--variant=minbase", SUITE, str(root), MIRROR], timeout_s=_DEBOOTSTRAP_TIMEOUT_S)
        _slim(root)
        run(
            ["tar", "--create", "--numeric-owner", "--directory", str(root), "--file", str(unfinished), "."],
            timeout_s=120,
        )
        unfinished.replace(archive)
    finally:
        _discard(folder)


def _slim(root: Path) -> None:
    for pattern in _UNNEEDED:
        for path in root.glob(pattern):
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink()
    (root / "etc/dpkg/dpkg.cfg.d/small-image").write_text(_DPKG_EXCLUDES)
    (root / "etc/apt/apt.conf.d/small-image").write_text(_APT_SETTINGS)


def _discard(folder: Path) -> None:
    """Remove what an interrupted debootstrap left, after unmounting the kernel's file systems in it."""
    if folder.exists():
        unmount_below((folder,))
        shutil.rmtree(folder)


def _fingerprint(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]
