"""paiban diff and paiban about: what changed between two printings, and what a build is made of."""

import hashlib
import json
import shutil

from contract import CONTENT, FILE, FINE, TREE, Contract

OLD = TREE / "issues" / "12184" / "issue.xml"


class Diff(Contract):
    def edited(self, *changes):
        """The issue with these replacements, each of which must be found once and more."""
        text = OLD.read_text(encoding="utf-8")
        for old, new in changes:
            self.assertIn(old, text)
            text = text.replace(old, new, 1)
        shutil.copytree(OLD.parent, self.folder / "new", dirs_exist_ok=True)
        (self.folder / "new" / "issue.xml").write_text(text, encoding="utf-8")
        return self.folder / "new" / "issue.xml"

    def difference(self, old, new, expect):
        return json.loads(self.paiban("diff", "--json", old, new, expect=expect).stdout)

    def test_the_same_issue(self):
        self.assertEqual(self.paiban("diff", OLD, OLD, expect=FINE).stdout.decode(), "1 page, 0 lines moved\n")

    def test_corrected_words_are_ticked_off_and_nothing_else_moved(self):
        found = self.difference(OLD, self.edited(("近日召开的", "日前召开的")), CONTENT)
        self.assertEqual((found["moved"], found["reworded"]), (0, 1))
        self.assertEqual(found["unchanged"], found["lines"] - 1)
        (story,) = found["stories"]
        (word,) = story["words"]
        self.assertEqual((word["was"], word["now"]), ("近日", "日前"))
        self.assertEqual(word["now_at"], {"page": 1, "leg": 1, "line": 1})

    def test_a_list_to_tick_in_the_trades_words(self):
        text = self.paiban("--lang", "zh", "diff", OLD, self.edited(("近日召开的", "日前召开的")), expect=CONTENT).stdout.decode()
        self.assertIn("一版　头条《", text)
        self.assertIn("□ 第1栏第1行：", text)
        self.assertIn("［近日→日前］", text)

    def test_a_name_is_told_whole(self):
        found = self.difference(OLD, self.edited(("<name>杨鹤</name>", "<name>杨贺</name>")), CONTENT)
        self.assertEqual([(word["was"], word["now"]) for word in found["stories"][0]["words"]], [("杨鹤", "杨贺")])

    def test_added_words_move_what_comes_after(self):
        found = self.difference(OLD, self.edited(("近日召开的", "近日召开的备受各族群众关注的")), CONTENT)
        (story,) = found["stories"]
        self.assertEqual([(word["was"], word["now"]) for word in story["words"]], [("", "备受各族群众关注的")])
        self.assertGreater(found["moved"], 0)

    def test_traces_give_what_issues_give(self):
        new = self.edited(("近日召开的", "日前召开的"))
        for name, issue in (("old.json", OLD), ("new.json", new)):
            self.paiban("render", issue, "--format", "trace", "-o", name, expect=FINE)
        of_traces, of_issues = self.difference("old.json", "new.json", CONTENT), self.difference(OLD, new, CONTENT)
        for found in (of_traces, of_issues):
            for word in found["stories"][0]["words"]:
                del word["before"]  # a name is known as one in an issue alone
        self.assertEqual(of_traces, of_issues)
        self.paiban("diff", "old.json", "old.json", expect=FINE)

    def test_what_is_no_trace(self):
        (self.folder / "no.json").write_text('{"pages": 3')
        self.assertIn("E0901", self.paiban("diff", "no.json", "no.json", expect=FILE).stderr.decode())


class Archives(Contract):
    LINE = '<TextLine ID="p.1" HPOS="{}" VPOS="300" WIDTH="300" HEIGHT="150"><String CONTENT="一二" HPOS="{}"/></TextLine>'
    PAGE = ('<alto><Description>{}</Description><Layout><Page WIDTH="4800" HEIGHT="6000"><ComposedBlock TYPE="article" TAGREFS="story.lead kind.lead">'
            '<ComposedBlock TYPE="leg"><TextBlock TAGREFS="role.p">{}</TextBlock></ComposedBlock></ComposedBlock></Page></Layout></alto>')

    def bag(self, archive, issue, places, engine):
        bag = self.folder / archive / issue
        (bag / "data" / "alto").mkdir(parents=True)
        manifest = ""
        for number, place in enumerate(places, 1):
            page = self.PAGE.format(engine, self.LINE.format(place, place)).encode()
            (bag / "data" / "alto" / f"{number:04}.xml").write_bytes(page)
            manifest += f"{hashlib.sha256(page).hexdigest()}  data/alto/{number:04}.xml\n"
        (bag / "manifest-sha256.txt").write_text(manifest)

    def test_another_engine_that_moves_nothing(self):
        for archive, engine in (("was", "one"), ("now", "two")):
            for issue in ("2025/1", "2025/2"):
                self.bag(archive, issue, [0, 10], engine)
        self.assertEqual(self.paiban("diff", "was", "now", expect=FINE).stdout.decode(), "4 pages, 0 lines moved\n")

    def test_pages_that_moved_are_named(self):
        self.bag("was", "2025/1", [0, 10], "one")
        self.bag("was", "2025/2", [0, 10], "one")
        self.bag("now", "2025/1", [0, 10], "two")
        self.bag("now", "2025/2", [0, 11, 12], "two")
        text = self.paiban("diff", "was", "now", expect=CONTENT).stdout.decode()
        self.assertEqual([line for line in text.splitlines() if line.startswith("2025")], ["2025/2/data/alto/0002.xml", "2025/2/data/alto/0003.xml"])
        self.assertTrue(text.endswith("5 pages, 2 lines moved\n"), text)
        rows = [json.loads(line) for line in self.paiban("diff", "was", "now", "--json", expect=CONTENT).stdout.splitlines()]
        self.assertEqual(rows[-1], {"issues": 2, "pages": 5, "changed": 2, "moved": 2, "reworded": 0})

    def test_pages_whose_sums_agree_are_not_looked_at(self):
        for archive in ("was", "now"):
            self.bag(archive, "1", [0], "one")
            (self.folder / archive / "1" / "data" / "alto" / "0001.xml").unlink()
        self.paiban("diff", "was", "now", expect=FINE)

    def test_a_folder_without_bags(self):
        (self.folder / "was").mkdir()
        self.assertIn("E0901", self.paiban("diff", "was", "was", expect=FILE).stderr.decode())


class About(Contract):
    def test_it_names_what_runs(self):
        about = json.loads(self.paiban("about", "--json", expect=FINE).stdout)
        self.assertRegex(about["sources"], r"^[0-9a-f]{64}$")
        self.assertLessEqual({"Cairo", "FreeType", "HarfBuzz", "ICU", "Little CMS", "qpdf", "zlib"}, set(about["libraries"]))
        for name, version in about["libraries"].items():
            self.assertRegex(version, r"^\d+\.\d", name)
        self.assertIn(about["sources"], self.paiban("about", expect=FINE).stdout.decode())
