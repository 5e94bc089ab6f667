#!/usr/bin/env python3
"""Draws a Regulus draw record again. Needs Python 3.8 and nothing else; shares no code with Regulus.

usage: verify_draw.py FILE...    (one record a line, as GET /draws/<id>/record gives it;
                                  its replacements in the lines after it, as GET /draws/<id>/replacements gives them)

What it does: README of inspection-service, "The draw record". Exit code 0: intact; 1: not, and it says what.
"""
import hashlib
import json
import re
import sys
from fractions import Fraction


RECORD = "regulus-draw-record-2"
RECORD_WITH_CLASSES = "regulus-draw-record-3"
REPLACEMENT = "regulus-draw-replacement-1"


def sha256(data):
    return hashlib.sha256(data if isinstance(data, bytes) else data.encode()).hexdigest()


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def ticket(seed, id):
    digits = str(int(sha256(sha256(seed) + id), 16)).rjust(64, "0")
    return "0." + digits[::-1]


def shares(sizes, places):
    """How many of each stratum: shares below one become one; then whole parts; then the largest remainders."""
    takes, open_ = {}, dict(sizes)
    while True:
        total = sum(open_.values())
        small = [name for name, size in open_.items() if places * size < total]
        if not small:
            break
        for name in small:
            takes[name] = 1
            places -= 1
            del open_[name]
    for name, size in open_.items():
        takes[name] = places * size // total
    rest = places - sum(takes[name] for name in open_)
    for name in sorted(open_, key=lambda name: (-(places * open_[name] % total), name))[:rest]:
        takes[name] += 1
    return takes


def order(seed, units, take):
    """All units of a stratum: the first ones, as many as it takes, are drawn, and the others follow when one falls out."""
    certain, others = [], list(units)
    while len(certain) < take:
        places, total = take - len(certain), sum(unit[2] for unit in others)
        sure = [unit for unit in others if places * unit[2] >= total]
        if not sure:
            break
        certain += sure
        others = [unit for unit in others if places * unit[2] < total]

    def drawn(units, is_certain):
        def place(unit):
            return (Fraction(ticket(seed, unit[0])) / unit[2], unit[0])
        return [(unit[0], unit[1], ticket(seed, unit[0]), is_certain) for unit in sorted(units, key=place)]
    return drawn(certain, True) + drawn(others, False)


def strata_of(frame, size):
    strata = {}
    for unit in frame:
        strata.setdefault(unit[1], []).append(unit)
    return strata, shares({name: len(units) for name, units in strata.items()}, size)


def draw(seed, frame, size):
    strata, takes = strata_of(frame, size)
    sample = [one for name in sorted(strata) for one in order(seed, strata[name], takes[name])[:takes[name]]]
    return sample, [{"name": name, "size": len(strata[name]), "take": takes[name]} for name in sorted(strata)]


def unit(line):
    parts = line.split(",")
    if len(parts) < 3:
        return (line, "all", 1, "")
    return (parts[0], parts[1], int(parts[2]), parts[3] if len(parts) == 4 else "")


def classes_fault(record, units):
    """Whether stratum and weight of each unit are what the published rules make of its credit class."""
    rules, classed = record["commitment"]["frameRules"], record["format"] == RECORD_WITH_CLASSES
    weighs, parts = rules["weightBy"] == "credit-class", rules["strataBy"]
    for i, (_, stratum, weight, credit) in enumerate(units):
        fits = credit in ("A", "B", "C", "D", "none") if classed else credit == ""
        if fits and classed and weighs:
            fits = rules["creditRatios"][credit] == weight
        if fits and classed and "credit-class" in parts:
            fits = stratum.split("/")[parts.index("credit-class")] == credit
        if not fits:
            return "frame[%d]: its credit class does not fit commitment.frameRules" % i
    asked = weighs or "credit-class" in parts
    return None if asked == classed else "format: it does not fit commitment.frameRules"


def seed_fault(rule, evidence, seed):
    if rule["kind"] == "dice":
        return None if re.fullmatch("[0-9]{20,200}", seed) else "result.seed: dice give 20 digits or more"
    if rule["kind"] == "beacon":
        same = sha256(bytes.fromhex(evidence["signature"])) == seed
        return None if same else "result.seed: it is not SHA-256 of the signature in result.evidence"
    revealed = {reveal["party"]: reveal for reveal in evidence["reveals"]}
    text = ""
    for party in rule["parties"]:
        reveal = revealed.get(party["name"])
        if reveal and sha256(reveal["nonce"] + reveal["share"]) != party["commitment"]:
            return "result.evidence.reveals: what %s reveals is not what it committed to" % party["name"]
        text += (reveal["share"] if reveal else evidence["dice"]) + "\n"
    return None if sha256(text) == seed else "result.seed: it is not SHA-256 of the shares in result.evidence"


def two(register, entry, seed, load):
    out = {one["inspectorId"] for one in entry["excluded"]}
    eligible = sorted((id for id in register if id not in out),
                      key=lambda id: (load.get(id, 0), ticket(seed + "|" + entry["caseId"], id)))
    return eligible[:2] if len(eligible) >= 2 else []


