"""A browser of the Chromium family, for PDF reports and the browser suite."""

import browsers
from checks.finding import Finding, note, ok, wrong
from trouble import Trouble


def browser(find=browsers.find) -> Finding:
    """Whether there is one."""
    try:
        found = find()
    except Trouble as trouble:
        return wrong("browser", str(trouble))
    if found:
        return ok("browser", found)
    return note("browser", "no Chromium: reports come without PDF and the browser suite is skipped (Debian and Ubuntu: apt"
                           " install chromium)")
