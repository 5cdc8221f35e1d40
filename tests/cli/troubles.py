"""What an editor is told of a page that does not work out: the issue of 12184 with one change each, and the code it brings about.

A new case is a new row.
"""

import json
import re
import struct
import unittest
import zlib

from contract import CONTENT, FINE, TREE, USAGE, Contract

STEP = "一二三四五六七八九十甲乙丙丁戊"
LONG = "这一段是多出来的文字，" * 12
ROW = '<p><dateline>本报讯</dateline>　记者<name>常谊谊</name>报道：'
# 留版: the story of 428 characters that has not come
PROMISED = (r'(<story id="story-3" region="right-2")>(?:.|\n)*?</story>', r'\1 expected="428字"><headline expected="26字"/></story>')

# what, the change (pattern, replacement; once), the code, the exit
CASES = [
    ("a wrong weekday", (r"星期三", "星期四"), "E0302", CONTENT),
    ("a wrong lunar date", (r"正月初八", "正月初九"), "E0303", CONTENT),
    ("a path out of the folder", (r'src="pictures/patrol', 'src="../pictures/patrol'), "E0214", CONTENT),
    ("no region", (r'id="story-4" region="right-3"', 'id="story-4"'), "E0801", CONTENT),
    ("an unknown region", (r'region="right-3"', 'region="right-33"'), "E0802", CONTENT),
    ("a region twice", (r'region="right-3"', 'region="right-2"'), "E0803", CONTENT),
    ("the region of a box", (r'region="right-3"', 'region="lead-list"'), "E0804", CONTENT),
    ("a box elsewhere", (r'id="lead-list" region="lead-list"', 'id="lead-list" region="right-3"'), "E0805", CONTENT),
    ("no place for a deck", (r'(region="right-3">)', r"\1<deck>副题</deck>"), "E0806", CONTENT),
    ("a picture in a region of text", (r'region="right-3"((?:.|\n)*)region="photo"', r'region="photo"\1region="right-3"'), "E0807", CONTENT),
    ("copy over", (ROW, ROW + LONG), "E0820", CONTENT),
    ("copy under", (r'(id="story-4"(?:.|\n)*?)<p>特别是.*</p>', r"\1"), "E0821", CONTENT),
    ("copy over, and what may go", (ROW, ROW + "<cut rank=\"1\">" + LONG[:60] + "</cut>"), "W0850", FINE),
    ("a cut with its marks left", (ROW, ROW + "<cut rank=\"1\">" + LONG[:60] + "</cut>，"), "W0851", FINE),
    ("too many cuts", (ROW, ROW + "<cut rank=\"1\">近日，</cut>" * 5), "W0852", None),
    ("an alternative headline", (r"昌吉州发展改革领域确定今年9项重点任务", "昌吉州发展改革领域确定今年9项重点任务" * 2
                                 + "<alt>昌吉州发展改革领域确定今年9项重点任务</alt>"), "W0853", FINE),
    ("a filler", (r'(id="story-4"(?:.|\n)*?)<p>特别是.*</p>((?:.|\n)*?</story>)',
                  r"\1\2<fillers><filler><p>" + "今日立春，" * 12 + "宜出门。</p></filler></fillers>"), "W0854", None),
    ("a headline too wide", (r"昌吉州发展改革领域确定今年9项重点任务", "昌吉州发展改革领域确定今年9项重点任务" * 2), "E0822", CONTENT),
    ("a headline too short", (r"<headline>昌吉州2025年十件惠民实事清单公布<", "<headline>清单公布<"), "W0823", None),
    ("too many rows", (r"<row>走访慰问活动走进昌吉市</row>", "<row>走访慰问活动</row>" * 5), "E0824", CONTENT),
    ("a last line on top of a column", (r"<p><dateline>本报讯</dateline>　记者<name>常谊谊</name>报道：.*</p>",
     "<p>" + "<lb/>".join([STEP[:13]] + [STEP] * 14 + ["大梁。"]) + "</p>"), "W0704", CONTENT),
    ("a missing picture", (r"patrol-stand-in\.jpg", "gone.jpg"), "E0215", CONTENT),
    ("a picture that is none", (r"pictures/patrol-stand-in\.jpg", "issue.xml"), "E0611", CONTENT),
    ("a picture too big", (r"patrol-stand-in\.jpg", "huge.png"), "E0613", CONTENT),
    ("a stand-in", (r"", ""), "W0620", FINE),
    ("a character without a glyph", (r"近日召开的", "近日召开的\U0003FFFD"), "E0521", CONTENT),
    ("a character from a fallback face", (r"<caption>.", "<caption>㑇"), "W0522", FINE),
    ("lost words", (r"", ""), "W0320", FINE),
    ("supplied words", (r"", ""), "W0321", FINE),
    ("conjectured words", (r"", ""), "W0322", FINE),
    ("a masthead without its strip", (r"<strip>(?:.|\n)*</strip>", ""), "W0810", None),
    ("promised copy", PROMISED, "W0270", FINE),
    ("copy longer than promised", (r'(id="story-3" region="right-2")', r'\1 expected="400字"'), "W0831", FINE),
    ("copy shorter than promised", (r'(id="story-3" region="right-2")', r'\1 expected="460字"'), "W0832", FINE),
    ("a headline other than promised", (r"<headline>(昌吉州2025)", r'<headline expected="12字">\1'), "W0272", FINE),
    ("a picture other than promised", (r'<picture id="photo"', '<picture id="photo" expected="yes" aspect="1:2"'), "W0273", FINE),
    ("an unknown template", (r'template="changji-front[@1]*"', 'template="no-such"'), "E0401", CONTENT),
    ("a version of a template that is not there", (r'template="changji-front[@1]*"', 'template="changji-front@77"'), "E0401", CONTENT),
]

