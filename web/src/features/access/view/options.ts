import type { Catalogue } from "../../../platform/i18n/index.ts";

type Words = Catalogue["access"];

export const textSizeOptions = (t: Words) =>
  (["small", "medium", "large", "extra_large"] as const).map((value) => ({
    value,
    label: t.textSize[value],
  }));

export const themeOptions = (t: Words) =>
  (["system", "light", "dark"] as const).map((value) => ({
    value,
    label: t.settings.theme[value],
  }));

export const enterOptions = (t: Words) =>
  (["ask", "newline", "send"] as const).map((value) => ({
    value,
    label: t.settings.enter[value],
  }));

export const deviceOptions = (t: Words) =>
  (["own", "office", "shared"] as const).map((value) => ({
    value,
    label: t.device[value],
    hint: t.device.hints[value],
  }));
