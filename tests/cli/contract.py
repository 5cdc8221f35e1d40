"""The command's contract: names, exits, shapes. Run by ctest with PAIBAN naming the program."""

import json
import os
import re
import resource
import shutil
import stat
import subprocess
import tempfile
import unittest
from pathlib import Path

PAIBAN = os.environ["PAIBAN"]
TREE = Path(__file__).resolve().parents[2]
ISSUE = TREE / "issues" / "12184" / "issue.xml"

FINE, CONTENT, USAGE, FILE = 0, 1, 2, 3
COMMANDS = ["render", "lines", "fit", "check", "makeup", "archive", "edition", "deliver", "seal", "new", "fonts"]
DIAGNOSTIC = re.compile(r"^(?:[^\n:]+(?::\d+:\d+)?: )?(?:error E|warning W)\d{4}: \S", re.MULTILINE)


class Contract(unittest.TestCase):
    """A folder of its own for every test, as the current one."""

    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = Path(holder.name)

    def paiban(self, *words, stdin=b"", expect=None, **environment):
        clean = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "PAIBAN"))}
        run = subprocess.run([PAIBAN, *map(str, words)], input=stdin, capture_output=True, cwd=self.folder,
                             env=clean | environment, timeout=120, check=False)
        if expect is not None:
            self.assertEqual(run.returncode, expect, f"{words}\n{run.stderr.decode(errors='replace')[:3000]}")
        return run

    def issue(self, change=lambda text: text, name="issue.xml"):
        """The issue of 12184 in this test's folder, changed, with its pictures."""
        (self.folder / name).write_text(change(ISSUE.read_text(encoding="utf-8")), encoding="utf-8")
        pictures = self.folder / "pictures"
        if not pictures.exists():
            shutil.copytree(ISSUE.parent / "pictures", pictures)
        return name

    def names(self):
        return sorted(p.name for p in self.folder.iterdir() if p.name != "pictures")


def broken(text):
    return text.replace("</masthead>", "", 1)


def without_picture(text):
    return re.sub(r'src="pictures/[^"]*\.(jpg|png)"', 'src="pictures/gone.jpg"', text)


class Help(Contract):
    def test_every_command_shows_an_example(self):
        for command in COMMANDS:
            with self.subTest(command=command):
                text = self.paiban(command, "--help", expect=FINE).stdout.decode()
                self.assertIn(f"paiban {command} ", text.split("Example:")[1])

    def test_the_program_names_its_commands(self):
        text = self.paiban("--help", expect=FINE).stdout.decode()
        for command in COMMANDS:
            self.assertRegex(text, rf"\n  {command} ")
        self.assertIn("Example:", text)

    def test_version(self):
        self.assertRegex(self.paiban("--version", expect=FINE).stdout.decode(), r"^paiban \d+\.\d+\.\d+\n$")


class Usage(Contract):
    def test_wrong_lines(self):
        for words in ([], ["nothing"], ["render"], ["render", ISSUE, "--no-such-option"], ["render", ISSUE, "--format", "doc"],
                      ["render", ISSUE, "--page", "0"], ["render", ISSUE, "--dpi", "x"], ["lines", "--measure", "ten"],
                      ["lines", "--measure", "-3em"], ["check", ISSUE, "--profile", "loose"], ["--lang", "de", "fonts"],
                      ["new", "2025-02-30"], ["new", "yesterday"], ["render", ISSUE, "one too many"]):
            with self.subTest(words=words):
                run = self.paiban(*words, expect=USAGE)
                self.assertEqual(run.stdout, b"")
                self.assertRegex(run.stderr.decode(), r"error E095[15]: .*\n  hint: ")
        self.assertEqual(self.names(), [])

    def test_a_style_that_is_not_there(self):
        self.assertIn("E0956", self.paiban("lines", "--measure", "9em", "--style", "none-such", expect=USAGE).stderr.decode())

    def test_a_page_that_is_not_there(self):
        run = self.paiban("render", ISSUE, "--page", 7, expect=USAGE)
        self.assertIn("E0952", run.stderr.decode())
        self.assertEqual(self.names(), [])


