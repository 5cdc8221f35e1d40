"""签样: stages in their order, sums of all that was read; --sealed prints nothing else."""

import json
import os
import shutil
import unittest

from contract import CONTENT, FINE, ISSUE, TREE, USAGE, Contract, without_picture


class Sealing(Contract):
    def setUp(self):
        super().setUp()
        shutil.copytree(ISSUE.parent / "pictures", self.folder / "pictures", dirs_exist_ok=True)
        shutil.copy(ISSUE, self.folder / "issue.xml")

    def seal(self, stage, *words, by="张三", expect=FINE):
        return self.paiban("seal", "issue.xml", "--stage", stage, "--by", by, *words, expect=expect)

    def seal_all(self):
        for stage in ("一校", "二校", "三校", "清样", "付印"):
            self.seal(stage)

    def listed(self, *words, expect=FINE):
        return json.loads(self.paiban("seal", "issue.xml", "--json", *words, expect=expect).stdout)["seals"]

    def change(self, name="issue.xml", old="近日", new="日前"):
        file = self.folder / name
        file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")

    def seals(self):
        return (self.folder / "issue.seals").read_text(encoding="utf-8")


class Seals(Sealing):
    def test_stages_come_in_their_order_and_again_as_rounds(self):
        self.assertIn("E1704", self.seal("二校", expect=CONTENT).stderr.decode())
        self.seal("一校")
        self.seal("一校", by="李四")
        self.seal("二校")
        self.assertIn("E1704", self.seal("付印", expect=CONTENT).stderr.decode())
        self.assertEqual([(each["stage"], each["round"], each["by"]) for each in self.listed("--list")],
                         [("一校", 1, "张三"), ("一校", 2, "李四"), ("二校", 1, "张三")])

    def test_a_seal_is_only_ever_added(self):
        self.seal("一校")
        before = self.seals()
        self.seal("二校", "--at", "2025-02-05T01:12+08:00")
        self.assertTrue(self.seals().startswith(before))
        added = self.seals()[len(before):]
        self.assertIn("at 2025-02-05T01:12+08:00\n", added)
        for what in ("seal 二校 1\n", "by 张三\n", "engine paiban ", " issue.xml\n", " templates/changji-front.xml\n", " fonts/catalogue.xml\n"):
            self.assertIn(what, added)
        self.assertRegex(added, r"\nface [0-9a-f]{64} fonts/")
        self.assertRegex(added, r"\nnamed [0-9a-f]{64} pictures/")

    def test_without_a_clock_the_same_seal_is_the_same_text(self):
        self.seal("一校")
        first = self.seals()
        (self.folder / "issue.seals").unlink()
        self.seal("一校")
        self.assertEqual(self.seals(), first)

    def test_what_was_changed_by_hand_is_no_seal(self):
        self.seal("一校")
        self.change("issue.seals", "张三", "王五")
        for words in (["--list"], ["--check"], ["--stage", "二校", "--by", "张三"]):
            self.assertIn("E1703", self.paiban("seal", "issue.xml", *words, expect=CONTENT).stderr.decode())

    def test_names_and_times(self):
        for words in (["--stage", "一校", "--by", ""], ["--stage", "一校", "--by", "张\n三"], ["--stage", "一校"], [],
                      ["--stage", "一校", "--by", "张三", "--at", "yesterday"]):
            self.assertIn("E1705", self.paiban("seal", "issue.xml", *words, expect=USAGE).stderr.decode())
        self.paiban("seal", "issue.xml", "--stage", "四校", "--by", "张三", expect=USAGE)
        self.assertFalse((self.folder / "issue.seals").exists())

    def test_what_may_not_be_printed_is_not_sealed_to_be(self):
        for stage in ("一校", "二校", "三校", "清样"):
            self.seal(stage)
        self.issue(without_picture)
        self.seal("付印", expect=CONTENT)
        self.assertEqual(len(self.listed("--list")), 4)

    def test_check_says_what_has_changed_since_which_seal(self):
        self.seal("一校")
        self.change()
        self.seal("二校")
        self.assertEqual([[c["name"] for c in each["changes"]] for each in self.listed("--check")], [["issue.xml"], []])
        self.change(old="日前", new="近期")
        said = self.paiban("seal", "issue.xml", "--check", expect=CONTENT).stdout.decode()
        self.assertIn("二校 (round 1, 张三):\n  issue.xml has changed\n", said)
        self.assertIn("issue.xml 已改动", self.paiban("--lang", "zh", "seal", "issue.xml", "--check", expect=CONTENT).stdout.decode())


class Sealed(Sealing):
    def press(self, expect=FINE):
        return self.paiban("render", "issue.xml", "--profile", "press", "--sealed", "-o", "press.pdf", expect=expect)

    def test_only_what_was_sealed_is_printed(self):
        self.assertIn("E1706", self.press(expect=CONTENT).stderr.decode())
        self.seal_all()
        self.press()
        before = (self.folder / "press.pdf").read_bytes()
        self.change()
        said = self.press(expect=CONTENT).stderr.decode()
        self.assertIn("E1707", said)
        self.assertIn("issue.xml", said)
        self.assertEqual((self.folder / "press.pdf").read_bytes(), before)
        self.change(old="日前", new="近日")
        self.press()

    def test_a_picture_that_was_changed_is_named(self):
        self.seal_all()
        picture = next(file for file in sorted((self.folder / "pictures").iterdir()) if file.name in self.seals())
        picture.write_bytes(picture.read_bytes() + b"\0")
        self.assertIn(picture.name, self.press(expect=CONTENT).stderr.decode())

    def test_words_that_came_beside_the_issue_are_named(self):
        self.seal_all()
        (self.folder / "terms.xml").write_text('<terms xmlns="urn:paiban:terms" version="1"/>')
        self.assertIn("terms.xml", self.press(expect=CONTENT).stderr.decode())

    def test_a_template_that_was_changed_is_named(self):
        data = self.folder / "data"
        shutil.copytree(TREE / "templates", data / "templates", ignore=shutil.ignore_patterns("specimens"))
        os.symlink(TREE / "fonts", data / "fonts")
        self.paiban("seal", "issue.xml", "--stage", "一校", "--by", "张三", "--data", "data", expect=FINE)
        template = data / "templates" / "changji-front.xml"
        template.write_text(template.read_text(encoding="utf-8") + "<!-- -->\n", encoding="utf-8")
        said = self.paiban("seal", "issue.xml", "--check", "--data", "data", expect=CONTENT).stdout.decode()
        self.assertIn("templates/changji-front.xml has changed", said)

    def test_a_seal_of_proofs_is_none_to_print_by(self):
        self.seal_all()
        self.seal("一校")
        self.assertIn("一校", self.press(expect=CONTENT).stderr.decode())

    def test_deliver_keeps_to_it(self):
        self.paiban("deliver", "issue.xml", "-o", "out", "--sealed", expect=CONTENT)
        self.assertFalse((self.folder / "out").exists())
        self.seal_all()
        self.paiban("deliver", "issue.xml", "-o", "out", "--sealed", expect=FINE)


if __name__ == "__main__":
    unittest.main()
