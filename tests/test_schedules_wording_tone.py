"""What is heard in a whole sentence: weights learned from marked texts refuse what only tells."""

from __future__ import annotations

import json
from datetime import date

import pytest

from schedules.plan import SchoolYear
from schedules.wording import Context, find, unset
from schedules.wording.guards import tone
from schedules.wording.guards.bygone.over import lies_ahead
from schedules.wording.piece import Kind, kinds_of
from schedules.wording.reading import read
from schedules.wording.refining import refine
from schedules.wording.scanning import scan
from tests.regenerate_tone import LEARNED, digest, marked, of_marked
from tests.sentences import CALENDAR

SIGNED = date(2025, 11, 10)
CONTEXT = Context(CALENDAR, SchoolYear.of(SIGNED), SIGNED)
TWINS = (
    ("Các tổ tổ chức hội thảo vào tháng 12.", "Các hội thảo thường dồn vào tháng 12 nên giáo viên rất mệt."),
    ("Phụ huynh lớp 8A họp ngày 3/1.", "Phụ huynh lớp 8A xin họp ngày 3/1 nhưng nhà trường không đồng ý."),
    ("Ban giám hiệu họp ngày 3/1.", "Theo lời bác bảo vệ, hôm 3/1 hay có người lạ đứng trước cổng."),
    ("Tổ Văn nộp đề trước ngày 15/12.", "Tổ Văn hỏi vì sao quy chế cũ lại ghi trước ngày 15/12."),
)
"""The same time in a sentence that sets work, and in one that tells."""


def weight(text: str) -> float:
    """Return what the first time of a text weighs."""
    reading = read(text)
    pieces = scan(reading)
    piece = next(one for one in refine(pieces, kinds_of(pieces), reading.folded) if one.kind == Kind.TIME)
    return tone.weight(piece, reading.folded, ahead=lies_ahead(piece, CONTEXT))


@pytest.mark.parametrize(("sets", "tells"), TWINS)
def test_what_sets_work_weighs_more_than_what_tells(sets: str, tells: str) -> None:
    assert weight(tells) < weight(sets)
    assert weight(sets) >= tone.TOLD


def test_the_weights_were_learned_from_the_texts_as_they_are() -> None:
    learned = json.loads(LEARNED.read_text("utf-8"))["learned"]
    assert learned == digest(), "run python -m tests.regenerate_tone"


def test_marked_texts_are_heard_as_marked() -> None:
    """Of what was learned nearly all must be kept; a slip in the weights or the signs shows at once."""
    texts = list(marked())
    setting = [one for one in texts if any(lesson.sets for lesson in of_marked(one))]
    lost = [one.text for one in setting if not _meets_one(one.text, one.context, one.spans)]
    assert len(setting) > 2000
    assert len(lost) <= 0.04 * len(setting)
    telling = [one for one in texts if not one.spans]
    dated = [one.text for one in telling if any(found.due.dated for found in find(one.text, one.context))]
    assert len(telling) > 2000
    assert len(dated) <= 0.12 * len(telling)


def _meets_one(text: str, context: Context, spans: tuple[tuple[int, int], ...]) -> bool:
    found = [(one.start, one.end) for one in find(text, context)]
    return any(first < end and start < last for start, end in spans for first, last in found)


def test_what_sounds_told_is_said_with_its_words_and_what_to_do() -> None:
    text = "Theo lời bác bảo vệ, các tối thứ Bảy tháng 12 hay có người lạ trèo rào vào sân."
    (one,) = unset(text, CONTEXT)
    assert "tháng 12" in one.quote
    assert one.why.startswith("cả câu nghe như kể hoặc tả")
    assert "hãy viết rõ" in one.why


def test_words_far_from_a_time_do_not_weigh() -> None:
    near = "Các tổ họp ngày 3/12. " + "Lớp học sạch sẽ. " * 30
    assert weight(near) == weight(near + "Hôm qua đã kể lại chuyện cũ.")


def test_weights_are_read_as_they_are_written() -> None:
    places = {place: {} for place in tone.PLACES} | {"before": {"nop": 125}, "later": {"da": -75}}
    learned = tone.read(json.dumps({"learned": "abc", "base": -0.5, **places}))
    assert learned.base == -0.5
    assert learned.of(("before", "later"), (["nop", "nop", "gui"], ["da"])) == 1.75
