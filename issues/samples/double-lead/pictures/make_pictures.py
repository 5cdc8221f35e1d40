#!/usr/bin/env python3
"""Draws the photograph of this issue: a stand-in, said to be such. It shows no real place and nobody.

    python3 make_pictures.py
"""

import math
import pathlib
import sys

import numpy as np

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "eight-pages" / "pictures"))
import drawing as d  # noqa: E402  (it lies in another issue's folder)

from drawing import Canvas, rolling, smooth_step  # noqa: E402

EYE = (900, 520)  # where everything in the house runs to
NEAR, FAR = 1.0, 9.0  # the first hoop and the last, in the first one's distance
HALF, FOOT, CROWN = 1080, 640, 640  # of the first hoop: half its width, its foot below the eye, its crown above


def at(across, height, away):
    """A point of the house on the picture: `across` −1 … 1 from wall to wall, `height` −1 the floor, 0 the eye, 1 the crown."""
    return EYE[0] + across * HALF / away, EYE[1] - height * (CROWN if height > 0 else FOOT) / away


def hoop(away, count=40):
    """The outline of the house at a distance: up one wall, over the crown, down the other."""
    points = []
    for a in np.linspace(0, math.pi, count):
        x, y = -math.cos(a), math.sin(a)
        points.append(at(math.copysign(abs(x) ** 0.72, x), -1 + 2 * abs(y) ** 0.72, away))
    return points


def greenhouse(path):
    c = Canvas(1800, 1200)
    film(c)
    c.fill(((0, 1200), at(-1, -1, NEAR), at(-1, -1, FAR), at(1, -1, FAR), at(1, -1, NEAR), (1800, 1200)), 0.44)
    c.change(earth)
    door(c)
    for away in 9.0 / 1.18 ** np.arange(14):
        hoop_of(c, away)
    for across in (-0.86, -0.5, 0.0, 0.5, 0.86):
        height = -1 + 2 * (1 - abs(across) ** (1 / 0.36)) ** 0.36
        c.line((at(across, height, FAR), at(across, height, 0.8)), 5, 0.62, 0.8)
    c.glow(*EYE, 560, 1.0, 0.60)
    plants = []
    random = np.random.RandomState(11)
    for bed in (-0.78, -0.36, 0.36, 0.78):
        ridge(c, bed)
        for away in np.sort(0.74 * (FAR / 0.74) ** random.uniform(0, 1, 140))[::-1]:
            plants.append((away, bed + random.uniform(-0.07, 0.07)))
    worker_at = 2.55
    drawn = False
    for away, across in sorted(plants, reverse=True):
        if not drawn and away < worker_at:
            worker(c, *at(0.12, -0.99, worker_at), 620 / worker_at * 1.28)
            drawn = True
        plant(c, *at(across, -0.80, away), 88 / away, random, min(0.34, 0.045 * max(0, away - 1)))
    c.finish(path, 78)


def film(c):
    """Sheeting with the light of snow behind it, brighter towards the crown."""
    def light(t, x, y):
        far = np.hypot((x - EYE[0]) / 900, (y - EYE[1]) / 640)
        streaks = 0.05 * rolling(np.arctan2(y - EYE[1], x - EYE[0]) * 14, far * 2, 5, 13)
        snow = 0.05 * smooth_step(0.2, 0.7, rolling(x / 160, y / 60, 4, 17)) * (y < 420)
        return 0.96 - 0.22 * far + streaks - snow

    c.change(light)


def hoop_of(c, away):
    width, air = max(2.5, 21 / away), min(0.32, 0.05 * away)
    points = hoop(away)
    c.line(points, width, 0.38 + air)
    c.line([(x + width * 0.2, y - width * 0.25) for x, y in points], width * 0.34, 0.92, 0.8)
    c.line((at(-0.74, 0.62, away), at(0.74, 0.62, away)), width * 0.4, 0.46 + air, 0.7)


