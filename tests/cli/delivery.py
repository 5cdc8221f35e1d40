"""送版: one PDF a page under the press's names; no version ever takes another's place; the sums come last."""

import json
import subprocess

from contract import CONTENT, FILE, FINE, USAGE, Contract, without_picture
from edition import eight


class Delivery(Contract):
    def deliver(self, issue, *words, expect=FINE):
        run = self.paiban("deliver", issue, "-o", "out", "--json", *words, expect=expect)
        return json.loads(run.stdout)["files"] if expect == FINE else run.stderr.decode()

    def names(self):
        return sorted(file.name for file in (self.folder / "out").iterdir()) if (self.folder / "out").exists() else []

    def sums_are_right(self, count):
        for file in (self.folder / "out").glob("*.sha256"):
            self.assertEqual(len(file.read_text().splitlines()), count)
            subprocess.run(["sha256sum", "-c", "--quiet", file.name], cwd=self.folder / "out", check=True)

    def test_a_file_a_page(self):
        files = self.deliver(eight())
        self.assertEqual([file["page"] for file in files], list(range(1, 9)))
        self.assertTrue(all(file["written"] and file["version"] == 1 for file in files))
        self.assertEqual(self.names(), sorted([f"cjrb-2025-10-15-{page:02}-1.pdf" for page in range(1, 9)] + ["cjrb-2025-10-15.sha256"]))
        self.sums_are_right(8)
        for name in self.names():
            if name.endswith(".pdf"):
                self.assertTrue((self.folder / "out" / name).read_bytes().startswith(b"%PDF-"))

    def test_the_same_again_writes_nothing(self):
        issue = self.issue()
        first = self.deliver(issue)
        times = {file.name: file.stat().st_mtime_ns for file in (self.folder / "out").glob("*.pdf")}
        again = self.deliver(issue)
        self.assertEqual([(f["name"], f["sha256"], f["written"]) for f in again], [(f["name"], f["sha256"], False) for f in first])
        self.assertEqual({file.name: file.stat().st_mtime_ns for file in (self.folder / "out").glob("*.pdf")}, times)
        self.assertIn(b"as it was", self.paiban("deliver", issue, "-o", "out", expect=FINE).stdout)

    def test_a_changed_page_is_a_new_version_beside_the_old(self):
        first = self.deliver(self.issue())[0]
        old = (self.folder / "out" / first["name"]).read_bytes()
        second = self.deliver(self.issue(lambda text: text.replace("近日", "日前", 1)))[0]
        self.assertEqual((first["version"], second["version"]), (1, 2))
        self.assertEqual((self.folder / "out" / first["name"]).read_bytes(), old)
        third = self.deliver(self.issue())[0]  # as the first was: the press takes the highest
        self.assertEqual((third["version"], third["sha256"]), (3, first["sha256"]))
        self.sums_are_right(1)
        self.assertEqual(len(self.names()), 4)

    def test_one_page_anew_keeps_the_others_on_the_list(self):
        self.deliver(eight())
        self.deliver(eight(), "--page", "3")
        self.sums_are_right(8)

    def test_names(self):
        self.deliver(self.issue(), "--names", "P{page}V{version}N{number}.pdf")
        self.assertEqual(self.names(), ["P01V1N12184.pdf", "cjrb-2025-02-05.sha256"])
        for names in ("{page}.pdf", "{version}.pdf", "{page}-{version}-{colour}.pdf", "a/{page}-{version}.pdf", "{page-{version}.pdf",
                      "../{page}{version}", "{page}}{version}"):
            self.assertIn("E1702", self.deliver(self.issue(), "--names", names, expect=USAGE))

    def test_what_is_unfinished_is_not_delivered(self):
        self.deliver(self.issue(without_picture), expect=CONTENT)
        self.assertEqual(self.names(), [])

    def test_a_folder_that_cannot_be(self):
        (self.folder / "out").write_text("a file")
        self.assertIn("E0902", self.deliver(self.issue(), expect=FILE))
