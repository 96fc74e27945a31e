"""Publishing changes tracked files together, in a normal form, and only from committed sources."""

import json
import subprocess
import tempfile
import unittest
from pathlib import Path

import normal
import publish
import stale
from places import Places
from trouble import Trouble


def code(source, outputs=(), **more):
    return {"cell_type": "code", "source": source, "outputs": list(outputs), "metadata": {}, "execution_count": 9, **more}


def notebook(*cells):
    return {"cells": list(cells), "metadata": {"kernelspec": {"name": "java"}}, "nbformat": 4, "nbformat_minor": 4}


class PublishTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.places = Places(Path(folder.name))
        self.places.notebooks.mkdir()

    def git(self, *arguments):
        identity = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
        subprocess.run(["git", *identity, *arguments], cwd=self.places.root, check=True, capture_output=True)

    def test_the_normal_form_keeps_results_and_drops_what_changes_by_itself(self):
        progress = {"output_type": "display_data", "data": {"text/plain": "90 %"}, "metadata": {"eddy": "progress"}}
        result = {
            "output_type": "display_data", "data": {"text/html": "<p>\n</p>", "image/png": "AAAA"},
            "metadata": {"image/png": {"width": 640}}, "transient": {"display_id": "7"},
        }
        timed = {"execution": {"iopub.status.busy": "2026-01-01"}, "tags": ["parameters"]}
        made = normal.normalised(notebook(code(""), code("a();\nb()", [progress, result], metadata=timed, id="x")))
        first, second = made["cells"]
        self.assertEqual((first["id"], first["execution_count"]), ("cell-01", None))
        self.assertEqual((second["id"], second["execution_count"]), ("cell-02", 1))
        self.assertEqual(second["metadata"], {"tags": ["parameters"]})
        self.assertEqual(second["source"], ["a();\n", "b()"])
        (output,) = second["outputs"]
        self.assertEqual(output["data"], {"text/html": ["<p>\n", "</p>"], "image/png": "AAAA"})
        self.assertEqual(output["metadata"], {"image/png": {"width": 640}})
        self.assertNotIn("transient", output)
        self.assertEqual(made["metadata"]["kernelspec"]["name"], "eddy")
        self.assertEqual(normal.normalised(made), made)

    def test_trained_weights_replace_the_tracked_ones(self):
        old = self.places.root / "data" / "trained" / "02" / "run"
        old.mkdir(parents=True)
        (old / "seed-9.npy").write_bytes(b"old")
        new = self.places.root / "out" / "trained" / "02" / "run"
        new.mkdir(parents=True)
        (new / "seed-1.npy").write_bytes(b"new")
        publish.keep_weights(self.places, "02", new.parent)
        self.assertEqual([file.name for file in old.iterdir()], ["seed-1.npy"])
        publish.keep_weights(self.places, "02", self.places.root / "nothing")
        self.assertEqual((old / "seed-1.npy").read_bytes(), b"new")

    def test_uncommitted_sources_are_refused(self):
        with self.assertRaisesRegex(Trouble, "needs a git checkout"):
            publish.refuse_dirty(self.places)
        self.git("init")
        (self.places.root / "src").mkdir()
        file = self.places.root / "src" / "A.java"
        file.write_text("class A {}")
        with self.assertRaisesRegex(Trouble, "commit or undo your changes in src/"):
            publish.refuse_dirty(self.places)
        self.git("add", ".")
        self.git("commit", "-m", "a")
        (self.places.notebooks / "04.ipynb").write_text("{}")
        publish.refuse_dirty(self.places)
        file.write_text("class A {;}")
        with self.assertRaisesRegex(Trouble, "commit or undo your changes in src/A.java first"):
            publish.refuse_dirty(self.places)

    def test_old_figures_do_not_survive(self):
        target = self.places.figures / "04"
        target.mkdir(parents=True)
        (target / "old.png").touch()
        made = self.places.root / "out"
        made.mkdir()
        (made / "verdicts.csv").write_text("claim\n")
        publish.replace_results(self.places, "04", "{}\n", made)
        self.assertEqual([file.name for file in target.iterdir()], ["verdicts.csv"])
        self.assertEqual([folder.name for folder in self.places.figures.iterdir()], ["04"])
        self.assertEqual([file.name for file in self.places.notebooks.iterdir()], ["04.ipynb"])

    def test_a_large_notebook_is_refused(self):
        with self.assertRaisesRegex(Trouble, "04 is not published: it has 1.5 MB, more than 1"):
            publish.refuse_large("04", "x" * 1_500_000, self.places.root)

    def test_stale_notebooks_are_those_that_print_another_hash(self):
        now = "a1b2c3d4e5f6" + "0" * 52
        printed = {"now": now, "short": now[:12], "older": "f" * 64, "silent": "nothing", "not published": "f" * 64}
        for name, hash_ in printed.items():
            output = {"output_type": "display_data", "data": {"text/html": [f"<td>{hash_}</td>"]}, "metadata": {}}
            (self.places.notebooks / f"{name}.ipynb").write_text(json.dumps(notebook(code("x", [output]))))
            if name != "not published":
                (self.places.figures / name).mkdir(parents=True)
                (self.places.figures / name / "verdicts.csv").touch()
        self.assertEqual(stale.stale_notebooks(self.places, now), ["older", "silent"])
