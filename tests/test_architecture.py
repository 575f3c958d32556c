"""The walls of the house: who may import whom, who may read the clock, speak SQL, or grow."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("schedules", "tracker", "notifiers")
FILES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))

MAY_IMPORT = {
    "schedules.plan": set(),
    "schedules.reading": {"schedules.plan"},
    "schedules.calendar": {"schedules.plan"},
    "schedules.wording": {"schedules.plan", "schedules.calendar"},
    "schedules.spelling": {"schedules.plan", "schedules.wording"},
    "schedules.law": {"schedules.plan", "schedules.calendar", "schedules.wording"},
    "schedules.proofreading": {"schedules.plan", "schedules.calendar", "schedules.wording", "schedules.law"},
    "schedules.planning": {
        "schedules.plan",
        "schedules.calendar",
        "schedules.wording",
        "schedules.law",
        "schedules.proofreading",
        "schedules.spelling",
    },
    "notifiers": set(),
    "tracker": {"schedules", "notifiers"},
}
ONLY_IN = {
    "icalendar": "tracker/feeds/",
    "apscheduler": "tracker/reminders/clock.py",
    "apprise": "notifiers/",
    "sqlite_utils": "tracker/store/",
    "sqlite3": "tracker/store/",
    "docx": ("schedules/reading/", "tracker/reports/"),
    "holidays": "schedules/calendar/",
    "dateutil": "schedules/",
    "cv2": "schedules/reading/",
    "numpy": "schedules/reading/",
    "openpyxl": "schedules/reading/",
    "pdfplumber": "schedules/reading/",
    "xlrd": "schedules/reading/",
    "segno": "tracker/web/",
    "requests": "notifiers/",
}
CLOCK_EDGE = "tracker/zone.py"
LONGEST_FILE = 300
LONGEST_FUNCTION = 50


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imports_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def room_of(module: str) -> str:
    """Return the part of the house a module belongs to: a schedules package, or a whole package."""
    parts = module.split(".")
    return ".".join(parts[:2]) if parts[0] == "schedules" and len(parts) > 1 else parts[0]


def is_inside(module: str, allowed: set[str]) -> bool:
    return any(module == room or module.startswith(f"{room}.") for room in allowed)


def test_there_is_something_to_check() -> None:
    assert len(FILES) > 50


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_imports_go_one_way(path: Path) -> None:
    room = room_of(module_of(path))
    if room not in MAY_IMPORT:
        assert path.name == "__init__.py", f"{name_of(path)} lies in no known room"
        return
    ours = {module for module in imports_of(path) if module.split(".")[0] in PACKAGES}
    strangers = {module for module in ours if not is_inside(module, MAY_IMPORT[room] | {room})}
    assert not strangers, f"{name_of(path)} may not import {strangers}"


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_each_library_has_one_room(path: Path) -> None:
    for module in imports_of(path):
        room = ONLY_IN.get(module.split(".")[0])
        assert room is None or name_of(path).startswith(room), f"{name_of(path)} imports {module}; only {room} may"


def clock_reads(path: Path) -> list[int]:
    names = {"today", "now", "utcnow"}
    return [
        node.lineno
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in names
        and ast.unparse(node.func.value) in {"date", "datetime", "datetime.date", "datetime.datetime"}
    ]


@pytest.mark.parametrize("path", [path for path in FILES if name_of(path) != CLOCK_EDGE], ids=name_of)
def test_nobody_reads_the_clock_but_its_edge(path: Path) -> None:
    assert clock_reads(path) == []


def speaks_sql(path: Path) -> list[int]:
    return [
        node.lineno
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"execute", "executemany", "executescript", "query"}
    ]


@pytest.mark.parametrize("path", [path for path in FILES if "tracker/store/" not in name_of(path)], ids=name_of)
def test_only_the_store_speaks_sql(path: Path) -> None:
    assert speaks_sql(path) == []


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_files_and_functions_stay_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    assert len(text.splitlines()) <= LONGEST_FILE
    assert ast.get_docstring(tree), "a module says in one line what it is"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < LONGEST_FUNCTION, node.name


def files_named(path: Path) -> set[str]:
    """Return the modules of ours a file names in its imports, late ones too; `from package import file` names the file."""
    known = {module_of(each) for each in FILES}
    named: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            named |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            files = {f"{node.module}.{alias.name}" for alias in node.names} & known
            named |= files or {node.module}
    return named & known


def circle_among(imports: dict[str, set[str]]) -> list[str]:
    """Return modules that import each other in a loop, empty when none do."""
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as found:
        return list(found.args[1])
    return []


def test_no_files_import_each_other_in_a_circle() -> None:
    assert circle_among({"one": {"other"}, "other": {"one"}})
    assert circle_among({module_of(path): files_named(path) for path in FILES}) == []
