"""How people are reached, as typed on a page: checked, spelled as the channels want it, masked when shown."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from notifiers import Channel, ChannelSettings, build_channels, taken_by
from notifiers.mail.address import Mailbox, mailbox
from tracker.store.people import PREVIEW, is_preview
from tracker.store.schools import folded

LOOKED_AT = f"{PREVIEW}trang"
"""Typed on purpose: messages are read on the page Tin nhắn alone. Who has no channel has the bare PREVIEW."""

ON_PAGE = "chỉ xem trên trang"
"""How people type LOOKED_AT."""

KINDS = {"mailto": "e-mail", "zalobot": "Zalo", "preview": ON_PAGE}
SHOWN = 3


@cache
def _channels() -> tuple[Channel, ...]:
    return build_channels(ChannelSettings())


def read_addresses(text: str) -> tuple[str, ...]:
    """Return the addresses typed one a line, in order; preview only when none. Raise ValueError with a sentence."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return tuple(dict.fromkeys(map(_address, lines))) or (PREVIEW,)


def typed_anew(addresses: Iterable[str]) -> str:
    """Return addresses as `read_addresses` takes them, one a line; someone without a channel has none."""
    return "\n".join(_typed(one) for one in addresses if one != PREVIEW)


def _typed(address: str) -> str:
    if is_preview(address):
        return ON_PAGE
    box = address.removeprefix("mailto:")
    return address if box.startswith("//") else box


def _address(line: str) -> str:
    if "@" in line and ":" not in line:
        line = f"mailto:{line}"
    if line.lower().startswith("mailto:") and not line.lower().startswith("mailto://"):
        return f"mailto:{_reachable(mailbox(line))}"
    if is_preview(line) or folded(line) == folded(ON_PAGE):
        return LOOKED_AT
    if not goes_somewhere(line):
        raise ValueError(
            f"“{line}” không phải địa chỉ nhận tin; cần thư như ten@truong.edu.vn, "
            f"một địa chỉ Apprise như tgram://…, hoặc ghi “{ON_PAGE}”. Zalo thì nối bằng mã ở trang của người ấy"
        )
    return line


def goes_somewhere(address: str) -> bool:
    """Return whether some channel could send to an address; Apprise is asked whether it knows the service."""
    return taken_by(address, _channels()) is not None


def _reachable(box: Mailbox) -> Mailbox:
    """Return a mailbox others can write to; ValueError where its domain is a bare name of one's own network."""
    if "." not in box.domain.strip("."):
        raise ValueError(f"“{box}” thiếu phần sau của tên miền (dấu chấm); cần dạng ten@truong.edu.vn")
    return box


def shown(address: str) -> str:
    """Return an address for a list: its kind and enough to know it by, never a token."""
    if address == PREVIEW:
        return "chưa có kênh nhận"
    kind, _, rest = address.partition(":")
    words = KINDS.get(kind.lower(), kind)
    if kind.lower() == "preview":
        return words
    if kind.lower() == "mailto" and not rest.startswith("//"):
        return f"{words} {rest}"
    return f"{words} …{rest[-SHOWN:]}" if kind.lower() == "zalobot" else words
