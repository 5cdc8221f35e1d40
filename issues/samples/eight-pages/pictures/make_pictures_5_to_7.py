#!/usr/bin/env python3
"""Draws the photographs and illustrations of pages 5 to 7: stand-ins, said to be such. They show no real place and nobody.

    python3 make_pictures_5_to_7.py [NAME…]     all, or those named: harvest peppers …
"""

import math
import pathlib
import sys

import numpy as np

import drawing as d
from drawing import Canvas, ground, rolling, smooth_step


def harvest(path):
    c = Canvas(2040, 1148)
    horizon = 520
    c.fade(0, horizon, (0.46, 0.70, 0.95))
    c.change(lambda t, x, y: t + 0.09 * smooth_step(-0.05, 0.5, rolling(x / 560 + y / 400, y / 55, 5, 121)) * (1 - y / 1148))
    c.glow(1440, 300, 900, 1, 0.95)
    c.disc(1440, 300, 66, 1.0)
    for level, rise, length, seed, tone in ((390, 150, 520, 122, 0.72), (440, 110, 390, 125, 0.60), (490, 60, 300, 128, 0.47)):
        c.ridge(level, rise, length, seed, tone, min(1, tone + 0.22), 7)
        c.glow(1440, 330, 620, 1, 0.40)
    d.grove(c, horizon + 6, 22, 48, 170, 129, 0.26)
    c.fade(horizon - 70, horizon + 26, ((0.95, 0.0), (0.95, 0.55), (0.95, 0.0)))

    def stubble(t, x, y):
        across, away = ground(x, y, horizon, 1440)
        fine = np.clip(1.5 - away, 0, 1)
        rows = np.cos(across * 46)
        light = 0.36 + 0.52 * np.exp(-((x - 1440) / 620) ** 2) * np.exp(-(y - horizon) / 420)
        straw = rolling(across * 60, away * 40, 4, 131)
        return np.where(y > horizon, light * (1 + 0.28 * rows * fine) + 0.12 * straw * fine, t)

    c.change(stubble)
    for x, y, s in ((1130, 590, 74), (900, 640, 128), (590, 740, 236)):
        dust(c, x - 1.1 * s, y - 0.25 * s, s, int(x))
        combine(c, x, y, s)
    random = np.random.RandomState(137)
    for _ in range(2600):
        y = 760 + 388 * random.uniform(0, 1) ** 0.6
        size = (y - 640) / 500
        x = random.uniform(0, 2040)
        c.line(((x, y), (x + random.normal(0, 7) * size, y - random.uniform(16, 46) * size)), 2.4 * size, random.choice((0.12, 0.22, 0.62, 0.9), p=(0.45, 0.3, 0.15, 0.1)))
    c.finish(path, 74)


def dust(c, x, y, s, seed):
    """Lit dust behind a machine."""
    random = np.random.RandomState(seed)
    for _ in range(34):
        t = random.uniform(0, 1)
        c.glow(x - t * 2.6 * s, y + random.normal(0, 0.12) * s - t * 0.35 * s, s * random.uniform(0.3, 0.85), 0.97, 0.20 * (1 - 0.6 * t), 0.7)


