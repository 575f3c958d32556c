"""A photo of a sheet lying on something → the sheet alone, seen from straight above. Needs OpenCV."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import cv2
import numpy as np

from schedules.reading.paper import LONGEST, Picture, reduced

SMALL = 640
"""Pixels of the longer side at which the edges of a sheet are looked for: print is blurred away."""

SMALLEST_SHEET = 0.3
"""A sheet fills at least this part of the photo; a smaller one cannot be read anyway."""

WHOLE = 0.985
"""A sheet that fills more than this part is a scan: there is nothing to cut off."""

STEPS = ((20, 60), (40, 120), (10, 30))
CORNERS = 4
FLATTEST = 0.03
"""How far, as a part of its length, the outline may leave the straight side."""

MOST_SLANT = 0.6
"""Opposite sides of a sheet seen askew are alike to this part; lines of other things are not."""

INWARD = 3.0
"""Small pixels the corners found are moved in: the edges found are as wide as their blur."""

LEAST_DROP = 1.12
"""The sheet is this much lighter than what it lies on, along each side."""

Corners = Any
"""Four points: top left, top right, bottom right, bottom left."""


def sheet_alone(grey: Picture) -> Picture:
    """Return the sheet in a photo pulled straight, or the picture as it is when no sheet's edges are seen."""
    corners = sheet_corners(grey)
    return grey if corners is None else _pulled(grey, corners)


def sheet_corners(grey: Picture) -> Corners | None:
    """Return the corners of a sheet on another ground, in pixels of the picture; None when there is none to see."""
    small = reduced(grey, SMALL)
    share = max(small.shape) / max(grey.shape)
    # Light falls off over a photo: what counts is how many times lighter, not by how much.
    level = np.log1p(cv2.medianBlur(small, 5).astype(np.float32))
    spread = (level - level.min()) * (255 / max(float(np.ptp(level)), 1.0))
    even = cv2.GaussianBlur(spread.astype(np.uint8), (5, 5), 0)
    found = [quad for low, high in STEPS for quad in _quads(cv2.Canny(even, low, high))]
    likely = [quad for quad in found if _is_sheet(quad, small)]
    if not likely:
        return None
    best = max(likely, key=cv2.contourArea)
    return None if cv2.contourArea(best) > WHOLE * small.size else _moved_in(best) / share


def _quads(edges: Picture) -> list[Corners]:
    """Return the four-cornered outlines some edges make."""
    closed = cv2.dilate(edges, np.ones((5, 5), np.uint8))
    outlines, _ = cv2.findContours(closed, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    quads = []
    for outline in outlines:
        hull = cv2.convexHull(outline)
        simple = cv2.approxPolyDP(hull, FLATTEST * cv2.arcLength(hull, closed=True), closed=True)
        if len(simple) == CORNERS:
            quads.append(_in_order(simple.reshape(CORNERS, 2).astype(np.float32)))
    return quads


def _moved_in(quad: Corners) -> Corners:
    off = quad - quad.mean(axis=0)
    return quad - INWARD * np.sign(off)


def _in_order(points: Corners) -> Corners:
    across, down = points[:, 0], points[:, 1]
    picks = ((across + down).argmin(), (across - down).argmax(), (across + down).argmax(), (across - down).argmin())
    return points[list(picks)]


def _is_sheet(quad: Corners, small: Picture) -> bool:
    sides = [float(np.linalg.norm(one - two)) for one, two in pairwise([*quad, quad[0]])]
    alike = all(min(one, two) > MOST_SLANT * max(one, two) for one, two in (sides[::2], sides[1::2]))
    return alike and cv2.contourArea(quad) > SMALLEST_SHEET * small.size and _is_lighter(quad, small)


def _is_lighter(quad: Corners, small: Picture) -> bool:
    """Whether the paper is lighter than its surroundings along every side that lies inside the photo."""
    middle = quad.mean(axis=0)
    for one, two in pairwise([*quad, quad[0]]):
        points = np.linspace(one, two, 24)[2:-2]
        inward = (middle - points) / np.linalg.norm(middle - points, axis=1, keepdims=True)
        inside, outside = _levels(points + 8 * inward, small), _levels(points - 8 * inward, small)
        if len(outside) == len(inside) and np.median(inside) < LEAST_DROP * np.median(outside):
            return False
    return True


def _levels(points: Any, small: Picture) -> Any:
    height, width = small.shape
    kept = [(int(x), int(y)) for x, y in points if 0 <= x < width and 0 <= y < height]
    return np.array([small[y, x] for x, y in kept], np.float32)


def _pulled(grey: Picture, corners: Corners) -> Picture:
    sides = [float(np.linalg.norm(one - two)) for one, two in pairwise([*corners, corners[0]])]
    width, height = max(sides[::2]), max(sides[1::2])
    share = min(LONGEST / max(width, height), 1.0)
    target = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32) * share
    matrix = cv2.getPerspectiveTransform(corners.astype(np.float32), target)
    size = int(width * share), int(height * share)
    return cv2.warpPerspective(grey, matrix, size, flags=cv2.INTER_AREA, borderMode=cv2.BORDER_REPLICATE)
