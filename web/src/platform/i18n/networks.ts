import { currentLocale, type Locale } from "./index.ts";
import { networksPage } from "./ja/networks_page.ts";

const catalogues: Record<Locale, typeof networksPage> = { ja: networksPage };

/** The words of screens that aren't part of the first load, and so aren't either. */
export const networksWords = (): typeof networksPage => catalogues[currentLocale()];
