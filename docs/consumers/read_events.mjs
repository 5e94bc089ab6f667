// Reads Regulus events by cursor and prints them. REGULUS_URL, REGULUS_TOKEN; the cursor is kept in the file named first.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const cursorFile = process.argv[2];
let after = existsSync(cursorFile) ? Number(readFileSync(cursorFile, 'utf8')) : 0;
let more = true;
while (more) {
  const answer = await fetch(`${process.env.REGULUS_URL}/events?after=${after}`, {
    headers: { authorization: `Bearer ${process.env.REGULUS_TOKEN}` },
  });
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  const page = await answer.json();
  for (const { event } of page.items) {
    console.log(event.id, event.type); // your work comes here; an id that you have seen you pass over
  }
  ({ next: after, more } = page);
  writeFileSync(cursorFile, String(after));
}
