"""Pure: to whom, on which day and by which way a message goes, with the answers it may carry."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from schedules.calendar import WorkingDays
from schedules.plan import Due
from tracker.answers.links import AnswerLinks, TaskLinks
from tracker.answers.offering import taken
from tracker.answers.token import Action
from tracker.days_off_words import why_earlier
from tracker.reminders.desk import Desk
from tracker.reminders.proofs import Unseen
from tracker.reminders.returned import Returned
from tracker.reminders.sift import Item
from tracker.reminders.unanswered import Unanswered
from tracker.reminders.week import Week
from tracker.spoken import is_off, left_words
from tracker.store.declines import Decline
from tracker.store.extensions import Extension
from tracker.store.records import Office, Part, Person, StoredTask

REPEATED = "Gửi lại sau sự cố"

REQUESTS_PAGE = "/gia-han"

CHAT = "zalobot:"
"""Addresses at which plain words are an answer."""

OWN_WORKS = "Xem mọi việc của thầy/cô, lịch trên điện thoại, ngừng hay đổi tin nhắc"
ABOUT_LETTERS = "Lịch trên điện thoại, ngừng hay đổi tin nhắc"
ABOUT = "lich-va-tin"
"""Where on the page of one's own works calendar and letters stand."""

SAID = {
    Action.DONE: "xong {}",
    Action.RECEIVED: "nhận {}",
    Action.SNOOZE: "mai nhắc {}",
    Action.EXTEND: "xin {} đến …",
}
"""How each answer is given in a chat, about the task of a number."""