class Languages(Contract):
    def test_by_locale_and_by_option(self):
        for words, environment, chinese in (([], {}, False), ([], {"LANG": "zh_CN.UTF-8"}, True),
                                            (["--lang", "en"], {"LC_ALL": "zh_CN"}, False), (["--lang=zh"], {"LANG": "C"}, True)):
            with self.subTest(words=words, environment=environment):
                said = self.paiban(*words, "check", "gone.xml", expect=FILE, **environment).stderr.decode()
                self.assertEqual("无法读取" in said, chinese)
                self.assertIn("E0901", said)

    def test_help(self):
        self.assertIn("示例：", self.paiban("render", "--help", expect=FINE, LANG="zh_CN.UTF-8").stdout.decode())


class Render(Contract):
    def test_a_pdf_beside_nothing_else(self):
        self.issue()
        run = self.paiban("render", "issue.xml", expect=FINE)
        self.assertEqual(run.stdout, b"")
        self.assertEqual(self.names(), ["issue.pdf", "issue.xml"])
        self.assertTrue((self.folder / "issue.pdf").read_bytes().startswith(b"%PDF-"))

    def test_formats(self):
        for name, start in (("a.pdf", b"%PDF-"), ("a.png", b"\x89PNG"), ("a.svg", b"<?xml"), ("a.dump", b"page 1 "), ("a.json", b"{")):
            with self.subTest(name=name):
                self.paiban("render", ISSUE, "-o", name, "--dpi", 20, expect=FINE)
                self.assertTrue((self.folder / name).read_bytes().startswith(start))
        self.paiban("render", ISSUE, "-o", "odd", "--format", "png", "--dpi", 20, expect=FINE)
        self.assertTrue((self.folder / "odd").read_bytes().startswith(b"\x89PNG"))

    def test_trace_keys(self):
        trace = json.loads(self.paiban("render", ISSUE, "--format", "trace", "-o", "-", expect=FINE).stdout)
        self.assertEqual((trace["issue"], trace["date"], trace["unit"]), ("12184", "2025-02-05", "pt"))
        page = trace["pages"][0]
        self.assertLessEqual({"number", "width", "height", "pitch", "stories", "pictures", "rules"}, set(page))
        line = page["stories"][0]["legs"][0]["lines"][0]
        self.assertLessEqual({"baseline", "x", "measure", "size", "text", "source", "glyphs"}, set(line))
        self.assertLessEqual({"char", "class", "x", "advance", "face"}, set(line["glyphs"][0]))

    def test_standard_input_and_output(self):
        pdf = self.paiban("render", ISSUE, "-o", "-", expect=FINE).stdout
        self.assertTrue(pdf.startswith(b"%PDF-"))
        self.issue()
        self.paiban("render", "issue.xml", expect=FINE)
        self.assertEqual(pdf, (self.folder / "issue.pdf").read_bytes())
        # From standard input pictures are looked for in the current folder.
        piped = self.paiban("render", "-", stdin=(self.folder / "issue.xml").read_bytes(), expect=FINE)
        self.assertEqual(piped.stdout, pdf)

    def test_pages_with_structures_of_their_own(self):
        """Layouts are read after the template is known, standard input once."""
        sheets = TREE / "tests" / "golden" / "sheets" / "three-pages.xml"
        words = ("--data", TREE / "tests" / "data", "--format", "dump", "-o", "-")
        dump = self.paiban("render", sheets, *words).stdout
        self.assertEqual(dump, sheets.with_suffix(".dump").read_bytes())
        self.assertEqual(self.paiban("render", "-", *words, stdin=sheets.read_bytes()).stdout, dump)
        third = self.paiban("render", sheets, *words, "--page", 3).stdout
        self.assertTrue(third.startswith(b"page 3 ") and dump.endswith(third))

    def test_several_pages(self):
        name = self.issue(lambda text: text.replace('<page number="2"', '<page number="9"').replace(
            "</issue>", '<page number="2"><story id="more" region="story-3"><headline>二版</headline><p>正文。</p></story></page></issue>'))
        text = (self.folder / name).read_text(encoding="utf-8")
        (self.folder / name).write_text(re.sub(r'<page number="9"[^>]*/>', "", text), encoding="utf-8")
        run = self.paiban("render", name, "--format", "png", "--dpi", 20, "-o", "one.png")
        self.assertEqual(run.returncode, USAGE)
        self.assertIn("E0953", run.stderr.decode())
        self.assertEqual(self.names(), [name])
        self.paiban("render", name, "--dpi", 20, "-o", "p-%d.png")
        self.assertEqual(self.names(), [name, "p-1.png", "p-2.png"])
        self.paiban("render", name, "--format", "svg")
        self.paiban("render", name, "--format", "svg", "--page", 2, "-o", "second.svg")
        self.assertEqual((self.folder / "issue-2.svg").read_bytes(), (self.folder / "second.svg").read_bytes())

    def test_no_such_issue(self):
        run = self.paiban("render", "gone.xml", expect=FILE)
        self.assertRegex(run.stderr.decode(), r"error E0901: .*gone\.xml")
        self.assertEqual(self.names(), [])

    def test_a_folder_is_no_issue(self):
        self.paiban("render", self.folder, expect=FILE)

    def test_unwritable(self):
        self.assertIn("E0902", self.paiban("render", ISSUE, "-o", "no/such/folder/a.pdf", expect=FILE).stderr.decode())
        self.paiban("render", ISSUE, "-o", "/dev/full", "--format", "pdf", expect=FILE)
        self.paiban("render", ISSUE, "-o", "/proc/page.pdf", expect=FILE)  # refused to root too

    def test_no_space_for_the_file(self):
        old = self.folder / "page.pdf"
        old.write_bytes(b"old")

        def limit():  # no file may grow beyond 64 KiB
            resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))

        # restore_signals: Python ignores SIGXFSZ, and so does the program then; the write itself fails.
        run = subprocess.run([PAIBAN, "render", str(ISSUE), "-o", str(old)], capture_output=True, preexec_fn=limit,
                             restore_signals=False, timeout=120, check=False)
        self.assertEqual(run.returncode, FILE)
        self.assertIn("E0902", run.stderr.decode())
        self.assertEqual((self.names(), old.read_bytes()), (["page.pdf"], b"old"))

    def test_a_full_pipe_is_no_success(self):
        with open("/dev/full", "wb") as full:
            run = subprocess.run([PAIBAN, "render", str(ISSUE), "-o", "-"], stdout=full, stderr=subprocess.PIPE, check=False)
        self.assertEqual(run.returncode, FILE)

    def test_an_old_file_outlives_trouble(self):
        self.issue(broken)
        (self.folder / "issue.pdf").write_bytes(b"old")
        self.paiban("render", "issue.xml", expect=CONTENT)
        self.assertEqual((self.folder / "issue.pdf").read_bytes(), b"old")
        self.assertEqual(self.names(), ["issue.pdf", "issue.xml"])

    @unittest.skipIf(os.geteuid() == 0, "root may write anywhere")
    def test_a_folder_without_permission(self):
        self.issue()
        (self.folder / "issue.pdf").write_bytes(b"old")
        self.folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
        self.addCleanup(self.folder.chmod, 0o700)
        self.paiban("render", "issue.xml", expect=FILE)
        self.assertEqual((self.folder / "issue.pdf").read_bytes(), b"old")

    def test_the_same_bytes_anywhere(self):
        first = self.paiban("render", ISSUE, "-o", "-", expect=FINE).stdout
        for environment in ({"TZ": "Asia/Shanghai"}, {"LC_ALL": "de_DE.UTF-8"}, {"HOME": "/nonexistent"}):
            with self.subTest(environment=environment):
                self.assertEqual(self.paiban("render", ISSUE, "-o", "-", "--lang", "en", expect=FINE, **environment).stdout, first)

    def test_no_progress_without_a_terminal(self):
        run = self.paiban("render", ISSUE, "-o", "a.pdf", expect=FINE)
        for line in run.stderr.decode().splitlines():
            self.assertTrue(DIAGNOSTIC.match(line) or line.startswith("  "), line)


