"""Builds the library with Maven when its sources changed, into folders that a running kernel keeps for itself."""

import contextlib
import hashlib
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import causes
import prerequisites
import room
import surroundings
from places import Places
from sourcehash import source_hash
from trouble import Trouble


@dataclass(frozen=True)
class Library:
    """A built library: its jar, the folder of its dependencies, the hash of the sources it was built from."""

    jar: Path
    dependencies: Path
    source: str

    @property
    def complete(self) -> bool:
        """Whether both are there."""
        return self.jar.exists() and self.dependencies.is_dir()

    @property
    def class_path(self) -> str:
        return os.pathsep.join([str(self.jar), str(self.dependencies / "*")])


# What the library and its dependencies take below target/, compiled classes included.
LIBRARY_MEGABYTES = 500


def of_the_tree(places: Places) -> Library:
    """Where the library of the tree as it is now lies once it is built.

    Every state of the sources has a jar of its own below target/run, so that a kernel that has run for an hour does not
    lose its classes when somebody builds again.
    """
    source = source_hash(places.root / "src" / "main")
    pom = hashlib.sha256((places.root / "pom.xml").read_bytes()).hexdigest()
    run = places.target / "run"
    return Library(run / f"{source[:16]}-{pom[:8]}" / "eddy.jar", run / f"lib-{pom[:16]}", source)


def build(places: Places, jdk: prerequisites.Jdk, say=print) -> Library:
    """The library of the tree as it is now; runs Maven only when the sources or pom.xml changed since."""
    library = of_the_tree(places)
    goals = []
    if not library.jar.exists():
        goals.append("package")
    if not library.dependencies.is_dir():
        copied = library.dependencies.with_suffix(".part")
        shutil.rmtree(copied, ignore_errors=True)
        goals += ["dependency:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={copied}"]
    if goals:
        room.require(places.root, LIBRARY_MEGABYTES, "the library")
        first = "" if library.dependencies.is_dir() else " (the first time downloads about 200 MB)"
        say(f"building the library with Maven{first}")
        with _begun(places):
            _maven(places, jdk, goals)
        if source_hash(places.root / "src" / "main") != library.source:
            raise Trouble("The sources changed while they were built: run the same command again.")
    if not library.dependencies.is_dir():
        os.replace(library.dependencies.with_suffix(".part"), library.dependencies)
    if not library.jar.exists():
        library.jar.parent.mkdir(parents=True, exist_ok=True)
        half = library.jar.with_suffix(".part")
        shutil.copyfile(places.target / "eddy.jar", half)
        os.replace(half, library.jar)
    (places.target / "eddy-source.txt").write_text(library.source + "\n", encoding="ascii")
    return library


@contextlib.contextmanager
def _begun(places: Places):
    """A mark that a build was begun; what one left that was killed is not taken for compiled."""
    mark = places.target / "eddy-building.txt"
    (places.target / "eddy.jar").unlink(missing_ok=True)
    if mark.exists():
        shutil.rmtree(places.target / "classes", ignore_errors=True)
    places.target.mkdir(exist_ok=True)
    mark.touch()
    yield
    mark.unlink()


def _maven(places: Places, jdk: prerequisites.Jdk, goals: list) -> None:
    # Tests and formatting are for `mvn verify` to judge.
    quiet = ["-q", "-B", "-Dstyle.color=never", "-Dmaven.test.skip=true", "-Dspotless.check.skip=true"]
    command = [prerequisites.maven(), *quiet, *goals]
    done = subprocess.run(
        command, cwd=places.root, env=surroundings.plain(jdk.home), stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace",
    )
    if done.returncode != 0:
        print(done.stdout, file=sys.stderr)
        raise Trouble(f"Maven could not build the library; {causes.of(done.stdout, room.free(places.root))}. Then run the same command again.")
