"""The summary (docs/FORMAT.md, section 10), derived again from the state."""
from counts import is_count
from definition import candidate_rows, contest_in, is_named_for, named_in, rows_of, stations_of
from findings import failing

COUNTED_AS = {
    "counted": "counted",
    "disregarded": "disregarded",
    "set-aside": "setAside",
    "not-held": "notHeld",
    "postponed": "postponed",
    "lost": "lost",
    "cancelled": "cancelled",
    "in-hand": "inHand",
    "awaited": "awaited",
}
TOTAL_ROWS = ["registered", "rejected", "objected", "disputed", "tableTotal", "valid"]
OUTCOME_OF = {"agree": "agree", "object": "agree-with-objection"}


def given(**fields):
    """The fields that are there."""
    return {name: value for name, value in fields.items() if value is not None}


def summarise(state, contest_id, version, prepared, reason=None):
    content = state.definition
    contest = contest_in(content, contest_id)
    stations = [station_line(state, contest, station) for station in stations_of(content, contest)]
    counted = [line["form"]["figures"] for line in stations if line["disposition"] == "counted"]
    summary = {
        "kind": "summary",
        "election": {**{field: content[field] for field in ("id", "title", "date", "kind")}, "digest": state.election},
        "journal": state.journal,
        "county": content["county"],
        "constituency": content["constituency"],
        "contest": contest,
        "word": "declared" if contest["formB"] in ("35B", "36B") else "collated",
        "version": version,
        "prepared": prepared,
        "software": state.software,
        "agents": [agent_line(state, agent) for agent in agents_of(state, contest_id)],
        "people": people_of(state, stations, prepared.get("by")),
        "stations": stations,
        "stationCounts": count_stations(stations),
        "totals": totals_of(contest, counted),
        "lacking": lacking_of(contest, counted),
        "disregarded": [effect_of(contest, counted, line) for line in stations if line["disposition"] == "disregarded"],
        "errorReport": [report_line(line, finding) for line in stations if "form" in line for finding in line["form"]["findings"]],
        **given(reason=reason),
    }
    declared = state.declared.get(contest_id)
    if version > 0 and declared is not None:
        summary["supersedes"] = {"version": declared["version"], "digest": declared["digest"]}
        summary["changes"] = changes_between(declared["content"]["stations"], stations)
    return summary


# ---- one station


def station_line(state, contest, station):
    code = station["code"]
    forms, closed = state.forms_of(contest["id"], code), state.closed.get((contest["id"], code))
    accepted = next((form for form in forms if form.stage == "accepted"), None)
    line = {"station": code, "name": station["name"], "ward": station["ward"], "register": station["registered"]}
    line["setAside"] = [aside_line(form) for form in forms if form.stage == "set aside"]
    if closed is not None:
        closing = {"reason": closed.body["reason"], "by": closed.person, "witnesses": closed.body["witnesses"]}
        return {**line, "disposition": closed.body["disposition"], "closed": closing}
    if accepted is not None:
        return {**line, "disposition": accepted.accepted.body["disposition"], "form": form_line(state, accepted)}
    return {**line, "disposition": "in-hand" if forms else "awaited"}


def aside_line(form):
    serial, aside = form.particulars["serial"], form.aside
    return {"form": form.id, "revision": form.revision, "serial": serial, "reason": aside.body["reason"], "by": aside.person}


def form_line(state, form):
    scans = [{"digest": scan["scan"], "mediaType": scan["mediaType"], "size": scan["size"]} for scan in form.scans]
    return {
        "form": form.id,
        "revision": form.revision,
        "particulars": form.particulars,
        "figures": form.figures,
        "decisions": form.decisions,
        "findings": [finding_line(form, finding) for finding in failing(state, form)],
        "scans": scans,
        "receivedBy": form.received_by,
        "typedBy": [typing.person for typing in form.typings],
        "openedBy": form.opened.person,
        "acceptedBy": form.accepted.person,
        "outcomes": [outcome_line(form, outcome) for outcome in form.accepted.body["outcomes"]],
        **given(scanAbsent=form.scan_absent, answer=form.accepted.body.get("answer")),
    }


