"""What a worn document says, made readable where that is sure: titles, aims, standards, duties, never names by half."""

from __future__ import annotations

import pytest

from schedules.plan import NO_DUE, Duty, Place, Task
from schedules.planning.readable import readable, readable_duties
from schedules.planning.torn.table import LOOSE_END
from schedules.spelling.restoring import restored
from schedules.spelling.vocabulary import vocabulary
from schedules.spelling.wear import Wear, wear_of

WORN = """Xay dung ké hoach cai tién chat lugng gido duc dé thuc hién trong nam hoc nham dua ra cac giai phap phat huy
diém manh, khac phuc diém yéu, timg budc néng cao chat lugng gido duc. Ké hoach phai cu thé, kha thi, phtt hgp véi diéu
kién thyc té cia nha truong va dia phuong. Tiép tuc ctng ¢6 hd so, chat lugng cac tiéu chuan, ra soét theo quy trinh."""


def standard_of(shown):
    (task,) = readable([Task("Mua sach", NO_DUE, standard=shown)], WORN)
    return task.standard


def test_the_document_of_these_tests_is_worn():
    assert wear_of(WORN, vocabulary()) is Wear.LETTERS


@pytest.mark.parametrize(
    ("shown", "official"),
    [
        ("Tiéu chuan 1: T6 chirc va quan Iy nha truong", "Tiêu chuẩn 1: Tổ chức và quản lý nhà trường"),
        ("Tiéu chuan 3: Co sé vat chat va thiét bi day hoc", "Tiêu chuẩn 3: Cơ sở vật chất và thiết bị dạy học"),
        (
            "Tieu chuan 4. Quan he giua nha truong, gia dinh va xa hoi",
            "Tiêu chuẩn 4: Quan hệ giữa nhà trường, gia đình và xã hội",
        ),
    ],
)
def test_a_standard_whose_title_is_recognised_is_told_by_it(shown, official):
    assert standard_of(shown) == official


@pytest.mark.parametrize("shown", ["Tiéu chuan 2: Thi dua khen thuong", "Tiêu chuẩn 5", "Muc 1, 2, 3"])
def test_a_standard_under_another_title_stays_as_it_is(shown):
    assert standard_of(shown) == shown


def test_a_whole_document_keeps_its_standards_and_duties():
    task = Task("Mua sách", NO_DUE, standard="Tieu chuan 1: To chuc va quan ly nha truong")
    assert readable([task], "Kế hoạch này đủ dấu.") == (task,)
    duty = Duty("Giu ve sinh", (), "Giu ve sinh", Place(paragraph=1))
    assert readable_duties([duty], "Kế hoạch này đủ dấu.") == (duty,)


def test_a_duty_is_readable_and_its_quote_stays():
    shown = "Thuc hién giam sat tién do cai tién theo ké hoach"
    (duty,) = readable_duties([Duty(shown, (), shown, Place(paragraph=1))], WORN)
    assert (duty.title, duty.quote) == ("Thực hiện giám sát tiến độ cải tiến theo kế hoạch", shown)


def test_an_aim_is_readable_too():
    (task,) = readable([Task("Mua sach", NO_DUE, expected="Nang cao chét lugng gido duc")], WORN)
    assert task.expected == "Nâng cao chất lượng giáo dục"


def test_a_name_is_restored_whole_or_not_at_all():
    found = restored("Tham muu véi Uy ban nhdn dan quén Binh Thanh giao chi tiéu", vocabulary(), scanned=True).text
    assert "quận Binh Thanh giao chỉ tiêu" in found


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("Tuyển giáo viên thể chất néu", "Tuyển giáo viên thể chất"),
        ("Sửa mái nhà và", "Sửa mái nhà"),
        ("Thực hiện nội dung đã nêu", "Thực hiện nội dung đã nêu"),
        ("Mua sách và vở", "Mua sách và vở"),
    ],
)
def test_a_title_of_a_torn_row_ends_before_a_word_that_leads_on(title, kept):
    assert LOOSE_END.sub("", title) == kept
