/** Characters that steer a display (they can turn words around or hide them) and control codes. */
const STEERING = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]/g;

/** Make text inert for display: each steering character becomes one visible sign, so that no offset moves. */
export function inert(text: string): string {
  return STEERING.test(text) ? text.replace(STEERING, "\u25af") : text;
}

/** An address that may be a link: http and https only. */
export function safeLink(url: string | null | undefined): string | null {
  return url && /^https?:\/\//i.test(url) ? url : null;
}
