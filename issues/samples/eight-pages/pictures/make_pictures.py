#!/usr/bin/env python3
"""Draws the photographs of pages 1 to 4: stand-ins, said to be such. They show no real place and nobody.

    python3 make_pictures.py [NAME…]     all, or those named: cotton solar …
"""

import math
import pathlib
import sys

import numpy as np

import drawing as d
from drawing import Canvas, ground, rolling, smooth_step


def cotton(path):
    c = Canvas(1600, 1067)
    horizon = 452
    d.range_over(c, 0, 2800, horizon)
    c.fade(horizon - 150, horizon, ((0.9, 0.0), (0.9, 0.8)))
    d.grove(c, horizon + 6, 26, 46, 260, 5, 0.40)
    c.fade(horizon, 1067, (0.80, 0.42, 0.30))

    def stubble(t, x, y):
        across, away = ground(x, y, horizon, 900)
        fine = np.clip(1.4 - away, 0, 1)
        bare = 0.64 + 0.10 * np.cos(across * 40) * fine + 0.12 * rolling(across * 30, away * 30, 4, 37) * fine
        cut = smooth_step(-0.06, 0.06, (690 - x) - (y - horizon) * 0.62 + 8 * rolling(x / 60, y / 30, 2, 39))
        return np.where(y > horizon, t * (1 - cut) + bare * cut, t)

    c.change(stubble)
    random = np.random.RandomState(31)
    for x, y, scale, _ in d.sown(horizon, 900, 1100, 118, 15000, 33, 1.05, 0.02, 0.20, 1900):
        if x < 700 - (y - horizon) * 0.62 or not -40 < x < 1640:
            continue
        size = 15 * scale * random.uniform(0.7, 1.25)
        y -= random.uniform(0, 46) * scale
        if random.uniform() < 0.34:
            c.disc(x + random.uniform(-2, 2) * size, y + size, size * 1.5, random.uniform(0.14, 0.34), 0.85, 0.62)
        for _ in range(3):
            c.disc(x + random.normal(0, 0.5) * size, y + random.normal(0, 0.4) * size, size * random.uniform(0.5, 0.8), random.uniform(0.84, 1.0), 0.95, 0.85)
    c.soften(1, 0.4)
    for x, y, size in ((215, 520, 26), (400, 580, 40), (140, 770, 92)):
        bale(c, x, y, size)
    picker(c, 660, 690, 330)
    c.finish(path, 74)


def bale(c, x, y, size):
    """圆包: a wrapped round bale on its side, with its shadow."""
    c.glow(x + size * 0.6, y + size * 0.62, size * 1.7, 0.0, 0.55, 0.22)
    c.box(x - size * 0.9, y - size, size * 1.8, size * 1.66, 0.80, radius=size * 0.42)
    c.fade(y - size, y + size * 0.66, ((0.98, 0.75), (0.8, 0.1), (0.3, 0.55)), (x - size * 0.78, x + size * 0.78))
    for k in range(5):
        c.line(((x - size * 0.62 + k * size * 0.3, y - size * 0.96), (x - size * 0.62 + k * size * 0.3, y + size * 0.62)), 1.5, 0.5, 0.4)


def wheel(c, x, y, r):
    c.disc(x, y, r, 0.10)
    c.ring(x, y, r * 0.86, r * 0.07, 0.24)
    c.disc(x, y, r * 0.46, 0.62)
    c.ring(x, y, r * 0.3, r * 0.05, 0.3)
    c.disc(x, y, r * 0.12, 0.2)


