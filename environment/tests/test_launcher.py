"""The launcher: an old Python gets a sentence, and what the system refuses becomes one."""

import ast
import contextlib
import errno
import io
import subprocess
import sys
import unittest

import launcher
import scale
from places import here
from trouble import Trouble, of_the_system

EDDY = here().environment / "eddy.py"


class Stream(io.StringIO):
    def reconfigure(self, **settings):
        pass


class LauncherTest(unittest.TestCase):
    def test_every_python_3_reads_it_as_far_as_the_sentence(self):
        tree = ast.parse(EDDY.read_text(encoding="utf-8"), feature_version=(3, 0))
        imported = [each for each in ast.walk(tree) if isinstance(each, (ast.Import, ast.ImportFrom))]
        self.assertEqual([name.name for each in imported for name in each.names], ["sys", "launcher"])

    def test_an_old_python_is_named(self):
        old = f"import sys; sys.version_info = (3, 8, 18); exec(open({str(EDDY)!r}, encoding='utf-8').read())"
        done = subprocess.run([sys.executable, "-c", old], capture_output=True, text=True)
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stderr, r"^eddy: This is Python 3\.8, and Eddy needs 3\.10 or newer: install it .*EDDY_PYTHON\.\n$")

    def end(self, problem):
        def run(arguments):
            raise problem

        out, err = Stream(), Stream()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = launcher.main([], run)
        return status, err.getvalue()

    def test_trouble_is_one_line(self):
        self.assertEqual(self.end(Trouble("No. Do this.")), (1, "eddy: No. Do this.\n"))

    def test_a_full_disk_is_one_line(self):
        full = OSError(errno.ENOSPC, "No space left on device", "/r/a.json")
        status, said = self.end(full)
        self.assertEqual(status, 1)
        self.assertRegex(said, r"^eddy: /r/a\.json: No space left on device; make room on that disk, or name folders on another")

    def test_an_interrupt_says_how_to_go_on(self):
        status, said = self.end(KeyboardInterrupt())
        self.assertEqual(status, 130)
        self.assertIn("the same command goes on from what is finished", said)

    def test_what_the_system_forbids_says_where_else(self):
        for number in (errno.EACCES, errno.EROFS, errno.EPERM):
            self.assertRegex(of_the_system(OSError(number, "no", "/r")), "^/r: no; work in a clone of your own")
        self.assertEqual(of_the_system(OSError("odd")), "odd; mend that, then run the same command again.")


class ScaleTest(unittest.TestCase):
    def test_the_command_line_comes_before_the_environment(self):
        self.assertEqual(scale.chosen_scale("quick", {"EDDY_SCALE": "paper"}), "quick")
        self.assertEqual(scale.chosen_scale(None, {"EDDY_SCALE": "paper"}), "paper")
        self.assertEqual(scale.chosen_scale(None, {}), "quick")

    def test_a_misspelt_scale_is_refused_before_anything_starts(self):
        with self.assertRaisesRegex(Trouble, "^EDDY_SCALE is 'papr': set it to quick or paper"):
            scale.chosen_scale(None, {"EDDY_SCALE": "papr"})


if __name__ == "__main__":
    unittest.main()
