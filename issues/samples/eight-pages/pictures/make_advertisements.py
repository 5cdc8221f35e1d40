#!/usr/bin/env python3
"""Draws the advertisements of this issue. The firms are invented, and each says so in its corner.

    python3 make_advertisements.py [NAME…]     all, or those named: save-water autumn-fair spring-water
"""

import math
import pathlib
import sys

import numpy as np

import drawing as d
from drawing import Canvas, rolling, smooth_step

HONEST = "样张广告 · 商号虚构"


def save_water(path):
    c = Canvas(1204, 840, 0.93)
    c.change(lambda t, x, y: 0.97 - 0.16 * (y / 840) ** 1.5 - 0.03 * smooth_step(0, 0.6, rolling(x / 300, y / 60, 4, 3)))
    for k in range(9):  # rings on the water
        c.grey(0.35, 0.55 - 0.05 * k)
        c.pen.set_line_width(3.2 - 0.25 * k)
        c.pen.save()
        c.pen.translate(355, 716)
        c.pen.scale(1, 0.24)
        c.pen.new_path()
        c.pen.arc(0, 0, 60 + 36 * k, 0, 2 * math.pi)
        c.pen.restore()
        c.pen.stroke()
    drop(c, 355, 400, 225)
    c.text("每一滴", 640, 330, 146, 0.10, d.BRUSH)
    c.text("都算数", 704, 500, 146, 0.10, d.BRUSH)
    c.line(((642, 560), (1140, 560)), 2, 0.4)
    c.text("节约用水　从拧紧一只水龙头开始", 642, 615, 33, 0.16, d.SANS)
    c.text("一只滴水的龙头，一昼夜漏掉的水，", 642, 672, 27, 0.3, d.KAI)
    c.text("够一棵小树喝上半个月。", 642, 712, 27, 0.3, d.KAI)
    c.text("公益广告", 1140, 100, 30, 0.2, d.SANS, False, "right", 0.2)
    c.finish(path, 84, 0.008, "样张广告")


def drop(c, x, y, r):
    """A drop with an oasis in it."""
    def outline(grow=1.0):
        c.pen.new_path()
        c.pen.move_to(x, y - 1.55 * r * grow)
        c.pen.curve_to(x + 0.30 * r * grow, y - 0.85 * r, x + r * grow, y - 0.30 * r, x + r * grow, y + 0.20 * r)
        c.pen.curve_to(x + r * grow, y + 0.78 * r * grow, x + 0.55 * r, y + 1.15 * r * grow, x, y + 1.15 * r * grow)
        c.pen.curve_to(x - 0.55 * r, y + 1.15 * r * grow, x - r * grow, y + 0.78 * r * grow, x - r * grow, y + 0.20 * r)
        c.pen.curve_to(x - r * grow, y - 0.30 * r, x - 0.30 * r * grow, y - 0.85 * r, x, y - 1.55 * r * grow)
        c.pen.close_path()

    c.pen.save()
    outline()
    c.pen.clip()
    inner = Canvas(c.width, c.height)
    scene(inner, x, y, r)
    c.pen.set_source_surface(inner.surface, 0, 0)
    c.pen.paint()
    c.glow(x - 0.45 * r, y - 0.45 * r, 0.8 * r, 1, 0.55, 1.4)
    c.pen.restore()
    c.grey(0.12, 0.9)
    c.pen.set_line_width(4)
    outline()
    c.pen.stroke()
    c.grey(1, 0.9)
    c.pen.set_line_width(9)
    c.pen.new_path()
    c.pen.arc(x, y + 0.18 * r, 0.84 * r, math.pi * 0.93, math.pi * 1.20)
    c.pen.stroke()


def scene(c, x, y, r):
    c.grey(0.70)
    c.pen.paint()
    d.range_over(c, 0, 2800, int(y + 0.25 * r), top=-400)
    foot = int(y + 0.24 * r)
    c.fade(foot - 90, foot, ((0.94, 0.0), (0.94, 0.8)))
    d.grove(c, foot + 4, 26, 70, 190, 7, 0.25, (x - r, x + r))
    c.fade(foot, y + 1.2 * r, (0.72, 0.30, 0.14))
    c.change(lambda t, px, py: np.where(py > foot, t + 0.22 * np.cos((px - x) / np.maximum(py - foot, 5) * 26) * (py - foot) / r, t))


