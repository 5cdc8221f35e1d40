"""The page as it is kept, read by other programs: PDFBox judges PDF/A-1b, qpdf the file, Poppler, MuPDF and pdf.js read the text.

No judge of PDF/A-2 and -3 is at hand: what they share with PDF/A-1 is judged there, of the rest each rule that we know is looked at.
"""

import functools
import json
import re
import shutil
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import program

FLAVOURS = ["a2u", "a3u", "a1b"]
JAVA = Path("/usr/share/java")
JARS = ["preflight", "pdfbox2", "xmpbox", "fontbox2", "commons-logging", "javax.activation", "jaxb-api"]
PDF_JS = Path("/usr/share/javascript/pdf/build/pdf.js")
NAMESPACE = "{urn:paiban:issue}"
MADE_UP = tempfile.TemporaryDirectory()
EIGHT_PAGES = program.TREE / "issues" / "samples" / "eight-pages" / "issue.xml"


def kept(flavour, issue=program.ISSUE):
    return program.rendered(issue, "pdf", "--profile", "archive", "--flavour", flavour)


@functools.cache
def eight_pages():
    """The sample with places for its stories, in a folder that goes when the tests end."""
    folder = Path(MADE_UP.name)
    made = program.run("makeup", EIGHT_PAGES, "--proposals", 1, "-o", folder)
    if made.returncode != 0:
        raise AssertionError(made.stderr.decode())
    return next(folder.rglob("issue.xml"))


def in_file(content):
    file = tempfile.NamedTemporaryFile(suffix=".pdf")
    file.write(content)
    file.flush()
    return file


def said_of(content, *command):
    """What `command` says of the PDF; its name takes the place of {}, or stands last."""
    with in_file(content) as file:
        words = [word.replace("{}", file.name) for word in command]
        ended = subprocess.run(words if "{}" in " ".join(command) else [*words, file.name], capture_output=True, check=False)
    return ended.returncode, (ended.stdout + ended.stderr).decode(errors="replace")


def words(text):
    return "".join(text.split())


def as_typed(element):
    """The words of a block of the issue, lost ones as they print."""
    text = element.text or ""
    for child in element:
        if child.tag == NAMESPACE + "gap":
            text += "［缺］"
        text += as_typed(child) + (child.tail or "")
    return text


@functools.cache
def paragraphs(issue):
    return [words(as_typed(block)) for block in ElementTree.parse(issue).iter()
            if block.tag in (NAMESPACE + "p", NAMESPACE + "list-head")]


@functools.cache
def seen_by_pdf_js(flavour):
    code, said = said_of(kept(flavour), "node", str(program.TREE / "tests/support/read_pdf.js"))
    if code != 0:
        raise AssertionError(said)
    return json.loads(said)


@unittest.skipUnless(shutil.which("java") and all((JAVA / f"{jar}.jar").exists() for jar in JARS),
                     "needs libpdfbox2-java, libactivation-java, libjaxb-api-java and a Java runtime")
class Judged(unittest.TestCase):
    def judge(self, content):
        path = ":".join(str(JAVA / f"{jar}.jar") for jar in JARS)
        code, said = said_of(content, "java", "-cp", path, "org.apache.pdfbox.preflight.Validator_A1b")
        self.assertEqual(code, 0, said)
        self.assertIn("is a valid PDF/A-1b file", said)

    def test_the_page(self):
        self.judge(kept("a1b"))

    def test_eight_pages(self):
        self.judge(kept("a1b", eight_pages()))
        self.assertIn(b"/Count 8", kept("a1b", eight_pages()))

    def test_a_proof_is_none(self):
        """The judge is awake."""
        with self.assertRaises(AssertionError):
            self.judge(program.rendered(program.ISSUE, "pdf"))


@unittest.skipUnless(shutil.which("qpdf") and shutil.which("pdfinfo") and shutil.which("pdfdetach"),
                     "needs qpdf and poppler-utils")
