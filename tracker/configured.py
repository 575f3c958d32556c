"""Whether a data folder has any settings of its own; light, so that commands that need none start at once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

FILE_NAME = "settings.toml"
PREFIX = "TRACKER_"
DETAILS = "TRACKER_DEBUG"
"""The variable that asks for the traceback of a mistake of ours instead of its sentence."""

NOT_SETTINGS = {"TRACKER_DATA", DETAILS}


def is_setting(variable: str) -> bool:
    """Whether an environment variable sets something."""
    return variable.startswith(PREFIX) and variable not in NOT_SETTINGS


def is_configured(folder: Path, environ: Mapping[str, str]) -> bool:
    """Whether a settings file or a variable changes any default."""
    return (folder / FILE_NAME).exists() or any(map(is_setting, environ))
