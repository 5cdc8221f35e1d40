#!/usr/bin/env python3
"""Draws patrol-stand-in.jpg: what stands where the lost photograph of a border patrol in the snow stood.

Mountains are a computed height field seen through a camera, the slope, the trees and the patrol are drawn on top;
then grain, and tones that newsprint can hold. The same bytes every time on one machine: its own seeds, no clock.
Debian: python3-cairo python3-numpy libjpeg-turbo-progs fontconfig.   make_stand_in.py [FILE.jpg]
"""

import math
import os
import pathlib
import subprocess
import sys
import tempfile

import cairo
import numpy as np

HERE = pathlib.Path(__file__).resolve().parent
FONTS = HERE.parent.parent.parent / "fonts" / "noto-sans-sc"  # NotoSansSC-Medium.ttf
WIDTH, HEIGHT = 1944, 1296  # 3 : 2, 216 pixels an inch at 9 × 6 inches
CAPTION = "照片缺失 · 此为示意图"
LIGHT = np.array([-0.80, -0.12, 0.50])  # towards the sun: left, a little behind the viewer, up
QUALITY = "82"


# ---- noise ----

def gradient_noise(x, y, seed):
    """Perlin's noise, about −0.7 … 0.7."""
    angles = np.random.RandomState(seed).uniform(0, 2 * math.pi, 4096)
    cell_x, cell_y = np.floor(x).astype(np.int64), np.floor(y).astype(np.int64)
    fx, fy = x - cell_x, y - cell_y

    def corner(i, j):
        h = ((cell_x + i) * 374761393 + (cell_y + j) * 668265263) & 0xFFFFFFFF
        h = ((h ^ (h >> 13)) * 1274126177) & 0xFFFFFFFF
        a = angles[(h ^ (h >> 16)) & 4095]
        return np.cos(a) * (fx - i) + np.sin(a) * (fy - j)

    u, v = (t * t * t * (t * (t * 6 - 15) + 10) for t in (fx, fy))
    top = corner(0, 0) + u * (corner(1, 0) - corner(0, 0))
    foot = corner(0, 1) + u * (corner(1, 1) - corner(0, 1))
    return top + v * (foot - top)


def rolling(x, y, octaves, seed):
    """Sum of octaves: clouds, drifts."""
    return sum(gradient_noise(x * 2.0**k, y * 2.0**k, seed + k) * 0.5**k for k in range(octaves))


def ridged(x, y, octaves, seed):
    """Sharp crests, detail where it is high: mountains, 0 … 1."""
    total, weight, scale = 0.0, 1.0, 0.0
    for k in range(octaves):
        n = np.clip(1.0 - np.abs(gradient_noise(x * 2.0**k, y * 2.0**k, seed + k)) * 1.6, 0, 1) ** (1.15 if k == 0 else 1.7)
        total = total + n * weight * 0.5**k
        weight = np.clip(n * 1.4, 0, 1)
        scale += 0.5**k
    return total / scale


def blurred(image, radius):
    """Three box blurs: close to a Gaussian."""
    r = max(1, int(round(radius)))
    for _ in range(3):
        for axis in (0, 1):
            padded = np.concatenate([np.take(image, [0] * r, axis), image, np.take(image, [-1] * r, axis)], axis)
            sums = np.cumsum(np.insert(padded, 0, 0, axis), axis)
            n = image.shape[axis]
            image = (np.take(sums, range(2 * r + 1, n + 2 * r + 1), axis) - np.take(sums, range(n), axis)) / (2 * r + 1)
    return image


def shifted(image, right, down):
    """The image moved by whole pixels, its edges drawn out."""
    rows = np.clip(np.arange(image.shape[0]) - down, 0, image.shape[0] - 1)
    columns = np.clip(np.arange(image.shape[1]) - right, 0, image.shape[1] - 1)
    return image[np.ix_(rows, columns)]


# ---- mountains: a height field of 16 × 16 km, 1536 samples a side ----

SIDE, SAMPLES = 16.0, 1536


def smooth_step(low, high, value):
    t = np.clip((value - low) / (high - low), 0, 1)
    return t * t * (3 - 2 * t)


