"""数字报: a folder that a browser opens; every area leads to its article, every article says what the page says."""

import functools
import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.parse
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from contract import CONTENT, FILE, FINE, ISSUE, PAIBAN, TREE, Contract, without_picture

sys.path.insert(0, str(TREE / "tests" / "support"))
import browser  # noqa: E402

HTML = "{http://www.w3.org/1999/xhtml}"
CHAIN = TREE / "tests" / "golden" / "chain" / "pages.xml"  # a story that goes on on another page
FILE_ADDRESS = "file://"


@functools.cache
def eight():
    """The sample of eight pages, made up; the folder goes with the program."""
    eight.folder = tempfile.TemporaryDirectory()
    sample = TREE / "issues" / "samples" / "eight-pages" / "issue.xml"
    subprocess.run([PAIBAN, "makeup", sample, "--proposals", "1", "-o", eight.folder.name], capture_output=True, timeout=300, check=True)
    return Path(eight.folder.name) / "proposal-1" / "issue.xml"


def text_of(element):
    """What is read of an element: no readings' brackets, no white space of the markup."""
    parts = []

    def walk(node):
        if node.tag != f"{HTML}rp" and node.tag != f"{HTML}rt":
            parts.append(node.text or "")
            for child in node:
                walk(child)
                parts.append(child.tail or "")

    walk(element)
    return "".join(parts)


def squeezed(text):
    return re.sub(r"[\s　]", "", text)


class Edition(Contract):
    def edition(self, issue=ISSUE, *words, folder="out", expect=FINE, **environment):
        self.paiban("edition", issue, "-o", folder, *words, expect=expect, **environment)
        return self.folder / folder

    @staticmethod
    def pages(folder):
        return {file.relative_to(folder).as_posix(): ElementTree.parse(file).getroot() for file in sorted(folder.rglob("*.html"))}

    @staticmethod
    def facts(folder):
        return json.loads((folder / "edition.json").read_text(encoding="utf-8"))

    def stories(self, issue):
        """By id: what the trace says of a story on each of its pages, with the page."""
        told = json.loads(self.paiban("render", issue, "--format", "trace", "-o", "-", expect=FINE).stdout)
        found = {}
        for page in told["pages"]:
            for story in page["stories"]:
                found.setdefault(story["id"], []).append((page, story))
        return found

    def files(self, folder):
        return {str(f.relative_to(folder)): f.read_bytes() for f in sorted(folder.rglob("*")) if f.is_file()}