# What still makes a page: what, the change, and whether a proof is written all the same. `press` and `archive` write none of these.
PAGES = [
    ("not well-formed", (r"</masthead>", ""), False),
    ("an unknown element", (r"<deck>(.*)</deck>", r"<dekc>\1</dekc>"), False),
    ("an unsafe path", (r'src="pictures/patrol', 'src="../pictures/patrol'), False),
    ("an impossible date", (r'date="2025-02-05"', 'date="2025-02-30"'), False),
    ("a weekday that is not the date's", (r"星期三", "星期四"), True),
    ("more than 200 000 characters", (ROW, ROW + "字" * 200_000), False),
    ("a missing picture", (r"patrol-stand-in\.jpg", "gone.jpg"), True),
    ("a picture that is none", (r"pictures/patrol-stand-in\.jpg", "issue.xml"), True),
    ("a picture too big", (r"patrol-stand-in\.jpg", "huge.png"), True),
    ("a character without a glyph", (r"近日召开的", "近日召开的\U0003FFFD"), True),
    ("a story without a region", (r'id="story-4" region="right-3"', 'id="story-4"'), True),
    ("copy over", (ROW, ROW + LONG), True),
    ("copy under", (r'(id="story-4"(?:.|\n)*?)<p>特别是.*</p>', r"\1"), True),
]

# `paiban lines`: the copy, its arguments, the code, the exit
LINES = [
    ("a loose line", "我们一起学习INTERNATIONALIZATION经验", ["--measure", "14em", "--indent", "0em"], "W0701", FINE),
    ("a word parted in need", "INTERNATIONALIZATION", ["--measure", "5em", "--indent", "0em"], "W0702", FINE),
    ("a character alone", "一二三四五六七", ["--measure", "6em", "--indent", "0em", "--composer", "press"], "W0703", FINE),
    ("too few lines", STEP * 4, ["--measure", "16em", "--lines", "2"], "E0705", CONTENT),
    ("too many lines", STEP * 4, ["--measure", "16em", "--lines", "40"], "E0706", CONTENT),
    ("words from right to left", "乌鲁木齐（ئۈرۈمچى شەھىرى）", ["--measure", "16em"], "E0523", CONTENT),
    ("a form that the face has not", "葛\U000E0100城", ["--measure", "16em"], "W0524", FINE),
    ("a private character", "李\uE863", ["--measure", "16em"], "E0525", CONTENT),
    ("an emoji", "好\U0001F468\u200D\U0001F469\u200D\U0001F467", ["--measure", "16em"], "U+1F468 U+200D U+1F469 U+200D U+1F467", CONTENT),
    ("an accent that the face has not", "x\u0346", ["--measure", "16em"], "E0521", CONTENT),
    ("no length", STEP, ["--measure", "wide"], "E0955", USAGE),
    ("no measure", STEP, ["--measure"], "E0951", USAGE),
    ("no such style", STEP, ["--measure", "16em", "--style", "nobody"], "E0956", USAGE),
]


