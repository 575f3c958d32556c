"""The settings of all channels in one record; each part is defined in its channel's own file."""

from __future__ import annotations

from dataclasses import dataclass, field

from notifiers.apprise_settings import AppriseSettings
from notifiers.mail.settings import MailSettings
from notifiers.zalo.bot_settings import ZaloBotSettings
from notifiers.zalo.oa_settings import ZaloOaSettings
from notifiers.zalo.tokens import NoTokens, TokenStore


@dataclass(frozen=True, slots=True)
class ChannelSettings:
    """What every channel needs to know; the defaults send nothing and say what is missing."""

    mail: MailSettings = field(default_factory=MailSettings)
    zalo_bot: ZaloBotSettings = field(default_factory=ZaloBotSettings)
    zalo_oa: ZaloOaSettings = field(default_factory=ZaloOaSettings)
    apprise: AppriseSettings = field(default_factory=AppriseSettings)
    oa_tokens: TokenStore = field(default_factory=NoTokens)
    """Where the Official Account's tokens are kept; the default has none."""
