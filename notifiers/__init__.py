"""A message → a person. One file per channel: Message in, Outcome out.

A new channel is a file here and a line in CHANNELS; the first channel that accepts an address sends to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from notifiers.apprise_url import AppriseChannel
from notifiers.channel import Channel, release
from notifiers.mail import MailChannel
from notifiers.message import Message
from notifiers.outcome import Outcome, OutcomeKind
from notifiers.preview import PreviewChannel
from notifiers.secret import Secret
from notifiers.settings import ChannelSettings
from notifiers.zalo.bot import ZaloBotChannel
from notifiers.zalo.oa_api import OaApi
from notifiers.zalo.oa_chat import ZaloGroupChannel, ZaloOaChannel
from notifiers.zalo.zbs import ZbsChannel

CHANNELS: tuple[Callable[[ChannelSettings], Channel], ...] = (
    lambda _: PreviewChannel(),
    lambda settings: MailChannel(settings.mail),
    lambda settings: ZaloBotChannel(settings.zalo_bot),
    lambda settings: ZaloOaChannel(OaApi(settings.zalo_oa, settings.oa_tokens)),
    lambda settings: ZaloGroupChannel(OaApi(settings.zalo_oa, settings.oa_tokens)),
    lambda settings: ZbsChannel(OaApi(settings.zalo_oa, settings.oa_tokens)),
    lambda settings: AppriseChannel(settings.apprise),
)


def build_channels(settings: ChannelSettings) -> tuple[Channel, ...]:
    """Build every channel, in order; one that is not set up answers with what is missing."""
    return tuple(build(settings) for build in CHANNELS)


def channel_for(address: str, channels: Iterable[Channel]) -> Channel | None:
    """Return the first channel that accepts the address, or None."""
    return next((channel for channel in channels if channel.accepts(address)), None)


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
]
