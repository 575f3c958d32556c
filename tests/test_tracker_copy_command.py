"""`tracker copy` and its link on the plan's page: a Word file with comments out, or a sentence why not."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result

from tests.conftest import make_task
from tests.fakes.visitor import Visitor, visitor_with
from tracker.cli import tracker

LINES = (
    "TRƯỜNG MẦM NON HOA BAN",
    "Số: 12/KH-MNHB",
    "Hoa Ban, ngày 18 tháng 9 năm 2023",
    "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC",
    "Năm học 2023-2024",
    "1. Công khai chất lượng giáo dục đầu năm học (Hoàn thành trước ngày 25/9/2023).",
)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    document = docx.Document()
    for line in LINES:
        document.add_paragraph(line)
    document.save(tmp_path / "kế hoạch.docx")
    return tmp_path / "kế hoạch.docx"


def run(folder: Path, *words: object) -> Result:
    return CliRunner().invoke(tracker, ["--data", str(folder / "data"), *map(str, words)], env={"TRACKER_DATA": None})


def test_a_file_is_copied_with_its_findings_and_nothing_is_stored(plan: Path, tmp_path: Path) -> None:
    out = tmp_path / "ra.docx"
    result = run(tmp_path, "copy", plan, "-o", out)
    assert result.exit_code == 0, result.stderr
    assert "chữ của kế hoạch giữ nguyên" in result.stderr
    document = docx.Document(out)
    assert [paragraph.text for paragraph in document.paragraphs] == list(LINES)
    assert any("chưa có người phụ trách" in comment.text for comment in document.comments)
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("named", ["1", "12/kh-mnhb"])
def test_a_stored_plan_is_copied_by_id_or_number(named: str, plan: Path, tmp_path: Path) -> None:
    run(tmp_path, "import", plan)
    result = run(tmp_path, "copy", "--plan", named, "-o", tmp_path / "ra.docx", "--json")
    assert result.exit_code == 0, result.stderr
    assert json.loads(result.stdout)["placed"] == len(list(docx.Document(tmp_path / "ra.docx").comments)) > 0


def test_a_plan_that_came_in_a_zip_is_copied_as_its_own_file(plan: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "nhiều.zip", "w") as package:
        package.writestr("thư mục/ghi chú.txt", "TRƯỜNG MẦM NON HOA MAI\n1. Họp phụ huynh trước ngày 5/10/2023.")
        package.write(plan, "kế hoạch.docx")
    run(tmp_path, "import", tmp_path / "nhiều.zip")
    result = run(tmp_path, "copy", "--plan", "12/kh-mnhb", "-o", tmp_path / "ra.docx")
    assert result.exit_code == 0, result.stderr
    assert [paragraph.text for paragraph in docx.Document(tmp_path / "ra.docx").paragraphs] == list(LINES)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [(("copy", "--plan", "9"), "Chưa có kế hoạch nào"), (("copy", "khong-co.docx"), "không có tệp này")],
)
def test_what_is_not_there_is_refused_in_a_sentence(words: tuple[str, ...], sentence: str, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    result = run(tmp_path, *words, "-o", tmp_path / "ra.docx")
    assert result.exit_code == 1
    assert sentence in result.stderr
    assert not (tmp_path / "ra.docx").exists()


def test_an_unknown_number_is_answered_with_the_plans_there_are(plan: Path, tmp_path: Path) -> None:
    run(tmp_path, "import", plan)
    result = run(tmp_path, "copy", "--plan", "13/KH-MNHB", "-o", tmp_path / "ra.docx")
    assert "1 (12/KH-MNHB, năm học 2023-2024)" in result.stderr


def test_the_plan_itself_is_never_written_over(plan: Path, tmp_path: Path) -> None:
    before = plan.read_bytes()
    result = run(tmp_path, "copy", plan, "-o", plan)
    assert result.exit_code == 1
    assert plan.read_bytes() == before


def test_text_plans_are_told_to_become_word(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("\n".join(LINES), encoding="utf-8")
    result = run(tmp_path, "copy", tmp_path / "a.txt", "-o", tmp_path / "ra.docx")
    assert result.exit_code == 1
    assert "lưu kế hoạch bằng Word thành .docx" in result.stderr


@pytest.mark.parametrize("words", [("copy", "-o", "a.docx"), ("copy", "a.docx", "--plan", "1", "-o", "b.docx")])
def test_one_source_and_only_one_is_named(words: tuple[str, ...], tmp_path: Path) -> None:
    assert run(tmp_path, *words).exit_code == 2


def test_the_page_of_a_word_plan_offers_the_copy(plan: Path, tmp_path: Path) -> None:
    visitor = Visitor(tmp_path / "data")
    with plan.open("rb") as file:
        where = visitor.press("/ke-hoach/tai-len", files={"file": (plan.name, file)}).headers["location"]
    address = where.partition("?")[0]
    assert f'href="{address}/ban-ghi-chu"' in visitor.get(address).text
    answer = visitor.get(f"{address}/ban-ghi-chu")
    assert "k%E1%BA%BF%20ho%E1%BA%A1ch%20-%20c%C3%B3%20ghi%20ch%C3%BA.docx" in answer.headers["content-disposition"]
    assert len(list(docx.Document(io.BytesIO(answer.content)).comments)) > 0


def test_the_page_of_another_plan_offers_none_and_says_why(tmp_path: Path) -> None:
    visitor = visitor_with(tmp_path / "data", make_task("Khảo sát trẻ"))
    assert "ban-ghi-chu" not in visitor.get("/ke-hoach/1").text
    answer = visitor.get("/ke-hoach/1/ban-ghi-chu")
    assert answer.status_code == 422
    assert "Word .docx" in answer.text
