from concurrent.futures import Executor
from types import TracebackType
from typing import Self

class Client:
    def __init__(self, address: str, *, timeout: float) -> None: ...
    def __enter__(self) -> Self: ...
    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...
    def scheduler_info(self, n_workers: int) -> dict[str, dict[str, object]]: ...
    def get_executor(self, *, pure: bool) -> Executor: ...

class LocalCluster:
    scheduler_address: str
    def __init__(
        self,
        *,
        n_workers: int,
        threads_per_worker: int,
        processes: bool,
        dashboard_address: str | None,
    ) -> None: ...
    def __enter__(self) -> Self: ...
    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...