def height_field():
    x, y = np.meshgrid(np.linspace(0, SIDE, SAMPLES), np.linspace(0, SIDE, SAMPLES))
    bend = 0.35
    wx = x + bend * rolling(x * 0.5, y * 0.5, 3, 11)
    wy = y + bend * rolling(x * 0.5 + 40, y * 0.5, 3, 17)
    range_ = smooth_step(3.0, 9.0, y) * (1 - 0.35 * smooth_step(11, 16, y))
    hills = smooth_step(1.0, 3.5, y) * 0.22
    peaks = ridged(wx * 0.24 + 3.1, wy * 0.24 + 7.3, 8, 23)
    low = ridged(wx * 0.5 + 1.7, wy * 0.5, 7, 57)
    peaks = np.tanh(peaks * 1.25) / np.tanh(1.25)  # no needles
    return 2.0 * range_ * peaks**1.5 + hills * low + 0.06 * rolling(x, y, 5, 71)


def shade(height):
    """Brightness of the ground at every sample: snow and rock under a low sun, cast shadows."""
    step = SIDE / SAMPLES
    gy, gx = np.gradient(height, step)
    normal = np.stack([-gx, -gy, np.ones_like(gx)]) / np.sqrt(gx**2 + gy**2 + 1)
    light = LIGHT / np.linalg.norm(LIGHT)
    lit = np.clip(np.tensordot(light, normal, 1), 0, 1)
    shadow = np.full_like(height, -1.0)
    horizontal = math.hypot(light[0], light[1])
    for k in range(4, 260, 2):
        dx, dy = int(round(k * light[0] / horizontal)), int(round(k * light[1] / horizontal))
        rise = k * step * light[2] / horizontal
        shadow = np.maximum(shadow, np.roll(height, (-dy, -dx), (0, 1)) - rise - height)
    sunlit = 1 - smooth_step(-0.01, 0.05, shadow)
    x, y = np.meshgrid(np.arange(SAMPLES), np.arange(SAMPLES))
    rough = rolling(x / 24.0, y / 24.0, 5, 91)
    snow = 1 - smooth_step(1.25, 2.3, np.sqrt(gx**2 + gy**2) + 0.6 * rough)
    albedo = 0.40 + 0.56 * snow
    return albedo * (0.33 + 0.74 * lit * sunlit + 0.10 * normal[2])


def sampled(field, x, y):
    fx, fy = np.clip(x / SIDE * (SAMPLES - 1), 0, SAMPLES - 1.001), np.clip(y / SIDE * (SAMPLES - 1), 0, SAMPLES - 1.001)
    ix, iy = fx.astype(int), fy.astype(int)
    u, v = fx - ix, fy - iy
    return ((field[iy, ix] * (1 - u) + field[iy, ix + 1] * u) * (1 - v)
            + (field[iy + 1, ix] * (1 - u) + field[iy + 1, ix + 1] * u) * v)


def landscape(sky, scale=2):
    """Sky and mountains, 0 … 1, seen from 3.4 km before the range."""
    width, rows = WIDTH * scale, HEIGHT * scale
    height = height_field()
    ground = shade(height)
    depth = np.geomspace(1.2, 13.5, 1500)
    lens = 1.05  # half the width of the view at distance 1
    eye_x, eye_z, horizon = 7.2, 0.42, 0.50
    columns = (np.arange(width) + 0.5) / width * 2 - 1
    wx = eye_x + columns[None, :] * depth[:, None] * lens / 2
    wy = np.broadcast_to(depth[:, None] + 1.0, wx.shape)
    z = sampled(height, wx, wy)
    screen = horizon * rows - (z - eye_z) / (depth[:, None] * lens) * width
    crest = np.minimum.accumulate(screen, 0)
    air = 1 - np.exp(-(np.clip(depth - 1.5, 0, None) / 10.0))
    tone = sampled(ground, wx, wy)
    low = np.exp(-np.clip(z - 0.15, 0, None) * 2.2)  # haze lies in the valleys
    veil = np.clip(air[:, None] * (0.55 + 0.75 * low), 0, 0.97)
    tone = tone * (1 - veil) + 0.93 * veil
    picture = np.repeat(np.repeat(sky, scale, 0), scale, 1)
    for c in range(width):
        # Row r shows the first sample from the front whose crest reaches it.
        first = np.searchsorted(-crest[:, c], -np.arange(rows, dtype=float), "left")
        seen = first < len(depth)
        picture[seen, c] = tone[first[seen], c]
    return picture.reshape(HEIGHT, scale, WIDTH, scale).mean((1, 3))


