"""./eddy doctor, one check at a time, in faked surroundings."""

import gzip
import hashlib
import json
import re
import socket
import struct
import tempfile
import types
import unittest
import zlib
from pathlib import Path
from unittest import mock

import doctor
import kernelspec
import machine
from build import Library
from checks import browser, datasets, drawing, memory, port, runs, setup, storage, tools, variables
from checks.finding import NOTE, OK, WRONG, note, ok, wrong
from places import Places, here
from prerequisites import Jdk
from trouble import Trouble

GIB = machine.GIB


def refuses(*arguments, **named):
    raise Trouble("It is missing: install it.")


class CheckTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.places = Places(self.folder)

    def assert_says(self, finding, state, pattern):
        self.assertEqual(finding.state, state, finding)
        self.assertRegex(finding.said, pattern)
        self.assertNotIn("\n", str(finding))


class ToolsTest(CheckTest):
    def jdk(self, name, version, compiler=True):
        home = self.folder / name
        (home / "bin").mkdir(parents=True)
        (home / "release").write_text(f'IMPLEMENTOR="x"\nJAVA_VERSION="{version}"\n')
        if compiler:
            (home / "bin" / "javac").touch()

    def test_every_jdk_is_listed_once_and_a_jre_is_not(self):
        self.jdk("jdk-11", "11.0.27")
        self.jdk("jdk-21", "21.0.2")
        self.jdk("jre-17", "17", compiler=False)
        (self.folder / "jdk-link").symlink_to(self.folder / "jdk-21")
        found = tools.installed([f"{self.folder}/*"])
        self.assertEqual([(home.name, version) for home, version in found], [("jdk-11", "11.0.27"), ("jdk-21", "21.0.2")])
        self.assertEqual([home.name for home, _ in tools.installed([f"{self.folder}/jdk-1*"])], ["jdk-11"])

    def test_the_jdk_that_is_taken(self):
        found = lambda environ: Jdk(Path("/opt/jdk"), 17)
        self.assert_says(*tools.jdk({"JAVA_HOME": "/opt/jdk"}, found, []), OK, r"^17 \(/opt/jdk\), of JAVA_HOME$")
        newer = lambda environ: Jdk(Path("/opt/jdk"), 26)
        self.assert_says(*tools.jdk({}, newer, []), NOTE, "^26 .* of the PATH; Eddy was run on 17 to 25")

    def test_a_jdk_11_only(self):
        self.jdk("jdk-11", "11.0.27")
        self.assert_says(*tools.jdk({}, refuses, [f"{self.folder}/*"]), WRONG, "install it. On this machine: 11.0.27")

    def test_python_and_maven(self):
        self.assert_says(tools.python(refuses), WRONG, "install it")
        self.assert_says(tools.maven({}, refuses), WRONG, "install it")
        self.assert_says(tools.maven({}, lambda environ: "/opt/mvn"), OK, "^/opt/mvn, 3.8 or newer$")


class SurroundingsTest(CheckTest):
    def test_fonts(self):
        self.assert_says(drawing.fonts(None, refuses), WRONG, "install it")
        self.assert_says(drawing.fonts(Path("/jdk"), lambda home: None), OK, "font")

    def test_the_locale(self):
        self.assert_says(variables.locale({"LANG": "C"}, lambda environ: False), NOTE, "^C: .* mvn by hand set LC_ALL=C.UTF-8")
        self.assert_says(variables.locale({"LANG": "de_DE.UTF-8"}, lambda environ: True), OK, "^de_DE.UTF-8$")

    def test_variables(self):
        self.assert_says(*variables.variables({"HOME": "/h", "EDDY_DATA": "/d"}), OK, "no variable in the way")
        self.assert_says(*variables.variables({"OPENBLAS_CORETYPE": "Nehalem"}), NOTE, "OPENBLAS_CORETYPE is set: ./eddy ignores")
        self.assert_says(*variables.variables({"JAVA_TOOL_OPTIONS": "-Xmx1m"}), NOTE, r"JAVA_TOOL_OPTIONS is set \(-Xmx1m\)")
        self.assert_says(*variables.variables({"EDDY_SCALA": "paper"}), NOTE, "no such variable; did you mean EDDY_SCALE")
        self.assert_says(*variables.variables({"EDDY_SCALE": "papr"}), WRONG, "^EDDY_SCALE is 'papr': set it to quick or paper")

    def test_every_variable_that_the_code_reads_is_known(self):
        files = [*(here().root / "src" / "main").rglob("*.java"), *here().environment.glob("*.py"), here().root / "eddy"]
        read = {name for file in files for name in re.findall(r'["{](EDDY_[A-Z]+)\b', file.read_text(encoding="utf-8"))}
        self.assertLessEqual(read, set(variables.KNOWN))
        self.assertIn("EDDY_RETRAIN", read)

    def test_memory(self):
        self.assert_says(memory.memory(24 * GIB), OK, "^24.0 GiB, enough at quick and at paper scale")
        self.assert_says(memory.memory(8 * GIB), NOTE, r"enough at quick; too little at paper scale for 02-eigenspectra \(12\)$")
        self.assert_says(memory.memory(GIB), WRONG, "quick notebooks need")

    def test_the_port(self):
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            number = taken.getsockname()[1]
            self.assert_says(port.port(number), NOTE, f"^{number} is taken .* another port and prints its address")
        self.assert_says(port.port(number), OK, "is free")

    def test_the_browser(self):
        self.assert_says(browser.browser(lambda: "/usr/bin/chrome"), OK, "^/usr/bin/chrome$")
        self.assert_says(browser.browser(lambda: None), NOTE, "no Chromium: .* apt install chromium")
        self.assert_says(browser.browser(refuses), WRONG, "install it")


