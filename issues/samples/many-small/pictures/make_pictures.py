#!/usr/bin/env python3
"""Draws the photograph's stand-in of this issue: bunches of grapes on the vine. It shows no real place.

    python3 make_pictures.py [NAME…]     all, or those named: grapes
"""

import math
import pathlib
import sys

import cairo
import numpy as np

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "eight-pages" / "pictures"))
import drawing as d  # noqa: E402  (all samples are drawn with it)
from drawing import Canvas, rolling  # noqa: E402


def grapes(path):
    c = Canvas(900, 686)
    c.fade(0, 686, (0.52, 0.66, 0.40))
    random = np.random.RandomState(521)
    for _ in range(90):  # the vineyard behind, out of focus
        c.glow(random.uniform(-40, 940), random.uniform(-40, 720), random.uniform(40, 130), random.choice((0.15, 0.30, 0.85, 0.98)), 0.42)
    for x, y, s, turn in ((80, 330, 92, 2.0), (850, 300, 96, 1.1), (470, 560, 80, 1.7), (20, 560, 100, 1.3), (880, 610, 88, 1.9)):
        leaf(c, random, x, y, s, turn, 0.36)
    c.soften(7)
    c.line(((-10, 74), (210, 92), (430, 70), (660, 88), (910, 60)), 5, 0.75)
    cane = [(x, 96 + 16 * math.sin(x / 120) + 7 * math.sin(x / 37)) for x in range(-20, 930, 10)]
    c.line(cane, 25, 0.16)
    c.line([(x, y - 6) for x, y in cane], 8, 0.42, 0.8)
    for x in range(10, 900, 23):
        c.line(((x, 88 + 16 * math.sin(x / 120)), (x + 15, 104 + 16 * math.sin(x / 120))), 1.6, 0.08, 0.7)
    for x, y, s, turn, tone in ((150, 120, 128, 2.5, 0.40), (690, 130, 140, 0.9, 0.44), (450, 60, 110, -1.2, 0.56), (845, 100, 104, 0.4, 0.50), (40, 60, 110, 2.9, 0.50)):
        leaf(c, random, x, y, s, turn, tone)
    for x, top, tall, wide, seed in ((775, 150, 330, 92, 523), (112, 170, 300, 84, 525), (548, 132, 410, 116, 527), (312, 128, 452, 128, 529)):
        bunch(c, x, top, tall, wide, seed)
    for x, y, s, turn, tone in ((420, 150, 124, 1.5, 0.62), (218, 96, 104, 2.2, 0.56), (660, 118, 100, 1.9, 0.50)):
        leaf(c, random, x, y, s, turn, tone)
    tendril(c, 700, 118)
    c.change(lambda t, x, y: t + 0.02 * rolling(x / 30, y / 30, 3, 531))
    c.finish(path, 80)


def bunch(c, x, top, tall, wide, seed):
    """Berries from the back to the front, the shoulders broad, the tip narrow."""
    random = np.random.RandomState(seed)
    c.line(((x - 4, top - 46), (x, top - 10), (x, top + 0.3 * tall)), 8, 0.30)
    c.glow(x + 18, top + 0.5 * tall, 0.60 * tall, 0.0, 0.5, 1.0)
    berries = []
    for depth in range(3):  # three layers, each with its berries kept apart
        kept = []
        for _ in range(900):
            t = random.uniform(0, 1)
            half = wide * (min(1, 0.55 + 3.2 * t) * (1 - t) ** 0.62 + 0.08) * (1.0, 0.9, 0.72)[depth]
            px, py, r = x + random.uniform(-1, 1) * half, top + 10 + t * (tall - 30), random.uniform(17, 21)
            if all((px - qx) ** 2 + (py - qy) ** 2 > (0.83 * (r + q)) ** 2 for qx, qy, q in kept):
                kept.append((px, py, r))
        berries.append(kept)
    for depth, kept in enumerate(berries):
        for px, py, r in sorted(kept, key=lambda berry: berry[1]):
            berry(c, random, px, py, r, 0.07 + 0.055 * depth + 0.05 * (x - px) / wide)


