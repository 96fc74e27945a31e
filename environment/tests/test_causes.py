"""The cause of a failed set-up, from what Maven and pip print: every text was copied from a real failure."""

import unittest

import causes


class CausesTest(unittest.TestCase):
    def test_no_network(self):
        for printed in (
            "[ERROR] Non-resolvable import POM: Could not transfer artifact org.junit:junit-bom:pom:5.11.4 from/to central",
            "WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError(...)': /simple/jjava/\n"
            "ERROR: No matching distribution found for jjava==1.0a8",
        ):
            self.assertRegex(causes.of(printed), "could not be downloaded: the first set-up needs a network")

    def test_no_repository(self):
        printed = "[ERROR] Could not create local repository at /nonexistent/.m2/repository -> [Help 1]\n[ERROR] "
        self.assertEqual(
            causes.of(printed),
            "its repository /nonexistent/.m2/repository cannot be made: name a folder of your own with"
            " MAVEN_OPTS=-Dmaven.repo.local=FOLDER",
        )

    def test_a_full_disk(self):
        self.assertRegex(causes.of("ERROR: Could not install packages: [Errno 28] No space left on device"), "^the disk is full")

    def test_another_package(self):
        self.assertRegex(causes.of("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE."), "lock file")

    def test_anything_else(self):
        self.assertEqual(causes.of("[ERROR] COMPILATION ERROR"), "its message stands above: mend that")


if __name__ == "__main__":
    unittest.main()
