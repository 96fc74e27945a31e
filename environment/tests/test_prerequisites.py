"""What is missing is named in one sentence that says what to install."""

import os
import stat
import tempfile
import unittest
from pathlib import Path

import prerequisites
from trouble import Trouble

JAVA_17 = """Property settings:
    java.home = {home}
    java.specification.version = 17
openjdk version "17.0.15" 2025-04-15"""


class PrerequisitesTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.empty = {"PATH": str(self.folder / "nothing")}

    def program(self, name, says=""):
        file = self.folder / "bin" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"#!/bin/sh\ncat <<'END'\n{says}\nEND\n")
        file.chmod(file.stat().st_mode | stat.S_IXUSR)
        return file

    def assert_sentence(self, pattern, call, *arguments, **named):
        with self.assertRaisesRegex(Trouble, pattern) as caught:
            call(*arguments, **named)
        self.assertNotIn("\n", str(caught.exception))

    def test_no_java(self):
        self.assert_sentence("Java is missing: install a JDK 17 to 25", prerequisites.jdk, self.empty)

    def test_java_home_without_java(self):
        environ = {"JAVA_HOME": str(self.folder), "PATH": ""}
        self.assert_sentence("JAVA_HOME is .*, and there is no Java in it: install", prerequisites.jdk, environ)

    def test_old_java(self):
        said = "    java.home = /opt/jdk8/jre\n    java.specification.version = 1.8\n"
        self.assert_sentence("is Java 8, and Eddy needs 17 or newer", prerequisites.checked_jdk, said, "/opt/java")

    @unittest.skipIf(os.name == "nt", "shell scripts stand in for the programs")
    def test_a_jdk_11_on_the_path(self):
        self.program("javac")
        self.program("java", JAVA_17.format(home=self.folder).replace("= 17", "= 11").replace("17.0.15", "11.0.27"))
        path = os.pathsep.join([str(self.folder / "bin"), os.environ["PATH"]])
        self.assert_sentence("java is Java 11, and Eddy needs 17 or newer: install", prerequisites.jdk, {"PATH": path})

    def test_something_else_called_java(self):
        self.assert_sentence("does not answer like a Java", prerequisites.checked_jdk, "hello", "/opt/java")

    def test_java_without_compiler(self):
        said = JAVA_17.format(home=self.folder)
        self.assert_sentence("without a compiler", prerequisites.checked_jdk, said, "/opt/java")

    @unittest.skipIf(os.name == "nt", "shell scripts stand in for the programs")
    def test_a_jdk_is_found_on_the_path(self):
        self.program("javac")
        self.program("java", JAVA_17.format(home=self.folder))
        path = os.pathsep.join([str(self.folder / "bin"), os.environ["PATH"]])
        self.assertEqual(prerequisites.jdk({"PATH": path}), prerequisites.Jdk(self.folder, 17))

    def test_a_message_of_the_jvm_before_its_answer_does_no_harm(self):
        self.program("javac")
        said = "Picked up JAVA_TOOL_OPTIONS: -Dx=y\n" + JAVA_17.format(home=self.folder).replace("17", "25")
        self.assertEqual(prerequisites.checked_jdk(said, "java").version, 25)

    def test_no_maven(self):
        self.assert_sentence("Maven is missing: install it .*apt install maven", prerequisites.maven, self.empty)

    @unittest.skipIf(os.name == "nt", "shell scripts stand in for the programs")
    def test_maven_is_asked_in_a_locale_that_knows_the_folder_names(self):
        mvn = self.program("mvn")
        mvn.write_text('#!/bin/sh\n[ "$LC_ALL" = C.UTF-8 ] && echo Apache Maven 3.9.9\n')
        path = os.pathsep.join([str(mvn.parent), os.environ["PATH"]])
        self.assertEqual(prerequisites.maven({"PATH": path, "LC_ALL": "C"}), str(mvn))

    def test_old_maven(self):
        said = "Apache Maven 3.6.3 (abc)"
        self.assert_sentence("is Maven 3.6, and Eddy needs 3.8 or newer", prerequisites.check_maven, said, "/usr/bin/mvn")

    def test_maven_from_3_8_on(self):
        for said in ("Apache Maven 3.8.7", "\x1b[1mApache Maven 3.9.9 (abc)\x1b[m", "Apache Maven 4.0.0"):
            prerequisites.check_maven(said, "mvn")

    def test_no_venv_module(self):
        without = {"venv": object(), "ensurepip": None}.get
        self.assert_sentence("no venv module: install it .*python3-venv", prerequisites.check_venv, without)

    def test_nothing_to_draw_with(self):
        check = prerequisites.check_fonts
        self.assert_sentence(
            "FreeType .*libfreetype6.* and fontconfig .* and a font .*fonts-dejavu-core",
            check, self.folder, platform="linux", load=self.no_library, folders=[self.folder],
        )

    def test_only_the_font_is_missing(self):
        with self.assertRaises(Trouble) as caught:
            prerequisites.check_fonts(self.folder, platform="linux", load=str, folders=[self.folder])
        self.assertNotIn("FreeType", str(caught.exception))

    def test_the_freetype_of_the_jdk_is_enough(self):
        (self.folder / "lib").mkdir()
        (self.folder / "lib" / "libfreetype.so").touch()
        (self.folder / "a.ttf").touch()

        def fontconfig_only(name):
            if "freetype" in name:
                raise OSError(name)

        prerequisites.check_fonts(self.folder, platform="linux", load=fontconfig_only, folders=[self.folder])

    def test_other_systems_bring_their_fonts(self):
        for platform in ("darwin", "win32"):
            prerequisites.check_fonts(self.folder, platform=platform, load=self.no_library, folders=[])

    @staticmethod
    def no_library(name):
        raise OSError(name)
