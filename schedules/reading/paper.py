"""A picture of a page made fit for reading: grey, of a usual size, upright and straight. Needs OpenCV."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np

LONGEST = 2700
"""Pixels of the longer side: A4 at 200 dpi has 2339; more only takes longer."""

SHORTEST = 2200
"""A smaller picture is enlarged: letters under 15 pixels are misread."""

LETTER = (9, 90)
"""Pixels a letter is high at 200 dpi, from small print to a title."""

FEWEST_LETTERS = 2
FINE = 0.1
SEARCH = ((6.0, 1.0), (1.0, 0.5), (0.4, FINE))
"""Degrees around the best angle so far, and the steps in which a better one is looked for."""

SMALL = 800
COARSE, BRUSH = 400, 7
"""Pixels of the longer side at which light is measured, and how far around a point paper is looked for."""

EVEN = 0.9
"""Light that falls off less than this over a page is left as it is."""

WHITE = 245.0
Picture = Any


def usual_size(grey: Picture) -> Picture:
    """Return a grey picture scaled so that a page is about 200 dpi."""
    longer = max(grey.shape)
    if longer > LONGEST:
        share = LONGEST / longer
        return cv2.resize(grey, None, fx=share, fy=share, interpolation=cv2.INTER_AREA)
    if longer < SHORTEST:
        share = min(SHORTEST / longer, 3.0)
        return cv2.resize(grey, None, fx=share, fy=share, interpolation=cv2.INTER_CUBIC)
    return grey


def evened(grey: Picture) -> Picture:
    """Return the picture in even light: paper white everywhere, ink as dark as it is against the paper around it."""
    share = COARSE / max(grey.shape)
    small = cv2.resize(grey, None, fx=share, fy=share, interpolation=cv2.INTER_AREA)
    # Paper is the lightest there is around a point; a hole of ink larger than the brush is left dark.
    paper = cv2.medianBlur(cv2.dilate(small, np.ones((BRUSH, BRUSH), np.uint8)), 2 * BRUSH + 1)
    levels = np.percentile(paper, (5, 95))
    if levels[0] >= EVEN * levels[1]:
        return grey
    light = cv2.resize(paper, (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_LINEAR)
    return cv2.divide(grey, light, scale=WHITE)


def ink(grey: Picture, darker: float = 15) -> Picture:
    """Return where ink is (255) and is not (0), under uneven light; ink is so much `darker` than what is around."""
    return cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 35, darker)


def has_writing(dark: Picture) -> bool:
    """Whether some ink has the size of letters: specks of paper are smaller, shadows larger."""
    count, _, stats, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    wide, high = stats[1:count, cv2.CC_STAT_WIDTH], stats[1:count, cv2.CC_STAT_HEIGHT]
    letters = (high >= LETTER[0]) & (high <= LETTER[1]) & (wide >= LETTER[0] // 3) & (wide <= 3 * LETTER[1])
    return int(letters.sum()) >= FEWEST_LETTERS


def straightened(grey: Picture) -> Picture:
    """Return the picture turned by the few degrees it was laid askew."""
    angle = skew(grey)
    return grey if abs(angle) < FINE else turned(grey, angle)


def turned(grey: Picture, angle: float) -> Picture:
    """Return the picture turned counter-clockwise by some degrees around its middle, white where nothing was."""
    height, width = grey.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    return cv2.warpAffine(grey, matrix, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)


def quarter_turned(grey: Picture, degrees: int) -> Picture:
    """Return the picture turned clockwise by 90, 180 or 270 degrees."""
    turns = {90: cv2.ROTATE_90_CLOCKWISE, 180: cv2.ROTATE_180, 270: cv2.ROTATE_90_COUNTERCLOCKWISE}
    return cv2.rotate(grey, turns[degrees])


def skew(grey: Picture) -> float:
    """Return the angle at which rows of print are sharpest: coarse first, then fine."""
    share = SMALL / max(grey.shape)
    small = ink(cv2.resize(grey, None, fx=share, fy=share, interpolation=cv2.INTER_AREA))
    best = 0.0
    for reach, step in SEARCH:
        angles = best + np.arange(-reach, reach + step / 2, step)
        best = float(max(angles, key=lambda angle: _sharpness(small, angle)))
    return best


def _sharpness(small: Picture, angle: float) -> float:
    height, width = small.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), float(angle), 1.0)
    laid = cv2.warpAffine(small, matrix, (width, height), flags=cv2.INTER_NEAREST)
    rows = cv2.reduce(laid, 1, cv2.REDUCE_SUM, dtype=cv2.CV_64F)[:, 0]
    return float(np.square(np.diff(rows)).sum())
