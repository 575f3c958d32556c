"""Pure: the school's week, for those who look after the plan: due, overdue, without owner; the most urgent by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from schedules.calendar import WorkingDays
from tracker.hand_ins import acted_on, left_of
from tracker.reminders.planner import silent_because
from tracker.reminders.times import many_words, weekly_work
from tracker.reminders.wording import is_pressing, short
from tracker.store.records import StoredTask

SAID = "Lý do, ghi chú"
NOBODY = "chưa có người phụ trách"
NO_CHANNEL = "chưa có kênh nhận tin"
WAITS_FOR_ANSWER = "đang chờ trả lời xin thêm thời gian"
MOST_COUNTS = 4
"""In a subject, which a phone cuts; the letter itself counts them all."""

SOON = timedelta(days=30)
"""Work without an owner is worth a line when its deadline is nearer than this."""


@dataclass(frozen=True, slots=True)
class Watched:
    """One work of the week as overseers read it: which, how late or how near, whose it is, what was said of it.

    It is `pressing` while its last useful day is over and it is not late yet. `times` are the ids of other times of the
    same weekly work that are late, too, and stand in its line.
    """

    task_id: str
    title: str
    left: str
    whose: str
    said: str = ""
    late: bool = False
    pressing: bool = False
    asks: bool = False
    times: tuple[str, ...] = ()
    ahead: bool = False
    """Whether it is due in a later week, and told because nobody leads it."""

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all works its line tells."""
        return (self.task_id, *self.times)

    @property
    def words(self) -> str:
        """The work in one line: “Nộp báo cáo: quá hạn 12 ngày – Cô Lan. Lý do, ghi chú: chờ mẫu của Phòng”.

        Where more time was asked for, that nobody answered yet stands behind how late it is.
        """
        stands = ", ".join([self.left, *([WAITS_FOR_ANSWER] if self.asks else [])])
        return f"{self.title}: {stands} – {self.whose}" + (f". {SAID}: {short(self.said)}" if self.said else "")


@dataclass(frozen=True, slots=True)
class Staffing:
    """Who leads which task, by name, whom of them no message reaches, and what was said of why a task is not done.

    `asked` are the tasks more time was asked for and nobody answered yet.
    """

    leads: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    said: Mapping[str, str] = field(default_factory=dict)
    unreached: frozenset[str] = frozenset()
    asked: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Week:
    """Whose week, its Monday, how many tasks fall due in it, are overdue, or have no owner, and each, latest first.

    Those whose last useful day is over though they are not late yet are `pressing` and not among those due.
    """

    monday: date
    due: int
    overdue: int
    ownerless: int
    school: str = ""
    works: tuple[Watched, ...] = ()
    pressing: int = 0
    proofs: int = 0
    """Pieces of evidence that wait for the reader."""
    requests: int = 0
    """What waits for the reader's answer, as requests for more time."""
    again: tuple[tuple[str, str], ...] = ()
    """Works, by id and title, whose check is to be made again."""

    @property
    def subject(self) -> str:
        """The week with whose it is: “Tuần 18/09–24/09: 3 việc đến hạn – Trường Mầm non Hoa Ban”."""
        return f"{self.words} – {self.school}" if self.school else self.words

    @property
    def words(self) -> str:
        """The week in one line: “Tuần 18/09–24/09: 3 việc đến hạn, 1 việc quá hạn, 2 việc chưa có người phụ trách”."""
        return self._in_words((*self._works(), *self._asking()))

    @property
    def headline(self) -> str:
        """The week in the subject of a letter: what else is to be looked at is one count where there are many."""
        counts = (*self._works(), *self._asking())
        if sum(bool(count) for count, _ in counts) > MOST_COUNTS:
            counts = (*self._works(), (sum(count for count, _ in self._asking()), "điều khác cần xem"))
        told = self._in_words(counts)
        return f"{told} – {self.school}" if self.school else told

    def _works(self) -> tuple[tuple[int, str], ...]:
        return (
            (self.pressing, "việc cần xong ngay"),
            (self.due, "việc đến hạn"),
            (self.overdue, "việc quá hạn"),
        )

    def _asking(self) -> tuple[tuple[int, str], ...]:
        return (
            (self.ownerless, "việc chưa có người phụ trách"),
            (self.requests, "đề nghị chờ trả lời"),
            (self.proofs, "minh chứng chờ xem"),
            (len(self.again), "việc cần kiểm tra lại"),
        )

    def _in_words(self, counts: Iterable[tuple[int, str]]) -> str:
        told = ", ".join(f"{count} {words}" for count, words in counts if count)
        return f"Tuần {self.monday:%d/%m}–{self.monday + timedelta(days=6):%d/%m}: {told}"


