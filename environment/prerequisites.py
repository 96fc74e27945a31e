"""What must be on the machine before Eddy can set itself up, each with the sentence that says what to install."""

import ctypes
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import surroundings
from trouble import Trouble

OLDEST_JDK, NEWEST_JDK = 17, 25
OLDEST_MAVEN = (3, 8)

_INSTALL_JDK = (
    "install a JDK 17 to 25 (Debian and Ubuntu: apt install openjdk-17-jdk-headless; Fedora: dnf install"
    " java-21-openjdk-devel; macOS: brew install openjdk@21; Windows: winget install EclipseAdoptium.Temurin.21.JDK)"
    " or point JAVA_HOME at one"
)
_INSTALL_MAVEN = (
    "install it (Debian and Ubuntu: apt install maven; Fedora: dnf install maven; macOS: brew install maven;"
    " Windows: scoop install maven)"
)


@dataclass(frozen=True)
class Jdk:
    """A Java development kit: its folder and its feature version (17, 21, 25)."""

    home: Path
    version: int

    @property
    def java(self) -> Path:
        return self.home / "bin" / ("java.exe" if os.name == "nt" else "java")


def jdk(environ=os.environ) -> Jdk:
    """The JDK of JAVA_HOME, else of the java on the PATH."""
    named = environ.get("JAVA_HOME")
    if named:
        java = shutil.which("java", path=str(Path(named) / "bin"))
        if java is None:
            raise Trouble(f"JAVA_HOME is {named}, and there is no Java in it: {_INSTALL_JDK}.")
    else:
        java = shutil.which("java", path=environ.get("PATH"))
        if java is None:
            raise Trouble(f"Java is missing: {_INSTALL_JDK}.")
    said = _ask([java, "-XshowSettings:properties", "-version"], environ)
    return checked_jdk(said, java)


def checked_jdk(said: str, java: str) -> Jdk:
    """The JDK that answered `said` to `java -XshowSettings:properties -version`."""
    version = re.search(r"^\s*java\.specification\.version = (?:1\.)?(\d+)", said, re.M)
    home = re.search(r"^\s*java\.home = (.+?)\s*$", said, re.M)
    if not version or not home:
        raise Trouble(f"{java} does not answer like a Java: {_INSTALL_JDK}.")
    found = Jdk(Path(home.group(1)), int(version.group(1)))
    if found.version < OLDEST_JDK:
        raise Trouble(f"{java} is Java {found.version}, and Eddy needs 17 or newer: {_INSTALL_JDK}.")
    if shutil.which("javac", path=str(found.home / "bin")) is None:
        raise Trouble(f"{found.home} is a Java without a compiler (a JRE): {_INSTALL_JDK}.")
    return found


def maven(environ=os.environ) -> str:
    """The mvn on the PATH."""
    found = shutil.which("mvn", path=environ.get("PATH"))
    if found is None:
        raise Trouble(f"Maven is missing: {_INSTALL_MAVEN}.")
    check_maven(_ask([found, "-version"], environ), found)
    return found


def check_maven(said: str, mvn: str) -> None:
    """Refuses the Maven that answered `said` to `mvn -version` when it is too old or broken."""
    version = re.search(r"Apache Maven (\d+)\.(\d+)", said)
    if not version:
        raise Trouble(f"{mvn} does not answer like Maven: {_INSTALL_MAVEN}.")
    if tuple(map(int, version.groups())) < OLDEST_MAVEN:
        raise Trouble(f"{mvn} is Maven {'.'.join(version.groups())}, and Eddy needs 3.8 or newer: {_INSTALL_MAVEN}.")


def check_venv(find=importlib.util.find_spec) -> None:
    """Refuses a Python that cannot make virtual environments (Debian splits that off)."""
    if find("venv") is None or find("ensurepip") is None:
        raise Trouble(
            "This Python has no venv module: install it (Debian and Ubuntu: apt install python3-venv), then run the"
            " same command again."
        )


def check_fonts(jdk_home: Path, platform=sys.platform, load=ctypes.CDLL, folders=None) -> None:
    """Refuses a Linux on which a JVM without a screen cannot draw text."""
    if not platform.startswith("linux"):
        return
    missing = []
    if not (jdk_home / "lib" / "libfreetype.so").exists() and not _loads(load, "libfreetype.so.6"):
        missing.append("the FreeType library (Debian and Ubuntu: apt install libfreetype6; Fedora: dnf install freetype)")
    if not _loads(load, "libfontconfig.so.1"):
        missing.append("fontconfig (apt install fontconfig; dnf install fontconfig)")
    if not _any_font(folders):
        missing.append("a font (apt install fonts-dejavu-core; dnf install dejavu-sans-fonts)")
    if missing:
        raise Trouble(f"Charts cannot be drawn on this machine: install {' and '.join(missing)}.")


def _loads(load, library: str) -> bool:
    try:
        load(library)
        return True
    except OSError:
        return False


def _any_font(folders) -> bool:
    if folders is None:
        home = Path(os.path.expanduser("~"))
        folders = [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), home / ".fonts", home / ".local/share/fonts"]
    endings = (".ttf", ".otf", ".ttc", ".pfb")
    return any(name.lower().endswith(endings) for folder in folders for _, _, names in os.walk(folder) for name in names)


def _ask(command: list, environ) -> str:
    try:
        done = subprocess.run(
            command, env=surroundings.plain(environ=environ), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, timeout=120, encoding="utf-8", errors="replace",
        )
        return done.stdout
    except (OSError, subprocess.TimeoutExpired) as problem:
        return str(problem)
