"""The small parts of understanding: people, money, titles, likeness, topics, torn lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schedules.planning.joining.topics import nearness, topic_of, weights
from schedules.planning.people.named import named_in, split_people
from schedules.planning.people.roles import role_of
from schedules.planning.people.subjects import subject_of
from schedules.planning.text.titles import LONGEST, is_generic, title_of
from schedules.planning.torn.columns import TIME, ways_of, words_of
from schedules.planning.torn.times import repaired, time_words
from schedules.planning.words.likeness import begins_like, likeness
from schedules.planning.words.money import budget_of


@pytest.mark.parametrize(
    ("cell", "owners", "helpers"),
    [
        ("Hiệu trưởng", ("Hiệu trưởng",), ()),
        ("Ban giám hiệu, các tổ trưởng", ("Ban giám hiệu",), ("các tổ trưởng",)),
        ("Chủ trì: Kế toán; Phối hợp: bảo vệ, văn thư", ("Kế toán",), ("bảo vệ", "văn thư")),
        ("- Hiệu trưởng\n- Kế toán", ("Hiệu trưởng",), ("Kế toán",)),
        ("BGH và giáo viên", ("BGH",), ("giáo viên",)),
        ("Tổ chuyên môn và ngoại khóa", ("Tổ chuyên môn và ngoại khóa",), ()),
        ("", (), ()),
    ],
)
def test_people_of_a_mixed_column(cell, owners, helpers):
    assert split_people(cell, first_leads=True) == (owners, helpers)


def test_people_of_an_owner_column_all_own():
    assert split_people("Hiệu trưởng, Kế toán") == (("Hiệu trưởng", "Kế toán"), ())


def test_a_sentence_names_its_people_and_is_left_without_them():
    assert named_in("Họp tổ. Phụ trách: Phó Hiệu trưởng; phối hợp: văn thư.") == (
        ("Phó Hiệu trưởng",),
        ("văn thư",),
        "Họp tổ",
    )


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Hiệu trưởng - Chủ tịch Hội đồng tự đánh giá", "Hiệu trưởng"),
        ("Hi¢u truong - Cha tich Hoi dong ty danh gia", "Hiệu trưởng"),
        ("Té Giam sat ké hoach cai tién chat lwong", "Tổ Giám sát"),
        ("Tổ Giám sát kế hoạch cải tiến chất lượng (báo cáo định kỳ)", "Tổ Giám sát"),
    ],
)
def test_roles_are_known_through_poor_scans(heading, role):
    assert role_of(heading) == (role,)


@pytest.mark.parametrize("heading", ["Công tác chuẩn bị", "Nội dung thực hiện", "Chế độ báo cáo và khen thưởng"])
def test_other_headings_are_no_roles(heading):
    assert role_of(heading) == ()


@pytest.mark.parametrize(
    ("text", "role"),
    [("Kế toán nộp sổ", ("Kế toán",)), ("GVCN họp lớp", ("GVCN",)), ("Nhà trường họp", ()), ("Nộp sổ", ())],
)
def test_the_subject_of_a_sentence(text, role):
    assert subject_of(text) == role


@pytest.mark.parametrize(
    ("words", "vnd"),
    [
        ("25 triệu đồng", 25_000_000),
        ("25 triệu đồng từ quỹ CMHS", 25_000_000),
        ("1,5 triệu đồng", 1_500_000),
        ("12.500.000 đồng", 12_500_000),
        ("12.500.000đ", 12_500_000),
        ("2 tỷ", 2_000_000_000),
        ("500 nghìn đồng", 500_000),
        ("Theo thực tế", None),
        ("5 triệu đồng và 3 triệu đồng", None),
    ],
)
def test_money_in_words_and_dong(words, vnd):
    budget = budget_of(words)
    assert (budget.words, budget.vnd) == (words, vnd)


@pytest.mark.parametrize("words", ["", "Không", "Không có", " khong ", "0", "-"])
def test_no_money_is_none(words):
    assert budget_of(words) is None


@given(st.text(max_size=60))
def test_any_cell_of_money_is_read_without_fail(text):
    budget = budget_of(text)
    assert budget is None or budget.words == " ".join(text.split())


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("- Họp tổ chuyên môn.", "Họp tổ chuyên môn"),
        ("1.2. nộp sổ", "Nộp sổ"),
        ("* **Thi vẽ**;", "Thi vẽ"),
        ("a) Kiểm kê tài sản", "Kiểm kê tài sản"),
        ("Phân công người thực hiện", "Phân công người thực hiện"),
        ("Nộp đúng hạn", "Nộp đúng hạn"),
    ],
)
def test_titles_lose_their_marks_only(text, title):
    assert title_of(text) == title


@given(st.text(max_size=600))
def test_titles_are_never_long(text):
    assert len(title_of(text)) <= LONGEST + 1


@pytest.mark.parametrize("title", ["", "Ngày thi", "Thời gian", "Thời gian thực hiện", "Đợt 2"])
def test_titles_that_say_nothing_are_known(title):
    assert is_generic(title)


def test_likeness_is_blind_to_accents_and_signs():
    assert likeness("TO CHUC THU'C HIEN", "tổ chức thực hiện") == 1.0
    assert begins_like("MUC PiCH, YEU CAU", "mục đích, yêu cầu")
    assert not begins_like("Các cuộc giao lưu", "căn cứ")
    assert not begins_like("Báo cáo", "mẫu báo cáo")


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Hội thi vẽ cấp trường", "Hội thi vẽ cấp cụm"),
        ("Công khai tài chính", "Công khai cơ sở vật chất"),
        ("Sơ kết học kỳ I", "Tổng kết năm học"),
        ("Khám sức khỏe lần 1", "Khám sức khỏe lần 2"),
        ("Đánh giá chất lượng giáo viên", "Đánh giá chất lượng trẻ"),
    ],
)
def test_contrasting_works_are_not_near(one, two):
    topics = [topic_of(one), topic_of(two)]
    assert nearness(*topics, weights(topics)) == 0.0


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Hội thi giáo viên dạy giỏi", "Thi GV dạy giỏi"),
        (
            "Hoàn thiện báo cáo tự đánh giá theo Thông tư số 19/2018/TT-BGDĐT",
            "Hoàn thành báo cáo TĐG theo Thông tư 19/2028",
        ),
        ("Rà soát cơ sở vật chất theo thông tư 13", "Tổ chức rà soát CSVC tại Thông tư số 13/2020/TT-BGDĐT"),
    ],
)
def test_the_same_work_in_other_words_is_near(one, two):
    topics = [topic_of(one), topic_of(two)]
    assert nearness(*topics, weights(topics)) >= 0.8


def test_a_torn_time_is_followed_over_its_lines():
    lines = [
        words_of(line)
        for line in ("Tiêu |Đẩy |Giao việc|BGH |Năm |Không", "chí 1.3|mạnh |cho học", "các tổ 2021-", "và đội 2022")
    ]
    found = time_words(lines)
    assert [[line[at].text for at in sorted(marks)] for line, marks in zip(lines, found, strict=True)] == [
        ["Năm"],
        ["học"],
        ["2021-"],
        ["2022"],
    ]


def test_columns_never_go_back():
    line = words_of("chí 1.3|mạnh |cho các tổ|BGH, |học |Không")
    _, columns = ways_of(line, 1, frozenset({7}))[0]
    assert list(columns) == sorted(columns)
    assert columns[7] == TIME


def test_misread_times_are_put_right():
    assert repaired("Nam 2021 Pén nam 2023") == "nam 2021 den nam 2023"
