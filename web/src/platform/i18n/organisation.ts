import { currentLocale, type Locale } from "./index.ts";
import { organisationPage } from "./ja/organisation_page.ts";

const catalogues: Record<Locale, typeof organisationPage> = { ja: organisationPage };

/** The words of a page that isn't part of the first load, and so aren't either. */
export const organisationWords = (): typeof organisationPage => catalogues[currentLocale()];