def combine(c, x, foot, s):
    """收割机 against the light, going right."""
    dark, edge = 0.10, 0.80
    c.glow(x, foot + 3, s * 1.2, 0.0, 0.8, 0.10)
    c.fill(((x - 0.80 * s, foot - 0.24 * s), (x - 0.84 * s, foot - 0.66 * s), (x - 0.62 * s, foot - 0.84 * s), (x + 0.10 * s, foot - 0.86 * s), (x + 0.10 * s, foot - 0.22 * s)), dark)
    c.fill(((x + 0.10 * s, foot - 0.32 * s), (x + 0.12 * s, foot - 0.94 * s), (x + 0.44 * s, foot - 0.92 * s), (x + 0.52 * s, foot - 0.50 * s), (x + 0.44 * s, foot - 0.30 * s)), dark)
    c.fill(((x + 0.18 * s, foot - 0.54 * s), (x + 0.19 * s, foot - 0.86 * s), (x + 0.40 * s, foot - 0.85 * s), (x + 0.46 * s, foot - 0.54 * s)), 0.66)
    c.line(((x - 0.50 * s, foot - 0.86 * s), (x - 0.42 * s, foot - 1.0 * s), (x - 1.20 * s, foot - 1.04 * s)), 0.07 * s, dark)
    c.fill(((x + 0.40 * s, foot - 0.34 * s), (x + 0.84 * s, foot - 0.16 * s), (x + 0.80 * s, foot - 0.04 * s), (x + 0.36 * s, foot - 0.20 * s)), dark)
    for k in range(6):
        a = k * math.pi / 3 + 0.2
        c.line(((x + 0.86 * s, foot - 0.22 * s), (x + (0.86 + 0.19 * math.cos(a)) * s, foot - (0.22 + 0.19 * math.sin(a)) * s)), 0.022 * s, 0.16)
    c.ring(x + 0.86 * s, foot - 0.22 * s, 0.19 * s, 0.025 * s, 0.14)
    for points in (((-0.84, 0.66), (-0.62, 0.84), (0.10, 0.86)), ((0.12, 0.94), (0.44, 0.92), (0.52, 0.50))):
        c.line([(x + px * s, foot - py * s) for px, py in points], max(1.2, 0.014 * s), edge, 0.9)
    for cx, r in ((0.22, 0.24), (-0.58, 0.16)):
        c.disc(x + cx * s, foot - r * s, r * s, 0.06)
        c.disc(x + cx * s, foot - r * s, r * 0.45 * s, 0.34)


def peppers(path):
    c = Canvas(1200, 800)
    horizon = 208
    c.fade(0, horizon, (0.68, 0.86, 0.96))
    d.range_over(c, 0, 2800, horizon, top=60)
    c.fade(horizon - 70, horizon + 6, ((0.92, 0.0), (0.92, 0.85)))
    c.ridge(horizon - 8, 7, 260, 149, 0.72, 0.70)
    c.fade(horizon, 800, (0.80, 0.72, 0.66))
    c.change(lambda t, x, y: np.where(y > horizon, t + 0.09 * rolling((x - 600) / np.maximum(y - horizon, 9) * 8, 900 / np.maximum(y - horizon, 9), 5, 151), t))
    random = np.random.RandomState(157)
    for x, y, scale, row in d.sown(horizon, 470, 860, 62, 46000, 163, 1.05, 0.022, 0.42, 1900):
        if row % 5 in (0,) or not -30 < x < 1230:
            continue
        size, a = 14 * scale * random.uniform(0.7, 1.3), random.uniform(0, math.pi)
        tone = random.choice((0.10, 0.20, 0.32, 0.62), p=(0.34, 0.34, 0.24, 0.08))
        c.line(((x, y), (x + size * math.cos(a), y + 0.55 * size * math.sin(a)), (x + 1.6 * size * math.cos(a + 0.3), y + 0.8 * size * math.sin(a + 0.3))), 0.55 * size, tone)
    for x, y, h, bend in ((795, 330, 92, 1.0), (300, 380, 122, 0.9), (930, 560, 235, 1.0)):
        c.glow(x + 0.2 * h, y, 0.6 * h, 0, 0.7, 0.16)
        d.person(c, x, y, h, 0.08, bend, 0.1)
        c.disc(x + 0.40 * h, y - 0.815 * h, 0.145 * h, 0.95, 1, 0.42)
        c.line(((x + 0.62 * h, y - 0.62 * h), (x + 0.50 * h, y - 0.18 * h), (x + 0.78 * h, y + 0.02 * h)), 0.02 * h, 0.25)
    c.finish(path, 78)


