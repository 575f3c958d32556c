"""`tracker serve` and `tracker signin` as people run them."""

from __future__ import annotations

import signal
import socket
import subprocess
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.browser.serving import LINK, served, tracker
from tracker.store.database import open_database


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(tracker(folder, *words), capture_output=True, text=True, timeout=60, check=False)


def status_of(url: str) -> int:
    try:
        with urllib.request.urlopen(url, timeout=10) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code


def test_it_listens_on_loopback_and_prints_a_link_that_works(tmp_path: Path) -> None:
    with served(tmp_path / "data") as site:
        assert site.url.startswith("http://127.0.0.1:")
        assert status_of(site.link) == 200
        assert status_of(site.url) == 401
        assert status_of(f"{site.url}/static/style.css") == 200


def test_another_link_can_be_had_while_it_runs(tmp_path: Path) -> None:
    with served(tmp_path / "data") as site:
        link = LINK.search(run(tmp_path / "data", "signin").stdout)[0]
        assert link != site.link
        assert status_of(link) == 200


def test_a_port_that_is_named_goes_before_where_it_was_served(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "served-at").write_text("http://127.0.0.1:9123\n")
    assert run(tmp_path / "data", "signin").stdout.startswith("http://127.0.0.1:9123/dang-nhap/")
    assert run(tmp_path / "data", "signin", "--port", "9124").stdout.startswith("http://127.0.0.1:9124/dang-nhap/")


@pytest.mark.parametrize("kept", ["", "javascript:alert(1)", "http://", "\x00", "http://[::1"])
def test_an_address_that_cannot_be_one_is_not_printed(tmp_path: Path, kept: str) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "served-at").write_text(kept)
    assert run(tmp_path / "data", "signin").stdout.startswith("http://127.0.0.1:8000/dang-nhap/")


def test_a_folder_nobody_serves_gives_no_link_and_is_not_made(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    done = run(folder, "signin")
    assert (done.returncode, done.stdout) == (1, "")
    assert f"Thư mục dữ liệu “{folder}” còn trống" in done.stderr
    assert f"tracker serve --data {folder}" in done.stderr
    assert not folder.exists()


def test_a_folder_with_plans_gives_a_link_once_it_was_served_or_told_where(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with open_database(folder):
        pass
    done = run(folder, "signin")
    assert (done.returncode, done.stdout) == (1, "")
    assert "Chưa có máy chủ nào chạy" in done.stderr
    assert run(folder, "signin", "--port", "9125").stdout.startswith("http://127.0.0.1:9125/dang-nhap/")
    (folder / "settings.toml").write_text('base_url = "https://lich.truong.edu.vn"\n')
    assert run(folder, "signin").stdout.startswith("https://lich.truong.edu.vn/dang-nhap/")


def test_ctrl_c_ends_a_command_with_a_sentence(tmp_path: Path) -> None:
    # A run started in the background hands on an ignored SIGINT; people press Ctrl+C in front of the command.
    heeded = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        process = subprocess.Popen(
            tracker(tmp_path, "when", "--jsonl"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
    finally:
        signal.signal(signal.SIGINT, heeded)
    process.stdin.write(b'{"text": "20/10/2025"}\n')
    process.stdin.flush()
    assert process.stdout.readline()
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert (process.returncode, told.decode().strip()) == (130, "Đã dừng theo Ctrl+C.")


def test_a_taken_port_is_told_and_ends_with_one(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = run(tmp_path / "data", "serve", "--port", port)
    assert done.returncode == 1
    assert f"Cổng {port}" in done.stderr
    assert "--port" in done.stderr
    assert "dang-nhap" not in done.stdout


@pytest.mark.parametrize("host", ["203.0.113.9", "khong-co-may-nay.invalid"])
def test_an_address_that_is_not_ours_is_told_and_ends_with_one(host: str, tmp_path: Path) -> None:
    done = run(tmp_path / "data", "serve", "--host", host, "--port", "0")
    assert done.returncode == 1
    assert host in done.stderr
    assert "Traceback" not in done.stderr


def test_a_data_folder_that_is_a_file_is_wrong_usage(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("x")
    done = run(tmp_path / "data" / "in", "signin")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_it_stops_in_order_when_told_to(tmp_path: Path) -> None:
    with served(tmp_path / "data") as site:
        process = site.process
        process.terminate()
        assert process.wait(30) == 0
        assert "Đã dừng" in process.stderr.read()
