"""What a file says of itself."""

from datetime import datetime

class DocumentProperties:
    creator: str
    created: datetime
    modified: datetime
