"""The open data of a bundle (docs/FORMAT.md, section 12): the table, its description and the NIST report, derived from the summary."""
import json
import re
import unicodedata

from canonical import canonical_bytes, digest
from counts import is_count
from definition import rows_of

COLUMNS = (
    "election_kind constituency_code constituency contest form version state ward station station_name disposition register "
    "row row_kind candidate candidate_name party count status"
).split()
DISPOSITIONS = ["counted", "disregarded", "not-held", "postponed", "lost", "cancelled", "set-aside", "in-hand", "awaited"]
OUTSTANDING = ("awaited", "in-hand")
DESCRIPTION = (
    "Every figure of one contest as written on the forms of its polling stations, derived from summary.json. "
    "A name that a spreadsheet would take for a formula has an apostrophe before it; figures are never altered."
)


def open_data(summary, summary_digest, state):
    """Name and bytes of each file."""
    csv = results_csv(summary, state).encode()
    report = json.dumps(nist_report(summary, summary_digest, state), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return {
        "results.csv": csv,
        "datapackage.json": canonical_bytes(data_package(summary, summary_digest, csv)),
        "results.nist.json": report.encode(),
    }


# ---- the table


def is_white(character):
    return unicodedata.category(character) == "Zs" or character in "\t\n\v\f\r\u2028\u2029\ufeff"


def neutral(cell):
    begin = next((at for at, character in enumerate(cell) if not is_white(character)), 0)
    return "'" + cell if cell[begin : begin + 1] in [*"=+-@\uff0b\uff0d\uff1d\uff20"] else cell


def quoted(cell):
    ends = cell and (is_white(cell[0]) or is_white(cell[-1]))
    return '"' + cell.replace('"', '""') + '"' if ends or re.search('[",\r\n]', cell) else cell


def results_csv(summary, state):
    contest, area = summary["contest"], summary["constituency"]
    candidates = {f"candidate{one['number']}": one for one in contest["candidates"]}
    shared = [summary["election"]["kind"], area["code"], neutral(area["name"]), contest["id"], contest["formB"], str(summary["version"]), state]
    lines = [COLUMNS]
    for line in summary["stations"]:
        station = [line["ward"], line["station"], neutral(line["name"]), line["disposition"], str(line["register"])]
        for row in rows_of(contest):
            lines.append([*shared, *station, *row_cells(row, candidates.get(row)), *figure_cells(line.get("form"), row)])
    return "".join(",".join(map(quoted, cells)) + "\r\n" for cells in lines)


def row_cells(row, candidate):
    if candidate is None:
        return [row, "total", "", "", ""]
    return [row, "candidate", str(candidate["number"]), neutral(candidate["name"]), neutral(candidate["party"])]


def figure_cells(form, row):
    if form is None:
        return ["", "no-form"]
    figure = form["figures"][row]
    return [str(figure), "written"] if is_count(figure) else ["", figure]


# ---- its description


def data_package(summary, summary_digest, csv):
    contest, area, election = summary["contest"], summary["constituency"], summary["election"]
    version = summary["version"]
    source = f"{election['title']}, {election['date']}: summary.json, version {version}, SHA-256 {summary_digest}"
    return {
        "profile": "tabular-data-package",
        "name": f"{area['code']}-{contest['id']}".lower(),
        "id": summary_digest,
        "title": f"{contest['title']}, {area['name']} ({area['code']})",
        "description": DESCRIPTION,
        "version": str(version),
        "created": summary["prepared"]["at"],
        "sources": [{"title": source}],
        "resources": [
            {
                "profile": "tabular-data-resource",
                "name": "results",
                "path": "results.csv",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "bytes": len(csv),
                "hash": "sha256:" + digest(csv),
                "dialect": {
                    "delimiter": ",",
                    "doubleQuote": True,
                    "header": True,
                    "lineTerminator": "\r\n",
                    "quoteChar": '"',
                    "skipInitialSpace": False,
                },
                "schema": {
                    "fields": [{"name": column, **FIELDS[column]} for column in COLUMNS],
                    "missingValues": [""],
                    "primaryKey": ["constituency_code", "contest", "station", "row"],
                },
            }
        ],
    }


def field(kind, description, **constraints):
    return {"type": kind, "description": description, "constraints": constraints}


def words(description, **constraints):
    return field("string", description, required=True, **constraints)


FIELDS = {
    "election_kind": words("whether this was an election or a rehearsal", enum=["live", "rehearsal"]),
    "constituency_code": words("code of the constituency"),
    "constituency": words("name of the constituency"),
    "contest": words("identifier of the contest in the definition"),
    "form": words("form of the constituency", enum=["34B", "35B", "36B", "37B", "38B", "39B"]),
    "version": field("integer", "version of the summary; 0 where nobody has prepared one", required=True, minimum=0),
    "state": words("how far the summary had come", enum=["provisional", "ready", "declared"]),
    "ward": words("code of the ward"),
    "station": words("code of the polling station"),
    "station_name": words("name of the polling station"),
    "disposition": words("what became of the station’s result; only counted ones are in the totals", enum=DISPOSITIONS),
    "register": field("integer", "registered voters by the gazetted register", required=True, minimum=0),
    "row": words("row of the station’s form, as in summary.json"),
    "row_kind": words("a candidate’s votes, or a total or count line of the form", enum=["candidate", "total"]),
    "candidate": field("integer", "number on the ballot paper; empty for totals", minimum=1),
    "candidate_name": field("string", "name on the ballot paper; empty for totals"),
    "party": field("string", "party of the candidate; empty for totals"),
    "count": field("integer", "the figure as written on the form; empty where none is", minimum=0),
    "status": words(
        "whether a figure is written, the box is blank or unreadable, or no form stands for the station",
        enum=["written", "blank", "unreadable", "no-form"],
    ),
}


# ---- the NIST report


def nist(kind, **fields):
    return {"@type": "ElectionResults." + kind, **{name: value for name, value in fields.items() if value is not None}}


def named(id_, kind, **fields):
    return {"@id": id_, **nist(kind, **fields)}


def text(content):
    return nist("InternationalizedText", Text=[nist("LanguageString", Language="und", Content=content)])


def given(value):
    return nist("ExternalIdentifier", Type="national-level", Value=value)


def other(kind, value):
    return nist("ExternalIdentifier", Type="other", OtherType=kind, Value=value)


def status(word, kind="total", other_kind=None):
    return nist("CountStatus", Type=kind, OtherType=other_kind, Status=word)


def whole(stations):
    return "in-process" if any(line["disposition"] in OUTSTANDING for line in stations) else "completed"


def nist_report(summary, summary_digest, state):
    area, election, stations = summary["constituency"], summary["election"], summary["stations"]
    is_rehearsal = election["kind"] == "rehearsal"
    parties = list(dict.fromkeys(one["party"] for one in summary["contest"]["candidates"]))
    return nist(
        "ElectionReport",
        Format="precinct-level",
        GeneratedDate=summary["prepared"]["at"][:19] + "Z",
        Issuer=f"Constituency tallying centre, {area['name']} ({area['code']}), {summary['county']['name']}",
        IssuerAbbreviation=f"CTC-{area['code']}",
        SequenceStart=1,
        SequenceEnd=1,
        Status=results_status(summary, state),
        VendorApplicationId=f"countersign {summary['software']['version']}",
        IsTest=is_rehearsal,
        TestType="rehearsal" if is_rehearsal else None,
        ExternalIdentifier=[
            other("summary-sha256", summary_digest),
            other("summary-version", str(summary["version"])),
            other("definition-sha256", election["digest"]),
            other("journal", summary["journal"]),
        ],
        GpUnit=units(summary),
        Party=[named(f"party-{at}", "Party", Name=text(name)) for at, name in enumerate(parties, 1)],
        Election=[
            nist(
                "Election",
                Name=text(election["title"]),
                Type="other",
                OtherType="as titled",
                StartDate=election["date"],
                EndDate=election["date"],
                ElectionScopeId="constituency",
                ExternalIdentifier=[other("election", election["id"])],
                Candidate=[candidate(one, parties) for one in summary["contest"]["candidates"]],
                Contest=[contest_report(summary)],
                BallotCounts=ballots(summary),
                CountStatus=[status(whole(stations))],
            )
        ],
    )


def results_status(summary, state):
    if state != "declared":
        is_complete = state == "ready" and whole(summary["stations"]) == "completed"
        return "unofficial-complete" if is_complete else "unofficial-partial"
    if "supersedes" in summary:
        return "correction"
    return "certified" if summary["word"] == "declared" else "unofficial-complete"


def candidate(one, parties):
    return named(
        f"candidate-{one['number']}",
        "Candidate",
        BallotName=text(one["name"]),
        PartyId=f"party-{parties.index(one['party']) + 1}",
        ExternalIdentifier=[other("ballot-number", str(one["number"]))],
    )


def units(summary):
    stations, area = summary["stations"], summary["constituency"]
    wards = list(dict.fromkeys(line["ward"] for line in stations))
    constituency = named(
        "constituency",
        "ReportingUnit",
        Type="other",
        OtherType="constituency",
        Number=area["code"],
        Name=text(area["name"]),
        ExternalIdentifier=[given(area["code"]), other("county", summary["county"]["code"])],
        ComposingGpUnitIds=[f"ward-{ward}" for ward in wards],
        **sums(stations),
    )
    return [constituency, *(ward_unit(ward, [line for line in stations if line["ward"] == ward]) for ward in wards), *map(station_unit, stations)]


def ward_unit(ward, stations):
    parts = [f"station-{line['station']}" for line in stations]
    return named(
        f"ward-{ward}", "ReportingUnit", Type="ward", Number=ward, ExternalIdentifier=[given(ward)], ComposingGpUnitIds=parts, **sums(stations)
    )


def sums(stations):
    return {
        "VotersRegistered": sum(line["register"] for line in stations),
        "TotalSubUnits": len(stations),
        "SubUnitsReported": sum(line["disposition"] == "counted" for line in stations),
        "CountStatus": [status(whole(stations))],
    }


def station_unit(line):
    disposition, form = line["disposition"], line.get("form")
    word = {"counted": "completed", "in-hand": "in-process"}.get(disposition, "not-processed")
    papers = [] if form is None else [other("form", form["form"]), *(other("scan-sha256", scan["digest"]) for scan in form["scans"])]
    return named(
        f"station-{line['station']}",
        "ReportingUnit",
        Type="polling-place",
        Number=line["station"],
        Name=text(line["name"]),
        ExternalIdentifier=[given(line["station"]), *papers],
        VotersRegistered=line["register"],
        CountStatus=[status(word), status(word, "other", disposition)],
    )


def district(contest):
    return f"ward-{contest['ward']}" if "ward" in contest else "constituency"


def counted(summary):
    return [(f"station-{line['station']}", line["form"]["figures"]) for line in summary["stations"] if line["disposition"] == "counted"]


def contest_report(summary):
    contest = summary["contest"]
    selections = [selection(summary, at, one["number"]) for at, one in enumerate(contest["candidates"])]
    return named(
        "contest",
        "CandidateContest",
        Name=contest["title"],
        ElectionDistrictId=district(contest),
        VotesAllowed=1,
        NumberElected=1,
        ExternalIdentifier=[other("contest", contest["id"]), other("form", contest["formB"])],
        SubUnitsReported=summary["stationCounts"]["counted"],
        TotalSubUnits=len(summary["stations"]),
        CountStatus=[status(whole(summary["stations"]))],
        ContestSelection=selections,
    )


def selection(summary, at, number):
    votes = [(unit, figures[f"candidate{number}"]) for unit, figures in counted(summary)]
    total = (district(summary["contest"]), summary["totals"]["votes"][at])
    counts = [nist("VoteCounts", GpUnitId=unit, Type="total", Count=figure) for unit, figure in [total, *votes] if is_count(figure)]
    return named(
        f"selection-{number}", "CandidateSelection", CandidateIds=[f"candidate-{number}"], SequenceOrder=at + 1, VoteCounts=counts
    )


def ballots(summary):
    totals, lacking = summary["totals"], summary["lacking"]
    valid = None if "valid" in lacking or "rejected" in lacking else totals["valid"]
    lines = [(district(summary["contest"]), totals["rejected"], valid)]
    lines += [(unit, figures["rejected"], figures["valid"]) for unit, figures in counted(summary) if is_count(figures["rejected"])]
    return [
        nist("BallotCounts", GpUnitId=unit, Type="total", BallotsRejected=rejected, BallotsCast=valid + rejected if is_count(valid) else None)
        for unit, rejected, valid in lines
    ]
