"""buildah with a store of its own inside the cache, so that nothing else on the machine is touched.

Storage driver `overlay`: an unchanged layer costs nothing, where `vfs` copies the whole file system for each. It needs
the same of the kernel as containerd does. `STORAGE_DRIVER` chooses another one.
"""

import hashlib
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from dev.commands import run
from dev.errors import CommandFailed
from dev.images.builder import KEY_LABEL, BuildRequest
from dev.lock import exclusive
from dev.paths import CERTIFICATES, cache_dir

_BUILD_TIMEOUT_S = 1800.0
_COPY_TIMEOUT_S = 300.0
_QUERY_TIMEOUT_S = 120.0  # a machine that is busy with other builds is slow even at this
_KEPT_IMAGES = 200
"""Named images and layers of earlier builds together; more are cleared away, and the next build starts from the base."""


@dataclass(frozen=True)
class BuildahStore:
    """One store of images."""

    root: Path
    run_root: Path
    archives: Path

    def build(self, request: BuildRequest) -> None:
        """Build an image, reusing the layers of earlier builds.

        Raises:
            CommandFailed: The build failed; the end of its output is in the message.
        """
        options = ["--layers", "--network=host", "--isolation=chroot", f"--label={KEY_LABEL}={request.key}"]
        options += [f"--build-arg={name}={value}" for name, value in request.build_args.items()]
        if CERTIFICATES.exists():
            options.append(f"--secret=id=ca,src={CERTIFICATES}")
        files = [f"--file={request.dockerfile}", f"--tag={request.tag}", str(request.context)]
        with exclusive(self.root.with_name("buildah.lock"), timeout_s=_BUILD_TIMEOUT_S, on_wait=_say):
            self._buildah("rm", "--all")  # working containers of a build that was interrupted
            self._buildah("bud", *options, *files, timeout_s=_BUILD_TIMEOUT_S)
            if len(self._buildah("images", "--all", "--quiet").split()) > _KEPT_IMAGES:
                self._buildah("rmi", "--prune")

    def key_of(self, tag: str) -> str | None:
        """Fingerprint in the label of an image, or None if there is no such image."""
        template = f'{{{{index .OCIv1.Config.Labels "{KEY_LABEL}"}}}}'
        try:
            return self._buildah("inspect", "--type=image", "--format", template, tag).strip() or None
        except CommandFailed:
            return None

    def archive(self, tag: str) -> tuple[str, Path]:
        """The image as an archive, written once per image.

        In Docker's format, because buildah compresses layers for the OCI one: that takes twice the time for nothing.

        Returns:
            The image's id and the archive.
        """
        image_id = self._buildah("inspect", "--type=image", "--format", "{{.FromImageID}}", tag).strip()
        prefix = tag.replace("/", "_").replace(":", "_")
        archive = self.archives / f"{prefix}-{image_id[:16]}.tar"
        if not archive.exists():
            self.archives.mkdir(parents=True, exist_ok=True)
            for outdated in self.archives.glob(f"{prefix}-*"):
                # A tag that begins like this one, as that of a variant does, is another image.
                if "-" not in outdated.name.removeprefix(f"{prefix}-"):
                    outdated.unlink()
            unfinished = archive.with_suffix(".new")
            self._buildah("push", "--quiet", tag, f"docker-archive:{unfinished}:{tag}", timeout_s=_COPY_TIMEOUT_S)
            unfinished.replace(archive)
        return image_id, archive

    def _buildah(self, *arguments: str, timeout_s: float = _QUERY_TIMEOUT_S) -> str:
        driver = os.environ.get("STORAGE_DRIVER") or "overlay"
        store = ["--root", str(self.root), "--runroot", str(self.run_root), "--storage-driver", driver]
        return run(["buildah", *store, *arguments], timeout_s=timeout_s)


def _say(text: str) -> None:
    print(f"  {text}", file=sys.stderr)


def own_store() -> BuildahStore:
    """The store of this project.

    What buildah remembers about mounts is void after a reboot and for another store, so that part is kept per both.
    """
    root = cache_dir() / "buildah"
    boot_id = Path("/proc/sys/kernel/random/boot_id").read_text()
    life = hashlib.sha256(f"{boot_id}{root}".encode()).hexdigest()[:8]
    return BuildahStore(
        root=root,
        run_root=Path(f"/run/scorecard-ocr-buildah-{life}"),
        archives=cache_dir() / "archives",
    )
