"""What the samples' pictures are drawn with: a grey canvas, ground seen in perspective, skies, ridges, trees, lettering.

Noise, blurs and the snowy mountains are those of issues/12184/pictures/make_stand_in.py. Every picture has its own seeds and
no clock: the same bytes every time on one machine. Debian: python3-cairo python3-numpy libjpeg-turbo-progs fontconfig.
"""

import functools
import math
import os
import pathlib
import subprocess
import sys
import tempfile

import cairo
import numpy as np

ROOT = pathlib.Path(__file__).resolve().parents[4]
sys.path.insert(0, str(ROOT / "issues" / "12184" / "pictures"))
import make_stand_in as alps  # noqa: E402  (it lies in another issue's folder)

from make_stand_in import blurred, rolling, smooth_step  # noqa: E402

SANS, SERIF, KAI, BRUSH = "Noto Sans SC", "Noto Serif SC", "LXGW WenKai", "Ma Shan Zheng"
PANORAMA = (2800, 1200)  # pixels of the mountains that all pictures take their piece of


class Canvas:
    """A grey picture; tones 0 black … 1 white, x and y in pixels from the top left."""

    def __init__(self, width, height, tone=1.0):
        self.width, self.height = width, height
        self.surface = cairo.ImageSurface(cairo.FORMAT_ARGB32, width, height)
        self.pen = cairo.Context(self.surface)
        self.pen.set_line_cap(cairo.LINE_CAP_ROUND)
        self.pen.set_line_join(cairo.LINE_JOIN_ROUND)
        self.grey(tone)
        self.pen.paint()

    # ---- pixels ----

    def tones(self):
        self.surface.flush()
        data = np.frombuffer(self.surface.get_data(), np.uint8)
        return data.reshape(self.height, self.surface.get_stride() // 4, 4)[:, : self.width, 0] / 255.0

    def put(self, tones):
        grey = (np.clip(tones, 0, 1) * 255 + 0.5).astype(np.uint8)
        self.surface.flush()
        data = np.ndarray((self.height, self.surface.get_stride() // 4, 4), np.uint8, self.surface.get_data())
        data[:, : self.width, :3] = grey[..., None]
        data[:, : self.width, 3] = 255
        self.surface.mark_dirty()

    def change(self, how):
        """Tones run through how(tones, x, y), x and y in pixels."""
        x, y = np.meshgrid(np.arange(self.width, dtype=float), np.arange(self.height, dtype=float))
        self.put(how(self.tones(), x, y))

    def soften(self, radius, share=1.0):
        self.put((1 - share) * self.tones() + share * blurred(self.tones(), radius))

    # ---- shapes ----

    def grey(self, tone, alpha=1.0):
        self.pen.set_source_rgba(tone, tone, tone, alpha)

    def fill(self, points, tone, alpha=1.0):
        self.grey(tone, alpha)
        self.pen.new_path()
        for point in points:
            self.pen.line_to(*point)
        self.pen.close_path()
        self.pen.fill()

    def box(self, x, y, width, height, tone, alpha=1.0, radius=0):
        self.grey(tone, alpha)
        self.pen.new_path()
        if radius:
            for cx, cy, start in ((x + width - radius, y + radius, -0.5), (x + width - radius, y + height - radius, 0),
                                  (x + radius, y + height - radius, 0.5), (x + radius, y + radius, 1)):
                self.pen.arc(cx, cy, radius, start * math.pi, (start + 0.5) * math.pi)
            self.pen.close_path()
        else:
            self.pen.rectangle(x, y, width, height)
        self.pen.fill()

    def disc(self, x, y, across, tone, alpha=1.0, flat=1.0):
        self.grey(tone, alpha)
        self.pen.save()
        self.pen.translate(x, y)
        self.pen.scale(across, across * flat)
        self.pen.new_path()
        self.pen.arc(0, 0, 1, 0, 2 * math.pi)
        self.pen.restore()
        self.pen.fill()

    def line(self, points, width, tone, alpha=1.0):
        self.grey(tone, alpha)
        self.pen.set_line_width(width)
        self.pen.new_path()
        for point in points:
            self.pen.line_to(*point)
        self.pen.stroke()

    def ring(self, x, y, radius, width, tone, alpha=1.0):
        self.grey(tone, alpha)
        self.pen.set_line_width(width)
        self.pen.new_path()
        self.pen.arc(x, y, radius, 0, 2 * math.pi)
        self.pen.stroke()

    def glow(self, x, y, radius, tone=1.0, alpha=0.8, flat=1.0):
        """Light that fades outwards."""
        pattern = cairo.RadialGradient(0, 0, 0, 0, 0, radius)
        for stop in np.linspace(0, 1, 9):
            pattern.add_color_stop_rgba(stop, tone, tone, tone, alpha * (1 - stop) ** 2.2)
        self.pen.save()
        self.pen.translate(x, y)
        self.pen.scale(1, flat)
        self.pen.set_source(pattern)
        self.pen.paint()
        self.pen.restore()

    def fade(self, top, foot, tones, sides=(0.0, None)):
        """A band that goes from tone to tone downwards, over the whole width or part of it."""
        pattern = cairo.LinearGradient(0, top, 0, foot)
        for k, tone in enumerate(tones):
            tone, alpha = tone if isinstance(tone, tuple) else (tone, 1.0)
            pattern.add_color_stop_rgba(k / (len(tones) - 1), tone, tone, tone, alpha)
        self.pen.set_source(pattern)
        self.pen.rectangle(sides[0], top, (sides[1] or self.width) - sides[0], foot - top)
        self.pen.fill()

    def ridge(self, level, rise, length, seed, tone, foot_tone=None, octaves=5):
        """A hill line over the whole width, down to the foot of the picture; `length` in pixels a wave."""
        x = np.arange(-4, self.width + 8, 3.0)
        y = level - rise * rolling(x / length, np.full_like(x, 0.37), octaves, seed)
        pattern = cairo.LinearGradient(0, level - rise, 0, level + 2.2 * rise)
        for stop, value in ((0, tone), (1, tone if foot_tone is None else foot_tone)):
            pattern.add_color_stop_rgb(stop, value, value, value)
        self.pen.new_path()
        for point in zip(x, y):
            self.pen.line_to(*point)
        self.pen.line_to(self.width + 8, self.height)
        self.pen.line_to(-4, self.height)
        self.pen.close_path()
        self.pen.set_source(pattern)
        self.pen.fill()
        return lambda at: float(np.interp(at, x, y))

    # ---- lettering ----

    def face(self, family, size, bold=False):
        self.pen.select_font_face(family, cairo.FONT_SLANT_NORMAL, cairo.FONT_WEIGHT_BOLD if bold else cairo.FONT_WEIGHT_NORMAL)
        self.pen.set_font_size(size)

    def text(self, words, x, baseline, size, tone, family=SANS, bold=False, at="left", spaced=0.0, alpha=1.0):
        """One row; `at` says what x is: its left, centre or right; `spaced` in ems between the characters. Gives its width."""
        self.face(family, size, bold)
        advances = [self.pen.text_extents(each).x_advance for each in words]
        width = sum(advances) + spaced * size * (len(words) - 1)
        x -= {"left": 0, "centre": width / 2, "right": width}[at]
        self.grey(tone, alpha)
        for each, advance in zip(words, advances):
            self.pen.move_to(x, baseline)
            self.pen.show_text(each)
            x += advance + spaced * size
        return width

    def column(self, words, x, top, size, tone, family=KAI, bold=False, spaced=0.12):
        """Downwards, x its middle."""
        for k, each in enumerate(words):
            self.text(each, x, top + size * (0.88 + k * (1 + spaced)), size, tone, family, bold, "centre")

    # ---- the end ----

    def finish(self, path, quality=80, grain=0.014, label="示意图", label_tone=None):
        """Grain and tones that newsprint holds; the label in the corner says what the picture is."""
        random = np.random.RandomState(len(path.name) * 7 + self.width)
        tones = self.tones()
        noise = random.normal(0, 1, tones.shape)
        noise = 0.6 * noise + 1.2 * blurred(noise, 1)
        self.put(0.07 + 0.92 * tones + grain * noise * (1.1 - 0.5 * tones))
        if label:
            margin, size = 0.018 * self.width, max(13, 0.0135 * self.width)
            corner = float(self.tones()[-int(3 * margin):, -int(6 * margin):].mean())
            tone = label_tone if label_tone is not None else (0.12 if corner > 0.5 else 0.92)
            self.face(SANS, size)
            wide = sum(self.pen.text_extents(each).x_advance for each in label) + 0.04 * size * (len(label) - 1)
            self.box(self.width - margin - wide - 0.4 * size, self.height - margin - 1.15 * size, wide + 0.8 * size, 1.55 * size, 1 - tone, 0.5, 0.25 * size)
            self.text(label, self.width - margin, self.height - margin, size, tone, SANS, False, "right", 0.04, 0.85)
        grey = (np.clip(self.tones(), 0, 1) * 255 + 0.5).astype(np.uint8)
        made = subprocess.run(["cjpeg", "-grayscale", "-baseline", "-optimize", "-dct", "int", "-quality", str(quality)],
                              input=b"P5 %d %d 255\n" % (self.width, self.height) + grey.tobytes(), stdout=subprocess.PIPE, check=True)
        path.write_bytes(made.stdout)


# ---- things seen ----

@functools.lru_cache(maxsize=1)
def mountains():
    """The range of issue 12184's stand-in as one wide picture, sky and all."""
    kept = alps.WIDTH, alps.HEIGHT
    alps.WIDTH, alps.HEIGHT = PANORAMA
    try:
        return alps.landscape(alps.sky(), 1)
    finally:
        alps.WIDTH, alps.HEIGHT = kept


def range_over(canvas, left, width, rows, mirror=False, top=0.0):
    """Lays the piece [left, left + width] of the panorama over the canvas, `rows` pixels high from its top. With a `top` below 0
    the panorama starts lower down, and its sky goes over into what is there."""
    piece = mountains()[:, ::-1] if mirror else mountains()
    scale = width / canvas.width
    x = np.clip(left + np.arange(canvas.width) * scale, 0, PANORAMA[0] - 1).astype(int)
    wanted = top + np.arange(rows) * scale
    y = np.clip(wanted, 0, PANORAMA[1] - 1).astype(int)
    cover = smooth_step(0, 60, wanted)[:, None] if top < 0 else 1.0
    if scale > 1:
        piece = blurred(piece, scale / 2)
    tones = canvas.tones().copy()
    tones[:rows] = tones[:rows] * (1 - cover) + piece[np.ix_(y, x)] * cover
    canvas.put(tones)


def ground(x, y, horizon, vanish, eye=1.0):
    """Across and away, in the eye's height times a hundred, of points below the horizon; `vanish` is where the eye looks."""
    drop = np.maximum(y - horizon, 0.75)
    away = 100.0 * eye / drop
    return (x - vanish) * away / 100.0 / 100.0 * 10, away


def sown(horizon, vanish, foot, spacing, count, seed, near=1.0, far=0.03, jitter=0.12, reach=3000, seen=None):
    """Places of plants in rows that run to the vanishing point, from far to near: (x, y, scale, row); scale 1 at the foot. The rows reach
    `reach` pixels to either side of the eye, measured at the foot; what lies farther than `seen` pixels on the picture is left out."""
    random = np.random.RandomState(seed)
    scales = np.sort(far * (near / far) ** random.uniform(0, 1, count))
    rows = int(reach / spacing)
    for scale in scales:
        widest = min(rows, int(1.1 * (seen or reach) / (spacing * scale)) + 1)
        row = random.randint(-widest, widest + 1)
        yield vanish + (row + random.normal(0, jitter)) * spacing * scale, horizon + (foot - horizon) * scale, scale, row


def grove(canvas, foot, low, high, count, seed, tone, spread=None, lean=0.22):
    """A belt of trees: each a stack of leafy blobs; `foot` a row or a function of x."""
    random = np.random.RandomState(seed)
    left, right = spread or (-20, canvas.width + 20)
    for x in np.sort(random.uniform(left, right, count)):
        height = random.uniform(low, high)
        base = foot(x) if callable(foot) else foot
        canvas.line(((x, base), (x, base - height * 0.5)), max(1, height * 0.03), tone * 0.8)
        for _ in range(14):
            t = random.uniform(0.12, 1.0)
            wide = height * lean * math.sin(math.pi * min(1, t * 0.9 + 0.08)) ** 0.7
            canvas.disc(x + random.uniform(-0.6, 0.6) * wide, base - height * t, wide * random.uniform(0.4, 0.75),
                        tone * random.uniform(0.82, 1.25), 0.85, 1.25)


def poplar(canvas, x, foot, height, seed, dark=0.16, light=0.62, sun=-1):
    """新疆杨: a tall narrow crown of many leaves, lit from the side `sun`."""
    random = np.random.RandomState(seed)
    canvas.line(((x, foot), (x, foot - height * 0.9)), height * 0.016, dark)
    for _ in range(int(260 + height * 3.2)):
        t = random.uniform(0.1, 1.0)
        half = height * 0.085 * (math.sin(math.pi * (0.12 + 0.86 * t)) ** 0.55) * (1.1 - 0.35 * t)
        side = random.normal(0, 0.5)
        if abs(side) > 1.15:
            continue
        bright = 0.5 + 0.5 * np.clip(side * sun, -1, 1)
        tone = dark + (light - dark) * bright * random.uniform(0.5, 1.1)
        canvas.disc(x + side * half, foot - height * t, min(7.5, height * random.uniform(0.007, 0.014)), tone, 0.9, 1.35)


def crane(canvas, x, y, size, beat, tone):
    """灰鹤 in flight, to the right: neck and legs stretched, wings at `beat` −1 … 1."""
    canvas.pen.save()
    canvas.pen.translate(x, y)
    canvas.pen.scale(size, size)
    canvas.line(((-0.75, 0.05), (-0.2, 0.0)), 0.035, tone)
    canvas.line(((0.2, -0.02), (0.55, -0.07), (0.80, -0.10)), 0.05, tone)
    canvas.line(((0.80, -0.10), (0.95, -0.09)), 0.025, tone)
    canvas.disc(0.0, 0.0, 0.26, tone, 1.0, 0.38)
    for near, lift in ((0.0, beat), (0.07, beat * 0.8)):
        canvas.fill(((0.14 + near, -0.04), (0.05 + near, -0.38 * lift - 0.03), (-0.16 + near, -0.82 * lift), (-0.34 + near, -0.90 * lift),
                     (-0.32 + near, -0.62 * lift), (-0.24 + near, -0.30 * lift), (-0.14 + near, 0.02)), tone)
    canvas.pen.restore()


def person(canvas, x, foot, height, tone, bend=0.0, arm=0.5):
    """A small figure; `bend` how far it stoops forward (right), 0 … 1."""
    canvas.pen.save()
    canvas.pen.translate(x, foot)
    canvas.pen.scale(height, -height)
    hip, shoulder = (0.0, 0.48), (0.30 * bend, 0.80 - 0.16 * bend)
    for foot_x in (-0.09, 0.10):
        canvas.line((hip, (foot_x * 0.7, 0.24), (foot_x, 0.02)), 0.105, tone)
    canvas.line((hip, shoulder), 0.21, tone)
    hand = (shoulder[0] + 0.16 + 0.1 * bend, shoulder[1] - 0.30 * (1 - arm) - 0.12)
    canvas.line((shoulder, (shoulder[0] + 0.12, shoulder[1] - 0.17), hand), 0.075, tone)
    canvas.disc(shoulder[0] + 0.09 * bend, shoulder[1] + 0.155, 0.085, tone, 1, 1.15)
    canvas.pen.restore()


def house(c, random, x, foot, w, h, tone, lit):
    """A block of flats at night; `lit` the share of its windows."""
    c.box(x, foot - h, w, h, tone)
    c.box(x, foot - h, w * 0.12, h, tone * 1.25)
    c.box(x + w * 0.1, foot - h - 10, w * 0.3, 10, tone)
    columns, rows = max(2, int(w / 26)), int(h / 30)
    for i in range(columns):
        for j in range(rows - 1):
            on = random.uniform() < 0.34 * lit
            left, top = x + (i + 0.28) * w / columns, foot - h + 14 + j * 30
            c.box(left, top, w / columns * 0.46, 15, random.uniform(0.72, 1.0) if on else tone * 0.7)
            if on:
                c.glow(left + 6, top + 7, 26, 1, 0.25)


def stars(canvas, seed, count, foot):
    random = np.random.RandomState(seed)
    for _ in range(count):
        y = foot * random.uniform(0, 1) ** 1.2
        canvas.disc(random.uniform(0, canvas.width), y, random.uniform(0.6, 2.0), 1, random.uniform(0.3, 0.95) * (1 - y / foot))


# ---- the run of a script ----

def use_own_faces(folder):
    """Lets fontconfig see the repository's faces and no others."""
    config = pathlib.Path(folder) / "fonts.conf"
    config.write_text(f"<fontconfig><dir>{ROOT / 'fonts'}</dir><cachedir>{folder}</cachedir></fontconfig>", encoding="utf-8")
    os.environ["FONTCONFIG_FILE"] = str(config)


def draw_all(pictures, here, wanted):
    """Draws each {name: function(path)} into `here`; all of them, or those named on the command line."""
    with tempfile.TemporaryDirectory() as folder:
        use_own_faces(folder)
        for name, draw in pictures.items():
            if not wanted or name in wanted:
                draw(here / f"{name}.jpg")
