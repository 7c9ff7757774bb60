import { currentLocale, type Locale } from "./index.ts";
import { directory } from "./ja/directory.ts";

const catalogues: Record<Locale, typeof directory> = { ja: directory };

/** The words of a page that isn't part of the first load, and so aren't either. */
export const directoryWords = (): typeof directory => catalogues[currentLocale()];
