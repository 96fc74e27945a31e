"""The kernel "Eddy (Java)": JJava with Eddy on its class path, registered inside .venv and nowhere else."""

import json
import os
from pathlib import Path

import machine
from build import Library
from places import Places
from prerequisites import Jdk

NAME = "eddy"
DISPLAY_NAME = "Eddy (Java)"


def kernel_spec(places: Places, jdk: Jdk, library: Library, cores: int, memory: int) -> dict:
    """The content of kernel.json for this clone, this JDK and a machine of this size (memory in bytes)."""
    return {
        "argv": [str(jdk.java), *jvm_flags(places, jdk.version, memory), f"-Deddy.source={library.source}"]
        + ["-jar", str(jjava_jar(places)), "{connection_file}"],
        "display_name": DISPLAY_NAME,
        "language": "java",
        "interrupt_mode": "message",
        "env": {
            "JJAVA_CLASSPATH": library.class_path,
            "OPENBLAS_NUM_THREADS": str(cores),
            "OMP_NUM_THREADS": str(cores),
        },
        "metadata": {"debugger": False},
    }


def jvm_flags(places: Places, version: int, memory: int) -> list:
    """The options of every JVM that runs Eddy: a quarter of the memory for the heap, most of the rest for matrices."""
    flags = ["--add-opens=jdk.jshell/jdk.jshell=ALL-UNNAMED", "--add-modules=jdk.incubator.vector"]
    if version >= 24:
        flags += ["--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"]
    mega = memory >> 20
    heap = min(max(mega // 4, 1024), 16 * 1024)
    return flags + [
        f"-Xmx{heap}m",
        "-Xss4m",  # OpenBLAS's threads put up to half a megabyte on the caller's stack
        "-Dfile.encoding=UTF-8",
        "-Djava.awt.headless=true",
        f"-Duser.home={places.jvm_home}",
        f"-XX:ErrorFile={places.jvm_home / 'hs_err_pid%p.log'}",
        f"-Dorg.bytedeco.javacpp.cachedir={places.javacpp_cache}",
        f"-Dorg.bytedeco.javacpp.maxbytes={mega * 7 // 10}m",
        f"-Dorg.bytedeco.javacpp.maxphysicalbytes={mega * 9 // 10}m",
        f"-Deddy.home={places.root}",
    ]


def jjava_jar(places: Places) -> Path:
    """The kernel's own jar, as the wheel installs it."""
    return places.kernels / "java" / "jjava.jar"


def register(places: Places, jdk: Jdk, library: Library) -> None:
    """Writes the kernel spec; leaves the file alone when nothing changed."""
    spec = kernel_spec(places, jdk, library, machine.cores(), machine.memory())
    text = json.dumps(spec, indent=1, ensure_ascii=False) + "\n"
    file = places.kernels / NAME / "kernel.json"
    if file.exists() and file.read_text(encoding="utf-8") == text:
        return
    for folder in (file.parent, places.jvm_home, places.javacpp_cache, places.cache):
        folder.mkdir(parents=True, exist_ok=True)
    half = file.with_suffix(".part")
    half.write_text(text, encoding="utf-8")
    os.replace(half, file)
