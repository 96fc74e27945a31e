"""Which browser the suite drives, and what it says where there is none."""

import os
import tempfile
import unittest
import unittest.mock
from pathlib import Path

import browsers
import browsersuite
from trouble import Trouble


@unittest.skipIf(os.name == "nt", "makes programs as POSIX does")
class FindTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def program(self, name):
        file = self.folder / name
        file.write_text("#!/bin/sh\n", encoding="ascii")
        file.chmod(0o755)
        return str(file)

    def found(self, elsewhere=(), **environ):
        return browsers.find({"PATH": str(self.folder), **environ}, elsewhere)

    def test_none(self):
        self.assertIsNone(self.found())

    def test_chromium_before_chrome(self):
        self.program("google-chrome")
        self.assertEqual(self.found(), str(self.folder / "google-chrome"))
        self.assertEqual(self.program("chromium"), self.found())

    def test_where_no_path_leads(self):
        self.assertEqual(self.found(elsewhere=[str(self.folder / "no"), self.program("an app")]), str(self.folder / "an app"))

    def test_the_one_that_is_named(self):
        self.program("chromium")
        self.assertEqual(self.found(EDDY_BROWSER=self.program("mine")), str(self.folder / "mine"))

    def test_a_name_without_a_program(self):
        with self.assertRaisesRegex(Trouble, "EDDY_BROWSER is nosuch.*name a Chromium"):
            self.found(EDDY_BROWSER="nosuch")


class SkippedTest(unittest.TestCase):
    def test_says_so_and_succeeds(self):
        said = []
        with unittest.mock.patch.object(browsers, "find", return_value=None):
            self.assertEqual(browsersuite.run(None, [], False, False, False, said.append), 0)
        self.assertRegex(said[0], r"^browser suite: SKIPPED \(.+\)$")