def picker(c, x, foot, s):
    """采棉机, going right: heads in front, cab, basket behind."""
    c.glow(x + s * 0.1, foot + 4, s * 1.0, 0.0, 0.75, 0.13)
    c.glow(x - s * 0.75, foot - s * 0.2, s * 0.7, 0.93, 0.6, 0.55)
    c.box(x - 0.72 * s, foot - 0.93 * s, 0.86 * s, 0.60 * s, 0.34, radius=0.05 * s)
    c.box(x - 0.72 * s, foot - 0.93 * s, 0.86 * s, 0.09 * s, 0.52, radius=0.03 * s)
    for k in range(7):
        c.box(x - 0.66 * s + k * 0.115 * s, foot - 0.80 * s, 0.07 * s, 0.40 * s, 0.26)
        c.box(x - 0.655 * s + k * 0.115 * s, foot - 0.80 * s, 0.012 * s, 0.40 * s, 0.58)
    c.fill(((x + 0.14 * s, foot - 0.36 * s), (x + 0.14 * s, foot - 0.98 * s), (x + 0.47 * s, foot - 0.98 * s), (x + 0.56 * s, foot - 0.60 * s), (x + 0.56 * s, foot - 0.36 * s)), 0.42)
    c.fill(((x + 0.18 * s, foot - 0.56 * s), (x + 0.18 * s, foot - 0.92 * s), (x + 0.44 * s, foot - 0.92 * s), (x + 0.52 * s, foot - 0.56 * s)), 0.82)
    c.fill(((x + 0.18 * s, foot - 0.56 * s), (x + 0.18 * s, foot - 0.92 * s), (x + 0.30 * s, foot - 0.92 * s), (x + 0.24 * s, foot - 0.56 * s)), 0.66)
    c.line(((x + 0.33 * s, foot - 0.92 * s), (x + 0.35 * s, foot - 0.56 * s)), 0.018 * s, 0.3)
    c.box(x + 0.12 * s, foot - 1.02 * s, 0.38 * s, 0.05 * s, 0.22, radius=0.02 * s)
    c.box(x - 0.70 * s, foot - 0.34 * s, 1.28 * s, 0.12 * s, 0.22, radius=0.03 * s)
    for k in range(4):
        left = x + (0.55 + k * 0.10) * s
        c.fill(((left, foot - 0.46 * s), (left + 0.10 * s, foot - 0.44 * s), (left + 0.22 * s, foot - 0.06 * s), (left + 0.02 * s, foot - 0.03 * s)), 0.30 + 0.09 * k)
        c.line(((left + 0.06 * s, foot - 0.38 * s), (left + 0.14 * s, foot - 0.06 * s)), 0.012 * s, 0.75)
    wheel(c, x + 0.30 * s, foot - 0.20 * s, 0.235 * s)
    wheel(c, x - 0.50 * s, foot - 0.13 * s, 0.150 * s)


def solar(path):
    c = Canvas(1600, 1067)
    horizon = 330
    c.fade(0, horizon + 40, (0.62, 0.80, 0.95))
    c.change(lambda t, x, y: t + 0.07 * smooth_step(0, 0.6, rolling(x / 420 + y / 300, y / 60, 5, 41)) * (y < horizon + 40))
    c.glow(1240, 250, 520, 1.0, 0.8)
    c.ridge(horizon - 6, 26, 420, 43, 0.80)
    for k, x in enumerate((150, 330, 470, 590, 690, 775)):
        turbine(c, x, horizon + 8 - k, 215 - 27 * k, 0.3 + 0.9 * k)
    c.ridge(horizon + 26, 34, 620, 47, 0.70, 0.62)
    dunes = c.ridge(horizon + 70, 30, 700, 53, 0.86, 0.80)

    def sand(t, x, y):
        across, away = ground(x, y, 300, 800)
        ripples = np.sin(y * 0.42 + 7 * rolling(x / 260, y / 90, 4, 59)) * smooth_step(380, 1000, y)
        return np.where(y > dunes(800) - 30, t + 0.05 * ripples + 0.06 * rolling(across * 3, away * 3, 5, 61), t)

    c.change(sand)
    for k in range(9, -1, -1):
        z = 1.35 ** k
        panels(c, 420 + 640 / z, 520 / z, z, k)
    c.finish(path)


