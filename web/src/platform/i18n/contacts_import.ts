import { currentLocale, type Locale } from "./index.ts";
import { contactsImportPage, ownContactsImportPage } from "./ja/contacts_import_page.ts";

const pages = { shared: contactsImportPage, own: ownContactsImportPage };
const catalogues: Record<Locale, typeof pages> = { ja: pages };

/** The words of a page that isn't part of the first load, and so aren't either. */
export const contactsImportWords = (): typeof pages => catalogues[currentLocale()];
