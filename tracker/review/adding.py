"""A task the reading missed: made of words of the plan, of a duty, of a finding's words, or typed by hand."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from schedules.plan import Document, Due, Finding, Mention, Place, Plan
from tracker.found_words import alone_in
from tracker.refusal import Refusal
from tracker.review.draft import Draft
from tracker.review.findings import Question, key_of
from tracker.review.operations import Add, Answer, Operation
from tracker.review.saying import quoted
from tracker.review.typed_words import LONGEST_TITLE, line, names

MADE = "đã lập thành việc"


@dataclass(frozen=True, slots=True)
class Spot:
    """Words of the plan, as it has them, and where they stand."""

    quote: str
    place: Place


@dataclass(frozen=True, slots=True)
class Missed:
    """What a person says of a task the reading missed; without `spot` the plan has no words for it."""

    title: str
    due: Due | None
    owners: str = ""
    spot: Spot | None = None


def add(draft: Draft, missed: Missed, question: Question | None = None) -> tuple[Operation, ...]:
    """Make a task of words the plan has, or of none; with a question it answers that too."""
    title = line(missed.title, "Tên việc", LONGEST_TITLE)
    if missed.due is None:
        raise Refusal("Chưa có hạn nào. Hãy ghi bằng chữ, hoặc chọn ngày hết hạn.")
    spot = missed.spot or (_spot(draft, question.first) if question else None)
    quote = spot.quote if spot else ""
    mention = Mention(spot.quote, spot.place, missed.due) if spot else None
    said = quoted(draft.plan.document, quote) if spot else ""
    made = Add(made_id(draft, quote, title), title, mention, said, owners=names(missed.owners))
    if mention is None:
        made = Add(made.task, title, None, said, owners=made.owners, by_hand=missed.due)
    if question is None:
        return (made,)
    keys = tuple(key_of(one) for one in question.findings)
    return (made, Answer(question.first.rule, keys, accepted=True, message=question.first.message, how=MADE))


def made_id(draft: Draft, of: str, title: str) -> str:
    """Return an id no task of the draft has, the same for the same words."""
    taken = {item.id for item in draft.items}
    for attempt in range(len(taken) + 1):
        made = f"viec-{sha256(f'{of}|{title}|{attempt}'.encode()).hexdigest()[:12]}"
        if made not in taken:
            return made
    raise Refusal("Đã có quá nhiều việc cùng tên này. Hãy đặt tên khác.")


def spot_of(document: Document, words: str, number: int | None = None) -> Spot | None:
    """Return where typed words stand, in block `number` (from 0) when it is given; None without both.

    Raises Refusal when the document does not hold them, or holds them more than once and no block was chosen.
    """
    if number is not None and not 0 <= number < len(document.blocks):
        raise Refusal(f"Văn bản có {len(document.blocks)} đoạn; không có đoạn thứ {number + 1}. Hãy chọn lại.")
    blocks = document.blocks if number is None else document.blocks[number : number + 1]
    if not words:
        return Spot(blocks[0].text.strip(), blocks[0].place) if number is not None else None
    found = [Spot(cut, block.place) for block in blocks if (cut := _cut(block.text, words))]
    if not found and number is not None:
        return spot_of(document, words)
    if not found:
        raise Refusal(
            f"Văn bản không có câu “{_short(words)}”. Hãy chép đúng một câu của kế hoạch, hoặc để trống ô này: "
            "việc sẽ được ghi là thêm bằng tay."
        )
    if len(found) > 1:
        raise Refusal(
            f"Câu “{_short(words)}” có ở {len(found)} chỗ. Hãy chép dài hơn, hoặc chọn đúng dòng trong văn bản."
        )
    return found[0]


def spot_of_duty(plan: Plan, number: int) -> Spot:
    """Return where a duty of the plan stands, counted from 1; raise Refusal when there is none of that number."""
    if not 1 <= number <= len(plan.duties):
        raise Refusal(f"Kế hoạch có {len(plan.duties)} nhiệm vụ không có ngày; không có nhiệm vụ thứ {number}.")
    duty = plan.duties[number - 1]
    return Spot(duty.quote, duty.place)


def _cut(text: str, words: str) -> str:
    """Return words as a text has them; empty when it does not hold them whole."""
    # a row is copied from the page with signs between its cells
    span = alone_in(text, words) or alone_in(text, words.replace(" · ", " "))
    return text[slice(*span)] if span else ""


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 80 else f"{words[:80].rstrip()}…"  # noqa: PLR2004 - a line on a page


def _spot(draft: Draft, finding: Finding) -> Spot | None:
    """Return the plan's own words a finding rests on and where they stand, None when it quotes none."""
    place = finding.places[0] if finding.places else Place()
    texts = [*finding.quotes, *(block.text for block in draft.plan.document.blocks if block.place == place)]
    return next((Spot(quote, place) for quote in texts if quoted(draft.plan.document, quote)), None)