def opens_week(today: date, working_days: WorkingDays) -> bool:
    """Whether a day is the first working day of its week."""
    return working_days.on_or_after(monday_of(today)) == today


def bare_week(today: date, school: str = "") -> Week:
    """Return the week a day lies in while no work of it is up."""
    return Week(monday_of(today), 0, 0, 0, school)


def week_of(tasks: Iterable[StoredTask], staffing: Staffing, today: date, school: str = "") -> Week | None:
    """Return the week a day lies in, from the tasks reminded of and who leads them; None when nothing is up."""
    monday = monday_of(today)
    asked = [task for task in tasks if silent_because(task) is None]
    late = [one for one in asked if one.days_late(today)]
    ahead = [(one, day) for one in asked if one not in late and (day := one.task.due.remind_by)]
    due = [one for one, day in ahead if day < monday + timedelta(days=7)]
    ownerless = [one for one, day in ahead if not staffing.leads.get(one.id) and day <= today + SOON]
    if not (due or late or ownerless):
        return None
    later = [one for one in ownerless if one not in due]
    listed = (*_most_late_first(late, today), *sorted(due, key=_soonest_first), *sorted(later, key=_soonest_first))
    works = tuple(replace(_watched(one, staffing, today), ahead=one in later) for one in listed)
    pressing = sum(one.pressing for one in works)
    told = _together(_told_apart(works, listed), listed, today)
    return Week(monday, len(due) - pressing, len(late), len(ownerless), school, told, pressing)


def _told_apart(works: Sequence[Watched], listed: Sequence[StoredTask]) -> tuple[Watched, ...]:
    """Return works with their day behind the title where several, as two times of recurring work, share it."""
    titles = Counter(one.title for one in works)
    pairs = zip(works, (one.task.due.day for one in listed), strict=True)
    return tuple(
        replace(one, title=f"{one.title} ({day.day}/{day.month}/{day.year})") if day and titles[one.title] > 1 else one
        for one, day in pairs
    )


def _together(works: Sequence[Watched], listed: Sequence[StoredTask], today: date) -> tuple[Watched, ...]:
    """Return works with the late times of one weekly work in the line of its longest late, where they say the same."""
    groups: dict[tuple[str, str] | int, list[tuple[Watched, StoredTask]]] = {}
    for number, (one, task) in enumerate(zip(works, listed, strict=True)):
        joins = one.late and weekly_work(task) and not (one.said or one.asks)
        groups.setdefault((weekly_work(task), one.whose) if joins else number, []).append((one, task))
    return tuple(_line_of(some, today) for some in groups.values())


def _line_of(some: Sequence[tuple[Watched, StoredTask]], today: date) -> Watched:
    (one, task), *others = some
    if not others:
        return one
    left = many_words([day for _, each in some if (day := each.task.due.day)], task.days_late(today))
    return replace(one, title=short(task.task.title), left=left, times=tuple(other.task_id for other, _ in others))


def _most_late_first(late: Sequence[StoredTask], today: date) -> list[StoredTask]:
    """Return late works with the longest late first: what is not named must not be what was forgotten longest."""
    return sorted(late, key=lambda one: -one.days_late(today))


def _soonest_first(one: StoredTask) -> tuple[date, date, int]:
    """By the last useful day, then by the day named, as reminders and the board do."""
    due = one.task.due
    return due.remind_by or date.max, due.day or date.max, one.position


def _watched(one: StoredTask, staffing: Staffing, today: date) -> Watched:
    late, leads = bool(one.days_late(today)), staffing.leads.get(one.id, ())
    named = (f"{name} ({NO_CHANNEL})" if late and name in staffing.unreached else name for name in leads)
    left, said = left_of(one.task, today), staffing.said.get(one.id, "")
    whose = ", ".join(named) or NOBODY
    pressing = is_pressing(acted_on(one.task), today)
    return Watched(one.id, short(one.task.title), left, whose, said, late, pressing, one.id in staffing.asked)


def monday_of(day: date) -> date:
    """Return the Monday of the week a day lies in."""
    return day - timedelta(days=day.weekday())
