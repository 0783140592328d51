const SERVICE = "http://127.0.0.1:8000";

// Every statement of a speaker, the newest first, page by page.
async function* saidBy(speaker) {
  const asked = new URLSearchParams({ speaker, limit: 50 });
  for (;;) {
    const answer = await fetch(`${SERVICE}/quotes?${asked}`);
    if (!answer.ok) throw new Error((await answer.json()).detail);
    const page = await answer.json();
    yield* page.items;
    if (page.next === null) return;
    asked.set("after", page.next);
  }
}

function line(quote) {
  // Only these words are the speaker's own; of others at least a part is the reporter's.
  const words = quote.wording === "speaker" ? `“${quote.text}”` : quote.text;
  const who = quote.speakers.map((speaker) => speaker.name).join(", ") || "unknown";
  return `${who}: ${words} (${quote.article.publisher}, ${quote.article.published_at})`;
}

for await (const quote of saidBy("Lavrov")) {
  if (!["certain", "likely"].includes(quote.certainty)) continue;
  const item = document.createElement("li");
  item.textContent = line(quote); // never innerHTML: whatever stands in an article may stand in its quotes
  document.getElementById("said").append(item);
}