class StorageTest(CheckTest):
    def check(self, megabytes, writable=True):
        asked = {"writable": lambda folder: writable, "free": lambda folder: megabytes * 1_000_000}
        return storage.results("EDDY_RUNS", "runs", self.folder, **asked)

    def test_folders_for_results(self):
        self.assert_says(self.check(9000), OK, "can be written, 9.0 GB free")
        self.assert_says(self.check(1000), NOTE, "1000 MB free .* paper-scale run keeps up to .* .EDDY_RUNS names")
        self.assert_says(self.check(10), WRONG, "^10 MB free in .*, and 200 are needed: make room")
        self.assert_says(self.check(9000, writable=False), WRONG, "name a folder of your own in EDDY_RUNS")

    def test_the_clone_needs_room_until_it_is_set_up(self):
        asked = {"writable": lambda folder: True, "free": lambda folder: 400_000_000}
        self.assert_says(storage.clone(self.places, True, **asked), OK, "can be written")
        self.assert_says(storage.clone(self.places, False, **asked), WRONG, "400 MB free .*, and 1000 are needed")
        self.assert_says(storage.clone(self.places, True, lambda folder: False), WRONG, "clone or copy it into a folder")


    def test_mavens_folder(self):
        check = lambda ready, may, **environ: storage.repository(ready, environ, self.folder, lambda folder: may)
        self.assert_says(check(False, True), OK, r"\.m2.repository can be written")
        self.assert_says(check(False, False), WRONG, "name a folder of your own with MAVEN_OPTS=-Dmaven.repo.local=FOLDER")
        self.assert_says(check(True, False), NOTE, "cannot be written")
        self.assert_says(check(False, False, MAVEN_OPTS="-Dmaven.repo.local=/r"), OK, "named in MAVEN_OPTS")


class DatasetsTest(CheckTest):
    CONTENT = bytes(range(256)) * 40

    def setUp(self):
        super().setUp()
        file = {"bytes": len(self.CONTENT), "sha256": hashlib.sha256(self.CONTENT).hexdigest()}
        zipped = {"name": "a.gz", "bytes": 1, "sha256": "of the published archive", "unpacked": {"name": "a", **file}}
        entry = {"title": "Some digits", "folder": "set", "mirrors": ["http://x/"], "files": [zipped, {"name": "b.bin", **file}]}
        (self.folder / "data" / "set").mkdir(parents=True)
        (self.folder / "data" / "manifest.json").write_text(json.dumps({"digits": entry}))

    def check(self, **content):
        for name, stored in content.items():
            (self.folder / "data" / "set" / name.replace("_", ".")).write_bytes(stored)
        (finding,) = datasets.datasets(self.places, self.folder / "data")
        return finding

    def test_complete_however_it_is_compressed(self):
        self.assert_says(self.check(a=self.CONTENT, b_bin_gz=gzip.compress(self.CONTENT)), OK, "complete .* SHA-256")

    def test_nothing_there(self):
        self.assert_says(self.check(), NOTE, "not in .*; ./eddy fetch digits gets it .quick runs need no data")
        self.assert_says(datasets.datasets(self.places, self.folder / "none")[0], WRONG, "no folder .*: correct EDDY_DATA")

    def test_half_of_it(self):
        self.assert_says(self.check(a=self.CONTENT), WRONG, "b.bin missing in .*; ./eddy fetch digits")

    def test_cut_off_damaged_and_foreign_files(self):
        good = {"a_gz": gzip.compress(self.CONTENT)}
        self.assert_says(self.check(b_bin=self.CONTENT[:100], **good), WRONG, r"b.bin is cut off \(100 of 10,240 bytes\): delete")
        self.assert_says(self.check(b_bin=self.CONTENT[::-1], **good), WRONG, "b.bin is another file")
        self.assert_says(self.check(b_bin=gzip.compress(self.CONTENT)[:60], **good), WRONG, "b.bin cannot be unpacked")