def motif(c, x, y, s, tone, ground):
    """艾德莱斯绸: a feathered lozenge of nested diamonds."""
    for k, (grow, value) in enumerate(((1.0, tone), (0.74, ground), (0.56, tone), (0.30, ground), (0.14, tone))):
        points, steps = [], 14
        for corner in range(4):
            a, b = [(0, -1), (0.62, 0), (0, 1), (-0.62, 0)][corner], [(0.62, 0), (0, 1), (-0.62, 0), (0, -1)][corner]
            for i in range(steps):
                t = i / steps
                fringe = 1 + (0.07 if i % 2 else -0.05) * (1 if k % 2 == 0 else 0.4)
                points.append((x + s * grow * fringe * (a[0] + (b[0] - a[0]) * t), y + s * grow * fringe * (a[1] + (b[1] - a[1]) * t)))
        c.fill(points, value)


def ribbon(c, y, height, tone, ground):
    """A strip of silk across the picture."""
    c.box(0, y, c.width, height, ground)
    step = height * 0.72
    for k in range(int(c.width / step) + 2):
        motif(c, k * step, y + height / 2, height * 0.44, tone, ground)
        c.fill([(k * step + step / 2 + dx * height * 0.10, y + height * 0.5 + dy * height * 0.16) for dx, dy in ((0, -1), (1, 0), (0, 1), (-1, 0))], tone)
    for edge in (y, y + height - 6):
        c.box(0, edge, c.width, 6, tone)


def autumn_fair(path):
    c = Canvas(2180, 1493, 0.96)
    c.glow(1090, 560, 1300, 1, 0.9)
    ribbon(c, 0, 150, 0.12, 0.86)
    ribbon(c, 1343, 150, 0.12, 0.86)
    c.text("沙枣园大集", 1090, 400, 232, 0.06, d.BRUSH, False, "centre", 0.06)
    c.text("秋季年货节", 1090, 560, 104, 0.12, d.SERIF, True, "centre", 0.30)
    c.line(((420, 622), (1760, 622)), 3, 0.3)
    c.text("10月18日（星期六）10时开市　连开九天", 1090, 700, 58, 0.10, d.SANS, True, "centre", 0.03)
    stalls = (("瓜果区", ("香梨、苹果、海棠果", "哈密瓜、葡萄干、杏干"), fruit), ("粮油区", ("石磨面、胡麻油", "鹰嘴豆、小米、杂粮"), sack),
              ("牛羊肉区", ("当天屠宰，检疫合格", "现切现称，不注水"), sheep), ("手工区", ("绣品、花帽、毡毯", "铜壶、木器、柳编"), cap))
    for k, (name, goods, sign) in enumerate(stalls):
        x = 130 + k * 492
        c.box(x, 775, 444, 400, 0.99, radius=18)
        c.grey(0.25)
        c.pen.set_line_width(3)
        c.pen.rectangle(x + 10, 785, 424, 380)
        c.pen.stroke()
        sign(c, x + 222, 905)
        c.text(name, x + 222, 1070, 46, 0.08, d.SANS, True, "centre", 0.15)
        for row, words in enumerate(goods):
            c.text(words, x + 222, 1112 + 38 * row, 29, 0.25, d.KAI, False, "centre")
    c.text("满168元抽奖一次　头奖：白面一年份（每月一袋）", 1090, 1252, 50, 0.08, d.SERIF, True, "centre", 0.04)
    c.text("地址：城北沙枣园路口　　电话：0994-0000000　　免费停车，公交2、6、9路可到", 1090, 1314, 34, 0.2, d.SANS, False, "centre", 0.02)
    c.text(HONEST, 2130, 205, 30, 0.25, d.SANS, False, "right", 0.04)
    c.finish(path, 74, 0.003, None)


def fruit(c, x, y):
    for dx, dy, r, tone in ((-78, 30, 62, 0.34), (70, 34, 66, 0.26), (-4, -6, 70, 0.52), (6, 62, 50, 0.62)):
        c.disc(x + dx, y + dy, r, tone)
        c.glow(x + dx - r * 0.35, y + dy - r * 0.4, r * 0.9, 1, 0.75)
        c.line(((x + dx, y + dy - r * 0.86), (x + dx + 8, y + dy - r * 1.22)), 6, 0.12)
        c.fill(((x + dx + 6, y + dy - r * 1.06), (x + dx + 32, y + dy - r * 1.32), (x + dx + 52, y + dy - r * 1.16), (x + dx + 30, y + dy - r * 1.0)), 0.2)


