"""The processes that the suite counts are those with an argument of this run's own."""

import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from server import Server


class KernelsTest(unittest.TestCase):
    def test_a_kernel_is_found_by_its_connection_file_and_ended(self):
        with tempfile.TemporaryDirectory(suffix=" with blanks") as folder:
            with mock.patch.dict(os.environ, JUPYTER_RUNTIME_DIR=folder):
                server = Server([], Path(folder), Path(folder) / "log")
            self.assertEqual(server.kernels(), [])
            file = str(Path(folder) / "kernel-1.json")
            with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)", file]) as process:
                self.assertEqual(server.await_kernels(1), [process.pid])
                server.kill(server.kernels())
                process.wait(30)
            self.assertEqual(server.kernels(), [])