class Profiles(Contract):
    """What still makes a page."""

    def test_broken(self):
        self.issue(broken)
        for profile in ("proof", "press", "archive"):
            run = self.paiban("render", "issue.xml", "--profile", profile, expect=CONTENT)
            self.assertRegex(run.stderr.decode(), r"issue\.xml:\d+:\d+: error E01\d\d: ")
        self.assertEqual(self.names(), ["issue.xml"])

    def test_unfinished(self):
        self.issue(without_picture)
        for profile, written in (("press", False), ("archive", False), ("proof", True)):
            self.paiban("render", "issue.xml", "--profile", profile, expect=CONTENT)
            self.assertEqual((self.folder / "issue.pdf").exists(), written, profile)

    def test_warnings(self):
        self.paiban("render", ISSUE, "-o", "a.pdf", expect=FINE)
        self.paiban("render", ISSUE, "-o", "b.pdf", "--strict", expect=CONTENT)
        self.assertEqual((self.folder / "a.pdf").read_bytes(), (self.folder / "b.pdf").read_bytes())
        self.paiban("render", ISSUE, "-o", "c.pdf", "--profile", "press", expect=FINE)


class Check(Contract):
    KEYS = ["code", "severity", "file", "line", "column", "message", "hint", "story", "place"]

    def test_text(self):
        run = self.paiban("check", ISSUE, expect=FINE)
        self.assertEqual(run.stdout, b"")
        self.assertRegex(run.stderr.decode(), DIAGNOSTIC)
        self.assertNotIn("error E", run.stderr.decode())
        self.paiban("check", ISSUE, "--strict", expect=CONTENT)
        self.assertEqual(self.names(), [])

    def test_make_up_is_what_stands_there(self):
        shutil.copytree(TREE / "templates", self.folder / "data" / "templates")
        (self.folder / "data" / "fonts").symlink_to(TREE / "fonts")
        design = self.folder / "data" / "templates" / "changji-front.xml"
        whole = design.read_text(encoding="utf-8")
        between_zones = '<rule weight="hairline" x="73.5em" at="1+1.5pt" until="97-1.5pt"/>'
        self.assertIn(between_zones, whole)
        design.write_text(whole.replace(between_zones, ""), encoding="utf-8")
        self.assertEqual([code for code, _ in self.taboos(ISSUE, "--data", "data", expect=FINE)], ["W1120"])

    def taboos(self, *words, expect):
        rows = json.loads(self.paiban("check", *words, "--json", expect=expect).stdout)["diagnostics"]
        return [(row["code"], row["message"]) for row in rows if row["code"][1:3] == "11"]

    def test_make_up(self):
        for template in "changji-front", "changji-tabloid":
            self.assertEqual(self.taboos(ISSUE, "--template", template, expect=FINE), [])
        self.assertEqual(self.taboos(ISSUE.parent / "as-printed.xml", expect=FINE), [])
        data = TREE / "tests" / "data"
        side_by_side = TREE / "tests" / "golden" / "kinds" / "kinds.xml"
        found = self.taboos(side_by_side, "--data", data, "--lang", "zh", expect=CONTENT)
        self.assertEqual([code for code, _ in found], ["E1101"] * 3 + ["W1120"] * 4)
        self.assertEqual(found[0][1], "碰题：“报眼”与“导读”的标题在第 1 行左右并排，中间没有隔断")
        self.assertNotIn("E1101", self.paiban("render", side_by_side, "--data", data, "-o", "a.pdf").stderr.decode())

    def test_json(self):
        self.issue(broken)
        for words, exit_code, severity in ((["issue.xml"], CONTENT, "error"), ([ISSUE], FINE, "warning")):
            run = self.paiban("check", *words, "--json", expect=exit_code)
            self.assertEqual(run.stderr, b"")
            found = json.loads(run.stdout)["diagnostics"]
            self.assertIn(severity, {row["severity"] for row in found})
            for row in found:
                self.assertEqual(list(row), self.KEYS)
                self.assertRegex(row["code"], r"^[EW]\d{4}$")
                self.assertIsInstance(row["line"], int)

    def test_words_beside_the_issue(self):
        self.issue(lambda text: text)
        before = self.paiban("check", "issue.xml", "--lang", "zh", expect=FINE).stderr.decode()
        self.assertNotIn("W10", before)
        (self.folder / "terms.xml").write_text('<terms xmlns="urn:paiban:terms" version="1"><wrong form="惠民" right="利民"/></terms>',
                                               encoding="utf-8")
        self.assertIn("“惠民”不合本报用字", self.paiban("check", "issue.xml", "--lang", "zh", expect=FINE).stderr.decode())
        (self.folder / "terms.xml").write_text("<terms/>", encoding="utf-8")
        self.assertRegex(self.paiban("check", "issue.xml", expect=CONTENT).stderr.decode(), r"terms\.xml:1:1: error E1001")

    def test_place_in_the_file(self):
        self.issue(lambda text: text.replace("<deck>", "<dekc>").replace("</deck>", "</dekc>"))
        line = 1 + (self.folder / "issue.xml").read_text(encoding="utf-8").split("<dekc>")[0].count("\n")
        run = self.paiban("check", "issue.xml", expect=CONTENT)
        self.assertRegex(run.stderr.decode(), rf"issue\.xml:{line}:\d+: error E\d{{4}}: .*dekc")


