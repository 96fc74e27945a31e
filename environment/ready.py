"""Makes everything ready that a command needs: JDK, fonts, .venv, the library, the kernel spec."""

from dataclasses import dataclass

import build
import kernelspec
import lock
import prerequisites
import room
import surroundings
import virtualenv
from places import Places
from trouble import Trouble


@dataclass(frozen=True)
class Ready:
    """A clone in which notebooks run."""

    places: Places
    jdk: prerequisites.Jdk
    library: build.Library

    @property
    def environ(self) -> dict:
        return surroundings.notebook(self.places, self.jdk.home)


def ensure(places: Places, say=print) -> Ready:
    """Sets up what is missing and leaves the rest alone; after an interruption the same call goes on."""
    if not room.writable(places.root):
        raise Trouble(
            f"This clone, {places.root}, cannot be written, and Eddy keeps its environment and its build in it: clone or"
            " copy it into a folder of your own, and run the same command there."
        )
    room.require_output("EDDY_OUT", places.out())
    room.require_output("EDDY_RUNS", places.runs())
    jdk = prerequisites.jdk()
    prerequisites.check_fonts(jdk.home)
    with lock.held(places.root, say):
        virtualenv.ensure(places, say)
        library = build.build(places, jdk, say)
        kernelspec.register(places, jdk, library)
    return Ready(places, jdk, library)