class Folder(Edition):
    def test_no_link_is_broken_and_all_stay_inside(self):
        for issue in (ISSUE, eight()):
            folder = self.edition(issue)
            pages = self.pages(folder)
            ids = {name: {e.get("id") for e in root.iter() if e.get("id")} for name, root in pages.items()}
            for name, root in pages.items():
                for element in root.iter():
                    for attribute in ("href", "src"):
                        link = element.get(attribute)
                        if link is None or link.startswith(("http://", "https://", "mailto:")):
                            continue
                        path, _, fragment = link.partition("#")
                        target = (folder / name).parent / urllib.parse.unquote(path) if path else folder / name
                        self.assertTrue(target.is_file(), f"{name}: {link}")
                        self.assertTrue(target.resolve().is_relative_to(folder.resolve()), link)
                        if fragment:
                            self.assertIn(fragment, ids[target.resolve().relative_to(folder.resolve()).as_posix()], f"{name}: {link}")
            linked = {f.resolve() for f in folder.rglob("*") if f.is_file()}
            self.assertTrue(linked)

    def test_pages_are_well_formed_and_speak_chinese(self):
        folder = self.edition()
        for name, root in self.pages(folder).items():
            self.assertEqual(root.tag, f"{HTML}html", name)
            self.assertEqual(root.get("lang"), "zh-Hans", name)
            self.assertEqual(len(list(root.iter(f"{HTML}h1"))), 1, f"{name}: one heading of the first rank")
            self.assertTrue(root.find(f"{HTML}head/{HTML}title").text)
            for image in root.iter(f"{HTML}img"):
                self.assertIsNotNone(image.get("alt"), name)
                self.assertTrue(image.get("width") and image.get("height"), name)
            self.assertTrue((folder / name).read_text(encoding="utf-8").startswith("<!DOCTYPE html>\n"))
        if shutil.which("xmllint"):
            subprocess.run(["xmllint", "--noout", "--nonet", *map(str, folder.rglob("*.html"))], check=True)

    def test_words_of_the_edition_follow_the_option_and_nothing_else(self):
        plain = self.files(self.edition(folder="a", LC_ALL="C"))
        self.assertEqual(plain, self.files(self.edition(folder="b", LC_ALL="zh_CN.UTF-8", TZ="Asia/Urumqi")))
        self.assertIn("本版文章", plain["page-1.html"].decode())
        english = self.files(self.edition(ISSUE, "--lang", "en", folder="c"))
        self.assertIn("On this page", english["page-1.html"].decode())

    def test_the_sums_are_right(self):
        folder = self.edition()
        subprocess.run(["sha256sum", "-c", "--quiet", "files.sha256"], cwd=folder, check=True)
        listed = {line.split("  ", 1)[1] for line in (folder / "files.sha256").read_text().splitlines()[1:]}
        self.assertEqual(listed | {"files.sha256"}, set(self.files(folder)))

    def test_an_older_edition_is_replaced_whole(self):
        folder = self.edition(eight())
        self.assertTrue((folder / "page-8.html").exists())
        self.edition()
        self.assertFalse((folder / "page-8.html").exists())
        self.assertEqual(self.names(), ["out"])

    def test_a_foreign_folder_is_left_alone(self):
        folder = self.folder / "mine"
        folder.mkdir()
        (folder / "thesis.txt").write_text("years of work")
        for _ in range(2):
            run = self.paiban("edition", ISSUE, "-o", "mine", expect=FILE)
            self.assertIn("E1701", run.stderr.decode())
            self.assertIn("thesis.txt", run.stderr.decode())
        self.assertEqual(self.files(folder), {"thesis.txt": b"years of work"})

    def test_a_file_that_came_into_an_edition_is_not_lost(self):
        folder = self.edition()
        (folder / "images" / "notes.txt").write_text("mine")
        before = self.files(folder)
        self.assertIn("E1701", self.paiban("edition", ISSUE, "-o", "out", expect=FILE).stderr.decode())
        self.assertEqual(self.files(folder), before)
        self.assertEqual(self.names(), ["out"])

    def test_what_is_unfinished_is_not_published(self):
        issue = self.issue(without_picture)
        self.edition(issue, expect=CONTENT)
        self.assertEqual(self.names(), ["issue.xml"])
        folder = self.edition(issue, "--profile", "proof", expect=CONTENT)
        self.assertIn("此处原有图片", "".join(page.decode() for name, page in self.files(folder).items() if name.endswith(".html")))


