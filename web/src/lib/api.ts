import type { components } from "../api/types";
import { inert } from "./plain";

export type Schemas = components["schemas"];
export type Record_ = Schemas["Record"];

/** Why the desk has no answer, in words that can be shown. */
export class Refusal extends Error {
  constructor(readonly status: number, readonly code: string, text: string) {
    super(text);
  }
}

let csrf = "";

async function ask<T>(path: string, init: RequestInit = {}): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(path, { ...init, headers: { accept: "application/json", ...init.headers } });
  } catch {
    throw new Refusal(0, "unreachable", path);
  }
  const text = await answer.text();
  let found: unknown;
  try {
    found = JSON.parse(text, (_key, value: unknown) => (typeof value === "string" ? inert(value) : value));
  } catch {
    throw new Refusal(answer.status, "broken", text.slice(0, 200));
  }
  if (!answer.ok) {
    const problem = found as { code?: string; text?: string };
    throw new Refusal(answer.status, problem.code ?? "broken", problem.text ?? "");
  }
  return found as T;
}

export function query(values: Record<string, string | number | null | undefined>): string {
  const set = Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== "");
  return set.length ? `?${new URLSearchParams(set.map(([name, value]) => [name, String(value)]))}` : "";
}

export const get = <T>(path: string, signal?: AbortSignal): Promise<T> => ask<T>(path, { signal: signal ?? null });

export async function post<T>(path: string, body: unknown): Promise<T> {
  if (!csrf) await session();
  return ask<T>(path, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json", "x-sumber-csrf": csrf },
  });
}

let known: Promise<Schemas["Session"]> | null = null;

/** What the desk says of itself, asked once. */
export function session(): Promise<Schemas["Session"]> {
  known ??= get<Schemas["Session"]>("/api/session").then((found) => {
    csrf = found.csrf;
    return found;
  });
  known.catch(() => (known = null));
  return known;
}
