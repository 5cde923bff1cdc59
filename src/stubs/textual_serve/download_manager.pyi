"""What the browser's review calls of it."""

class DownloadManager:
    async def cancel_app_downloads(self, app_service_id: str) -> None: ...
