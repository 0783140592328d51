const SERVICE = "http://127.0.0.1:8000";
const KEY = process.env.ONRECORD_KEY;
const PAGE = [
  { text: "Our British counterparts have pretty high self-esteem", speaker: "Lavrov" },
  { text: "London wants to dictate domestic policy with regard to Russia to Washington", speaker: "Lavrov" },
  { text: "Our British counterparts have pretty high self-esteem", speaker: "Jeremy Hunt" },
  { text: "The weather in Vienna is better than its reputation", speaker: "Lavrov" },
];

async function ask(path, request) {
  const answer = await fetch(SERVICE + path, request);
  if (!answer.ok) throw new Error((await answer.json()).detail);
  return answer.json();
}

async function sha256(text) {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

// Whether the words stand in the article, letter by letter, where the quote says.
async function proved(quote) {
  for (const span of quote.spans) {
    const where = `start=${span.start}&end=${span.end}&revision=${quote.revision}`;
    const headers = { Authorization: `Bearer ${KEY}` };
    const found = await ask(`/articles/${quote.article_id}/text?${where}`, { headers });
    if (found.slice_sha256 !== (await sha256(span.text)) || found.sha256 !== quote.article_sha256) return false;
  }
  return true;
}

const headers = { "Content-Type": "application/json" };
const verdicts = await ask("/quotes/verify", { method: "POST", headers, body: JSON.stringify({ items: PAGE }) });
for (const [number, found] of verdicts.items.entries()) {
  console.log(`${found.verdict}: ${PAGE[number].text} (${PAGE[number].speaker})`);
  for (const { quote, differences } of found.nearest.slice(0, 1)) {
    for (const word of differences) {
      if (found.verdict === "altered" && word.operation !== "same") {
        console.log(`  ${word.operation}: ${word.asked ?? "-"} | ${word.printed ?? "-"}`);
      }
    }
    const who = quote.speakers.map((speaker) => speaker.name).join(", ") || "unknown";
    console.log(`  ${(await proved(quote)) ? "proved" : "NOT PROVED"}: ${who}, ${quote.article.url}`);
  }
}
