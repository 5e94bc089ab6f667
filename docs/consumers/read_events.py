"""Reads Regulus events by cursor and prints them. REGULUS_URL, REGULUS_TOKEN; the cursor is kept in the file named first."""
import json
import os
import sys
import urllib.request

cursor_file = sys.argv[1]
after = int(open(cursor_file).read()) if os.path.exists(cursor_file) else 0
more = True
while more:
    request = urllib.request.Request(f"{os.environ['REGULUS_URL']}/events?after={after}",
                                     headers={"Authorization": "Bearer " + os.environ["REGULUS_TOKEN"]})
    with urllib.request.urlopen(request, timeout=30) as answer:
        page = json.load(answer)
    for item in page["items"]:
        print(item["event"]["id"], item["event"]["type"])  # your work comes here; an id that you have seen you pass over
    after, more = page["next"], page["more"]
    with open(cursor_file, "w") as kept:
        kept.write(str(after))
