"""A printed plan as a flat-bed scan and as phone photos: askew, noisy, stamped, keystoned, in uneven light. Seeded."""

from __future__ import annotations

import io
from zlib import crc32

import cv2
import numpy as np
from PIL import Image

from tests.gold.as_paper import DPI, pages
from tests.gold.source import Source

Picture = np.ndarray

SKEW, SCAN_NOISE, SCAN_BLUR, SCAN_QUALITY = 1.5, 5.0, 0.6, 75
PAPER, INK = 246.0, 35.0
STAMP = np.array([(190, 60, 60)], np.float32)

WIDTHS, KEYSTONE = (1600, 2400), (0.03, 0.08)
"""Pixels across an upright page (a page across is taken with the phone turned), and how far its corners move in."""

EDGE = 0.05
"""The desk seen around the paper, as a part of the picture's width."""

PHOTO_NOISE, PHOTO_BLUR, PHOTO_QUALITY = 4.0, (0.6, 1.1), 80
DIMMEST, SHADOW = 0.6, 0.72
DESKS = ((88, 66, 48), (60, 62, 66), (150, 128, 100), (36, 40, 52))


def scan(source: Source) -> bytes:
    """Return the plan as a PDF of scanned pages: 200 dpi, grey, a little askew, stamped at its end."""
    plain = pages(source)
    made = [_scanned(page, _dice(source, "scan", at), last=at == len(plain)) for at, page in enumerate(plain, 1)]
    return _saved([Image.fromarray(page) for page in made], "pdf", resolution=DPI, quality=SCAN_QUALITY)


def photo(source: Source) -> bytes:
    """Return the plan as phone photos, one frame a page: perspective, shadow, blur, a cast of colour."""
    made = [photographed(page, _dice(source, "photo", at)) for at, page in enumerate(pages(source), 1)]
    return _saved([Image.fromarray(page) for page in made], "tiff", compression="jpeg", quality=PHOTO_QUALITY)


def _dice(source: Source, kind: str, page: int) -> np.random.Generator:
    return np.random.default_rng(crc32(f"{source.name} {kind} {page}".encode()))


def _saved(pictures: list[Image.Image], form: str, **options) -> bytes:
    out = io.BytesIO()
    pictures[0].save(out, form, save_all=True, append_images=pictures[1:], **options)
    return out.getvalue()


def _scanned(page: Picture, dice: np.random.Generator, *, last: bool) -> Picture:
    grey = INK + page.astype(np.float32) * (PAPER - INK) / 255
    if last:
        grey = _stamped(grey, dice)
    height, width = grey.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), dice.uniform(-SKEW, SKEW), 1)
    grey = cv2.warpAffine(grey, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=PAPER)
    grey = cv2.GaussianBlur(grey, (0, 0), SCAN_BLUR) + dice.normal(0, SCAN_NOISE, grey.shape)
    return np.clip(grey, 0, 255).astype(np.uint8)


def _stamped(grey: Picture, dice: np.random.Generator) -> Picture:
    """Put a round stamp and a signature over the foot of the writing, as wet ink lies over print."""
    rows = np.nonzero((grey < PAPER / 2).any(axis=1))[0]
    foot, width = int(rows[-1]), grey.shape[1]
    over = np.full(grey.shape, 255, np.float32)
    middle = int(width * dice.uniform(0.55, 0.7)), foot + int(dice.uniform(20, 60))
    for radius, thick in ((140, 6), (122, 2), (60, 2)):
        cv2.circle(over, middle, radius, 150, thick)
    turns = np.linspace(0, 9, 60)
    line = np.stack([middle[0] + 40 * turns - 60, middle[1] + 40 * np.sin(turns * dice.uniform(1.5, 2.5))], 1)
    cv2.polylines(over, [line.astype(np.int32)], isClosed=False, color=80, thickness=4)
    return grey * over / 255


def photographed(page: Picture, dice: np.random.Generator) -> Picture:
    """Return one page as a phone sees it, lying on a desk, in colour."""
    coloured = _seen(page, dice)
    height, width = coloured.shape[:2]
    light = _light(height, width, dice)[..., None] * dice.uniform((0.96, 0.9, 0.78), (1.0, 0.97, 0.92))
    lit = cv2.GaussianBlur(coloured * light.astype(np.float32), (0, 0), dice.uniform(*PHOTO_BLUR))
    return np.clip(lit + dice.normal(0, PHOTO_NOISE, lit.shape), 0, 255).astype(np.uint8)


def _seen(page: Picture, dice: np.random.Generator) -> Picture:
    """Lay the page on a desk with its four corners moved inward by 3 to 8 % of the width."""
    tall, broad = page.shape
    width = int(dice.integers(*WIDTHS) * max(broad / tall, 1))
    edge = EDGE * width
    height = int((width - 2 * edge) * tall / broad + 2 * edge)
    square = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], np.float32)
    inward = dice.uniform(*KEYSTONE, (4, 1)) * dice.uniform(0.3, 1.0, (4, 2)) * width * (1 - 2 * square)
    seen = (edge + square * np.float32([width - 2 * edge, height - 2 * edge]) + inward).astype(np.float32)
    matrix = cv2.getPerspectiveTransform(square * np.float32([broad, tall]), seen)
    paper = INK + page.astype(np.float32) * (PAPER - INK) / 255
    desk = DESKS[int(dice.integers(len(DESKS)))]
    layers = [
        cv2.warpPerspective(paper, matrix, (width, height), flags=cv2.INTER_AREA, borderValue=tone) for tone in desk
    ]
    return np.stack(layers, axis=2)


def _light(height: int, width: int, dice: np.random.Generator) -> Picture:
    """Return how bright each point is: light falls off to one side, and a hand's soft shadow lies across."""
    down, across = np.mgrid[0 : 1 : height * 1j, 0 : 1 : width * 1j]
    turn = dice.uniform(0, 2 * np.pi)
    ramp = (np.cos(turn) * (across - 0.5) + np.sin(turn) * (down - 0.5)) / np.sqrt(2) + 0.5
    light = DIMMEST + (1 - DIMMEST) * ramp
    at, lean, soft = dice.uniform(0.2, 0.8), dice.uniform(-0.6, 0.6), dice.uniform(0.01, 0.05)
    shade = 1 / (1 + np.exp(-(across - at - lean * (down - 0.5)) / soft))
    return light * (SHADOW + (1 - SHADOW) * shade)
