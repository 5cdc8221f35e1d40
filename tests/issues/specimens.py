"""The specimens of templates/specimens: each is rendered and compared with the picture beside it, and what it shows is measured.

With PAIBAN_UPDATE set, the pictures are written instead of compared: look at them.
"""

import os
import shutil
import subprocess
import unittest

import program

FOLDER = program.TREE / "templates" / "specimens"
LARGEST = 20 * 1024  # so that a reviewer looks at it
EM = 12.0


def lines(name):
    leg, = program.trace(FOLDER / f"{name}.xml")["stories"][0]["legs"]
    return leg["x"], leg["width"], leg["lines"]


class Pictures(unittest.TestCase):
    def test_every_specimen_looks_as_it_did(self):
        specimens = sorted(FOLDER.glob("*.xml"))
        self.assertGreater(len(specimens), 10)
        words = (FOLDER / "README.md").read_text(encoding="utf-8")
        for specimen in specimens:
            with self.subTest(specimen=specimen.name):
                ended = program.run("render", specimen, "--format", "png", "--dpi", "130", "-o", "-")
                self.assertEqual((ended.returncode, ended.stderr), (0, b""))
                picture = specimen.with_suffix(".png")
                if "PAIBAN_UPDATE" in os.environ:
                    picture.write_bytes(ended.stdout)
                self.assertTrue(ended.stdout == picture.read_bytes(), "the picture is another one")
                self.assertLessEqual(len(ended.stdout), LARGEST)
                self.assertIn(f"]({picture.name})", words)


class Shown(unittest.TestCase):
    def test_f2_single_lines(self):
        x, width, rows = lines("single-lines")
        start, centre, end, *spread = rows
        self.assertAlmostEqual(start["x"], x, places=3)
        self.assertAlmostEqual(centre["x"] + centre["set"] / 2, x + width / 2, places=3)
        self.assertAlmostEqual(end["x"] + end["set"], x + width, places=3)
        for row in spread:
            self.assertAlmostEqual(row["x"], x, places=3)
            self.assertAlmostEqual(row["set"], width, places=3)
            glyphs = row["glyphs"]
            steps = [b["x"] - a["x"] for a, b in zip(glyphs, glyphs[1:])]
            self.assertLess(max(steps) - min(steps), 0.01)
            self.assertAlmostEqual(glyphs[-1]["x"] + EM, x + width, delta=0.01)

    def test_f5_every_line_but_the_first(self):
        x, width, rows = lines("indents")
        starts = [round((row["x"] - x) / EM, 3) for row in rows if row["style"] == "question"]
        self.assertEqual(starts, [0, 2, 2, 0])

    def test_f5_names_of_equal_width(self):
        x, _, rows = lines("speakers")
        for row in rows:
            glyphs = row["glyphs"]
            begins = next((at["x"] for sign, at in zip(glyphs, glyphs[1:]) if sign["char"] == "："), row["x"])
            self.assertAlmostEqual(begins, x + 4 * EM, delta=0.1 * EM)  # lines are justified, their places a little open

    def test_f6_margins_on_both_sides(self):
        x, width, rows = lines("indents")
        first, *rest = [row for row in rows if row["style"] == "quotation"]
        self.assertAlmostEqual(first["x"], x + 4 * EM, places=3)
        self.assertAlmostEqual(first["x"] + first["set"], x + width - 2 * EM, places=3)
        for row in rest:
            self.assertAlmostEqual(row["x"], x + 2 * EM, places=3)
        pitches = [below["baseline"] - above["baseline"] for above, below in zip([first, *rest], rest)]
        self.assertEqual([round(pitch, 3) for pitch in pitches], [16] * len(rest))

    def test_w10_the_mark_stands_outside(self):
        x, width, rows = lines("hanging")
        last = rows[0]["glyphs"][-1]
        self.assertEqual(last["char"], "，")
        self.assertAlmostEqual(last["x"], x + width, delta=0.01)

    @unittest.skipUnless(shutil.which("pdftotext"), "needs poppler-utils")
    def test_g8_names_are_found(self):
        pdf = program.rendered(FOLDER / "names.xml", "pdf")
        read = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
        for name in ("何龙摄", "喻兰摄", "杨鹤摄", "何龙、常谊谊、喻兰摄"):
            self.assertIn(name, read)


if __name__ == "__main__":
    unittest.main()
