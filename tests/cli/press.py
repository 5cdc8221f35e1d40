"""--profile press and its options: what goes together, and what a wrong profile of colours brings about."""

import shutil

from contract import CONTENT, FINE, ISSUE, TREE, USAGE, Contract

PROFILE = TREE / "templates" / "profiles" / "newsprint-modelled.icc"


class Press(Contract):
    def render(self, *words, expect):
        return self.paiban("render", ISSUE, "-o", "page.pdf", *words, expect=expect)

    def test_what_belongs_to_another_profile(self):
        for words in (["--flavour", "x4"], ["--profile", "archive", "--flavour", "x1a"], ["--profile", "press", "--flavour", "a2u"],
                      ["--icc", str(PROFILE)], ["--profile", "press", "--overlay", "grid"]):
            with self.subTest(words=words):
                self.assertIn("error E1302", self.render(*words, expect=USAGE).stderr.decode())
        self.assertEqual(self.names(), [])

    def test_an_unknown_flavour(self):
        self.render("--profile", "press", "--flavour", "x9", expect=USAGE)

    def test_a_profile_that_is_none(self):
        (self.folder / "none.icc").write_bytes(b"no profile")
        for name, code in (("gone.icc", "E0614"), ("none.icc", "E0615")):
            said = self.render("--profile", "press", "--icc", name, expect=CONTENT).stderr.decode()
            self.assertIn(f"error {code}", said)
            self.assertIn(name, said)
        self.assertNotIn("page.pdf", self.names())

    def test_a_profile_by_name(self):
        """The profile that is carried, named: the same bytes."""
        shutil.copy(PROFILE, self.folder / "own.icc")
        self.render("--profile", "press", "--icc", "own.icc", expect=FINE)
        own = (self.folder / "page.pdf").read_bytes()
        self.render("--profile", "press", expect=FINE)
        self.assertTrue(own == (self.folder / "page.pdf").read_bytes())

    def test_a_page_of_it(self):
        """One page alone; and what is not a PDF is drawn as for a proof."""
        self.render("--profile", "press", "--page", "1", expect=FINE)
        self.assertTrue((self.folder / "page.pdf").read_bytes().startswith(b"%PDF-1.6"))
        press, proof = (self.paiban("render", ISSUE, "--format", "dump", "-o", "-", "--profile", profile, expect=FINE).stdout
                        for profile in ("press", "proof"))
        self.assertEqual(press, proof)
