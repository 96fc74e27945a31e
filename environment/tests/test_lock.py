"""Two set-ups of one clone never run at the same time."""

import subprocess
import sys
import unittest
from pathlib import Path

import lock

ENVIRONMENT = Path(lock.__file__).parent
HOLDER = """
import sys, lock
from pathlib import Path
with lock.held(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


class LockTest(unittest.TestCase):
    def test_the_second_waits_until_the_first_is_gone_even_when_it_is_killed(self):
        root = Path("/a clone/that is only/a name")
        command = [sys.executable, "-c", HOLDER, str(root)]
        with subprocess.Popen(command, cwd=ENVIRONMENT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
            self.assertEqual(holder.stdout.readline().strip(), b"held")
            said = []

            def told(text):
                said.append(text)
                holder.kill()

            with lock.held(root, told):
                self.assertEqual(said, ["waiting for another ./eddy that is setting up this clone"])

    def test_other_clones_do_not_wait(self):
        with lock.held(Path("/one")), lock.held(Path("/two"), self.fail):
            pass
