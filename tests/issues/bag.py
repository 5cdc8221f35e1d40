"""What is kept of an issue: the bag as sha256sum, libxml2 and Poppler read it."""

import hashlib
import json
import os
import random
import re
import shutil
import subprocess
import tempfile
import unittest
import urllib.parse
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import program

WRITE_BAG = os.environ["WRITE_BAG"]
ALTO, METS, MODS = "{http://www.loc.gov/standards/alto/ns-v4#}", "{http://www.loc.gov/METS/}", "{http://www.loc.gov/mods/v3}"
PREMIS, XLINK, PLACES = "{http://www.loc.gov/premis/v3}", "{http://www.w3.org/1999/xlink}", "{urn:paiban:provenance}"
SCHEMAS = program.TREE.parent / "shared" / "data" / "schemas"
EIGHT_PAGES = program.TREE / "issues" / "samples" / "eight-pages" / "issue.xml"
UNIT = 72 / 1200  # ALTO's, in points


def write_bag(issue, folder, data=program.TREE, **environment):
    subprocess.run([WRITE_BAG, issue, data, folder], check=True, env=program.plain_environment(**environment))
    return Path(folder)


def words(text):
    return "".join(text.split())


def attributes(element, *names):
    return [float(element.get(name)) for name in names]


class BagTest(unittest.TestCase):
    issue, data = program.ISSUE, program.TREE

    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp(prefix="paiban-bag-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.bag = write_bag(cls.issue, cls.folder / "bag", cls.data)

    def alto(self, page=1):
        return ElementTree.parse(self.bag / f"data/alto/{page:04}.xml").getroot()

    def mets(self):
        return ElementTree.parse(self.bag / "data/mets.xml").getroot()


def sums_hold(bag):
    """By coreutils, as anyone would check who has never heard of us."""
    return all(subprocess.run(["sha256sum", "--check", "--strict", "--quiet", name], cwd=bag, capture_output=True, check=False).returncode == 0
               for name in ("manifest-sha256.txt", "tagmanifest-sha256.txt"))


class Whole(BagTest):
    """RFC 8493."""

    def test_all_sums_hold(self):
        self.assertTrue(sums_hold(self.bag))

    def test_every_file_of_the_payload_is_in_the_manifest(self):
        there = {str(file.relative_to(self.bag)) for file in self.bag.glob("data/**/*") if file.is_file()}
        listed = [line.split("  ", 1)[1] for line in (self.bag / "manifest-sha256.txt").read_text().splitlines()]
        self.assertEqual(there, set(listed))
        self.assertEqual(listed, sorted(listed))
        self.assertLessEqual({"data/mets.xml", "data/premis.xml", "data/alto/0001.xml", "data/pages/0001.png", "data/text/0001.txt",
                              "data/iiif/manifest.json", "data/made-with.json", "data/source/issue.xml", "data/pdf/proof.pdf"}, there)

    def test_the_bag_says_what_it_is(self):
        info = dict(line.split(": ", 1) for line in (self.bag / "bag-info.txt").read_text().splitlines())
        sizes = [file.stat().st_size for file in self.bag.glob("data/**/*") if file.is_file()]
        self.assertEqual(info["Payload-Oxum"], f"{sum(sizes)}.{len(sizes)}")
        self.assertEqual(info["Bagging-Date"], "2025-02-05")
        self.assertEqual(info["External-Identifier"], "CN65-0010_2025-02-05_12184")
        self.assertEqual((self.bag / "bagit.txt").read_text(), "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")

    def test_the_source_is_kept_as_it_is(self):
        self.assertEqual((self.bag / "data/source/issue.xml").read_bytes(), self.issue.read_bytes())
        picture = "pictures/patrol-stand-in.jpg"
        self.assertEqual((self.bag / "data/source" / picture).read_bytes(), (self.issue.parent / picture).read_bytes())

    def test_one_flipped_bit_is_found_wherever_it_is(self):
        chance = random.Random(12184)
        files = [file for file in self.bag.glob("data/**/*") if file.is_file()]
        for _ in range(100):
            file = chance.choice(files)
            whole = file.read_bytes()
            at = chance.randrange(len(whole))
            file.write_bytes(whole[:at] + bytes([whole[at] ^ 1 << chance.randrange(8)]) + whole[at + 1:])
            found = not sums_hold(self.bag)
            file.write_bytes(whole)
            self.assertTrue(found, f"{file.name} {at}")
        self.assertTrue(sums_hold(self.bag))


def line_text(line):
    return "".join(string.get("CONTENT") for string in line.iter(ALTO + "String"))


def role(block):
    return [tag for tag in block.get("TAGREFS").split() if tag.startswith(("role.", "furniture"))][0]


def own_blocks(story):
    """The text blocks of an article, those of its boxes left out."""
    for child in story:
        if child.tag == ALTO + "TextBlock":
            yield child
        elif child.get("TYPE") == "leg":
            yield from child


def stories_of(alto):
    names = {tag.get("ID"): tag.get("LABEL") for tag in alto.iter(ALTO + "StructureTag") if tag.get("TYPE") == "article"}
    for block in alto.iter(ALTO + "ComposedBlock"):
        if block.get("TYPE") in ("article", "continuation"):
            yield names[block.get("TAGREFS").split()[0]], block


def source_stories(issue):
    """Each story of the source with its own words, as its XML has them, made by none of our code."""
    space = "{urn:paiban:issue}"
    inner = {space + name for name in ("box", "picture", "alt", "layout", "fillers")}

    def text(element):
        said = "［缺］" * int(element.get("lines", 1)) if element.tag == space + "gap" else element.text or ""
        return said + "".join((text(child) if child.tag not in inner else "") + (child.tail or "") for child in element)

    for page in ElementTree.parse(issue).getroot().iter(space + "page"):
        for story in page.iter():
            if story.get("id") and story.tag.removeprefix(space) in ("story", "box", "picture", "correction", "continuation"):
                yield story.get("id"), words(text(story))


class Read(BagTest):
    """ALTO, the plain text and IIIF say what the source says, where the PDF shows it."""

    def test_alto_says_what_the_source_says(self):
        said = {name: words("".join(line_text(line) for block in own_blocks(story) for line in block.iter(ALTO + "TextLine")))
                for name, story in stories_of(self.alto())}
        wanted = dict(source_stories(self.issue))
        self.assertEqual(set(said), set(wanted))
        for name, text in wanted.items():
            self.assertEqual(said[name], text, name)

    def test_the_reading_order_has_every_block_once(self):
        alto = self.alto()
        referred = [ref.get("REF") for ref in alto.iter(ALTO + "ElementRef")]
        blocks = [block.get("ID") for kind in ("TextBlock", "Illustration") for block in alto.iter(ALTO + kind)
                  if kind == "TextBlock" or not block.get("ID").startswith("f")]
        self.assertEqual(sorted(referred), sorted(blocks))

    def test_the_plain_text_says_the_same(self):
        alto = self.alto()
        everything = "".join(line_text(line) for line in alto.iter(ALTO + "TextLine"))
        self.assertEqual(words((self.bag / "data/text/0001.txt").read_text()), words(everything))

    def test_glyphs_spell_their_strings_and_stand_side_by_side(self):
        count = 0
        for string in self.alto().iter(ALTO + "String"):
            glyphs = list(string.iter(ALTO + "Glyph"))
            single = [c for c in string.get("CONTENT")]
            if len(glyphs) == len(single):
                self.assertEqual([glyph.get("CONTENT") for glyph in glyphs], single)
            left, width = attributes(string, "HPOS", "WIDTH")
            for glyph in glyphs:
                x, advance = attributes(glyph, "HPOS", "WIDTH")
                self.assertGreaterEqual(x, left)
                self.assertLessEqual(x + advance, left + width)
                left, width = x, left + width - x
                count += 1
        self.assertGreater(count, 4500)

    @unittest.skipUnless(shutil.which("pdftotext"), "needs poppler-utils")
    def test_lines_stand_where_poppler_finds_them(self):
        html = subprocess.run(["pdftotext", "-bbox", self.bag / "data/pdf/proof.pdf", "-"], capture_output=True, check=True).stdout
        found = [([float(word.get(name)) for name in ("xMin", "yMin", "xMax", "yMax")], word.text or "")
                 for word in ElementTree.fromstring(re.sub(rb"<!DOCTYPE[^>]*>", b"", html)).iter("{http://www.w3.org/1999/xhtml}word")]
        lines = [line for line in self.alto().iter(ALTO + "TextLine")]
        agree = 0
        for line in lines:
            x, y, width, height = [UNIT * value for value in attributes(line, "HPOS", "VPOS", "WIDTH", "HEIGHT")]
            here = [(box, text) for box, text in found
                    if box[1] - 0.1 <= y and box[3] + 0.1 >= y + height and min(box[2], x + width) - max(box[0], x) > 0.3 * (box[2] - box[0])
                    and (box[3] - box[1]) < 2.5 * height]
            said = "".join(text for _, text in sorted(here))
            if sorted(words(said)) != sorted(words(line_text(line))):
                continue
            left, right = min(box[0] for box, _ in here), max(box[2] for box, _ in here)
            overlap = (min(right, x + width) - max(left, x)) / width
            self.assertGreaterEqual(overlap, 0.95, line_text(line))
            agree += 1
        self.assertGreaterEqual(agree / len(lines), 0.97, f"{agree} of {len(lines)} lines are Poppler's")

    def test_iiif_has_every_line_on_its_canvas(self):
        manifest = json.loads((self.bag / "data/iiif/manifest.json").read_text())
        self.assertEqual(manifest["type"], "Manifest")
        canvas, = manifest["items"]
        image = canvas["items"][0]["items"][0]["body"]
        png = (self.bag / "data/iiif" / image["id"]).read_bytes()
        self.assertAlmostEqual(canvas["width"] / canvas["height"], int.from_bytes(png[16:20]) / int.from_bytes(png[20:24]), 3)
        self.assertTrue((self.bag / "data/iiif" / canvas["seeAlso"][0]["id"]).is_file())
        said = [annotation["body"]["value"] for annotation in canvas["annotations"][0]["items"]]
        self.assertEqual(words("".join(said)), words("".join(line_text(line) for line in self.alto().iter(ALTO + "TextLine"))))
        for annotation in canvas["annotations"][0]["items"]:
            target, _, box = annotation["target"].partition("#xywh=")
            x, y, width, height = map(int, box.split(","))
            self.assertEqual(target, canvas["id"])
            self.assertTrue(0 <= x < x + width <= canvas["width"] and 0 <= y < y + height <= canvas["height"], box)
        ids = re.findall(r'"id":"(urn:[^"#]*)"', json.dumps(manifest, separators=(",", ":")))
        self.assertEqual(len(ids), len(set(ids)))
        self.assertIn("昌吉州2025年十件惠民实事清单公布", json.dumps(manifest["structures"], ensure_ascii=False))

    def test_mets_names_every_file_with_its_sum(self):
        files = list(self.mets().iter(METS + "file"))
        for file in files:
            path = self.bag / "data" / urllib.parse.unquote(file.find(METS + "FLocat").get(XLINK + "href"))
            self.assertEqual(file.get("CHECKSUM"), hashlib.sha256(path.read_bytes()).hexdigest())
            self.assertEqual(int(file.get("SIZE")), path.stat().st_size)
        payload = sum(1 for file in self.bag.glob("data/**/*") if file.is_file())
        self.assertEqual(len(files), payload - 1)  # all but itself

    def test_mets_points_at_blocks_that_are_there(self):
        mets = self.mets()
        blocks = {element.get("ID") for element in self.alto().iter() if element.get("ID")}
        areas = list(mets.iter(METS + "area"))
        self.assertGreater(len(areas), 25)
        for area in areas:
            self.assertIn(area.get("BEGIN"), blocks)
        divs = {div.get("ID"): div for div in mets.iter(METS + "div")}
        for link in mets.iter(METS + "smLink"):
            self.assertIn(divs[link.get(XLINK + "from")].get("TYPE"), ("article", "box"))
            self.assertEqual(divs[link.get(XLINK + "to")].get("TYPE"), "page")
        self.assertEqual([div.get("TYPE") for div in mets.iter(METS + "div")].count("page not held"), 7)

    def test_a_transcription_says_so_with_every_place(self):
        for file in ("data/mets.xml", "data/premis.xml"):
            places = list(ElementTree.parse(self.bag / file).getroot().iter(PLACES + "place"))
            kinds = [place.get("kind") for place in places]
            self.assertEqual({kind: kinds.count(kind) for kind in kinds},
                             {"gap": 3, "supplied": 1, "conjectured": 1, "sic": 2, "stand-in": 2})
            guess = places[kinds.index("conjectured")]
            self.assertEqual((guess.get("story"), guess.get("text"), guess.get("detail")), ("commentary", "评。", "0.8"))
            line = self.issue.read_text().splitlines()[int(guess.get("line")) - 1]
            self.assertTrue(line[int(guess.get("column")) - 1:].startswith("<conjectured"))
        self.assertIn("Set again from a transcription", (self.bag / "data/mets.xml").read_text())

    def test_premis_knows_template_and_faces(self):
        premis = ElementTree.parse(self.bag / "data/premis.xml").getroot()
        sums = {value.find(f"{PREMIS}objectIdentifier/{PREMIS}objectIdentifierValue").text:
                value.find(f"{PREMIS}objectCharacteristics/{PREMIS}fixity/{PREMIS}messageDigest").text for value in premis.iter(PREMIS + "object")}
        for name in ("templates/changji-front.xml", "templates/terms.xml", "fonts/catalogue.xml"):
            self.assertEqual(sums[name], hashlib.sha256((program.TREE / name).read_bytes()).hexdigest())
        faces = [name for name in sums if name.startswith("fonts/") and not name.endswith(".xml")]
        self.assertGreater(len(faces), 3)
        for name in faces:
            self.assertEqual(sums[name], hashlib.sha256((program.TREE / name).read_bytes()).hexdigest())


def schemas_hold(bag):
    """What libxml2 says against the schemas, without the net: their import of xlink is led to the copy beside them."""
    with tempfile.NamedTemporaryFile("w", suffix=".xml") as catalogue:
        uris = "".join(f'<system systemId="{uri}" uri="{(SCHEMAS / "xlink.xsd").as_uri()}"/><uri name="{uri}" uri="{(SCHEMAS / "xlink.xsd").as_uri()}"/>'
                       for uri in ("http://www.loc.gov/standards/xlink/xlink.xsd", "https://www.loc.gov/standards/xlink/xlink.xsd"))
        catalogue.write(f'<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">{uris}</catalog>')
        catalogue.flush()
        said = []
        for schema, files in (("alto-4-4.xsd", sorted(bag.glob("data/alto/*.xml"))), ("mets1121.xsd", [bag / "data/mets.xml"])):
            ended = subprocess.run(["xmllint", "--nonet", "--noout", "--schema", SCHEMAS / schema, *files], capture_output=True, check=False,
                                   env=program.plain_environment(XML_CATALOG_FILES=catalogue.name))
            if ended.returncode != 0:
                said.append(ended.stderr.decode()[:2000])
        return said


@unittest.skipUnless(shutil.which("xmllint"), "needs libxml2-utils")
class Schemas(BagTest):
    def test_alto_and_mets_keep_their_schemas(self):
        if not SCHEMAS.is_dir():
            self.skipTest("the schemas of the Library of Congress are not beside the repository")
        self.assertEqual(schemas_hold(self.bag), [])

    def test_everything_is_well_formed(self):
        files = [file for file in self.bag.glob("data/**/*.xml")]
        subprocess.run(["xmllint", "--nonet", "--noout", *files], check=True)


def tree_of(bag):
    return {str(file.relative_to(bag)): file.read_bytes() for file in bag.rglob("*") if file.is_file()}


class Again(BagTest):
    def test_the_same_bytes_from_another_folder_in_another_zone_and_language(self):
        elsewhere = self.folder / "別処"
        shutil.copytree(self.issue.parent, elsewhere)
        again = write_bag(elsewhere / self.issue.name, self.folder / "again", TZ="Asia/Urumqi", LC_ALL="tr_TR.UTF-8", LANG="ar", HOME="/nowhere")
        self.assertEqual(tree_of(again), tree_of(self.bag))

    def test_the_same_bytes_with_the_data_folder_named_relatively(self):
        again = self.folder / "relative"
        subprocess.run([WRITE_BAG, self.issue, ".", again], check=True, cwd=program.TREE, env=program.plain_environment())
        self.assertEqual(tree_of(again), tree_of(self.bag))

    def test_nothing_of_the_machine_is_in_it(self):
        for name, whole in tree_of(self.bag).items():
            self.assertNotIn(str(self.folder).encode(), whole, name)
            self.assertNotIn(str(program.TREE).encode(), whole, name)


class Vertical(BagTest):
    """A story in vertical lines: the box of each runs down the page, its characters one below another."""

    @classmethod
    def setUpClass(cls):
        cls.issue = program.TREE / "tests" / "golden" / "vertical" / "song.xml"
        super().setUpClass()

    data = program.TREE / "tests" / "data"

    def test_its_lines_run_down(self):
        lines = [line for block in self.alto().iter(ALTO + "TextBlock") if block.get("BASEDIRECTION") == "ttb" for line in block]
        self.assertGreater(len(lines), 10)
        for line in lines:
            x, width = attributes(line, "HPOS", "WIDTH")
            top = 0
            for glyph in line.iter(ALTO + "Glyph"):
                left, y, across = attributes(glyph, "HPOS", "VPOS", "WIDTH")
                self.assertEqual((left, across), (x, width))
                self.assertGreaterEqual(y, top)
                top = y

    def test_it_says_what_the_source_says(self):
        said = "".join(line_text(line) for _, story in stories_of(self.alto()) for line in story.iter(ALTO + "TextLine"))
        self.assertEqual(words(said), "".join(text for _, text in source_stories(self.issue)))
        if shutil.which("xmllint") and SCHEMAS.is_dir():
            self.assertEqual(schemas_hold(self.bag), [])


class EightPages(BagTest):
    """Stories over several pages, jump lines, folio lines."""

    @classmethod
    def setUpClass(cls):
        folder = Path(tempfile.mkdtemp(prefix="paiban-bag-"))
        cls.addClassCleanup(shutil.rmtree, folder)
        program.run("makeup", EIGHT_PAGES, "-o", folder / "made-up")
        cls.issue = next(iter(sorted(folder.rglob("*.xml"))))
        super().setUpClass()

    def test_every_page_is_kept_and_valid(self):
        self.assertTrue(sums_hold(self.bag))
        self.assertEqual(len(list(self.bag.glob("data/alto/*.xml"))), 8)
        if shutil.which("xmllint") and SCHEMAS.is_dir():
            self.assertEqual(schemas_hold(self.bag), [])
