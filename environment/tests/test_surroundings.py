"""What started programs see of the user's environment."""

import unittest
from pathlib import Path

import surroundings
from places import Places

PLACES = Places(Path("/home/jörg/eddy"))


class SurroundingsTest(unittest.TestCase):
    def test_a_locale_without_letters_becomes_utf8(self):
        for environ in ({}, {"LC_ALL": "C"}, {"LANG": "POSIX"}, {"LC_CTYPE": "C", "LANG": "de_DE.UTF-8"}):
            self.assertEqual(surroundings.plain(environ=environ)["LC_ALL"], "C.UTF-8", environ)

    def test_a_locale_that_is_not_installed_becomes_utf8(self):
        self.assertEqual(surroundings.plain(environ={"LANG": "xx_XX.UTF-8"})["LC_ALL"], "C.UTF-8")

    def test_a_good_locale_stays(self):
        self.assertEqual(surroundings.plain(environ={"LC_ALL": "C.UTF-8", "LANG": "C"})["LC_ALL"], "C.UTF-8")
        self.assertNotIn("LC_ALL", surroundings.plain(environ={"LANG": "C.UTF-8"}))

    def test_presets_that_slow_or_break_are_gone(self):
        environ = {"OPENBLAS_CORETYPE": "Nehalem", "OPENBLAS_L2_SIZE": "1", "PYTHONPATH": "/x", "JJAVA_JVM_OPTS": "-Xmx1m"}
        self.assertFalse(set(environ) & set(surroundings.notebook(PLACES, "/jdk", environ)))

    def test_what_users_set_for_maven_and_eddy_stays(self):
        environ = {"MAVEN_OPTS": "-Xmx1g", "EDDY_DATA": "/data", "HTTPS_PROXY": "http://proxy", "HOME": "/home/jörg"}
        env = surroundings.notebook(PLACES, "/jdk", environ)
        self.assertEqual({name: env[name] for name in environ}, environ)
        self.assertEqual(env["JAVA_HOME"], "/jdk")

    def test_folders_that_the_user_names_are_seen_from_where_he_types(self):
        env = surroundings.notebook(PLACES, "/jdk", {"EDDY_DATA": "d", "EDDY_OUT": "~/o", "EDDY_RUNS": "/r"})
        self.assertEqual(env["EDDY_DATA"], str(Path("d").resolve()))
        self.assertEqual(env["EDDY_OUT"], str(Path("~/o").expanduser().resolve()))
        self.assertEqual(env["EDDY_RUNS"], str(Path("/r").resolve()))

    def test_jupyter_keeps_its_files_in_the_virtual_environment(self):
        env = surroundings.notebook(PLACES, "/jdk", {"JUPYTER_CONFIG_DIR": "/elsewhere", "JUPYTER_PATH": "/more"})
        for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR", "XDG_CACHE_HOME"):
            self.assertIn(PLACES.venv, Path(env[name]).parents, name)
        self.assertNotIn("JUPYTER_PATH", env)