def inspectors_fault(result, domain):
    load = {}
    if [one["caseId"] for one in result["inspectors"]] != [one["caseId"] for one in result["sample"]]:
        return "result.inspectors: not one entry for each case of the sample"
    for i, entry in enumerate(result["inspectors"]):
        drawn = two(result["inspectorRegister"], entry, result["seed"] + domain, load)
        if entry["drawn"] != drawn:
            return "result.inspectors[%d]: computed %s" % (i, drawn)
        for id in drawn:
            load[id] = load.get(id, 0) + 1
    return None


def faults(text):
    try:
        record = json.loads(text)
        if record["format"] not in (RECORD, RECORD_WITH_CLASSES):
            return ["format: it is not %s or %s" % (RECORD, RECORD_WITH_CLASSES)]
        return [fault for fault in checks(text, record) if fault]
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, ZeroDivisionError) as unreadable:
        return ["not a whole record: %r" % unreadable]


def checks(text, record):
    commitment, result, frame = record["commitment"], record["result"], record["frame"]
    if canonical(record) != text:
        yield "the text is not the canonical form of the record"
    for part in ("commitment", "result"):
        if sha256(canonical(record[part])) != record[part + "Digest"]:
            yield "%s: it does not have the digest in %sDigest" % (part, part)
    if (sha256("".join(line + "\n" for line in frame)) != commitment["frameDigest"]
            or len(frame) != commitment["frameSize"] or len(set(frame)) != len(frame)):
        yield "frame: it is not what commitment.frameDigest and frameSize say"
    units = [unit(line) for line in frame]
    yield classes_fault(record, units)
    yield seed_fault(commitment["seed"], result["evidence"], result["seed"])
    sample, strata = draw(result["seed"], units, commitment["sampleSize"])
    if strata != commitment["strata"]:
        yield "commitment.strata: computed %s" % strata
    theirs = [(one["caseId"], one["stratum"], one["ticket"], one["certain"]) for one in result["sample"]]
    if sample != theirs:
        first = next((i for i, (a, b) in enumerate(zip(sample, theirs)) if a != b), min(len(sample), len(theirs)))
        yield "result.sample[%d]: computed %s" % (first, sample[first] if first < len(sample) else "no more")
    yield inspectors_fault(result, commitment["inspectorDomain"])


def replacement_faults(history, text):
    try:
        record, whole = json.loads(history[0]), json.loads(text)
        before = [json.loads(line)["replacement"] for line in history[1:]]
        return [fault for fault in replacement_checks(record, before, whole, history[-1], text) if fault]
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as unreadable:
        return ["not a whole replacement after its draw record: %r" % unreadable]


def replacement_checks(record, before, whole, previous, text):
    made, result, commitment = whole["replacement"], record["result"], record["commitment"]
    if canonical(whole) != text or whole["format"] != REPLACEMENT:
        yield "the text is not the canonical form of a replacement"
    if sha256(canonical(made)) != whole["replacementDigest"]:
        yield "replacement: it does not have the digest in replacementDigest"
    if (made["drawId"], made["number"], made["previousDigest"]) != (
            commitment["drawId"], len(before) + 1, sha256(previous)):
        yield "replacement: drawId, number or previousDigest do not follow the line before"
    inspected = {one["caseId"] for one in result["sample"]}
    for one in before:
        inspected = inspected - {one["removedCaseId"]} | {one["substitute"]["caseId"]}
    if made["removedCaseId"] not in inspected:
        yield "replacement.removedCaseId: it is not among those drawn"
    strata, takes = strata_of([unit(line) for line in record["frame"]], commitment["sampleSize"])
    name = next((name for name, units in strata.items() if any(one[0] == made["removedCaseId"] for one in units)), None)
    passed = sum(len(one["skipped"]) + 1 for one in before if one["substitute"]["stratum"] == name)
    turn = order(result["seed"], strata[name], takes[name])[takes[name] + passed:] if name else []
    theirs = [one["caseId"] for one in made["skipped"]] + [made["substitute"]["caseId"]]
    if [one[0] for one in turn[:len(theirs)]] != theirs or turn[len(theirs) - 1] != tuple(
            made["substitute"][field] for field in ("caseId", "stratum", "ticket", "certain")):
        yield "replacement.substitute: computed %s" % (turn[:1] or "no more")
    load = {}
    for entry in result["inspectors"] + [one["inspectors"] for one in before]:
        for id in entry["drawn"]:
            load[id] = load.get(id, 0) + 1
    drawn = two(made["inspectorRegister"], made["inspectors"], result["seed"] + commitment["inspectorDomain"], load)
    if made["inspectors"]["caseId"] != made["substitute"]["caseId"] or made["inspectors"]["drawn"] != drawn:
        yield "replacement.inspectors: computed %s" % drawn


def main(files):
    if not files:
        sys.exit(__doc__)
    records = intact = 0
    for file in files:
        history = []
        with open(file, encoding="utf-8", newline="\n") as lines:
            for line in lines:
                records += 1
                text = line.rstrip("\n")
                if '"%s"' % REPLACEMENT in text:
                    found = replacement_faults(history, text)
                else:
                    history, found = [], faults(text)
                history.append(text)
                intact += not found
                for fault in found:
                    print("NOT intact: record %d: %s" % (records, fault))
    print("%d of %d records intact" % (intact, records))
    sys.exit(0 if records and intact == records else 1)


if __name__ == "__main__":
    main(sys.argv[1:])
