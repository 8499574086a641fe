"""The disk is full, or no file may grow further, at one size after the other: old files or new ones, all of them whole."""

from __future__ import annotations

import itertools
import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.faults import (
    EDITED,
    assert_old_or_new,
    contents,
    forked,
    half_done,
    run,
    undisturbed,
    write,
)  # fmt: skip
from tests.support.samples import LONG

PAGE = 4096
"""Bytes that a tmpfs gives out at once."""


def built_and_edited(place: Path) -> tuple[dict[str, bytes], dict[str, bytes]]:
    assert run(place, "build").exit_code == 0
    write(place, EDITED)
    return contents(place), undisturbed(place, "build")


def assert_whole(trial: Path, old: dict[str, bytes], new: dict[str, bytes]) -> None:
    assert_old_or_new(contents(trial), old, new)
    assert not half_done(trial)


def test_a_build_where_no_file_may_be_larger_leaves_old_files_or_new_ones(place):
    old, new = built_and_edited(place)
    trial = place.with_name("trial")
    largest = max(map(len, new.values()))
    failed = 0
    for limit in range(0, largest + PAGE, 256 if LONG else 2048):
        shutil.copytree(place, trial)

        def limited(limit: int = limit) -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
            result = run(trial, "build")
            os._exit(10 + result.exit_code if "file too large" in result.output else result.exit_code)

        ended = forked(limited)
        assert ended == (0 if limit >= largest else 11)
        failed += ended != 0
        assert_whole(trial, old, new)
        assert run(trial, "build").exit_code == 0
        assert contents(trial) == new
        shutil.rmtree(trial)
    assert failed > 5
    print(f"{failed} builds failed, of those that may write files of up to 0 … {largest} bytes")


def mounted(folder: Path, size: int, *more: str) -> None:
    options = ",".join([*more, f"size={size}"])
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "none", folder], check=True, capture_output=True)


@pytest.fixture
def small_disk(tmp_path):
    """A folder that becomes a disk; where nobody may mount one, the test above stands alone."""
    disk = tmp_path / "disk"
    disk.mkdir()
    try:
        mounted(disk, PAGE)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no disk may be mounted here")
    subprocess.run(["umount", disk], check=True)
    yield disk
    while os.path.ismount(disk):
        subprocess.run(["umount", disk], check=True)


def test_a_build_on_a_full_disk_leaves_old_files_or_new_ones_whatever_its_size(place, small_disk):
    old, new = built_and_edited(place)
    needed = sum(PAGE * -(-len(data) // PAGE) for data in old.values())
    failed = 0
    for size in itertools.count(needed, PAGE if LONG else 3 * PAGE):
        mounted(small_disk, size + PAGE)
        trial = small_disk / "place"
        shutil.copytree(place, trial)
        result = run(trial, "build")
        if result.exit_code:
            assert "no space left on device" in result.output
            failed += 1
        assert_whole(trial, old, new)
        mounted(small_disk, 4 * size, "remount")
        assert run(trial, "build").exit_code == 0
        assert contents(trial) == new
        subprocess.run(["umount", small_disk], check=True)
        if result.exit_code == 0:
            break
    assert failed > 5
    print(f"{failed} builds failed, on disks of {needed} … {size} bytes")


def test_words_that_no_disk_takes_are_no_traceback_and_the_files_are_there(place):
    command = [sys.executable, "-m", "deckmaker", "build"]
    with open("/dev/full", "w") as full:
        done = subprocess.run(command, cwd=place, stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    assert "no space left on device" in done.stderr
    assert (place / "build" / "tides" / "tides.apkg").is_file()
    assert not half_done(place)