class Fit(Contract):
    def test_json_of_the_front_page(self):
        page = json.loads(self.paiban("fit", ISSUE, "--json", expect=FINE).stdout)["pages"][0]
        self.assertEqual((page["number"], page["rows"]), (1, 116))
        legs = {story["id"]: story["legs"] for story in page["stories"]}
        self.assertEqual(legs["lead"], [43, 3, 3, 3])
        self.assertEqual(sorted(map(tuple, legs.values())),
                         sorted([(43, 3, 3, 3), (36, 36, 36), (22, 22), (14, 14), (15, 15), (17, 17)]))
        for story in page["stories"]:
            self.assertLessEqual({"id", "within", "legs", "room", "lines", "over", "tracking", "loosest_gap", "cures", "levers"}, set(story))
            self.assertEqual(story["over"], 0)
            self.assertTrue(story["reach"][0] <= story["lines"] <= story["reach"][1])
            self.assertEqual(story["spent"]["tightest"], story["tracking"])
        self.assertEqual({s["within"] for s in page["stories"]}, {None, "lead"})

    def test_json_of_copy_that_is_over(self):
        self.issue(lambda text: text.replace("<p>祁永福一行", "<p>又来一段新的文字，一行放不下，两行也放不下，三行才放得下，如此便多出几行来。</p><p>祁永福一行", 1))
        page = json.loads(self.paiban("fit", "issue.xml", "--json", expect=CONTENT).stdout)["pages"][0]
        over = [story for story in page["stories"] if story["over"] > 0]
        self.assertEqual([story["id"] for story in over], ["story-2"])
        self.assertTrue(over[0]["cures"])

    def test_json_of_a_broken_issue(self):
        self.issue(broken)
        found = json.loads(self.paiban("fit", "issue.xml", "--json", expect=CONTENT).stdout)
        self.assertEqual(found["pages"], [])
        self.assertTrue(found["diagnostics"])

    def test_text(self):
        self.assertIn("lead", self.paiban("fit", ISSUE, expect=FINE).stdout.decode())