def turbine(c, x, foot, height, turn):
    c.line(((x, foot), (x, foot - height)), max(2, height * 0.022), 0.97)
    c.line(((x + 1, foot), (x + 1, foot - height)), 1.2, 0.6)
    for k in range(3):
        a = turn + k * 2 * math.pi / 3
        c.fill(((x + 3 * math.cos(a + 1.57), foot - height + 3 * math.sin(a + 1.57)), (x + height * 0.5 * math.cos(a), foot - height + height * 0.5 * math.sin(a)),
                (x + 3 * math.cos(a - 1.57), foot - height + 3 * math.sin(a - 1.57))), 0.98)
    c.disc(x, foot - height, max(2.5, height * 0.02), 0.8)


def panels(c, y, size, z, seed):
    """One row of panels across the picture, with shrubs before it."""
    random = np.random.RandomState(67 + seed)
    tall, wide, gap = size * 0.29, size * 0.95, size * 0.06
    air = min(0.5, 0.055 * seed)
    shift = -random.uniform(0, wide)
    count = int(1600 / (wide + gap)) + 3
    for k in range(count):
        x = shift + k * (wide + gap)
        c.fill(((x + 0.05 * wide, y + 0.12 * tall), (x + 1.1 * wide, y + 0.12 * tall), (x + 1.24 * wide, y + 0.42 * tall), (x + 0.2 * wide, y + 0.42 * tall)), 0.30 + 0.5 * air, 0.55)
        for leg in (0.2, 0.8):
            c.line(((x + leg * wide, y - 0.2 * tall), (x + leg * wide, y + 0.14 * tall)), max(1, size * 0.012), 0.35 + air)
        corners = ((x + 0.07 * wide, y - tall * 0.92), (x + wide * 0.99, y - tall * 0.92), (x + wide * 0.95, y - 0.02 * tall), (x, y - 0.02 * tall))
        c.fill(corners, 0.20 + 0.6 * air)
        c.fill(((corners[0][0], corners[0][1]), (corners[0][0] + 0.5 * wide, corners[0][1]), (x + 0.12 * wide, y - 0.02 * tall), (x, y - 0.02 * tall)), 0.9, 0.20)
        for line in range(1, 10):
            t = line / 10
            c.line(((corners[0][0] + t * 0.92 * wide, corners[0][1]), (x + t * 0.95 * wide, y - 0.02 * tall)), max(0.5, size * 0.0035), 0.62, 0.75)
        for line in range(1, 4):
            t = line / 4
            c.line(((x + 0.07 * wide * (1 - t), y - tall * (0.92 - 0.9 * t)), (x + wide * (0.99 - 0.04 * t), y - tall * (0.92 - 0.9 * t))), max(0.5, size * 0.0035), 0.62, 0.75)
        c.line((*corners, corners[0]), max(0.8, size * 0.007), 0.85)
    for _ in range(int(26 + 8 * z)):
        shrub(c, random, random.uniform(0, 1600), y + tall * random.uniform(0.45, 0.8), size * random.uniform(0.08, 0.17), 0.24 + air)


def shrub(c, random, x, foot, size, tone):
    """梭梭: a brush of thin twigs."""
    c.glow(x + size * 0.3, foot, size * 1.1, 0.2, 0.5, 0.25)
    for _ in range(34):
        a = random.normal(0, 0.55)
        reach = size * random.uniform(0.5, 1.15)
        c.line(((x, foot), (x + 0.5 * reach * math.sin(a), foot - 0.55 * reach), (x + reach * math.sin(a * 1.25), foot - reach * math.cos(a))),
               max(0.7, size * 0.022), tone * random.uniform(0.7, 1.7))