def poplars(path):
    c = Canvas(1200, 800)
    horizon, vanish = 452, 640
    c.fade(0, horizon, (0.72, 0.88, 0.99))
    c.glow(vanish, 400, 420, 1, 0.9)
    c.ridge(horizon - 10, 16, 240, 167, 0.82, 0.80)
    c.fade(horizon, 800, (0.72, 0.52, 0.40))

    def road(t, x, y):
        across, away = ground(x, y, horizon, vanish)
        lane = smooth_step(0.17, 0.155, np.abs(across))
        mark = smooth_step(0.010, 0.006, np.abs(across)) * (np.sin(away * 34) > -0.2)
        leaves = smooth_step(0.10, 0.35, rolling(across * 46, away * 46, 4, 173)) * smooth_step(0.04, 0.17, np.abs(across))
        shadow = 0.20 * smooth_step(0.1, 0.6, np.sin(away * 16 + across * 5 + 1.5 * rolling(across * 8, away * 8, 3, 175)))
        asphalt = 0.58 + 0.04 * rolling(across * 80, away * 80, 2, 177)
        verge = t + 0.16 * rolling(across * 26, away * 26, 4, 179)
        tone = verge * (1 - lane) + asphalt * lane - shadow * np.clip(1.2 - away * 0.25, 0, 1) + 0.30 * mark + 0.22 * leaves
        return np.where(y > horizon, tone, t)

    c.change(road)
    cart(c, vanish - 22, 512, 74)
    for k in range(17, -1, -1):
        scale = 1.05 / (1 + 0.42 * k)
        foot = horizon + 318 * scale
        air = min(0.62, 0.045 * k)
        for side in (-1, 1):
            d.poplar(c, vanish + side * 545 * scale, foot, 900 * scale, 181 + 2 * k + (side > 0), 0.13 + air, 0.66 + 0.3 * air, -1)
    random = np.random.RandomState(191)
    for _ in range(240):
        y = 500 + 300 * random.uniform(0, 1) ** 0.7
        size = (y - 440) / 60
        c.disc(random.uniform(0, 1200), y, size * random.uniform(0.5, 1.1), random.choice((0.86, 0.95, 0.3)), 0.9, 0.5)
    c.finish(path, 78)


def cart(c, x, foot, s):
    """马车 seen from behind: cart, load, driver, the horse before it."""
    c.glow(x, foot + 2, s * 0.9, 0, 0.6, 0.14)
    c.disc(x, foot - 0.78 * s, 0.20 * s, 0.12)
    c.box(x - 0.42 * s, foot - 0.52 * s, 0.84 * s, 0.26 * s, 0.20, radius=3)
    for k in range(7):
        c.disc(x + (k - 3) * 0.12 * s, foot - 0.56 * s, 0.105 * s, 0.84 + 0.1 * (k % 2))
    c.disc(x, foot - 0.86 * s, 0.13 * s, 0.10, 1, 1.5)
    c.disc(x, foot - 1.10 * s, 0.085 * s, 0.16)
    for side in (-1, 1):
        c.box(x + side * 0.47 * s - 0.035 * s, foot - 0.46 * s, 0.07 * s, 0.46 * s, 0.08, radius=2)


def cranes(path):
    c = Canvas(840, 912)
    c.fade(0, 640, (0.06, 0.16, 0.34))
    d.stars(c, 193, 150, 420)
    c.glow(372, 300, 520, 0.9, 0.55)
    c.disc(372, 300, 178, 0.95)

    def seas(t, x, y):
        inside = (x - 372) ** 2 + (y - 300) ** 2 < 177 ** 2
        maria = smooth_step(-0.1, 0.5, rolling(x / 150, y / 150, 5, 197))
        return np.where(inside, t - 0.16 * maria - 0.05 * rolling(x / 25, y / 25, 3, 199), t)

    c.change(seas)
    c.ridge(632, 16, 190, 211, 0.20, 0.20)
    c.fade(640, 912, (0.42, 0.22, 0.10))
    c.change(lambda t, x, y: np.where(y > 640, t + 0.55 * np.exp(-((x - 372) / (46 + 0.30 * (y - 640))) ** 2) * np.clip(0.5 + rolling(x / 70, y / 5, 3, 223) * 1.6, 0, 1), t))
    for k in range(9):
        side = k - 3
        d.crane(c, 452 - 66 * abs(side) + 8 * math.sin(5 * k), 262 + 44 * side + (22 if side < 0 else 0), 66 - 2 * abs(side), math.sin(1.3 * k) * 0.6 + 0.35, 0.05 if abs(side) < 3 else 0.03)
    random = np.random.RandomState(227)
    for _ in range(260):
        x, h = random.uniform(-20, 860), random.uniform(60, 290) * (0.5 + 0.5 * abs(random.uniform(-1, 1)))
        reed(c, random, x, 930, h, random.uniform(0.01, 0.12))
    c.finish(path, 80)


