import { currentLocale, type Locale } from "./index.ts";
import { figuresPage } from "./ja/figures_page.ts";

const catalogues: Record<Locale, typeof figuresPage> = { ja: figuresPage };

/** The words of a page that isn't part of the first load, and so aren't either. */
export const figuresWords = (): typeof figuresPage => catalogues[currentLocale()];
