"""Which works disclose something to parents and everybody (TT 09/2024): they alone stand in the public calendar.

In doubt a work is the school's own: nothing is shown to everybody that only might have been meant for them.
"""

from __future__ import annotations

import re
from dataclasses import replace

from schedules.plan import Header, Task
from schedules.planning.acts import acts_of
from schedules.planning.people.subjects import subject_of
from schedules.planning.words.verbs import DEEDS
from schedules.wording import fold
from schedules.wording.folding import nfc

DISCLOSES = re.compile(
    r"(?:^|[,;:(] ?|\b(?:va|roi) )(?:(?:thuc hien|tien hanh|hoan thanh|to chuc) )?(?:viec )?"
    r"(?:cong khai|niem yet|dang tai(?=.* (?:trang|website|cong thong tin|mang)\b))\b"
)
SPOKEN_OF = re.compile(
    r"\b(?:ke hoach|bao cao|nop|gui|trinh|kiem tra|giam sat|ra soat|bien ban|quy che|phan cong|"
    r"so ket|tong ket|rut kinh nghiem|danh gia (?:viec|cong tac)|tap huan|kien toan|thanh lap)\b"
)
"""Words that make of disclosing what is written, handed in or looked back upon: “Báo cáo thực hiện công khai”."""

ALL_OF_IT = re.compile(
    r"ke hoach (?:(?:thuc hien|trien khai|to chuc|cong tac|viec|quy che|noi dung|ve) )*cong khai\b(?! ?(?:,|va\b))"
)
"""The kind of a plan about nothing but disclosing; “Kế hoạch kiểm định và công khai” is of other works too."""

INSIDE = re.compile(r"\b(?:tai|o|trong) (?:phong (?:hoi dong|hop|giao vien)|van phong|(?:cuoc )?hop hoi dong)\b")
OUTSIDE = re.compile(r"\b(?:cong|bang tin|trang|website|mang|zalo|cha me|phu huynh|hoc sinh|nhan dan)\b")
"""Where only the staff reads what is put up, and where others do as well."""

OWN_DEED = re.compile(rf"(?!(?:công|niêm|phổ|thông|đăng|đưa|quyết toán|đóng góp)\b)(?:{DEEDS}|nâng cấp|tạo|chủ trì)\b")
"""What somebody does opens no name of what is disclosed; “Quyết toán ngân sách năm 2025” is such a name."""

WHO_WITH = re.compile(r"(?:giao(?: cho)?|dong chi|d/c|va|cung(?: voi)?|phoi hop(?: voi)?)\b|\([^()]*\)|[\s,;:.–-]+")
"""What may stand beside those who open a title: “Giao cô Lan và đ/c Minh công khai …”."""
HANDED_IN = re.compile(rf"(?:{SPOKEN_OF.pattern})(?: viec)?\s*$")

PUBLISH = frozenset({"publish"})


def with_disclosure(task: Task, header: Header) -> Task:
    """Return a task marked public when its title or line discloses, or it is an item of a plan of disclosures."""
    public = _discloses(task) or _is_named_as_disclosed(task) or _is_item(task, header)
    return replace(task, public=True) if public else task


def _discloses(task: Task) -> bool:
    title = _without_doers(task)
    found = DISCLOSES.search(title)
    own = SPOKEN_OF.search(title, 0, found.end() if found else 0) or (
        INSIDE.search(title) and not OUTSIDE.search(title)
    )
    return found is not None and not own and not _is_handed_in(task)


def _without_doers(task: Task) -> str:
    """Return the folded title from where it says what is done: who does it may stand before, one or several."""
    title = fold(task.title)
    named_for_it = (*task.owners, *task.helpers, *subject_of(task.title))  # the column of people may name another
    doers = sorted({fold(name) for name in named_for_it} - {""}, key=len, reverse=True)
    opening = re.compile("|".join((*(rf"{re.escape(name)}(?!\w)" for name in doers), WHO_WITH.pattern)))
    named, at = 0, 0
    while doers and (found := opening.match(title, at)) and found.end() > at:
        named, at = named + (found[0] in doers), found.end()
    return title[at:] if named else title


def _is_handed_in(task: Task) -> bool:
    """Whether a line says that just this work is written, handed in or looked after: “báo cáo việc công khai”."""
    title = fold(task.title)
    return any(HANDED_IN.search(told) for one in task.mentions if (told := fold(one.quote).partition(title)[0]))


def _is_named_as_disclosed(task: Task) -> bool:
    """Whether a line discloses just this work: “Thực hiện công khai theo Thông tư …: Cam kết chất lượng”."""
    title = fold(task.title)
    before = (told for one in task.mentions if (told := fold(one.quote).partition(title)[0]).rstrip().endswith(":"))
    return any(DISCLOSES.search(told) and not SPOKEN_OF.search(told) for told in before)


def _is_item(task: Task, header: Header) -> bool:
    """Whether a plan that is all about disclosing names what is to be disclosed: “Cam kết chất lượng giáo dục”."""
    if not ALL_OF_IT.match(fold(header.kind or "")):
        return False
    done = acts_of(task.title) - PUBLISH or OWN_DEED.match(nfc(task.title)[-len(_without_doers(task)) :].lower())
    return not done and SPOKEN_OF.search(fold(task.title)) is None
