"""How letters look."""

class Font:
    def __init__(self, *, bold: bool = ..., color: str = ...) -> None: ...
