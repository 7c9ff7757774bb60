import { currentLocale, type Locale } from "./index.ts";
import { contactsImportPage } from "./ja/contacts_import_page.ts";

const catalogues: Record<Locale, typeof contactsImportPage> = { ja: contactsImportPage };

/** The words of a page that isn't part of the first load, and so aren't either. */
export const contactsImportWords = (): typeof contactsImportPage => catalogues[currentLocale()];
