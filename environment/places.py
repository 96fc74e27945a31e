"""Where things are: the folders of one clone, whatever folder the command is typed in."""

import os
from dataclasses import dataclass
from pathlib import Path

from trouble import Trouble


@dataclass(frozen=True)
class Places:
    """The folders below one clone of Eddy. `windows` decides how a virtual environment is laid out."""

    root: Path
    windows: bool = os.name == "nt"

    @property
    def venv(self) -> Path:
        return self.root / ".venv"

    @property
    def venv_python(self) -> Path:
        return self.venv / ("Scripts/python.exe" if self.windows else "bin/python")

    @property
    def kernels(self) -> Path:
        return self.venv / "share" / "jupyter" / "kernels"

    @property
    def jupyter(self) -> Path:
        """What Jupyter and IPython keep: settings, runtime files, history."""
        return self.venv / "jupyter"

    @property
    def jvm_home(self) -> Path:
        """user.home of every JVM that draws (the JDK writes .java/fonts there)."""
        return self.venv / "home"

    @property
    def javacpp_cache(self) -> Path:
        return self.venv / "javacpp"

    @property
    def cache(self) -> Path:
        """XDG_CACHE_HOME of what draws: fontconfig writes there."""
        return self.venv / "cache"

    @property
    def target(self) -> Path:
        return self.root / "target"

    @property
    def notebooks(self) -> Path:
        return self.root / "notebooks"

    @property
    def figures(self) -> Path:
        return self.root / "figures"

    @property
    def claims(self) -> Path:
        return self.root / "src" / "main" / "resources" / "eddy" / "claims.csv"

    @property
    def environment(self) -> Path:
        return self.root / "environment"

    @property
    def inside(self) -> Path:
        """Scripts that run with the Python of .venv."""
        return self.environment / "inside"

    @property
    def lock_file(self) -> Path:
        return self.environment / "requirements.lock"

    def out(self, environ=os.environ) -> Path:
        """Where a run writes: EDDY_OUT, else reports/."""
        chosen = _chosen(environ, "EDDY_OUT", self.root / "reports")
        if chosen == self.root:
            raise Trouble("EDDY_OUT is the clone itself, where a run would replace the published figures: name another folder.")
        return chosen

    def runs(self, environ=os.environ) -> Path:
        """Where checkpoints and trajectories are: EDDY_RUNS, else runs/."""
        return _chosen(environ, "EDDY_RUNS", self.root / "runs")

    def data(self, environ=os.environ) -> Path:
        """Where real data is: EDDY_DATA, else data/."""
        return _chosen(environ, "EDDY_DATA", self.root / "data")


def here() -> Places:
    """The clone that this file is part of."""
    return Places(Path(__file__).resolve().parent.parent)


def _chosen(environ, name: str, default: Path) -> Path:
    """The folder that a variable names, seen from where the command is typed; `~` is the home."""
    value = environ.get(name)
    return Path(os.path.expanduser(value)).resolve() if value else default
