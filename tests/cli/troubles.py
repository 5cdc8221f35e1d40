"""What an editor is told of a page that does not work out: the issue of 12184 with one change each, and the code it brings about.

A new case is a new row.
"""

import json
import re
import unittest

from contract import CONTENT, FINE, USAGE, Contract

STEP = "一二三四五六七八九十甲乙丙丁戊"
LONG = "这一段是多出来的文字，" * 12
ROW = '<p><dateline>本报讯</dateline>　记者<name>常谊谊</name>报道：'

# what, the change (pattern, replacement; once), the code, the exit
CASES = [
    ("no region", (r'id="story-4" region="right-3"', 'id="story-4"'), "E0801", CONTENT),
    ("an unknown region", (r'region="right-3"', 'region="right-33"'), "E0802", CONTENT),
    ("a region twice", (r'region="right-3"', 'region="right-2"'), "E0803", CONTENT),
    ("the region of a box", (r'region="right-3"', 'region="lead-list"'), "E0804", CONTENT),
    ("a box elsewhere", (r'id="lead-list" region="lead-list"', 'id="lead-list" region="right-3"'), "E0805", CONTENT),
    ("no place for a deck", (r'(region="right-3">)', r"\1<deck>副题</deck>"), "E0806", CONTENT),
    ("a picture in a region of text", (r'region="right-3"((?:.|\n)*)region="photo"', r'region="photo"\1region="right-3"'), "E0807", CONTENT),
    ("copy over", (ROW, ROW + LONG), "E0820", CONTENT),
    ("copy under", (r'(id="story-4"(?:.|\n)*?)<p>特别是.*</p>', r"\1"), "E0821", CONTENT),
    ("a headline too wide", (r"昌吉州发展改革领域确定今年9项重点任务", "昌吉州发展改革领域确定今年9项重点任务" * 2), "E0822", CONTENT),
    ("a headline too short", (r"<headline>昌吉州2025年十件惠民实事清单公布<", "<headline>清单公布<"), "W0823", None),
    ("too many rows", (r"<row>走访慰问活动走进昌吉市</row>", "<row>走访慰问活动</row>" * 5), "E0824", CONTENT),
    ("a last line on top of a column", (r"<p><dateline>本报讯</dateline>　记者<name>常谊谊</name>报道：.*</p>",
     "<p>" + "<lb/>".join([STEP[:13]] + [STEP] * 14 + ["大梁。"]) + "</p>"), "W0704", CONTENT),
    ("a missing picture", (r"patrol-stand-in\.jpg", "gone.jpg"), "E0215", CONTENT),
    ("a picture that is none", (r"pictures/patrol-stand-in\.jpg", "issue.xml"), "E0611", CONTENT),
    ("a stand-in", (r"", ""), "W0620", FINE),
    ("a character without a glyph", (r"近日召开的", "近日召开的\U0003FFFD"), "E0521", CONTENT),
    ("a masthead without its strip", (r"<strip>(?:.|\n)*</strip>", ""), "W0810", None),
    ("an unknown template", (r'template="changji-front"', 'template="no-such"'), "E0401", CONTENT),
]

# `paiban lines`: the copy, its arguments, the code, the exit
LINES = [
    ("a loose line", "我们一起学习internationalization经验", ["--measure", "14em", "--indent", "0em"], "W0701", FINE),
    ("a word parted in need", "internationalization", ["--measure", "5em", "--indent", "0em"], "W0702", FINE),
    ("a character alone", "一二三四五六七", ["--measure", "6em", "--indent", "0em", "--composer", "press"], "W0703", FINE),
    ("too few lines", STEP * 4, ["--measure", "16em", "--lines", "2"], "E0705", CONTENT),
    ("too many lines", STEP * 4, ["--measure", "16em", "--lines", "40"], "E0706", CONTENT),
    ("no length", STEP, ["--measure", "wide"], "E0955", USAGE),
    ("no measure", STEP, ["--measure"], "E0951", USAGE),
    ("no such style", STEP, ["--measure", "16em", "--style", "nobody"], "E0956", USAGE),
]


class Troubles(Contract):
    def found(self, change):
        self.issue(lambda text: re.sub(change[0], change[1], text, count=1))
        run = self.paiban("check", "issue.xml", "--json")
        return run.returncode, json.loads(run.stdout)["diagnostics"]

    def test_each(self):
        for what, change, code, exit_code in CASES:
            with self.subTest(what=what):
                ended, rows = self.found(change)
                hits = [row for row in rows if row["code"] == code]
                self.assertTrue(hits, [(row["code"], row["message"]) for row in rows])
                for row in hits:
                    self.assertTrue(row["hint"] and row["message"])
                    self.assertEqual(row["severity"], "warning" if code.startswith("W") else "error")
                if code != "E0401":  # of the issue, but no place of it
                    self.assertTrue(hits[0]["file"].endswith("issue.xml") and hits[0]["line"] > 1, hits[0])
                if exit_code is not None:
                    self.assertEqual(ended, exit_code)

    def test_lines(self):
        for what, copy, arguments, code, exit_code in LINES:
            with self.subTest(what=what):
                run = self.paiban("lines", "-", *arguments, stdin=copy.encode())
                self.assertIn(code, run.stderr.decode())
                self.assertEqual(run.returncode, exit_code)

    def test_a_template_out_of_the_folder(self):
        run = self.paiban("check", self.issue(), "--template", "../issues/12184", expect=CONTENT)
        self.assertIn("E0402", run.stderr.decode())

    def test_a_change_changes(self):
        text = self.folder / "issue.xml"
        self.issue()
        whole = text.read_text(encoding="utf-8")
        for what, (pattern, _), _, _ in CASES:
            self.assertTrue(re.search(pattern, whole), what)


if __name__ == "__main__":
    unittest.main()
