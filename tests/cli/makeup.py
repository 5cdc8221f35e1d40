"""编版: proposals are full to the line, stay the editor's file, and come out the same; what cannot be filled is said."""

import json
import re
import shutil
import xml.etree.ElementTree as ElementTree

from contract import CONTENT, FINE, ISSUE, TREE, USAGE, Contract

SAMPLES = sorted((TREE / "issues" / "samples").glob("*/issue.xml"))
NAME = "{urn:paiban:issue}"


def without_regions(text):
    """As an editor hands it in: nothing has a place."""
    return re.sub(r' region="[^"]*"', "", text)


def without_make_up(text):
    """Without all that make-up may write."""
    return re.sub(r' (region|id)="[^"]*"', "", re.sub(r"\s*<layout>.*?</layout>", "", text, flags=re.DOTALL))


def only_story(text):
    """A page of one short story."""
    page = '<page number="1">\n<story id="only"><headline>今日立春</headline><p>今日立春，宜出门。</p></story>\n</page>\n'
    return re.sub(r'<page number="1">.*</page>\n', page, text, count=1, flags=re.DOTALL)


def shortened(text, story):
    """A twentieth of a story's characters fewer, from the end of its longest paragraph; its last full stop stays."""
    start = text.index(f'<story id="{story}"')
    end = text.index("</story>", start)
    longest = max(re.finditer(r"<p>(?:[^<]|<(?!/p>))*</p>", text[start:end]), key=lambda found: len(found.group()))
    tail = start + longest.end() - len("。</p>")
    size = len(re.sub(r"<[^>]*>|\s", "", text[start:end])) // 20
    gone = text[tail - size:tail]
    if size == 0 or "<" in gone or ">" in gone:
        raise AssertionError(f"the end of {story} is not plain: {gone}")
    return text[:tail - size] + text[tail:]


def rows(text):
    """How the rows of a file are said: "3-8", "4"."""
    first, _, last = text.partition("-")
    return int(first), int(last or first)


def rows_of_regions(file):
    """By id: the page rows that a region takes, and those of its legs."""
    found = {}

    def take(region, above):
        first, last = rows(region.get("rows"))
        legs = [tuple(above + row + first - 1 for row in rows(leg.get("rows"))) for leg in region.findall(f"{NAME}flow/{NAME}leg")]
        found[region.get("id")] = (above + first, above + last, legs)
        for inner in region.findall(f"{NAME}region"):
            take(inner, above + first - 1)

    for zone in ElementTree.parse(file).iter(f"{NAME}zone"):
        for region in zone.findall(f"{NAME}region"):
            take(region, rows(zone.get("rows"))[0] - 1)
    return found


class MakeUp(Contract):
    def front(self, change=lambda text: text):
        """The issue of 12184 without its regions."""
        return self.issue(lambda text: change(without_regions(text)))

    def made(self, issue, *words, folder="out", expect=FINE, **how):
        return json.loads(self.paiban("makeup", issue, "--json", "-o", folder, *words, expect=expect, **how).stdout)

    def files(self, folder):
        """Every file below `folder`, by its name there."""
        folder = self.folder / folder
        return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}

    def assert_full(self, issue):
        """To the line, every story of every page."""
        found = json.loads(self.paiban("fit", issue, "--json", expect=FINE).stdout)
        stories = [story for page in found["pages"] for story in page["stories"]]
        self.assertTrue(stories)
        for story in stories:
            self.assertEqual(story["over"], 0, f"{issue}: {story['id']}")

    def assert_proposal(self, proposal, original):
        """A folder that can be opened by itself, and whose issue is the editor's."""
        self.assertEqual(list(proposal), ["folder", "cost", "paid", "moved", "levers", "findings"])
        self.assertEqual([each for each in proposal["findings"] if each["severity"] == "error"], [])
        # What is paid for what comes to the cost.
        self.assertEqual(sum(proposal["paid"].values()), proposal["cost"])
        files = self.files(proposal["folder"])
        text = original.read_text(encoding="utf-8")
        pages = [int(number) for number in re.findall(r'<page number="(\d+)"(?! held="no")', text)]
        pictures = re.findall(r'src="([^"]*)"', text)
        self.assertEqual(sorted(files), sorted({"issue.xml", "proof.pdf", *(f"page-{number}.png" for number in pages), *pictures}))
        self.assertTrue(files["proof.pdf"].startswith(b"%PDF"))
        for name in pictures:
            self.assertEqual(files[name], (original.parent / name).read_bytes())
        self.assertEqual(without_make_up(files["issue.xml"].decode()), without_make_up(text))
        self.assertIn(b"<layout>", files["issue.xml"])
        self.paiban("check", f"{proposal['folder']}/issue.xml", expect=FINE)
        self.assert_full(f"{proposal['folder']}/issue.xml")


