"""The front page of 12184: what can be counted and measured on it, from its trace."""

import itertools
import json
import re
import unittest
import xml.etree.ElementTree as ElementTree

import program

NAMESPACE = "{urn:paiban:issue}"
MM = 72 / 25.4
EM, ROW, BASELINE = 9.0, 12.0, 9.42  # pt; the last from the top of a row, typography 2
FLUSH = 0.01 * MM
PLACE = 0.05 * MM
HEAD_MARGIN = 30 * MM
TYPE_AREA = 109 * EM
MASTHEAD_ROWS = 20

LEGS = {"lead": [43, 3, 3, 3], "lead-list": [36, 36, 36], "story-2": [22, 22], "story-3": [14, 14], "story-4": [15, 15],
        "commentary": [17, 17]}
# First page row of each leg.
TOPS = {"lead": [32] * 4, "lead-list": [39] * 3, "story-2": [26] * 2, "story-3": [56] * 2, "story-4": [76] * 2, "commentary": [100] * 2}
# Left edges in em.
LEFT_ZONE, RIGHT_ZONE = [0, 18.5, 37, 55.5], [75, 93.25]
MEASURE = {True: 16.5, False: 15.75}  # em; in the left zone, in the right

# 避头尾, level gb (GB/T 15834): what may not open a line, what may not close one.
NOT_FIRST = set("、，；：。．！？·—～-/”’）》〉】］〕」』%‰℃")
NOT_LAST = set("“‘（《〈【［〔「『¥$№□")
HALF_AT_THE_END = {"closing", "pause", "stop", "digit"}


def paragraphs_of(issue):
    """story id → its running text by paragraphs, as typed, lost words as they print."""
    def words(element):
        yield element.text or ""
        for child in element:
            if child.tag == NAMESPACE + "gap":
                yield "［缺］"
            yield from words(child)
            yield child.tail or ""

    found = {}
    for story in ElementTree.parse(issue).iter():
        if story.tag in (NAMESPACE + "story", NAMESPACE + "box"):
            found[story.get("id")] = ["".join(words(block)).strip(" \n") for block in story
                                      if block.tag in (NAMESPACE + "p", NAMESPACE + "list-head")]
    return found


def right(line):
    return line["x"] + line["measure"]


