import { Index } from "./offsets";

export interface Mark {
  start: number;
  end: number;
  /** Which finding it belongs to, as `s1`, `e2`, `n3`. */
  id: string;
  /** What it is there: `says`, `speaker`, `cue`, `did`, `evidence`, `name`, `when`, `via`. */
  part: string;
}
export interface Segment {
  start: number;
  text: string;
  marks: Mark[];
}

/** Cut `span` of a text where marks begin or end. The pieces, put together, are the span. */
export function segments(index: Index, span: { start: number; end: number }, marks: Mark[]): Segment[] {
  const inside = marks.filter((mark) => mark.start < span.end && mark.end > span.start);
  const cuts = new Set([span.start, span.end]);
  for (const mark of inside) {
    cuts.add(Math.max(mark.start, span.start));
    cuts.add(Math.min(mark.end, span.end));
  }
  const at = [...cuts].sort((a, b) => a - b);
  const starts = [...inside].sort((a, b) => a.start - b.start);
  let open: Mark[] = [];
  let next = 0;
  return at.slice(0, -1).map((start, number) => {
    open = open.filter((mark) => mark.end > start);
    while (next < starts.length && starts[next]!.start <= start) {
      if (starts[next]!.end > start) open.push(starts[next]!);
      next++;
    }
    return { start, text: index.slice({ start, end: at[number + 1]! }), marks: [...open] };
  });
}
