import { sitesPage } from "./ja/sites_page.ts";
import { currentLocale, type Locale } from "./index.ts";

const catalogues: Record<Locale, typeof sitesPage> = { ja: sitesPage };

/** The words of a page that isn't part of the first load, and so aren't either. */
export const sitesWords = (): typeof sitesPage => catalogues[currentLocale()];
