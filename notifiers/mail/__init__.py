"""E-mail: the letter, the SMTP line that carries it, what refusals mean, and the bounces that come back."""

from __future__ import annotations

from notifiers.mail.channel import MailChannel
from notifiers.mail.settings import MailSettings, Security

__all__ = ["MailChannel", "MailSettings", "Security"]
