"""A mirror on the loopback interface that misbehaves as a test asks."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Mirror:
    """Serves `content` under every name. `with Mirror(content, cut_after=1000) as mirror: mirror.address`.

    status: the answer; ignore_range: send everything with 200; cut_after: close the first connection after so many bytes;
    stall_after: fall silent after so many bytes on each connection, until the mirror is closed.
    """

    def __init__(self, content=b"", status=200, ignore_range=False, cut_after=None, stall_after=None):
        self.ranges = []
        closing = self._closing = threading.Event()
        mirror = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                wanted = self.headers.get("Range")
                mirror.ranges.append(wanted)
                if status != 200:
                    self.send_error(status)
                    return
                start = int(wanted.removeprefix("bytes=").partition("-")[0]) if wanted and not ignore_range else 0
                body = content[start:]
                self.send_response(206 if start else 200)
                self.send_header("Content-Length", str(len(body)))
                if start:
                    self.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
                self.end_headers()
                if cut_after is not None and len(mirror.ranges) == 1:
                    self.wfile.write(body[:cut_after])
                elif stall_after is not None:
                    self.wfile.write(body[:stall_after])
                    self.wfile.flush()
                    closing.wait(30)
                else:
                    self.wfile.write(body)

            def log_message(self, *text):
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self._server.server_address[1]}/"

    def __enter__(self):
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *problem):
        self._closing.set()
        self._server.shutdown()
        self._server.server_close()