def night_bus(path):
    c = Canvas(1600, 1067)
    c.fade(0, 760, (0.10, 0.20, 0.36))
    d.stars(c, 71, 130, 380)
    random = np.random.RandomState(73)
    for layer, (tone, low, high, wide) in enumerate(((0.26, 150, 330, 120), (0.17, 190, 470, 170))):
        x = -40
        while x < 1640:
            w, h = random.uniform(0.6, 1.3) * wide, random.uniform(low, high)
            d.house(c, random, x, 742, w, h, tone, 0.5 + 0.4 * layer)
            x += w + random.uniform(-6, 26)
    c.fade(736, 1067, (0.15, 0.24, 0.12))
    c.change(lambda t, x, y: np.where(y > 742, t + 0.05 * rolling(x / 140, y / 7, 4, 79), t))
    for x in (130, 560, 1010, 1460):
        c.line(((x, 752), (x, 400), (x + 26, 372), (x + 70, 366)), 7, 0.08)
        c.glow(x + 78, 372, 210, 1, 0.9)
        c.box(x + 52, 362, 44, 9, 1.0, radius=4)
        c.glow(x + 70, 800, 300, 0.95, 0.42, 0.20)
    shelter(c, 1030, 770)
    bus(c, 250, 840, 640)
    for _ in range(420):
        c.disc(random.uniform(0, 1600), random.uniform(0, 1067), random.uniform(0.8, 3.4), 1, random.uniform(0.25, 0.8))
    c.finish(path, 76)


def shelter(c, x, foot):
    """站台, with two who wait."""
    c.glow(x + 190, foot - 110, 330, 1, 0.50, 0.6)
    c.box(x + 18, foot - 192, 354, 178, 0.78, 0.75)
    c.box(x + 240, foot - 180, 112, 156, 0.97)
    c.text("夜间2号线", x + 296, foot - 140, 19, 0.15, d.SANS, True, "centre")
    for k in range(6):
        c.box(x + 254, foot - 122 + k * 15, 84 - 11 * (k % 3), 5, 0.45)
    for post in (x + 14, x + 368):
        c.box(post, foot - 214, 9, 220, 0.10)
    c.fill(((x - 22, foot - 214), (x + 414, foot - 214), (x + 398, foot - 232), (x - 6, foot - 232)), 0.07)
    c.box(x + 40, foot - 58, 176, 9, 0.22)
    for leg in (56, 196):
        c.box(x + leg, foot - 52, 7, 56, 0.22)
    d.person(c, x + 112, foot + 8, 152, 0.09, 0, 0.2)
    d.person(c, x + 172, foot + 8, 138, 0.14, 0, 0.35)


def bus(c, x, foot, s):
    """A small electric bus, going left, its windows lit."""
    h = s * 0.44
    c.glow(x + s * 0.5, foot + 8, s * 0.72, 0.0, 0.9, 0.10)
    c.glow(x - s * 0.08, foot + 30, s * 0.62, 1, 0.65, 0.16)
    c.box(x, foot - h, s, h * 0.93, 0.74, radius=s * 0.045)
    c.fade(foot - h * 0.42, foot - h * 0.07, ((0.5, 0.0), (0.25, 0.75)), (x + 2, x + s - 2))
    c.box(x, foot - h * 0.36, s, h * 0.07, 0.34)
    c.box(x + s * 0.02, foot - h * 0.94, s * 0.95, h * 0.10, 0.55, radius=8)
    c.box(x + s * 0.05, foot - h * 0.935, s * 0.24, h * 0.09, 0.06, radius=4)
    c.text("2　末班", x + s * 0.17, foot - h * 0.862, h * 0.085, 1.0, d.SANS, True, "centre")
    for k, (left, wide) in enumerate(((0.025, 0.10), (0.265, 0.15), (0.43, 0.15), (0.595, 0.15), (0.76, 0.19))):
        c.box(x + left * s, foot - h * 0.80, wide * s, h * 0.40, 1.0, radius=6)
        c.glow(x + (left + wide / 2) * s, foot - h * 0.6, wide * s * 1.1, 1, 0.5)
        if k in (1, 2, 4):
            cx = x + (left + wide * 0.55) * s
            c.disc(cx, foot - h * 0.60, h * 0.055, 0.2)
            c.box(cx - h * 0.085, foot - h * 0.54, h * 0.17, h * 0.14, 0.28, radius=h * 0.05)
    c.box(x + 0.14 * s, foot - h * 0.82, 0.105 * s, h * 0.70, 0.96, radius=5)
    c.line(((x + 0.1925 * s, foot - h * 0.82), (x + 0.1925 * s, foot - h * 0.13)), 4, 0.35)
    for cx in (0.335, 0.80):
        c.disc(x + cx * s, foot - h * 0.06, h * 0.155, 0.05)
        c.disc(x + cx * s, foot - h * 0.06, h * 0.08, 0.55)
        c.ring(x + cx * s, foot - h * 0.06, h * 0.115, 3, 0.25)
    c.disc(x + 0.015 * s, foot - h * 0.20, h * 0.045, 1, 1, 1.4)
    c.fill(((x, foot - h * 0.24), (x, foot - h * 0.15), (x - s * 0.40, foot + h * 0.18), (x - s * 0.40, foot - h * 0.16)), 1, 0.30)
    c.glow(x + 0.01 * s, foot - h * 0.2, h * 0.5, 1, 0.9)


