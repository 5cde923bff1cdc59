"""What the browser's review changes of it."""

import asyncio
from asyncio.subprocess import Process
from collections.abc import Awaitable, Callable

from textual_serve.download_manager import DownloadManager

class AppService:
    app_service_id: str
    command: str
    remote_close: Callable[[], Awaitable[object]]
    _process: Process | None
    _task: asyncio.Task[None] | None
    _stdin: asyncio.StreamWriter | None
    _download_manager: DownloadManager
    def __init__(
        self,
        command: str,
        *,
        write_bytes: Callable[[bytes], Awaitable[None]],
        write_str: Callable[[str], Awaitable[None]],
        close: Callable[[], Awaitable[object]],
        download_manager: DownloadManager,
    ) -> None: ...
    def _build_environment(
        self, width: int = 80, height: int = 24
    ) -> dict[str, str]: ...
    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process: ...
    async def send_meta(self, data: dict[str, str | int | bool | None]) -> bool: ...
    async def start(self, width: int, height: int) -> None: ...
    async def stop(self) -> None: ...
