#!/usr/bin/env python3
"""Checks a case's proof offline: deploy/verify-bundle.py BUNDLE VERIFIER

A second verifier: the standard library only, no code in common with the service or with deploy/verify-ledger. VERIFIER is the ledger's
key, from somebody else than who made the bundle; without it the bundle's own are taken. Exit 0 when proven, 1 when not, 2 when it is
consistent but nobody else says whose key that is, or nobody how many events there are (format 1): then it is not seen when an
aggregate's last events, or all of one, were left out.
"""
import base64
import hashlib
import json
import sys

# Ed25519, RFC 8032, section 5.1; points in extended coordinates.
P = 2**255 - 19
D = -121665 * pow(121666, P - 2, P) % P
ORDER = 2**252 + 27742317777372353535851937790883648493


def added(a, b):
    e, f = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    c, d = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    w, x, y, z = f - e, d - c, d + c, f + e
    return w * x % P, y * z % P, x * y % P, w * z % P


def times(n, point):
    total = (0, 1, 1, 0)
    while n:
        if n & 1:
            total = added(total, point)
        point, n = added(point, point), n >> 1
    return total


def point(encoded):
    number = int.from_bytes(encoded, "little")
    y, odd = number & (2**255 - 1), number >> 255
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if y >= P or (x * x - square) % P or (x == 0 and odd):
        raise ValueError("not a point")
    x = P - x if x & 1 != odd else x
    return x, y, 1, x * y % P


BASE = point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def signed(key, signature, text):
    if len(key) != 32 or len(signature) != 64:
        return False
    s = int.from_bytes(signature[32:], "little")
    if s >= ORDER:
        return False
    try:
        r, public = point(signature[:32]), point(key)
    except ValueError:
        return False
    digest = int.from_bytes(hashlib.sha512(signature[:32] + key + text).digest(), "little") % ORDER
    left, right = times(s, BASE), added(r, times(digest, public))
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 and (left[1] * right[2] - right[1] * left[2]) % P == 0


def opened(note, verifiers, what):
    """The lines of a note, when one of the keys signed them (C2SP signed-note)."""
    text, found, signatures = note.rpartition("\n\n")
    body = (text + "\n").encode()
    for verifier in verifiers:
        name, _, key = verifier.split("+", 2)
        key = base64.b64decode(key)
        mark = hashlib.sha256(name.encode() + b"\n" + key).digest()[:4]
        for line in signatures.splitlines():
            if line.startswith("\u2014 " + name + " "):
                both = base64.b64decode(line.split(" ")[-1])
                if key[:1] == b"\x01" and both[:4] == mark and signed(key[1:], both[4:], body):
                    return text.split("\n")
    sys.exit(f"NOT proven: no given key signed its {what}")


def root(leaf, index, size, path):
    """The root to which a leaf's path leads; the tree is split as RFC 9162, section 2.1.1 says."""
    if size == 1:
        return leaf if not path else None
    if not path:
        return None
    split = 1 << (size - 1).bit_length() - 1
    sibling = bytes.fromhex(path[-1])
    if index < split:
        below, other = root(leaf, index, split, path[:-1]), sibling
        return below and hashlib.sha256(b"\x01" + below + other).digest()
    below = root(leaf, index - split, size - split, path[:-1])
    return below and hashlib.sha256(b"\x01" + sibling + below).digest()


def main(arguments):
    if not 1 <= len(arguments) <= 2:
        sys.exit(__doc__)
    with open(arguments[0], encoding="utf-8") as file:
        bundle = json.load(file)
    verifiers = arguments[1:] or bundle["verifiers"]
    log, size, signed_root = opened(bundle["checkpoint"], verifiers, "checkpoint")[:3]  # C2SP tlog-checkpoint
    size, signed_root = int(size), base64.b64decode(signed_root)
    before, numbers = 0, {}
    for event in bundle["events"]:
        position = event["position"]
        leaf = hashlib.sha256(b"\x00" + event["canonical"].encode()).digest()
        if not before < position <= size or root(leaf, position - 1, size, event["inclusion"]) != signed_root:
            sys.exit(f"NOT proven: entry {position} does not lead to the signed root")
        text = json.loads(event["canonical"])
        if text["data"]["caseId"] != bundle["caseId"]:
            sys.exit(f"NOT proven: entry {position} is about another case")
        aggregate = f"{text.get('aggregatetype')}/{text.get('aggregateid')}"
        numbers.setdefault(aggregate, []).append(int(text.get("sequence", 0)))
        before = position
    if not numbers:
        sys.exit("NOT proven: it has no events")
    for aggregate, told in numbers.items():
        if sorted(told) != list(range(1, len(told) + 1)):
            sys.exit(f"NOT proven: {aggregate} has events {sorted(told)}, not each from the first on")
    counted = bundle["format"] == "regulus-case-proof/2"
    if counted:
        signed_for = [log + "/case", bundle["caseId"], str(len(bundle["events"])), str(size)]
        signed_for.append(base64.b64encode(signed_root).decode())
        if opened(bundle["count"], verifiers, "number of events") != signed_for:
            sys.exit(f"NOT proven: another number than {len(bundle['events'])}, or another checkpoint, was signed for that case")
    known = len(arguments) == 2
    outcome = "proven" if known and counted else "consistent"
    print(f"{outcome}: {len(bundle['events'])} events of case {bundle['caseId']} in the ledger of {size} entries")
    if not known:
        print("signer unknown: the key is the bundle's own; give the ledger's")
    if not counted:
        print("number unknown: what was left out at an aggregate's end, or all of one, is not seen")
    if not known or not counted:
        sys.exit(2)


main(sys.argv[1:])
