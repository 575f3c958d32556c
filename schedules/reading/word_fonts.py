"""Runs of a Word file set in old Vietnamese fonts (.VnTime, VNI-Times) → the same part with Unicode text."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from schedules.reading.old_letters import VNI_BOWLS, VNI_HATS, VNI_TONES, Decode, decoder_of, from_vni
from schedules.reading.word_body import PARAGRAPH, W
from schedules.reading.xml_part import parse_part

_SIGNS = "".join((*VNI_TONES, *VNI_HATS, *VNI_BOWLS))
VNI_SIGNS = frozenset(_SIGNS + _SIGNS.upper())
RUN, TEXT, SOFT_HYPHEN = f"{W}r", f"{W}t", f"{W}softHyphen"
DEEPEST = 20

Fonts = dict[str, str]


def in_unicode(main: bytes, styles: bytes | None, source: str) -> bytes | None:
    """Return the main part with its runs in old fonts turned into Unicode; None when it has no such run."""
    root = parse_part(main, source)
    fonts = _style_fonts(parse_part(styles, source)) if styles else {}
    count = 0
    for paragraph in root.iter(PARAGRAPH):
        named = paragraph.find(f"{W}pPr/{W}pStyle")
        of_style = fonts.get(named.get(f"{W}val", "") if named is not None else "", fonts.get("", ""))
        found = list(_texts(paragraph, of_style, fonts))
        count += len(found)
        _convert(found)
    return etree.tostring(root) if count else None


def _texts(paragraph: etree._Element, of_style: str, fonts: Fonts) -> Iterator[tuple[etree._Element, Decode]]:
    for run in paragraph.iter(RUN):
        decode = decoder_of(_run_font(run, of_style, fonts))
        if decode is None:
            continue
        for child in run:
            if child.tag == SOFT_HYPHEN:
                # The letter ư of TCVN3 has the number of the soft hyphen.
                child.tag, child.text = TEXT, "\xad"
            if child.tag == TEXT and child.text:
                yield child, decode


def _convert(found: list[tuple[etree._Element, Decode]]) -> None:
    for at, (element, decode) in enumerate(found):
        if decode is from_vni and at + 1 < len(found):
            # Word may part a letter from the sign that carries its mark.
            following = found[at + 1][0]
            while following.text and following.text[0] in VNI_SIGNS and (element.text or " ")[-1].isalpha():
                element.text, following.text = f"{element.text}{following.text[0]}", following.text[1:]
    for element, decode in found:
        element.text = decode(element.text or "")


def _run_font(run: etree._Element, of_style: str, fonts: Fonts) -> str:
    own = _font(run.find(f"{W}rPr"))
    named = run.find(f"{W}rPr/{W}rStyle")
    return own or (fonts.get(named.get(f"{W}val", ""), "") if named is not None else "") or of_style


def _font(properties: etree._Element | None) -> str:
    found = properties.find(f"{W}rFonts") if properties is not None else None
    return (found.get(f"{W}hAnsi") or found.get(f"{W}ascii") or "") if found is not None else ""


def _style_fonts(root: etree._Element) -> Fonts:
    """Return the font of each style, those of the styles it is based on included; "" is the default."""
    own: Fonts = {}
    parents: dict[str, str] = {}
    default = _font(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
    for style in root.iter(f"{W}style"):
        name = style.get(f"{W}styleId", "")
        based = style.find(f"{W}basedOn")
        own[name] = _font(style.find(f"{W}rPr"))
        parents[name] = based.get(f"{W}val", "") if based is not None else ""
        if style.get(f"{W}default") in {"1", "true"} and style.get(f"{W}type") == "paragraph":
            default = own[name] or default
    return {name: _inherited(name, own, parents) or default for name in own} | {"": default}


def _inherited(name: str, own: Fonts, parents: Fonts) -> str:
    for _ in range(DEEPEST):
        if own.get(name) or not parents.get(name):
            break
        name = parents[name]
    return own.get(name, "")
