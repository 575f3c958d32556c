"""The settings of the Official Account and of ZBS template messages."""

from __future__ import annotations

from dataclasses import dataclass, field

from notifiers.secret import Secret

DEFAULT_LENGTH = 30
"""Most parameters of a ZBS template: name, code, status, custom label (docs.zaloplatforms.com/docs/ZBS)."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One field of a template: its name at Zalo, its longest length, and which of our fields fills it.

    `source` is a name in the message's fields, or "to_name", "subject" or "text"; empty means the same name.
    """

    name: str
    max_length: int = DEFAULT_LENGTH
    source: str = ""
    required: bool = True


@dataclass(frozen=True, slots=True)
class Template:
    """One approved template: our name for it, Zalo's id, and its fields."""

    name: str
    template_id: str
    parameters: tuple[Parameter, ...] = ()


@dataclass(frozen=True, slots=True)
class ZaloOaSettings:
    """How to speak as the school's Official Account."""

    oa_id: str = ""
    """The Official Account's id; empty means that it is not set up."""
    app_id: str = ""
    """The id of the school's app at developers.zalo.me."""
    app_secret: Secret = field(default_factory=Secret)
    """The app's secret key, sent when tokens are asked for."""
    webhook_secret: Secret = field(default_factory=Secret)
    """The Official Account's secret key, which signs webhooks."""
    redirect_url: str = ""
    """The address to which Zalo sends the person who gave consent."""
    fixed_verifier: Secret = field(default_factory=Secret)
    """The PKCE verifier, where the developer console fixes its challenge; empty means a new one each time."""
    prove_secret: bool = False
    """Whether calls carry appsecret_proof, where the app demands it (errors -242 and -1241)."""
    templates: tuple[Template, ...] = ()
    """The approved ZBS templates; the first serves messages that name none."""
    development: bool = False
    """Whether ZBS messages go in development mode: only to administrators, free of charge."""
    nested_user: bool = False
    """Whether templates by user id name the person as recipient.user_id (public texts disagree)."""
    oauth_url: str = "https://oauth.zaloapp.com"
    """Address of the consent and token server; another one only in tests."""
    openapi_url: str = "https://openapi.zalo.me"
    """Address of the OpenAPI; another one only in tests."""
    business_url: str = "https://business.openapi.zalo.me"
    """Address of ZBS by phone; another one only in tests."""
    connect_seconds: float = 10.0
    """How long opening the connection may take."""
    read_seconds: float = 30.0
    """How long Zalo's answer may take; an answer later than this is an unknown outcome."""
