"""The kernel that JupyterLab starts: what waits behind a failing cell, where progress stands, what Shift-Tab finds."""

import os
import tempfile
import time
import unittest
from pathlib import Path

from jupyter_client.manager import KernelManager

SECONDS = 120


class KernelTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.manager = KernelManager(kernel_name="eddy", connection_file=str(Path(cls.folder.name) / "kernel.json"))
        folders = {name: str(Path(cls.folder.name) / name) for name in ("EDDY_OUT", "EDDY_RUNS")}
        cls.manager.start_kernel(env={**os.environ, **folders})
        cls.client = cls.manager.client()
        cls.client.start_channels()
        cls.client.wait_for_ready(timeout=SECONDS)

    @classmethod
    def tearDownClass(cls):
        cls.client.stop_channels()
        cls.manager.shutdown_kernel()
        cls.manager.cleanup_resources()
        cls.folder.cleanup()

    def statuses(self, requests):
        """The status of the answer to each request, by its id."""
        found = {}
        while set(found) != set(requests):
            reply = self.client.get_shell_msg(timeout=SECONDS)
            request = reply["parent_header"]["msg_id"]
            if request in requests:
                found[request] = reply["content"].get("status", "ok")  # JJava's answer to complete_request has none
        return [found[request] for request in requests]

    def test_1_the_first_cell_of_a_kernel_fails(self):
        requests = [self.client.execute(code) for code in ("nosuch.call()", "int a = 1;", "int b = 2;")]
        self.assertEqual(self.statuses(requests), ["error", "aborted", "aborted"])

    def test_2_a_cell_fails(self):
        codes = ("Thread.sleep(500); throw new IllegalStateException();", "int c = 3;", "int d = 4;")
        self.assertEqual(self.statuses([self.client.execute(code) for code in codes]), ["error", "aborted", "aborted"])

    def test_3_a_cell_is_not_complete(self):
        requests = [self.client.execute(code) for code in ("int e = (", "int f = 5;")]
        self.assertEqual(self.statuses(requests), ["error", "aborted"])

    def test_4_a_cell_is_interrupted(self):
        requests = [self.client.execute(code) for code in ("Thread.sleep(60000);", "Thread.sleep(60000);")]
        self.await_message(requests[0], "execute_input")
        time.sleep(0.5)
        self.manager.interrupt_kernel()
        self.assertEqual(self.statuses(requests), ["error", "aborted"])
        self.assertIn("Run the cell again", self.await_message(requests[0], "stream")["text"])

    def test_5_what_is_asked_meanwhile_is_answered(self):
        codes = ("Thread.sleep(500); throw new IllegalStateException();", "int g = 6;")
        requests = [self.client.execute(code) for code in codes] + [self.client.complete("Mat", 3)]
        self.assertEqual(self.statuses(requests), ["error", "aborted", "ok"])

    def test_6_the_next_cell_runs(self):
        self.assertEqual(self.statuses([self.client.execute("int h = 7;")]), ["ok"])

    def test_7_a_client_that_wants_all_cells_gets_them(self):
        requests = [
            self.client.execute(code, stop_on_error=False) for code in ("throw new IllegalStateException();", "int i = 8;")
        ]
        self.assertEqual(self.statuses(requests), ["error", "ok"])

    def test_8_a_line_of_progress_stands_below_the_cell_that_computes(self):
        report = 'p.report("phase", 1, 9, "x"); Thread.sleep(1100); p.report("phase", 2, 9, "x");'
        first = self.client.execute(f'var p = eddy.notebook.Lesson.open("kernel").progress(); {report}')
        self.await_message(first, "display_data")  # what opening a lesson says
        shown = self.await_message(first, "display_data")["transient"]["display_id"]
        second = self.client.execute(report)
        self.assertNotEqual(self.await_message(second, "display_data")["transient"]["display_id"], shown)
        self.assertEqual(self.statuses([second]), ["ok"])

    def test_9_inspection_at_the_end_of_what_is_typed(self):
        for code, wanted in (("eddy.notebook.Lesson", "Lesson"), ("eddy.notebook.Lesson.open(", "open(String name)")):
            request = self.client.inspect(code, len(code))
            while (reply := self.client.get_shell_msg(timeout=SECONDS))["parent_header"]["msg_id"] != request:
                pass
            self.assertIn(wanted, reply["content"]["data"]["text/plain"])

    def await_message(self, request, kind):
        """The content of the next message of this kind that belongs to a request."""
        while True:
            message = self.client.get_iopub_msg(timeout=SECONDS)
            if message["parent_header"].get("msg_id") == request and message["msg_type"] == kind:
                return message["content"]


if __name__ == "__main__":
    unittest.main()
