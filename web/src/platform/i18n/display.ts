import { currentLocale, type Locale } from "./index.ts";
import { displayPage } from "./ja/display_page.ts";

const catalogues: Record<Locale, typeof displayPage> = { ja: displayPage };

/** The words of screens on walls and of the page about them, which aren't part of the first load. */
export const displayWords = (): typeof displayPage => catalogues[currentLocale()];
