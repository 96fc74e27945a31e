"""How JupyterLab looks and behaves in this clone: files inside .venv, written when they are not what they should be."""

import json
import os
from pathlib import Path

from places import Places

# What says nothing about the user, as Jupyter's server lists it, less kernel_info_request: JupyterLab takes the state of a
# kernel from nothing on this list, and a JJava kernel that has run no cell yet would be called "Unknown" for good.
_UNTRACKED = (
    "comm_info_request comm_info_reply kernel_info_reply shutdown_request shutdown_reply interrupt_request"
    " interrupt_reply debug_request debug_reply stream display_data update_display_data execute_input execute_result"
    " error status clear_output debug_event input_request input_reply"
).split()
# JupyterLab shows this kernel only, asks nobody for news or newer versions, installs no extensions, and looks for no
# language servers (that starts npm, which writes to the home).
_SERVER = {
    "ServerApp": {"jpserver_extensions": {"jupyter_lsp": False}},
    "MappingKernelManager": {"untracked_message_types": _UNTRACKED},
    "MultiKernelManager": {"default_kernel_name": "eddy"},
    "KernelSpecManager": {"allowed_kernelspecs": ["eddy"], "ensure_native_kernel": False},
    "LabApp": {
        "news_url": None,
        "check_for_updates_class": "jupyterlab.NeverCheckForUpdate",
        "extension_manager": "readonly",
    },
}
# Without language servers their half in the browser asks for /lsp/status, and the browser logs an error 404.
_PAGE = {
    "disabledExtensions": {
        "@jupyterlab/lsp-extension": True,
        "@jupyterlab/notebook-extension:language-server": True,
        "@jupyterlab/fileeditor-extension:language-server": True,
    }
}
# The first completion of a session looks through all of the class path, and takes its time.
_LAB = {
    "@jupyterlab/completer-extension:manager": {"providerTimeout": 20000},
    "@jupyterlab/apputils-extension:notification": {"checkForUpdates": False, "fetchNews": "false"},
}


def files(places: Places) -> dict:
    """{file: its content} of every setting."""
    config = places.jupyter / "config"
    return {
        config / "jupyter_config.json": _SERVER,
        config / "labconfig" / "page_config.json": _PAGE,
        places.venv / "share" / "jupyter" / "lab" / "settings" / "overrides.json": _LAB,
    }


def write(places: Places) -> None:
    """Writes the settings; leaves alone what is as it should be."""
    for file, content in files(places).items():
        text = json.dumps(content, indent=1) + "\n"
        if not _holds(file, text):
            file.parent.mkdir(parents=True, exist_ok=True)
            half = file.with_suffix(".part")
            half.write_text(text, encoding="utf-8")
            os.replace(half, file)


def _holds(file: Path, text: str) -> bool:
    return file.exists() and file.read_text(encoding="utf-8") == text