class Articles(Edition):
    def check_articles(self, issue):
        folder = self.edition(issue)
        pages, facts, stories = self.pages(folder), self.facts(folder), self.stories(issue)
        outer = {id for id, parts in stories.items() if parts[0][1]["within"] is None}
        self.assertEqual({each["id"] for each in facts["articles"]}, outer)
        for article in facts["articles"]:
            root = pages[article["html"]]
            shown = squeezed("".join(text_of(e) for e in root.iter(f"{HTML}article")))
            for page, story in stories[article["id"]]:
                for line in [line for leg in story["legs"] for line in leg["lines"]]:
                    text = line["text"].rstrip("-") if line["hyphenated"] else line["text"]
                    self.assertIn(squeezed(text), shown, f"{article['id']} on page {page['number']}")
            lines = "".join(line["text"].rstrip("-") if line["hyphenated"] else line["text"] for _, story in stories[article["id"]]
                            for leg in story["legs"] for line in leg["lines"])
            self.assertIn(squeezed(lines), shown, article["id"])  # in the order of the page, nothing between
            for _, story in stories[article["id"]][:1]:
                for head in story["heads"]:
                    if head["role"] != "jump":
                        self.assertIn(squeezed("".join(head["rows"])), shown, article["id"])
        return folder, pages, facts

    def test_an_article_says_what_the_page_says(self):
        self.check_articles(ISSUE)

    def test_eight_pages(self):
        _, _, facts = self.check_articles(eight())
        self.assertEqual([page["number"] for page in facts["pages"]], list(range(1, 9)))

    def test_a_story_on_several_pages_is_one_article(self):
        folder = self.edition(CHAIN, "--data", TREE / "tests" / "data", "--profile", "proof")
        facts = self.facts(folder)
        article = next(each for each in facts["articles"] if len(each["pages"]) > 1)
        first, second = article["pages"][:2]
        jumps = {(page["number"], jump["to"]) for page in facts["pages"] for jump in page["jumps"]}
        self.assertIn((first, second), jumps)
        self.assertIn((second, first), jumps)
        links = {e.get("href") for e in self.pages(folder)[f"page-{first}.html"].iter() if e.get("href")}
        self.assertIn(f"page-{second}.html#{article['id']}", links)
        self.assertEqual(sum(each["id"] == article["id"] for each in facts["articles"]), 1)

    def test_what_is_lost_and_supplied_is_told(self):
        _, pages, _ = self.check_articles(ISSUE)
        lead = pages["articles/lead.html"]
        classes = [e.get("class") for e in lead.iter(f"{HTML}span")]
        self.assertIn("supplied", classes)
        self.assertIn("gap", classes)
        record = next(e for e in lead.iter(f"{HTML}section") if e.get("class") == "record")
        self.assertIn("据“同题报道的另一次刊发”补入", text_of(record))

    def test_a_correction_leads_to_what_it_puts_right(self):
        def corrected(attribute):
            story = re.compile(r'<story (id="story-3".*?)</story>', re.DOTALL)
            self.issue(lambda text: story.sub(rf'<correction corrects="{attribute}" \1</correction>', text, count=1))

        def links(*words):
            folder = self.edition("issue.xml", *words)
            place = next(e for e in self.pages(folder)["articles/story-3.html"].iter(f"{HTML}p") if e.get("class") == "corrects")
            return text_of(place), [a.get("href") for a in place.iter(f"{HTML}a")]

        corrected("12184 lead")
        self.assertEqual(links(), ("更正的是：昌吉州2025年十件惠民实事清单公布", ["../articles/lead.html"]))
        corrected("12183 story-2")
        self.assertEqual(links(), ("更正的是：总第12183期 story-2", []))
        self.assertEqual(links("--others", "../{issue}")[1], ["../../12183/articles/story-2.html"])
        corrected("2025-02-04")
        self.assertEqual(links("--others", "../{issue}"), ("更正的是：2025年2月4日", ["../../2025-02-04/index.html"]))

    def test_a_script_in_the_copy_stays_words(self):
        issue = self.issue(lambda text: text.replace("一行来昌吉州慰问", '<a href="javascript:alert(1)">一行来昌吉州</a>慰问&lt;script>', 1))
        self.edition(issue)
        pages = "".join(page.decode() for name, page in self.files(self.folder / "out").items() if name.endswith(".html"))
        self.assertNotIn("javascript:", pages)
        self.assertNotIn("<script>", pages)
        self.assertIn("&lt;script", pages)


def centres(story):
    return [(leg["x"] + leg["width"] / 2, leg["y"] + leg["height"] / 2) for leg in story["legs"] if leg["width"] and leg["height"]]


def contains(polygon, x, y):
    inside = False
    for (x1, y1), (x2, y2) in zip(polygon, polygon[1:] + polygon[:1]):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
            inside = not inside
    return inside


class Areas(Edition):
    def test_every_leg_lies_in_the_area_of_its_article_alone(self):
        for issue in (ISSUE, eight()):
            folder = self.edition(issue)
            stories = self.stories(issue)
            for page in self.facts(folder)["pages"]:
                for id, parts in stories.items():
                    for told, story in parts:
                        if told["number"] != page["number"]:
                            continue
                        scale = page["image"]["width"] / told["width"]
                        owner = story["within"] or id
                        for x, y in centres(story):
                            holding = [each["id"] for each in page["articles"]
                                       if any(contains(polygon, x * scale, y * scale) for polygon in each["polygons"])]
                            self.assertEqual(holding[:1], [owner])


DESKTOP, PHONE = (1440, 1000), (390, 844)
KEYS = {"ArrowRight": 39, "ArrowLeft": 37, "Tab": 9}  # as Windows numbers them, which is what moves the focus


