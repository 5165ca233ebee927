"""Notes and shares (docs/FORMAT.md, section 9, W01 to W09): each rule answers the finding that fails, or None."""
from definition import candidate_rows
from counts import is_count

WHOLE = 10_000
AGREED = ("agreed", "open", "accepted")
SOUND = {"book": ("1",), "copy": ("original",), "alterations": ("none", "countersigned")}
ITEMS = (
    "serial book copy stamp watermark presidingOfficerSigned presidingOfficerDated "
    "deputySigned deputyDated pagesComplete alterations stationAsExpected"
).split()


def part(threshold, number):
    return threshold * number // WHOLE


def part_rounded_up(threshold, number):
    return -(-threshold * number // WHOLE)


def share(threshold, *names):
    """A rule over counts and one threshold; it cannot check while one of them is missing or the whole is nought."""

    def wrap(difference):
        def rule(code, state, form):
            values = {**form.figures, "register": state.stations[form.station]["registered"]}
            limit = state.definition["thresholds"][threshold]
            counts = [values[name] for name in names]
            by = difference(limit, *counts) if all(is_count(count) for count in counts) else None
            if by is None or by <= 0:
                return None
            inputs = {**{name: values[name] for name in names}, threshold: limit}
            return {"code": code, "fields": list(names), "inputs": inputs, "difference": by}

        return rule

    return wrap


def rejected_share(limit, valid, rejected):
    return rejected - part(limit, valid + rejected) if valid + rejected > 0 else None


def above(limit, valid, rejected, register):
    return valid + rejected - part(limit, register) if register > 0 else None


def below(limit, valid, rejected, register):
    return part_rounded_up(limit, register) - (valid + rejected) if register > 0 else None


def one_candidate(code, state, form):
    rows = candidate_rows(state.contests[form.contest])
    counts = {row: form.figures[row] for row in rows if is_count(form.figures[row])}
    valid, limit = form.figures["valid"], state.definition["thresholds"]["oneCandidate"]
    if len(rows) < 2 or not counts or not is_count(valid) or valid <= 50:
        return None
    row = max(counts, key=counts.get)
    noted = valid if valid <= 100 else part_rounded_up(limit, valid)
    by = counts[row] - (noted - 1)
    if by <= 0:
        return None
    return {"code": code, "fields": [row, "valid"], "inputs": {row: counts[row], "valid": valid, "oneCandidate": limit}, "difference": by}


def strong_in_ward(code, state, form):
    rows = candidate_rows(state.contests[form.contest])
    ward = state.stations[form.station]["ward"]
    others = [
        other
        for other in state.forms.values()
        if other.contest == form.contest and other.station != form.station and state.stations[other.station]["ward"] == ward
        if other.stage == "accepted" and other.accepted.body["disposition"] == "counted"
    ]
    if len(others) < 10:
        return None
    limit = state.definition["thresholds"]["missingCandidate"]
    votes = {row: sum(other.figures[row] for other in others if is_count(other.figures[row])) for row in rows}
    total = sum(votes.values())
    missing = [row for row in rows if form.figures[row] == 0 and votes[row] > part(limit, total)]
    if not missing:
        return None
    named = {f"{row}InWard": votes[row] for row in missing}
    inputs = {"stations": len(others), "missingCandidate": limit, "wardVotes": total, "rows": missing, **named}
    return {"code": code, "fields": missing, "inputs": inputs}


def same_votes(code, state, form):
    rows = candidate_rows(state.contests[form.contest])
    votes, valid = [form.figures[row] for row in rows], form.figures["valid"]
    if len(rows) < 2 or not all(is_count(count) for count in [*votes, valid]) or valid <= 50:
        return None
    agreed = [other for other in state.forms.values() if other.contest == form.contest and other.stage in AGREED]
    alike = {other.station for other in agreed if [other.figures[row] for row in rows] == votes} - {form.station}
    if not alike:
        return None
    inputs = {**{row: form.figures[row] for row in rows}, "valid": valid}
    return {"code": code, "fields": rows, "inputs": {**inputs, "sameVotes": [code for code in state.stations if code in alike]}}


def defects(code, _state, form):
    answers = form.particulars
    items = [item for item in ITEMS if is_defect(item, answers[item])]
    return {"code": code, "fields": items, "inputs": {item: answers[item] for item in items}} if items else None


def is_defect(item, answer):
    return answer in ("-", "?") if item == "serial" else answer not in SOUND.get(item, ("yes",))


def no_scan(code, _state, form):
    return None if form.scans else {"code": code, "fields": [], "inputs": {"scans": 0}}


NOTES = [
    ("W01", share("rejectedNote", "valid", "rejected")(rejected_share)),
    ("W02", share("rejectedRuling", "valid", "rejected")(rejected_share)),
    ("W03", share("turnoutHigh", "valid", "rejected", "register")(above)),
    ("W04", share("turnoutLow", "valid", "rejected", "register")(below)),
    ("W05", one_candidate),
    ("W06", strong_in_ward),
    ("W07", same_votes),
    ("W08", defects),
    ("W09", no_scan),
]
