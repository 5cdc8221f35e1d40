#!/usr/bin/env python3
"""Draws both photographs of this issue: stand-ins, said to be such. They show no real place and nobody.

    python3 make_pictures.py [NAME…]     all, or those named: riders sunflower
"""

import math
import pathlib
import sys

import numpy as np

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "eight-pages" / "pictures"))
import drawing as d  # noqa: E402  (it lies in another issue's folder)

from drawing import Canvas, rolling, smooth_step  # noqa: E402

GOLDEN = math.pi * (3 - math.sqrt(5))  # radians between one seed of a flower's head and the next


def riders(path):
    c = Canvas(1800, 1200)
    horizon = 560
    d.range_over(c, 300, 2300, horizon + 30)
    c.fade(horizon - 190, horizon + 30, ((0.92, 0.0), (0.92, 0.75)))
    c.ridge(horizon - 8, 60, 640, 71, 0.74, 0.66)
    c.ridge(horizon + 54, 48, 880, 73, 0.60, 0.54)
    slope = c.ridge(horizon + 120, 40, 1200, 79, 0.50, 0.60)
    for k, x in enumerate(np.linspace(40, 1770, 15)):
        x += 26 * math.sin(k * 2.4)
        d.poplar(c, x, slope(x) + 96, 300 + 46 * math.sin(k * 1.7), 100 + k, 0.17, 0.58)
    c.change(meadow)
    c.fade(806, 1010, (0.80, 0.70))
    c.fade(1000, 1022, (0.50, 0.38))
    for k in range(10):
        c.fill(((k * 200 - 30, 900), (k * 200 + 72, 900), (k * 200 + 64, 911), (k * 200 - 40, 911)), 0.95, 0.85)
    c.fade(802, 812, (0.94, 0.88))
    for k, (x, size) in enumerate(((250, 0.93), (640, 0.97), (1010, 1.0), (1390, 1.03))):
        cyclist(c, x, 962, 330 * size, (0.5, 2.1, 3.6, 5.3)[k], (0.90, 0.22, 0.74, 0.96)[k], k)
    grasses(c, 1200, 1040, 900, 83)
    c.finish(path, 76)


def meadow(t, x, y):
    grass = 0.09 * rolling(x / 70, y / 16, 5, 87) + 0.05 * rolling(x / 9, y / 7, 3, 89)
    return np.where(y > 690, t + smooth_step(690, 780, y) * (grass - 0.06), t)


def grasses(c, foot, top, count, seed):
    """Blades before the picture, out of focus towards its foot."""
    random = np.random.RandomState(seed)
    for x in random.uniform(-20, c.width + 20, count):
        base = random.uniform(top + 60, foot + 40)
        high, lean = random.uniform(40, 130), random.normal(12, 22)
        c.line(((x, base), (x + lean * 0.4, base - high * 0.6), (x + lean, base - high)), random.uniform(2, 5), random.uniform(0.18, 0.62), 0.8)
        if random.uniform() < 0.12:
            c.disc(x + lean, base - high, random.uniform(4, 9), random.uniform(0.8, 1.0), 0.9)


