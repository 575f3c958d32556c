"""No text makes the reader crash, lie about a span, or date what does not exist."""

from __future__ import annotations

from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from schedules.calendar import load_calendar
from schedules.plan import Bound, SchoolYear
from schedules.wording import Context, find, fold, nfc, when
from schedules.wording.reading import read
from schedules.wording.scanning import scan

CALENDAR = load_calendar()
SAYINGS = (
    "ngày tháng năm tuần quý trước sau đến từ kể chậm nhất hạn cuối trong vào đầu giữa hằng mỗi học kỳ HKI hè Tết "
    "khai giảng Trung thu thứ Hai chủ nhật mồng rằm sáu quá nửa lần làm việc và các tiếp theo thing nim hoe dén tir "
    "Thông tư số 19/2018/TT-BGDĐT 1 2 3 5 12 13 25 29 30 31 32 00 2023 2024 2025 5/12 31/4 29/2 16/10/2023 10/2023 "
    "2023-2024 I II III IV 8h00 14 giờ 16:30 / - . , ; : ( ) %"
)
WORDS = SAYINGS.split()
CONTEXTS = st.builds(
    Context,
    calendar=st.just(CALENDAR),
    school_year=st.sampled_from([None, SchoolYear(2023)]),
    doc_date=st.sampled_from([None, date(2023, 9, 18)]),
    table_month=st.sampled_from([None, 1, 10]),
    time_column=st.booleans(),
)
SENTENCES = st.lists(st.sampled_from(WORDS), max_size=14).flatmap(
    lambda words: st.sampled_from([" ", "", "\n", "  ", "\u00a0"]).map(lambda blank: blank.join(words))
)
TEXTS = st.one_of(SENTENCES, st.text(max_size=60))


@given(TEXTS, CONTEXTS)
@settings(max_examples=400, deadline=None)
def test_every_find_lies_where_it_says_in_order_and_apart(text: str, context: Context) -> None:
    end = 0
    for found in find(text, context):
        assert end <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.quote
        end = found.end


@given(TEXTS, CONTEXTS)
@settings(max_examples=400, deadline=None)
def test_a_dated_due_has_a_bound_a_reason_and_runs_forward(text: str, context: Context) -> None:
    for found in find(text, context):
        due = found.due
        assert due.basis
        if due.day is not None:
            assert due.bound is not None
            assert due.start is None or due.start <= due.day
            assert due.bound is not Bound.BY or due.start is None


@given(TEXTS, CONTEXTS)
@settings(max_examples=300, deadline=None)
def test_an_impossible_wording_is_never_dated(text: str, context: Context) -> None:
    assert not any(found.due.dated for found in find(text, context) if found.problem)


@given(TEXTS, CONTEXTS)
@settings(max_examples=300, deadline=None)
def test_when_gives_one_of_the_finds_or_nothing(text: str, context: Context) -> None:
    dues = [found.due for found in find(text, context)]
    due = when(text, context)
    assert due in dues or (not dues and not due.dated)


@given(st.text(max_size=80).map(nfc))
def test_folding_keeps_the_length_and_folds_once(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@given(SENTENCES, CONTEXTS)
@example(", sau HKI tháng", Context(CALENDAR))
@example(": sau HKI tháng", Context(CALENDAR))
@settings(max_examples=200, deadline=None)
def test_what_is_found_at_the_end_of_long_text_is_found_alone(text: str, context: Context) -> None:
    text = text.replace("\n", " ")  # whether a line goes on in the next is told by how wide the lines are
    alone = [found.quote for found in find(f"Ghi chú. {text}", context)]
    after = [found.quote for found in find(f"{'Nhà trường thực hiện. ' * 30}Ghi chú. {text}", context)]
    assert alone == after


@given(st.integers(min_value=1, max_value=40))
def test_pieces_grow_with_the_text_and_not_faster(times: int) -> None:
    once = len(scan(read("ngày 1/1 đến ")))
    assert len(scan(read("ngày 1/1 đến " * times))) == once * times
