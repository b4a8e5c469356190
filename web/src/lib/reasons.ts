import { t, word } from "./i18n.svelte";
import { settings } from "./settings.svelte";

/** The engine gives its reasons in English; these are the same sentences in Indonesian, by pattern. */
const INDONESIAN: [RegExp, string][] = [
  [/^running text$/, "teks berjalan"],
  [/^a heading glued to the paragraph$/, "judul yang menempel pada paragraf"],
  [/^a credit or initials at the end of the line$/, "kredit atau inisial di akhir baris"],
  [/^starts with (“.*”)$/, "diawali $1"],
  [/^the headline after (“.*”)$/, "judul sesudah $1"],
  [/^reads like a widget, credit or byline$/, "berbunyi seperti widget, kredit, atau nama penulis"],
  [/^a cue of furniture inside the line$/, "ada penanda perabot halaman di dalam baris"],
  [/^the title that came with it$/, "judul yang diberikan bersamanya"],
  [/^the first line(, written as a title)?$/, "baris pertama"],
  [/^place and outlet before a dash$/, "tempat dan media sebelum tanda hubung"],
  [/^stands after the reporter's initials$/, "berada sesudah inisial wartawan"],
  [/^stands before a photo credit$/, "berada sebelum kredit foto"],
  [/^ends with a photo credit$/, "diakhiri kredit foto"],
  [/^repeats a paragraph$/, "mengulang sebuah paragraf"],
  [/^a headline that shares (\d+)% of its words with this story$/, "judul yang $1% katanya sama dengan berita ini"],
  [/^a heading: it shares (\d+)% of its words with this story$/, "subjudul: $1% katanya sama dengan berita ini"],
  [/^(\d+)% of its words stand in the earlier report, (\d+)% of the earlier report's in it; longest passage (\d+) words$/,
    "$1% katanya ada dalam berita yang lebih dahulu, $2% kata berita itu ada di dalamnya; bagian terpanjang $3 kata"],
  [/^(\d+) quotations? in the same words$/, "$1 kutipan dengan kata-kata yang sama"],
  [/^it says (“.*”)$/, "tertulis $1"],
];

/** A reason in the language of the interface where it is known, else as it was given. */
export function reason(text: string): string {
  if (settings.lang !== "id") return text;
  for (const [pattern, words] of INDONESIAN) if (pattern.test(text)) return text.replace(pattern, words);
  return text;
}

/** Why an event has its status, in words: *akan -> planned* is “akan”: planned, in the language of the interface. */
export function because(text: string): string {
  const [, sign, status] = /^(.+) -> (\w+)$/.exec(text) ?? [];
  if (sign === undefined || status === undefined) return reason(text);
  if (sign === "report") return `${t("article.why.report")}: ${word("status", status)}`;
  const act = word("act", sign);
  return `${act === sign ? `“${sign}”` : act}: ${word("status", status)}`;
}