class Page:
    """What holds for the page whether its line ends are found or given."""
    issue = program.ISSUE

    @classmethod
    def setUpClass(cls):
        cls.page = program.trace(cls.issue)
        cls.left = (cls.page["width"] - TYPE_AREA) / 2
        cls.stories = {story["id"]: story for story in cls.page["stories"]}
        cls.running = {name: cls.with_paragraphs(name) for name in LEGS}

    @classmethod
    def with_paragraphs(cls, name):
        """(leg, row, line, is it the first of its paragraph, is it the last) of every line, in order."""
        wanted = iter(paragraphs_of(cls.issue)[name])
        rest, out = "", []
        for leg, column in enumerate(cls.stories[name]["legs"]):
            for row, line in enumerate(column["lines"]):
                first = not rest
                rest = rest or next(wanted)
                if not rest.startswith(line["text"]):
                    raise AssertionError(f"{name}: {line['text']} is set where {rest[:20]} should follow")
                rest = rest[len(line["text"]):]
                out.append((leg, row, line, first, not rest))
        if rest or next(wanted, None):
            raise AssertionError(f"{name}: text is left out")
        return out

    def each_line(self):
        return [(name, *rest) for name, lines in self.running.items() for rest in lines]

    def assert_none(self, offenders):
        self.assertEqual(list(offenders), [])

    def test_legs_as_printed(self):
        fit = json.loads(program.run("fit", self.issue, "--json").stdout)["pages"][0]
        self.assertEqual({story["id"]: story["legs"] for story in fit["stories"]}, LEGS)
        for story in fit["stories"]:
            self.assertEqual((story["over"], story["lines"]), (0, sum(story["legs"])), story)
            self.assertLessEqual(abs(story["tracking"]), 0.02)
            self.assertEqual(story["cures"], [])
        for name, legs in LEGS.items():
            self.assertEqual([len(leg["lines"]) for leg in self.stories[name]["legs"]], legs)

    def test_no_line_is_tightened_more_than_its_story_says(self):
        fit = json.loads(program.run("fit", self.issue, "--json").stdout)["pages"][0]
        said = {story["id"]: story["tracking"] for story in fit["stories"]}
        for name, lines in self.running.items():
            self.assertEqual(min(line["tracking"] for _, _, line, _, _ in lines), said[name], name)
            self.assertLessEqual(max(line["tracking"] for _, _, line, _, _ in lines), 0)

    def test_legs_stand_in_their_columns(self):
        for name, legs in LEGS.items():
            is_left = name.startswith("lead")
            edges = LEFT_ZONE[-len(legs):] if is_left else RIGHT_ZONE
            for leg, edge, top, rows in zip(self.stories[name]["legs"], edges, TOPS[name], legs):
                self.assertAlmostEqual(leg["x"], self.left + edge * EM, delta=PLACE)
                self.assertAlmostEqual(leg["width"], MEASURE[is_left] * EM, delta=FLUSH)
                self.assertAlmostEqual(leg["y"], HEAD_MARGIN + (top - 1) * ROW, delta=PLACE)
                self.assertAlmostEqual(leg["height"], rows * ROW, delta=FLUSH)

    def test_every_baseline_on_its_row(self):
        rows = [(line["text"], line["baseline"], HEAD_MARGIN + (TOPS[name][leg] - 1 + row) * ROW + BASELINE)
                for name, leg, row, line, _, _ in self.each_line()]
        self.assertEqual(len(rows), 52 + 108 + 44 + 28 + 30 + 34)
        self.assert_none(row for row in rows if abs(row[1] - row[2]) > PLACE)

    def test_indents(self):
        lines = [(line["text"], line["x"], self.stories[name]["legs"][leg]["x"] + 2 * EM * first)
                 for name, leg, _, line, first, _ in self.each_line()]
        self.assert_none(line for line in lines if abs(line[1] - line[2]) > FLUSH)

    def test_flush_at_the_start(self):
        """From where the glyphs stand: an opening mark at a line's start loses its blank half."""
        starts = [(line["text"], line["glyphs"][0]["x"], line["x"]) for _, _, _, line, _, _ in self.each_line()]
        self.assert_none(start for start in starts if abs(start[1] - start[2]) > FLUSH)

    def test_flush_at_the_end(self):
        """A mark closes a line with half an em; digits are half an em each."""
        ends = []
        for name, leg, _, line, _, last in self.each_line():
            glyph, column = line["glyphs"][-1], self.stories[name]["legs"][leg]
            end = glyph["x"] + (EM / 2 if glyph["class"] in HALF_AT_THE_END else EM)
            ends.append((line["text"], end, column["x"] + column["width"], last or line["text"] == "［缺］"))
        self.assert_none(end for end in ends if abs(end[1] - end[2]) > FLUSH and not end[3])
        self.assert_none(end for end in ends if end[1] > end[2] + FLUSH)

    def test_no_prohibited_edge(self):
        self.assert_none(line["text"] for _, _, _, line, _, last in self.each_line()
                         if line["text"][0] in NOT_FIRST or (not last and line["text"][-1] in NOT_LAST))

    def test_no_number_is_parted(self):
        ends = [line["text"][-1] + "|" + following["text"][0]
                for lines in self.running.values()
                for (_, _, line, _, last), (_, _, following, _, _) in itertools.pairwise(lines) if not last]
        self.assert_none(end for end in ends if re.fullmatch(r"[0-9A-Za-z.]\|[0-9A-Za-z.%]", end))

    def test_no_leg_opens_with_a_last_line(self):
        self.assert_none(line["text"] for _, leg, row, line, first, last in self.each_line()
                         if leg > 0 and row == 0 and last and not first)

    def test_no_head_closes_a_leg(self):
        self.assert_none(line["text"] for name, leg, row, line, _, _ in self.each_line()
                         if line["style"] == "list-head" and row + 1 == LEGS[name][leg])

    def test_glyphs_go_forward(self):
        for _, _, _, line, _, _ in self.each_line():
            self.assertEqual("".join(glyph["char"] for glyph in line["glyphs"]), line["text"])
            for glyph, following in itertools.pairwise(line["glyphs"]):
                self.assertAlmostEqual(glyph["x"] + glyph["advance"], following["x"], delta=2e-4, msg=line["text"])
                self.assertGreater(glyph["advance"], EM / 4, line["text"])

    def test_nothing_overlaps_nothing_stands_outside(self):
        boxes = [(story["id"], box["x"], box["y"], box["x"] + box["width"], box["y"] + box["height"])
                 for story in self.page["stories"] for box in story["legs"] + story["heads"]]
        boxes += [(picture["id"] + " picture", picture["x"], picture["y"], picture["x"] + picture["width"], picture["y"] + picture["height"])
                  for picture in self.page["pictures"]]
        area = (self.left, HEAD_MARGIN, self.left + TYPE_AREA, HEAD_MARGIN + 116 * ROW)
        for name, left, top, right_edge, foot in boxes:
            self.assertTrue(left >= area[0] - PLACE and top >= area[1] - PLACE and right_edge <= area[2] + PLACE and foot <= area[3] + PLACE,
                            name)
        for (a, left, top, right_edge, foot), (b, left_b, top_b, right_b, foot_b) in itertools.combinations(boxes, 2):
            apart = right_edge <= left_b + PLACE or right_b <= left + PLACE or foot <= top_b + PLACE or foot_b <= top + PLACE
            # A credit shares its caption's last line.
            self.assertTrue(apart or (a, b) == ("photo", "photo"), (a, b))

    def test_every_line_knows_its_source(self):
        source = self.issue.read_text(encoding="utf-8").splitlines()
        said = [(line["text"], source[line["source"]["line"] - 1][line["source"]["column"] - 1])
                for _, _, _, line, _, _ in self.each_line() if line["text"] != "［缺］"]  # that stands for an element
        self.assert_none(line for line in said if line[0][0] != line[1])


