"""Where things are, on every system and with any folder name."""

import os
import unittest
from pathlib import Path

from places import Places, here
from trouble import Trouble

ROOT = Path("/home/jörg/my clones/eddy")


class PlacesTest(unittest.TestCase):
    def test_the_python_of_the_virtual_environment(self):
        self.assertEqual(Places(ROOT, windows=False).venv_python, ROOT / ".venv/bin/python")
        self.assertEqual(Places(ROOT, windows=True).venv_python, ROOT / ".venv/Scripts/python.exe")

    def test_outputs_and_data_are_in_the_clone_unless_the_user_names_a_folder(self):
        places = Places(ROOT)
        self.assertEqual(places.out({}), ROOT / "reports")
        self.assertEqual(places.data({"EDDY_DATA": ""}), ROOT / "data")
        self.assertEqual(places.out({"EDDY_OUT": "here"}), Path(os.getcwd()).resolve() / "here")
        self.assertEqual(places.data({"EDDY_DATA": "~/mnist"}), Path("~/mnist").expanduser().resolve())

    def test_runs_are_where_the_user_says(self):
        self.assertEqual(Places(ROOT).runs({}), ROOT / "runs")
        self.assertEqual(Places(ROOT).runs({"EDDY_RUNS": "r"}), Path(os.getcwd()).resolve() / "r")

    def test_a_run_never_writes_over_published_figures(self):
        with self.assertRaisesRegex(Trouble, "EDDY_OUT is the clone itself.*name another folder"):
            Places(ROOT).out({"EDDY_OUT": str(ROOT)})

    def test_everything_that_a_run_keeps_is_inside_the_virtual_environment(self):
        places = Places(ROOT)
        for folder in (places.jupyter, places.jvm_home, places.javacpp_cache, places.cache, places.kernels):
            self.assertIn(places.venv, folder.parents)

    def test_finds_the_clone_from_any_folder(self):
        before = os.getcwd()
        self.addCleanup(os.chdir, before)
        os.chdir(Path(before).anchor)
        self.assertTrue((here().root / "pom.xml").exists())
