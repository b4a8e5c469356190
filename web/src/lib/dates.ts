import { locale } from "./i18n.svelte";

const DAY = { day: "numeric", month: "short", year: "numeric" } as const;

/** A date as the desk writes it (a day, month or year; possibly with a time) in the words of the reader. */
export function day(value: string | null | undefined, options: Intl.DateTimeFormatOptions = DAY): string {
  if (!value) return "";
  const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(value);
  if (!found) return value;
  const [, year, month, date] = found;
  if (!month) return year!;
  const moment = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date ?? 1)));
  const shown = date ? options : { month: "long", year: "numeric" } as const;
  return moment.toLocaleDateString(locale(), { ...shown, timeZone: "UTC" });
}

/** With the time of day, if it is known: as it was written, in the zone of the report. */
export function moment(value: string | null | undefined): string {
  if (!value) return "";
  const clock = /T(\d{2}:\d{2})/.exec(value);
  return clock && clock[1] !== "00:00" ? `${day(value)}, ${clock[1]}` : day(value);
}

/** From one day to another, as short as it can be said. */
export function range(earliest: string | null | undefined, latest: string | null | undefined): string {
  if (!earliest || !latest || earliest.slice(0, 10) === latest.slice(0, 10)) return day(earliest ?? latest);
  const [a, b] = [earliest.slice(0, 10), latest.slice(0, 10)];
  if (a.endsWith("-01-01") && b.endsWith("-12-31") && a.slice(0, 4) === b.slice(0, 4)) return a.slice(0, 4);
  const last = new Date(Date.UTC(Number(b.slice(0, 4)), Number(b.slice(5, 7)), 0)).getUTCDate();
  if (a.slice(0, 7) === b.slice(0, 7) && a.endsWith("-01") && Number(b.slice(8)) === last) return day(a.slice(0, 7));
  if (a.slice(0, 7) === b.slice(0, 7)) return `${Number(a.slice(8))}–${day(b)}`;
  return `${day(a, a.slice(0, 4) === b.slice(0, 4) ? { day: "numeric", month: "short" } : DAY)} – ${day(b)}`;
}

/** Milliseconds of the first or last moment that a date may mean. */
export function bounds(value: string): [number, number] {
  const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(value);
  if (!found) return [Number.NaN, Number.NaN];
  const [, y, m, d] = found;
  const from = Date.UTC(Number(y), m ? Number(m) - 1 : 0, d ? Number(d) : 1);
  const to = d ? Date.UTC(Number(y), Number(m) - 1, Number(d) + 1) : m ? Date.UTC(Number(y), Number(m), 1) : Date.UTC(Number(y) + 1, 0, 1);
  return [from, to];
}