def sack(c, x, y):
    c.fill(((x - 100, y + 104), (x - 118, y - 20), (x - 84, y - 76), (x + 84, y - 76), (x + 118, y - 20), (x + 100, y + 104)), 0.80)
    c.fill(((x + 30, y + 104), (x + 60, y - 76), (x + 84, y - 76), (x + 118, y - 20), (x + 100, y + 104)), 0.62)
    c.fill(((x - 84, y - 76), (x - 106, y - 108), (x - 30, y - 96), (x + 40, y - 110), (x + 106, y - 100), (x + 84, y - 76)), 0.70)
    c.line(((x - 86, y - 76), (x + 86, y - 76)), 10, 0.25)
    c.ring(x - 4, y + 22, 52, 5, 0.2)
    c.text("麦", x - 4, y + 46, 66, 0.12, d.BRUSH, False, "centre")


def sheep(c, x, y):
    for rim, tone in ((5, 0.2), (0, 0.93)):
        for dx, dy, r in ((-60, 0, 46), (-20, -26, 50), (34, -22, 50), (66, 8, 42), (10, 20, 58), (-36, 26, 42), (48, 34, 38)):
            c.disc(x + dx, y + dy, r + rim, tone)
    for leg in (-48, -22, 34, 58):
        c.box(x + leg, y + 58, 13, 48, 0.16, radius=4)
    c.disc(x - 112, y - 14, 36, 0.16, 1, 1.25)
    c.ring(x - 96, y - 44, 22, 11, 0.30)
    c.disc(x - 122, y - 20, 5, 0.95)


def cap(c, x, y):
    """花帽."""
    c.fill(((x - 120, y + 84), (x - 106, y - 50), (x, y - 102), (x + 106, y - 50), (x + 120, y + 84)), 0.14)
    for k in range(4):
        px = x - 81 + 54 * k
        motif(c, px, y + 14, 50, 0.88, 0.14)
    c.line(((x, y - 100), (x, y - 66)), 4, 0.8)
    c.box(x - 122, y + 70, 244, 24, 0.34, radius=6)
    for k in range(12):
        c.disc(x - 110 + 20 * k, y + 82, 5, 0.95)


def spring_water(path):
    c = Canvas(2044, 2800)
    c.fade(0, 700, (0.56, 0.72))
    d.range_over(c, 430, 1900, 1700, top=-560)
    c.change(lambda t, x, y: np.where(y < 1700, t * (1 - smooth_step(1330, 1660, y)) + 0.97 * smooth_step(1330, 1660, y), t))
    c.fade(1660, 2800, (0.97, 0.78, 0.50, 0.30))

    def water(t, x, y):
        deep = np.clip((y - 1700) / 1100, 0, 1)
        swell = rolling(x / (160 + 320 * deep), (y - 1600) / (10 + 60 * deep), 5, 11)
        return np.where(y > 1660, t + (0.05 + 0.13 * deep) * swell * smooth_step(1660, 1780, y), t)

    c.change(water)
    for k in range(9):
        c.grey(1, 0.55 - 0.05 * k)
        c.pen.set_line_width(7 - 0.5 * k)
        c.pen.save()
        c.pen.translate(1022, 2180)
        c.pen.scale(1, 0.17)
        c.pen.new_path()
        c.pen.arc(0, 0, 250 + 84 * k, 0, 2 * math.pi)
        c.pen.restore()
        c.pen.stroke()
    bottle(c, 1022, 2180, 1180)
    c.text("七重雪", 1022, 420, 330, 0.08, d.BRUSH, False, "centre", 0.05)
    c.text("来自雪线之上的饮用天然水", 1022, 550, 74, 0.12, d.SERIF, True, "centre", 0.16)
    c.column("一滴雪要走多远", 1776, 1200, 76, 0.14, d.KAI, False, 0.18)
    c.column("才能成为一口甘甜", 268, 1200, 76, 0.14, d.KAI, False, 0.18)
    facts = (("3800米", "雪线海拔"), ("27年", "岩层渗滤"), ("0添加", "水源地灌装"))
    for k, (value, name) in enumerate(facts):
        x = 372 + 650 * k
        c.text(value, x, 2462, 108, 0.98, d.SERIF, True, "centre")
        c.text(name, x, 2530, 46, 0.94, d.SANS, False, "centre", 0.25)
        if k:
            c.line(((x - 325, 2390), (x - 325, 2530)), 3, 0.9, 0.7)
    c.line(((150, 2592), (1894, 2592)), 3, 0.95, 0.8)
    c.text("七重雪饮品（样张）有限责任公司　　订水热线：0994-0000000　　桶装水一小时送到家", 1022, 2672, 44, 0.97, d.SANS, False, "centre", 0.02)
    c.finish(path, 76, 0.008, HONEST, 0.95)


