import { en, type Key } from "../messages/en";
import { id } from "../messages/id";
import { settings } from "./settings.svelte";

const catalogues = { en, id };

/** The words for a key in the language of the interface, with `{name}` filled in. */
export function t(key: Key, values: Record<string, string | number> = {}): string {
  const words = catalogues[settings.lang][key] ?? key;
  return words.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
}

/** The words for a key that is put together at run time; the key itself without its family if there are none. */
export function word(family: string, name: string): string {
  const key = `${family}.${name}` as Key;
  return key in en ? t(key) : name;
}

/** "3 origins", "1 origin". */
export function count(key: "common.articles" | "common.origins" | "common.copies" | "search.results" | "map.events", n: number): string {
  return t(n === 1 ? (`${key}.one` as Key) : key, { n: number(n) });
}

export function number(value: number): string {
  return value.toLocaleString(locale());
}

export function locale(): string {
  return settings.lang === "id" ? "id-ID" : "en-GB";
}