class FrontPage(Page, unittest.TestCase):
    def test_neighbours_are_of_one_grey(self):
        """A5: mean gaps of lines below one another within 0.08 em, in 97 of 100 pairs."""
        gaps = [(name, leg, (line["set"] - line["natural"]) / line["size"] / max(1, len(line["glyphs"]) - 1))
                for name, leg, _, line, _, _ in self.each_line()]
        full = [right(line) - line["x"] - line["set"] < FLUSH for _, _, _, line, _, _ in self.each_line()]
        pairs = [abs(a[2] - b[2]) for (a, a_full), (b, b_full) in itertools.pairwise(zip(gaps, full))
                 if a_full and b_full and a[:2] == b[:2]]
        self.assertGreater(len(pairs), 200)
        self.assertGreaterEqual(sum(gap <= 0.08 for gap in pairs) / len(pairs), 0.97)


class AsPrinted(Page, unittest.TestCase):
    issue = program.AS_PRINTED

    def test_the_printed_lines(self):
        printed = json.loads((program.TREE / "tests/data/printed-lines-open.json").read_text(encoding="utf-8"))["paragraphs"]
        for story, block in (("lead", "lead"), ("story-2", "story2")):
            wanted = []  # None: at the foot of a leg, lost in the scan
            for paragraph in (p for p in printed if p["block"] == block):
                wanted += itertools.chain(*paragraph["segments"])
                wanted += [None] * paragraph["last_line_lost"]
            for words, (leg, row, line, _, last) in zip(wanted, self.running[story], strict=True):
                if words is not None:
                    self.assertEqual(line["text"], words, (story, leg + 1, row + 1))
                if not last:
                    self.assertAlmostEqual(line["set"], line["measure"], delta=FLUSH)