def berry(c, random, x, y, r, tone):
    c.disc(x + 0.10 * r, y + 0.14 * r, 1.06 * r, 0.02, 0.55)
    pattern = cairo.RadialGradient(x - 0.34 * r, y - 0.40 * r, 0.05 * r, x, y, 1.05 * r)
    for stop, value in ((0, tone + 0.40), (0.35, tone + 0.20), (0.8, tone), (1, tone + 0.09)):
        value = min(1, max(0, value))
        pattern.add_color_stop_rgb(stop, value, value, value)
    c.pen.set_source(pattern)
    c.pen.new_path()
    c.pen.arc(x, y, r, 0, 2 * math.pi)
    c.pen.fill()
    for _ in range(5):  # bloom
        a = random.uniform(0, 2 * math.pi)
        c.glow(x + 0.5 * r * math.cos(a), y + 0.5 * r * math.sin(a), 0.42 * r, 0.75, 0.22)
    c.disc(x - 0.36 * r, y - 0.42 * r, 0.13 * r, 0.97, 0.9)
    c.disc(x + random.uniform(-0.15, 0.15) * r, y + 0.72 * r, 0.06 * r, 0.02, 0.8)


def leaf(c, random, x, y, s, turn, tone):
    """Five lobes, toothed, yellowing at the edge; `turn` where its tip points."""
    def outline(share):
        points = []
        for k in range(181):
            a = -math.pi + 2 * math.pi * k / 180
            lobes = 0.66 + 0.26 * math.cos(5 * a) + 0.10 * math.cos(a)
            notch = 1 - 0.62 * math.exp(-((abs(a) - math.pi) / 0.24) ** 2)
            teeth = 1 + 0.045 * (1 if k % 6 < 3 else -1)
            r = share * s * lobes * notch * teeth
            points.append((x + r * math.cos(a + turn), y + r * math.sin(a + turn) * 0.92))
        return points

    c.fill([(px + 7, py + 11) for px, py in outline(1.0)], 0.05, 0.35)
    for share, lift in ((1.0, 0.26), (0.94, 0.16), (0.86, 0.07), (0.74, 0.0)):
        c.fill(outline(share), min(1, tone + lift))
    for k in range(-2, 3):
        a = turn + 2 * math.pi * k / 5
        long = s * (0.86 if k == 0 else 0.74)
        tip = (x + long * math.cos(a), y + 0.92 * long * math.sin(a))
        c.line(((x, y), tip), max(1.2, 0.020 * s), min(1, tone + 0.30), 0.85)
        for share in (0.30, 0.50, 0.70):
            for side in (-0.62, 0.62):
                bx, by = x + share * (tip[0] - x), y + share * (tip[1] - y)
                reach = 0.30 * long * (1.05 - share)
                c.line(((bx, by), (bx + reach * math.cos(a + side), by + 0.92 * reach * math.sin(a + side))), 1.2, min(1, tone + 0.26), 0.7)
    for _ in range(26):  # spots of autumn
        a, r = random.uniform(0, 2 * math.pi), s * random.uniform(0.1, 0.5)
        c.glow(x + r * math.cos(a), y + r * math.sin(a), 0.10 * s, random.choice((0.1, 0.9)), 0.25)


def tendril(c, x, y):
    points = []
    for k in range(120):
        t = k / 119
        r = 34 * (1 - t) + 5
        points.append((x + 40 * t + r * math.cos(13 * t), y + 150 * t + r * math.sin(13 * t)))
    c.line(points, 3, 0.30)


PICTURES = {"grapes": grapes}

if __name__ == "__main__":
    d.draw_all(PICTURES, HERE, sys.argv[1:])
