"""Every write, fsync, rename, open … of a run over an archive fails in its turn: no space, an I/O error, quota, an interruption, a
short write. Never a success that is none; what stood there stands; the next run mends all.

By default some of the calls, by chance but always the same; all of them with PAIBAN_FAULTS=all. tests/support/fault_shim.cpp makes
them fail: FAULT_SHIM names the library.
"""

import errno
import os
import random
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

from archive import CONTENT, FILE, FINE, PAIBAN, TREE, plain_environment, tree_of

SHIM = os.environ.get("FAULT_SHIM", "")
CALLS = ["open", "write", "fsync", "rename", "mkdir", "close", "flock", "unlink"]
ERRORS = {"ENOSPC": errno.ENOSPC, "EIO": errno.EIO, "EDQUOT": errno.EDQUOT, "EINTR": errno.EINTR, "EINVAL": errno.EINVAL, "short": 0}
MOST_CALLS = 60  # of one kind in one process; far more than there are
TRIED = None if os.environ.get("PAIBAN_FAULTS") == "all" else 24
DATE = 'date="2025-02-05"'


class Faults(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.holder = tempfile.TemporaryDirectory()
        cls.folder = Path(cls.holder.name)
        cls.issue = cls.folder / "issue" / "issue.xml"
        shutil.copytree(TREE / "issues" / "12184" / "pictures", cls.issue.parent / "pictures")
        text = (TREE / "issues" / "12184" / "issue.xml").read_text(encoding="utf-8")
        cls.issue.write_text(text, encoding="utf-8")
        cls.older, cls.newer = cls.folder / "older", cls.folder / "newer"
        cls.archive(cls.older)
        cls.issue.write_text(text.replace("近日", "日前"), encoding="utf-8")
        cls.archive(cls.newer)
        cls.trees = {name: tree_of(folder) for name, folder in (("older", cls.older), ("newer", cls.newer))}

    @classmethod
    def tearDownClass(cls):
        cls.holder.cleanup()

    @classmethod
    def archive(cls, out, **environment):
        return subprocess.run([PAIBAN, "archive", cls.issue.parent, "-o", out, "--pdf-only", "--profiles", "archive", "--jobs", "1", "--resume"],
                              capture_output=True, env=plain_environment(**environment), timeout=300, check=False)

    def with_fault(self, start, call, number, name):
        """The run's end, and whether the fault happened."""
        self.out, log = self.folder / "out", self.folder / "log"
        shutil.rmtree(self.out, ignore_errors=True)
        log.unlink(missing_ok=True)
        if start:
            shutil.copytree(self.older, self.out)
        ended = self.archive(self.out, LD_PRELOAD=SHIM, FAULT_UNDER=str(self.out), FAULT_CALL=call, FAULT_NUMBER=str(number),
                             FAULT_ERROR=str(ERRORS[name]), FAULT_LOG=str(log))
        return ended, log.exists()

    def issues(self, tree):
        return {name: found for name, found in tree.items() if name[0] == "2"}

    def check(self, start, call, number, name):
        ended, happened = self.with_fault(start, call, number, name)
        with self.subTest(start=start, call=call, number=number, error=name):
            said = ended.stderr.decode()
            self.assertIn(ended.returncode, (FINE, FILE, CONTENT), said)
            if ended.returncode == FINE:
                self.assertEqual({k: v for k, v in tree_of(self.out).items() if "/." not in k and k[0] != "."}, self.trees["newer"])
            else:
                self.assertRegex(said, "error E(0902|0901|1503)")
                stands = {k: v for k, v in self.issues(tree_of(self.out)).items() if "/." not in k} if self.out.exists() else {}
                self.assertIn(stands, [self.issues(self.trees["newer"]), self.issues(self.trees["older"]) if start else {}], said)
            self.assertEqual(self.archive(self.out).returncode, FINE)
            self.assertEqual(tree_of(self.out), self.trees["newer"])
        return happened

    def cases(self):
        for start in (False, True):
            for call in CALLS:
                for number in range(1, MOST_CALLS):
                    if not self.with_fault(start, call, number, "EIO")[1]:
                        break
                    for name in ERRORS if call == "write" else [name for name in ERRORS if name != "short"]:
                        yield start, call, number, name

    def test_each_call_in_turn(self):
        self.assertTrue(Path(SHIM).is_file(), "FAULT_SHIM names no library")
        cases = list(self.cases())
        self.assertGreater(len(cases), 100)
        if TRIED:
            cases = random.Random(11).sample(cases, TRIED)
        for case in cases:
            self.assertTrue(self.check(*case), case)


if __name__ == "__main__":
    unittest.main()
