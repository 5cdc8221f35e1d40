"""The outputs, read back by other programs: text and faces of the PDF by Poppler, the SVG by libxml2, ink by Poppler's rasteriser.

White space of the text is not compared: Poppler breaks lines at squeezed marks and sees blanks in wide gaps.
"""

import itertools
import re
import shutil
import subprocess
import unittest
import xml.etree.ElementTree as ElementTree

import program


MM = 72 / 25.4
SVG, XLINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}"


def words(text):
    return "".join(text.split())


def read_by(*command, given):
    return subprocess.run(command, input=given, capture_output=True, check=True).stdout


@unittest.skipUnless(shutil.which("pdftotext"), "needs poppler-utils")
class ReadBack(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        pdf = program.rendered(program.ISSUE, "pdf")
        cls.read = words(read_by("pdftotext", "-raw", "-", "-", given=pdf).decode())
        cls.stories = program.trace(program.ISSUE)["stories"]

    def test_every_story_in_order(self):
        at = 0
        for story in self.stories:
            heads = [line["text"] for head in story["heads"] for line in head["lines"]]
            running = [line["text"] for leg in story["legs"] for line in leg["lines"]]
            text = words("".join(heads + running))
            found = self.read.find(text, at)
            self.assertGreaterEqual(found, at, story["id"])
            at = found + len(text)

    def test_nothing_is_misread(self):
        self.assertNotIn("\ufffd", self.read)
        for character in "年行了更理老力便里不量路“”—":
            self.assertIn(character, self.read)
        for first, last in [(0x2E80, 0x2FDF), (0xF900, 0xFAFF)]:  # radicals and compatibility ideographs
            self.assertFalse([c for c in self.read if first <= ord(c) <= last])

    def test_nothing_is_read_that_is_not_there(self):
        """All of the page's words, the furniture among them: so many characters, each so many times."""
        lines = program.trace(program.ISSUE)["furniture"] + [
            line for story in self.stories for part in story["heads"] + story["legs"] for line in part["lines"]]
        said = words("昌吉日报" + "".join(line["text"] for line in lines))
        self.assertEqual(sorted(self.read), sorted(said))

    def test_a_phrase_is_found_across_line_ends(self):
        written = words("".join(ElementTree.parse(program.ISSUE).getroot().itertext()))
        self.assertEqual(self.read.count("十件惠民实事"), written.count("十件惠民实事"))


@unittest.skipUnless(shutil.which("pdffonts"), "needs poppler-utils")
class Faces(unittest.TestCase):
    def test_all_embedded_subset_and_with_their_text(self):
        rows = read_by("pdffonts", "-", given=program.rendered(program.ISSUE, "pdf")).decode().splitlines()[2:]
        self.assertGreaterEqual(len(rows), 7)
        for row in rows:
            self.assertRegex(row, r"^[A-Z]{6}\+\S+ .* yes yes yes +\d+ +\d+$")


class Picture(unittest.TestCase):
    """The page as SVG: an XML reader takes it, and it shows as many glyphs as the dump."""

    def test_every_glyph_is_drawn(self):
        svg = program.rendered(program.ISSUE, "svg")
        root = ElementTree.fromstring(svg)
        self.assertEqual(root.tag, SVG + "svg")
        shapes = {shape.get("id") for shape in root.iter() if shape.get("id", "").startswith("glyph")}
        drawn = [use.get(XLINK + "href") for use in root.iter(SVG + "use")]
        glyphs = [name for name in drawn if name.startswith("#glyph")]
        self.assertLessEqual({name[1:] for name in glyphs}, shapes)
        dump = program.rendered(program.ISSUE, "dump").decode()
        self.assertEqual(len(glyphs), sum(len(re.findall(r" \d+@", line)) for line in dump.splitlines() if line.startswith("text ")))

    @unittest.skipUnless(shutil.which("xmllint"), "needs libxml2-utils")
    def test_libxml2_takes_it(self):
        read_by("xmllint", "--huge", "--noout", "-", given=program.rendered(program.ISSUE, "svg"))


@unittest.skipUnless(shutil.which("pdftoppm"), "needs poppler-utils")
class Ink(unittest.TestCase):
    """What fits by its ink, measured on the PDF as another program draws it. The type area begins 21.96 mm from the left edge."""
    DPI = 288
    PIXEL = 72 / DPI  # pt
    EM, ROW = 9, 12
    LEFT = (390 * MM - 109 * EM) / 2
    TOP = 30 * MM
    DARK = 128  # of 255: what is darker than half counts as ink
    EDGE = 0.1  # em: what a reader takes for a straight edge (typography 4)

    def inked(self, rows, margin):
        """Columns of the left zone (and `margin` em beside it) with ink in the page rows [first, last), as stretches in em."""
        x, y, width, height = (round(value / self.PIXEL) for value in (
            self.LEFT - margin * self.EM, self.TOP + (rows[0] - 1) * self.ROW, (72 + 2 * margin) * self.EM, (rows[1] - rows[0]) * self.ROW))
        drawn = read_by("pdftoppm", "-r", str(self.DPI), "-x", str(x), "-y", str(y), "-W", str(width), "-H", str(height), "-",
                        given=program.rendered(program.ISSUE, "pdf"))
        across, data = re.match(rb"P6\n(\d+) \d+\n255\n(.*)", drawn, re.DOTALL).groups()
        across, green = int(across), data[1::3]  # of black and of red alike
        dark = [min(green[column::across]) < self.DARK for column in range(across)]
        stretches = [list(run) for ink, run in itertools.groupby(range(across), key=dark.__getitem__) if ink]
        em = self.PIXEL / self.EM
        return [(run[0] * em - margin, (run[-1] + 1) * em - margin) for run in stretches]

    def assert_flush(self, stretches):
        self.assertAlmostEqual(stretches[0][0], 0, delta=self.EDGE)
        self.assertAlmostEqual(stretches[-1][1], 72, delta=self.EDGE)

    def test_the_nameplate(self):
        characters = self.inked((3, 18), margin=1)
        self.assertEqual(len(characters), 4)
        self.assert_flush(characters)
        gaps = [after[0] - before[1] for before, after in itertools.pairwise(characters)]
        for gap in gaps:
            self.assertAlmostEqual(gap, gaps[0], delta=self.EDGE)

    def test_the_lead_headline(self):
        self.assert_flush(self.inked((24, 27), margin=1))


if __name__ == "__main__":
    unittest.main()