def sky():
    x, y = np.meshgrid(np.arange(WIDTH) / WIDTH, np.arange(HEIGHT) / WIDTH)
    base = 0.66 + 0.28 * smooth_step(0.0, 0.36, y)
    clouds = rolling(x * 3.0 + y * 1.5, y * 11, 5, 131)
    return base + 0.10 * smooth_step(-0.05, 0.55, clouds) * (1 - smooth_step(0.22, 0.36, y))


# ---- the slope in front ----

def slope_edge(x):
    """Row at which the near slope ends against the valley, at column `x`."""
    t = x / WIDTH
    return HEIGHT * (0.635 - 0.035 * t + 0.030 * np.sin(2.6 * t + 0.4) + 0.006 * np.sin(17 * t) + 0.003 * np.sin(41 * t + 1))


def slope(picture):
    """Lays the snow slope over the lower part: drifts in perspective, a soft edge."""
    x, y = np.meshgrid(np.arange(WIDTH, dtype=float), np.arange(HEIGHT, dtype=float))
    below = (y - slope_edge(x)) / (0.37 * HEIGHT)
    depth = 1 / (0.10 + np.clip(below, 0, None))
    across = (x / WIDTH - 0.5) * depth * 2.2
    drift = rolling(across * 0.9 + 0.35 * depth, depth * 1.5, 5, 151)
    ripple = rolling(across * 5 + 2.5 * depth, depth * 9, 3, 167)
    lit = (drift - shifted(drift, 10, 0)) * np.clip(0.15 + below * 2.2, 0, 1)
    tone = 0.90 + 0.05 * drift + 0.9 * lit + 0.045 * ripple * np.clip(below * 1.6 - 0.15, 0, 1) - 0.10 * np.clip(below, 0, None) ** 1.5 * (0.6 + x / WIDTH * 0.6)
    tone = np.clip(tone, 0.55, 0.985)
    cover = smooth_step(-0.004, 0.004, below)
    return picture * (1 - cover) + tone * cover


# ---- drawing on layers ----

class Layer:
    """A Cairo surface of the picture's size; `tone` is what was drawn, `cover` how much of each pixel it covers."""

    def __init__(self):
        self.surface = cairo.ImageSurface(cairo.FORMAT_ARGB32, WIDTH, HEIGHT)
        self.pen = cairo.Context(self.surface)
        self.pen.set_line_cap(cairo.LINE_CAP_ROUND)
        self.pen.set_line_join(cairo.LINE_JOIN_ROUND)

    def grey(self, tone, alpha=1.0):
        self.pen.set_source_rgba(tone, tone, tone, alpha)

    def read(self):
        self.surface.flush()
        data = np.frombuffer(self.surface.get_data(), np.uint8).reshape(HEIGHT, WIDTH, 4) / 255.0
        cover = data[..., 3]
        return np.where(cover > 0, data[..., 0] / np.maximum(cover, 1e-6), 0), cover


def over(picture, layer, soft=0):
    tone, cover = layer.read()
    if soft:
        premultiplied, cover = blurred(tone * cover, soft), blurred(cover, soft)
        return picture * (1 - cover) + premultiplied
    return picture * (1 - cover) + tone * cover


