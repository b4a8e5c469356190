/** The desk counts code points, JavaScript UTF-16 units. An Index turns the one into the other for one text. */
export class Index {
  private readonly units: Uint32Array | null;
  constructor(readonly text: string) {
    this.units = /[\ud800-\udfff]/.test(text) ? unitsOf(text) : null;
  }
  /** Where the code point number `point` begins, in UTF-16 units; past the end it is the end. */
  at(point: number): number {
    if (!this.units) return Math.max(0, Math.min(point, this.text.length));
    return this.units[Math.max(0, Math.min(point, this.units.length - 1))]!;
  }
  /** The words of a span that the desk gave. */
  slice(span: { start: number; end: number }): string {
    return this.text.slice(this.at(span.start), this.at(span.end));
  }
  /** How many code points the text has. */
  get length(): number {
    return this.units ? this.units.length - 1 : this.text.length;
  }
}

function unitsOf(text: string): Uint32Array {
  const starts: number[] = [];
  for (let unit = 0; unit < text.length; ) {
    starts.push(unit);
    unit += text.codePointAt(unit)! > 0xffff ? 2 : 1;
  }
  starts.push(text.length);
  return Uint32Array.from(starts);
}
