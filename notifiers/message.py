"""What is sent: one message for one address."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Message:
    """One message for one address, complete before any channel sees it.

    `key` is stable per reminder and becomes the Message-ID or tracking id, so that a repeat is recognisable.
    `to` is an address URL: mailto:…, zalobot:…, zalooa:…, zalogroup:…, zbs:…, zbsuid:…, preview: or any URL
    of Apprise. `calendar` is iCalendar bytes with its METHOD, `unsubscribe` an https link that acts on POST.
    `template` and `fields` (name, value) serve channels that send approved templates only.
    """

    key: str
    to: str
    to_name: str
    subject: str
    text: str
    html: str | None = None
    calendar: bytes | None = None
    unsubscribe: str | None = None
    template: str = ""
    fields: tuple[tuple[str, str], ...] = ()
