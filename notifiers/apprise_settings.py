"""The settings of Apprise."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AppriseSettings:
    """How long Apprise may take."""

    connect_seconds: float = 10.0
    """How long opening a connection may take."""
    read_seconds: float = 30.0
    """How long a service's answer may take."""
    total_seconds: float = 90.0
    """How long one message may take in all; after that its outcome is unknown."""
