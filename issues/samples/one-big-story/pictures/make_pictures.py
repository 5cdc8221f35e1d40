#!/usr/bin/env python3
"""Draws the photograph's stand-in of this issue: a flock on a mountain road. It shows no real place.

    python3 make_pictures.py [NAME…]     all, or those named: herders-road
"""

import math
import pathlib
import sys

import numpy as np

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "eight-pages" / "pictures"))
import drawing as d  # noqa: E402  (all samples are drawn with it)
from drawing import Canvas, rolling, smooth_step  # noqa: E402


def road_at(t):
    """The road's middle and half its width, t from 0 (far, at the pass) to 1 (below the picture's foot)."""
    y = 566 + 700 * t ** 1.55
    x = 1060 - 330 * math.sin(5.6 * t ** 0.62 + 0.5) * (0.30 + 0.85 * t) - 60 * t
    return x, y, 5 + 350 * t ** 1.7


def herders_road(path):
    c = Canvas(1800, 1200)
    d.range_over(c, 300, 2300, 640)
    c.fade(330, 640, ((0.90, 0.0), (0.93, 0.75)))
    c.ridge(560, 120, 620, 501, 0.50, 0.62, 6)
    far = c.ridge(588, 70, 380, 503, 0.40, 0.60, 6)
    random = np.random.RandomState(505)
    for x in np.sort(random.uniform(-20, 1820, 520)):
        if not 860 < x < 1000:
            d.alps.conifer(c, random, x, max(far(x), 520) + random.uniform(6, 62), random.uniform(40, 84), 0.16)
    c.fade(470, 640, ((0.92, 0.0), (0.92, 0.28), (0.92, 0.0)))
    slope = c.ridge(574, 9, 900, 507, 0.62, 0.44, 4)

    def meadow(t, x, y):
        near = np.clip((y - 560) / 640, 0.02, 1)
        grass = 0.10 * rolling(x / (40 + 260 * near), y / (8 + 60 * near), 5, 509) + 0.07 * rolling(x / (5 + 22 * near), y / (3 + 16 * near), 3, 511)
        light = 0.07 * smooth_step(-0.2, 0.4, rolling(x / 620 + y / 500, y / 170, 3, 513))
        return np.where(y > slope(900) - 24, t + grass + light, t)

    c.change(meadow)
    road(c)
    tufts(c, random)
    for x, foot, height in ((96, 860, 330), (205, 800, 230), (20, 960, 420), (300, 742, 150), (1716, 800, 300), (1640, 742, 190), (1790, 880, 380), (1560, 706, 120), (1500, 690, 96)):
        c.glow(x + 0.2 * height, foot, 0.5 * height, 0.05, 0.5, 0.12)
        d.alps.conifer(c, random, x, foot, height, 0.07)
    flock(c, random)
    rail(c)
    c.finish(path, 72)


def road(c):
    steps = [k / 260 for k in range(261)]
    left, right = [], []
    for t in steps:
        x, y, half = road_at(t)
        left.append((x - half, y))
        right.append((x + half, y))
    c.fill([(x - 0.10 * (y - 556), y + 0.03 * (y - 556)) for x, y in left] + right[::-1], 0.30, 0.55)
    c.fill(left + right[::-1], 0.84)
    for share in (-0.45, 0.45):  # wheel tracks
        for t, u in zip(steps, steps[1:]):
            (x, y, half), (z, w, wide) = road_at(t), road_at(u)
            c.line(((x + share * half, y), (z + share * wide, w)), 0.16 * half, 0.72, 0.5)
    random = np.random.RandomState(515)
    for _ in range(4200):  # gravel
        t = random.uniform(0.05, 1) ** 0.7
        x, y, half = road_at(t)
        c.disc(x + random.uniform(-1.02, 1.02) * half, y, random.uniform(0.004, 0.011) * half + 0.3, random.choice((0.55, 0.66, 0.96)), 0.6, 0.6)


