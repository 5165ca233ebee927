"""What stands in a box of the paper (docs/FORMAT.md, section 4): a count, or a mark that is none."""


def is_count(figure):
    return isinstance(figure, int)
