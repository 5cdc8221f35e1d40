"""The page as it goes to the press, read by other programs: its structure by qpdf, its boxes and text by Poppler, its plates by
Ghostscript, which separates CMYK without a change.
"""

import functools
import re
import shutil
import struct
import subprocess
import tempfile
import unittest
import zlib
from pathlib import Path

import program

MM = 72 / 25.4
BLEED = 3 * MM
WIDTH, HEIGHT = 390 * MM, 550 * MM
FLAVOURS = {"x4": (b"%PDF-1.6\n", "PDF/X-4"), "x1a": (b"%PDF-1.4\n", "PDF/X-1a:2003")}
INK_LIMIT = 2.40  # of the template changji-front
DPI = 72


def press(flavour):
    return program.rendered(program.ISSUE, "pdf", "--profile", "press", "--flavour", flavour)


def in_file(content):
    file = tempfile.NamedTemporaryFile(suffix=".pdf")
    file.write(content)
    file.flush()
    return file


def said_of(content, *command):
    with in_file(content) as file:
        ended = subprocess.run([*command, file.name], capture_output=True, check=False)
    return ended.returncode, (ended.stdout + ended.stderr).decode(errors="replace")


@unittest.skipUnless(shutil.which("qpdf") and shutil.which("pdfinfo"), "needs qpdf and poppler-utils")
class Structure(unittest.TestCase):
    def test_qpdf_has_nothing_to_say(self):
        for flavour, (opening, _) in FLAVOURS.items():
            with self.subTest(flavour=flavour):
                self.assertTrue(press(flavour).startswith(opening))
                code, said = said_of(press(flavour), "qpdf", "--check")
                self.assertEqual(code, 0, said)
                self.assertNotIn("WARNING", said)

    def test_the_boxes_are_the_pages(self):
        expected = {"MediaBox": (0, 0, WIDTH + 2 * BLEED, HEIGHT + 2 * BLEED), "BleedBox": (0, 0, WIDTH + 2 * BLEED, HEIGHT + 2 * BLEED),
                    "TrimBox": (BLEED, BLEED, BLEED + WIDTH, BLEED + HEIGHT)}
        for flavour in FLAVOURS:
            said = said_of(press(flavour), "pdfinfo", "-box")[1]
            for box, sides in expected.items():
                found = [float(side) for side in re.search(rf"{box}: +([\d. ]+)", said)[1].split()]
                for side, value in zip(sides, found, strict=True):
                    self.assertAlmostEqual(side, value, delta=0.01, msg=(flavour, box))

    def test_it_says_which_standard_it_keeps(self):
        for flavour, (_, name) in FLAVOURS.items():
            said = said_of(press(flavour), "pdfinfo")[1]
            self.assertIn("昌吉日报 2025-02-05", said)
            for word in (b"/GTS_PDFXVersion (" + name.encode() + b")", b"/Trapped /False", b"/S /GTS_PDFX"):
                self.assertTrue(word in press(flavour), (flavour, word))
        self.assertTrue(b"<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>" in press("x4"))

    def test_nothing_that_a_press_may_not_have(self):
        for flavour in FLAVOURS:
            for word in (b"/DeviceRGB", b"/Transparency", b"/SMask", b"/Interpolate", b"/ca ", b"/CA ", b"/Encrypt", b"/JavaScript"):
                self.assertFalse(word in press(flavour), (flavour, word))

    def test_the_same_bytes_again(self):
        again = program.run("render", program.ISSUE, "--profile", "press", "-o", "-", TZ="Asia/Tokyo", LC_ALL="C")
        self.assertEqual(again.returncode, 0)
        self.assertTrue(again.stdout == press("x4"))


def text_of(content):
    return subprocess.run(["pdftotext", "-raw", "-", "-"], input=content, capture_output=True, check=True).stdout


@unittest.skipUnless(shutil.which("pdftotext"), "needs poppler-utils")
class Text(unittest.TestCase):
    def test_it_is_the_proofs(self):
        expected = text_of(program.rendered(program.ISSUE, "pdf"))
        self.assertGreater(len(expected), 10_000)
        for flavour in FLAVOURS:
            self.assertTrue(text_of(press(flavour)) == expected, flavour)


class Separations:
    """Every pixel of a page as inks."""

    def __init__(self, content, dpi):
        self.dpi = dpi
        with in_file(content) as file:
            drawn = subprocess.run(["gs", "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=pamcmyk32", f"-r{dpi}", "-sOutputFile=-", file.name],
                                   capture_output=True, check=True).stdout
        head, self.pixels = drawn.split(b"ENDHDR\n", 1)
        self.width, self.height = (int(re.search(rf"{word} (\d+)".encode(), head)[1]) for word in ("WIDTH", "HEIGHT"))

    def row(self, left, y, width):
        """The bytes C, M, Y, K, C … of one row of pixels."""
        left, y, width = (round(side * self.dpi / 72) for side in (left, y, width))
        start = 4 * (y * self.width + left)
        return self.pixels[start:start + 4 * width]

    def inks(self, left, top, right, bottom):
        """The set of (C, M, Y, K) inside a box of the sheet, points from its upper left corner."""
        found = set()
        for row in range(round(top * self.dpi / 72), min(round(bottom * self.dpi / 72), self.height)):
            found.update(struct.iter_unpack("4s", self.row(left, row * 72 / self.dpi, right - left)))
        return {inks for (inks,) in found}


@functools.cache
def separations(flavour):
    return Separations(press(flavour), DPI)


