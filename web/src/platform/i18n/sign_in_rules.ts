import { currentLocale, type Locale } from "./index.ts";
import { signInRulesPage } from "./ja/sign_in_rules_page.ts";

const catalogues: Record<Locale, typeof signInRulesPage> = { ja: signInRulesPage };

/** What isn't part of the first load, and so its words aren't either. */
export const signInRulesWords = (): typeof signInRulesPage => catalogues[currentLocale()];
