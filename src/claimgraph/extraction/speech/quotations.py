"""Where somebody is quoted: the marks before a place in its line."""


def in_quotes(text: str, at: int) -> bool:
    """Whether a place of a working text lies in quotation marks that are open.

    >>> in_quotes('He said "we did it" again', 10), in_quotes('"a" b', 4)
    (True, False)
    """
    start = text.rfind("\n", 0, at) + 1
    return text.count('"', start, at) % 2 == 1
