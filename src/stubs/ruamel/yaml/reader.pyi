"""What the package raises for a character that YAML forbids."""

from ruamel.yaml.error import YAMLError

class ReaderError(YAMLError):
    position: int