@unittest.skipUnless(browser.PROGRAM, "needs chromium")
class InABrowser(Edition):
    def tab(self, size=DESKTOP):
        self.browser = browser.Browser()
        self.addCleanup(self.browser.close)
        tab = self.browser.tab()
        tab.size(*size)
        return tab

    def address(self, folder, name):
        return FILE_ADDRESS + urllib.parse.quote(str((folder / name).resolve()))

    def press(self, tab, key):
        for kind in ("rawKeyDown", "keyUp"):
            tab.ask("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=KEYS[key])

    def test_pages_are_turned_followed_and_read(self):
        folder = self.edition(eight())
        tab = self.tab()
        tab.open(self.address(folder, "index.html"))
        self.assertEqual(tab.run("document.querySelectorAll('.card').length"), 8)
        for key, name in (("ArrowRight", "page-1"), ("ArrowRight", "page-2"), ("ArrowLeft", "page-1")):
            self.press(tab, key)
            tab.wait(f"location.href === {json.dumps(self.address(folder, name + '.html'))} && document.readyState === 'complete'")
        self.press(tab, "ArrowLeft")  # before the first there is none
        time.sleep(0.3)
        self.assertEqual(tab.run("location.href"), self.address(folder, "page-1.html"))
        for name in sorted(self.pages(folder)):
            tab.open(self.address(folder, name))
            self.assertTrue(tab.run("location.pathname").endswith(name), name)
            self.assertEqual(tab.run("[...document.images].filter(i => !(i.complete && i.naturalWidth > 0)).length"), 0, name)
            self.assertEqual(tab.run("document.documentElement.scrollWidth - document.documentElement.clientWidth"), 0, name)
        self.assertEqual(tab.complaints, [])

    def test_areas_lead_to_their_articles_at_any_width(self):
        folder = self.edition()
        articles = {each["id"]: each["html"] for each in self.facts(folder)["articles"]}
        tab = self.tab()
        for size in (DESKTOP, PHONE):
            tab.size(*size)
            tab.open(self.address(folder, "page-1.html"))
            width = tab.run("document.querySelector('.sheet > img').clientWidth")
            self.assertLessEqual(width, size[0])
            for id, parts in self.stories(ISSUE).items():
                told, story = parts[0]
                for x, y in centres(story):
                    found = tab.run(f"""(() => {{
                        const image = document.querySelector('.sheet > img');
                        const [x, y] = [{x}, {y}].map((points) => points * image.clientWidth / {told["width"]});
                        window.scrollBy(0, image.getBoundingClientRect().top + y - innerHeight / 2);
                        const box = image.getBoundingClientRect();
                        return document.elementFromPoint(box.left + x, box.top + y)?.getAttribute('href'); }})()""")
                    self.assertEqual(found, articles[story["within"] or id], f"{id} at {size}")
        self.assertEqual(tab.complaints, [])

    def test_without_a_script_the_areas_lie_on_the_image_as_it_is(self):
        folder = self.edition()
        tab = self.tab()
        tab.ask("Emulation.setScriptExecutionDisabled", value=True)
        tab.open(self.address(folder, "page-1.html"))
        tab.ask("Emulation.setScriptExecutionDisabled", value=False)
        self.assertTrue(tab.run("document.querySelector('.sheet > img').clientWidth === "
                                "Number(document.querySelector('.sheet > img').getAttribute('width'))"))

    def test_the_keyboard_reaches_every_area_and_shows_it(self):
        folder = self.edition()
        tab = self.tab()
        tab.open(self.address(folder, "page-1.html"))
        wanted = set(tab.run("[...document.querySelectorAll('map area')].map(a => a.getAttribute('href'))"))
        reached = set()
        for _ in range(len(wanted) + 12):
            self.press(tab, "Tab")
            area = tab.run("document.activeElement.localName == 'area' ? document.activeElement.getAttribute('href') : null")
            if area:
                reached.add(area)
                self.assertGreater(tab.run("document.querySelectorAll('.marks .lit').length"), 0)
        self.assertEqual(reached, wanted)

    def test_the_text_that_a_browser_shows_is_the_articles(self):
        folder = self.edition()
        tab, stories = self.tab(PHONE), self.stories(ISSUE)
        for article in self.facts(folder)["articles"]:
            tab.open(self.address(folder, article["html"]))
            shown = squeezed(tab.run("document.querySelector('article').innerText"))
            for _, story in stories[article["id"]]:
                lines = squeezed("".join(line["text"] for leg in story["legs"] for line in leg["lines"]))
                self.assertIn(lines, shown, article["id"])
        self.assertEqual(tab.complaints, [])


if __name__ == "__main__":
    unittest.main()
