#!/usr/bin/env python3
"""Draws the photograph's stand-in and the two advertisements of this issue; place, firms and goods are invented.

    python3 make_pictures.py [NAME…]     all, or those named: spring-field flour nursery
"""

import math
import pathlib
import sys

import numpy as np

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "eight-pages" / "pictures"))
import drawing as d  # noqa: E402  (both samples are drawn with it)
from drawing import Canvas, ground, rolling, smooth_step  # noqa: E402

HONEST = "样张广告 · 商号虚构"


def spring_field(path):
    c = Canvas(1600, 1067)
    horizon, vanish = 440, 640
    d.range_over(c, 0, 2800, horizon, mirror=True)
    c.fade(horizon - 150, horizon, ((0.93, 0.0), (0.93, 0.85)))
    d.grove(c, horizon + 5, 30, 64, 300, 401, 0.34)
    c.fade(horizon, 1067, (0.62, 0.44, 0.34))

    def film(t, x, y):
        """Strips of mulch film, bright, between strips of soil."""
        across, away = ground(x, y, horizon, vanish)
        strip = np.cos(across * 30)
        fine = np.clip(1.5 - 0.7 * away, 0, 1)
        soil = t + 0.13 * rolling(across * 60, away * 60, 4, 403) * fine
        sheet = 0.80 + 0.10 * np.cos(across * 30) + 0.10 * rolling(across * 26, away * 9, 4, 405) * fine + 0.05 * rolling(x / 300, y / 60, 3, 407)
        edge = smooth_step(-0.16 - 0.3 * (1 - fine), 0.16 + 0.3 * (1 - fine), strip + 0.25)
        return np.where(y > horizon, soil * (1 - edge) + sheet * edge, t)

    c.change(film)
    random = np.random.RandomState(409)
    half = 2 * math.pi / 30 * 10 * (1080 - horizon)  # a strip's distance from the next, in pixels at the foot
    for x, y, scale, row in d.sown(horizon, vanish, 1080, half / 6, 9000, 411, 1.05, 0.05, 0.05, 2000):
        if row % 6 in (1, 5) and -30 < x < 1630 and not (x > 860 and y < 640 and scale < 0.30):
            seedling(c, random, x, y, 24 * scale)
    c.soften(1, 0.4)
    planter(c, 1060, 640, 250)
    c.finish(path, 74)


def seedling(c, random, x, y, s):
    """Two seed leaves through their hole in the film."""
    c.disc(x, y, 0.42 * s, 0.30, 0.8, 0.4)
    c.line(((x, y), (x, y - 0.5 * s)), max(0.8, 0.1 * s), 0.25)
    for side in (-1, 1):
        c.disc(x + side * 0.34 * s, y - 0.62 * s + random.uniform(-0.06, 0.06) * s, 0.36 * s, random.uniform(0.14, 0.26), 1, 0.55)
        c.disc(x + side * 0.30 * s, y - 0.67 * s, 0.17 * s, 0.42, 1, 0.5)


def planter(c, x, foot, s):
    """A tractor going right with the planter behind it, film on its rolls."""
    c.glow(x - 0.3 * s, foot + 4, 1.5 * s, 0.0, 0.7, 0.10)
    for k in range(30):
        c.glow(x - (0.9 + 0.07 * k) * s, foot - 0.1 * s, 0.36 * s, 0.9, 0.10 * (1 - k / 30), 0.5)
    c.box(x - 1.34 * s, foot - 0.42 * s, 0.76 * s, 0.16 * s, 0.30, radius=4)
    for k in range(4):  # seed hoppers
        left = x - (1.30 - 0.18 * k) * s
        c.fill(((left, foot - 0.66 * s), (left + 0.15 * s, foot - 0.66 * s), (left + 0.11 * s, foot - 0.40 * s), (left + 0.04 * s, foot - 0.40 * s)), 0.55 + 0.05 * (k % 2))
        c.line(((left + 0.07 * s, foot - 0.28 * s), (left + 0.07 * s, foot - 0.04 * s)), 0.03 * s, 0.15)
        c.disc(left + 0.08 * s, foot - 0.08 * s, 0.085 * s, 0.95)
        c.ring(left + 0.08 * s, foot - 0.08 * s, 0.085 * s, 0.02 * s, 0.3)
    c.line(((x - 0.62 * s, foot - 0.34 * s), (x - 0.40 * s, foot - 0.30 * s)), 0.06 * s, 0.15)
    c.box(x - 0.02 * s, foot - 0.56 * s, 0.66 * s, 0.26 * s, 0.36, radius=0.04 * s)
    c.box(x + 0.02 * s, foot - 0.56 * s, 0.58 * s, 0.05 * s, 0.60, radius=3)
    for k in range(5):
        c.box(x + (0.16 + 0.08 * k) * s, foot - 0.46 * s, 0.045 * s, 0.12 * s, 0.16)
    c.fill(((x - 0.46 * s, foot - 0.34 * s), (x - 0.44 * s, foot - 1.02 * s), (x - 0.02 * s, foot - 1.02 * s), (x + 0.06 * s, foot - 0.50 * s), (x + 0.02 * s, foot - 0.34 * s)), 0.30)
    c.fill(((x - 0.40 * s, foot - 0.58 * s), (x - 0.39 * s, foot - 0.95 * s), (x - 0.06 * s, foot - 0.95 * s), (x + 0.0 * s, foot - 0.58 * s)), 0.86)
    c.line(((x - 0.22 * s, foot - 0.95 * s), (x - 0.22 * s, foot - 0.58 * s)), 0.025 * s, 0.3)
    c.box(x - 0.50 * s, foot - 1.07 * s, 0.54 * s, 0.055 * s, 0.20, radius=4)
    c.line(((x + 0.50 * s, foot - 0.56 * s), (x + 0.50 * s, foot - 0.86 * s)), 0.035 * s, 0.18)
    for cx, r in ((-0.28, 0.33), (0.48, 0.21)):
        c.disc(x + cx * s, foot - r * s, r * s, 0.09)
        for k in range(18):
            a = k * math.pi / 9
            c.disc(x + (cx + r * 0.95 * math.cos(a)) * s, foot - (r - r * 0.95 * math.sin(a)) * s, 0.035 * s, 0.06)
        c.disc(x + cx * s, foot - r * s, 0.52 * r * s, 0.66)
        c.disc(x + cx * s, foot - r * s, 0.20 * r * s, 0.25)


