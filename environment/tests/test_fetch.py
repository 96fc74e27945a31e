"""Fetching against mirrors that misbehave."""

import errno
import hashlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path
from unittest import mock

import fetch
from tests.mirror import Mirror
from trouble import Trouble

CONTENT = random.Random(1).randbytes(300_000)
FILE = {"name": "images.gz", "bytes": len(CONTENT), "sha256": hashlib.sha256(CONTENT).hexdigest()}


class FetchTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name) / "mit Umläuten"
        self.said = []

    def fetch(self, *mirrors, timeout=5.0):
        fetch.fetch_file(self.folder, FILE, [mirror.address for mirror in mirrors], timeout, self.said.append)

    def there(self):
        return {file.name for file in self.folder.iterdir()} if self.folder.exists() else set()

    def assert_complete(self):
        self.assertEqual((self.folder / FILE["name"]).read_bytes(), CONTENT)
        self.assertEqual(self.there(), {FILE["name"]})

    def test_fetches_once_and_then_knows_it_is_there(self):
        with Mirror(CONTENT) as mirror:
            self.fetch(mirror)
            self.fetch(mirror)
        self.assert_complete()
        self.assertEqual(mirror.ranges, [None])

    def test_takes_the_next_mirror_when_one_answers_404(self):
        with Mirror(status=404) as gone, Mirror(CONTENT) as good:
            self.fetch(gone, good)
        self.assert_complete()
        self.assertTrue(any("404" in line for line in self.said), self.said)

    def test_goes_on_where_the_connection_was_cut(self):
        with Mirror(CONTENT, cut_after=120_000) as mirror:
            self.fetch(mirror)
        self.assert_complete()
        self.assertEqual(mirror.ranges, [None, "bytes=120000-"])

    def test_starts_again_when_the_mirror_ignores_the_range(self):
        with Mirror(CONTENT, cut_after=120_000, ignore_range=True) as mirror:
            self.fetch(mirror)
        self.assert_complete()

    def test_goes_on_from_an_earlier_run(self):
        self.folder.mkdir(parents=True)
        (self.folder / "images.gz.part").write_bytes(CONTENT[:200_000])
        with Mirror(CONTENT) as mirror:
            self.fetch(mirror)
        self.assert_complete()
        self.assertEqual(mirror.ranges, ["bytes=200000-"])

    def test_a_damaged_earlier_part_is_fetched_from_the_start(self):
        self.folder.mkdir(parents=True)
        (self.folder / "images.gz.part").write_bytes(b"x" * 1000)
        with Mirror(CONTENT) as mirror:
            self.fetch(mirror)
        self.assert_complete()

    def test_refuses_another_checksum_and_takes_the_next_mirror(self):
        with Mirror(CONTENT[::-1]) as wrong, Mirror(CONTENT) as good:
            self.fetch(wrong, good)
        self.assert_complete()
        self.assertTrue(any("another checksum" in line for line in self.said), self.said)

    def test_refuses_a_page_in_place_of_the_file(self):
        with Mirror(b"<html>moved</html>") as page, Mirror(CONTENT) as good:
            self.fetch(page, good)
        self.assert_complete()
        self.assertTrue(any("18 bytes" in line for line in self.said), self.said)

    def test_leaves_a_silent_mirror_and_keeps_what_it_sent(self):
        with Mirror(CONTENT, stall_after=0) as silent, Mirror(CONTENT) as good:
            self.fetch(silent, good, timeout=0.3)
        self.assert_complete()
        with tempfile.TemporaryDirectory() as other, Mirror(CONTENT, stall_after=90_000) as slow:
            self.folder = Path(other)
            self.fetch(slow, timeout=0.3)
            self.assert_complete()

    def test_replaces_a_file_with_a_wrong_checksum(self):
        self.folder.mkdir(parents=True)
        (self.folder / "images.gz").write_bytes(b"x" * len(CONTENT))
        with Mirror(CONTENT) as mirror:
            self.fetch(mirror)
        self.assert_complete()

    def test_says_what_to_do_when_no_mirror_has_it(self):
        with Mirror(CONTENT[::-1]) as wrong, Mirror(status=500) as broken:
            with self.assertRaisesRegex(Trouble, "could not be fetched from any of 2 mirrors; try again later, or copy"):
                self.fetch(wrong, broken)
        self.assertEqual(self.there(), set())

    def test_a_full_disk_leaves_nothing_behind(self):
        with Mirror(CONTENT) as mirror, mock.patch("download.open", full_disk, create=True):
            with self.assertRaisesRegex(Trouble, "No space left on device.*make room there or .*, or name another folder"):
                self.fetch(mirror)
        self.assertEqual(self.there(), set())


@unittest.skipIf(os.name == "nt", "Ctrl-C as POSIX sends it")
class InterruptTest(unittest.TestCase):
    def test_ctrl_c_ends_with_a_sentence_and_keeps_what_came(self):
        with tempfile.TemporaryDirectory() as folder, Mirror(b"x" * 9912422, stall_after=200_000) as mirror:
            part = Path(folder) / "mnist" / "train-images-idx3-ubyte.gz.part"
            command = [sys.executable, str(Path(fetch.__file__).with_name("eddy.py")), "fetch", "mnist"]
            environ = {**os.environ, "EDDY_DATA": folder}
            with subprocess.Popen(
                [*command, "--mirror", mirror.address], env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
            ) as fetching:
                while not (part.exists() and part.stat().st_size >= 190_000):
                    self.assertIsNone(fetching.poll(), "it ended before anything came")
                    time.sleep(0.05)
                fetching.send_signal(signal.SIGINT)
                said = fetching.communicate()[1]
            self.assertEqual(fetching.returncode, 130)
            self.assertEqual(said, "\neddy: stopped; the same command goes on from what is finished.\n")
            self.assertGreaterEqual(part.stat().st_size, 190_000)


def full_disk(path, mode):
    """open() on a disk that takes 50,000 bytes."""
    stream = open(path, mode)
    write = stream.write

    def limited(block):
        if stream.tell() + len(block) > 50_000:
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(block)

    wrapped = mock.MagicMock(wraps=stream)
    wrapped.__enter__.return_value = wrapped
    wrapped.__exit__.side_effect = lambda *problem: stream.close()
    wrapped.write.side_effect = limited
    return wrapped


if __name__ == "__main__":
    unittest.main()
