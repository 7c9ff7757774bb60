import { currentLocale, type Locale } from "./index.ts";
import { contactsPage } from "./ja/contacts_page.ts";

const catalogues: Record<Locale, typeof contactsPage> = { ja: contactsPage };

/** The words of pages that aren't part of the first load, and so aren't either. */
export const contactsWords = (): typeof contactsPage => catalogues[currentLocale()];