class Whole(unittest.TestCase):
    def test_qpdf_has_nothing_to_say(self):
        for flavour in FLAVOURS:
            with self.subTest(flavour=flavour):
                code, said = said_of(kept(flavour), "qpdf", "--check")
                self.assertEqual(code, 0, said)
                self.assertNotIn("WARNING", said)

    def test_the_standard_is_named(self):
        for flavour, part, level in [("a2u", 2, "U"), ("a3u", 3, "U"), ("a1b", 1, "B")]:
            packet = re.search(rb"<x:xmpmeta.*</x:xmpmeta>", kept(flavour), re.DOTALL).group().decode()
            self.assertIn(f"<pdfaid:part>{part}</pdfaid:part>", packet)
            self.assertIn(f"<pdfaid:conformance>{level}</pdfaid:conformance>", packet)

    def test_no_rule_of_part_2_is_broken_that_cairo_breaks(self):
        for flavour in FLAVOURS:
            _, plain = said_of(kept(flavour), "qpdf", "--qdf", "--object-streams=disable", "{}", "-")
            for word in ["/Interpolate", "/SMask", "/S /Transparency", "/JavaScript", "/Launch"]:
                self.assertNotIn(word, plain, flavour)
            fonts = plain.count("/Subtype /CIDFontType2")
            self.assertGreater(fonts, 0)
            self.assertEqual(plain.count("/CIDToGIDMap /Identity"), fonts)
            all_fonts = len(re.findall(r"/Subtype /CIDFontType[02]\b", plain))
            self.assertEqual(plain.count("/CIDSet "), all_fonts if flavour == "a1b" else 0)
            self.assertEqual(plain.count("/S /GTS_PDFA1"), 1)

    def test_the_issue_goes_along(self):
        with in_file(kept("a3u")) as file, tempfile.TemporaryDirectory() as folder:
            subprocess.run(["pdfdetach", "-saveall", "-o", folder, file.name], check=True, capture_output=True)
            self.assertEqual((Path(folder) / "issue.xml").read_bytes(), program.ISSUE.read_bytes())
        _, plain = said_of(kept("a3u"), "qpdf", "--qdf", "--object-streams=disable", "{}", "-")
        for word in ["/AF [", "/AFRelationship /Source", "/Subtype /text#2fxml", "/ModDate (D:20250205000000+08'00')"]:
            self.assertIn(word, plain)
        self.assertNotIn("/EmbeddedFile", said_of(kept("a2u"), "qpdf", "--qdf", "{}", "-")[1])

    def test_the_same_bytes_again(self):
        for flavour in FLAVOURS:
            again = program.run("render", program.ISSUE, "--format", "pdf", "-o", "-", "--profile", "archive", "--flavour", flavour,
                                TZ="Asia/Urumqi", LC_ALL="C.UTF-8")
            self.assertEqual(again.stdout, kept(flavour))

    def test_it_looks_as_the_proof(self):
        pictures = []
        for content in [program.rendered(program.ISSUE, "pdf"), *map(kept, FLAVOURS)]:
            with in_file(content) as file:
                pictures.append(subprocess.run(["pdftoppm", "-r", "72", file.name], capture_output=True, check=True).stdout)
        for picture in pictures[1:]:
            self.assertEqual(picture, pictures[0])


@unittest.skipUnless(shutil.which("pdftotext") and shutil.which("mutool"), "needs poppler-utils and mupdf-tools")
class Read(unittest.TestCase):
    def in_order(self, text):
        """Every paragraph of the source whole and in its order, and nothing that is no character."""
        self.assertNotIn("\ufffd", text)
        at = 0
        for paragraph in paragraphs(program.ISSUE):
            found = text.find(paragraph, at)
            self.assertGreaterEqual(found, at, paragraph[:20])
            at = found + len(paragraph)

    def test_by_poppler(self):
        for flavour in FLAVOURS:
            self.in_order(words(said_of(kept(flavour), "pdftotext", "-raw", "{}", "-")[1]))

    def test_by_mupdf(self):
        for flavour in FLAVOURS:
            self.in_order(words(said_of(kept(flavour), "mutool", "draw", "-q", "-F", "txt", "{}")[1]))

    @unittest.skipUnless(PDF_JS.exists() and shutil.which("node"), "needs libjs-pdf and nodejs")
    def test_by_pdf_js(self):
        for flavour in FLAVOURS:
            page = seen_by_pdf_js(flavour)["pages"][0]
            self.in_order(words(page["text"]))
            self.in_order(words("".join(page["tagged"])))

    def test_by_its_tags(self):
        """Poppler's view of the tree: a paragraph of the issue is one element, whatever legs it runs through."""
        _, tree = said_of(kept("a2u"), "pdfinfo", "-struct-text")
        self.in_order(words("".join(re.findall(r'^\s*"(.*)"$', tree, re.MULTILINE))))
        elements = re.findall(r'^ *(\w+)(?: [^\n]*)?\n((?: *"[^\n]*"\n)+)', tree, re.MULTILINE)
        held = {words("".join(re.findall(r'"(.*)"', text))) for kind, text in elements if kind == "P"}
        for paragraph in paragraphs(program.ISSUE):
            self.assertIn(paragraph, held)


@unittest.skipUnless(PDF_JS.exists() and shutil.which("node"), "needs libjs-pdf and nodejs")
class Found(unittest.TestCase):
    def test_a_bookmark_for_each_story(self):
        page = seen_by_pdf_js("a2u")["outline"]
        self.assertEqual([each["title"] for each in page], ["第1版"])
        self.assertEqual(len(page[0]["items"]), len([story for story in program.trace(program.ISSUE)["stories"] if not story.get("within")]))

    def test_pages_have_their_names(self):
        self.assertEqual(seen_by_pdf_js("a2u")["labels"], ["第1版"])

    def test_the_record_of_the_transcription(self):
        packet = re.search(rb"<x:xmpmeta.*</x:xmpmeta>", kept("a2u"), re.DOTALL).group().decode()
        notes = re.search(r"<paiban:notes>.*</paiban:notes>", packet, re.DOTALL).group()
        gaps = program.ISSUE.read_text(encoding="utf-8").count("<gap")
        self.assertGreater(gaps, 0)
        self.assertEqual(len(re.findall(r"<rdf:li>[^<]* gap ", notes)), gaps)
        self.assertIn("据录入文本重排", re.search(r"<dc:description>.*</dc:description>", packet).group())

    def test_it_says_that_it_is_tagged(self):
        self.assertTrue(seen_by_pdf_js("a2u")["marked"]["Marked"])


if __name__ == "__main__":
    unittest.main()