def tufts(c, random):
    """Grass and flowers on both sides."""
    for _ in range(5200):
        t = random.uniform(0.12, 1) ** 0.75
        x, y, half = road_at(t)
        side = random.choice((-1, 1))
        at = x + side * (half * 1.04 + random.exponential(0.9) * (90 + 1.1 * half))
        s = 3 + 30 * t ** 1.6
        tone = random.choice((0.22, 0.34, 0.52, 0.68))
        for lean in (-0.5, 0.1, 0.55):
            c.line(((at, y), (at + lean * s * 0.6, y - s * random.uniform(0.5, 1.0))), max(0.7, 0.07 * s), tone, 0.8)
        if random.uniform() < 0.13:
            c.disc(at, y - s, max(1.2, 0.14 * s), 0.98, 0.9, 0.7)


def flock(c, random):
    places = []
    for _ in range(4200):
        t = random.uniform(0.03, 0.80)
        x, y, half = road_at(t)
        side = float(np.clip(random.normal(0.05, 0.36), -0.74, 0.74))
        s = 2.2 + 78 * t ** 1.62
        px, py = x + side * half, y + random.normal(0, 0.3) * s
        if all((px - qx) ** 2 + (1.5 * (py - qy)) ** 2 > (1.02 * max(s, r)) ** 2 for qx, qy, r in places):
            places.append((px, py, s))
    for x, y, s in sorted(places, key=lambda place: place[1]):
        sheep(c, random, x, y, s)


def sheep(c, random, x, foot, s):
    """Seen from behind, on its way up; s its width."""
    tone = random.choice((0.90, 0.80, 0.66, 0.24), p=(0.42, 0.30, 0.18, 0.10))
    c.disc(x + 0.18 * s, foot, 0.62 * s, 0.25, 0.35, 0.24)
    for leg in (-0.24, 0.22):
        c.line(((x + leg * s, foot - 0.34 * s), (x + leg * s, foot)), max(0.8, 0.10 * s), 0.14)
    c.disc(x + 0.10 * s, foot - 0.96 * s, 0.17 * s, 0.18, 1, 1.2)  # the head, ahead of the body
    for ear in (-0.12, 0.32):
        c.line(((x + 0.10 * s, foot - 0.98 * s), (x + ear * s, foot - 0.92 * s)), max(0.6, 0.07 * s), 0.2)
    c.disc(x, foot - 0.56 * s, 0.45 * s, tone * 0.82, 1, 0.92)
    if s > 7:
        for _ in range(26):  # wool
            a, r = random.uniform(0, 2 * math.pi), random.uniform(0, 0.38) * s
            px, py = x + r * math.cos(a), foot - 0.58 * s + 0.9 * r * math.sin(a)
            c.disc(px, py, 0.10 * s, min(1, tone * (1.02 - 0.35 * (px - x) / s - 0.30 * (py - foot + 0.58 * s) / s)) * random.uniform(0.9, 1.06), 0.85)
        c.disc(x, foot - 0.40 * s, 0.13 * s, tone * 0.70, 0.9, 1.25)  # the fat tail
    else:
        c.disc(x - 0.08 * s, foot - 0.66 * s, 0.32 * s, tone, 1, 0.8)


def rail(c):
    """Posts and two bars on the valley's side."""
    posts = []
    t = 0.035
    while t < 1:
        x, y, half = road_at(t)
        posts.append((x - 1.10 * half - 2, y, 6 + 150 * t ** 1.55))
        t += 0.010 + 0.040 * t
    for share in (0.86, 0.48):
        for (x, y, h), (z, w, tall) in zip(posts, posts[1:]):
            c.fill(((x, y - share * h), (z, w - share * tall), (z, w - (share - 0.13) * tall), (x, y - (share - 0.13) * h)), 0.50)
            c.line(((x, y - share * h), (z, w - share * tall)), max(0.6, 0.018 * h), 0.80)
    for x, y, h in posts:
        c.box(x - 0.06 * h, y - h, 0.13 * h, 1.03 * h, 0.30)
        c.box(x - 0.06 * h, y - h, 0.04 * h, 1.03 * h, 0.62)


PICTURES = {"herders-road": herders_road}

if __name__ == "__main__":
    d.draw_all(PICTURES, HERE, sys.argv[1:])
