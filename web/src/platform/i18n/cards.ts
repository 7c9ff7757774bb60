import { currentLocale, type Locale } from "./index.ts";
import { cardsPage } from "./ja/cards_page.ts";

const catalogues: Record<Locale, typeof cardsPage> = { ja: cardsPage };

/** The words of a page that isn't part of the first load, and so aren't either. */
export const cardsWords = (): typeof cardsPage => catalogues[currentLocale()];
