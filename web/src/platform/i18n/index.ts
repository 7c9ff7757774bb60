import { ja, type Catalogue } from "./ja/index.ts";

export type { Catalogue };

/** Languages there is a catalogue for. Another one is a file with the same shape beside `ja`. */
export type Locale = "ja";

const catalogues: Record<Locale, Catalogue> = { ja };

const locale: Locale = "ja";

/** Every word people read comes from here. */
export const words = (): Catalogue => catalogues[locale];

export const currentLocale = (): Locale => locale;
