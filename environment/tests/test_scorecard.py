"""The README's table is replaced between its marks and nowhere else; the check names what disagrees."""

import tempfile
import unittest
from pathlib import Path

import scorecard
from trouble import Trouble

README = f"# Eddy\n\nwords\n\n{scorecard.BEGIN}\nold\n{scorecard.END}\n\nmore\n"


class ScorecardTest(unittest.TestCase):
    def test_only_what_stands_between_the_marks_changes(self):
        made = scorecard.replaced(README, "| new |\n")
        self.assertEqual(made, README.replace("old", "| new |"))
        self.assertEqual(scorecard.replaced(made, "| new |\n"), made)

    def test_a_readme_without_marks_is_refused(self):
        for lacking in (scorecard.BEGIN, scorecard.END):
            with self.assertRaisesRegex(Trouble, "README.md lacks the lines"):
                scorecard.replaced(README.replace(lacking, ""), "new")

    def test_what_disagrees_is_named_with_the_command_that_mends_it(self):
        with tempfile.TemporaryDirectory() as folder:
            published = Path(folder) / scorecard.FIGURE
            (missing,) = scorecard.disagreements(True, published, "a,b\n")
            self.assertIn("./eddy publish 00-scorecard", missing)
            published.write_text("a,b\n")
            self.assertEqual(scorecard.disagreements(True, published, "a,b\n"), [])
            both = scorecard.disagreements(False, published, "a,c\n")
            self.assertEqual(len(both), 2)
            self.assertIn("./eddy scorecard", both[0])

    def test_the_readme_of_this_clone_has_the_marks(self):
        text = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")
        self.assertIn("| claim of the paper |", text.partition(scorecard.BEGIN)[2].partition(scorecard.END)[0])