def reed(c, random, x, foot, h, tone):
    bow = random.normal(0.12, 0.12) * h
    c.line(((x, foot), (x + 0.3 * bow, foot - 0.6 * h), (x + bow, foot - h)), 2.2, tone)
    for k in range(6):
        t = 1 - 0.03 * k
        c.line(((x + bow * t, foot - h * t), (x + bow * t + 15 + random.uniform(-4, 9), foot - h * t + random.uniform(-4, 16))), 2.4, tone + 0.05)


def pasture(path):
    c = Canvas(840, 912)
    d.range_over(c, 900, 1100, 470, top=20)
    c.fade(250, 470, ((0.95, 0.0), (0.95, 0.5)))
    slope = c.ridge(418, 60, 640, 229, 0.97, 0.86)
    c.change(lambda t, x, y: t + np.where(y > slope(420) - 40, 0.05 * rolling(x / 90 + y / 200, y / 30, 5, 233), 0))
    random = np.random.RandomState(239)
    layer_trees(c, random, ((60, 560, 190), (118, 590, 130), (20, 600, 150), (770, 520, 150), (820, 545, 210), (715, 512, 96), (180, 520, 70)))
    for k in range(330):
        t = random.uniform(0, 1)
        y = 505 + 300 * t ** 1.25
        x = 560 + 190 * math.sin(1.2 + 5.2 * t) * (0.45 + 0.6 * t) - 130 * t
        sheep(c, random, x + random.normal(0, 9 + 26 * t), y + random.normal(0, 4 + 7 * t), 4 + 15 * t)
    for x, y, s in ((210, 836, 150), (70, 800, 104)):
        yurt(c, x, y, s)
    c.finish(path, 80)


def layer_trees(c, random, places):
    for x, foot, height in places:
        d.alps.conifer(c, random, x, foot, height, 0.06)


def sheep(c, random, x, y, s):
    tone = random.choice((0.22, 0.42, 0.70, 0.10), p=(0.25, 0.25, 0.35, 0.15))
    c.disc(x + 0.5 * s, y + 0.45 * s, s * 0.9, 0.3, 0.25, 0.22)
    for leg in (-0.4, 0.4):
        c.line(((x + leg * s, y), (x + leg * s, y + 0.55 * s)), max(0.8, 0.12 * s), 0.1)
    c.disc(x, y, 0.72 * s, tone, 1, 0.64)
    c.disc(x - 0.75 * s, y - 0.15 * s, 0.24 * s, 0.12)


