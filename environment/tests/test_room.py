"""Folders that cannot be written or are full are named before anything is begun."""

import os
import tempfile
import unittest
from pathlib import Path
from unittest import mock

import build
import room
import virtualenv
from places import Places
from trouble import Trouble


class RoomTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def test_a_folder_that_is_not_there_yet_is_made_in_the_one_above(self):
        self.assertEqual(room.ground(self.folder / "a" / "b"), self.folder)
        self.assertTrue(room.writable(self.folder / "a" / "b"))
        (self.folder / "file").touch()
        self.assertFalse(room.writable(self.folder / "file"))

    @unittest.skipIf(os.name == "nt" or os.geteuid() == 0, "the superuser may write everywhere")
    def test_permission_bits_are_seen(self):
        self.folder.chmod(0o500)
        self.addCleanup(self.folder.chmod, 0o700)
        self.assertFalse(room.writable(self.folder))

    def test_too_little_room_is_said_in_megabytes(self):
        with mock.patch("room.free", lambda folder: 37_000_000):
            room.require(self.folder, 37, "the library")
            with self.assertRaisesRegex(Trouble, "^the library needs 500 MB in .*, where 37 are free: make room there"):
                room.require(self.folder, 500, "the library")

    def test_no_permission_is_said(self):
        with mock.patch("room.writable", lambda folder: False):
            with self.assertRaisesRegex(Trouble, "cannot be written, and the library is made there: work in a clone"):
                room.require(self.folder, 1, "the library")
            with self.assertRaisesRegex(Trouble, "cannot be written, .*: name a folder of your own in EDDY_RUNS"):
                room.require_output("EDDY_RUNS", self.folder)

    def test_a_full_disk_stops_a_set_up_before_it_deletes_anything(self):
        places = Places(self.folder)
        (places.venv / "old").mkdir(parents=True)
        with mock.patch("room.free", lambda folder: 0), mock.patch("prerequisites.check_venv"):
            with self.assertRaisesRegex(Trouble, "Jupyter's environment .venv needs .* MB"):
                virtualenv.ensure(places)
        self.assertTrue((places.venv / "old").is_dir())


class InterruptedSetUpTest(unittest.TestCase):
    """What a killed ./eddy left is not taken for finished."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.places = Places(Path(folder.name))
        (self.places.root / "src" / "main").mkdir(parents=True)
        (self.places.root / "pom.xml").write_text("<project/>")
        self.classes = self.places.target / "classes"

    def test_half_a_virtual_environment(self):
        self.assertEqual(virtualenv.unready(self.places), "there is none yet")
        self.places.venv_python.parent.mkdir(parents=True)
        self.assertEqual(virtualenv.unready(self.places), "it is not finished")
        (self.places.venv / "eddy-ready.json").write_text('{"lock": ')
        self.assertEqual(virtualenv.unready(self.places), "it is not finished")

    def maven(self, goal):
        """Stands in for Maven: notes which classes it finds, and does `goal`."""

        def run(places, jdk, goals):
            self.found = sorted(file.name for file in self.classes.glob("*")) if self.classes.exists() else []
            self.assertFalse((places.target / "eddy.jar").exists())
            goal(places)

        return mock.patch("build._maven", run)

    def test_half_compiled_classes_and_a_half_jar_are_made_again(self):
        def killed(places):
            self.classes.mkdir(parents=True)
            (self.classes / "Half.class").touch()
            (places.target / "eddy.jar").write_bytes(b"half")
            raise SystemExit

        def whole(places):
            (places.target / "eddy.jar").write_bytes(b"whole")
            build.of_the_tree(places).dependencies.with_suffix(".part").mkdir(parents=True)

        with self.maven(killed), self.assertRaises(SystemExit):
            build.build(self.places, None, lambda text: None)
        with self.maven(whole):
            library = build.build(self.places, None, lambda text: None)
        self.assertEqual(self.found, [])
        self.assertTrue(library.complete)
        self.assertEqual(library.jar.read_bytes(), b"whole")
        (self.places.root / "src" / "main" / "A.java").write_text("new")
        self.classes.mkdir(exist_ok=True)
        (self.classes / "Whole.class").touch()
        with self.maven(whole):
            build.build(self.places, None, lambda text: None)
        self.assertEqual(self.found, ["Whole.class"])


if __name__ == "__main__":
    unittest.main()
