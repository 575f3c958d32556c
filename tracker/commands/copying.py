"""What `tracker copy` does once its options are read: the file and what was read from it, then its commented copy."""

from __future__ import annotations

from pathlib import Path

from schedules.reading.file import file_bytes
from tracker.commands.chosen_plan import plan_named
from tracker.commands.looking import opened_to_look
from tracker.commands.whole_file import write_whole
from tracker.copying import copy_of_stored
from tracker.listing import finding_line
from tracker.plan_reading import PlanReader, Unreadable
from tracker.refusal import Refusal
from tracker.reports.corrected_copy import CorrectedCopy, corrected_copy
from tracker.zone import current_instant


class SameFileError(Refusal):
    """The copy would take the place of the plan itself."""


def of_file(folder: Path, path: Path, output: Path) -> CorrectedCopy:
    """Write the commented copy of a file; nothing is stored. Raise Refusal with a sentence when that cannot be."""
    if output.resolve() == path.resolve():
        raise SameFileError(f"{output}: bản có ghi chú phải là tệp khác, bản gốc được giữ nguyên. Hãy đổi tên sau -o.")
    try:
        content = file_bytes(path)
        plan = PlanReader.for_folder(folder).read_bytes(content, path.name)
    except Unreadable as error:
        raise Refusal(str(error)) from error
    made = corrected_copy(content, plan, current_instant())
    write_whole(output, made.content)
    return made


def of_stored(folder: Path, named: str, output: Path) -> CorrectedCopy:
    """Write the commented copy of the newest file of a stored plan, found by id or number."""
    calendar = PlanReader.for_folder(folder).calendar
    with opened_to_look(folder) as db:
        made = copy_of_stored(db, plan_named(db, named).id, calendar, current_instant())
    write_whole(output, made.content)
    return made


def copy_lines(made: CorrectedCopy, output: Path) -> list[str]:
    """Return what was done as lines for people."""
    lines = [f"Đã ghi {output}: {made.placed} điểm được ghi chú đúng chỗ, chữ của kế hoạch giữ nguyên."]
    if made.unplaced:
        lines.append(f"{len(made.unplaced)} điểm không gắn được vào chỗ nào, ghi chung ở đầu văn bản:")
        lines += map(finding_line, made.unplaced)
    return lines
