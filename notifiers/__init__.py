"""A message → a person. One file per channel: Message in, Outcome out.

A new channel is a file here and a line in CHANNELS; the first channel that accepts an address sends to it.
Channels are imported when they are built: who only reads settings does not wait for them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from notifiers.channel import Channel, Discerning, release
from notifiers.message import Message
from notifiers.outcome import Outcome, OutcomeKind
from notifiers.secret import Secret
from notifiers.settings import ChannelSettings


def _preview(_: ChannelSettings) -> Iterator[Channel]:
    from notifiers.preview import PreviewChannel

    yield PreviewChannel()


def _mail(settings: ChannelSettings) -> Iterator[Channel]:
    from notifiers.mail.channel import MailChannel

    yield MailChannel(settings.mail)


def _zalo_bot(settings: ChannelSettings) -> Iterator[Channel]:
    from notifiers.zalo.bot import ZaloBotChannel

    yield ZaloBotChannel(settings.zalo_bot)


def _zalo_oa(settings: ChannelSettings) -> Iterator[Channel]:
    from notifiers.zalo.oa_api import OaApi
    from notifiers.zalo.oa_chat import ZaloGroupChannel, ZaloOaChannel
    from notifiers.zalo.zbs import ZbsChannel

    api = OaApi(settings.zalo_oa, settings.oa_tokens)
    yield from (ZaloOaChannel(api), ZaloGroupChannel(api), ZbsChannel(api))


def _apprise(settings: ChannelSettings) -> Iterator[Channel]:
    from notifiers.apprise_url import AppriseChannel

    yield AppriseChannel(settings.apprise)


CHANNELS: tuple[Callable[[ChannelSettings], Iterator[Channel]], ...] = (
    _preview,
    _mail,
    _zalo_bot,
    _zalo_oa,
    _apprise,  # last: it takes any URL
)


def build_channels(settings: ChannelSettings) -> tuple[Channel, ...]:
    """Build every channel, in order; one that is not set up answers with what is missing."""
    return tuple(channel for build in CHANNELS for channel in build(settings))


def channel_for(address: str, channels: Iterable[Channel]) -> Channel | None:
    """Return the first channel that accepts the address, or None."""
    return next((channel for channel in channels if channel.accepts(address)), None)


def taken_by(address: str, channels: Iterable[Channel]) -> Channel | None:
    """Return the channel that accepts the address and could send there, or None: what to ask before one is kept."""
    channel = channel_for(address, channels)
    understood = not isinstance(channel, Discerning) or channel.understands(address)
    return channel if understood else None


__all__ = [
    "CHANNELS",
    "Channel",
    "ChannelSettings",
    "Message",
    "Outcome",
    "OutcomeKind",
    "Secret",
    "build_channels",
    "channel_for",
    "release",
    "taken_by",
]