def conifer(layer, random, x, foot, height, haze):
    """A spruce with snow on its boughs; `haze` 0 near … 1 gone."""
    pen = layer.pen
    def tone(value):
        return value * (1 - haze) + 0.86 * haze
    half = height * random.uniform(0.17, 0.23)
    layer.grey(tone(0.20))
    pen.set_line_width(max(1.0, height * 0.022))
    pen.move_to(x, foot)
    pen.line_to(x, foot - height)
    pen.stroke()
    boughs = int(40 + height * 1.5)
    for k in range(boughs):
        t = ((k + random.uniform(0, 1)) / boughs) ** 0.85
        y = foot - height * (0.985 - 0.93 * t)
        tier = 0.72 + 0.28 * math.cos(2 * math.pi * (t * 7.3 + 0.2 * random.uniform(-1, 1)))
        reach = half * (0.05 + t**0.9) * tier * random.uniform(0.45, 1.0)
        side = random.uniform(-1, 1)
        side = math.copysign(abs(side) ** 0.35, side)
        droop = reach * random.uniform(0.30, 0.62)
        layer.grey(tone(random.uniform(0.08, 0.26) + 0.05 * (side < 0)))
        pen.set_line_width(max(0.8, height * random.uniform(0.010, 0.024)))
        pen.move_to(x + side * reach * 0.1, y)
        pen.curve_to(x + side * reach * 0.4, y + droop * 0.1, x + side * reach * 0.8, y + droop * 0.6, x + side * reach, y + droop)
        pen.stroke()
        if random.uniform(0, 1) < (0.42 if side < 0 else 0.24):
            start, end = random.uniform(0.25, 0.6), random.uniform(0.7, 0.98)
            layer.grey(tone(random.uniform(0.72, 0.96)))
            pen.set_line_width(max(0.7, height * random.uniform(0.007, 0.016)))
            pen.move_to(x + side * reach * start, y + droop * start**1.6 - height * 0.007)
            pen.line_to(x + side * reach * end, y + droop * end**1.6 - height * 0.007)
            pen.stroke()


def far_forest(picture):
    """Bands of spruce beyond the slope, paler the farther."""
    random = np.random.RandomState(211)
    for band, (rise, size, haze, count) in enumerate(((58, 20, 0.62, 420), (30, 32, 0.46, 330), (2, 56, 0.28, 170))):
        layer = Layer()
        for x in np.sort(random.uniform(-20, WIDTH + 20, count)):
            thin = gradient_noise(np.array([x / 260.0 + 9 * band]), np.array([0.5 + band]), 223)[0]
            if thin < -0.06 + 0.05 * band:
                continue
            foot = slope_edge(x) - rise * (0.7 + 0.5 * thin) + random.uniform(-6, 6)
            conifer(layer, random, x, foot, size * random.uniform(0.65, 1.35), haze)
        picture = over(picture, layer, 1 if band < 2 else 0)
    return picture


def near_trees(picture):
    random = np.random.RandomState(239)
    layer = Layer()
    stand = ((62, 250), (150, 180), (16, 205), (228, 128), (300, 92), (112, 118), (1816, 150), (1900, 230), (1758, 96), (1862, 112), (1940, 165))
    for x, height in sorted(stand, key=lambda each: each[1]):
        conifer(layer, random, x, slope_edge(x) + 6 + height * 0.10, height, 0.10)
    return over(picture, layer)


# ---- the patrol ----

# x of the feet, size in pixels, phase of the step, what is carried; from the last man to the first
WALKERS = ((480, 236, 0.13, "pack"), (654, 258, 0.65, "stick"), (856, 285, 0.06, "pack"), (1096, 316, 0.58, "flag"), (1374, 352, 0.17, "pack"))


def feet_row(x):
    """Row of the track at column `x`: it comes over the slope's edge and towards the viewer."""
    return slope_edge(x) + 66 + 230 * smooth_step(-200, 1800, x) ** 1.3


def limb(pen, points, widths):
    """A chain of tapered capsules."""
    for (a, b), (wa, wb) in zip(zip(points, points[1:]), zip(widths, widths[1:])):
        angle = math.atan2(b[1] - a[1], b[0] - a[0])
        pen.new_path()
        pen.arc(a[0], a[1], wa / 2, angle + math.pi / 2, angle - math.pi / 2)
        pen.arc(b[0], b[1], wb / 2, angle - math.pi / 2, angle + math.pi / 2)
        pen.close_path()
        pen.fill()


def joints(hip, thigh, knee):
    """Knee and ankle of a leg; angles from straight down in radians, forwards positive; heights upwards."""
    k = (hip[0] + 0.235 * math.sin(thigh), hip[1] - 0.235 * math.cos(thigh))
    shin = thigh - knee
    return k, (k[0] + 0.225 * math.sin(shin), k[1] - 0.225 * math.cos(shin))


