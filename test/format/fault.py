"""What stops this verifier: bytes or statements that are not what docs/FORMAT.md says they must be."""


class Fault(Exception):
    pass


def require(holds, message):
    if not holds:
        raise Fault(message)
