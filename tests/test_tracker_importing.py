"""A plan in the store: draft, published, imported again; identities survive, changes are told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from schedules.calendar import SchoolCalendar
from schedules.plan import Place, Plan, Severity
from schedules.planning import understand
from schedules.reading import read_text
from tests.conftest import make_plan, make_task
from tests.test_tracker_web_review_weeks import WEEKS
from tracker.commands.importing_files import report_json
from tracker.importing import ImportReport, Incoming, publish_plan, store_plan
from tracker.store import history, people, plans, schools, tasks
from tracker.store.database import Database
from tracker.store.history import Actor
from tracker.store.records import Office, Part, PlanStatus, StoredTask, TaskState

SURVEY = make_task("Khảo sát chất lượng đội ngũ", date(2023, 9, 29), owners=("Hiệu trưởng",))
CONTEST = make_task(
    "Hội thi giáo viên dạy giỏi", date(2023, 11, 24), owners=("Phó Hiệu trưởng",), helpers=("Tổ trưởng",)
)
REPORT = make_task("Báo cáo tự đánh giá", date(2024, 4, 30))


class Importer:
    """Imports plans under one school and actor."""

    def __init__(self, db: Database, actor: Actor, calendar: SchoolCalendar) -> None:
        self.db, self.actor, self.calendar = db, actor, calendar

    def __call__(self, plan: Plan, content: bytes = b"v1", *, publish: bool = False) -> ImportReport:
        return store_plan(self.db, Incoming(content, plan), self.actor, self.calendar, publish=publish)

    def tasks(self) -> dict[str, StoredTask]:
        return {stored.task.title: stored for stored in tasks.of_all(self.db)}


@pytest.fixture
def importer(db: Database, actor: Actor, calendar: SchoolCalendar) -> Importer:
    return Importer(db, actor, calendar)


def test_a_first_import_is_a_draft_that_reaches_nobody(importer: Importer) -> None:
    report = importer(make_plan(SURVEY, CONTEST))
    assert (report.status, report.counts()["new"]) == (PlanStatus.DRAFT, 2)
    assert [stored.published for stored in importer.tasks().values()] == [False, False]


def test_publishing_puts_every_task_in_force(importer: Importer) -> None:
    report = importer(make_plan(SURVEY, CONTEST), publish=True)
    assert report.plan.status is PlanStatus.PUBLISHED
    assert all(stored.published for stored in importer.tasks().values())


def test_a_draft_is_published_later(importer: Importer) -> None:
    report = importer(make_plan(SURVEY))
    publish_plan(importer.db, report.plan.id, importer.actor, importer.calendar)
    assert importer.tasks()[SURVEY.title].published


def test_the_same_file_again_changes_nothing(importer: Importer) -> None:
    importer(make_plan(SURVEY, CONTEST), publish=True)
    before = importer.tasks()
    report = importer(make_plan(SURVEY, CONTEST), publish=True)
    assert report.same_file
    assert report.counts() == {"new": 0, "moved": 0, "gone": 0, "same": 2}
    assert importer.tasks() == before


def test_words_that_only_stand_a_line_lower_change_nothing_people_see(importer: Importer) -> None:
    importer(make_plan(SURVEY), publish=True)
    before = importer.tasks()[SURVEY.title]
    lower = tuple(replace(one, place=Place(line=4)) for one in SURVEY.mentions)
    importer(make_plan(replace(SURVEY, mentions=lower)), b"v2", publish=True)
    after = importer.tasks()[SURVEY.title]
    assert after.task.mentions == lower
    assert (after.sequence, after.changed_at) == (before.sequence, before.changed_at)


def test_a_moved_deadline_keeps_the_identity_and_raises_the_versions(importer: Importer) -> None:
    importer(make_plan(SURVEY, CONTEST), publish=True)
    before = importer.tasks()[CONTEST.title]
    report = importer(make_plan(SURVEY, make_task(CONTEST.title, date(2023, 12, 1))), b"v2", publish=True)
    after = importer.tasks()[CONTEST.title]
    assert report.counts() == {"new": 0, "moved": 1, "gone": 0, "same": 1}
    assert (after.id, after.sequence, after.due_version) == (before.id, before.sequence + 1, before.due_version + 1)


def test_a_reworded_title_is_still_the_same_task(importer: Importer) -> None:
    importer(make_plan(SURVEY), publish=True)
    before = importer.tasks()[SURVEY.title].id
    renamed = make_task("Khảo sát chất lượng đội ngũ giáo viên", date(2023, 9, 29))
    report = importer(make_plan(renamed), b"v2", publish=True)
    assert [stored.id for stored in tasks.of_all(importer.db)] == [before]
    assert [(old.task.title, new.title) for old, new in report.comparison.reworded] == [(SURVEY.title, renamed.title)]


def test_a_dropped_task_is_cancelled_not_deleted_and_comes_back_as_itself(importer: Importer) -> None:
    importer(make_plan(SURVEY, REPORT), publish=True)
    first = importer.tasks()[REPORT.title]
    report = importer(make_plan(SURVEY), b"v2", publish=True)
    assert report.counts()["gone"] == 1
    assert importer.tasks()[REPORT.title].state is TaskState.CANCELLED
    importer(make_plan(SURVEY, REPORT), b"v3", publish=True)
    again = importer.tasks()[REPORT.title]
    assert (again.id, again.state) == (first.id, TaskState.OPEN)


def test_a_corrected_copy_of_a_published_plan_waits_until_it_is_published(importer: Importer) -> None:
    importer(make_plan(SURVEY), publish=True)
    before = importer.tasks()
    report = importer(make_plan(SURVEY, REPORT), b"v2")
    assert (report.status, report.counts()["new"]) == (PlanStatus.DRAFT, 1)
    assert importer.tasks() == before
    publish_plan(importer.db, report.plan.id, importer.actor, importer.calendar)
    assert importer.tasks()[REPORT.title].published


def test_a_correction_kept_as_a_draft_is_told_by_its_own_file(importer: Importer) -> None:
    importer(make_plan(SURVEY), publish=True)
    header = replace(make_plan(SURVEY).header, source="ke-hoach-sua.docx")
    report = importer(replace(make_plan(SURVEY, CONTEST), header=header), b"v2")
    assert (report_json(report)["plan"]["source"], report.plan.source) == ("ke-hoach-sua.docx", "ke-hoach.docx")


def test_the_import_lists_every_answer_it_counts(importer: Importer) -> None:
    plan = understand(read_text(WEEKS, "tuan.txt"), importer.calendar)
    report = importer(plan)
    weighty = [one for one in report.findings if one.severity is not Severity.INFO]
    assert f"{len(weighty)} câu cần trả lời" in report.held
    assert any("của tháng tính thế nào" in one.message for one in weighty)


def test_done_work_stays_done_when_the_plan_comes_again(importer: Importer) -> None:
    importer(make_plan(SURVEY), publish=True)
    done = importer.tasks()[SURVEY.title]
    tasks.set_state(importer.db, done.id, TaskState.DONE, importer.actor)
    importer(make_plan(SURVEY, REPORT), b"v2", publish=True)
    assert importer.tasks()[SURVEY.title].state is TaskState.DONE


def test_an_empty_store_gives_the_same_ids(importer: Importer, tmp_path_factory: pytest.TempPathFactory) -> None:
    from tracker.store.database import open_database

    importer(make_plan(SURVEY, CONTEST))
    with open_database(tmp_path_factory.mktemp("other")) as other:
        second = Importer(other, importer.actor, importer.calendar)
        second(make_plan(SURVEY, CONTEST))
        assert {one.id for one in second.tasks().values()} == {one.id for one in importer.tasks().values()}


def test_two_equal_tasks_get_two_ids(importer: Importer) -> None:
    importer(make_plan(SURVEY, SURVEY))
    assert len(tasks.of_all(importer.db)) == 2


def test_owners_and_helpers_become_people_with_their_part(importer: Importer) -> None:
    report = importer(make_plan(CONTEST))
    stored = importer.tasks()[CONTEST.title]
    parts = {people.by_id(importer.db, who).name: part for who, part in people.assigned(importer.db, stored.id)}
    assert parts == {"Phó Hiệu trưởng": Part.LEAD, "Tổ trưởng": Part.HELPER}
    assert people.manager(importer.db, report.plan.school_id).office is Office.MANAGER


def test_a_hand_made_assignment_survives_a_new_import(importer: Importer) -> None:
    report = importer(make_plan(CONTEST), publish=True)
    stored = importer.tasks()[CONTEST.title]
    someone = people.ensure(importer.db, report.plan.school_id, "Cô Mai")
    people.assign(importer.db, stored.id, [(someone.id, Part.LEAD)])
    importer(
        make_plan(make_task(CONTEST.title, date(2023, 12, 1), owners=CONTEST.owners, helpers=CONTEST.helpers)),
        b"v2",
        publish=True,
    )
    assert people.assigned(importer.db, stored.id) == ((someone.id, Part.LEAD),)


def test_schools_are_found_without_minding_accents(importer: Importer) -> None:
    importer(make_plan(SURVEY))
    importer(make_plan(CONTEST, number="13/KH", school="TRUONG MAM NON HOA BAN"))
    assert len(schools.all_schools(importer.db)) == 1
    assert len(plans.of_school(importer.db, 1)) == 2


def test_an_error_half_way_stores_nothing(importer: Importer, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("đĩa hỏng")

    monkeypatch.setattr(tasks, "add", broken)
    with pytest.raises(RuntimeError):
        importer(make_plan(SURVEY))
    assert schools.all_schools(importer.db) == ()
    assert history.of_subject(importer.db, "plan", "1") == ()


def test_the_same_file_for_another_school_is_told(importer: Importer) -> None:
    first = importer(make_plan(SURVEY))
    incoming = Incoming(b"v1", make_plan(SURVEY), "Trường Tiểu học Khác")
    second = store_plan(importer.db, incoming, importer.actor, importer.calendar, publish=False)
    assert first.elsewhere == ()
    assert second.elsewhere == (schools.by_id(importer.db, first.plan.school_id).name,)


def test_an_office_named_short_and_in_full_is_one_person(importer: Importer) -> None:
    short = make_task("Họp cha mẹ", date(2023, 9, 30), owners=("GVCN",))
    full = make_task("Nhập điểm", date(2023, 12, 30), owners=("giáo viên chủ nhiệm",))
    report = importer(make_plan(short, full), publish=True)
    names = {person.name for person in people.of_school(importer.db, report.plan.school_id)}
    assert names == {people.MANAGER_NAME, "GVCN"}
    assert importer.tasks()["Nhập điểm"].task.owners == ("giáo viên chủ nhiệm",)


def test_one_person_named_with_a_post_and_without_has_one_list_of_works(importer: Importer) -> None:
    forms = ("Cô Phan Thị Lệ Thủy - Tổ trưởng", "Tổ trưởng Phan Thị Lệ Thủy", "cô Phan Thị Lệ Thủy", "Văn thư")
    works = [make_task(f"Việc {who}", date(2023, 9, 30), owners=(who,)) for who in forms]
    report = importer(make_plan(*works), publish=True)
    names = {person.name for person in people.of_school(importer.db, report.plan.school_id)}
    assert names == {people.MANAGER_NAME, forms[0], "Văn thư"}


def test_namesakes_in_one_work_are_two_people(importer: Importer) -> None:
    pair = ("Kế toán Nguyễn Thị Hương", "Văn thư Nguyễn Thị Hương")
    importer(make_plan(make_task("Kiểm kê", date(2023, 9, 30), owners=pair)), publish=True)
    first, second = (people.find(importer.db, name)[0].id for name in pair)
    assert first != second


def test_an_office_written_small_has_a_name_with_a_capital(importer: Importer) -> None:
    importer(make_plan(make_task("Dự giờ", date(2023, 9, 30), owners=("các tổ chuyên môn",))))
    assert people.find(importer.db, "Các tổ chuyên môn")[0].name == "Các tổ chuyên môn"


def test_the_question_of_weeks_quotes_the_plan_s_own_weeks_and_their_places(
    importer: Importer, calendar: SchoolCalendar
) -> None:
    plan = understand(read_text(WEEKS, "tuan.txt"), calendar)
    [asked] = [one for one in importer(plan).findings if one.rule == "cach-tinh-tuan"]
    assert asked.message.startswith("“Tuần 3 tháng 10”, “Tuần 1 tháng 11”, “Tuần 2 tháng 12”: ")
    assert [quote[:2] for quote in asked.quotes] == ["1.", "2.", "3."]
    assert [place.line for place in asked.places] == [6, 7, 8]