def wheat(c, x, foot, h, lean, tone):
    """An ear of wheat with its stalk."""
    top = (x + lean * h, foot - h)
    c.grey(tone)
    c.pen.set_line_width(max(1.5, h * 0.010))
    c.pen.new_path()
    c.pen.move_to(x, foot)
    c.pen.curve_to(x, foot - 0.4 * h, x + 0.5 * lean * h, foot - 0.8 * h, *top)
    c.pen.stroke()
    for k in range(9):
        t = k / 9
        px, py = top[0] + lean * h * 0.30 * t, top[1] - h * 0.26 * t
        for side in (-1, 1):
            c.pen.save()
            c.pen.translate(px + side * h * 0.022, py)
            c.pen.rotate(lean * 0.9 + side * 0.45)
            c.disc(0, 0, h * 0.019, 0.97, 1, 2.1)
            c.disc(0, 0, h * 0.015, tone * (1.0 if side < 0 else 0.75), 1, 2.2)
            c.pen.restore()
            c.line(((px + side * h * 0.03, py - h * 0.03), (px + side * h * 0.075 + lean * h * 0.05, py - h * 0.17)), max(0.8, h * 0.004), tone, 0.9)


def flour(path):
    c = Canvas(2453, 480)
    c.fade(0, 480, (0.99, 0.95, 0.86))
    c.glow(560, 250, 900, 1, 0.9)
    random = np.random.RandomState(421)
    for side, foot in ((0, 540), (1, 540)):
        for k in range(26):
            x = random.uniform(-20, 400) if side == 0 else random.uniform(2200, 2480)
            wheat(c, x, foot, random.uniform(250, 430), random.normal(0.0 if side == 0 else 0.10, 0.08), 0.66 - 0.44 * k / 26)
    sack(c, 585, 262)
    c.text("沙枣湾面粉", 800, 215, 168, 0.06, d.BRUSH, False, "left", 0.02)
    c.text("天山脚下一袋好面", 808, 312, 66, 0.12, d.SERIF, True, "left", 0.10)
    c.text("本地春小麦　石磨低温慢磨　不加增白剂", 808, 386, 40, 0.22, d.SANS, False, "left", 0.06)
    c.line(((1700, 92), (1700, 392)), 3, 0.4)
    c.box(1748, 96, 300, 74, 0.12, 1, 12)
    c.text("新粉上市", 1898, 150, 50, 0.98, d.SANS, True, "centre", 0.12)
    c.text("25千克　96元", 1748, 240, 48, 0.10, d.SERIF, True)
    c.text("10千克　42元", 1748, 306, 48, 0.10, d.SERIF, True)
    c.text("送货电话：0994-0000000", 1748, 372, 31, 0.2, d.SANS)
    c.box(0, 0, 2453, 10, 0.14)
    c.box(0, 470, 2453, 10, 0.14)
    c.finish(path, 84, 0.006, HONEST, 0.1)