MAIL = "mailto:"
"""Addresses at which a text may be as long as it needs to be."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """Who is told on which day, from which pages, with which week, and whether they may have this message already.

    `links` signs the answers a message carries, `chat` tells that plain words are an answer too, `mail`
    that length is no matter. Only who `signs_in`
    is sent to pages that ask for it; who `oversees` gets a signed link to the board of the committee. `said` is what
    was told of why works are not done, for those who watch over them; `unseen` the evidence that waits for the reader,
    `unanswered` what they were asked, `still_late` what they lead and is late, told once a week though no step does,
    `returned` what of their evidence was refused, told once a week until they give other;
    `alarms` what keeps messages from arriving, each with the path of its page;
    `working_days` are the school's.
    """

    name: str
    today: date
    base_url: str = ""
    repeated: bool = False
    week: Week | None = None
    person_id: int = 0
    links: AnswerLinks | None = None
    chat: bool = False
    mail: bool = False
    signs_in: bool = False
    oversees: bool = False
    said: Mapping[str, str] = field(default_factory=dict)
    unseen: tuple[Unseen, ...] = ()
    unanswered: tuple[Unanswered, ...] = ()
    still_late: tuple[StoredTask, ...] = ()
    returned: tuple[Returned, ...] = ()
    alarms: tuple[tuple[str, str], ...] = ()
    working_days: WorkingDays = field(default_factory=WorkingDays)

    def left(self, due: Due) -> str:
        """Return how much time is left of a deadline, and why its last useful day lies before it.

        “nên xong ngay hôm nay (24/11 nghỉ Ngày Văn hóa Việt Nam)”
        """
        words = left_words(due, self.today)
        over = due.late_from is not None and self.today >= due.late_from
        why = "" if over or is_off(due) else why_earlier(due, self.working_days)
        return f"{words} ({why})" if words and why else words

    def answers(self, item: Item) -> TaskLinks | None:
        """Return the links by which the reader answers about a task; none for those who only watch it."""
        offered = self.offered(item)
        return self.links.task(item.task.id, self.person_id, self.today, offered) if self.links and offered else None

    def offered(self, item: Item) -> tuple[Action, ...]:
        """Return the answers about a task that its page takes from the reader today; none where they only watch."""
        if item.part is Part.WATCHER or not item.task.open:
            return ()
        return taken(item.task.task.due, self.today, self.working_days, leads=item.part is Part.LEAD)

    def hint(self, items: Iterable[Item | None]) -> str:
        """Return how the reader answers in a chat about what is numbered in this order; empty where nothing is taken.

        None stands for what is numbered and asks for no answer.
        """
        if not self.chat:
            return ""
        numbers: dict[Action, int] = {}
        for number, item in enumerate(items, 1):
            numbers = dict.fromkeys(self.offered(item) if item else (), number) | numbers
        said = [f"“{SAID[one].format(numbers[one])}”" for one in SAID if one in numbers]
        return f"Nhắn lại {', '.join(said)}, hoặc “trợ giúp”." if said else ""

    def link(self, path: str) -> str:
        """Return the address of a page for who may sign in, empty for others and without a base address.

        Signed for its reader, so that where their sign-in is over the page can send them a link without asking who
        they are.
        """
        if not (self.base_url and self.signs_in):
            return ""
        signed = self.links.open(self.person_id, self.today, path) if self.links else None
        return signed or f"{self.base_url.rstrip('/')}{path}"

    def page(self, item: Item) -> str:
        """Return the page on which the reader sees a task: their answers, or the board's for overseers; or none.

        Of work nobody leads it is where a manager gives it to somebody.
        """
        if item.ownerless and (giving := self.link(f"/viec/{item.task.id}")):
            return f"{giving}#giao"
        own = "" if item.part is Part.WATCHER else self.answer_page(item.task.id)
        return own or self.board(item.task.id)

    def board(self, task_id: str = "") -> str:
        """Return the address of the board, or of one work on it, for those who oversee; empty for others."""
        if self.oversees and self.links:
            return self.links.watch(self.person_id, self.today, task_id) or ""
        return self.link(f"/viec/{task_id}" if task_id else "/")

    def granting(self, request_id: int) -> str:
        """Return the address at which a manager answers one request for more time; empty for others."""
        signed = self.links.decide(self.person_id, self.today, request_id) if self.links and self.signs_in else None
        return signed or ""

    def handing(self, decline_id: int) -> str:
        """Return the address at which a manager answers who says a work is not theirs; empty for others."""
        signed = self.links.hand(self.person_id, self.today, decline_id) if self.links and self.signs_in else None
        return signed or ""

    def answering(self, asked: Extension | Decline) -> str:
        """Return the address at which a manager answers what someone asked or told; empty for others."""
        signed = self.granting(asked.id) if isinstance(asked, Extension) else self.handing(asked.id)
        return signed or self.requests_page()

    def requests_page(self) -> str:
        """Return the address of the page of all that waits for a manager's answer, for who may sign in."""
        return self.link(REQUESTS_PAGE)

    def proofs(self, task_id: str) -> str:
        """Return the address at which who looks after works or oversees them sees one's evidence, empty for others."""
        page = self.board(task_id)
        return f"{page}#minh-chung" if page else ""

    def giving(self, item: Item) -> str:
        """Return the page on which the reader gives evidence of a work of theirs, empty without a base address."""
        return self.proving(item.task.id)

    def proving(self, task_id: str) -> str:
        """Return the page on which the reader gives evidence of a work of theirs, by its id."""
        page = self.answer_page(task_id)
        return f"{page}#minh-chung" if page else ""

    def answer_page(self, task_id: str) -> str:
        """Return the page on which the reader answers about a task of theirs, empty without a base address."""
        links = self.links.task(task_id, self.person_id, self.today, ()) if self.links else None
        return links.page if links else ""

    def own_works(self) -> str:
        """Return the address of the page of the reader's own open works, empty without a base address."""
        return (self.links.own(self.person_id, self.today) or "") if self.links else ""

    def foot(self, *, does: bool = True) -> tuple[tuple[str, str], ...]:
        """Return the last line of every letter (words, address): the reader's works, calendar, how letters are stopped.

        None without a base address. Who signs in or does none of the works told sees works elsewhere.
        """
        own = self.own_works()
        if not own:
            return ()
        return ((OWN_WORKS, own) if does and not self.signs_in else (ABOUT_LETTERS, f"{own}#{ABOUT}"),)

    def subject(self, words: str) -> str:
        """Return the subject of a message, marked where the reader may have it already."""
        return f"[{REPEATED}] {words}" if self.repeated else words

    def greeting(self, words: str) -> tuple[str, ...]:
        """Return the lines a message begins with: to whom, and what it holds."""
        again = (f"({REPEATED}: có thể tin này đã tới một lần.)",) if self.repeated else ()
        return (*again, f"Kính gửi {self.name}, {words}".rstrip())


def occasion_for(person: Person, address: str, today: date, desk: Desk) -> Occasion:
    """Return the occasion of a message to one address of a person."""
    return Occasion(
        *(person.name, today, desk.base_url),
        person_id=person.id,
        links=desk.links,
        chat=address.startswith(CHAT),
        mail=address.lower().startswith(MAIL),
        signs_in=person.office is Office.MANAGER,
        oversees=person.office is Office.COMMITTEE,
        working_days=desk.working_days,
    )
