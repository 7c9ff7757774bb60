import { currentLocale, type Locale } from "./index.ts";
import { pin } from "./ja/pin.ts";

const catalogues: Record<Locale, typeof pin> = { ja: pin };

/** The words of taking over by PIN, which aren't part of the first load. */
export const pinWords = (): typeof pin => catalogues[currentLocale()];
