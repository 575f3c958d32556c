"""A message as one chat text."""

from __future__ import annotations

import re

from notifiers.message import Message


def chat_text(message: Message) -> str:
    """Return the subject as first line and the text below; the subject only once when the text starts with it."""
    subject, text = message.subject.strip(), message.text.strip()
    if not subject or text.startswith(subject):
        return text
    return f"{subject}\n\n{text}".strip()


def without_mentions(text: str) -> str:
    """Return the text with [@…] opened up: in an Official Account's group it would ping a person or everyone."""
    return re.sub(r"\[\s*@", "[ @ ", text)
