"""./eddy bench: the comparison with other libraries, a Maven profile of its own."""

import subprocess

import prerequisites
import surroundings
from places import Places


def run(places: Places, arguments: list) -> int:
    """Runs the Maven profile `bench`; `arguments` go to Maven as they are."""
    jdk = prerequisites.jdk()
    command = [prerequisites.maven(), "-B", "-Pbench", "-DskipTests", "verify", *arguments]
    return subprocess.run(command, cwd=places.root, env=surroundings.plain(jdk.home)).returncode
