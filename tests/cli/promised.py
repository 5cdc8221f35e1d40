"""留版: promised copy that has not come makes a proof, and nothing else."""

import json
import shutil
import subprocess

from contract import CONTENT, FINE
from troubles import PROMISED, ChangedIssue

# Of the stand-ins' words, such as none may be found in a file.
STAND_IN = ["预留", "预 留", "此处为", "等候"]


class Promised(ChangedIssue):
    def setUp(self):
        super().setUp()
        self.change(*PROMISED)

    def trace(self):
        run = self.paiban("render", "issue.xml", "--format", "trace", "-o", "-", expect=FINE)
        for word in STAND_IN:
            self.assertNotIn(word, run.stdout.decode())
        return json.loads(run.stdout)["pages"][0]

    def test_a_proof_is_written(self):
        run = self.paiban("render", "issue.xml", "-o", "page.pdf", expect=FINE)
        self.assertEqual(run.stderr.decode().count("warning W0270"), 2)
        self.assertIn("page.pdf", self.names())

    def test_nothing_else_is(self):
        for profile in ("press", "archive"):
            for command in (["render", "-o", "page.pdf"], ["check"]):
                with self.subTest(profile=profile, command=command):
                    run = self.paiban(*command, "issue.xml", "--profile", profile, expect=CONTENT)
                    self.assertEqual(run.stderr.decode().count("error E0271"), 2)
                    self.assertNotIn("page.pdf", self.names())

    def test_who_reads_the_file_finds_the_label(self):
        if shutil.which("pdftotext") is None:
            self.skipTest("no pdftotext here")
        self.paiban("render", "issue.xml", "-o", "page.pdf", expect=FINE)
        text = subprocess.run(["pdftotext", "page.pdf", "-"], cwd=self.folder, capture_output=True, check=True).stdout.decode()
        self.assertIn("留版428字", text.replace(" ", ""))
        for word in STAND_IN:
            self.assertNotIn(word, text)

    def test_the_trace_marks_it(self):
        story = next(each for each in self.trace()["stories"] if each["id"] == "story-3")
        self.assertTrue(story["promised"])
        lines = [line for leg in story["legs"] for line in leg["lines"]] + [line for head in story["heads"] for line in head["lines"]]
        self.assertGreater(len(lines), 20)
        for line in lines:
            self.assertEqual((line["promised"], line["text"], line["glyphs"]), (True, "", []))
            self.assertGreater(line["set"], 0)

    def test_the_fit_counts_it(self):
        run = self.paiban("fit", "issue.xml", "--json", expect=FINE)
        story = next(each for each in json.loads(run.stdout)["pages"][0]["stories"] if each["id"] == "story-3")
        self.assertEqual((story["promised"], story["expected"], story["over"]), (True, 428, 0))
        self.assertEqual(story["heads"][0]["rows"], ["", ""])
        self.assertTrue(story["heads"][0]["promised"])

    def test_copy_that_came_is_compared(self):
        self.change(r'(id="story-3" region="right-2")', r'\1 expected="400字"')
        run = self.paiban("check", "issue.xml", expect=FINE)
        self.assertIn("promised 400 characters, came 428: 3 lines more", run.stderr.decode())
        run = self.paiban("--lang", "zh", "check", "issue.xml", expect=FINE)
        self.assertIn("留版 400 字，来稿 428 字：多 3 行", run.stderr.decode())
        run = self.paiban("fit", "issue.xml", "--json", expect=FINE)
        story = next(each for each in json.loads(run.stdout)["pages"][0]["stories"] if each["id"] == "story-3")
        self.assertEqual((story["promised"], story["came"], story["lines_more"]), (False, 428, 3))
        self.paiban("render", "issue.xml", "--profile", "press", "-o", "page.pdf", expect=FINE)
