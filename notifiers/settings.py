"""The settings of all channels in one record; each part is defined in its channel's own file."""

from __future__ import annotations

from dataclasses import dataclass, field

from notifiers.apprise_url import AppriseSettings
from notifiers.mail import MailSettings
from notifiers.zalo.bot import ZaloBotSettings


@dataclass(frozen=True, slots=True)
class ChannelSettings:
    """What every channel needs to know; the defaults send nothing and say what is missing."""

    mail: MailSettings = field(default_factory=MailSettings)
    zalo_bot: ZaloBotSettings = field(default_factory=ZaloBotSettings)
    apprise: AppriseSettings = field(default_factory=AppriseSettings)
