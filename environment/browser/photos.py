"""Photographs a notebook from top to bottom, in pieces that can be read."""

from pathlib import Path

_PANEL = ".jp-NotebookPanel:not(.lm-mod-hidden) .jp-WindowedPanel-outer"
_OVERLAP = 60


def take(page, folder: Path, name: str) -> list:
    """Writes name-01.png, name-02.png, … and returns them; scrolls through all of the notebook."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob(f"{name}-*.png"):
        old.unlink()
    panel = page.locator(_PANEL)
    page.mouse.move(0, 0)  # a cell below the mouse shows its handles
    files, top = [], 0
    while True:
        panel.evaluate("(node, top) => node.scrollTo(0, top)", top)
        page.wait_for_timeout(200)
        files.append(folder / f"{name}-{len(files) + 1:02d}.png")
        panel.screenshot(path=files[-1])
        height, whole, at = panel.evaluate("node => [node.clientHeight, node.scrollHeight, node.scrollTop]")
        if at + height >= whole - 1:
            return files
        top = at + height - _OVERLAP