def huge_png():
    """A PNG of 20 000 × 20 000 pixels, as far as its head: 1.2 GB when read."""
    def chunk(name, content):
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    head = struct.pack(">IIBBBBB", 20_000, 20_000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b""))


class ChangedIssue(Contract):
    def change(self, pattern, replacement):
        self.issue(lambda text: re.sub(pattern, replacement, text, count=1))
        (self.folder / "pictures" / "huge.png").write_bytes(huge_png())


class Troubles(ChangedIssue):
    def found(self, change):
        self.change(*change)
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

    def test_right_to_left_is_said_once_a_run(self):
        run = self.paiban("lines", "-", "--measure", "16em", stdin="“ئۈرۈمچى شەھىرى”和“سلام”".encode(), expect=CONTENT)
        said = [line for line in run.stderr.decode().split("\n") if "E0523" in line]
        self.assertEqual(len(said), 2)
        self.assertIn("ئۈرۈمچى شەھىرى", said[0])

    def test_what_cannot_be_made_up(self):
        for what, arguments, code in [("no area for it", ["--template", "changji-tabloid"], "E1201"), ("every story has its region", [], "E1202")]:
            with self.subTest(what=what):
                run = self.paiban("makeup", self.issue(), *arguments, "-o", "proposals", expect=CONTENT)
                self.assertIn(code, run.stderr.decode())
                self.assertNotIn("proposals", self.names())

    def test_a_template_out_of_the_folder(self):
        run = self.paiban("check", self.issue(), "--template", "../issues/12184", expect=CONTENT)
        self.assertIn("E0402", run.stderr.decode())

    def test_a_change_changes(self):
        text = self.folder / "issue.xml"
        self.issue()
        whole = text.read_text(encoding="utf-8")
        for what, (pattern, _), *_ in CASES + PAGES:
            self.assertTrue(re.search(pattern, whole), what)


class Pages(ChangedIssue):
    """What is written over yesterday's page."""

    def after(self, profile, *words):
        """What stands in the file when the profile has been run; nothing else may stand beside it."""
        page = self.folder / "page.pdf"
        page.write_bytes(b"yesterday")
        before = self.names()
        self.paiban("render", "issue.xml", "--profile", profile, "-o", page, *words, expect=CONTENT)
        self.assertEqual(self.names(), before)
        return page.read_bytes()

    def test_each(self):
        for what, change, proof in PAGES:
            self.change(*change)
            for profile in ("press", "archive"):
                with self.subTest(what=what, profile=profile):
                    self.assertEqual(self.after(profile), b"yesterday")
            with self.subTest(what=what):
                self.assertEqual(self.after("proof").startswith(b"%PDF-"), proof)

    def test_a_page_size_that_cannot_be(self):
        self.issue()
        data = self.folder / "data"
        (data / "templates").mkdir(parents=True)
        (data / "fonts").symlink_to(TREE / "fonts")
        front = (TREE / "templates" / "changji-front.xml").read_text(encoding="utf-8")
        (data / "templates" / "changji-front.xml").write_text(front.replace('height="550mm"', 'height="1501mm"'), encoding="utf-8")
        self.assertEqual(self.after("proof", "--data", data), b"yesterday")


if __name__ == "__main__":
    unittest.main()