def finding_line(form, finding):
    line = {field: value for field, value in finding.items() if field != "digest"}
    about = (finding["code"], finding["digest"])
    standing = [ruled for ruled in form.rulings if (ruled.body["finding"], ruled.body["inputs"]) == about]
    if not standing:
        return line
    ruled = standing[-1]
    said = {field: ruled.body[field] for field in ("ruling", "reason", "witnesses")}
    return {**line, **said, "by": ruled.person, **given(ground=ruled.body.get("ground"))}


def outcome_line(form, outcome):
    """An outcome with the words that were said for it."""
    for answer in form.answers:
        if answer.digest == outcome.get("act") and outcome_of(answer.body) == outcome["outcome"]:
            return {**outcome, **given(**{field: answer.body.get(field) for field in ("code", "reason", "ownFigures")})}
    for closing in form.closings:
        if closing.digest == outcome.get("act"):
            return {**outcome, "reason": closing.body["reason"], "closedBy": closing.person}
    return outcome


def outcome_of(body):
    refusal = "refuse-reason-refused" if body.get("reasonRefused") else "refuse-with-reason"
    return OUTCOME_OF.get(body["choice"], refusal)


# ---- people


def agents_of(state, contest_id):
    named = [agent["id"] for agent in state.definition["agents"] if is_named_for(agent, contest_id)]
    agents = [person for person, one in state.people.items() if one["role"] == "agent"]
    on_site = [agent for agent in agents if named_in(state.definition, agent) is None]
    return named + sorted(on_site)


def agent_line(state, agent):
    person = state.people.get(agent) or named_in(state.definition, agent)
    return {"agent": agent, "name": person["name"], "party": person.get("party") or "-"}


def people_of(state, stations, preparer):
    involved = {person for line in stations for person in involved_in(line)} | ({preparer} - {None})
    return [person_line(state.people[person]) for person in sorted(involved) if person in state.people]


def person_line(person):
    line = {"person": person["id"], "role": person["role"], "name": person["name"], "key": person["key"]}
    return {**line, **given(party=person["party"])}


def involved_in(line):
    yield from (aside["by"] for aside in line["setAside"])
    if "closed" in line:
        yield line["closed"]["by"]
    if "form" not in line:
        return
    form = line["form"]
    yield from (form["receivedBy"], *form["typedBy"], form["openedBy"], form["acceptedBy"])
    yield from (finding["by"] for finding in form["findings"] if "by" in finding)
    yield from (outcome.get("closedBy", outcome["agent"]) for outcome in form["outcomes"] if "act" in outcome)


# ---- the whole


def count_stations(stations):
    counts = dict.fromkeys(COUNTED_AS.values(), 0)
    for line in stations:
        counts[COUNTED_AS[line["disposition"]]] += 1
    return counts


def sum_of(row, counted):
    return sum(figures[row] for figures in counted if is_count(figures[row]))


def totals_of(contest, counted):
    votes = [sum_of(row, counted) for row in candidate_rows(contest)]
    return {**{row: sum_of(row, counted) for row in TOTAL_ROWS}, "votes": votes}


def lacking_of(contest, counted):
    forms = {row: sum(not is_count(figures[row]) for figures in counted) for row in rows_of(contest)}
    return {row: number for row, number in forms.items() if number > 0}


def effect_of(contest, counted, line):
    form = line["form"]
    ground = [finding["ground"] for finding in form["findings"] if "ground" in finding]
    totals = totals_of(contest, [*counted, form["figures"]])
    return {"station": line["station"], "ground": ground, "figures": form["figures"], "totalsWith": totals}


def report_line(line, finding):
    return {**finding, "station": line["station"], "form": line["form"]["form"], "figures": line["form"]["figures"]}


def changes_between(before, after):
    changes = []
    for earlier, later in zip(before, after):
        old, new = rows_as_text(earlier), rows_as_text(later)
        for row in sorted({*old, *new}):
            if old.get(row) != new.get(row):
                changes.append({"station": later["station"], "row": row, "from": old.get(row, "none"), "to": new.get(row, "none")})
    return changes


def rows_as_text(line):
    figures = line["form"]["figures"] if "form" in line else {}
    return {**{row: str(figure) for row, figure in figures.items()}, "disposition": line["disposition"]}
