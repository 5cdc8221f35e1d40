"""The run over an archive: what stands there is whole and the same, whatever happens on the way.

By default some dozens of issues; the full size, once before a release:

    PAIBAN_ARCHIVE_ISSUES=1000 PAIBAN_ARCHIVE_KILLS=200 ctest --preset release -R cli.archive
"""

import fcntl
import functools
import hashlib
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

TREE = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TREE / "tests" / "support"))

from make_issues import make_issues  # noqa: E402: the path comes first
from program import PAIBAN, plain_environment  # noqa: E402

FINE, CONTENT, USAGE, FILE, INTERNAL = range(5)
ISSUES = int(os.environ.get("PAIBAN_ARCHIVE_ISSUES", "40"))
BAD = max(10, ISSUES // 20)
KILLS = int(os.environ.get("PAIBAN_ARCHIVE_KILLS", "6"))
LIMIT = 600 if ISSUES <= 100 else 7200  # seconds; the machine may be busy


def archive(*words, expect=None, cwd=None, stdin=b"", **environment):
    ended = subprocess.run([PAIBAN, "archive", *map(str, words)], capture_output=True, cwd=cwd, input=stdin,
                           env=plain_environment(**environment), timeout=LIMIT, check=False)
    if expect is not None and ended.returncode != expect:
        raise AssertionError(f"{words} ended with {ended.returncode}\n{ended.stderr.decode(errors='replace')[-3000:]}")
    return ended


def tree_of(folder):
    """Every file below it with its sum; hidden ones too: nothing may be left over."""
    return {p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(folder.rglob("*")) if p.is_file()}


def stamps_of(folder):
    return {p: (p.stat().st_ino, p.stat().st_mtime_ns) for p in sorted(folder.glob("2*/*/**/*"))}


def manifest(folder, name="manifest.jsonl"):
    return [json.loads(line) for line in (folder / name).read_text(encoding="utf-8").splitlines()]


def workers_of(process):
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    return [int(child) for child in children.read_text().split()]


class Holder:
    """The issues of all tests of this process, and what an undisturbed run makes of them."""

    @functools.cached_property
    def folder(self):
        self.kept = tempfile.TemporaryDirectory()
        return Path(self.kept.name)

    @functools.cached_property
    def made(self):
        return make_issues(self.folder / "issues", PAIBAN, ISSUES, BAD, eights=2)

    @functools.cached_property
    def few(self):
        """A list of some sound issues and two bad ones."""
        sound, bad = [each.path for each in self.made if not each.code], [each.path for each in self.made if each.code]
        file = self.folder / "issues" / "few.txt"
        file.write_text("# some\n\n" + "\n".join(sound[:6] + bad[:2]) + "\n")
        return file

    @functools.cached_property
    def run(self):
        return archive(self.folder / "issues", "-o", self.folder / "whole", "--pdf-only", "--jobs", 2, expect=CONTENT)

    @functools.cached_property
    def whole(self):
        return tree_of(self.folder / "whole") if self.run else None

    @functools.cached_property
    def few_tree(self):
        archive(self.few, "-o", self.folder / "few", "--pdf-only", expect=CONTENT)
        return tree_of(self.folder / "few")


HELD = Holder()


class Archive(unittest.TestCase):
    maxDiff = 2000

    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = Path(holder.name)
        self.out = self.folder / "out"

    def few(self, *words, expect=CONTENT, **more):
        return archive(HELD.few, "-o", self.out, "--pdf-only", *words, expect=expect, **more)

    def assert_few(self):
        self.assertEqual(tree_of(self.out), HELD.few_tree)


class Whole(Archive):
    def test_every_issue_is_told_of(self):
        self.assertIn(b"issues: ", HELD.run.stderr)
        head, *entries = manifest(HELD.folder / "whole")
        self.assertEqual((head["issues"], head["bad"], head["profiles"]), (ISSUES, BAD, ["press", "archive"]))
        self.assertEqual([each["path"] for each in entries], [each.path for each in HELD.made])
        for entry, made in zip(entries, HELD.made):
            errors = [each for each in entry["diagnostics"] if each["code"].startswith("E")]
            with self.subTest(path=made.path, damage=made.damage):
                self.assertEqual(entry["status"], "bad" if made.code else "made")
                self.assertEqual(bool(errors), bool(made.code))
                if made.code:
                    self.assertIn(made.code, [each["code"] for each in errors])
                    self.assertTrue(all(each["file"] == "issue.xml" and each["message"] for each in errors), errors)
                    self.assertTrue(made.damage == "an empty file" or errors[0]["line"] > 0, errors)
                    self.assertNotIn("pdfs", entry)

    def test_the_bad_ones_are_said_in_order(self):
        said = re.findall(r"issues/(\S+?):(?:\d+:\d+:)? error (E\d{4})", HELD.run.stderr.decode())
        bad = [each for each in HELD.made if each.code]
        self.assertEqual(sorted({path for path, _ in said}), [path for path in dict.fromkeys(path for path, _ in said)])
        self.assertLessEqual({(each.path, each.code) for each in bad}, set(said))

    def test_sums_and_nothing_left(self):
        whole = HELD.whole
        self.assertEqual([name for name in whole if "/." in name or name.startswith(".")], [])
        for entry in manifest(HELD.folder / "whole")[1:]:
            if entry["status"] != "made":
                continue
            self.assertEqual(whole[f"{entry['issue']}/record.json"], entry["record"])
            for name, found in entry["pdfs"].items():
                self.assertEqual(whole[f"{entry['issue']}/{name}"], found)
            checked = subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=HELD.folder / "whole" / entry["issue"], check=False)
            self.assertEqual(checked.returncode, 0)
        text = (HELD.folder / "whole" / "manifest.jsonl").read_text(encoding="utf-8")
        self.assertNotIn(str(HELD.folder), text)
        self.assertNotIn(str(TREE), text)

    def test_each_equals_a_run_of_its_own(self):
        sound = [each.path for each in HELD.made if not each.code]
        for path in sound[:: max(1, len(sound) // 5)]:
            out = self.folder / path.replace("/", "-")
            archive("-", "-o", out, "--pdf-only", stdin=f"{path}\n".encode(), cwd=HELD.folder / "issues", expect=FINE)
            alone = tree_of(out)
            del alone["manifest.jsonl"]
            self.assertEqual(len(alone), 4)
            self.assertLessEqual(alone.items(), HELD.whole.items())

    def test_resume_then_does_nothing(self):
        self.assertTrue(HELD.whole)
        before = stamps_of(HELD.folder / "whole")
        again = archive(HELD.folder / "issues", "-o", HELD.folder / "whole", "--pdf-only", "--resume", expect=CONTENT)
        self.assertIn(f" 0 made, {ISSUES - BAD} kept, {BAD} bad".encode(), again.stderr)
        self.assertEqual(stamps_of(HELD.folder / "whole"), before)
        self.assertEqual(tree_of(HELD.folder / "whole"), HELD.whole)


class Same(Archive):
    def test_whatever_the_workers_the_place_the_language(self):
        lines = HELD.few.read_text().splitlines()
        for words, environment in ((["--jobs", 1], {}), (["--jobs", 4], {"LC_ALL": "zh_CN.UTF-8", "TZ": "Asia/Urumqi"}),
                                   (["--jobs", 2, "--lang", "zh"], {"LANG": "tr_TR.UTF-8", "HOME": "/nowhere"})):
            with self.subTest(words=words, environment=environment):
                shutil.rmtree(self.out, ignore_errors=True)
                self.few(*words, cwd="/", **environment)
                self.assert_few()
        shutil.rmtree(self.out)
        archive("-", "-o", self.out, "--pdf-only", stdin="\n".join(reversed(lines)).encode(), cwd=HELD.few.parent, expect=CONTENT)
        self.assert_few()

    def test_shards_together_are_the_whole(self):
        for index in (3, 1, 2):
            self.few("--shard", f"{index}/3", expect=None)
        heads = [manifest(self.out, f"manifest-{index}-of-3.jsonl") for index in (1, 2, 3)]
        self.assertEqual(sum(head[0]["issues"] for head in heads), 8)
        self.assertLess(max(head[0]["issues"] for head in heads), 8)
        archive("--merge", "-o", self.out, expect=FINE)
        for part in self.out.glob("manifest-*"):
            part.unlink()
        self.assert_few()

    def test_a_folder_and_what_is_no_issue_in_it(self):
        issues = self.folder / "issues"
        (issues / ".hidden").mkdir(parents=True)
        (issues / "loose").mkdir()
        source = HELD.folder / "issues" / HELD.made[1].path
        for name in (".hidden/issue.xml", "loose/b.xml", "loose/.c.xml"):
            shutil.copy(source, issues / name)
        (issues / "loose" / "terms.xml").write_text('<terms xmlns="urn:paiban:terms"/>')
        ended = archive(issues, "-o", issues / "out", "--pdf-only", "--profiles", "archive")  # the picture is not there
        self.assertEqual([each["path"] for each in manifest(issues / "out")[1:]], ["loose/b.xml"], ended.stderr)


class Resume(Archive):
    """What is not true or not whole any longer is made again, and said; nothing else is touched."""

    def setUp(self):
        super().setUp()
        self.issues = self.folder / "issues"
        sound = [each.path for each in HELD.made if not each.code][:2]
        for path in sound:
            shutil.copytree((HELD.folder / "issues" / path).parent, self.issues / Path(path).parent)
        self.first = self.issues / sound[0]
        self.resume("--profiles", "archive", kept=0)
        self.before, self.stamps = tree_of(self.out), stamps_of(self.out)

    def resume(self, *words, kept, expect=FINE):
        ended = archive(self.issues, "-o", self.out, "--pdf-only", "--resume", *(words or ("--profiles", "archive")), expect=expect)
        self.assertIn(f", {kept} kept, ".encode(), ended.stderr)
        return ended.stderr.decode()

    def folder_of_first(self):
        return next(folder for folder in sorted(self.out.glob("2*/*")))

    def test_damaged_outputs(self):
        first = self.folder_of_first()

        def flip(name):
            def change():
                data = bytearray((first / name).read_bytes())
                data[len(data) // 2] ^= 1
                (first / name).write_bytes(data)
            return change

        cases = [("archive.pdf", flip("archive.pdf")), ("SHA256SUMS", flip("SHA256SUMS")), ("record.json", flip("record.json")),
                 ("archive.pdf", (first / "archive.pdf").unlink), ("record.json", (first / "record.json").unlink),
                 ("stray", lambda: (first / "stray").write_text("x")), ("archive.pdf", lambda: os.truncate(first / "archive.pdf", 1000))]
        for name, damage in cases:
            with self.subTest(name=name):
                damage()
                self.assertRegex(self.resume(kept=1), rf"warning W1505: \S+ is made again: {name} ")
                self.assertEqual(tree_of(self.out), self.before)

    def test_changed_inputs(self):
        picture = next((self.first.parent / "pictures").iterdir()) if (self.first.parent / "pictures").exists() else None
        text = self.first.read_text(encoding="utf-8")
        self.first.write_text(text.replace("\n</issue>", "\n<!-- -->\n</issue>"), encoding="utf-8")
        self.assertRegex(self.resume(kept=1), r"warning W1504: \S+ is made again: issue\.xml ")
        if picture:
            data = picture.read_bytes()
            picture.unlink()  # not through the link
            picture.write_bytes(data + b"\0")
            self.assertRegex(self.resume(kept=1), rf"W1504: \S+ is made again: pictures/{picture.name} ")
        first = self.folder_of_first()
        for path, stamp in stamps_of(self.out).items():
            if first not in (path, *path.parents):
                self.assertEqual(stamp, self.stamps[path])
        self.assertRegex(self.resume("--profiles", "press", kept=0), "W1504: .* --profiles ")
        self.assertEqual(list(self.out.rglob("archive.pdf")), [])
        self.resume("--profiles", "press", kept=2)

    def test_one_that_has_become_bad_leaves_the_older_in_its_place(self):
        self.first.write_text(self.first.read_text(encoding="utf-8").replace("</masthead>", "", 1), encoding="utf-8")
        self.assertIn("E0109", self.resume(kept=1, expect=CONTENT))
        after = tree_of(self.out)
        self.assertEqual({k: v for k, v in after.items() if k != "manifest.jsonl"}, {k: v for k, v in self.before.items() if k != "manifest.jsonl"})


class Bags(Archive):
    """All that is kept of an issue, as a run makes it without further words."""

    def test_whole_and_the_same(self):
        archive(HELD.few, "-o", self.out, "--jobs", 2, expect=CONTENT)
        first = tree_of(self.out)
        bags = sorted(self.out.glob("2*/*"))
        self.assertEqual(len(bags), 6)
        for bag in bags:
            self.assertTrue({"bagit.txt", "record.json", "manifest-sha256.txt"} <= set(os.listdir(bag)))
            for sums in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
                self.assertEqual(subprocess.run(["sha256sum", "-c", "--quiet", sums], cwd=bag, check=False).returncode, 0)
        stamps = stamps_of(self.out)
        archive(HELD.few, "-o", self.out, "--resume", expect=CONTENT)
        self.assertEqual(stamps_of(self.out), stamps)
        (bags[0] / "data" / "mets.xml").write_bytes(b"")
        shutil.rmtree(bags[1])
        ended = archive(HELD.few, "-o", self.out, "--resume", "--jobs", 1, cwd="/", expect=CONTENT, LC_ALL="zh_CN.UTF-8", TZ="Asia/Urumqi")
        self.assertRegex(ended.stderr.decode(), "W1505: .*data/mets.xml")
        self.assertEqual(tree_of(self.out), first)


class Disturbed(Archive):
    def start(self, *words):
        return subprocess.Popen([PAIBAN, "archive", HELD.few, "-o", self.out, "--pdf-only", *map(str, words)], stdout=subprocess.DEVNULL,
                                stderr=subprocess.PIPE, env=plain_environment())

    def undisturbed_seconds(self):
        began = time.monotonic()
        self.few("--jobs", 2)
        shutil.rmtree(self.out)
        return time.monotonic() - began

    def test_killed_at_random_and_resumed(self):
        chance, seconds = random.Random(7), self.undisturbed_seconds()
        for _ in range(KILLS):
            run = self.start("--jobs", 2, *(["--resume"] if chance.random() < 0.7 else []))
            time.sleep(chance.random() * seconds)
            run.kill()
            run.communicate()
            for folder in self.out.glob("2*/*"):
                if not folder.name.startswith("."):
                    self.assertIn("record.json", os.listdir(folder))
        self.few("--resume")
        self.assert_few()

    def test_stopped_by_a_signal(self):
        seconds = self.undisturbed_seconds()
        for number, share in ((signal.SIGTERM, 0.4), (signal.SIGINT, 0.7), (signal.SIGTERM, 0.2)):
            run = self.start("--jobs", 2)
            time.sleep(share * seconds)
            if run.poll() is not None:
                continue  # it was faster this time
            began = time.monotonic()
            run.send_signal(number)
            said = run.communicate()[1].decode()
            self.assertLess(time.monotonic() - began, 2)
            if run.returncode == -number and said:  # nothing is said by one that had not begun
                self.assertRegex(said, rf"error E1507: stopped \({number.name}\): \d+ of 8 issues are done")
            self.assertEqual([p for p in self.out.rglob(".*")] if self.out.exists() else [], [])
        self.few("--resume")
        self.assert_few()

    def test_a_worker_dies(self):
        run = self.start("--jobs", 1)
        for _ in range(2000):
            time.sleep(0.005)
            if any(self.out.glob("2*/.*.part")) or run.poll() is not None:
                break
        for worker in workers_of(run):
            os.kill(worker, signal.SIGKILL)  # of the signals that end a program, the one that no sanitizer answers itself
        said = run.communicate()[1].decode()
        if "E1506" in said:  # it was at work, and not between two issues
            self.assertIn("SIGKILL", said)
            self.assertEqual(run.returncode, INTERNAL)
            self.assertEqual(manifest(self.out)[0]["bad"], 3)
        self.few("--resume")
        self.assert_few()

    def test_two_runs_at_once(self):
        runs = [self.start("--jobs", 2) for _ in range(2)]
        for run in runs:
            said = run.communicate()[1].decode()
            self.assertEqual(run.returncode, CONTENT, said)
        self.few("--resume")
        self.assert_few()

    def test_a_lock_that_is_held(self):
        name = next(entry["issue"] for entry in map(json.loads, (HELD.folder / "few" / "manifest.jsonl").read_text().splitlines()[1:])
                    if entry["status"] == "made") if HELD.few_tree else ""
        lock = self.out / Path(name).parent / f".{Path(name).name}.lock"
        lock.parent.mkdir(parents=True)
        with open(lock, "w", encoding="ascii") as held:
            fcntl.flock(held, fcntl.LOCK_EX)
            self.assertRegex(self.few().stderr.decode(), rf"error E1503: another run is making {name} ")
        self.few("--resume")
        self.assert_few()

    def test_what_dead_runs_left_goes(self):
        left = self.out / "2025" / ".2025-09-09_12400.part" / "data"
        left.mkdir(parents=True)
        (left.parents[1] / ".2025-09-09_12400.lock").touch()
        older = self.out / "2025" / ".2025-09-08_12399.old"  # between the two steps of an exchange
        older.mkdir()
        self.few()
        self.assertEqual([p.name for p in self.out.rglob(".*")], [])
        self.assertTrue((self.out / "2025" / "2025-09-08_12399").is_dir())
        (self.out / "2025" / "2025-09-08_12399").rmdir()
        self.assert_few()


class Refused(Archive):
    def test_wrong_lines(self):
        for words in ([], ["x"], ["x", "-o", "y", "--shard", "0/3"], ["x", "-o", "y", "--shard", "4/3"], ["x", "-o", "y", "--jobs", "0"],
                      ["x", "-o", "y", "--profiles", "screen"], ["x", "--merge", "-o", "y"], ["-o", "y"]):
            with self.subTest(words=words):
                self.assertIn("error E0951", archive(*words, expect=USAGE, cwd=self.folder).stderr.decode())
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_nothing_to_make(self):
        self.assertIn("error E1501", archive(self.folder, "-o", self.out, expect=FILE).stderr.decode())
        self.assertIn("error E0901", archive("gone.txt", "-o", self.out, expect=FILE, cwd=self.folder).stderr.decode())
        self.assertFalse(self.out.exists())

    def test_nowhere_to_write(self):
        (self.folder / "file").touch()
        ended = archive(HELD.few, "-o", self.folder / "file" / "out", expect=FILE)
        self.assertIn("error E0902", ended.stderr.decode())

    def test_two_of_one_name(self):
        path = next(each.path for each in HELD.made if not each.code)
        shutil.copytree((HELD.folder / "issues" / path).parent, self.folder / "issues" / "b")
        shutil.copytree((HELD.folder / "issues" / path).parent, self.folder / "issues" / "a")
        for jobs in (1, 2):
            ended = archive(self.folder / "issues", "-o", self.out, "--pdf-only", "--jobs", jobs, expect=CONTENT)
            self.assertRegex(ended.stderr.decode(), r"b/issue\.xml:\d+:\d+: error E1502: b/issue\.xml has the same .* as a/issue\.xml")
            self.assertEqual([each["status"] for each in manifest(self.out)[1:]], ["made", "bad"])

    def test_manifests_that_do_not_fit(self):
        self.out.mkdir()
        self.assertIn("error E1509", archive("--merge", "-o", self.out, expect=FILE).stderr.decode())
        head = '{"engine":"paiban","profiles":[],"bag":false,"issues":%d,"bad":0}\n'
        line = '{"path":"%s","status":"made","issue":"2025/x"}\n'
        cases = [(head % 1 + line % "a", None, "E1509"), (head % 1 + line % "a", head % 1 + line % "a", "E1508"),
                 (head % 1 + line % "a", head % 1 + line % "b", "E1502"), (head % 2 + line % "a", head % 0, "E1508"),
                 (head % 1 + line % "a", head.replace("paiban", "other") % 0, "E1508"), ("nonsense\n", head % 0, "E1508"),
                 (head % 0 + "[]\n", head % 0, "E1508"), (head % 0, "", "E1509")]
        for one, two, code in cases:
            with self.subTest(one=one, two=two):
                for index, text in ((1, one), (2, two)):
                    part = self.out / f"manifest-{index}-of-2.jsonl"
                    part.unlink(missing_ok=True)
                    if text is not None:
                        part.write_text(text)
                ended = archive("--merge", "-o", self.out)
                self.assertIn(f"error {code}", ended.stderr.decode())
                self.assertIn(ended.returncode, (CONTENT, FILE))
                self.assertFalse((self.out / "manifest.jsonl").exists())


class Jobs(Archive):
    """The files for job engines that need none to be tried."""

    @unittest.skipUnless(shutil.which("parallel"), "GNU parallel is not installed")
    def test_gnu_parallel(self):
        script = TREE / "engine" / "archive" / "jobs" / "parallel.sh"
        ended = subprocess.run([script, HELD.few, self.out, "3", "--pdf-only"], capture_output=True, timeout=LIMIT, check=False,
                               env=plain_environment(PATH=f"{Path(PAIBAN).parent}:{os.environ['PATH']}"))
        self.assertEqual(ended.returncode, CONTENT, ended.stderr.decode())
        for part in self.out.glob("manifest-*"):
            part.unlink()
        self.assert_few()


if __name__ == "__main__":
    unittest.main()