class Lines(Contract):
    COPY = "昌吉州2025年“十件惠民实事”清单公布，涵盖教育医疗、交通物流、就业促进、社会服务等10类内容。\n以上。\n"
    KEYS = {"text", "start", "end", "measure", "natural", "places", "set", "gap", "tracking", "trim_start", "trim_end", "hyphenated"}

    def test_an_empty_line_after_each_paragraph(self):
        text = self.paiban("lines", "-", "--measure", "16.5em", stdin=self.COPY.encode(), expect=FINE).stdout.decode()
        paragraphs = text.split("\n\n")
        self.assertEqual(paragraphs[-1], "")
        self.assertEqual([p.replace("\n", "") for p in paragraphs[:-1]], self.COPY.split("\n")[:-1])

    def test_from_a_file_and_without_a_name(self):
        (self.folder / "copy.txt").write_text(self.COPY, encoding="utf-8")
        from_file = self.paiban("lines", "copy.txt", "--measure", "16.5em", expect=FINE).stdout
        self.assertEqual(from_file, self.paiban("lines", "--measure", "16.5em", stdin=self.COPY.encode(), expect=FINE).stdout)
        self.paiban("lines", "gone.txt", "--measure", "16.5em", expect=FILE)

    def test_json(self):
        for composer in ("press", "best"):
            found = json.loads(self.paiban("lines", "--measure", "16.5em", "--composer", composer, "--json", stdin=self.COPY.encode(), expect=FINE).stdout)
            self.assertEqual([p["paragraph"] for p in found], [0, 1])
            for paragraph, copy in zip(found, self.COPY.split("\n")):
                at = 0
                for line in paragraph["lines"]:
                    self.assertEqual(set(line), self.KEYS)
                    self.assertEqual(line["text"], copy.encode()[line["start"]:line["end"]].decode())
                    self.assertEqual(line["start"], at)
                    at = line["end"]
                self.assertEqual(at, len(copy.encode()))
            first = found[0]["lines"]
            self.assertEqual((first[0]["measure"], first[1]["measure"]), (14.5, 16.5))
            self.assertAlmostEqual(first[1]["set"], 16.5, places=3)
            self.assertAlmostEqual(first[1]["gap"], (first[1]["set"] - first[1]["natural"]) / first[1]["places"], places=3)

    def test_indent_and_tracking(self):
        found = json.loads(self.paiban("lines", "--measure", "16.5em", "--indent", "0", "--tracking", "0", "--json", stdin=self.COPY.encode(), expect=FINE).stdout)
        self.assertEqual(found[0]["lines"][0]["measure"], 16.5)
        self.assertEqual({line["tracking"] for p in found for line in p["lines"]}, {0.0})

    def test_so_many_lines(self):
        copy = self.COPY.split("\n")[0].encode()
        natural = self.paiban("lines", "--measure", "16.5em", stdin=copy, expect=FINE).stdout.decode().strip().count("\n") + 1
        asked = self.paiban("lines", "--measure", "16.5em", "--lines", natural, stdin=copy, expect=FINE).stdout.decode()
        self.assertEqual(asked.strip().count("\n") + 1, natural)
        figures, = json.loads(self.paiban("lines", "--measure", "16.5em", "--lines", natural, "--json", stdin=copy, expect=FINE).stdout)
        self.assertEqual(set(figures["spent"]), {"looseness", "squeezed", "opened", "tightest", "loosest"})
        self.assertEqual(figures["spent"]["looseness"], 0)
        self.assertEqual(self.paiban("lines", "--measure", "16.5em", "--lines", natural + 9, stdin=copy).returncode, CONTENT)

    def test_curve(self):
        text = self.paiban("lines", "--measure", "16.5em", "--curve", stdin=self.COPY.encode(), expect=FINE).stdout.decode()
        self.assertRegex(text, r"\d")

    def test_bytes_that_are_no_text(self):
        run = self.paiban("lines", "--measure", "9em", stdin="昌吉\n日".encode() + b"\xff\n", expect=CONTENT)
        self.assertRegex(run.stderr.decode(), r"^-:2:2: error E0103: ")

    def test_diagnostics_on_standard_error(self):
        run = self.paiban("lines", "--measure", "16.5em", "--json", stdin="这里有一个没有字形的字\U0010fffd。\n".encode(), expect=CONTENT)
        self.assertEqual(len(json.loads(run.stdout)), 1)
        rows = [json.loads(line) for line in run.stderr.decode().splitlines()]
        self.assertEqual([list(row) for row in rows], [Check.KEYS] * len(rows))
        self.assertTrue(rows)