class SetupTest(CheckTest):
    LIBRARY = Library(Path("/t/eddy.jar"), Path("/t/lib"), "0123456789abcdef")

    def test_the_virtual_environment(self):
        self.assert_says(setup.environment(self.places), NOTE, "^there is none yet; the next command sets it up")
        ready = lambda places: ""
        answers = lambda status: lambda *command, **named: types.SimpleNamespace(returncode=status)
        self.assert_says(setup.environment(self.places, ready, answers(1)), WRONG, "deleted from it: delete .*.venv")
        jar = kernelspec.jjava_jar(self.places)
        jar.parent.mkdir(parents=True)
        jar.touch()
        self.assert_says(setup.environment(self.places, ready, answers(0)), OK, "requirements.lock")

    def test_the_library(self):
        jar, lib = self.folder / "eddy.jar", self.folder / "lib"
        check = lambda: setup.library(self.places, lambda places: Library(jar, lib, "0123456789abcdef"))
        self.assert_says(check(), NOTE, "not built yet")
        lib.mkdir()
        self.assert_says(check(), NOTE, "the sources changed since it was built")
        jar.touch()
        self.assert_says(check(), OK, "0123456789ab")

    def test_the_kernel(self):
        java = Jdk(self.folder, 17)
        check = lambda: setup.kernel(self.places, java, self.LIBRARY)
        self.assert_says(check(), NOTE, "not registered yet")
        kernelspec.register(self.places, java, self.LIBRARY)
        self.assert_says(check(), NOTE, "its Java, .*, is gone")
        java.java.parent.mkdir()
        java.java.touch()
        self.assert_says(check(), OK, "in .venv only")
        newer = Library(Path("/t/2/eddy.jar"), Path("/t/lib"), "ff")
        self.assert_says(setup.kernel(self.places, java, newer), NOTE, "another JDK, build or machine")

    def test_the_network(self):
        self.assert_says(setup.network(True), OK, "not needed any more")
        self.assert_says(setup.network(False), NOTE, "downloads what is not here yet")


class RunsTest(CheckTest):
    def checkpoint(self, name, letter=b"1", **values):
        def text(told):
            return struct.pack(">i", len(told.encode())) + told.encode()

        pairs = b"".join(text(key) + text(value) for key, value in values.items())
        content = b"EDDYCKP" + letter + text("η=0.1") + struct.pack(">i", len(values)) + pairs + struct.pack(">i", 0)
        file = self.folder / "r" / f"{name}.checkpoint"
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(content + struct.pack(">I", zlib.crc32(content)))
        return file

    def check(self):
        return runs.runs(self.folder / "r", "now")

    def test_none_and_current_ones(self):
        self.assert_says(*self.check(), OK, "none yet")
        self.checkpoint("a", rows="3", source="now")
        self.checkpoint("b", rows="3")
        self.assert_says(*self.check(), OK, "^2 checkpoints")

    def test_older_formats_other_sources_and_damage(self):
        self.checkpoint("a", letter=b"0")
        self.checkpoint("b", source="then")
        damaged = self.checkpoint("c")
        damaged.write_bytes(damaged.read_bytes()[:-5])
        self.checkpoint("d").write_bytes(b"")
        first, *others = self.check()
        self.assert_says(first, OK, "^4 checkpoints")
        for finding, pattern in zip(others, (
            "^a.checkpoint: written by another version of Eddy: go on with that version",
            "^c.checkpoint, d.checkpoint: damaged or no checkpoints: delete them",
            "^b.checkpoint: made by other sources",
        ), strict=True):
            self.assert_says(finding, NOTE, pattern)


class DoctorTest(CheckTest):
    def run_with(self, *findings):
        said = []
        with mock.patch("doctor.findings", lambda places: findings):
            return doctor.run(self.places, said.append), said

    def test_the_status_is_1_only_where_something_is_wrong(self):
        self.assertEqual(self.run_with(ok("a", "b"), note("c", "d")), (0, ["ok    a:              b", "note  c:              d", "All is well."]))
        status, said = self.run_with(ok("a", "b"), wrong("c", "d"))
        self.assertEqual((status, said[-1]), (1, "1 of 2 checks want mending: the lines that begin with WRONG say how."))

    def test_it_changes_nothing_in_a_clone_where_nothing_is_set_up(self):
        (self.folder / "src" / "main").mkdir(parents=True)
        (self.folder / "data").mkdir()
        (self.folder / "pom.xml").write_text("<project/>")
        (self.folder / "data" / "manifest.json").write_text("{}")
        before = sorted(self.folder.rglob("*"))
        self.assertIn(doctor.run(self.places, lambda line: None), (0, 1))
        self.assertEqual(sorted(self.folder.rglob("*")), before)


if __name__ == "__main__":
    unittest.main()