def embroidery(path):
    c = Canvas(840, 840, 0.93)
    c.change(lambda t, x, y: t + 0.020 * np.sin(x * 1.57) * np.sin(y * 1.57) + 0.03 * rolling(x / 90, y / 90, 4, 83))
    random = np.random.RandomState(89)
    for k in range(4):
        for mirror in (1, -1):
            horn(c, random, k * math.pi / 2 + math.pi / 4, mirror, 92, 250, 0.14)
            horn(c, random, k * math.pi / 2, mirror, 70, 150, 0.42)
    for k in range(8):
        petal(c, random, k * math.pi / 4, 84, 0.22 if k % 2 else 0.50)
    c.disc(420, 420, 22, 0.93)
    for r in range(3, 22, 3):
        c.ring(420, 420, r, 2, 0.25)
    for inset, size in ((34, 0.2), (60, 0.5)):
        count = 46
        for k in range(count):
            at = inset + (840 - 2 * inset) * (k + 0.5) / count
            for x, y in ((at, inset), (at, 840 - inset), (inset, at), (840 - inset, at)):
                c.fill(((x - 8, y), (x, y - 8), (x + 8, y), (x, y + 8)) if size < 0.3 else ((x - 4, y - 4), (x + 4, y - 4), (x + 4, y + 4), (x - 4, y + 4)), size)
    c.finish(path, 82, 0.02)


def stitched(c, random, spine, width, tone):
    """满针: short threads across a spine of points; `width` of t."""
    points = np.array(spine)
    along = np.gradient(points, axis=0)
    normal = np.stack([-along[:, 1], along[:, 0]], 1) / np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-6)[:, None]
    for k, (point, side) in enumerate(zip(points, normal)):
        half = width(k / (len(points) - 1)) * random.uniform(0.92, 1.04)
        a, b = point - side * half, point + side * half
        c.line((a, b), 2.3, tone * random.uniform(0.75, 1.2) + random.uniform(0, 0.10))
        c.line((a + 0.35 * (b - a), a + 0.55 * (b - a)), 1.0, min(1, tone + 0.42), 0.55)


def horn(c, random, turn, mirror, start, reach, tone):
    """羊角: a stem that curls outwards."""
    spine = []
    for t in np.linspace(0, 1, 300):
        if t < 0.4:
            p = (start + (reach - start) * t / 0.4, 8 + 34 * (t / 0.4) ** 2)
        else:
            a = (t - 0.4) / 0.6 * 2 * math.pi * 1.15
            r = reach * 0.27 * (1 - 0.62 * (t - 0.4) / 0.6)
            p = (reach + r * math.sin(a), 42 + reach * 0.27 - r * math.cos(a))
        x, y = p[0], p[1] * mirror
        spine.append((420 + x * math.cos(turn) - y * math.sin(turn), 420 + x * math.sin(turn) + y * math.cos(turn)))
    stitched(c, random, spine, lambda t: 5 + 9 * math.sin(math.pi * min(1, t * 1.02)) ** 0.6, tone)