class Proposals(MakeUp):
    def test_the_front_page(self):
        found = self.made(self.front())
        self.assertEqual(list(found), ["proposals", "diagnostics"])
        self.assertEqual([each["folder"] for each in found["proposals"]], [f"out/proposal-{i}" for i in (1, 2, 3)])
        self.assertEqual(sorted(each["cost"] for each in found["proposals"]), [each["cost"] for each in found["proposals"]])
        for proposal in found["proposals"]:
            self.assert_proposal(proposal, self.folder / "issue.xml")

    def test_the_samples(self):
        self.assertGreater(len(SAMPLES), 5)
        for sample in SAMPLES:
            with self.subTest(sample=sample.parent.name):
                found = self.made(sample, folder=sample.parent.name)
                self.assertTrue(found["proposals"])
                for proposal in found["proposals"]:
                    self.assert_proposal(proposal, sample)

    def test_an_approved_headline_stands_where_its_own_cannot(self):
        given = "昌吉州发展改革领域确定今年9项重点任务"
        longer = "昌吉州发展改革领域在近日召开的全州工作会议上研究确定了今年要着力抓好的9项重点任务并逐项明确了时间表路线图和各级各部门的责任"
        issue = self.front(lambda text: text.replace(f"<headline>{given}<", f"<headline>{longer}<alt>{given}</alt><"))
        for proposal in self.made(issue)["proposals"]:
            self.assertIn("W0853", [each["code"] for each in proposal["findings"]])
            self.assert_full(f"{proposal['folder']}/issue.xml")

    def test_the_same_bytes_again(self):
        name = self.front()
        first, second = self.made(name, folder="first"), self.made(name, folder="second")
        self.assertEqual(json.dumps(first).replace("first/", "second/"), json.dumps(second))
        self.assertEqual(self.files("first"), self.files("second"))

    def test_as_many_as_are_asked_for(self):
        name = self.front()
        self.assertEqual(len(self.made(name, "--proposals", 1)["proposals"]), 1)
        self.assertEqual(self.names(), ["issue.xml", "out"])
        self.assertEqual(sorted(file.name for file in (self.folder / "out").iterdir()), ["proposal-1"])
        for count in ("0", "13", "many"):
            self.paiban("makeup", name, "--proposals", count, expect=USAGE)

    def test_no_two_are_alike(self):
        found = self.made(self.front(), "--proposals", 5)
        layouts = {re.sub(r"rows=\"[^\"]*\"", "", (self.folder / each["folder"] / "issue.xml").read_text(encoding="utf-8"))
                   for each in found["proposals"]}
        self.assertEqual(len(layouts), 5)

    def test_from_standard_input(self):
        name = self.front()
        self.made(name, folder="file")
        self.made("-", folder="piped", stdin=(self.folder / name).read_bytes())
        self.assertEqual(self.files("file"), self.files("piped"))

    def test_where_it_is_written_unless_said(self):
        self.paiban("makeup", self.front(), "--proposals", 1, expect=FINE)
        self.assertEqual(self.names(), ["issue-makeup", "issue.xml"])

    def test_text(self):
        for language, word in (("en", "proposal 1: cost "), ("zh", "方案 1：代价 ")):
            run = self.paiban("--lang", language, "makeup", self.front(), "--proposals", 1, "-o", "out", expect=FINE)
            self.assertIn(word, run.stdout.decode())
            self.assertIn("out/proposal-1", run.stdout.decode())


