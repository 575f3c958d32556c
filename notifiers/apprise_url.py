"""Apprise: the way to every other service a school wants; the address is the Apprise URL itself.

One URL per message, no retries inside Apprise (they would double what arrived late), and its lack of an answer in
time is an unknown outcome, because its worker may still deliver.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from threading import Lock
from typing import TYPE_CHECKING, Any

from notifiers.apprise_log import Witness
from notifiers.apprise_settings import AppriseSettings
from notifiers.message import Message
from notifiers.outcome import Outcome, bad_recipient, retry, sent, unknown

if TYPE_CHECKING:
    import apprise

NEVER_CONNECTED = re.compile(
    r"NewConnectionError|Failed to establish a new connection|NameResolutionError|ConnectTimeout|"
    r"Connection refused|CERTIFICATE_VERIFY_FAILED",
)
MAY_HAVE_LEFT = re.compile(r"Read timed out|RemoteDisconnected|Connection aborted|IncompleteRead|reset by peer")
STATUS = re.compile(r"\berror=(\d{3})\b")
TOO_MANY, UNAVAILABLE, SERVER_ERRORS = 429, 503, 500


class AppriseChannel:
    """Sends to any URL with a scheme and two slashes; messages take turns."""

    name = "apprise"

    def __init__(self, settings: AppriseSettings) -> None:
        self._settings = settings
        self._turn = Lock()

    def accepts(self, address: str) -> bool:
        """Tell whether the address looks like an Apprise URL."""
        return re.match(r"[a-z][a-z0-9+.-]*://", address, re.IGNORECASE) is not None

    def understands(self, address: str) -> bool:
        """Tell whether Apprise knows the service and finds in the address all it needs."""
        import apprise

        witness = Witness()
        with self._turn:
            witness.attach()
            try:
                witness.hide(address)
                return apprise.Apprise.instantiate(address) is not None
            finally:
                witness.detach()

    def send(self, message: Message, now: datetime) -> Outcome:  # noqa: ARG002 - the contract of every channel
        """Send one message to the service its address names."""
        witness = Witness()
        with self._turn:
            witness.attach()
            try:
                witness.hide(message.to)
                return self._notify(message, witness)
            finally:
                witness.detach()

    def _notify(self, message: Message, witness: Witness) -> Outcome:
        import apprise  # costs 140 ms and all its plugins: only a process that uses it pays

        asset = apprise.AppriseAsset(service_timeout=self._settings.total_seconds)
        service = apprise.Apprise.instantiate(message.to, asset=asset)
        if service is None:
            return bad_recipient("Apprise không hiểu địa chỉ này; xem lại cách viết của dịch vụ", witness.complaint)
        self._tame(service)
        every = apprise.Apprise(asset=asset)
        every.add(service)
        result = every.notify(message.text, title=message.subject, body_format=apprise.NotifyFormat.TEXT)
        if result.status is apprise.AppriseResultStatus.SUCCESS:
            return sent(None, f"{service.service_name} đã nhận tin")
        if result.status is apprise.AppriseResultStatus.TIMEOUT:
            return unknown("Dịch vụ không trả lời kịp; có thể tin đã tới", witness.complaint)
        return failure(witness)

    def _tame(self, service: apprise.NotifyBase) -> None:
        """Set what an address may not choose: no repeats, honest results, long texts in parts, our patience."""
        from apprise import OverflowMode

        wishes: dict[str, Any] = {
            "overflow_mode": OverflowMode.SPLIT,
            "retry": 0,
            "optional": False,
            "socket_connect_timeout": self._settings.connect_seconds,
            "socket_read_timeout": self._settings.read_seconds,
        }
        for name, value in wishes.items():
            setattr(service, name, value)


def failure(witness: Witness) -> Outcome:
    """Return what a failure means by what Apprise said; without a clear word nobody knows."""
    detail, said = witness.complaint, witness.debug
    if MAY_HAVE_LEFT.search(said):
        return unknown("Đứt kết nối khi chờ dịch vụ trả lời; có thể tin đã tới", detail)
    if NEVER_CONNECTED.search(said):
        return retry(timedelta(minutes=5), "Không nối được tới dịch vụ; sẽ thử lại", detail)
    status = STATUS.search(detail)
    if status is None:
        return unknown("Dịch vụ báo không gửi được mà không nói vì sao; cần người xem", detail)
    return _by_status(int(status[1]), detail)


def _by_status(status: int, detail: str) -> Outcome:
    if status in {TOO_MANY, UNAVAILABLE}:
        return retry(timedelta(minutes=15), f"Dịch vụ đang quá tải (mã {status}); sẽ thử lại", detail)
    if status >= SERVER_ERRORS:
        return unknown(f"Dịch vụ lỗi giữa chừng (mã {status}); có thể tin đã tới", detail)
    return bad_recipient(f"Dịch vụ từ chối (mã {status}); xem lại địa chỉ", detail)
