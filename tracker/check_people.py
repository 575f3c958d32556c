"""What `tracker doctor` looks at about people: whether sign-in links, reminders and messages reach them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from tracker.check import Check, Verdict
from tracker.settings import load_settings

SHOWN = 5


def sign_in_links(folder: Path) -> Check:
    """Look whether some manager of each school can be sent a sign-in link (decision 0031)."""
    from tracker.signing_in.sending import carries_links
    from tracker.store import people, schools
    from tracker.store.database import open_database

    name, mend = "Liên kết đăng nhập", "lấy liên kết tại máy chủ bằng “tracker signin”"
    if not load_settings(folder, os.environ).base_url:
        found = "chưa gửi được cho ai: máy chủ chưa có địa chỉ mà điện thoại mở được"
        return Check(name, Verdict.OPTIONAL, found, f"Thiết lập Địa chỉ trang ở trên; trong lúc chờ, {mend}")
    with open_database(folder) as db:
        managers = people.managers(db)
        wanted = schools.standing(db)
    reached = {one.school_id for one in managers if any(map(carries_links, one.addresses))}
    if without := [one.name for one in wanted if one.id not in reached]:
        found = f"chưa người quản lý kế hoạch nào nhận được: {_listed(without, 'trường khác')}"
        return Check(name, Verdict.OPTIONAL, found, f"Ghi địa chỉ thư hoặc nối Zalo cho họ ở trang Người; hoặc {mend}")
    return Check(name, Verdict.GOOD, "gửi được cho người quản lý kế hoạch" if wanted else "chưa có trường nào")


def people_reached(folder: Path) -> Check:
    """Look whether everyone with published works to do has an address that reminders reach."""
    from tracker.store import people, plans, schools
    from tracker.store.database import open_database

    name = "Người được nhắc"
    with open_database(folder) as db:
        known = [plan.id for school in schools.all_schools(db) for plan in plans.of_school(db, school.id)]
        unreached = {one.id: one.name for plan in known for one in people.unreached(db, plan)}
    if unreached:
        names = _listed(list(unreached.values()), "người khác")
        found = f"{len(unreached)} người có việc phải làm mà không có kênh nhận nhắc: {names}"
        return Check(name, Verdict.OPTIONAL, found, "Ghi địa chỉ thư hoặc nối Zalo cho từng người ở trang Người")
    return Check(name, Verdict.GOOD, "ai có việc phải làm cũng có kênh nhận nhắc" if known else "chưa có kế hoạch nào")


def addresses_taken(folder: Path) -> Check:
    """Look whether some address in use leads nowhere: no channel knows it, or it was refused as one that is not."""
    from tracker.spoken import day_words
    from tracker.store import people, refused, schools
    from tracker.store.database import open_database
    from tracker.web.addresses import goes_somewhere, shown

    name = "Địa chỉ nhận tin"
    with open_database(folder) as db:
        known = schools.all_schools(db)
        found = [one for school in known for one in refused.of_school(db, school.id)]
        staff = [one for school in known for one in people.of_school(db, school.id) if one.active]
    lost = [f"{one.name} ({shown(url)})" for one in staff for url in one.addresses if not goes_somewhere(url)]
    told = [
        f"{one.name} (từ {day_words(one.at.date())}{'' if one.reached_otherwise else ', không còn kênh khác'})"
        for one in found
    ]
    what = [f"{len(lost)} địa chỉ không kênh nào gửi được: {_listed(lost, 'người khác')}"] if lost else []
    what += [f"{len(found)} địa chỉ bị từ chối: {_listed(told, 'người khác')}"] if found else []
    if not what:
        return Check(name, Verdict.GOOD, "địa chỉ nào cũng có kênh gửi, chưa địa chỉ nào bị máy chủ thư từ chối")
    mend = "Sửa địa chỉ ở trang Người"
    if found:
        mend += "; địa chỉ bị từ chối mà đúng thì bấm “Thử lại” ở trang của người ấy"
    return Check(name, Verdict.OPTIONAL, "; ".join(what), mend)


def _listed(names: Sequence[str], more: str) -> str:
    """Return the first names, and how many more there are."""
    left = len(names) - SHOWN
    return ", ".join(names[:SHOWN]) + (f" và {left} {more}" if left > 0 else "")