def leg(layer, hip, thigh, knee, tone):
    k, a = joints(hip, thigh, knee)
    layer.grey(tone)
    limb(layer.pen, (hip, k, a), (0.150, 0.116, 0.098))
    layer.grey(tone * 0.55)
    shin = thigh - knee
    tilt = 0.75 * min(0.0, shin)  # the foot behind stands on its toes
    up = (a[0] - 0.085 * math.sin(shin), a[1] + 0.085 * math.cos(shin))
    toe = (a[0] + 0.078 * math.cos(tilt) + 0.02 * math.sin(tilt), a[1] - 0.024 + 0.085 * math.sin(tilt))
    limb(layer.pen, (up, a, toe), (0.102, 0.086, 0.050))


def arm(layer, shoulder, upper, elbow, tone):
    e = (shoulder[0] + 0.155 * math.sin(upper), shoulder[1] - 0.155 * math.cos(upper))
    fore = upper + elbow
    h = (e[0] + 0.135 * math.sin(fore), e[1] - 0.135 * math.cos(fore))
    layer.grey(0.03, 0.55)  # the fold between sleeve and coat
    limb(layer.pen, ((shoulder[0] + 0.010, shoulder[1] - 0.03), (e[0] + 0.012, e[1] - 0.004), (h[0] + 0.010, h[1])), (0.106, 0.106, 0.086))
    layer.grey(tone)
    limb(layer.pen, (shoulder, e, h), (0.112, 0.098, 0.078))
    layer.grey(0.12)
    limb(layer.pen, (h, (h[0] + 0.018 * math.sin(fore), h[1] - 0.03)), (0.066, 0.054))
    return h


def blob(layer, tone, curves):
    """A closed shape: a start and cubic curves."""
    layer.grey(tone)
    pen = layer.pen
    pen.new_path()
    pen.move_to(*curves[0])
    for curve in curves[1:]:
        pen.curve_to(*curve)
    pen.close_path()
    pen.fill()


def flag(layer, hand):
    """A plain banner on a pole, blown back."""
    pen = layer.pen
    foot, top = (hand[0] - 0.035, hand[1] - 0.20), (hand[0] + 0.115, hand[1] + 0.86)
    layer.grey(0.22)
    pen.set_line_width(0.014)
    pen.move_to(*foot)
    pen.line_to(*top)
    pen.stroke()
    strips = 44
    for k in range(strips):
        t0, t1 = k / strips, (k + 1.6) / strips
        def edge(t, down):
            wave = 0.030 * t * math.sin(7.2 * t + 0.6) + 0.010 * math.sin(15 * t)
            return (top[0] - 0.014 * down - 0.46 * t, top[1] - 0.012 - 0.29 * down + wave * (1 + 0.5 * down) - 0.07 * t)
        layer.grey(0.27 + 0.14 * math.cos(7.2 * (t0 + 0.06) + 0.6) * (0.3 + t0))
        pen.new_path()
        for point in (edge(t0, 0), edge(t1, 0), edge(t1, 1), edge(t0, 1)):
            pen.line_to(*point)
        pen.close_path()
        pen.fill()


def walker(layer, phase, carries):
    """One patroller in profile, walking to the right; one unit tall, soles at the origin, heights upwards."""
    swing = math.sin(2 * math.pi * phase)
    steps = [(-0.40 * swing + 0.06, 0.16 + 0.34 * max(0.0, swing)), (0.40 * swing + 0.06, 0.16 + 0.34 * max(0.0, -swing))]
    sole = 0.060  # the ankle above the snow
    hip = (0.0, max(0.475 - joints((0, 0.475), *step)[1][1] for step in steps) + sole)
    lift = hip[1] - 0.475
    layer.pen.save()
    shoulder = (0.028, 0.775)
    layer.pen.translate(0, lift)
    arm(layer, (shoulder[0] + 0.01, shoulder[1]), 0.45 * swing, 0.45, 0.13)
    layer.pen.translate(0, -lift)
    for step, tone in zip(steps, (0.13, 0.19)):
        leg(layer, hip, *step, tone)
    layer.pen.translate(0, lift)
    if carries == "pack":
        pack(layer)
    upper_body(layer, swing)
    if carries == "flag":
        hand = arm(layer, shoulder, 0.55, 1.25, 0.24)
        flag(layer, hand)
        layer.grey(0.12)
        limb(layer.pen, (hand, (hand[0] + 0.01, hand[1] + 0.02)), (0.062, 0.058))
    elif carries == "stick":
        hand = arm(layer, shoulder, 0.35, 0.85, 0.24)
        layer.grey(0.20)
        layer.pen.set_line_width(0.016)
        layer.pen.move_to(hand[0] - 0.02, hand[1] + 0.14)
        layer.pen.line_to(hand[0] + 0.09, sole - lift)
        layer.pen.stroke()
    else:
        arm(layer, shoulder, -0.50 * swing, 0.40, 0.24)
    layer.pen.restore()


