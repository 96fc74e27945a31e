"""What a reader could not see is named, and nothing else is."""

import unittest

import looks

FIGURE = {"cell": 3, "natural": 1440, "meant": 720, "shown": 720, "opaque": True}
TABLE = {"cell": 4, "head": 5, "body": 20, "width": 800, "room": 900}
TEXT = {"cell": 5, "contrast": 12.0, "letters": 13}


def page(figures=(FIGURE,), tables=(TABLE,), texts=(TEXT,), promised=None):
    promised = promised or {"figures": len(figures), "tables": len(tables)}
    return {"promised": promised, "figures": list(figures), "tables": list(tables), "texts": list(texts)}


class LooksTest(unittest.TestCase):
    def found(self, **facts):
        return " / ".join(looks.problems(page(**facts)))

    def test_a_page_as_it_should_be(self):
        self.assertEqual(self.found(), "")

    def test_a_figure_without_pixels(self):
        self.assertIn("cell 3: a figure is not painted", self.found(figures=[{**FIGURE, "natural": 0}]))

    def test_a_figure_made_small(self):
        self.assertIn("720 pixels wide is shown 400 wide", self.found(figures=[{**FIGURE, "shown": 400}]))

    def test_a_figure_that_lets_the_theme_through(self):
        self.assertIn("no ground of its own", self.found(figures=[{**FIGURE, "opaque": False}]))

    def test_a_figure_that_never_came(self):
        self.assertIn("1 figures on the page, 2 in the outputs", self.found(promised={"figures": 2, "tables": 1}))

    def test_a_table_that_is_none(self):
        self.assertIn("a table with 0 head cells", self.found(tables=[{**TABLE, "head": 0}]))

    def test_a_table_wider_than_the_notebook(self):
        self.assertIn("a table 1000 pixels wide in 900", self.found(tables=[{**TABLE, "width": 1000}]))

    def test_text_that_cannot_be_read(self):
        self.assertIn("cell 5: text with a contrast of 3.1", self.found(texts=[{**TEXT, "contrast": 3.1}]))
        self.assertIn("letters of 7 pixels", self.found(texts=[{**TEXT, "letters": 7}]))