def sack(c, x, y):
    """A bag of flour, full."""
    c.glow(x + 20, y + 180, 230, 0.1, 0.6, 0.14)
    c.fill(((x - 128, y + 176), (x - 150, y + 20), (x - 130, y - 130), (x - 118, y - 176), (x + 118, y - 176), (x + 130, y - 130), (x + 150, y + 20), (x + 128, y + 176)), 0.97)
    c.fade(y - 176, y + 176, ((0.3, 0.0), (0.3, 0.22)), (x + 40, x + 128))
    c.line(((x - 128, y + 176), (x - 150, y + 20), (x - 130, y - 130), (x - 118, y - 176), (x + 118, y - 176), (x + 130, y - 130), (x + 150, y + 20), (x + 128, y + 176), (x - 128, y + 176)), 4, 0.25)
    for k in range(22):
        c.line(((x - 116 + 11 * k, y - 158), (x - 110 + 11 * k, y - 150)), 3, 0.3)
    c.disc(x, y + 6, 92, 0.14)
    c.ring(x, y + 6, 82, 3, 0.95)
    c.text("沙枣湾", x, y - 8, 46, 0.97, d.BRUSH, False, "centre")
    c.text("石磨面", x, y + 50, 42, 0.97, d.KAI, True, "centre", 0.1)
    c.text("净含量 25千克", x, y + 142, 24, 0.2, d.SANS, False, "centre")


def nursery(path):
    c = Canvas(900, 686)
    c.fade(0, 686, (0.97, 0.92, 0.84))
    c.grey(0.2)
    for inset, width in ((14, 5), (26, 1.5)):
        c.pen.set_line_width(width)
        c.pen.rectangle(inset, inset, 900 - 2 * inset, 686 - 2 * inset)
        c.pen.stroke()
    random = np.random.RandomState(431)
    blossoms(c, random)
    c.text("三棵榆苗圃", 866, 168, 84, 0.07, d.BRUSH, False, "right")
    c.text("春季带土球苗木", 866, 244, 46, 0.14, d.SERIF, True, "right", 0.06)
    rows = (("红肉苹果", "三年生", "35元"), ("王族海棠", "胸径4厘米", "68元"), ("大叶白蜡", "胸径6厘米", "120元"), ("沙枣、榆叶梅", "成捆", "面议"))
    for k, (name, size, price) in enumerate(rows):
        y = 318 + 56 * k
        c.text(name, 420, y, 33, 0.12, d.SANS, True)
        c.text(size, 622, y, 27, 0.25, d.KAI)
        c.text(price, 862, y, 33, 0.12, d.SERIF, True, "right")
        c.line(((418, y + 16), (864, y + 16)), 1.2, 0.55)
    c.box(40, 548, 820, 66, 0.13, 1, 8)
    c.text("包栽包活　成活再付尾款", 450, 594, 40, 0.98, d.SANS, True, "centre", 0.08)
    c.text("城西三棵榆路口　0994-0000000", 56, 648, 27, 0.2, d.SANS)
    c.text(HONEST, 858, 647, 19, 0.3, d.SANS, False, "right", 0.03)
    c.finish(path, 86, 0.006, None)


def blossoms(c, random):
    """A spray of crab-apple blossom down the left side."""
    boughs = (((70, 540), (130, 420), (170, 300), (250, 150)), ((140, 400), (240, 350), (330, 320)), ((168, 300), (110, 220), (90, 110)), ((200, 240), (290, 214), (350, 250)), ((100, 480), (220, 470), (320, 490)))
    for k, bough in enumerate(boughs):
        c.line(bough, 11 - 1.6 * k, 0.18)
    for bough in boughs:
        for a, b in zip(bough, bough[1:]):
            for _ in range(7):
                t = random.uniform(0, 1)
                x, y = a[0] + (b[0] - a[0]) * t + random.normal(0, 20), a[1] + (b[1] - a[1]) * t + random.normal(0, 20)
                if random.uniform() < 0.42:
                    angle = random.uniform(0, 2 * math.pi)
                    tip = (x + 34 * math.cos(angle), y + 34 * math.sin(angle))
                    side = (9 * math.sin(angle), -9 * math.cos(angle))
                    c.fill(((x, y), (x + 15 * math.cos(angle) + side[0], y + 15 * math.sin(angle) + side[1]), tip, (x + 15 * math.cos(angle) - side[0], y + 15 * math.sin(angle) - side[1])), random.uniform(0.28, 0.45))
                else:
                    flower(c, random, min(352, max(62, x)), max(56, y), random.uniform(15, 25))


def flower(c, random, x, y, r):
    turn = random.uniform(0, 2 * math.pi)
    for grow, tone in ((1.12, 0.45), (1.0, 0.97)):
        for k in range(5):
            a = turn + 2 * math.pi * k / 5
            c.disc(x + 0.62 * r * math.cos(a), y + 0.62 * r * math.sin(a), 0.50 * r * grow, tone)
    for k in range(5):
        a = turn + 2 * math.pi * k / 5
        c.glow(x + 0.3 * r * math.cos(a), y + 0.3 * r * math.sin(a), 0.6 * r, 0.55, 0.35)
    for k in range(9):
        a = 2 * math.pi * k / 9
        c.line(((x, y), (x + 0.36 * r * math.cos(a), y + 0.36 * r * math.sin(a))), 1.0, 0.3)
        c.disc(x + 0.36 * r * math.cos(a), y + 0.36 * r * math.sin(a), 1.7, 0.15)


PICTURES = {"spring-field": spring_field, "flour": flour, "nursery": nursery}

if __name__ == "__main__":
    d.draw_all(PICTURES, HERE, sys.argv[1:])
