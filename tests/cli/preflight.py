"""The preflight of PDFs as a user meets it: what a PDF is known by, exits, JSON, flavours."""

import json
import subprocess
import unittest

from contract import CONTENT, FILE, FINE, ISSUE, USAGE, Contract


def bare_pdf(*pages):
    """A PDF that is readable and keeps no standard."""
    kids = " ".join(f"{3 + i} 0 R" for i in range(len(pages)))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>", *pages]
    data, offsets = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    return data + (f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
                   f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(data)}\n%%EOF\n").encode()


PAGE = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 300] /Resources << >> >>"


class Preflight(Contract):
    def setUp(self):
        super().setUp()
        self.file = self.folder / "page.dat"  # a PDF is known by its bytes
        self.file.write_bytes(bare_pdf(PAGE))

    def codes(self, *words):
        ended = self.paiban("check", self.file, "--json", *words)
        return {each["code"] for each in json.loads(ended.stdout)["diagnostics"]}, ended.returncode

    def test_a_pdf_is_known_by_its_bytes(self):
        codes, ended = self.codes("--profile", "press")
        self.assertEqual(ended, CONTENT)
        self.assertLessEqual({"E1405", "E1424", "E1426", "E1428"}, codes)

    def test_the_profile_chooses_the_checks(self):
        codes, _ = self.codes("--profile", "archive")
        self.assertIn("E1437", codes)  # tags
        self.assertNotIn("E1426", codes)  # no trimmed size is asked of what is kept
        codes, _ = self.codes("--flavour", "a1b")
        self.assertNotIn("E1437", codes)

    def test_places_are_an_editors(self):
        ended = self.paiban("check", self.file, "--profile", "press", "--lang", "zh")
        self.assertIn("第 1 页", ended.stderr.decode())

    def test_a_locked_file(self):
        locked = self.file.with_suffix(".locked")
        subprocess.run(["qpdf", "--encrypt", "user", "owner", "256", "--", self.file, locked], check=True)
        self.file = locked
        self.assertIn("E1404", self.codes("--profile", "press")[0])

    def test_what_only_begins_as_a_pdf(self):
        self.file.write_bytes(b"%PDF-1.7\nnothing")
        self.assertEqual(self.codes(), ({"E1401"}, CONTENT))

    def test_a_profile_that_is_not_there(self):
        ended = self.paiban("check", self.file, "--icc", self.file.with_name("gone.icc"))
        self.assertEqual(ended.returncode, FILE)

    def test_flavours_have_names(self):
        self.assertEqual(self.paiban("check", self.file, "--flavour", "x9").returncode, USAGE)

    def test_a_press_pdf_of_ours_is_good(self):
        press = self.file.with_name("press.pdf")
        made = self.paiban("render", ISSUE, "--profile", "press", "-o", press)
        self.assertEqual(made.returncode, FINE, made.stderr)
        self.file = press
        self.assertEqual(self.codes("--profile", "press"), (set(), FINE))


if __name__ == "__main__":
    unittest.main()