def yurt(c, x, foot, s):
    """毡房, smoke rising straight."""
    random = np.random.RandomState(int(x) + 3)
    for k in range(70):
        t = k / 70
        c.glow(x + 0.12 * s + 0.10 * s * math.sin(4 * t) * t, foot - 0.95 * s - 2.4 * s * t, s * (0.06 + 0.22 * t), 0.55, 0.16 * (1 - t))
    c.glow(x + 0.5 * s, foot, s * 1.1, 0.2, 0.5, 0.12)
    c.box(x - 0.70 * s, foot - 0.46 * s, 1.40 * s, 0.46 * s, 0.74)
    c.fill(((x - 0.76 * s, foot - 0.44 * s), (x - 0.42 * s, foot - 0.78 * s), (x - 0.14 * s, foot - 0.92 * s), (x + 0.14 * s, foot - 0.92 * s), (x + 0.42 * s, foot - 0.78 * s), (x + 0.76 * s, foot - 0.44 * s)), 0.84)
    for k in range(40):  # round: darker towards the right
        left = (-0.70 + 1.40 * k / 40) * s
        c.box(x + left, foot - 0.46 * s, 1.40 * s / 40 + 0.6, 0.46 * s, 0.15, 0.50 * (k / 40) ** 1.6)
    for k in range(13):  # the ropes of the roof
        px = (k - 6) / 6
        c.line(((x + 0.14 * px * s, foot - 0.92 * s), (x + 0.43 * px * s, foot - 0.775 * s), (x + 0.75 * px * s, foot - 0.45 * s)), 1.4, 0.35, 0.6)
    c.disc(x, foot - 0.92 * s, 0.15 * s, 0.30, 1, 0.3)
    for k in range(15):
        px = x + (k - 7) * 0.098 * s
        c.fill(((px - 0.035 * s, foot - 0.40 * s), (px, foot - 0.44 * s), (px + 0.035 * s, foot - 0.40 * s), (px, foot - 0.36 * s)), 0.22)
    c.box(x - 0.17 * s, foot - 0.42 * s, 0.34 * s, 0.42 * s, 0.22, radius=3)
    c.box(x - 0.13 * s, foot - 0.38 * s, 0.12 * s, 0.38 * s, 0.45)
    c.box(x + 0.02 * s, foot - 0.38 * s, 0.12 * s, 0.38 * s, 0.45)