def pack(layer):
    """背囊 with a roll on top."""
    blob(layer, 0.26, [(-0.055, 0.80), (-0.11, 0.82, -0.165, 0.78, -0.170, 0.70), (-0.175, 0.62, -0.16, 0.565, -0.10, 0.565),
                       (-0.07, 0.535, -0.05, 0.56, -0.04, 0.60), (-0.03, 0.68, -0.03, 0.76, -0.055, 0.82)])
    layer.grey(0.18)
    limb(layer.pen, ((-0.140, 0.815), (-0.055, 0.822)), (0.066, 0.066))


def upper_body(layer, swing):
    """大衣 with its hem over the thighs, head, 棉帽."""
    blob(layer, 0.21, [(0.010, 0.845), (0.075, 0.845, 0.105, 0.79, 0.110, 0.70), (0.113, 0.62, 0.105, 0.58, 0.108, 0.54),
                       (0.118, 0.47, 0.120 + 0.02 * abs(swing), 0.42, 0.112 + 0.03 * abs(swing), 0.375),
                       (0.06, 0.355, -0.06, 0.355, -0.105 - 0.02 * abs(swing), 0.380), (-0.10, 0.46, -0.082, 0.52, -0.080, 0.57),
                       (-0.085, 0.66, -0.085, 0.76, -0.055, 0.82), (-0.04, 0.845, -0.02, 0.848, 0.010, 0.845)])
    layer.grey(0.08)
    layer.pen.set_line_width(0.018)
    layer.pen.move_to(-0.080, 0.560)
    layer.pen.curve_to(-0.02, 0.545, 0.05, 0.545, 0.107, 0.556)
    layer.pen.stroke()
    # head: face, fur collar, 棉帽 with its flaps
    blob(layer, 0.46, [(0.030, 0.885), (0.035, 0.855, 0.075, 0.845, 0.100, 0.862), (0.118, 0.875, 0.112, 0.890, 0.120, 0.902),
                       (0.118, 0.925, 0.112, 0.935, 0.110, 0.945), (0.07, 0.96, 0.03, 0.94, 0.030, 0.885)])
    layer.grey(0.33)
    limb(layer.pen, ((-0.020, 0.848), (0.040, 0.836), (0.080, 0.842)), (0.060, 0.062, 0.046))
    blob(layer, 0.12, [(-0.012, 0.925), (-0.018, 0.985, 0.015, 1.008, 0.060, 1.006), (0.105, 1.004, 0.126, 0.985, 0.126, 0.945),
                       (0.100, 0.938, 0.078, 0.938, 0.066, 0.936), (0.070, 0.905, 0.068, 0.880, 0.052, 0.868),
                       (0.030, 0.860, -0.005, 0.870, -0.012, 0.925)])
    blob(layer, 0.20, [(0.062, 0.938), (0.066, 0.972, 0.082, 0.984, 0.110, 0.982), (0.128, 0.978, 0.132, 0.956, 0.126, 0.940),
                       (0.105, 0.930, 0.080, 0.930, 0.062, 0.938)])


def place_walker(layer, x, size, lean=(0.0, -1.0)):
    """The walker's unit onto the picture; `lean` is where its height points: up, or along the snow for the shadow."""
    layer.pen.set_matrix(cairo.Matrix(size, 0, lean[0] * size, lean[1] * size, x, feet_row(x)))


