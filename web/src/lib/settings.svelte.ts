export type Lang = "en" | "id";
export type Theme = "light" | "dark" | "auto";

function stored(key: string): string | null {
  try { return localStorage.getItem(`sumber.${key}`); } catch { return null; }
}
function keep(key: string, value: string): void {
  try { localStorage.setItem(`sumber.${key}`, value); } catch { /* forbidden: it lasts as long as the page */ }
}
function firstLang(): Lang {
  const asked = new URLSearchParams(location.search).get("lang") ?? stored("lang");
  if (asked === "id" || asked === "en") return asked;
  return navigator.language.toLowerCase().startsWith("id") ? "id" : "en";
}

class Settings {
  lang = $state<Lang>(firstLang());
  theme = $state<Theme>((stored("theme") as Theme | null) ?? "auto");
  /** When the desk was last looked at, before this visit: what came later is new. */
  readonly before: string | null = stored("seen");
  furniture = $state(stored("furniture") === "shown");

  constructor() {
    document.documentElement.lang = this.lang;
  }
  setLang(lang: Lang): void {
    this.lang = lang;
    document.documentElement.lang = lang;
    keep("lang", lang);
  }
  setTheme(theme: Theme): void {
    this.theme = theme;
    if (theme === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    keep("theme", theme);
  }
  setFurniture(shown: boolean): void {
    this.furniture = shown;
    keep("furniture", shown ? "shown" : "hidden");
  }
  seen(moment: string): void {
    keep("seen", moment);
  }
}

export const settings = new Settings();
