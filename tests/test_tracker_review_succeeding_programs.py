"""A corrected copy under another number, for programs: the API, the command, the history, the Word copy."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result

from tests.fakes.corrected import COPY, RULE, WORKS, Clerk, clerk_of
from tracker.cli import tracker
from tracker.store import history
from tracker.store.database import open_database


@pytest.fixture
def clerk(tmp_path: Path) -> Clerk:
    return clerk_of(tmp_path / "data")


def imports(folder: Path, words: str, *options: str) -> Result:
    file = folder.parent / "ke-hoach.txt"
    file.write_text(words, encoding="utf-8")
    return CliRunner().invoke(
        tracker, ["--data", str(folder), "import", str(file), *options], env={"TRACKER_DATA": None}
    )


def test_the_api_asks_and_takes_the_same_answers(clerk: Clerk) -> None:
    sent = clerk.client.post("/api/plans", data={"text": COPY, "corrects": "1"})
    assert sent.status_code == 201
    assert RULE in {one["rule"] for one in sent.json()["findings"] if one["severity"] == "block"}
    offered = clerk.asked()["corrects"]
    assert offered == [{"plan": 1, "number": "45/KH-THCSHN", "name": offered[0]["name"], "shared": 4, "proposed": True}]
    refused = clerk.client.post("/api/plans/2/publish")
    assert refused.status_code == 422
    assert "Đây là bản sửa" in refused.json()["error"]
    assert "hoặc nói đó là kế hoạch khác" in refused.json()["error"]
    assert "bỏ qua" not in refused.json()["error"]
    assert clerk.wishes(2, kind="replaces", plan=77).status_code == 422
    assert clerk.wishes(2, kind="another").json()["may_publish"]
    assert clerk.client.post("/api/plans/2/review/undo").json()["may_publish"] is False
    joined = clerk.wishes(2, kind="replaces", plan=1).json()
    assert (joined["plan"], joined["revision"], joined["may_publish"]) == (1, 2, True)
    assert clerk.get("/api/plans/2/review").json()["status"] == "withdrawn"
    assert clerk.client.post("/api/plans/1/publish").json()["moved"] == 1


def test_the_command_says_what_to_do_and_does_it(clerk: Clerk) -> None:
    kept = imports(clerk.folder, COPY, "--publish", "--waive", "cho nhanh")
    assert kept.exit_code == 1
    assert "--replaces" in kept.stderr
    assert "--separate" in kept.stderr
    done = imports(clerk.folder, COPY, "--publish", "--replaces", "45/kh-thcshn", "--json")
    assert done.exit_code == 0
    told = json.loads(done.stdout)
    assert told["status"] == "published"
    assert (told["plan"]["id"], told["plan"]["number"]) == (1, "52/KH-THCSHN")
    assert [told[name] for name in ("new", "moved", "gone", "same")] == [0, 1, 0, 3]
    assert len(clerk.works()) == len(WORKS)


def test_the_command_keeps_another_plan_apart_and_refuses_a_plan_there_is_not(clerk: Clerk) -> None:
    missing = imports(clerk.folder, COPY, "--replaces", "77/KH")
    assert missing.exit_code == 1
    assert "45/KH-THCSHN" in missing.stderr
    assert imports(clerk.folder, COPY, "--replaces", "1", "--separate").exit_code == 2
    assert imports(clerk.folder, COPY, "--publish", "--separate").exit_code == 0
    assert [one["status"] for one in clerk.get("/api/plans").json()] == ["published", "published"]


def test_the_history_of_both_says_who_joined_them(clerk: Clerk) -> None:
    clerk.sends()
    clerk.answers("ban-sua", corrected="1")
    with open_database(clerk.folder) as db:
        told = {plan: [one.now for one in history.of_subject(db, "plan", plan)] for plan in ("1", "2")}
    assert (
        "Kế hoạch kiểm tra nội bộ số 52/KH-THCSHN là bản sửa, thay cho Kế hoạch kiểm tra nội bộ số 45/KH-THCSHN"
        in told["1"]
    )
    assert "là bản sửa, thay cho Kế hoạch kiểm tra nội bộ số 45/KH-THCSHN" in told["2"]


def test_an_old_button_of_the_draft_leads_to_the_plan_it_is_in(clerk: Clerk) -> None:
    clerk.sends()
    page = clerk.get("/ke-hoach/2/duyet").text
    clerk.answers("ban-sua", corrected="1")
    token = re.search(r'name="token" value="(\w+)"', page)[1]
    late = clerk.client.post("/ke-hoach/2/phat-hanh", data={"token": token, "revision": "1"})
    assert late.status_code == 409
    assert 'href="/ke-hoach/1"' in late.text


@pytest.mark.parametrize("answered", [False, True])
def test_the_word_copy_with_comments_asks_nothing_of_it(clerk: Clerk, *, answered: bool) -> None:
    word = docx.Document()
    for line in COPY.splitlines():
        word.add_paragraph(line)
    content = io.BytesIO()
    word.save(content)
    clerk.press("/ke-hoach/tai-len", files={"file": ("sua.docx", content.getvalue())})
    assert clerk.asked()
    if answered:
        clerk.answers("ke-hoach-khac")
    copy = clerk.get("/ke-hoach/2/ban-ghi-chu")
    assert copy.status_code == 200
    with zipfile.ZipFile(io.BytesIO(copy.content)) as parts:
        comments = "".join(parts.read(name).decode() for name in parts.namelist() if "comments" in name)
    assert "kế hoạch khác" not in comments
