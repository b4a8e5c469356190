/** The address is the state of the page: every screen, filter and selected finding has a link of its own. */
class Router {
  path = $state(location.pathname);
  query = $state.raw(new URLSearchParams(location.search));

  constructor() {
    addEventListener("popstate", () => this.read());
    document.addEventListener("click", (event) => this.follow(event));
  }
  private read(): void {
    this.path = location.pathname;
    this.query = new URLSearchParams(location.search);
  }
  go(to: string, options: { replace?: boolean; keepScroll?: boolean } = {}): void {
    if (to === location.pathname + location.search) return;
    history[options.replace ? "replaceState" : "pushState"](null, "", to);
    const samePage = this.path === location.pathname;
    this.read();
    if (!options.keepScroll && !samePage) scrollTo(0, 0);
  }
  /** Change some parameters of the address and keep the rest; null takes one away. */
  set(changes: Record<string, string | null>, replace = true): void {
    const query = new URLSearchParams(location.search);
    for (const [name, value] of Object.entries(changes)) value ? query.set(name, value) : query.delete(name);
    const text = query.toString();
    this.go(location.pathname + (text ? `?${text}` : ""), { replace, keepScroll: true });
  }
  private follow(event: MouseEvent): void {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element | null)?.closest?.("a");
    if (!link || link.target || link.hasAttribute("download") || link.origin !== location.origin) return;
    if (link.pathname.startsWith("/api/") || (link.hash && link.pathname === location.pathname)) return;
    event.preventDefault();
    this.go(link.pathname + link.search);
  }
}

export const router = new Router();

export const to = {
  desk: () => "/",
  story: (id: number | string) => `/stories/${id}`,
  provenance: (id: number | string) => `/stories/${id}/provenance`,
  article: (id: string, at?: { start: number; end: number } | string) =>
    `/articles/${encodeURIComponent(id)}${at ? (typeof at === "string" ? `?at=${at}` : `?at=${at.start}-${at.end}`) : ""}`,
  entity: (id: number | string) => `/names/${id}`,
  outlet: (id: number | string) => `/sources/${id}`,
  search: (query: string) => `/search?q=${encodeURIComponent(query)}`,
};
