"""The kernel starts the right Java with the right options, at any path and on any machine."""

import contextlib
import glob
import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

import kernelspec
import machine
import prerequisites
from build import Library
from places import Places
from prerequisites import Jdk
from trouble import Trouble

GIB = machine.GIB
PLACES = Places(Path("/home/jörg/my clones/eddy"))
LIBRARY = Library(Path("/t/eddy.jar"), Path("/t/lib"), "abc123")


def spec(version, memory=24 * GIB):
    return kernelspec.kernel_spec(PLACES, Jdk(Path("/opt/my jdk"), version), LIBRARY, cores=2, memory=memory)


def option(version, memory, start):
    (found,) = [each for each in spec(version, memory)["argv"] if each.startswith(start)]
    return found.removeprefix(start)


class KernelSpecTest(unittest.TestCase):
    def test_jdk_17_gets_no_option_that_it_does_not_know(self):
        self.assertNotIn("--sun-misc-unsafe-memory-access=allow", spec(17)["argv"])
        self.assertNotIn("--enable-native-access=ALL-UNNAMED", spec(21)["argv"])

    def test_jdk_25_is_told_about_native_access_and_unsafe(self):
        self.assertIn("--sun-misc-unsafe-memory-access=allow", spec(25)["argv"])
        self.assertIn("--enable-native-access=ALL-UNNAMED", spec(25)["argv"])

    def test_both_get_the_vector_module_and_no_screen(self):
        for version in (17, 25):
            self.assertIn("--add-modules=jdk.incubator.vector", spec(version)["argv"])
            self.assertIn("-Djava.awt.headless=true", spec(version)["argv"])

    def test_paths_with_blanks_stay_one_argument(self):
        argv = spec(17)["argv"]
        self.assertEqual(Path(argv[0]).parent, Path("/opt/my jdk/bin"))
        self.assertIn(f"-Deddy.home={PLACES.root}", argv)
        self.assertEqual(argv[-3:], ["-jar", str(PLACES.venv / "share/jupyter/kernels/java/jjava.jar"), "{connection_file}"])

    def test_the_library_comes_first_on_the_class_path(self):
        path = spec(17)["env"]["JJAVA_CLASSPATH"].split(os.pathsep)
        self.assertEqual([Path(each) for each in path], [LIBRARY.jar, LIBRARY.dependencies / "*"])

    def test_nothing_is_written_outside_the_virtual_environment(self):
        self.assertEqual(option(17, GIB, "-Duser.home="), str(PLACES.venv / "home"))
        self.assertEqual(option(17, GIB, "-Dorg.bytedeco.javacpp.cachedir="), str(PLACES.venv / "javacpp"))

    def test_memory_follows_the_machine(self):
        self.assertEqual(option(17, 24 * GIB, "-Xmx"), "6144m")
        self.assertEqual(option(17, 2 * GIB, "-Xmx"), "1024m")
        self.assertEqual(option(17, 512 * GIB, "-Xmx"), "16384m")
        native = option(17, 24 * GIB, "-Dorg.bytedeco.javacpp.maxbytes=")
        # D of small-allcnn in float64 (26,982 squared) has to fit beside the gradients of one block.
        self.assertGreater(int(native.removesuffix("m")) << 20, 26_982**2 * 8 + GIB)

    def test_interrupts_are_messages_and_blas_uses_the_cores(self):
        self.assertEqual(spec(17)["interrupt_mode"], "message")
        self.assertEqual(spec(17)["env"]["OPENBLAS_NUM_THREADS"], "2")

    def test_the_file_is_readable_json_and_left_alone_when_nothing_changed(self):
        with tempfile.TemporaryDirectory() as folder:
            places = Places(Path(folder) / "ä b")
            kernelspec.register(places, Jdk(Path("/jdk"), 17), LIBRARY)
            file = places.kernels / "eddy" / "kernel.json"
            self.assertEqual(json.loads(file.read_text(encoding="utf-8"))["display_name"], "Eddy (Java)")
            before = file.stat().st_mtime_ns
            kernelspec.register(places, Jdk(Path("/jdk"), 17), LIBRARY)
            self.assertEqual(file.stat().st_mtime_ns, before)


def installed():
    """The JDKs below /usr/lib/jvm that Eddy accepts."""
    for home in {Path(compiler).resolve().parents[1] for compiler in glob.glob("/usr/lib/jvm/*/bin/javac")}:
        with contextlib.suppress(Trouble):
            yield prerequisites.jdk({"JAVA_HOME": str(home), "PATH": os.environ["PATH"]})


class InstalledJdkTest(unittest.TestCase):
    def test_every_jdk_of_this_machine_starts_with_its_options_and_says_nothing(self):
        jdks = list(installed())
        if not jdks:
            self.skipTest("no JDK below /usr/lib/jvm")
        for jdk in jdks:
            command = [str(jdk.java), *kernelspec.jvm_flags(PLACES, jdk.version, 4 * GIB), "-version"]
            done = subprocess.run(command, capture_output=True, text=True)
            self.assertEqual(done.returncode, 0, done.stderr)
            warnings = [line for line in done.stderr.splitlines() if "warning" in line.lower()]
            self.assertEqual([line for line in warnings if "incubator" not in line], [])


class MachineTest(unittest.TestCase):
    def test_a_container_limits_cores_and_memory(self):
        with tempfile.TemporaryDirectory() as folder:
            group = Path(folder)
            (group / "cpu.max").write_text("100000 100000\n")
            (group / "memory.max").write_text(f"{1 << 28}\n")
            self.assertEqual(machine.cores(group), 1)
            self.assertEqual(machine.memory(group), 1 << 28)

    def test_no_limit_is_no_limit(self):
        with tempfile.TemporaryDirectory() as folder:
            free = machine.cores(Path(folder)), machine.memory(Path(folder))
            (Path(folder) / "cpu.max").write_text("max 100000\n")
            (Path(folder) / "memory.max").write_text("max\n")
            self.assertEqual((machine.cores(Path(folder)), machine.memory(Path(folder))), free)