@unittest.skipUnless(shutil.which("gs"), "needs ghostscript")
class Plates(unittest.TestCase):
    LEFT = (WIDTH - 109 * 9) / 2  # of the type area, on the trimmed page
    TOP = 30 * MM

    def inks(self, flavour, x, y, width, height):
        return separations(flavour).inks(x + BLEED, y + BLEED, x + width + BLEED, y + height + BLEED)

    def test_text_is_on_black_alone(self):
        for flavour in FLAVOURS:
            legs = 0
            for story in program.trace(program.ISSUE)["stories"]:
                for leg in story["legs"]:
                    legs += 1
                    found = self.inks(flavour, leg["x"], leg["y"], leg["width"], leg["height"])
                    self.assertEqual({inks[:3] for inks in found}, {b"\0\0\0"}, story["id"])
                    self.assertIn(255, {inks[3] for inks in found}, story["id"])
            self.assertGreater(legs, 10)

    def test_the_nameplate_is_magenta_and_yellow(self):
        for flavour in FLAVOURS:
            found = self.inks(flavour, self.LEFT, self.TOP + 2 * 12, 72 * 9, 15 * 12)
            self.assertIn(bytes((0, 255, 255, 0)), found)
            self.assertLessEqual(found, {bytes((0, 255, 255, 0)), bytes(4)})

    def test_nowhere_more_ink_than_the_paper_takes(self):
        for flavour in FLAVOURS:
            found = separations(flavour).inks(0, 0, WIDTH + 2 * BLEED, HEIGHT + 2 * BLEED)
            self.assertGreater(len(found), 100)  # the photograph's
            self.assertLessEqual(max(map(sum, found)), INK_LIMIT * 255)

    def test_the_picture_is_no_negative(self):
        """The stand-in's sky is darker than the snow below, and on black alone."""
        picture = program.trace(program.ISSUE)["pictures"][0]
        x, y, width, height = (picture[key] for key in ("x", "y", "width", "height"))
        for flavour in FLAVOURS:
            page = separations(flavour)
            sky, snow = (page.row(x + BLEED, y + BLEED + part * height, width) for part in (0.1, 0.9))
            self.assertGreater(sum(sky[3::4]), 1.5 * sum(snow[3::4]), flavour)
            self.assertEqual(sum(sky[0::4]) + sum(sky[1::4]) + sum(sky[2::4]), 0)


def png(width, height, colour_at):
    """A PNG of RGB; colour_at(x, y) of shares of its sides."""
    def chunk(kind, data):
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")
    rows = b"".join(b"\0" + bytes(part for x in range(width) for part in colour_at(x / width, y / height)) for y in range(height))
    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes((8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 1)) + chunk(b"IEND", b"")


def fields(x, y):
    """White, black, red, blue and skin in the upper half; below all saturated colours from light to dark."""
    if y < 0.5:
        return ((255, 255, 255), (0, 0, 0), (220, 20, 20), (30, 40, 160), (224, 172, 140))[int(x * 5)]
    light = 2 - 2 * y
    return tuple(int(255 * light * min(max(abs((6 * x + shift) % 6 - 3) - 1, 0), 1)) for shift in (0, 4, 2))


@unittest.skipUnless(shutil.which("gs"), "needs ghostscript")
class Picture(unittest.TestCase):
    """A picture in colour in the place of the photograph."""

    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "photo.png").write_bytes(png(972, 648, fields))
            issue = Path(folder) / "issue.xml"
            issue.write_text(re.sub(r'src="pictures/patrol-stand-in.jpg"', 'src="photo.png"', program.ISSUE.read_text(encoding="utf-8")),
                             encoding="utf-8")
            ended = program.run("render", issue, "--profile", "press", "-o", "-")
            if ended.returncode != 0:
                raise AssertionError(ended.stderr.decode(errors="replace"))
            cls.content = ended.stdout
        cls.page = Separations(cls.content, DPI)
        cls.box = program.trace(program.ISSUE)["pictures"][0]

    def field(self, number):
        """The mean (C, M, Y, K) of a field of the upper half, in per cent."""
        x, y, width, height = (self.box[key] for key in ("x", "y", "width", "height"))
        row = self.page.row(x + BLEED + (number + 0.25) * width / 5, y + BLEED + height / 4, width / 10)
        return [round(sum(row[ink::4]) / len(row[ink::4]) / 2.55) for ink in range(4)]

    def test_it_is_in_inks(self):
        self.assertTrue(b"/ColorSpace /DeviceCMYK" in self.content)
        self.assertFalse(b"/DeviceRGB" in self.content)

    def test_nowhere_more_ink_than_the_paper_takes(self):
        found = self.page.inks(0, 0, WIDTH + 2 * BLEED, HEIGHT + 2 * BLEED)
        self.assertGreater(len(found), 1000)
        self.assertLessEqual(max(map(sum, found)), INK_LIMIT * 255)

    def test_its_colours_are_right(self):
        white, black, red, blue, skin = (self.field(number) for number in range(5))
        self.assertLessEqual(max(white), 1)
        self.assertGreater(black[3], 80)
        self.assertGreater(min(red[1:3]), 75)
        self.assertLess(max(red[0], red[3]), 20)
        self.assertGreater(min(blue[:2]), 60)
        self.assertLess(blue[2], 20)
        self.assertLess(skin[3], 5)
        self.assertTrue(skin[0] < skin[1] < skin[2] + 10, skin)


if __name__ == "__main__":
    unittest.main()
