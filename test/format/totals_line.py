"""The line of totals (docs/FORMAT.md, section 11): what each official signs beside the summary."""


def in_capitals(name):
    return name.upper().replace("_", "-")


def statement(summary, summary_digest):
    election, totals = summary["election"], summary["totals"]
    figures = [
        summary["version"],
        summary["stationCounts"]["counted"],
        len(summary["stations"]),
        totals["registered"],
        totals["valid"],
        totals["rejected"],
    ]
    fields = [
        "COUNTERSIGN:TOTALS:1",
        election["kind"].upper(),
        election["date"],
        summary["contest"]["formB"],
        in_capitals(summary["contest"]["id"]),
        in_capitals(summary["constituency"]["code"]),
        *map(str, figures),
        ".".join(map(str, totals["votes"])),
        summary_digest.upper(),
        summary["journal"].upper(),
    ]
    return ":".join(fields).encode()
