"""What every request passes: host, origin, length; and what every answer carries."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.conftest import NOW, make_task
from tests.fakes.visitor import Visitor, visitor_with
from tracker.web.guard import LONGEST_FORM, LONGEST_UPLOAD
from tracker.web.site import Site


@pytest.fixture
def visitor(tmp_path: Path) -> Visitor:
    return visitor_with(tmp_path / "data", make_task("Khảo sát trẻ", NOW.date()))


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "192.168.1.9:8000", "", "@:"])
def test_a_foreign_host_is_refused(host: str, visitor: Visitor) -> None:
    answer = visitor.get("/", headers={"host": host})
    assert answer.status_code == 421
    assert "base_url" not in answer.text
    assert "hỏi người cài đặt địa chỉ đúng" in answer.text
    assert "Khảo sát" not in answer.text


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:9000", "[::1]:8000", "lich.truong.edu.vn"])
def test_loopback_and_the_configured_address_are_ours(host: str) -> None:
    assert Site(Path("data"), "https://lich.truong.edu.vn").answers_to(host)


def test_a_bare_address_is_ours_only_when_listening_to_the_network() -> None:
    assert not Site(Path("data")).answers_to("192.168.1.9:8000")
    assert Site(Path("data"), open_to_network=True).answers_to("192.168.1.9:8000")
    assert not Site(Path("data"), open_to_network=True).answers_to("evil.example")


@pytest.mark.parametrize(
    "headers", [{"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"}, {"origin": "https://evil.example"}]
)
def test_a_change_asked_for_by_another_site_is_refused(headers: dict[str, str], visitor: Visitor) -> None:
    task = visitor.tasks()[0]
    assert visitor.client.post(f"/api/tasks/{task.id}/done", headers=headers).status_code == 403
    assert visitor.tasks()[0].open


@pytest.mark.parametrize("headers", [{"sec-fetch-site": "same-origin"}, {"origin": "http://127.0.0.1:8000"}, {}])
def test_a_change_from_our_own_page_or_a_program_passes(headers: dict[str, str], visitor: Visitor) -> None:
    task = visitor.tasks()[0]
    assert visitor.client.post(f"/api/tasks/{task.id}/done", headers=headers).status_code == 200


@pytest.mark.parametrize("path", ["/", "/khong-co", "/static/style.css", "/api/tasks", "/feeds/x.ics", "/dang-nhap/x"])
def test_every_answer_carries_the_safety_headers(path: str, visitor: Visitor) -> None:
    headers = visitor.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


def test_pages_bring_no_inline_script_or_style(visitor: Visitor) -> None:
    visitor.get("/lich")
    for path in ("/", "/lich", "/lich/1/ma", f"/viec/{visitor.tasks()[0].id}", "/ke-hoach/1", "/nguoi"):
        text = visitor.get(path).text
        assert " style=" not in text
        assert "<style" not in text
        assert "onclick" not in text
        assert text.count("<script") == text.count('<script src="/static/')


def test_a_page_stays_light_for_cheap_phones(visitor: Visitor) -> None:
    shared = sum(
        len(visitor.get(path).content) for path in ("/static/style.css", "/static/copy.js", "/static/icon.svg")
    )
    visitor.get("/lich")
    for path in ("/", "/lich", f"/viec/{visitor.tasks()[0].id}", "/ke-hoach/1"):
        assert shared + len(visitor.get(path).content) < 60_000


def test_a_body_longer_than_allowed_is_refused_by_its_length(visitor: Visitor) -> None:
    answer = visitor.client.post("/doc-thu", data={"text": "x" * LONGEST_FORM})
    assert answer.status_code == 413
    assert "1,0 MB" in answer.text


def test_a_body_that_hides_its_length_is_refused_too(visitor: Visitor) -> None:
    chunks = (b"x" * 65536 for _ in range(LONGEST_FORM // 65536 + 2))
    form = {"content-type": "application/x-www-form-urlencoded"}
    assert visitor.client.post("/doc-thu", content=chunks, headers=form).status_code == 413


def test_an_upload_longer_than_any_plan_is_refused_with_the_limit(visitor: Visitor) -> None:
    answer = visitor.client.post("/ke-hoach/tai-len", files={"file": ("a.docx", b"x" * LONGEST_UPLOAD)})
    assert answer.status_code == 413
    assert "không quá 30,0 MB. Hãy tách" in answer.text


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "/khong-co", 404), ("GET", "/viec/khong-co", 404), ("GET", "/ke-hoach/99", 404), ("GET", "/ke-hoach/x", 404),
     ("GET", "/ke-hoach/" + "9" * 40, 404), ("DELETE", "/", 405), ("GET", "/dang-xuat", 405), ("GET", "/?truong=x", 404),
     ("POST", "/api/when", 422), ("GET", "/api/tasks/x", 404), ("GET", "/api/tasks?school=x", 404)],
)  # fmt: skip
def test_what_goes_wrong_is_told_in_vietnamese(method: str, path: str, status: int, visitor: Visitor) -> None:
    answer = visitor.client.request(method, path)
    assert answer.status_code == status
    told = answer.json()["error"] if path.startswith("/api/") else answer.text
    assert any(word in told for word in ("Không", "Hãy", "hãy"))
    assert "Traceback" not in answer.text


def test_a_locked_database_is_told_as_a_passing_trouble(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracker.store.database.BUSY_SECONDS", 0.01)
    task = visitor.tasks()[0]
    holding = sqlite3.connect(visitor.folder / "tracker.db", isolation_level=None)
    holding.execute("BEGIN IMMEDIATE")
    answer = visitor.client.post(f"/api/tasks/{task.id}/done")
    holding.close()
    assert answer.status_code == 503
    assert "đang bị một chương trình khác giữ" in answer.json()["error"]
    assert str(visitor.folder) not in answer.text


def test_a_mistake_of_ours_shows_no_inside(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracker.web.pages.board.board", lambda *_: 1 / 0)
    answer = visitor.get("/")
    assert answer.status_code == 500
    assert "division" not in answer.text
    assert "chưa" in answer.text or "không" in answer.text
    assert "x-content-type-options" in answer.headers
