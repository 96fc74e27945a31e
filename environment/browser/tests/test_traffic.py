"""A request that leaves the machine is one to any host or port but the server's."""

import unittest

import traffic

SERVER = "127.0.0.1:8899"


class LeavesTest(unittest.TestCase):
    def test_the_server_and_what_has_no_address(self):
        for url in (f"http://{SERVER}/lab", f"ws://{SERVER}/api/kernels", "data:image/png;base64,AA", "blob:http://x/1"):
            self.assertFalse(traffic.leaves(url, SERVER), url)

    def test_everything_else(self):
        for url in ("https://cdn.example.org/a.js", "http://127.0.0.1:1/", "http://127.0.0.1/", "wss://example.org/"):
            self.assertTrue(traffic.leaves(url, SERVER), url)
