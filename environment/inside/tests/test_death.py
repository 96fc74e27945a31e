"""What is said of a kernel that died or had no memory left: by running one that does."""

import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import death
import nbformat
from nbformat.v4 import new_code_cell, new_notebook

EXECUTE = Path(death.__file__).with_name("execute.py")


class SentenceTest(unittest.TestCase):
    def test_killed_crashed_and_ended(self):
        self.assertRegex(death.of_kernel(-9), "^the kernel was killed, .*memory ran out: close other programs .*parameters cell")
        self.assertRegex(death.of_kernel(-11), r"^the kernel crashed in native code \(signal 11; \.venv/home/hs_err_pid")
        self.assertRegex(death.of_kernel(1), "^the kernel ended by itself with status 1: ")
        self.assertRegex(death.of_kernel(None), "^the kernel ended by itself: ")

    def test_memory_errors_say_what_to_lower(self):
        said = death.with_remedy("OutOfMemoryError: Java heap space")
        self.assertRegex(said, r"^OutOfMemoryError: Java heap space \(.* a quarter .*\): close other .* parameters cell")
        native = death.with_remedy("OutOfMemoryError: A matrix needs 9.0 GiB, which this machine does not have free.")
        self.assertRegex(native, "does not have free: close other programs")
        self.assertEqual(death.with_remedy("IllegalStateException: Run it again."), "IllegalStateException: Run it again.")


@unittest.skipIf(os.name == "nt", "kills as POSIX does")
class DyingKernelTest(unittest.TestCase):
    """execute.py with a kernel in Python called "eddy", which starts in a second and dies as a JVM does."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        spec = self.folder / "kernels" / "eddy" / "kernel.json"
        spec.parent.mkdir(parents=True)
        argv = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
        spec.write_text(json.dumps({"argv": argv, "display_name": "eddy", "language": "python"}))

    def execute(self, *cells, copy="copy.ipynb"):
        nbformat.write(new_notebook(cells=[new_code_cell(cell) for cell in cells]), self.folder / "n.ipynb")
        command = [sys.executable, str(EXECUTE), str(self.folder / "n.ipynb"), str(self.folder / copy)]
        env = {**os.environ, "JUPYTER_PATH": str(self.folder), "JUPYTER_RUNTIME_DIR": str(self.folder)}
        env.update(IPYTHONDIR=str(self.folder), PYTHONWARNINGS="ignore")
        done = subprocess.run(command, env=env, capture_output=True, text=True)
        return [json.loads(line) for line in done.stdout.splitlines()]

    def test_a_crash_under_a_cell_with_the_report_that_it_prints(self):
        crash = "import os, time\nos.write(1, b'#\\n# a crash report\\n')\nos.kill(os.getpid(), 11)\ntime.sleep(60)"
        last = self.execute("a = 1", crash)[-1]
        self.assertEqual(last, {"failed": 2, "text": death.of_kernel(-11)})
        self.assertEqual(len(nbformat.read(self.folder / "copy.ipynb", as_version=4).cells), 2)

    def test_a_copy_that_cannot_be_written_is_said(self):
        last = self.execute("a = 1", copy="none/copy.ipynb")[-1]
        self.assertRegex(last["text"], "^the executed copy .* cannot be written: No such file")


if __name__ == "__main__":
    unittest.main()
