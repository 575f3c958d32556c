"""A holder of leases is gone when its process is, and only where that can be known."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

from tracker import holders
from tracker.holders import is_gone, new_holder

HOLDING = "from tracker.holders import new_holder; print(new_holder(), flush=True); input()"


def test_a_holder_in_a_running_process_is_not_gone() -> None:
    assert not is_gone(new_holder())
    assert new_holder() != new_holder()


@pytest.mark.parametrize("reaped", [True, False])
def test_a_holder_is_gone_with_its_process(reaped: bool) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLDING], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        holder = process.stdout.readline().decode().strip()
        assert not is_gone(holder)
        os.kill(process.pid, signal.SIGKILL)
        if reaped:
            process.wait()
        for _ in range(100):
            if is_gone(holder):
                break
            time.sleep(0.05)
        assert is_gone(holder)


@pytest.mark.parametrize(
    "change",
    [
        lambda token, machine, pid, started: f"{token}/máy khác/999999/{started}",
        lambda token, machine, pid, started: token,
        lambda token, machine, pid, started: f"{token}/{machine}/không phải số/{started}",
        lambda token, machine, pid, started: "",
    ],
)
def test_of_others_nobody_here_can_know(change) -> None:
    token, _, rest = new_holder().partition("/")
    machine, pid, started = rest.rsplit("/", 2)
    assert not is_gone(change(token, machine, pid, started))


def test_another_process_under_the_same_number_is_not_the_holder() -> None:
    holder = new_holder()
    assert is_gone(f"{holder.rpartition('/')[0]}/1")


def test_where_nothing_tells_processes_apart_only_time_ends_a_lease(monkeypatch, tmp_path) -> None:
    monkeypatch.setattr(holders, "PROC", tmp_path)
    assert "/" not in new_holder()
    assert not is_gone(new_holder())
