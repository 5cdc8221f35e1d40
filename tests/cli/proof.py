"""Proofs on paper and for a phone: everything that is on the page is on them, and they say which page they are of."""

import hashlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from program import ISSUE, run, trace  # noqa: E402

EIGHT_PAGES = ISSUE.parents[1] / "samples" / "eight-pages" / "issue.xml"
MM = 72 / 25.4
SLUG = "昌吉日报2025-02-05第12184期一版" + "二校" + hashlib.sha256(ISSUE.read_bytes()).hexdigest()[:10] + "23:40"


def bare(text):
    return re.sub(r"\s", "", text)


class Proofs(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="paiban-proof-"))
        self.addCleanup(shutil.rmtree, self.folder, True)

    def proof(self, sheet, issue=ISSUE, name="proof", *words, expect=0):
        target = self.folder / name
        ended = run("proof", issue, "--sheet", sheet, "--revision", "二校", "--time", "23:40", "-o", target, *words)
        self.assertEqual(ended.returncode, expect, ended.stderr.decode())
        return target

    def tool(self, *words):
        return subprocess.run(list(map(str, words)), capture_output=True, check=True).stdout.decode()

    def sizes(self, pdf):
        """Of every page, in millimetres."""
        found = re.findall(r"Page +\d+ size: +([\d.]+) x ([\d.]+)", self.tool("pdfinfo", "-f", "1", "-l", "99", pdf))
        return [(round(float(width) / MM), round(float(height) / MM)) for width, height in found]

    def test_the_large_proof_is_a_sheet_of_a3(self):
        pdf = self.proof("a3")
        self.assertEqual(self.sizes(pdf), [(297, 420)])
        text = bare(self.tool("pdftotext", "-raw", pdf, "-"))
        self.assertIn(SLUG, text)
        self.assertIn("72.", text, "how much it is reduced")

    def test_the_page_at_its_own_size_has_marks_around_it(self):
        pdf = self.proof("page")
        self.assertEqual(self.sizes(pdf), [(410, 577)])  # 390 × 550, marks on all sides, the slug below
        plain = self.proof("page", ISSUE, "plain", "--plain")
        self.assertLess(plain.stat().st_size, pdf.stat().st_size, "line numbers take something")

    def test_sheets_of_a4_cover_the_page_with_their_overlap(self):
        sizes = self.sizes(self.proof("a4"))
        self.assertEqual(set(sizes), {(210, 297)})
        self.assertEqual(len(sizes), 9)

    def test_galleys_hold_every_line_of_the_page(self):
        text = bare(self.tool("pdftotext", "-raw", self.proof("galley"), "-"))
        lines = 0
        for story in trace(ISSUE)["stories"]:
            for leg in story["legs"]:
                for line in leg["lines"]:
                    # Poppler sees a blank or a new line where a squeezed mark overlaps: the words before the first mark will do.
                    words = re.match(r"\w*", bare(line["text"])).group()
                    self.assertIn(words, text, line["text"])
                    lines += 1
        self.assertEqual(lines, 296)
        self.assertIn("一版头条52行，满", text)

    def test_all_pages_are_on_the_contact_sheet(self):
        pdf = self.proof("contact", EIGHT_PAGES, expect=1)  # its stories have no places yet
        self.assertEqual(self.sizes(pdf), [(297, 210)])
        text = bare(self.tool("pdftotext", "-raw", pdf, "-"))
        for number in "一二三四五六七八":
            self.assertIn(number + "版", text)

    def test_a_phone_needs_nothing_else(self):
        html = self.proof("html", ISSUE, "proof.html").read_text(encoding="utf-8")
        self.assertNotRegex(html, r"(src|href)=\"(?!data:|#)", "nothing from elsewhere")
        self.assertNotIn("<script", html)
        self.assertIn("default-src 'none'", html)
        self.assertIn("昌吉州2025年十件惠民实事清单公布", html)
        self.assertEqual(html.count("<li>"), sum(len(leg["lines"]) for story in trace(ISSUE)["stories"] for leg in story["legs"]))
        self.assertEqual(html.count("data:image/png"), 1)

    def test_the_same_proof_has_the_same_bytes(self):
        for sheet in ("a3", "galley", "html"):
            self.assertEqual(self.proof(sheet, ISSUE, "one").read_bytes(), self.proof(sheet, ISSUE, "two").read_bytes(), sheet)

    def test_unfinished_pages_have_proofs_too(self):
        text = ISSUE.read_text(encoding="utf-8").replace(' region="right-2"', "", 1)
        shutil.copytree(ISSUE.parent / "pictures", self.folder / "pictures")
        (self.folder / "issue.xml").write_text(text, encoding="utf-8")
        ended = run("proof", self.folder / "issue.xml", "-o", self.folder / "proof.pdf")
        self.assertEqual(ended.returncode, 1)
        self.assertTrue((self.folder / "proof.pdf").is_file())


if __name__ == "__main__":
    unittest.main()
