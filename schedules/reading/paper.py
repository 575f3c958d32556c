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
"""Pixels of the longer side at which the angle of rows is measured."""

COARSE, BRUSH = 400, 7
"""Pixels of the longer side at which light is measured, and how far around a point paper is looked for."""

BAND = 240
"""Rows of a page in which writing is looked for first: nearly always there is some in the first of them."""

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


def reduced(grey: Picture, longest: int) -> Picture:
    """Return the picture with its longer side `longest` pixels long; one that is smaller stays as it is."""
    # Halving first costs a third of one long step.
    while max(grey.shape) >= 3 * longest:
        height, width = (side // 2 * 2 for side in grey.shape)
        grey = cv2.resize(grey[:height, :width], (width // 2, height // 2), interpolation=cv2.INTER_AREA)
    share = min(longest / max(grey.shape), 1.0)
    return cv2.resize(grey, None, fx=share, fy=share, interpolation=cv2.INTER_AREA)


def evened(grey: Picture) -> Picture:
    """Return the picture in even light: paper white everywhere, ink as dark as it is against the paper around it."""
    small = reduced(grey, COARSE)
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


def has_writing(grey: Picture) -> bool:
    """Whether some ink has the size of letters: specks of paper are smaller, shadows larger."""
    bands = (grey[top : top + BAND] for top in range(0, grey.shape[0], BAND))
    return any(_letters(band, 1) >= FEWEST_LETTERS for band in bands) or _letters(grey, 0) >= FEWEST_LETTERS


def _letters(grey: Picture, inside: int) -> int:
    """Count the ink of the size of letters that keeps `inside` pixels from the upper and lower edge."""
    dark = ink(grey)
    count, _, stats, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    top, wide, high = (stats[1:count, part] for part in (cv2.CC_STAT_TOP, cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT))
    letters = (high >= LETTER[0]) & (high <= LETTER[1]) & (wide >= LETTER[0] // 3) & (wide <= 3 * LETTER[1])
    return int((letters & (top >= inside) & (top + high <= dark.shape[0] - inside)).sum())


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
    small = ink(reduced(grey, SMALL))
    down, across = (side.astype(np.float32) for side in np.nonzero(small))
    reach = int(np.hypot(*small.shape))
    best = 0.0
    for around, step in SEARCH:
        angles = best + np.arange(-around, around + step / 2, step)
        best = float(max(angles, key=lambda angle: _sharpness(down, across, np.deg2rad(angle), reach)))
    return best


def _sharpness(down: Picture, across: Picture, angle: float, reach: int) -> float:
    """Return how unlike neighbouring rows are once the ink, given by its points, is turned by an angle (radians)."""
    rows = down * np.float32(np.cos(angle)) - across * np.float32(np.sin(angle)) + np.float32(reach)
    return float(np.square(np.diff(np.bincount(rows.astype(np.int32)))).sum())
