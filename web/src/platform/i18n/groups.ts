import { currentLocale, type Locale } from "./index.ts";
import { groupsPage } from "./ja/groups_page.ts";

const catalogues: Record<Locale, typeof groupsPage> = { ja: groupsPage };

/** The words about groups, which aren't part of the first load. */
export const groupWords = (): typeof groupsPage => catalogues[currentLocale()];