class Mixed(Contract):
    """Latin words, digits and signs in Chinese text."""

    def lines(self, copy, measure):
        words = ["lines", "--measure", measure, "--indent", "0", "--tracking", "0", "--json"]
        return json.loads(self.paiban(*words, stdin=copy.encode(), expect=FINE).stdout)[0]["lines"]

    def test_a_parted_word_is_said_to_be(self):
        first, second = self.lines("一起学习international交流", "8em")
        self.assertEqual([first["hyphenated"], second["hyphenated"]], [True, False])
        self.assertEqual(first["text"] + second["text"], "一起学习international交流")
        self.assertAlmostEqual(first["set"], 8.0, places=3)  # the hyphen is part of it
        plain = self.paiban("lines", "--measure", "8em", "--indent", "0", stdin="一起学习international交流".encode(), expect=FINE)
        self.assertIn("-\n", plain.stdout.decode())

    def test_typed_spaces_beside_han_add_nothing(self):
        typed, close = self.lines("共 5 G网络", "16em"), self.lines("共5G网络", "16em")
        self.assertEqual(self.lines("共5个", "16em")[0]["natural"], 2.75)
        self.assertLess(close[0]["natural"], typed[0]["natural"])  # between 5 and G a space is a space
        self.assertEqual(self.lines("共 5 个", "16em")[0]["natural"], 2.75)

    def test_digits_are_half_an_em_each(self):
        self.assertEqual(self.lines("1357924680", "16em")[0]["natural"], 5.0)

    @unittest.skipUnless(shutil.which("pdftotext"), "needs poppler-utils")
    def test_a_parted_word_is_found_whole_in_the_pdf(self):
        words = ["internationalization", "transportation", "representation", "communication"]
        for more in range(12):  # in some of these a word meets its line's end
            copy = "会" * more + "与".join(words) + "以及Washing\u00ADton"
            name = self.issue(lambda text: text.replace("近日召开的", "近日召开的" + copy, 1))
            trace = json.loads(self.paiban("render", name, "--format", "trace", "-o", "-").stdout)
            stories = trace["pages"][0]["stories"]
            if any(line["hyphenated"] for story in stories for leg in story["legs"] for line in leg["lines"]):
                break
        else:
            self.fail("no word is parted: nothing is tested")
        self.paiban("render", name, "-o", "page.pdf")
        read = subprocess.run(["pdftotext", "page.pdf", "-"], cwd=self.folder, capture_output=True, check=True).stdout.decode()
        for word in [*words, "Washington"]:
            self.assertIn(word, read)


