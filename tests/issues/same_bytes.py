"""The same issue gives the same bytes: twice, in any zone, language and folder. And they are the bytes that are expected.

With PAIBAN_UPDATE set, the expected sums are written instead of compared: 12184.sums has one line for each part of the page, so
that a reviewer sees which parts moved.
"""

import hashlib
import os
import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

import program

SUMS = Path(__file__).with_name("12184.sums")
FORMS = ("pdf", "png", "svg", "dump", "trace")


def parts(dump):
    """(name, lines) of the furniture and of each story, boxes inside it left out; what is outside them is the sheet."""
    found, open_parts = {"sheet": []}, ["sheet"]
    for line in dump.splitlines():
        tag = re.match(r"(open|close) (furniture|story \S+)$", line)
        if tag and tag[1] == "open":
            open_parts.append(tag[2])
            found[tag[2]] = []
        elif tag:
            open_parts.pop()
        else:
            found[open_parts[-1]].append(line)
    return found


def sums(dump):
    rows = []
    for name, lines in parts(dump).items():
        glyphs = sum(len(re.findall(r"\d@", line.split('" y ')[-1])) for line in lines if line.startswith("text "))
        rows.append(f"{hashlib.sha256(chr(10).join(lines).encode()).hexdigest()}  {name}: {len(lines)} items, {glyphs} glyphs\n")
    return "".join(rows)


class Page(unittest.TestCase):
    def test_every_glyph_where_it_was(self):
        found = sums(program.rendered(program.ISSUE, "dump").decode())
        if "PAIBAN_UPDATE" in os.environ:
            SUMS.write_text(found, encoding="utf-8")
        self.assertEqual(found, SUMS.read_text(encoding="utf-8"))

    def test_the_sums_see_a_moved_glyph(self):
        dump = program.rendered(program.ISSUE, "dump").decode()
        moved = re.sub(r"@(\d+)\.", lambda at: f"@{int(at[1]) + 1}.", dump, count=1)
        changed = [a for a, b in zip(sums(dump).splitlines(), sums(moved).splitlines(), strict=True) if a != b]
        self.assertEqual(len(changed), 1)


class Anywhere(unittest.TestCase):
    """Outputs do not depend on the machine's settings. A locale that is not installed is the C locale: harmless here."""
    ENVIRONMENTS = ({"TZ": "Asia/Urumqi"}, {"TZ": "America/Los_Angeles", "LC_ALL": "C"}, {"LC_ALL": "zh_CN.UTF-8"},
                    {"LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr"}, {"LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "1"}, {"HOME": "/nonexistent"})

    def rendered(self, issue, form, folder, **environment):
        ended = program.run("render", issue, "--format", form, "--dpi", "30", "-o", "out", cwd=folder, **environment)
        self.assertEqual(ended.returncode, 0, ended.stderr.decode(errors="replace"))
        return (Path(folder) / "out").read_bytes()

    def test_settings(self):
        for form in FORMS:
            expected = program.rendered(program.ISSUE, form, "--dpi", "30")
            for environment in self.ENVIRONMENTS:
                with self.subTest(form=form, environment=environment), tempfile.TemporaryDirectory() as folder:
                    self.assertTrue(self.rendered(program.ISSUE, form, folder, **environment) == expected)

    def test_another_home_for_the_issue(self):
        """A copy of the issue, named from its own folder: no output holds a path."""
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / "某报"
            shutil.copytree(program.ISSUE.parent, copy)
            for form in FORMS:
                with self.subTest(form=form):
                    made = self.rendered("issue.xml", form, copy)
                    self.assertTrue(made == program.rendered(program.ISSUE, form, "--dpi", "30"))
                    for name in (folder, str(program.TREE)):
                        self.assertNotIn(name.encode(), made)

    def test_any_clock_and_mask(self):
        if shutil.which("faketime") is None or program.IS_SANITIZED:
            self.skipTest("no faketime here, or none that may be loaded before the sanitizers")
        for profile in ("proof", "press"):
            words = ("render", program.ISSUE, "--profile", profile, "-o", "-")
            expected = program.run(*words).stdout
            self.assertTrue(expected.startswith(b"%PDF"), profile)
            for moment, mask in (("1971-01-01 00:00:00", 0o077), ("2038-01-20 03:14:08", 0)):
                with self.subTest(profile=profile, moment=moment):
                    made = subprocess.run(["faketime", moment, program.PAIBAN, *map(str, words)], capture_output=True, check=False,
                                          umask=mask, env=program.plain_environment(), timeout=300)
                    self.assertTrue(made.stdout == expected, made.stderr.decode(errors="replace"))


if __name__ == "__main__":
    unittest.main()
