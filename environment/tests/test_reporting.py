"""Reports are made of executed notebooks, printed where there is a browser, and listed in an index."""

import json
import tempfile
import unittest
from pathlib import Path

import browsers
import printing
import reportindex
import reporting
from places import Places
from trouble import Trouble

PICTURE = {"output_type": "display_data", "metadata": {}, "data": {"image/png": "AAAA", "text/plain": "a figure"}}
HEADER = "claim,quantity,published,ours,low,high,null,verdict,scale,seeds\n"


def notebook(title, *outputs):
    cells = [
        {"cell_type": "markdown", "metadata": {}, "source": [f"# {title}\n", "words"]},
        {"cell_type": "code", "metadata": {}, "source": "x", "outputs": list(outputs), "execution_count": 1},
    ]
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


class ReportingTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        self.places = Places(self.root)
        self.places.notebooks.mkdir()
        (self.places.notebooks / "04-wells.ipynb").write_text(notebook("The $x$ wells & more", PICTURE))
        (self.places.notebooks / "05-empty.ipynb").write_text(notebook("Never run"))
        self.places.claims.parent.mkdir(parents=True)
        self.places.claims.write_text("claim,quantity,statement\nturn,rate,It turns\nfall,rate,F < G\n")
        self.places.inside.mkdir(parents=True)
        (self.places.inside / "report.css").write_text("p { color: red }")

    def test_only_executed_notebooks_have_a_report(self):
        names = [file.name for file in reporting.executed(self.places, [], self.places.notebooks)]
        self.assertEqual(names, ["04-wells.ipynb"])
        with self.assertRaisesRegex(Trouble, "05-empty is not executed .*: run ./eddy reproduce 05-empty first"):
            reporting.executed(self.places, ["05"], self.places.notebooks)
        with self.assertRaisesRegex(Trouble, "There is no executed notebook"):
            reporting.executed(self.places, [], self.root / "nothing")

    def test_the_index_shows_picture_scale_and_verdicts(self):
        found = self.places.figures / "04-wells" / "verdicts.csv"
        found.parent.mkdir(parents=True)
        found.write_text(HEADER + "turn,rate,,,,,,does not hold,paper,\nfall,rate,,,,,,holds,paper,\n")
        for page in ("04-wells.html", "04-wells.pdf"):
            (self.root / page).touch()
        copies = sorted(self.places.notebooks.glob("*.ipynb"))
        text = reportindex.write(self.places, copies, self.places.figures, self.root).read_text()
        self.assertIn('<a href="04-wells.html">The x wells &amp; more</a>', text)
        self.assertIn('src="data:image/png;base64,AAAA"', text)
        self.assertIn('04-wells · scale paper · <a href="04-wells.pdf">PDF</a>', text)
        self.assertIn('<b class="holds">holds</b>: 1 · <b class="fails">does not hold</b>: 1', text)
        self.assertIn('<b class="holds">holds</b> · F &lt; G', text)
        self.assertNotIn("Never run", text)
        self.assertNotIn("<script", text)

    def test_a_run_that_failed_says_so_without_a_page(self):
        status = {"scale": "quick", "seconds": 3.2, "finished": "today", "failures": ["cell 2: <no>"]}
        (self.places.notebooks / "05-empty.json").write_text(json.dumps(status))
        copies = sorted(self.places.notebooks.glob("*.ipynb"))
        text = reportindex.write(self.places, copies, self.root / "none", self.root).read_text()
        self.assertIn("<h2>Never run</h2>", text)
        self.assertIn("05-empty · scale quick · 3 s · today", text)
        self.assertIn('<li class="fails">cell 2: &lt;no&gt;</li>', text)


class PrintingTest(unittest.TestCase):
    def test_the_browser_is_the_one_named_else_the_first_found(self):
        with tempfile.TemporaryDirectory() as folder:
            fake = Path(folder) / "chromium"
            fake.touch(mode=0o755)
            self.assertEqual(browsers.find({"PATH": folder}, ()), str(fake))
            self.assertEqual(browsers.find({"PATH": ""}, (str(fake),)), str(fake))
            self.assertIsNone(browsers.find({"PATH": ""}, (folder,)))
            self.assertEqual(browsers.find({"PATH": "", "EDDY_BROWSER": str(fake)}, ()), str(fake))
            with self.assertRaisesRegex(Trouble, "EDDY_BROWSER is nothing, and there is no such program"):
                browsers.find({"PATH": folder, "EDDY_BROWSER": "nothing"}, ())

    def test_the_time_of_printing_is_no_part_of_the_file(self):
        first = b"1 0 obj <</CreationDate (D:20260101120000+00'00')\n/ModDate (D:20260101120000+00'00')>> xref 15"
        second = first.replace(b"20260101", b"20270203")
        self.assertEqual(printing.undated(first), printing.undated(second))
        self.assertEqual(len(printing.undated(first)), len(first))

    def test_a_browser_that_prints_nothing_is_named_with_what_it_said(self):
        with tempfile.TemporaryDirectory() as folder:
            fake = Path(folder) / "chromium"
            fake.write_text("#!/bin/sh\necho first >&2\necho no display >&2\n")
            fake.chmod(0o755)
            page = Path(folder) / "04.html"
            page.touch()
            self.assertEqual(printing.pdf(str(fake), page), f"{fake} did not print 04.html: no display")
            self.assertFalse(page.with_suffix(".pdf").exists())

    @unittest.skipIf(browsers.find() is None, "no browser of the Chromium family")
    def test_the_same_page_gives_the_same_bytes(self):
        with tempfile.TemporaryDirectory() as folder:
            page = Path(folder) / "page.html"
            page.write_text("<p>words</p>")
            self.assertEqual(printing.pdf(browsers.find(), page), "")
            first = page.with_suffix(".pdf").read_bytes()
            self.assertTrue(first.startswith(b"%PDF"))
            self.assertEqual(printing.pdf(browsers.find(), page), "")
            self.assertEqual(page.with_suffix(".pdf").read_bytes(), first)
