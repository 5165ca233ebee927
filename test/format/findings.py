"""Findings (docs/FORMAT.md, section 9): what arithmetic and the register say about a form."""
from canonical import canonical_bytes, digest
from counts import is_count
from definition import candidate_rows
from notes import NOTES


def failing(state, form):
    """The findings that fail on a form with established figures, in the order of the table, each with its digest."""
    found = [rule(code, state, form) for code, rule in RULES]
    failed = [finding for finding in found if finding is not None]
    for finding in failed:
        about = {"code": finding["code"], "inputs": finding["inputs"]}
        finding["digest"] = digest(canonical_bytes(about))
    return failed


def compare(fields_of, difference, fails):
    """A rule over counts: it cannot check, and so does not fail, while one of them is missing."""

    def rule(code, state, form):
        fields = fields_of(state, form)
        register, cap = state.stations[form.station]["registered"], state.definition["stationCap"]
        values = {**form.figures, "register": register, "stationCap": cap}
        inputs = {field: values[field] for field in fields}
        if not all(is_count(value) for value in inputs.values()):
            return None
        by = difference([inputs[field] for field in fields])
        return {"code": code, "fields": fields, "inputs": inputs, "difference": by} if fails(by) else None

    return rule


def of(*fields):
    return lambda state, form: list(fields)


def candidates_and_foot(state, form):
    return [*candidate_rows(state.contests[form.contest]), "tableTotal"]


def differs(by):
    return by != 0


def exceeds(by):
    return by > 0


def identified(code, state, form):
    turnout = state.turnout.get(form.station, {})
    valid, rejected = form.figures["valid"], form.figures["rejected"]
    if not turnout or not is_count(valid) or not is_count(rejected):
        return None
    by = valid + rejected - min(turnout.values())
    inputs = {"valid": valid, "rejected": rejected, **turnout}
    return {"code": code, "fields": ["valid", "rejected", "identified"], "inputs": inputs, "difference": by} if by > 0 else None


def coincidences(code, _state, form):
    fields = ["rejected", "registered", "valid"]
    inputs = {field: form.figures[field] for field in fields}
    rejected = inputs["rejected"]
    if not is_count(rejected) or rejected <= 50 or rejected not in (inputs["registered"], inputs["valid"]):
        return None
    return {"code": code, "fields": fields, "inputs": inputs}


def other_papers(code, state, form):
    serial = form.particulars["serial"]
    others = [other for other in state.forms.values() if other.id != form.id and other.contest == form.contest]
    same_serial = sorted(other.id for other in others if serial not in ("-", "?") and other.particulars["serial"] == serial)
    same_result = [other.id for other in others if other.station == form.station]
    if not same_serial and not same_result:
        return None
    inputs = {"serial": serial, "sameSerial": same_serial, "sameResult": same_result}
    return {"code": code, "fields": ["serial"], "inputs": inputs}


def disputes(code, _state, form):
    disputed, valid, decisions = form.figures["disputed"], form.figures["valid"], len(form.decisions)
    if not is_count(disputed):
        return None
    by = decisions - disputed
    if by == 0:
        if not is_count(valid) or disputed <= valid:
            return None
        by = disputed - valid
    inputs = {"disputed": disputed, "valid": valid, "decisions": decisions}
    return {"code": code, "fields": ["disputed", "valid", "decisions"], "inputs": inputs, "difference": by}


def marked(mark):
    def rule(code, _state, form):
        rows = sorted(row for row, figure in form.figures.items() if figure == mark)
        return {"code": code, "fields": rows, "inputs": {"rows": rows}} if rows else None

    return rule


def compromised(code, state, form):
    said = [*form.typings, *form.answers]
    acts = sorted(act.digest for act in said if act.key in state.compromised)
    return {"code": code, "fields": [], "inputs": {"acts": acts}} if acts else None


RULES = [
    ("F01", compare(candidates_and_foot, lambda counts: sum(counts[:-1]) - counts[-1], differs)),
    ("F02", compare(of("tableTotal", "valid"), lambda counts: counts[0] - counts[1], differs)),
    ("F03", compare(of("registered", "register"), lambda counts: counts[0] - counts[1], differs)),
    ("F04", compare(of("valid", "register"), lambda counts: counts[0] - counts[1], exceeds)),
    ("F05", compare(of("valid", "rejected", "register"), lambda counts: counts[0] + counts[1] - counts[2], exceeds)),
    ("F06", identified),
    ("F07", coincidences),
    ("F08", compare(of("registered", "stationCap"), lambda counts: counts[0] - counts[1], exceeds)),
    ("F09", other_papers),
    ("F10", compare(of("objected", "rejected"), lambda counts: counts[0] - counts[1], exceeds)),
    ("F11", disputes),
    ("F12", marked("blank")),
    ("F13", marked("unreadable")),
    ("F14", compromised),
    *NOTES,
]
