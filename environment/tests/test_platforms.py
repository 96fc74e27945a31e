"""The build picks one native classifier on each platform that Eddy has native libraries for."""

import unittest
import xml.etree.ElementTree as xml

from places import here

_POM = {"m": "http://maven.apache.org/POM/4.0.0"}

# os.name and os.arch as a JVM says them there.
PLATFORMS = {
    "linux-x86_64": ("Linux", "amd64"),
    "linux-arm64": ("Linux", "aarch64"),
    "macosx-arm64": ("Mac OS X", "aarch64"),
    "macosx-x86_64": ("Mac OS X", "x86_64"),
    "windows-x86_64": ("Windows 11", "amd64"),
}


def chosen(name, arch):
    """The values of native.platform in the profiles that Maven activates for this operating system."""
    values = []
    for profile in xml.parse(here().root / "pom.xml").getroot().iterfind("m:profiles/m:profile", _POM):
        system = profile.find("m:activation/m:os", _POM)
        platform = profile.findtext("m:properties/m:native.platform", namespaces=_POM)
        if system is not None and platform and _fits(system, name.lower(), arch):
            values.append(platform)
    return values


def _fits(system, name, arch):
    wanted = {each: system.findtext(f"m:{each}", namespaces=_POM) for each in ("family", "name", "arch")}
    families = {
        "windows": "windows" in name,
        "mac": "mac" in name or "darwin" in name,
        "unix": "windows" not in name,  # Mac OS X counts as unix too
    }
    return (
        (wanted["family"] is None or families[wanted["family"]])
        and (wanted["name"] is None or wanted["name"].lower() == name)
        and (wanted["arch"] is None or wanted["arch"] == arch)
    )


class PlatformsTest(unittest.TestCase):
    def test_each_platform_gets_its_own_classifier_and_no_other(self):
        for classifier, (name, arch) in PLATFORMS.items():
            self.assertEqual(chosen(name, arch), [classifier])

    def test_other_machines_get_none(self):
        for name, arch in (("Linux", "riscv64"), ("Windows 11", "aarch64"), ("FreeBSD", "amd64")):
            self.assertEqual(chosen(name, arch), [])

    def test_every_native_dependency_follows_the_choice(self):
        root = xml.parse(here().root / "pom.xml").getroot()
        native = {
            dependency.findtext("m:artifactId", namespaces=_POM)
            for dependency in root.iterfind("m:dependencies/m:dependency", _POM)
            if dependency.findtext("m:classifier", namespaces=_POM) == "${native.platform}"
        }
        self.assertLessEqual({"nd4j-native", "javacpp", "openblas"}, native)
