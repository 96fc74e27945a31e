"""The source hash follows its definition, and nothing but the sources moves it."""

import hashlib
import tempfile
import unittest
from pathlib import Path

from sourcehash import source_hash


class SourceHashTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.source = Path(folder.name)
        self.write("java/eddy/B.java", b"class B {\n}\n")
        self.write("java/eddy/A.java", b"class A {}\n")
        self.write("java/eddy.txt", b"\xc3\xa4")

    def write(self, name, content):
        file = self.source / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)

    def test_the_definition(self):
        stream = (
            b"java/eddy.txt\0\xc3\xa4\0" b"java/eddy/A.java\0class A {}\n\0" b"java/eddy/B.java\0class B {\n}\n\0"
        )
        self.assertEqual(source_hash(self.source), hashlib.sha256(stream).hexdigest())

    def test_line_ends_of_the_checkout_do_not_matter(self):
        before = source_hash(self.source)
        self.write("java/eddy/B.java", b"class B {\r\n}\r\n")
        self.assertEqual(source_hash(self.source), before)

    def test_hidden_files_and_empty_folders_do_not_matter(self):
        before = source_hash(self.source)
        self.write("java/.DS_Store", b"x")
        self.write("java/eddy/.A.java.swp", b"x")
        (self.source / "java" / "empty").mkdir()
        self.assertEqual(source_hash(self.source), before)

    def test_content_and_names_matter(self):
        hashes = {source_hash(self.source)}
        self.write("java/eddy/A.java", b"class A {;}\n")
        hashes.add(source_hash(self.source))
        (self.source / "java/eddy/A.java").rename(self.source / "java/eddy/C.java")
        hashes.add(source_hash(self.source))
        self.assertEqual(len(hashes), 3)
