import hashlib
import subprocess
import tempfile
import unittest
from pathlib import Path
from unittest import mock

import bench
from places import Places


class PeersTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        (self.root / "environment").mkdir()
        self.lock = self.root / "environment" / "bench-requirements.lock"
        self.lock.write_text("numpy==2\n")
        self.python = self.root / ".venv-bench" / "bin" / "python"

    def peers(self, status):
        done = subprocess.CompletedProcess([], status)
        with mock.patch("subprocess.run", return_value=done) as run, mock.patch("builtins.print"):
            answer = bench._peers(Places(self.root, windows=False))
        return answer, [call.args[0] for call in run.call_args_list]

    def ready(self, text):
        self.python.parent.mkdir(parents=True)
        stamp = hashlib.sha256(text).hexdigest()
        (self.root / ".venv-bench" / "eddy-ready.txt").write_text(stamp)

    def test_made_for_this_lock_file_is_used(self):
        self.ready(self.lock.read_bytes())
        self.assertEqual(self.peers(status=1), (str(self.python), []))

    def test_made_for_another_lock_file_is_made_again(self):
        self.ready(b"numpy==1\n")
        with mock.patch.object(Path, "write_text"):
            answer, commands = self.peers(status=0)
        self.assertEqual(answer, str(self.python))
        self.assertEqual(commands[0][1:3], ["-m", "venv"])
        self.assertEqual(commands[1][-3:], ["--require-hashes", "-r", str(self.lock)])
        self.assertFalse(self.python.exists())

    def test_failed_installation_goes_on_without_peers(self):
        answer, commands = self.peers(status=1)
        self.assertEqual(answer, "")
        self.assertEqual(len(commands), 1)


if __name__ == "__main__":
    unittest.main()
