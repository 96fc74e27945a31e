"""The environment variables of what Eddy starts: a UTF-8 locale, no stray settings, nothing written to the home."""

import locale
import os

from places import Places

# Set by users for other programs; each of them changes what runs in .venv or halves the speed of OpenBLAS.
UNWANTED = (
    "PYTHONPATH", "PYTHONHOME", "PYTHONSTARTUP", "VIRTUAL_ENV", "PIP_TARGET", "PIP_PREFIX", "PIP_USER",
    "JUPYTER_PATH", "JUPYTER_CONFIG_PATH", "JUPYTERLAB_DIR", "OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE",
)


def plain(jdk_home=None, environ=os.environ) -> dict:
    """For Maven and pip: they keep their caches where the user has them."""
    env = {name: value for name, value in environ.items() if name not in UNWANTED and not name.startswith("JJAVA_")}
    if not knows_letters(environ):
        env["LC_ALL"] = "C.UTF-8"
    env["PYTHONNOUSERSITE"] = "1"
    env["PYTHONUTF8"] = "1"
    if jdk_home is not None:
        env["JAVA_HOME"] = str(jdk_home)
    return env


def notebook(places: Places, jdk_home, environ=os.environ) -> dict:
    """For Jupyter and the kernels: everything that they keep stays inside .venv."""
    env = plain(jdk_home, environ)
    env["JUPYTER_CONFIG_DIR"] = str(places.jupyter / "config")
    env["JUPYTER_DATA_DIR"] = str(places.jupyter / "data")
    env["JUPYTER_RUNTIME_DIR"] = str(places.jupyter / "runtime")
    env["JUPYTER_PREFER_ENV_PATH"] = "1"
    env["JUPYTER_PLATFORM_DIRS"] = "1"
    env["IPYTHONDIR"] = str(places.jupyter / "ipython")
    env["XDG_CACHE_HOME"] = str(places.cache)
    # A kernel runs in another folder than the one that the command is typed in.
    chosen = {"EDDY_DATA": places.data, "EDDY_OUT": places.out, "EDDY_RUNS": places.runs}
    env.update({name: str(folder(environ)) for name, folder in chosen.items() if environ.get(name)})
    return env


def knows_letters(environ) -> bool:
    """False where the locale is C or POSIX, or one that is not installed: a JVM would lose non-ASCII paths."""
    chosen = environ.get("LC_ALL") or environ.get("LC_CTYPE") or environ.get("LANG") or "C"
    if chosen in ("C", "POSIX"):
        return False
    before = locale.setlocale(locale.LC_CTYPE)
    try:
        locale.setlocale(locale.LC_CTYPE, chosen)
        return True
    except locale.Error:
        return False
    finally:
        locale.setlocale(locale.LC_CTYPE, before)