def cyclist(c, x, foot, s, turn, shirt, seed):
    """A rider going right, side on; `s` the height with the head, `turn` the crank's angle."""
    r = 0.205 * s
    back, front, crank = (x - 0.31 * s, foot - r), (x + 0.33 * s, foot - r), (x - 0.02 * s, foot - r * 0.92)
    saddle, head = (x - 0.13 * s, foot - 0.56 * s), (x + 0.22 * s, foot - 0.55 * s)
    c.glow(x + 0.02 * s, foot + 6, 0.62 * s, 0.0, 0.6, 0.10)
    leg(c, saddle, crank, turn + math.pi, s, 0.20)
    for wheel in (back, front):
        c.disc(*wheel, r * 0.98, 0.55, 0.22)
        for k in range(14):
            a = k * math.pi / 7 + seed
            c.line((wheel, (wheel[0] + r * 0.93 * math.cos(a), wheel[1] + r * 0.93 * math.sin(a))), 1.1, 0.2, 0.5)
        c.ring(*wheel, r * 0.97, 0.020 * s, 0.08)
        c.disc(*wheel, 0.016 * s, 0.2)
    for bar in ((back, crank), (back, saddle), (crank, saddle), (crank, head), ((saddle[0] + 0.01 * s, saddle[1] + 0.05 * s), head), (head, front)):
        c.line(bar, 0.021 * s, 0.16 if seed % 2 else 0.92)
    c.line(((saddle[0] - 0.05 * s, saddle[1] - 0.03 * s), (saddle[0] + 0.06 * s, saddle[1] - 0.03 * s)), 0.030 * s, 0.08)
    grip = (head[0] + 0.06 * s, head[1] - 0.05 * s)
    c.line((head, (head[0] - 0.01 * s, head[1] - 0.05 * s), grip, (grip[0] + 0.03 * s, grip[1] + 0.05 * s)), 0.020 * s, 0.1)
    c.ring(*crank, 0.040 * s, 0.012 * s, 0.2)
    leg(c, saddle, crank, turn, s, 0.28)
    hip, neck = (saddle[0] + 0.01 * s, saddle[1] - 0.06 * s), (x + 0.13 * s, foot - 0.83 * s)
    middle = (x - 0.05 * s, foot - 0.76 * s)
    c.line((hip, middle, neck), 0.125 * s, shirt)
    c.line(((hip[0] + 0.03 * s, hip[1] + 0.02 * s), (middle[0] + 0.05 * s, middle[1] + 0.06 * s), (neck[0] + 0.02 * s, neck[1] + 0.05 * s)), 0.035 * s, shirt * 0.72)
    elbow = (x + 0.19 * s, foot - 0.68 * s)
    c.line(((neck[0] - 0.01 * s, neck[1] + 0.03 * s), (neck[0] + 0.03 * s, neck[1] + 0.08 * s)), 0.070 * s, shirt * 0.9)
    c.line(((neck[0] + 0.02 * s, neck[1] + 0.06 * s), elbow, grip), 0.045 * s, 0.60)
    face = (x + 0.215 * s, foot - 0.90 * s)
    c.line((neck, face), 0.052 * s, 0.54)
    c.disc(*face, 0.056 * s, 0.60, 1, 1.15)
    c.disc(face[0] + 0.052 * s, face[1] + 0.010 * s, 0.012 * s, 0.60)
    c.line(((face[0] + 0.022 * s, face[1] - 0.010 * s), (face[0] + 0.058 * s, face[1] - 0.006 * s)), 0.018 * s, 0.12)
    c.fill([(face[0] + 0.083 * s * math.cos(a) - 0.010 * s, face[1] - 0.018 * s + 0.066 * s * math.sin(a)) for a in np.linspace(math.pi * 0.98, math.pi * 2.02, 24)], 0.14 if seed % 2 else 0.97)
    for k in range(3):
        c.line(((face[0] - 0.06 * s + k * 0.035 * s, face[1] - 0.03 * s), (face[0] - 0.03 * s + k * 0.035 * s, face[1] - 0.065 * s)), 0.008 * s, 0.5)
    c.line(((face[0] - 0.03 * s, face[1] - 0.02 * s), (face[0] + 0.005 * s, face[1] + 0.052 * s)), 0.008 * s, 0.15)


def leg(c, saddle, crank, turn, s, tone):
    """Thigh and shank from the saddle to a pedal; the knee goes forwards."""
    hip = (saddle[0] + 0.02 * s, saddle[1] - 0.03 * s)
    pedal = (crank[0] + 0.085 * s * math.cos(turn), crank[1] + 0.085 * s * math.sin(turn))
    ankle = (pedal[0] - 0.02 * s, pedal[1] - 0.04 * s)
    thigh, shank = 0.25 * s, 0.24 * s
    dx, dy = ankle[0] - hip[0], ankle[1] - hip[1]
    reach = min(math.hypot(dx, dy), 0.98 * (thigh + shank))
    bend = math.acos((thigh ** 2 + reach ** 2 - shank ** 2) / (2 * thigh * reach))
    way = math.atan2(dy, dx) - bend
    knee = (hip[0] + thigh * math.cos(way), hip[1] + thigh * math.sin(way))
    c.line((crank, pedal), 0.014 * s, 0.2)
    c.line((knee, ankle), 0.055 * s, 0.56 if tone > 0.25 else 0.46)
    c.line((hip, knee), 0.088 * s, tone * 0.7)
    c.line((ankle, (pedal[0] + 0.055 * s, pedal[1] - 0.015 * s)), 0.042 * s, 0.10)


def sunflower(path):
    c = Canvas(900, 1200)
    horizon = 560
    c.fade(0, horizon + 20, (0.56, 0.76, 0.94))
    c.change(lambda t, x, y: t + 0.10 * smooth_step(0.05, 0.65, rolling(x / 330 + y / 300, y / 85, 5, 91)) * (y < horizon))
    c.ridge(horizon - 22, 74, 330, 97, 0.74, 0.86)
    c.ridge(horizon - 6, 40, 420, 101, 0.62, 0.76)
    c.fade(horizon, 1200, (0.56, 0.34, 0.18))
    random = np.random.RandomState(103)
    for x, y, scale, _ in d.sown(horizon, 450, 1330, 210, 6500, 107, 0.86, 0.012, 0.30, 40000, 560):
        head = 64 * scale
        for _ in range(2):
            c.disc(x + random.normal(0, 0.9) * head, y + random.uniform(0.8, 2.2) * head, head * random.uniform(0.6, 1.1), random.uniform(0.12, 0.36), 0.9, 0.6)
        if scale < 0.10:
            c.disc(x, y, head, random.uniform(0.78, 0.98), 1, 0.62)
            c.disc(x, y, head * 0.42, 0.30, 0.8, 0.62)
        else:
            flower(c, x, y, head * random.uniform(0.85, 1.15), random, 0.8, False)
    c.soften(3, 0.75)
    stem(c, random)
    flower(c, 468, 430, 292, random, 0.96, True)
    c.finish(path, 80)


