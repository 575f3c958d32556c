"""Old Vietnamese letters → Unicode: TCVN3 (.VnTime), VNI, VIQR, and UTF-8 read as Western letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from itertools import product

Decode = Callable[[str], str]

TCVN3_CODES = (
    "A1Ă A2Â A3Ê A4Ô A5Ơ A6Ư A7Đ A8ă A9â AAê ABô ACơ ADư AEđ B5à B6ả B7ã B8á B9ạ BBằ BCẳ BDẵ BEắ C6ặ C7ầ C8ẩ C9ẫ CAấ "
    "CBậ CCè CEẻ CFẽ D0é D1ẹ D2ề D3ể D4ễ D5ế D6ệ D7ì D8ỉ DCĩ DDí DEị DFò E1ỏ E2õ E3ó E4ọ E5ồ E6ổ E7ỗ E8ố E9ộ EAờ EBở "
    "ECỡ EDớ EEợ EFù F1ủ F2ũ F3ú F4ụ F5ừ F6ử F7ữ F8ứ F9ự FAỳ FBỷ FCỹ FDý FEỵ"
)
"""TCVN 5712:1993 (VN3): one byte, in hexadecimal, and the letter it stands for."""

TCVN3 = {int(code[:2], 16): code[2] for code in TCVN3_CODES.split()}

VNI_TONES = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
VNI_HATS = {"â": "", "á": "\u0301", "à": "\u0300", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
VNI_BOWLS = {"ê": "", "é": "\u0301", "è": "\u0300", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
VNI_ALONE = {"ô": "ơ", "ö": "ư", "ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "í": "í", "ì": "ì"}

VIQR_MARKS = {"^": "\u0302", "(": "\u0306", "+": "\u031b", "*": "\u031b"}
VIQR_TONES = {"'": "\u0301", "`": "\u0300", "?": "\u0309", "~": "\u0303", ".": "\u0323"}
VIQR = re.compile(
    r"([aA](?:\^|\()|[eEoO]\^|[oOuU][+*]|[aAeEiIoOuUyY])"
    r"(['`~]|\?(?=\w|\s+\w|[,;:.)])|\.(?=\w|\s+[a-z]|[,;:)]))?|([dD])[dD]"
)
"""A vowel with its hat and tone; a full stop is a tone where the word or the sentence goes on, “?” not at an end."""


def from_tcvn3(text: str) -> str:
    """Return text typed with a TCVN3 font as Unicode; the code has no accented capitals of its own."""
    return "".join(map(_line_from_tcvn3, text.splitlines(keepends=True)))


def _line_from_tcvn3(line: str) -> str:
    decoded = line.translate(TCVN3)
    return decoded.upper() if _is_in_capitals(line) else _CAPITALS.sub(lambda match: match[0].upper(), decoded)


def _is_in_capitals(line: str) -> bool:
    """Whether the plain letters of a line (two at least) are all capitals."""
    return _PLAIN_SMALL.search(line) is None and len(_PLAIN_CAPITALS.findall(line)) > 1


_PLAIN_SMALL, _PLAIN_CAPITALS = re.compile("[a-z]"), re.compile("[A-Z]")
_CAPITALS = re.compile(r"\b(?=(?:[^A-Z\s]{0,40}[A-Z]){2})[^\W\da-z]+\b")
"""A word whose plain letters (two at least) are all capitals, in a line of others; no word is longer than that."""


def from_tcvn3_capitals(text: str) -> str:
    """Return text typed with a capital TCVN3 font (.VnTimeH): its small letters look like capitals."""
    return from_tcvn3(text).upper()


def from_vni(text: str) -> str:
    """Return text typed with a VNI font as Unicode."""
    return _VNI_PATTERN.sub(lambda match: _VNI[match[0]], text)


def from_viqr(text: str) -> str:
    """Return text typed as VIQR ("Ke^' hoa.ch") as Unicode."""
    return unicodedata.normalize("NFC", VIQR.sub(_viqr, text))


def from_western(text: str) -> str:
    """Return UTF-8 text that was read as Windows-1252 ("Káº¿ hoáº¡ch") as what it was; as it is when it was not."""
    return _MOJIBAKE.sub(_one_western, text)


def decoder_of(font: str) -> Decode | None:
    """Return how text in a font is turned into Unicode; None when the font is not an old Vietnamese one."""
    name = font.rsplit("+", maxsplit=1)[-1].strip().casefold()
    if name.startswith(".vn"):
        return from_tcvn3_capitals if name.split(",")[0].endswith("h") else from_tcvn3
    return from_vni if name.startswith("vni") else None


def _viqr(match: re.Match[str]) -> str:
    if match[3]:
        return "đ" if match[3] == "d" else "Đ"
    vowel = match[1][0] + (VIQR_MARKS[match[1][1]] if len(match[1]) > 1 else "")
    return unicodedata.normalize("NFC", vowel + VIQR_TONES.get(match[2] or "", ""))


def vni_table() -> dict[str, str]:
    """Return every pair VNI types (a letter and the sign that carries its mark) and the letter it stands for."""
    table = dict(VNI_ALONE)
    for letter, (sign, tone) in product("aeouyôö", VNI_TONES.items()):
        table[letter + sign] = unicodedata.normalize("NFC", VNI_ALONE.get(letter, letter) + tone)
    for letter, (sign, tone) in product("aeo", VNI_HATS.items()):
        table[letter + sign] = unicodedata.normalize("NFC", f"{letter}\u0302{tone}")
    for sign, tone in VNI_BOWLS.items():
        table[f"a{sign}"] = unicodedata.normalize("NFC", f"a\u0306{tone}")
    capitals = {key.upper(): value.upper() for key, value in table.items()}
    mixed = {key[0].upper() + key[1:]: value.upper() for key, value in table.items() if len(key) > 1}
    return mixed | capitals | table


_VNI = vni_table()
_VNI_PATTERN = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))
_WESTERN = {bytes([byte]).decode("cp1252", "replace"): byte for byte in range(128, 256)}
_WESTERN |= {chr(byte): byte for byte in range(128, 160)}
_FOLLOWING = "".join(re.escape(sign) for sign, byte in _WESTERN.items() if byte < 192)  # noqa: PLR2004
_MOJIBAKE = re.compile(f"[\u00c3-\u00c6\u00e1\u00e2][{_FOLLOWING}]{{1,2}}")
"""Vietnamese letters in UTF-8 begin with C3–C6 or E1 (and dashes, quotes with E2)."""


def _one_western(match: re.Match[str]) -> str:
    raw = bytes(_WESTERN[sign] for sign in match[0])
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return match[0]
