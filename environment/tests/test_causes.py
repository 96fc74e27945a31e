"""The cause of a failed set-up, from what Maven and pip print."""

import unittest

import causes


class CausesTest(unittest.TestCase):
    def test_no_network(self):
        for printed in (
            "[ERROR] Failed to read artifact descriptor for maven-enforcer-plugin:jar:3.5.0: Could not transfer artifact"
            " maven-enforcer-plugin:pom:3.5.0 from/to central: transfer failed: Unknown host: Temporary failure in name"
            " resolution -> [Help 1]",
            "ERROR: Could not find a version that satisfies the requirement anyio==4.16.0 (from versions: none)\n"
            "ERROR: No matching distribution found for anyio==4.16.0",
        ):
            self.assertRegex(causes.of(printed, 10**9), "could not be downloaded: the first set-up needs a network")

    def test_no_repository(self):
        printed = "[ERROR] Could not create local repository at /nonexistent/.m2/repository -> [Help 1]\n[ERROR] "
        self.assertEqual(
            causes.of(printed, 10**9),
            "its repository /nonexistent/.m2/repository cannot be made: name a folder of your own with"
            " MAVEN_OPTS=-Dmaven.repo.local=FOLDER",
        )

    def test_a_full_disk(self):
        said = "ERROR: Could not install packages: [Errno 28] No space left on device"
        self.assertRegex(causes.of(said, 10**9), "^the disk is full")
        self.assertRegex(causes.of("Command '...ensurepip' returned non-zero exit status 1.", 0), "^the disk is full")

    def test_another_package(self):
        self.assertRegex(causes.of("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", 10**9), "lock file")

    def test_anything_else(self):
        self.assertEqual(causes.of("[ERROR] COMPILATION ERROR", 10**9), "its message stands above: mend that")


if __name__ == "__main__":
    unittest.main()
