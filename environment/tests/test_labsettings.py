"""The settings of JupyterLab are written once, mended when they differ, and lie inside .venv."""

import json
import tempfile
import unittest
from pathlib import Path

import labsettings
from places import Places


class LabSettingsTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.places = Places(Path(folder.name) / "jörg's clone")
        labsettings.write(self.places)

    def test_every_file_is_json_inside_venv(self):
        for file in labsettings.files(self.places):
            json.loads(file.read_text(encoding="utf-8"))
            self.assertTrue(file.is_relative_to(self.places.venv))

    def test_a_file_that_is_right_is_left_alone(self):
        before = {file: file.stat().st_mtime_ns for file in labsettings.files(self.places)}
        labsettings.write(self.places)
        self.assertEqual({file: file.stat().st_mtime_ns for file in before}, before)

    def test_an_old_one_is_replaced(self):
        file = next(iter(labsettings.files(self.places)))
        wanted = file.read_text(encoding="utf-8")
        file.write_text("{}", encoding="utf-8")
        labsettings.write(self.places)
        self.assertEqual(file.read_text(encoding="utf-8"), wanted)
