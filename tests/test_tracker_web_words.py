"""Days, deadlines, lateness, places and quotes as people read them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schedules.plan import Block, Bound, Document, Due, Mention, Place, Precision
from tests.conftest import NOW, due_on
from tracker.places import place_words
from tracker.spoken import day_words, due_words, instant_words, late_words, left_words
from tracker.store.records import HistoryEntry
from tracker.web.addresses import read_addresses, shown, typed_anew
from tracker.web.context import Piece, lit, view
from tracker.web.heartbeat import heartbeat
from tracker.web.labels import history_words

DAY = date(2023, 9, 22)


def test_a_day_is_named_with_its_weekday() -> None:
    assert day_words(DAY) == "thứ Sáu 22/9/2023"
    assert day_words(date(2023, 9, 24)) == "Chủ nhật 24/9/2023"
    assert instant_words(NOW) == "09:00 thứ Hai 18/9/2023"


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (due_on(DAY, bound=Bound.BEFORE), "trước thứ Sáu 22/9/2023"),
        (due_on(DAY), "chậm nhất thứ Sáu 22/9/2023"),
        (due_on(DAY, bound=Bound.DURING, start=DAY), "thứ Sáu 22/9/2023"),
        (due_on(DAY, bound=Bound.DURING, start=date(2023, 9, 18)), "từ 18/9 đến thứ Sáu 22/9/2023"),
        (replace(due_on(DAY, bound=Bound.BEFORE), precision=Precision.MONTH), "chậm nhất thứ Sáu 22/9/2023"),
        (replace(due_on(DAY), hour=time(16, 30)), "chậm nhất 16:30 thứ Sáu 22/9/2023"),
        (Due(words="thường xuyên"), "chưa có ngày (“thường xuyên”)"),
        (Due(), "chưa có ngày"),
    ],
)
def test_a_deadline_says_before_by_or_during(due: Due, words: str) -> None:
    assert due_words(due) == words


def test_days_left_and_late_in_words() -> None:
    friday = due_on(date(2023, 9, 22))
    told = [left_words(friday, date(2023, 9, day)) for day in (22, 21, 19, 24, 25)]
    assert told[:3] == ["hạn cuối là hôm nay", "còn 1 ngày để xong, hạn là ngày mai", "còn 3 ngày để xong"]
    assert told[3:] == ["cần xong ngay", "quá hạn 3 ngày"]
    assert left_words(Due(words="thường xuyên"), NOW.date()) == ""
    assert late_words(5) == "quá hạn 5 ngày"


def test_a_clock_that_never_beat_is_a_warning() -> None:
    assert heartbeat(None, NOW).warning
    assert not heartbeat(NOW - timedelta(minutes=10), NOW).warning
    assert heartbeat(NOW - timedelta(minutes=10, seconds=1), NOW).warning


def test_a_place_names_only_what_is_known() -> None:
    assert place_words(Place(page=2, table=1, row=3)) == "trang 2, bảng 1, hàng 3"
    assert place_words(Place()) == ""


def test_history_speaks_vietnamese() -> None:
    entry = HistoryEntry(1, datetime(2023, 9, 18), "a", "task", "x", "state", "open", "done", None)
    assert history_words(entry) == "Đổi trạng thái: đang làm → đã xong"
    given_to = replace(entry, what="reassigned", was="", now="Cô Lan (lead)")
    assert history_words(given_to) == "Đổi người làm: Cô Lan (chủ trì)"
    renamed = replace(entry, what="changed", was="Khảo sát", now="Khảo sát đầu năm")
    assert history_words(renamed) == "Sửa nội dung: Khảo sát → Khảo sát đầu năm"
    assert history_words(replace(renamed, was="Khảo sát đầu năm", why="do bản 3")) == "Sửa nội dung"
    assert history_words(replace(entry, what="evidence refused", was=None, now="2")) == "Không nhận minh chứng"


def test_a_quote_is_lit_whatever_its_blanks_accents_and_case() -> None:
    pieces = lit("- Khảo sát  đầu\tnăm: trước 25/9.", "khao sat đầu năm")
    assert pieces == (Piece("- "), Piece("Khảo sát  đầu\tnăm", lit=True), Piece(": trước 25/9."))


@given(st.text(max_size=60), st.text(max_size=20))
def test_lighting_never_changes_the_text(text: str, quote: str) -> None:
    assert "".join(piece.text for piece in lit(text, quote)) == text


def blocks(*texts: str) -> Document:
    return Document("a.txt", "text", tuple(Block(text, Place(line=line)) for line, text in enumerate(texts, 1)))


def test_of_two_equal_lines_the_one_at_the_place_is_shown() -> None:
    shown_at = view(blocks("A", "Tuần 3", "B", "Tuần 3", "C"), Mention("Tuần 3", Place(line=4), Due()))
    assert [block.text for block in shown_at.before] == ["Tuần 3", "B"]
    assert [block.text for block in shown_at.after] == ["C"]


def test_a_quote_that_is_nowhere_stands_alone() -> None:
    alone = view(blocks("A"), Mention("không có", Place(line=9), Due()))
    assert (alone.before, alone.pieces, alone.after) == ((), (Piece("không có", lit=True),), ())
    assert view(None, Mention("x", Place(), Due())).pieces == (Piece("x", lit=True),)


def test_in_an_endless_paragraph_only_the_neighbourhood_is_shown() -> None:
    pieces = view(blocks("a" * 5000 + " Tuần 3 " + "b" * 5000), Mention("Tuần 3", Place(line=1), Due())).pieces
    assert [len(piece.text) for piece in pieces] == [601, 6, 601]
    assert pieces[1] == Piece("Tuần 3", lit=True)


def test_addresses_are_spelled_as_the_channels_want_them() -> None:
    assert read_addresses(" a@b.vn \n\nzalobot:7\na@b.vn") == ("mailto:a@b.vn", "zalobot:7")
    assert read_addresses("") == ("preview:",)
    assert read_addresses("Chỉ xem trên trang ") == ("preview:trang",)
    assert typed_anew(("mailto:a@b.vn", "preview:trang")) == "a@b.vn\nchỉ xem trên trang"
    assert typed_anew(("preview:",)) == ""
    assert read_addresses("preview:") == read_addresses("a@b.vn\npreview:x")[1:] == ("preview:trang",)
    with pytest.raises(ValueError, match="không phải địa chỉ nhận tin"):
        read_addresses("0912345678")


@pytest.mark.parametrize("address", ["thu@thcs", "mailto:thu@thcs", "thu@thcs."])
def test_an_address_nobody_outside_could_write_to_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match=r"“thu@thcs.?” thiếu phần sau của tên miền \(dấu chấm\); cần dạng ten@truong"):
        read_addresses(address)


@pytest.mark.parametrize(
    ("address", "words"),
    [("mailto:a@b.vn", "e-mail a@b.vn"), ("preview:", "chưa có kênh nhận"), ("preview:trang", "chỉ xem trên trang"), ("zalobot:123456", "Zalo …456"),
     ("tgram://token/1", "tgram"), ("mailto://user:pass@host", "e-mail")],
)  # fmt: skip
def test_a_shown_address_holds_no_token(address: str, words: str) -> None:
    assert shown(address) == words
