import { currentLocale, type Locale } from "./index.ts";
import { staffChangesPage } from "./ja/staff_changes_page.ts";

const catalogues: Record<Locale, typeof staffChangesPage> = { ja: staffChangesPage };

/** The words of screens that aren't part of the first load, and so aren't either. */
export const staffChangesWords = (): typeof staffChangesPage => catalogues[currentLocale()];