def bottle(c, x, foot, h):
    """A clear bottle standing in the water, the mountains in it."""
    w = h * 0.150
    c.glow(x, foot, h * 0.46, 0.1, 0.55, 0.16)

    def outline():
        c.pen.new_path()
        c.pen.move_to(x - 0.40 * w, foot - h * 0.94)
        c.pen.curve_to(x - 0.40 * w, foot - h * 0.82, x - w, foot - h * 0.84, x - w, foot - h * 0.66)
        c.pen.line_to(x - w, foot - h * 0.05)
        c.pen.curve_to(x - w, foot + 4, x - 0.9 * w, foot + 18, x, foot + 18)
        c.pen.curve_to(x + 0.9 * w, foot + 18, x + w, foot + 4, x + w, foot - h * 0.05)
        c.pen.line_to(x + w, foot - h * 0.66)
        c.pen.curve_to(x + w, foot - h * 0.84, x + 0.40 * w, foot - h * 0.82, x + 0.40 * w, foot - h * 0.94)
        c.pen.close_path()

    c.pen.save()
    outline()
    c.pen.clip()
    c.fade(foot - h, foot + 20, (0.98, 0.90, 0.72, 0.84), (x - w, x + w))
    for edge, tone in ((x - w, 0.34), (x + w, 0.42)):
        for k in range(26):
            inwards = k * 1.6 * (1 if edge < x else -1)
            c.line(((edge + inwards, foot - h), (edge + inwards, foot + 20)), 2, tone, 0.55 * (1 - k / 26) ** 1.5)
    c.line(((x - 0.66 * w, foot - 0.78 * h), (x - 0.66 * w, foot - 0.04 * h)), 20, 1, 0.85)
    c.line(((x + 0.74 * w, foot - 0.72 * h), (x + 0.74 * w, foot - 0.10 * h)), 9, 1, 0.8)
    for k in range(6):
        y = foot - h * (0.05 + 0.032 * k)
        c.line(((x - w, y), (x - 0.4 * w, y + 9), (x + 0.4 * w, y + 9), (x + w, y)), 4, 0.5, 0.5)
    label(c, x, foot - h * 0.60, w, h * 0.34)
    c.pen.restore()
    c.grey(0.22, 0.9)
    c.pen.set_line_width(4)
    outline()
    c.pen.stroke()
    c.box(x - 0.46 * w, foot - h, 0.92 * w, h * 0.065, 0.16, radius=10)
    for k in range(13):
        c.line(((x - 0.40 * w + k * 0.066 * w, foot - h * 0.99), (x - 0.40 * w + k * 0.066 * w, foot - h * 0.945)), 3, 0.5)
    c.box(x - 0.43 * w, foot - h * 0.932, 0.86 * w, 12, 0.3, radius=5)


def label(c, x, top, w, h):
    c.box(x - w, top, 2 * w, h, 0.14)
    c.fill([(x - w, top + h * 0.94)] + [(x + (k / 12 * 2 - 1) * w, top + h * (0.90 - 0.34 * abs(math.sin(k * 1.9 + 0.6)) * math.exp(-((k - 6) / 5) ** 2))) for k in range(13)] + [(x + w, top + h * 0.94)], 0.92)
    c.text("七重雪", x, top + h * 0.33, w * 0.56, 0.97, d.BRUSH, False, "centre")
    c.text("饮用天然水　550 mL", x, top + h * 0.47, w * 0.155, 0.85, d.SANS, False, "centre")
    c.line(((x - w, top + 8), (x + w, top + 8)), 4, 0.9)
    c.line(((x - w, top + h - 8), (x + w, top + h - 8)), 4, 0.9)


ADVERTISEMENTS = {"save-water": save_water, "autumn-fair": autumn_fair, "spring-water": spring_water}

if __name__ == "__main__":
    d.draw_all(ADVERTISEMENTS, pathlib.Path(__file__).resolve().parent, sys.argv[1:])
