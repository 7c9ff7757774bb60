import { currentLocale, type Locale } from "./index.ts";
import { subject } from "./ja/subject.ts";

const catalogues: Record<Locale, typeof subject> = { ja: subject };

/** The words of a field that isn't part of the first load, and so aren't either. */
export const subjectWords = (): typeof subject => catalogues[currentLocale()];