def patrol(picture):
    shadows, figures = Layer(), Layer()
    for x, size, phase, carries in WALKERS:
        place_walker(shadows, x, size, (0.62, 0.15))
        walker(shadows, phase, carries)
        place_walker(figures, x, size)
        walker(figures, phase, carries)
    _, cast = shadows.read()
    picture = picture * (1 - 0.42 * blurred(cast, 3))
    tone, cover = figures.read()
    x, y = np.meshgrid(np.arange(WIDTH) / 20.0, np.arange(HEIGHT) / 34.0)
    folds = rolling(x + 0.7 * y, y, 4, 263)
    solid, parts = blurred(cover, 6), blurred(tone * cover, 1)
    round_ = np.clip((solid - shifted(solid, 10, 5)) * cover, -0.6, 0.6)  # brighter towards the light, darker away from it
    seams = parts - shifted(parts, 3, 2)
    tone = tone * (1 + 0.55 * folds) + 0.80 * np.clip(round_, 0, 1) ** 1.1 + 0.14 * np.clip(round_, -1, 0) + 0.9 * seams * cover
    return picture * (1 - cover) + np.clip(tone, 0.03, 0.9) * cover


def hollow(layer, shade_layer, x, y, size):
    """A footprint: a dark hollow, its far rim lit."""
    layer.grey(0.50, 0.80)
    layer.pen.save()
    layer.pen.translate(x, y)
    layer.pen.scale(size, size * 0.40)
    layer.pen.arc(0, 0, 1, 0, 2 * math.pi)
    layer.pen.restore()
    layer.pen.fill()
    shade_layer.grey(0.99, 0.8)
    shade_layer.pen.save()
    shade_layer.pen.translate(x + size * 0.35, y + size * 0.30)
    shade_layer.pen.scale(size * 1.05, size * 0.34)
    shade_layer.pen.arc(0, 0, 1, 0, 2 * math.pi)
    shade_layer.pen.restore()
    shade_layer.pen.fill()


def footprints(picture):
    random = np.random.RandomState(281)
    dark, light = Layer(), Layer()
    x = 40.0
    while x < WALKERS[-1][0] - 40:
        near = 0.35 + 0.75 * smooth_step(-200, 1500, x)
        for side in (-1, 1):
            px = x + (random.uniform(-5, 5) + 9 * side) * near
            hollow(dark, light, px, feet_row(px) + (random.uniform(-4, 4) + 6 * side) * near, 11 * near * random.uniform(0.8, 1.25))
        x += random.uniform(20, 27) * near
    return over(over(picture, light, 2), dark, 1)


def sunk_feet(picture):
    """Snow over the soles, so that nobody floats."""
    random = np.random.RandomState(307)
    layer = Layer()
    for x, size, _, _ in WALKERS:
        for _ in range(30):
            px = x + random.uniform(-0.26, 0.34) * size
            layer.grey(random.uniform(0.78, 0.93), 0.9)
            layer.pen.save()
            layer.pen.translate(px, feet_row(x) - 0.016 * size + random.uniform(-0.012, 0.020) * size)
            layer.pen.scale(random.uniform(0.025, 0.055) * size, random.uniform(0.012, 0.020) * size)
            layer.pen.arc(0, 0, 1, 0, 2 * math.pi)
            layer.pen.restore()
            layer.pen.fill()
    return over(picture, layer, 1)