def earth(t, x, y):
    drop = np.maximum(y - EYE[1], 2)
    away, across = FOOT / drop, (x - EYE[0]) / drop
    lumps = 0.10 * rolling(across * 14, away * 9, 5, 19) + 0.06 * rolling(x / 7, y / 5, 3, 23) * smooth_step(620, 1100, y)
    return np.where((t > 0.43) & (t < 0.45), 0.50 + lumps - 0.10 * smooth_step(700, 1200, y), t)


def door(c):
    """The far wall: sheeting in a frame, a door in its middle, a fan on either side."""
    c.fill(hoop(FAR), 0.95)
    left, top = at(-0.36, 0.55, FAR)
    right, foot = at(0.36, -1, FAR)
    c.box(left, top, right - left, foot - top, 0.74)
    c.box(left + 5, top + 5, right - left - 10, foot - top - 10, 1.0)
    c.line((((left + right) / 2, top), ((left + right) / 2, foot)), 3, 0.62)
    for side in (-0.66, 0.66):
        x, y = at(side, 0.0, FAR)
        c.disc(x, y, 19, 0.5)
        for k in range(4):
            c.line(((x, y), (x + 15 * math.cos(k * 1.571 + 0.4), y + 15 * math.sin(k * 1.571 + 0.4))), 7, 0.26)


def ridge(c, bed):
    """A raised bed under black sheeting, with a drip line along it."""
    wide = 0.15
    c.fill((at(bed - wide, -1, 0.66), at(bed - wide, -1, FAR), at(bed + wide, -1, FAR), at(bed + wide, -1, 0.66)), 0.16)
    c.fill((at(bed - wide * 0.8, -0.84, 0.66), at(bed - wide * 0.8, -0.84, FAR), at(bed + wide * 0.8, -0.84, FAR), at(bed + wide * 0.8, -0.84, 0.66)), 0.30)
    for side in (-1, 1):
        c.line((at(bed + side * wide * 0.8, -0.84, 0.66), at(bed + side * wide * 0.8, -0.84, FAR)), 2.5, 0.66, 0.7)


def plant(c, x, y, size, random, air):
    """A strawberry: leaves in threes, some fruit hanging over the edge."""
    for _ in range(11):
        a, out = random.uniform(math.pi * 0.98, math.pi * 2.02), size * random.uniform(0.35, 1.0)
        lx, ly = x + out * math.cos(a), y + out * 0.72 * math.sin(a)
        tone = random.uniform(0.18, 0.52) + air
        c.line(((x, y), (lx, ly)), max(1, size * 0.03), 0.5 + air)
        for k in (-1, 0, 1):
            b = a + k * 0.95
            px, py = lx + size * 0.2 * math.cos(b), ly + size * 0.16 * math.sin(b)
            c.disc(px, py, size * 0.21, tone * random.uniform(0.85, 1.15), 1, 0.82)
            if size > 24:
                c.line(((lx, ly), (px + size * 0.12 * math.cos(b), py + size * 0.1 * math.sin(b))), max(1, size * 0.018), min(1, tone * 1.8), 0.8)
    for _ in range(random.randint(0, 4)):
        fx, fy = x + random.uniform(-0.9, 0.9) * size, y + random.uniform(0.02, 0.34) * size
        fruit(c, fx, fy, size * random.uniform(0.13, 0.19), random, air)
    if random.uniform() < 0.35:
        fx, fy = x + random.uniform(-0.5, 0.5) * size, y - random.uniform(0.4, 0.8) * size
        for k in range(5):
            c.disc(fx + size * 0.06 * math.cos(k * 1.257), fy + size * 0.06 * math.sin(k * 1.257), size * 0.055, 1.0)
        c.disc(fx, fy, size * 0.04, 0.6)


