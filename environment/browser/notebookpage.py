"""One notebook in the browser: what a user does with it, and what the page then holds."""

import re
import time

KERNEL = "Eddy (Java)"
OPEN_SECONDS = 120
RUN_SECONDS = 600

_CELLS = """() => window.jupyterapp.shell.currentWidget.content.widgets.map((cell, index) => ({
    index,
    code: cell.model.type === 'code' && cell.model.sharedModel.getSource().trim() !== '',
    prompt: cell.prompt || '',
    outputs: cell.model.type === 'code' ? cell.model.outputs.toJSON() : [],
}))"""
_RUNNING = """() => window.jupyterapp.shell.currentWidget.content.widgets.findIndex(
    (cell) => cell.model.executionState === 'running')"""
_READY = """() => {
    const kernel = window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel;
    return Boolean(kernel) && kernel.connectionStatus === 'connected' && kernel.status === 'idle';
}"""
_KERNEL = "() => window.jupyterapp.shell.currentWidget.sessionContext.kernelDisplayName"
_COMMAND = "([name, args]) => window.jupyterapp.commands.execute(name, args)"


class NotebookPage:
    """Drives JupyterLab through its menus and keys; reads the state of the cells from its model."""

    def __init__(self, page):
        self.page = page

    def open(self, address: str) -> None:
        """Opens the notebook and waits for its kernel; a question that JupyterLab asks is an error."""
        self.page.goto(address)
        self.page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=OPEN_SECONDS * 1000)
        self.await_kernel()
        asked = self.dialog()
        if asked:
            raise AssertionError(f"JupyterLab asks on opening: {asked}")
        name = self.page.evaluate(_KERNEL)
        if name != KERNEL:
            raise AssertionError(f"the notebook opened with the kernel '{name}'")

    def await_kernel(self) -> None:
        self.page.wait_for_function(_READY, timeout=OPEN_SECONDS * 1000)

    def dialog(self) -> str:
        """The text of the dialog that is open, or nothing."""
        found = self.page.locator(".jp-Dialog-content")
        return " ".join(found.first.inner_text().split()) if found.count() else ""

    def cells(self) -> list:
        return self.page.evaluate(_CELLS)

    def choose(self, menu: str, item: str) -> None:
        """Chooses an item of the main menu."""
        self.page.locator(".lm-MenuBar-item", has_text=re.compile(f"^{menu}$")).click()
        self.page.locator(".lm-Menu-item:visible .lm-Menu-itemLabel", has_text=re.compile(f"^{re.escape(item)}$")).click()

    def run_all(self) -> None:
        self.choose("Run", "Run All Cells")
        self._await_start()

    def restart_and_run_all(self) -> None:
        self.choose("Kernel", "Restart Kernel and Run All Cells…")
        self.accept()
        self._await_start()

    def accept(self) -> None:
        """Answers the open dialog with its first choice."""
        self.page.locator(".jp-Dialog button.jp-mod-accept").click()

    def interrupt(self) -> None:
        self.choose("Kernel", "Interrupt Kernel")

    def save(self) -> None:
        self.page.evaluate(_COMMAND, ["docmanager:save", {}])
        self.page.wait_for_function("() => !window.jupyterapp.shell.currentWidget.context.model.dirty")

    def show(self, theme: str) -> None:
        """Changes the theme and waits until its style sheet is in use."""
        self.page.evaluate(_COMMAND, ["apputils:change-theme", {"theme": theme}])
        self.page.wait_for_function(f"() => document.body.dataset.jpThemeName === {theme!r}")

    def await_cell(self, index: int, seconds: float) -> bool:
        """Waits until this cell is the one that runs, and then for `seconds` more; whether it still runs."""
        until = time.monotonic() + RUN_SECONDS
        while self.running() != index:
            self._check(until)
        self.page.wait_for_timeout(seconds * 1000)
        return self.running() == index

    def await_end(self) -> dict:
        """Waits until no cell runs or waits; {cell: seconds that it ran}."""
        until = time.monotonic() + RUN_SECONDS
        seconds, last, since = {}, None, time.monotonic()
        while True:
            now = self.running()
            if now != last:
                if last is not None:
                    seconds[last] = time.monotonic() - since
                last, since = now, time.monotonic()
            if now is None:
                return seconds
            self._check(until)

    def _await_start(self) -> None:
        until = time.monotonic() + RUN_SECONDS
        while self.running() is None:
            self._check(until)

    def running(self):
        """The index of the first cell that runs or waits; None when all rest."""
        first = self.page.evaluate(_RUNNING)
        return first if first >= 0 else None

    def _check(self, until: float) -> None:
        if time.monotonic() > until:
            raise AssertionError(f"the cells did not end within {RUN_SECONDS} s")
        self.page.wait_for_timeout(50)

    def scratch(self, source: str) -> int:
        """Puts a cell with this source below the last one; its index."""
        last = len(self.cells()) - 1
        self.page.evaluate("n => { window.jupyterapp.shell.currentWidget.content.activeCellIndex = n; }", last)
        self.page.evaluate(_COMMAND, ["notebook:insert-cell-below", {}])
        self.page.evaluate(_COMMAND, ["notebook:enter-edit-mode", {}])
        self.page.keyboard.insert_text(source)
        return last + 1

    def run_last(self) -> None:
        """Runs the cell below all others, where the cursor is, and waits for its number."""
        self.page.keyboard.press("Shift+Enter")
        self.page.wait_for_function("() => window.jupyterapp.shell.currentWidget.content.widgets.at(-2).model.executionCount")

    def delete_below(self, count: int) -> None:
        """Deletes the cells after the first `count`."""
        while len(self.cells()) > count:
            self.page.evaluate("n => { window.jupyterapp.shell.currentWidget.content.activeCellIndex = n; }", count)
            self.page.evaluate(_COMMAND, ["notebook:delete-cell", {}])


def errors(cells: list) -> list:
    """A line for each error that the cells show."""
    return [
        f"cell {cell['index']}: {output['ename']}: {output['evalue']}"
        for cell in cells
        for output in cell["outputs"]
        if output["output_type"] == "error"
    ]


def texts(cell: dict) -> str:
    """The plain text of a cell's outputs."""
    found = []
    for output in cell["outputs"]:
        if output["output_type"] == "stream":
            found.append(_joined(output["text"]))
        elif output["output_type"] == "error":
            found.append(f"{output['ename']}: {output['evalue']}")
        else:
            found.append(_joined(output["data"].get("text/plain", "")))
    return "\n".join(found)


def _joined(text) -> str:
    return text if isinstance(text, str) else "".join(text)
