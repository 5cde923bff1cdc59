"""How a review that is shown in a page ends when nobody is there any more."""

import os
import threading
from contextlib import suppress

from textual.drivers.web_driver import WebDriver

# how long the screen may take to end by itself once its page is gone
PATIENCE = 3.0


class PageDriver(WebDriver):
    """Ends the process once the server sends no more: it was ended, or ended this."""

    def run_input_thread(self) -> None:
        """Reads what the page sends; then the process has some seconds to live."""
        super().run_input_thread()
        last = threading.Timer(PATIENCE, os._exit, [1])
        last.daemon = True
        last.start()
        # the loop may have ended meanwhile, or nobody reads what it writes
        with suppress(Exception):
            self._app.call_from_thread(self._app.exit)
