"""All channels together: who takes which address, and that none is forgotten."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import subprocess
import sys
from datetime import UTC, datetime

import pytest

import notifiers
from notifiers import ChannelSettings, Message, OutcomeKind, build_channels, channel_for, release

NOW = datetime(2024, 5, 24, tzinfo=UTC)
CHANNELS = build_channels(ChannelSettings())


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("preview:", "preview"),
        ("preview:lan", "preview"),
        ("mailto:co.lan@truong.vn", "email"),
        ("MAILTO:co.lan@truong.vn", "email"),
        ("zalobot:chat-1", "zalo_bot"),
        ("zalooa:123", "zalo_oa"),
        ("zalogroup:123", "zalo_group"),
        ("zbs:0912345678", "zbs"),
        ("zbsuid:123", "zbs"),
        ("tgram://123:abc/456", "apprise"),
        ("mailto://u:p@host", "apprise"),
        ("zalo://token/chat", "apprise"),
    ],
)
def test_each_address_has_its_channel(address, name):
    assert channel_for(address, CHANNELS).name == name


@pytest.mark.parametrize("address", ["", "0912345678", "co.lan@truong.vn", "://x"])
def test_what_is_no_address_has_no_channel(address):
    assert channel_for(address, CHANNELS) is None


def test_preview_sends_nothing_and_succeeds():
    outcome = channel_for("preview:", CHANNELS).send(Message("k7", "preview:", "", "", ""), NOW)
    assert (outcome.kind, outcome.provider_id) == (OutcomeKind.SENT, "k7")


def test_names_are_unique():
    names = [channel.name for channel in CHANNELS]
    assert len(set(names)) == len(names)


def test_no_channel_file_is_forgotten():
    modules = [importlib.import_module(m.name) for m in pkgutil.walk_packages(notifiers.__path__, "notifiers.")]
    classes = {one for module in modules for _, one in inspect.getmembers(module, inspect.isclass)}
    able = {one for one in classes if hasattr(one, "accepts") and one.__name__ != "Channel"}
    assert able == {type(channel) for channel in CHANNELS}


@pytest.mark.parametrize(
    "address", ["mailto:lan@truong.vn", "zalobot:chat-1", "zalooa:1", "zalogroup:1", "zbs:0912345678"]
)
def test_a_channel_that_is_not_set_up_says_so(address):
    outcome = channel_for(address, CHANNELS).send(Message("k", address, "", "Nhắc", "Chào"), NOW)
    assert outcome.kind is OutcomeKind.PERMANENT_CONFIGURATION
    assert outcome.reason.startswith("Chưa ")


def test_release_closes_what_can_be_closed():
    class Held:
        closed = False

        def close(self):
            self.closed = True

    held = Held()
    release([*CHANNELS, held])
    assert held.closed


def test_importing_the_contract_costs_no_heavy_library():
    code = "import sys, notifiers; print(*sorted({'apprise', 'requests', 'smtplib', 'email'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
