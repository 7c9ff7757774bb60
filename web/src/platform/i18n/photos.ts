import { currentLocale, type Locale } from "./index.ts";
import { photosPage } from "./ja/photos_page.ts";

const catalogues: Record<Locale, typeof photosPage> = { ja: photosPage };

/** The words of screens that aren't part of the first load, and so aren't either. */
export const photosWords = (): typeof photosPage => catalogues[currentLocale()];