def fruit(c, x, y, r, random, air):
    tone = random.choice((0.24, 0.30, 0.84)) + air * 0.6
    points = [(x + r * 1.05 * math.cos(a) * (1 - 0.25 * max(0, math.sin(a))), y + r * (1.45 if math.sin(a) > 0 else 0.8) * math.sin(a)) for a in np.linspace(0, 2 * math.pi, 24)]
    c.fill([(px + r * 0.2, py + r * 0.3) for px, py in points], 0.05, 0.4)
    c.fill(points, min(1, tone))
    c.disc(x - r * 0.35, y - r * 0.1, r * 0.3, 1, 0.45)
    if r > 6:
        for k in range(9):
            c.disc(x + r * 0.7 * math.cos(k * 2.4) * math.sqrt(k / 9), y + r * 0.2 + r * 0.8 * math.sin(k * 2.4) * math.sqrt(k / 9), r * 0.07, 0.8, 0.9)
    for k in (-1, -0.4, 0.4, 1):
        c.line(((x, y - r * 0.75), (x + k * r * 0.8, y - r * (0.75 - 0.35 * abs(k)))), max(1, r * 0.22), 0.42 + air)


def worker(c, x, foot, s):
    """A grower who stoops over the bed to the right: boots, trousers, quilted coat, cap."""
    c.glow(x, foot, s * 0.6, 0.0, 0.6, 0.16)
    for shift in (-0.09, 0.10):
        c.line(((x + 0.01 * s, foot - 0.50 * s), (x + shift * s * 0.8 + 0.03 * s, foot - 0.26 * s), (x + shift * s, foot - 0.05 * s)), 0.125 * s, 0.20 if shift < 0 else 0.26)
        c.line(((x + shift * s, foot - 0.15 * s), (x + shift * s, foot - 0.03 * s), (x + (shift + 0.08) * s, foot - 0.03 * s)), 0.085 * s, 0.10)
    hip, chest = (x, foot - 0.52 * s), (x + 0.27 * s, foot - 0.80 * s)
    c.line((hip, (x + 0.08 * s, foot - 0.70 * s), chest), 0.23 * s, 0.40)
    c.line(((x - 0.02 * s, foot - 0.58 * s), (x + 0.05 * s, foot - 0.74 * s), (x + 0.24 * s, foot - 0.86 * s)), 0.07 * s, 0.58)
    for k in range(4):
        px, py = x + (0.02 + 0.065 * k) * s, foot - (0.62 + 0.055 * k) * s
        c.line(((px - 0.065 * s, py - 0.05 * s), (px + 0.07 * s, py + 0.07 * s)), 0.010 * s, 0.26, 0.8)
    for reach, tone in ((0.0, 0.34), (0.07, 0.46)):
        c.line(((chest[0] - 0.02 * s, chest[1] + 0.03 * s), (x + (0.30 + reach) * s, foot - 0.60 * s), (x + (0.43 + reach) * s, foot - 0.44 * s)), 0.085 * s, tone)
        c.disc(x + (0.45 + reach) * s, foot - 0.42 * s, 0.038 * s, 0.66)
    head = (x + 0.40 * s, foot - 0.89 * s)
    c.line((chest, head), 0.09 * s, 0.60)
    c.disc(*head, 0.088 * s, 0.66, 1, 1.1)
    c.disc(head[0] + 0.082 * s, head[1] + 0.025 * s, 0.018 * s, 0.66)
    c.fill([(head[0] - 0.012 * s + 0.100 * s * math.cos(a), head[1] - 0.018 * s + 0.105 * s * math.sin(a)) for a in np.linspace(math.pi * 0.92, math.pi * 2.06, 24)], 0.16)
    c.line(((head[0] + 0.05 * s, head[1] - 0.02 * s), (head[0] + 0.145 * s, head[1] + 0.004 * s)), 0.026 * s, 0.12)


if __name__ == "__main__":
    d.draw_all({"greenhouse": greenhouse}, pathlib.Path(__file__).resolve().parent, sys.argv[1:])
