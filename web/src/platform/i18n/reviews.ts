import { currentLocale, type Locale } from "./index.ts";
import { reviewsPage } from "./ja/reviews_page.ts";

const catalogues: Record<Locale, typeof reviewsPage> = { ja: reviewsPage };

/** The words of a page that isn't part of the first load, and so aren't either. */
export const reviewsWords = (): typeof reviewsPage => catalogues[currentLocale()];
