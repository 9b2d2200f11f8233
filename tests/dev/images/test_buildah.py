"""The store of buildah; a stand-in on PATH records what it is asked."""

from pathlib import Path

import pytest

from dev.images.buildah import BuildahStore
from dev.images.builder import BuildRequest

STAND_IN = """#!/bin/sh
while [ "${{1#--}}" != "$1" ]; do shift 2; done
echo "$*" >> "{folder}/calls"
[ -e "{folder}/fails" ] && exit 1
case "$1" in
inspect) echo {image_id} ;;
push) file=${{4#docker-archive:}}; echo whole > "${{file%%:*}}" ;;
esac
exit 0
"""
IMAGE_ID = "0123456789abcdef0123"
TAG = "localhost/thing:dev"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> BuildahStore:
    (tmp_path / "buildah").write_text(STAND_IN.format(folder=tmp_path, image_id=IMAGE_ID))
    (tmp_path / "buildah").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    return BuildahStore(root=tmp_path / "cache" / "root", run_root=tmp_path / "run", archives=tmp_path / "archives")


def calls(store: BuildahStore) -> list[str]:
    return [line.split()[0] for line in (store.archives.parent / "calls").read_text().splitlines()]


def test_a_build_first_clears_what_an_interrupted_one_left(store: BuildahStore, tmp_path: Path) -> None:
    store.build(BuildRequest(TAG, tmp_path / "Dockerfile", tmp_path, "k3y"))
    assert calls(store)[:2] == ["rm", "bud"]


def test_an_archive_is_written_once_per_image(store: BuildahStore) -> None:
    first, second = store.archive(TAG), store.archive(TAG)
    assert first == second == (IMAGE_ID, store.archives / "localhost_thing_dev-0123456789abcdef.tar")
    assert calls(store).count("push") == 1


def test_outdated_and_unfinished_archives_of_the_same_image_go(store: BuildahStore) -> None:
    store.archives.mkdir()
    for name in (
        "localhost_thing_dev-fedc.tar",
        "localhost_thing_dev-0123456789abcdef.new",
        "localhost_other_dev-1.tar",
        "localhost_thing_dev-rapid-1.tar",
    ):
        (store.archives / name).touch()
    store.archive(TAG)
    assert sorted(path.name for path in store.archives.iterdir()) == [
        "localhost_other_dev-1.tar",
        "localhost_thing_dev-0123456789abcdef.tar",
        "localhost_thing_dev-rapid-1.tar",
    ]


def test_an_absent_image_has_no_fingerprint(store: BuildahStore, tmp_path: Path) -> None:
    (tmp_path / "fails").touch()
    assert store.key_of(TAG) is None
