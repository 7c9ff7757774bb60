import type { Keep } from "../platform/keep.ts";
import type { Settings } from "../platform/wire.ts";

export type Appearance = Pick<Settings, "text_size" | "theme">;

const text_sizes: readonly string[] = ["small", "medium", "large", "extra_large"];
const themes: readonly string[] = ["system", "light", "dark"];

/** What was chosen on this device before anybody signed in. */
export function rememberedAppearance(keep: Keep, otherwise: Appearance): Appearance {
  const size = keep.get("text_size") ?? "";
  const theme = keep.get("theme") ?? "";
  return {
    text_size: text_sizes.includes(size) ? (size as Appearance["text_size"]) : otherwise.text_size,
    theme: themes.includes(theme) ? (theme as Appearance["theme"]) : otherwise.theme,
  };
}

export function rememberAppearance(keep: Keep, { text_size, theme }: Appearance): void {
  keep.set("text_size", text_size);
  keep.set("theme", theme);
}

export function showAppearance(root: HTMLElement, look: Appearance, systemIsDark: boolean): void {
  const dark = look.theme === "dark" || (look.theme === "system" && systemIsDark);
  root.dataset["theme"] = dark ? "dark" : "light";
  root.dataset["size"] = look.text_size;
}
