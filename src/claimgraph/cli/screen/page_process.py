"""The process behind one page: it ends with its page, and with the server."""

import asyncio
import shlex
from asyncio.subprocess import PIPE, Process
from contextlib import suppress

from textual_serve.app_service import AppService

# how long a review may take to end by itself before it is made to
PATIENCE = 2.0
DRIVER = "claimgraph.cli.screen.page_driver:PageDriver"


class PageProcess(AppService):
    """A review in a process of its own, started for a page.

    The package asks it to end and waits, for ever if need be: this one asks, then
    tells, then ends it.
    """

    ending: "asyncio.Task[None] | None" = None

    def _build_environment(self, width: int = 80, height: int = 24) -> dict[str, str]:
        found = super()._build_environment(width, height)
        return found | {"TEXTUAL_DRIVER": DRIVER}

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        """Starts it without a shell between, and out of reach of the Ctrl-C typed."""
        process = await asyncio.create_subprocess_exec(
            *shlex.split(self.command),
            stdin=PIPE,
            stdout=PIPE,
            stderr=PIPE,
            env=self._build_environment(width, height),
            start_new_session=True,
        )
        self._process, self._stdin = process, process.stdin
        return process

    async def stop(self) -> None:
        """Ends it; whoever asks meanwhile waits for the same end."""
        if self.ending is None:
            self.ending = asyncio.create_task(self.end())
        await asyncio.shield(self.ending)

    async def end(self) -> None:
        """Ends the process, whatever it does, and closes its page."""
        process, task = self._process, self._task
        if process is None:
            return
        await self._download_manager.cancel_app_downloads(self.app_service_id)
        asked = asyncio.create_task(self.send_meta({"type": "quit"}))
        ended = asyncio.create_task(process.wait())
        for harder in (process.terminate, process.kill):
            await asyncio.wait([ended], timeout=PATIENCE)
            with suppress(ProcessLookupError):
                harder()
        tasks = [ended, asked] if task is None else [ended, asked, task]
        await asyncio.wait(tasks, timeout=PATIENCE)
        for one in tasks:
            one.cancel()
        with suppress(ConnectionError):
            await self.remote_close()