def petal(c, random, turn, reach, tone):
    spine = [(420 + r * math.cos(turn), 420 + r * math.sin(turn)) for r in np.linspace(22, reach, 52)]
    stitched(c, random, spine, lambda t: 2 + 21 * math.sin(math.pi * (0.04 + 0.94 * t)) ** 0.8, tone)


def seed_field(path):
    c = Canvas(2040, 1148)
    horizon = 486
    d.range_over(c, 40, 2700, horizon, mirror=True)
    c.fade(horizon - 170, horizon, ((0.92, 0.0), (0.92, 0.85)))
    d.grove(c, horizon + 6, 30, 58, 320, 97, 0.38)
    c.fade(horizon, 1148, (0.62, 0.40, 0.24))
    c.soften(1, 0.5)
    random = np.random.RandomState(101)
    walkers = sorted(((820, 0.30), (1290, 0.36), (1010, 0.22)), key=lambda each: each[1])
    for x, y, scale, row in d.sown(horizon, 1060, 1180, 250, 9000, 103, 1.12, 0.035, 0.10, 24000, 1100):
        while walkers and scale > walkers[0][1]:
            wx, size = walkers.pop(0)
            d.person(c, wx, horizon + 700 * size, 520 * size + 46, 0.12, 0.15, 0.8)
            c.disc(wx + 6, horizon + 700 * size - (520 * size + 46) * 0.99, 70 * size + 8, 0.88, 1, 0.36)
        if -200 < x < 2240:
            maize(c, random, x, y, 250 * scale * random.uniform(0.88, 1.1), row % 4 == 0, 0.5 * (1 - scale) ** 3)
    c.finish(path, 66, 0.010)


def maize(c, random, x, foot, h, male, air):
    """A plant of maize; the male ones carry their tassel."""
    dark, light = 0.14 + air, 0.46 + air * 0.7
    c.line(((x, foot), (x + h * 0.02, foot - h * 0.92)), max(1, h * 0.028), dark + 0.1)
    for k in range(7):
        t = 0.14 + 0.115 * k
        side = -1 if k % 2 else 1
        reach = h * random.uniform(0.24, 0.40) * (1.1 - 0.4 * t)
        bx, by = x + h * 0.02 * t, foot - h * t
        tip = (bx + side * reach, by - h * random.uniform(-0.02, 0.10))
        top = (bx + side * reach * 0.5, by - h * random.uniform(0.16, 0.24))
        c.grey(random.uniform(dark, light) + (0.10 if side < 0 else 0))
        c.pen.new_path()
        c.pen.move_to(bx, by)
        c.pen.curve_to(bx + side * reach * 0.15, by - h * 0.14, *top, *tip)
        c.pen.curve_to(top[0] + side * reach * 0.12, top[1] + h * 0.055, bx + side * reach * 0.25, by - h * 0.06, bx, by + h * 0.02)
        c.pen.fill()
    if male:
        for k in range(7):
            a = (k - 3) * 0.17
            c.line(((x + h * 0.02, foot - h * 0.90), (x + h * (0.02 + 0.2 * math.sin(a)), foot - h * (0.90 + 0.19 * math.cos(a)))), max(0.8, h * 0.013), 0.84)


def seed_ear(path):
    c = Canvas(1600, 1067, 0.5)

    def table(t, x, y):
        plank = np.floor(y / 178)
        grain = rolling(x / 420 + plank * 7.7, y / 9, 4, 107) + 0.6 * rolling(x / 900 + plank * 3.1, y / 40, 3, 109)
        seam = smooth_step(3.5, 0, np.abs(y - np.round(y / 178) * 178))
        return 0.47 + 0.09 * grain + 0.03 * np.sin(plank * 2.4) - 0.25 * seam

    c.change(table)
    c.glow(300, 60, 1250, 1, 0.42)
    random = np.random.RandomState(113)
    for y, length, x in ((250, 900, 250), (500, 1000, 200), (750, 860, 280)):
        ear(c, random, x, y, length, 92)
    for k, (y, words) in enumerate(((250, "2417"), (500, "2409"), (750, "2386"))):
        tag(c, 1275 + 22 * k, y, words)
    ruler(c, 190, 905, 1180)
    for _ in range(46):
        x, y = random.uniform(180, 1450), random.uniform(845, 885) if random.uniform() < 0.5 else random.uniform(345, 400)
        kernel(c, random, x, y, random.uniform(17, 23), 0.80)
    c.finish(path, 78)


