import { existsSync, readFileSync, writeFileSync } from "node:fs";

const SERVICE = "http://127.0.0.1:8000";
const PLACE = "place.txt";
const KEPT = "quotes.json";

// The answer; null for what is not there any more. Whoever is told to wait waits.
async function ask(path) {
  for (;;) {
    const answer = await fetch(SERVICE + path);
    if (answer.ok) return answer.json();
    if ([404, 410].includes(answer.status)) return null;
    if (![429, 503].includes(answer.status)) throw new Error((await answer.json()).detail);
    await new Promise((done) => setTimeout(done, 1000 * (answer.headers.get("Retry-After") ?? 5)));
  }
}

const kept = new Map(existsSync(KEPT) ? Object.entries(JSON.parse(readFileSync(KEPT, "utf8"))) : []);
let after = existsSync(PLACE) ? readFileSync(PLACE, "utf8") : "0"; // "now" would skip what has been
for (let full = true; full; ) {
  const page = await ask(`/changes?kind=quote&limit=200&after=${after}`);
  for (const change of page.items) {
    const gone = ["withdrawn", "erased"].includes(change.event);
    const quote = gone ? null : await ask(`/quotes/${change.quote}`);
    if (quote?.listed) kept.set(change.quote, quote.text);
    else kept.delete(change.quote); // erased words must be forgotten
  }
  writeFileSync(KEPT, JSON.stringify(Object.fromEntries(kept))); // first the words, then the place
  writeFileSync(PLACE, (after = page.next));
  full = page.items.length === 200; // if not, come again later
}
console.log(kept.size, "quotes kept, up to", after);