class New(Contract):
    def test_the_day(self):
        text = self.paiban("new", "2025-02-06", expect=FINE).stdout.decode()
        for part in ('date="2025-02-06"', "星期四", "乙巳年正月初九"):
            self.assertIn(part, text)

    def test_the_skeleton_is_an_issue(self):
        self.paiban("new", "2025-02-06", "-o", "day.xml", expect=FINE)
        found = json.loads(self.paiban("check", "day.xml", "--json").stdout)["diagnostics"]
        self.assertEqual([row for row in found if row["code"].startswith(("E01", "E02", "E03", "W03"))], [])

    def test_an_older_issue_is_not_overwritten(self):
        (self.folder / "day.xml").write_bytes(b"a day's work")
        self.assertIn("E0954", self.paiban("new", "2025-02-06", "-o", "day.xml", expect=FILE).stderr.decode())
        self.assertEqual((self.folder / "day.xml").read_bytes(), b"a day's work")

    def test_an_unknown_template(self):
        self.paiban("new", "2025-02-06", "--template", "no-such", expect=CONTENT)


class Fonts(Contract):
    def test_by_role(self):
        rows = [line.split("\t") for line in self.paiban("fonts", "--check", expect=FINE).stdout.decode().splitlines()]
        self.assertLessEqual({"报宋", "黑体", "楷体", "报头"}, {row[0] for row in rows})
        for row in rows:
            self.assertEqual(len(row), 6)
            self.assertRegex(row[4], r"^[0-9a-f]{64}$")

    def test_a_changed_face_is_found(self):
        shutil.copytree(TREE / "fonts", self.folder / "data" / "fonts")
        (self.folder / "data" / "templates").mkdir()
        victim = next((self.folder / "data" / "fonts").rglob("FandolKai-Regular.otf"))
        victim.write_bytes(victim.read_bytes()[:-1] + b"x")
        run = self.paiban("--data", "data", "fonts", "--check", expect=CONTENT)
        self.assertIn("FandolKai", run.stderr.decode())


class Data(Contract):
    def test_a_missing_folder(self):
        for words, environment in ((["--data", "nowhere"], {}), ([], {"PAIBAN_DATA": "nowhere"})):
            run = self.paiban(*words, "render", ISSUE, expect=USAGE, **environment)
            self.assertRegex(run.stderr.decode(), r"error E0950: .*nowhere")
        self.assertEqual(self.names(), [])

    def test_the_option_goes_before_the_variable(self):
        self.paiban("fonts", "--data", TREE, expect=FINE, PAIBAN_DATA="nowhere")

    def test_nothing_is_taken_from_the_current_folder(self):
        (self.folder / "templates").mkdir()
        (self.folder / "templates" / "changji-front.xml").write_text("no template")
        self.paiban("check", ISSUE, expect=FINE)


class Installed(Contract):
    def test_an_installed_tree_can_be_moved(self):
        prefix = self.folder / "first"
        subprocess.run([os.environ["CMAKE"], "--install", os.environ["PAIBAN_BUILD"], "--prefix", str(prefix)], check=True, capture_output=True)
        moved = self.folder / "moved"
        prefix.rename(moved)
        run = subprocess.run([moved / "bin" / "paiban", "fonts"], capture_output=True, check=True)
        for line in run.stdout.decode().splitlines():
            self.assertTrue(line.split("\t")[5].startswith(str(moved.resolve())), line)


if __name__ == "__main__":
    unittest.main()
