import type { Record_ } from "./api";
import { day } from "./dates";
import { word } from "./i18n.svelte";
import { Index } from "./offsets";

type Statement = Record_["statements"][number];

/** The words of a statement, its pieces joined as they are read. */
export function saidWords(index: Index, statement: Statement): string {
  return statement.content.map((span) => fold(index.slice(span))).join(" … ");
}

export function fold(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Who speaks, by the fullest name that the article has for them. */
export function speakerName(record: Record_, index: Index, statement: Statement): string | null {
  const source = statement.source;
  if (!source) return null;
  const name = record.names.find((one) => one.id === source.name);
  return name ? name.name : fold(index.slice(source));
}

/** A statement as a quotation that can stand in a text: the words, who said them, through whom, where they stand. */
export function quotation(record: Record_, index: Index, statement: Statement): string {
  const words = saidWords(index, statement).replace(/^["“”]+|["“”,]+$/g, "");
  const who = speakerName(record, index, statement);
  const via = statement.chain.map((id) => record.relays.find((relay) => relay.id === id)?.outlet).filter(Boolean);
  const shown = statement.mode === "indirect" ? words : `“${words}”`;
  const by = [who, ...via].filter(Boolean).join(" / ");
  return `${shown}${by ? ` — ${by}` : ""} (${word("mode", statement.mode)}). ${citation(record)}`;
}

/** Where an article stands: outlet, title, day, address. */
export function citation(record: Record_): string {
  const article = record.article;
  const parts = [
    article.outlet.name ?? article.outlet.domain,
    article.title ? `“${article.title}”` : null,
    article.published ? day(article.published.value) : null,
    article.url,
  ];
  return `${parts.filter(Boolean).join(", ")}.`;
}