class Kept(MakeUp):
    """A page made up before, its copy changed since."""

    def setUp(self):
        super().setUp()
        self.made(self.front(), "--proposals", 1, folder="made")
        self.made_up = self.folder / "made" / "proposal-1" / "issue.xml"

    def keep(self, text):
        file = self.made_up.with_name("changed.xml")
        file.write_text(text, encoding="utf-8")
        found = self.made(file, "--keep", folder="kept")
        self.assertEqual(len(found["proposals"]), 1)
        kept = self.folder / "kept" / "proposal-1" / "issue.xml"
        self.assertEqual(without_make_up(kept.read_text(encoding="utf-8")), without_make_up(text))
        self.assert_full(kept)
        return found["proposals"][0], rows_of_regions(kept)

    def test_nothing_moves_where_nothing_changed(self):
        proposal, _ = self.keep(self.made_up.read_text(encoding="utf-8"))
        self.assertEqual(proposal["moved"], 0)
        self.assertEqual((self.folder / "kept" / "proposal-1" / "issue.xml").read_bytes(), self.made_up.read_bytes())

    def test_a_story_a_twentieth_shorter(self):
        before = rows_of_regions(self.made_up)
        for story in ("story-2", "story-3", "story-4"):
            with self.subTest(story=story):
                proposal, after = self.keep(shortened(self.made_up.read_text(encoding="utf-8"), story))
                self.assertEqual(sorted(after), sorted(before))
                away = [abs(after[name][end] - before[name][end]) for name in before for end in (0, 1)]
                if proposal["moved"] == 0:
                    self.assertEqual(set(away), {0})
                else:
                    self.assertGreater(max(away), 0)
                    self.assertLessEqual(max(away), proposal["moved"])

    def test_a_story_four_times_as_long(self):
        text = re.sub(r'(<story id="story-2".*?)((?: *<p>[^\n]*</p>\n)+)', r"\1\2\2\2\2", self.made_up.read_text(encoding="utf-8"),
                      count=1, flags=re.DOTALL)
        (self.folder / "changed.xml").write_text(text, encoding="utf-8")
        shutil.copytree(self.made_up.parent / "pictures", self.folder / "pictures", dirs_exist_ok=True)
        found = self.made("changed.xml", "--keep", folder="kept", expect=CONTENT)
        self.assertEqual(found["proposals"], [])
        self.assertIn("its structure cannot be filled any more", found["cures"][0])
        self.assertNotIn("kept", self.names())

    def test_pages_without_a_structure_are_not_kept(self):
        run = self.paiban("makeup", "issue.xml", "--keep", "--json", expect=CONTENT)
        self.assertEqual(json.loads(run.stdout)["proposals"], [])
        self.assertNotIn("issue-makeup", self.names())


class Contingencies(MakeUp):
    KEYS = ["case", "page", "story", "folder", "filled", "levers", "findings", "cures"]

    def test_every_story(self):
        found = self.made(self.front(), "--if-pulled", folder="ready")
        self.assertEqual(list(found), ["contingencies", "diagnostics"])
        stories = ["lead", "story-2", "story-3", "story-4", "commentary", "photo"]
        self.assertEqual([each["story"] for each in found["contingencies"] if each["case"] == "pulled"], stories)
        self.assertEqual([each["story"] for each in found["contingencies"] if each["case"] == "longer"], stories[:-1])
        for each in found["contingencies"]:
            with self.subTest(case=each["case"], story=each["story"]):
                self.assertEqual(list(each), self.KEYS)
                self.assertEqual(each["page"], 1)
                self.assertEqual(each["filled"], each["folder"] != "")
                self.assertTrue(each["filled"] or each["cures"])
                if each["filled"]:
                    self.assertEqual(each["folder"], f"ready/if-{each['case']}/{each['story']}")
                    self.assertIn("issue.xml", self.files(each["folder"]))


class Unfillable(MakeUp):
    def test_one_short_story(self):
        found = self.made(self.front(only_story), expect=CONTENT)
        self.assertEqual(found["proposals"], [])
        self.assertTrue(found["cures"])
        self.assertEqual(self.names(), ["issue.xml"])
        run = self.paiban("makeup", "issue.xml", expect=CONTENT)
        self.assertIn("no page can be filled", run.stdout.decode())

    def test_broken_input(self):
        name = self.front(lambda text: text.replace("</masthead>", "", 1))
        for words, key in (([], "proposals"), (["--if-pulled"], "contingencies")):
            with self.subTest(key=key):
                found = self.made(name, *words, expect=CONTENT)
                self.assertEqual(found[key], [])
                self.assertTrue(found["diagnostics"])
        self.assertEqual(self.names(), ["issue.xml"])

    def test_a_folder_that_cannot_be_made(self):
        (self.folder / "out").write_text("a file")
        run = self.paiban("makeup", self.front(), "-o", "out")
        self.assertRegex(run.stderr.decode(), r"error E\d{4}: .*out")
        self.assertNotEqual(run.returncode, FINE)
