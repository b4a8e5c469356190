import type { Record_ } from "./api";
import type { Index } from "./offsets";
import type { Mark } from "./segments";

export type Layer = "says" | "did" | "when" | "where" | "who" | "via";
export const LAYERS: Layer[] = ["says", "did", "when", "where", "who", "via"];

/** Every mark that a record makes in its text. */
export function marksOf(record: Record_): Mark[] {
  const marks: Mark[] = [];
  const add = (span: { start: number; end: number } | null | undefined, id: string, part: string): void => {
    if (span && span.end > span.start) marks.push({ start: span.start, end: span.end, id, part });
  };
  for (const statement of record.statements) {
    for (const span of statement.content) add(span, statement.id, "says");
    add(statement.source, statement.id, "speaker");
    add(statement.cue, statement.id, "cue");
  }
  for (const event of record.events) {
    for (const mention of event.mentions) {
      add(mention.trigger, event.id, "did");
      add(mention.evidence, event.id, "evidence");
    }
    for (const actor of [...event.actors, ...event.recipients, ...event.objects]) add(actor, event.id, "actor");
  }
  for (const name of record.names) {
    for (const mention of name.mentions) add(mention, name.id, name.kind === "place" ? "where" : "who");
  }
  for (const time of record.times) add(time, time.id, "when");
  for (const relay of record.relays) add(relay, relay.id, "via");
  return marks;
}

/** The piece of text that a finding is shown at: where reading it should begin. */
export function anchorOf(record: Record_, id: string): { start: number; end: number } | null {
  const statement = record.statements.find((one) => one.id === id);
  if (statement) return statement.content[0] ?? statement.cue ?? null;
  const event = record.events.find((one) => one.id === id);
  if (event) return event.mentions[0]?.trigger ?? null;
  const name = record.names.find((one) => one.id === id);
  if (name) return name.mentions[0] ?? null;
  return record.times.find((one) => one.id === id) ?? record.relays.find((one) => one.id === id) ?? null;
}

export interface Paragraph {
  blocks: Record_["article"]["blocks"];
  furniture: boolean;
}

/** Blocks that stand on one line are one paragraph; what is neither title nor text is furniture. */
export function paragraphs(record: Record_, index: Index): Paragraph[] {
  const found: Paragraph[] = [];
  let last = -1;
  for (const block of record.article.blocks) {
    const isFurniture = block.role !== "title" && block.role !== "body";
    const gap = last < 0 ? "\n" : index.slice({ start: last, end: block.start });
    const before = found.at(-1);
    if (before && !gap.includes("\n") && before.blocks[0]!.role !== "title" && block.role !== "title") {
      before.blocks.push(block);
      before.furniture &&= isFurniture;
    } else {
      found.push({ blocks: [block], furniture: isFurniture });
    }
    last = block.end;
  }
  if (!found.length && index.length) {
    found.push({ blocks: [{ start: 0, end: index.length, role: "body", why: "" }], furniture: false });
  }
  return found;
}

export const isFurniture = (role: string): boolean => role !== "title" && role !== "body";