def nang_oven(path):
    c = Canvas(1600, 1067)
    c.fade(0, 1067, (0.44, 0.26, 0.14))
    c.glow(980, 120, 700, 0.8, 0.35)
    c.fill(((0, 0), (620, 150), (620, 800), (0, 1067)), 0.16)
    c.fill(((1180, 170), (1600, 0), (1600, 1067), (1180, 780)), 0.13)
    c.change(lambda t, x, y: t + 0.045 * rolling(x / 60, y / 22, 5, 251) * (((x < 620) & (y > x * 0.242)) | ((x > 1180) & (y > (1600 - x) * 0.405))))
    for x, y in ((760, 240), (900, 290), (1040, 230)):
        d.house(c, np.random.RandomState(x), x - 90, 700, 170, 640 - y, 0.20, 1.2)
    c.fade(690, 1067, (0.26, 0.15))
    c.change(lambda t, x, y: np.where(y > 700, t + 0.06 * rolling((x - 880) / np.maximum(y - 640, 30) * 6, 1600 / np.maximum(y - 640, 30), 4, 257), t))
    for k in range(9):  # 馕 on the boards of the wall
        nang(c, 96 + 116 * (k % 4) + 30 * (k // 4), 330 + 120 * (k // 4), 50, 0.52)
    for row in (385, 505, 625):
        c.line(((40, row + 10), (560, row - 14)), 10, 0.07)
    c.glow(500, 690, 900, 1, 0.42)
    oven = (500, 742)
    c.fill(((300, 1010), (330, 800), (390, 745), (610, 745), (670, 800), (700, 1010)), 0.40)
    c.change(lambda t, x, y: t + 0.05 * rolling(x / 40, y / 16, 4, 263) * ((y > 745) & (x > 300) & (x < 700)))
    c.disc(*oven, 132, 0.62, 1, 0.26)
    c.disc(*oven, 112, 1.0, 1, 0.24)
    c.glow(oven[0], oven[1] - 30, 470, 1, 0.95, 1.1)
    baker(c, 745, 1004, 430)
    for x, h, seed in ((1010, 372, 1), (1120, 350, 2), (1215, 236, 3), (1305, 366, 4), (1412, 342, 5)):
        waiting(c, x, 965, h, seed)
    random = np.random.RandomState(269)
    for _ in range(70):
        t = random.uniform(0, 1)
        c.disc(500 + random.normal(0, 40 + 60 * t), 720 - 520 * t, random.uniform(1, 3.2), 1, 0.9 * (1 - t))
    c.finish(path, 76)


def nang(c, x, y, r, tone):
    c.disc(x + 4, y + 6, r, 0.02, 0.6, 0.92)
    c.disc(x, y, r, tone, 1, 0.92)
    c.disc(x, y, r * 0.76, tone * 0.80, 1, 0.92)
    for ring, count in ((0.60, 16), (0.38, 10), (0.16, 5)):
        for k in range(count):
            a = 2 * math.pi * k / count
            c.disc(x + ring * r * math.cos(a), y + 0.92 * ring * r * math.sin(a), r * 0.045, tone * 0.35)


def baker(c, x, foot, h):
    """打馕人: bent over the oven, to the left, lit from it."""
    for dx, tone in ((0, 0.05), (-5, 0.55), (3, 0.09)):
        px = x + dx
        c.fill(((px + 0.02 * h, foot), (px - 0.06 * h, foot - 0.50 * h), (px + 0.24 * h, foot - 0.52 * h), (px + 0.26 * h, foot)), tone)
        c.grey(tone)
        c.pen.new_path()
        c.pen.move_to(px + 0.26 * h, foot - 0.46 * h)
        c.pen.curve_to(px + 0.34 * h, foot - 0.80 * h, px + 0.06 * h, foot - 1.00 * h, px - 0.18 * h, foot - 0.93 * h)
        c.pen.curve_to(px - 0.26 * h, foot - 0.88 * h, px - 0.20 * h, foot - 0.74 * h, px - 0.06 * h, foot - 0.44 * h)
        c.pen.close_path()
        c.pen.fill()
        c.line(((px - 0.13 * h, foot - 0.84 * h), (px - 0.32 * h, foot - 0.72 * h), (px - 0.44 * h, foot - 0.60 * h)), 0.085 * h, tone)
        c.disc(px - 0.27 * h, foot - 0.96 * h, 0.092 * h, tone, 1, 1.1)
    c.fill(((x - 0.36 * h, foot - 0.99 * h), (x - 0.33 * h, foot - 1.07 * h), (x - 0.21 * h, foot - 1.09 * h), (x - 0.17 * h, foot - 1.00 * h)), 0.34)
    c.fill(((x - 0.07 * h, foot - 0.50 * h), (x - 0.01 * h, foot - 0.10 * h), (x + 0.10 * h, foot - 0.08 * h), (x + 0.10 * h, foot - 0.52 * h)), 0.50)


def waiting(c, x, foot, h, seed):
    """One of the queue, in a coat; the side towards the fire is lit."""
    random = np.random.RandomState(seed)
    c.glow(x + 0.3 * h, foot, 0.6 * h, 0, 0.6, 0.14)
    for dx, tone in ((-0.012 * h, 0.62), (0, 0.07 + 0.02 * seed)):
        c.box(x - 0.10 * h + dx, foot - 0.30 * h, 0.09 * h, 0.30 * h, tone)
        c.box(x + 0.03 * h + dx, foot - 0.30 * h, 0.09 * h, 0.30 * h, tone)
        c.fill(((x - 0.17 * h + dx, foot - 0.24 * h), (x - 0.15 * h + dx, foot - 0.76 * h), (x - 0.07 * h + dx, foot - 0.83 * h), (x + 0.09 * h + dx, foot - 0.83 * h), (x + 0.16 * h + dx, foot - 0.76 * h), (x + 0.19 * h + dx, foot - 0.24 * h)), tone)
        c.disc(x + dx, foot - 0.91 * h, 0.075 * h, tone, 1, 1.15)
    if seed % 2:
        c.box(x - 0.085 * h, foot - 1.0 * h, 0.17 * h, 0.075 * h, 0.05, radius=0.02 * h)
    else:
        c.disc(x + 0.01 * h, foot - 0.93 * h, 0.09 * h, 0.16 + 0.1 * random.uniform(), 1, 1.05)
        c.disc(x - 0.035 * h, foot - 0.90 * h, 0.055 * h, 0.5, 1, 1.2)


def lamp(path):
    c = Canvas(1600, 1067)
    c.fade(0, 700, (0.08, 0.17, 0.32))
    d.stars(c, 271, 260, 520)
    c.ridge(420, 120, 560, 277, 0.30, 0.36, 6)
    c.ridge(520, 80, 420, 281, 0.24, 0.34)
    far = c.ridge(600, 60, 900, 283, 0.40, 0.30)
    random = np.random.RandomState(293)
    for _ in range(90):
        x = random.uniform(0, 1600)
        if abs(x - 560) > 260:
            d.alps.conifer(c, random, x, far(x) + 12, random.uniform(40, 90), 0.0)
    slope = c.ridge(800, 60, 1500, 307, 0.46, 0.26)
    c.change(lambda t, x, y: t + np.where(y > 730, 0.05 * rolling(x / 130 + y / 160, y / 26, 5, 311), 0))
    for x, height in ((1390, 330), (1500, 430), (1565, 260), (60, 300), (150, 210)):
        d.alps.conifer(c, random, x, slope(x) + 40, height, 0.0)
    light = (560, slope(560) - 66)
    c.glow(light[0], light[1] + 40, 640, 1, 0.85, 0.72)
    c.glow(light[0], slope(560) + 30, 520, 1, 0.70, 0.24)
    line = [(640, 196), (720, 128), (784, 112), (842, 104), (898, 112), (952, 100), (1010, 118), (1076, 148)]
    for k, (x, h) in enumerate(line):
        y = slope(x) + 16
        c.fill(((x - 6, y), (x + 8, y), (x + 10 + (x - 520) * 0.55, y + 26 + h * 0.20), (x + (x - 560) * 0.5, y + 26 + h * 0.2)), 0.05, 0.40)
        walker(c, x, y, h, k)
    hand = (light[0] + 12, light[1] - 6)
    c.line(((620, slope(640) + 16 - 128), (590, slope(640) + 16 - 122), hand), 12, 0.06)
    c.ring(light[0], light[1] + 10, 15, 3, 0.1)
    c.box(light[0] - 15, light[1] + 24, 30, 40, 1.0, radius=9)
    c.box(light[0] - 17, light[1] + 60, 34, 13, 0.12, radius=3)
    c.box(light[0] - 12, light[1] + 14, 24, 12, 0.12, radius=3)
    c.glow(light[0], light[1] + 44, 150, 1, 1.0)
    for _ in range(300):
        x, y = random.uniform(0, 1600), random.uniform(0, 1067)
        near = math.exp(-(((x - light[0]) / 420) ** 2 + ((y - light[1]) / 300) ** 2))
        c.disc(x, y, random.uniform(0.8, 3.2), 1, 0.22 + 0.7 * near)
    c.finish(path, 76)


def walker(c, x, foot, h, k):
    """A man or child walking left through snow, the next one's hand in his."""
    tone = 0.05 + 0.015 * (k % 3)
    for dx in (-0.10, 0.11):
        c.line(((x, foot - 0.42 * h), (x + dx * h, foot)), 0.12 * h, tone)
    for edge, value in ((-0.02 * h, 0.80), (0, tone)):
        c.fill(((x - 0.16 * h + edge, foot - 0.30 * h), (x - 0.11 * h + edge, foot - 0.76 * h), (x + 0.11 * h + edge, foot - 0.76 * h), (x + 0.18 * h + edge, foot - 0.30 * h)), value)
        c.disc(x - 0.02 * h + edge, foot - 0.86 * h, 0.095 * h, value, 1, 1.12)
    if k:
        c.line(((x - 0.08 * h, foot - 0.68 * h), (x - 34, foot - 0.44 * h - 10)), 0.075 * h, tone)
        c.box(x + 0.08 * h, foot - 0.74 * h, 0.13 * h, 0.28 * h, tone + 0.10, radius=0.03 * h)
    c.fill(((x - 0.13 * h, foot - 0.88 * h), (x - 0.09 * h, foot - 1.0 * h), (x + 0.07 * h, foot - 1.0 * h), (x + 0.10 * h, foot - 0.86 * h)), tone + 0.06)


def clocks(path):
    c = Canvas(1200, 800, 0.3)
    c.change(lambda t, x, y: 0.34 + 0.05 * rolling(x / 70, y / 70, 5, 313) + 0.02 * np.sin(x / 21))
    c.glow(600, 700, 980, 1, 0.5)
    random = np.random.RandomState(317)
    placed = [(600, 340, 176), (600, 560, 110)]
    clock(c, random, 600, 340, 150, 8, True)
    for _ in range(4000):
        r = random.choice((96, 78, 64, 52, 42))
        x, y = random.uniform(20, 1180), random.uniform(20, 780)
        if all(math.hypot(x - px, y - py) > r + pr + 13 for px, py, pr in placed):
            placed.append((x, y, r))
            clock(c, random, x, y, r * 0.96, random.choice((0, 0, 0, 8, 4)), False)
    c.fade(0, 800, ((0, 0.45), (0, 0.0), (0, 0.0)))
    c.finish(path, 80)


def clock(c, random, x, y, r, corners, master):
    def frame(size, tone, dx=0, dy=0, alpha=1.0):
        if corners:
            turn = math.pi / corners
            grow = 1 / math.cos(math.pi / corners) * (0.88 if corners == 4 else 1)
            c.fill([(x + dx + size * grow * math.cos(turn + 2 * math.pi * k / corners), y + dy + size * grow * math.sin(turn + 2 * math.pi * k / corners)) for k in range(corners)], tone, alpha)
        else:
            c.disc(x + dx, y + dy, size, tone, alpha)

    if master:  # 八角挂钟: the case of the pendulum below
        c.box(x - 86 + 9, y + 120 + 12, 172, 190, 0, 0.5, 8)
        c.box(x - 86, y + 120, 172, 190, 0.16, radius=8)
        c.box(x - 62, y + 150, 124, 142, 0.62, radius=4)
        c.line(((x, y + 120), (x + 22, y + 240)), 5, 0.9)
        c.disc(x + 23, y + 246, 24, 0.95)
        c.ring(x + 23, y + 246, 16, 3, 0.5)
    wood = random.choice((0.14, 0.22, 0.42, 0.74)) if not master else 0.17
    frame(r, 0, r * 0.07, r * 0.09, 0.5)
    frame(r, wood)
    frame(r * 0.93, min(1, wood + 0.16))
    frame(r * 0.86, wood)
    c.disc(x, y, r * 0.76, random.uniform(0.88, 0.98))
    c.ring(x, y, r * 0.72, max(1, r * 0.012), 0.3)
    for k in range(60):
        a = k * math.pi / 30
        inner = 0.62 if k % 5 == 0 else 0.67
        c.line(((x + inner * r * math.sin(a), y - inner * r * math.cos(a)), (x + 0.70 * r * math.sin(a), y - 0.70 * r * math.cos(a))), max(0.7, r * (0.028 if k % 5 == 0 else 0.008)), 0.12)
    if r > 70:
        for k in range(1, 13):
            a = k * math.pi / 6
            c.text(str(k), x + 0.51 * r * math.sin(a), y - 0.51 * r * math.cos(a) + 0.055 * r, 0.155 * r, 0.12, d.SERIF, True, "centre")
    minutes = 10 * 60 + 9 if master else random.randint(0, 720)
    for turn, length, width in ((minutes / 720, 0.36, 0.060), (minutes % 60 / 60, 0.56, 0.036)):
        a = 2 * math.pi * turn
        c.line(((x - 0.08 * r * math.sin(a), y + 0.08 * r * math.cos(a)), (x + length * r * math.sin(a), y - length * r * math.cos(a))), max(1.2, r * width), 0.07)
    c.disc(x, y, r * 0.055, 0.07)
    c.grey(1, 0.16)
    c.pen.new_path()
    c.pen.arc(x, y, r * 0.74, math.pi * 0.95, math.pi * 1.75)
    c.pen.close_path()
    c.pen.fill()


PICTURES = {
    "harvest": harvest, "peppers": peppers, "poplars": poplars, "cranes": cranes, "pasture": pasture,
    "nang-oven": nang_oven, "lamp": lamp, "clocks": clocks,
}

if __name__ == "__main__":
    d.draw_all(PICTURES, pathlib.Path(__file__).resolve().parent, sys.argv[1:])
