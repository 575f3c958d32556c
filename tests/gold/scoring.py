"""What was read against the answers → counts: right, wrong, missing, extra and invented, and every slip in words."""

from __future__ import annotations

from dataclasses import dataclass, field, fields

from schedules.plan import Plan, Task
from tests.gold.answers import ANY, Answer, Answers
from tests.gold.likeness import plain, same_people, share

ENOUGH = 0.5
QUOTE_WEIGHT = 0.3
DATE_WEIGHT = 0.35


@dataclass(slots=True)
class Score:
    """Counts over one or many plans; they add up with `+`."""

    gold: int = 0
    read: int = 0
    paired: int = 0
    right: int = 0
    shape_right: int = 0
    owners_asked: int = 0
    owners_right: int = 0
    criteria_asked: int = 0
    criteria_right: int = 0
    invented: int = 0
    lost_quotes: int = 0
    header_asked: int = 0
    header_right: int = 0
    findings_missed: int = 0
    spans_asked: int = 0
    spans_read: int = 0
    spans_right: int = 0
    slips: list[str] = field(default_factory=list)

    def __add__(self, other: Score) -> Score:
        return Score(*(getattr(self, each.name) + getattr(other, each.name) for each in fields(self)))

    @property
    def precision(self) -> float:
        """Share of the dated tasks read that are a task of the plan on its date."""
        return self.right / self.read if self.read else 1.0

    @property
    def recall(self) -> float:
        """Share of the plan's dated tasks read on their date."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall of (task, date)."""
        return 2 * self.right / (self.read + self.gold) if self.read + self.gold else 1.0

    @property
    def dates_f1(self) -> float:
        """The harmonic mean of precision and recall of dates alone: which (start, day) the plan names anywhere."""
        asked = self.spans_read + self.spans_asked
        return 2 * self.spans_right / asked if asked else 1.0

    @property
    def wrong_dates(self) -> float:
        """Share of the tasks found that carry another date than the plan's."""
        return 1 - self.right / self.paired if self.paired else 0.0

    @property
    def owners(self) -> float:
        """Share of the tasks found whose people are right."""
        return self.owners_right / self.owners_asked if self.owners_asked else 1.0

    @property
    def criteria(self) -> float:
        """Share of the tasks found whose criterion is right."""
        return self.criteria_right / self.criteria_asked if self.criteria_asked else 1.0


def score(plan: Plan, answers: Answers, text: str, *, slips: bool = False) -> Score:
    """Return the score of one plan read; `text` is the source as rendered, `slips` forgives OCR in names."""
    read = [task for task in plan.tasks if task.due.dated]
    pairs, missing, extra = paired(read, answers.tasks, slips=slips)
    result = Score(gold=len(answers.tasks), read=len(read), paired=len(pairs))
    for task, answer in pairs:
        _judge(result, task, answer, slips=slips)
    result.slips.extend(f"missing: {answer.title} ({answer.day})" for answer in missing)
    result.slips.extend(f"extra: {task.title} ({task.due.start}..{task.due.day})" for task in extra)
    _judge_spans(result, read, answers)
    _judge_mentions(result, plan, answers, text)
    _judge_whole(result, plan, answers)
    return result


def paired(
    read: list[Task], answers: tuple[Answer, ...], *, slips: bool
) -> tuple[list[tuple[Task, Answer]], list[Answer], list[Task]]:
    """Return tasks joined to answers by their words (a right date decides between likes), and what is left over."""
    likely = []
    for number, task in enumerate(read):
        quotes = " ".join(mention.quote for mention in task.mentions)
        for at, answer in enumerate(answers):
            alike = (1 - QUOTE_WEIGHT) * share(answer.title, task.title, slips=slips)
            alike += QUOTE_WEIGHT * share(answer.title, quotes, slips=slips)
            if alike >= ENOUGH:
                likely.append((alike + DATE_WEIGHT * same_day(task, answer), number, at))
    tasks, wanted, pairs = dict(enumerate(read)), dict(enumerate(answers)), []
    for _, number, at in sorted(likely, key=lambda entry: (-entry[0], entry[1], entry[2])):
        if number in tasks and at in wanted:
            pairs.append((tasks.pop(number), wanted.pop(at)))
    return pairs, list(wanted.values()), list(tasks.values())


def same_day(task: Task, answer: Answer) -> bool:
    """Whether a task has the start and day of its answer."""
    day = task.due.day
    if day is None or abs(day - answer.day) > answer.slack:
        return False
    return task.due.start == answer.start or answer.bound == ANY


def _judge(result: Score, task: Task, answer: Answer, *, slips: bool) -> None:
    if same_day(task, answer):
        result.right += 1
        shape = (task.due.bound, task.due.precision, task.due.recurrence)
        wanted = (answer.bound, answer.precision, answer.recurrence)
        result.shape_right += answer.bound == ANY or shape == wanted
        if answer.bound != ANY and shape != wanted:
            result.slips.append(f"shape: {answer.title}: {shape} instead of {wanted}")
    else:
        seen = f"{task.due.start}..{task.due.day}"
        result.slips.append(f"date: {answer.title}: {seen} instead of {answer.start}..{answer.day}")
    if answer.owners is not None:
        right = same_people(task.owners, answer.owners, slips=slips)
        right = right and same_people(task.helpers, answer.helpers, slips=slips)
        result.owners_asked += 1
        result.owners_right += right
        if not right:
            seen = f"{task.owners} + {task.helpers}"
            result.slips.append(f"owners: {answer.title}: {seen} instead of {answer.owners} + {answer.helpers}")
    result.criteria_asked += bool(task.criterion or answer.criterion)
    result.criteria_right += bool(answer.criterion) and task.criterion == answer.criterion
    if task.criterion != answer.criterion:
        result.slips.append(f"criterion: {answer.title}: {task.criterion} instead of {answer.criterion}")


def _judge_spans(result: Score, read: list[Task], answers: Answers) -> None:
    wanted = {(answer.start, answer.day): answer for answer in answers.tasks}
    result.spans_asked += len(wanted)
    result.spans_read += len({(task.due.start, task.due.day) for task in read})
    result.spans_right += sum(any(same_day(task, answer) for task in read) for answer in wanted.values())


def _judge_mentions(result: Score, plan: Plan, answers: Answers, text: str) -> None:
    source = plain(text)
    for task in plan.tasks:
        days = {mention.due.day for mention in task.mentions} | {task.due.day}
        for day in days - {None} - answers.days:
            near = any(abs(day - answer.day) <= answer.slack for answer in answers.tasks)
            result.invented += not near
            if not near:
                result.slips.append(f"invented: {day}: {task.title}")
        for mention in task.mentions:
            if plain(mention.quote) not in source:
                result.lost_quotes += 1
                result.slips.append(f"lost quote: {mention.quote[:120]}")


def _judge_whole(result: Score, plan: Plan, answers: Answers) -> None:
    for name, wanted in answers.header.items():
        seen = str(getattr(plan.header, name) or "")
        result.header_asked += 1
        result.header_right += plain(seen) == plain(wanted)
        if plain(seen) != plain(wanted):
            result.slips.append(f"header {name}: {seen} instead of {wanted}")
    rules = {finding.rule for finding in plan.findings}
    for rule in answers.findings:
        if rule not in rules:
            result.findings_missed += 1
            result.slips.append(f"finding missed: {rule}")
    if not answers.duties[0] <= len(plan.duties) <= answers.duties[1]:
        result.slips.append(f"duties: {len(plan.duties)} not in {answers.duties}")
