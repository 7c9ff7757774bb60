import { currentLocale, type Locale } from "./index.ts";
import { staffImportPage } from "./ja/staff_import_page.ts";

const catalogues: Record<Locale, typeof staffImportPage> = { ja: staffImportPage };

/** The words of a page that isn't part of the first load, and so aren't either. */
export const staffImportWords = (): typeof staffImportPage => catalogues[currentLocale()];
