import { currentLocale, type Locale } from "./index.ts";
import { doubtsPage } from "./ja/doubts_page.ts";

const catalogues: Record<Locale, typeof doubtsPage> = { ja: doubtsPage };

/** The words of screens that aren't part of the first load, and so aren't either. */
export const doubtsWords = (): typeof doubtsPage => catalogues[currentLocale()];
