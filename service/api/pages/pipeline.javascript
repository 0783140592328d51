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

// All that is there, and a place of before that: what changes meanwhile is told once more.
async function begin() {
  const { next } = await ask("/changes?after=now");
  const answer = await fetch(`${SERVICE}/quotes?speech=any&format=ndjson`);
  if (!answer.ok) throw new Error((await answer.json()).detail);
  const quotes = (await answer.text()).split("\n").filter(Boolean).map((line) => JSON.parse(line));
  return [new Map(quotes.map((quote) => [quote.id, quote.text])), next];
}

let [kept, after] = existsSync(PLACE)
  ? [new Map(Object.entries(JSON.parse(readFileSync(KEPT, "utf8")))), readFileSync(PLACE, "utf8")]
  : await begin();
for (let full = true; full; ) {
  const page = await ask(`/changes?kind=quote&limit=200&after=${after}`);
  if (!page) {
    [kept, after] = await begin(); // the feed is not kept for so long
    continue;
  }
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