def stem(c, random):
    body = [(470 + 26 * math.sin(t * 2.6), 470 + t * 760) for t in np.linspace(0, 1, 30)]
    c.line(body, 40, 0.26)
    c.line([(x - 9, y) for x, y in body], 13, 0.52, 0.8)
    for x, y in body[6:]:
        for _ in range(5):
            side = random.choice((-1, 1))
            at = y + random.uniform(-14, 14)
            c.line(((x + side * 19, at), (x + side * random.uniform(25, 31), at - 3)), 1.2, 0.62, 0.7)
    leaf(c, 478, 800, 330, -0.28, 0.42)
    leaf(c, 462, 880, 350, math.pi + 0.30, 0.34)
    leaf(c, 486, 1060, 340, 0.12, 0.30)
    leaf(c, 476, 1110, 300, math.pi - 0.10, 0.38)


def leaf(c, x, y, size, way, tone):
    """A heart-shaped leaf with its veins, from the stem outwards."""
    def at(t, side):
        along, across = size * t, size * 0.36 * side * math.sin(math.pi * min(1.0, t ** 0.62)) * (1 + 0.03 * math.sin(40 * t))
        sag = 0.26 * size * t * t
        return x + along * math.cos(way) - across * math.sin(way), y + along * math.sin(way) + across * math.cos(way) + sag

    steps = np.linspace(0.0, 1.0, 60)
    c.fill([(px + 10, py + 26) for px, py in [at(t, 1) for t in steps] + [at(t, -1) for t in steps[::-1]]], 0.05, 0.35)
    c.fill([at(t, 1) for t in steps] + [at(t, 0) for t in steps[::-1]], tone * 0.80)
    c.fill([at(t, -1) for t in steps] + [at(t, 0) for t in steps[::-1]], tone * 1.18)
    c.line([at(t, 0) for t in steps], 4, min(1, tone * 1.9))
    for t in np.linspace(0.12, 0.82, 8):
        for side in (-1, 1):
            c.line((at(t, 0), at(min(1, t + 0.07), side * 0.5), at(min(1, t + 0.13), side * 0.88)), 1.8, min(1, tone * 1.6), 0.8)


def flower(c, x, y, size, random, light, near):
    """A head seen from before: two wreaths of petals, then the seeds in their spiral."""
    for wreath, (count, long, tone) in enumerate(((26, 1.0, light * 0.72), (24, 0.93, light))):
        if not near and not wreath:
            continue
        for k in range(count if near else 13):
            a = (k + 0.5 * wreath) * 2 * math.pi / (count if near else 13) + random.normal(0, 0.05)
            petal(c, x, y, size * long * random.uniform(0.9, 1.06), a, tone * random.uniform(0.86, 1.04), random, near)
    core = 0.56 * size
    c.disc(x, y, core * 1.02, 0.14)
    if not near:
        c.disc(x, y, core * 0.6, 0.26, 0.8)
        return
    c.glow(x, y, core * 1.3, 0.0, 0.5)
    for k in range(1, 900):
        far = math.sqrt(k / 900)
        a, out = k * GOLDEN, core * 0.98 * far
        tone = 0.22 + 0.16 * far if far < 0.58 else 0.42 + 0.5 * (far - 0.58)
        px, py, across = x + out * math.cos(a), y + out * math.sin(a), 2.6 + 4.6 * far
        c.disc(px + 1.5, py + 2, across * 1.15, 0.06, 0.8)
        c.disc(px, py, across, tone * random.uniform(0.8, 1.15))
        c.disc(px - across * 0.3, py - across * 0.3, across * 0.4, min(1, tone * 1.7), 0.7)


def petal(c, x, y, size, a, tone, random, near):
    """One ray: pointed, with a fold and fine veins."""
    def at(t, side):
        along, across = size * (0.46 + 0.54 * t), 0.115 * size * side * math.sin(math.pi * (0.16 + 0.84 * t)) ** 0.8
        if not near:
            across *= 1.8
        return x + along * math.cos(a) - across * math.sin(a), y + along * math.sin(a) + across * math.cos(a)

    steps = np.linspace(0, 1, 14 if near else 5)
    outline = [at(t, 1) for t in steps] + [at(t, -1) for t in steps[::-1]]
    if near:
        c.fill([(px + 3, py + 6) for px, py in outline], 0.1, 0.35)
    c.fill(outline, tone)
    if near:
        c.fill([at(t, 1) for t in steps] + [at(t, 0.1) for t in steps[::-1]], tone * 0.84, 0.8)
        for side in (-0.55, -0.2, 0.3, 0.6):
            c.line([at(t, side) for t in steps[:-2]], 1.2, tone * 0.7, 0.55)


if __name__ == "__main__":
    d.draw_all({"riders": riders, "sunflower": sunflower}, pathlib.Path(__file__).resolve().parent, sys.argv[1:])
