"""A message in parts: sent one after the other, with one outcome for the whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from notifiers.outcome import Outcome, OutcomeKind, bad_configuration, sent, unknown

Answer = Mapping[str, Any] | Outcome


def deliver(texts: Sequence[str], send_one: Callable[[str], Answer]) -> Outcome:
    """Send the texts in order and stop at the first that fails; `send_one` returns the provider's data."""
    if not texts:
        return bad_configuration("Tin trống, không có gì để gửi")
    identities: list[str] = []
    for text in texts:
        answer = send_one(text)
        if isinstance(answer, Outcome):
            return _after_parts(answer, len(identities), len(texts))
        identities.append(str(answer.get("message_id") or answer.get("msg_id") or ""))
    return sent(",".join(filter(None, identities)) or None, "Zalo đã nhận tin", f"{len(texts)} phần")


def _after_parts(outcome: Outcome, done: int, total: int) -> Outcome:
    """Return the outcome of a message of which `done` parts went: repeating it would double those parts."""
    if not done or outcome.kind is OutcomeKind.UNKNOWN:
        return outcome
    return unknown(f"Mới gửi {done}/{total} phần rồi dừng: {outcome.reason}", outcome.detail)