def kernel(c, random, x, y, r, tone):
    c.disc(x + 4, y + 6, r, 0.1, 0.45, 0.75)
    c.disc(x, y, r, tone * 0.75, 1, 0.75)
    c.disc(x - r * 0.12, y - r * 0.12, r * 0.78, tone, 1, 0.72)
    c.disc(x - r * 0.3, y - r * 0.26, r * 0.22, 1, 0.8, 0.6)


def ear(c, random, x, y, length, half):
    """An ear of maize lying to the right, its rows straight."""
    c.glow(x + length * 0.52, y + half * 0.95, length * 0.60, 0, 0.8, 0.16)
    for k in range(9):  # husk
        a = math.pi + (k - 4) * 0.22
        c.line(((x + 40, y), (x - 60, y + 60 * math.sin(a) * -1 * 0.8), (x - 150 + 18 * abs(k - 4), y - 120 * math.sin(a))), 26, 0.62 + 0.06 * (k % 3))
    columns, rows = int(length / 33), 9
    for i in range(columns):
        t = (i + 0.5) / columns
        wide = half * (0.90 + 0.10 * math.sin(math.pi * t)) * min(1.0, 3.4 * (1 - t) ** 0.62, 1.3 * (t + 0.12) ** 0.3)
        for j in range(rows):
            a = (j + 0.5) / rows * math.pi - math.pi / 2
            cy, tall = y + wide * math.sin(a), wide * math.cos(a) * math.pi / rows * 0.60
            lit = 0.42 + 0.50 * math.cos(a + 0.55) + random.uniform(-0.05, 0.05)
            cx = x + t * length
            c.disc(cx, cy, 16.2, max(0.06, lit * 0.48), 1, max(0.1, tall / 16.2 * 1.08))
            c.disc(cx - 1.5, cy - 1, 13.2, min(0.97, max(0.12, lit)), 1, max(0.08, tall / 16.2))
            if math.cos(a + 0.6) > 0.75:
                c.disc(cx - 5, cy - tall * 0.35, 4, 1, 0.75, 0.6)


def tag(c, x, y, words):
    c.line(((x - 130, y + 4), (x - 60, y + 26), (x + 12, y)), 3, 0.86)
    c.fill(((x + 6, y - 44), (x + 186, y - 52), (x + 190, y + 46), (x + 10, y + 52), (x - 8, y + 4)), 0.0, 0.25)
    c.fill(((x, y - 52), (x + 180, y - 60), (x + 184, y + 38), (x + 4, y + 44), (x - 14, y - 4)), 0.95)
    c.disc(x + 10, y - 5, 7, 0.4)
    c.text(words, x + 100, y + 10, 52, 0.15, d.KAI, True, "centre")


def ruler(c, x, y, length):
    c.box(x + 6, y + 10, length, 84, 0.05, 0.4)
    c.box(x, y, length, 84, 0.90, radius=4)
    for k in range(0, 301):
        at = x + 20 + k * (length - 40) / 300
        c.line(((at, y + 3), (at, y + (34 if k % 10 == 0 else 25 if k % 5 == 0 else 16))), 1.6, 0.2)
        if k % 10 == 0:
            c.text(str(k // 10), at, y + 66, 24, 0.2, d.SANS, False, "centre")


PICTURES = {"cotton": cotton, "solar": solar, "night-bus": night_bus, "embroidery": embroidery, "seed-field": seed_field, "seed-ear": seed_ear}

if __name__ == "__main__":
    d.draw_all(PICTURES, pathlib.Path(__file__).resolve().parent, sys.argv[1:])
