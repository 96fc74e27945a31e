"""Two runs agree when their verdicts and every byte of their results do."""

import tempfile
import unittest
from pathlib import Path

import results

HEAD = "claim,quantity,published,ours,low,high,null,verdict,scale,seeds\n"


class ResultsTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name) / "02-lesson"
        (self.folder / "deep").mkdir(parents=True)
        self.write("verdicts.csv", HEAD + "thm5,order,2,1.99,1.9,2.1,,holds,quick,1\n")
        self.write("deep/weights.npy", "bits")
        self.write("deep/log.txt", "written at 12:00")
        self.before = results.of(self.folder)

    def write(self, name, text):
        (self.folder / name).write_text(text, encoding="utf-8")

    def changes(self):
        return results.differences(self.before, results.of(self.folder))

    def test_the_same(self):
        self.write("deep/log.txt", "written at 13:00")
        self.assertEqual(self.changes(), [])

    def test_another_verdict(self):
        self.write("verdicts.csv", HEAD + "thm5,order,2,1.99,1.9,2.1,,does not hold,quick,1\n")
        self.assertEqual(self.changes(), ["thm5 / order: 1.99 holds became 1.99 does not hold"])

    def test_another_bit(self):
        self.write("deep/weights.npy", "bite")
        (change,) = self.changes()
        self.assertRegex(change, "^02-lesson/deep/weights.npy: [0-9a-f]{12} became [0-9a-f]{12}$")

    def test_missing_and_new(self):
        (self.folder / "deep" / "weights.npy").rename(self.folder / "other.npy")
        self.assertEqual(self.changes(), ["02-lesson/deep/weights.npy: missing", "02-lesson/other.npy: new"])