class Furniture(unittest.TestCase):
    """What stands around the text: heads, rules, the strip, the date, the photograph."""

    @classmethod
    def setUpClass(cls):
        cls.page = program.trace(program.ISSUE)
        cls.left = (cls.page["width"] - TYPE_AREA) / 2
        cls.stories = {story["id"]: story for story in cls.page["stories"]}

    def x(self, em):
        return self.left + em * EM

    def row(self, number, more=0.0):
        return HEAD_MARGIN + (number - 1) * ROW + more

    def furniture(self, style):
        return [line for line in self.page["furniture"] if line["style"] == style]

    def head(self, story, role):
        return next(head for head in self.stories[story]["heads"] if head["role"] == role)

    def rules(self, weight, upright):
        return [rule for rule in self.page["rules"] if rule["weight"] == weight and (rule["x"] == rule["x2"]) == upright]

    def test_the_sheet(self):
        self.assertAlmostEqual(self.page["width"], 390 * MM, delta=PLACE)
        self.assertAlmostEqual(self.page["height"], 550 * MM, delta=PLACE)
        self.assertEqual(self.page["pitch"], ROW)

    def test_the_strip_has_equal_gaps(self):
        items = self.furniture("strip")
        self.assertEqual(len(items), 5)
        gaps = [b["x"] - a["x"] - a["set"] for a, b in itertools.pairwise(items)]
        for gap in gaps:
            self.assertAlmostEqual(gap, gaps[0], delta=0.01)
        self.assertGreater(gaps[0], 3 * 10.5)
        self.assertAlmostEqual(items[0]["x"], self.x(0), delta=0.01)
        self.assertAlmostEqual(items[-1]["x"] + items[-1]["set"], self.x(109), delta=0.01)

    def test_the_date_is_centred(self):
        for style in ("month", "lunar", "number"):
            line, = self.furniture(style)
            self.assertAlmostEqual(line["x"] + line["set"] / 2, self.x(92), delta=PLACE)

    def test_the_weekday_goes_down_in_equal_steps(self):
        stack = self.furniture("weekday")
        self.assertEqual("".join(line["text"] for line in stack), "星期三")
        for a, b in itertools.pairwise(stack):
            self.assertAlmostEqual(b["baseline"] - a["baseline"], 38, delta=PLACE)
            self.assertEqual(a["x"], b["x"])

    def test_gutter_rules_at_gutter_centres(self):
        upright = sorted((rule["x"], rule["y"], rule["y2"]) for rule in self.rules(0.35, upright=True))
        wanted = [(17.5, (39, 1.5), (75, -1.5)), (36, (39, 1.5), (75, -1.5)), (54.5, (39, 1.5), (75, -1.5)),
                  (73.5, (1, 1.5), (18, -1.5)), (73.5, (21, 1.5), (117, -1.5))]
        self.assertEqual(len(upright), len(wanted))
        for found, (x, top, foot) in zip(upright, wanted):
            for is_at, should in zip(found, (self.x(x), self.row(*top), self.row(*foot))):
                self.assertAlmostEqual(is_at, should, delta=PLACE)

    def test_rules_end_at_text_edges(self):
        edges = [self.x(em) for em in (0, 18.5, 72, 75, 109)]
        for rule in self.rules(0.35, upright=False) + self.rules(2.0, upright=False):
            for end in (rule["x"], rule["x2"]):
                self.assertLess(min(abs(end - edge) for edge in edges), PLACE, rule)

    def test_three_weights_and_one_red(self):
        self.assertEqual({rule["weight"] for rule in self.page["rules"]}, {0.35, 0.75, 2.0})
        self.assertEqual({rule["swatch"] for rule in self.page["rules"]}, {"black", "accent"})

    def test_the_label_stands_between_its_rules(self):
        first, second = self.rules(0.75, upright=False)
        label, = self.head("lead", "label")["lines"]
        for is_at, should in ((first["x"], self.x(0)), (first["x2"], label["x"] - 14), (second["x"], label["x"] + label["set"] + 14),
                              (second["x2"], self.x(72))):
            self.assertAlmostEqual(is_at, should, delta=PLACE)

    def test_the_photograph(self):
        picture, = self.page["pictures"]
        for key, should in (("x", self.x(0)), ("y", self.row(77)), ("width", 648), ("height", 432)):
            self.assertAlmostEqual(picture[key], should, delta=PLACE)
        self.assertGreaterEqual(picture["ppi"], 200)

    def test_the_caption(self):
        caption = self.head("photo", "caption")["lines"]
        self.assertEqual([b["baseline"] - a["baseline"] for a, b in itertools.pairwise(caption)], [15, 15])
        self.assertEqual(caption[0]["x"] - caption[1]["x"], 22)  # two em
        for line in caption[:-1]:
            self.assertAlmostEqual(right(line), self.x(72), delta=FLUSH)
        credit, = self.head("photo", "credit")["lines"]
        self.assertEqual(credit["baseline"], caption[-1]["baseline"])
        self.assertAlmostEqual(credit["x"] + credit["set"], self.x(72), delta=FLUSH)

    def test_heads_are_centred(self):
        for story, role, left, right_edge in (("lead", "label", 0, 72), ("lead", "deck", 0, 72), ("lead-list", "headline", 18.5, 72),
                                              ("story-2", "headline", 75, 109), ("story-3", "headline", 75, 109),
                                              ("story-4", "headline", 75, 109)):
            for line in self.head(story, role)["lines"]:
                self.assertAlmostEqual(line["x"] + line["set"] / 2, self.x((left + right_edge) / 2), delta=PLACE)
                self.assertGreaterEqual(line["x"], self.x(left) - FLUSH)

    def test_the_commentary(self):
        logo, headline, byline = (self.head("commentary", role) for role in ("logo", "headline", "byline"))
        self.assertEqual(logo["rows"], ["今日", "评点"])
        axis = {round(line["x"] + line["set"] / 2, 1) for line in headline["lines"] + byline["lines"]}
        self.assertEqual(len(axis), 1)
        self.assertAlmostEqual(axis.pop(), (self.x(75) + 73.5 + self.x(109)) / 2, delta=0.1)


if __name__ == "__main__":
    unittest.main()
