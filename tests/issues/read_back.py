"""The PDF's text, read back by another program: every word, story by story, in reading order. White space is not compared:
Poppler breaks lines at squeezed marks and sees blanks in wide gaps."""

import json
import shutil
import subprocess
import unittest

import program


def words(text):
    return "".join(text.split())


@unittest.skipUnless(shutil.which("pdftotext"), "needs poppler-utils")
class ReadBack(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        pdf = program.rendered(program.ISSUE, "pdf")
        run = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
        cls.read = words(run.stdout.decode())
        cls.stories = json.loads(program.rendered(program.ISSUE, "trace"))["pages"][0]["stories"]

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


if __name__ == "__main__":
    unittest.main()
