type Handler = (event: KeyboardEvent) => void;

/** Single keys, or two in a row as "g d". Keys typed into a field are left alone. */
export function keys(table: Record<string, Handler>): () => void {
  let before = "";
  let since = 0;
  const listen = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement | null;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    if (target && (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable)) return;
    if (document.querySelector("dialog[open]") && event.key !== "Escape") return;
    const now = Date.now();
    const pair = now - since < 900 ? `${before} ${event.key}` : "";
    before = event.key;
    since = now;
    const run = (pair && table[pair]) || table[event.key];
    if (!run) return;
    event.preventDefault();
    run(event);
  };
  addEventListener("keydown", listen);
  return () => removeEventListener("keydown", listen);
}