def boundary_stone(picture):
    x, height, half = 1668.0, 190.0, 30.0
    foot = feet_row(x) - 46
    shadow, stone = Layer(), Layer()
    shadow.grey(0, 1)
    for point in ((x - half, foot), (x + half, foot + 5), (x + half + height * 0.80, foot + height * 0.20), (x + height * 0.80, foot + height * 0.17)):
        shadow.pen.line_to(*point)
    shadow.pen.fill()
    _, cast = shadow.read()
    picture = picture * (1 - 0.32 * blurred(cast, 4))
    faces = (  # front, lit side, cap
        (0.42, ((x - half, foot), (x + half, foot), (x + half, foot - height + 10), (x - half, foot - height + 10))),
        (0.72, ((x - half, foot), (x - half, foot - height + 10), (x - half - 11, foot - height + 4), (x - half - 11, foot - 6))),
        (0.90, ((x - half, foot - height + 10), (x + half, foot - height + 10), (x + half - 15, foot - height - 8), (x - half - 2, foot - height - 10), (x - half - 11, foot - height + 4))))
    for tone, points in faces:
        stone.grey(tone)
        for point in points:
            stone.pen.line_to(*point)
        stone.pen.close_path()
        stone.pen.fill()
    write(stone, "中", x, foot - height + 56, 36, 0.10, 0.9)
    write(stone, "国", x, foot - height + 99, 36, 0.10, 0.9)
    tone, cover = stone.read()
    gx, gy = np.meshgrid(np.arange(WIDTH) / 3.0, np.arange(HEIGHT) / 3.0)
    tone = tone * (1 + 0.22 * rolling(gx, gy, 3, 331))
    picture = picture * (1 - cover) + np.clip(tone, 0, 0.98) * cover
    snow = Layer()
    for dx, dy, w, h in ((-4, -height - 6, 31, 8), (0, 3, 46, 9), (-30, 5, 26, 7), (32, 6, 26, 7)):
        snow.grey(0.95)
        snow.pen.save()
        snow.pen.translate(x + dx, foot + dy)
        snow.pen.scale(w, h)
        snow.pen.arc(0, 0, 1, 0, 2 * math.pi)
        snow.pen.restore()
        snow.pen.fill()
    return over(picture, snow, 2)


# ---- words, tones, grain ----

def write(layer, text, centre, baseline, size, tone, alpha):
    layer.grey(tone, alpha)
    layer.pen.select_font_face("Noto Sans SC")
    layer.pen.set_font_size(size)
    extents = layer.pen.text_extents(text)
    layer.pen.move_to(centre - extents.x_advance / 2, baseline)
    layer.pen.show_text(text)


def caption(picture):
    layer = Layer()
    size, margin = 25, 30
    layer.pen.select_font_face("Noto Sans SC")
    layer.pen.set_font_size(size)
    width = layer.pen.text_extents(CAPTION).x_advance
    write(layer, CAPTION, WIDTH - margin - width / 2, HEIGHT - margin, size, 0.28, 0.92)
    return over(picture, layer)


def printable(picture):
    """Tones that newsprint can hold: no solid black, open middle tones, white kept for the snow in the light."""
    return 0.13 + 0.85 * np.clip(picture, 0, 1)


def grain(picture):
    noise = np.random.RandomState(353).normal(0, 1, picture.shape)
    noise = 0.65 * noise + 1.2 * blurred(noise, 1)
    return picture + 0.016 * noise * (1.15 - 0.5 * picture)


def draw():
    picture = landscape(sky())
    for step in (far_forest, slope, near_trees, footprints, boundary_stone, patrol, sunk_feet):
        picture = step(picture)
    picture = 0.7 * picture + 0.3 * blurred(picture, 1)  # a lens, not a pen
    return caption(grain(printable(picture)))


def write_jpeg(picture, path):
    grey = (np.clip(picture, 0, 1) * 255 + 0.5).astype(np.uint8)
    header = b"P5 %d %d 255\n" % (WIDTH, HEIGHT)
    made = subprocess.run(["cjpeg", "-grayscale", "-baseline", "-optimize", "-dct", "int", "-quality", QUALITY],
                          input=header + grey.tobytes(), stdout=subprocess.PIPE, check=True)
    path.write_bytes(made.stdout)


def use_own_font(folder):
    """Lets fontconfig see the repository's face and no other."""
    config = pathlib.Path(folder) / "fonts.conf"
    config.write_text(f"<fontconfig><dir>{FONTS}</dir><cachedir>{folder}</cachedir></fontconfig>", encoding="utf-8")
    os.environ["FONTCONFIG_FILE"] = str(config)


def main():
    target = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "patrol-stand-in.jpg"
    with tempfile.TemporaryDirectory() as folder:
        use_own_font(folder)
        write_jpeg(draw(), target)


if __name__ == "__main__":
    main()
