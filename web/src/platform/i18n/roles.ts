import { currentLocale, type Locale } from "./index.ts";
import { rolesPage } from "./ja/roles_page.ts";

const catalogues: Record<Locale, typeof rolesPage> = { ja: rolesPage };

/** The words of screens that aren't part of the first load, and so aren't either. */
export const rolesWords = (): typeof rolesPage => catalogues[currentLocale()];
