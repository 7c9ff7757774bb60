import { currentLocale, type Locale } from "./index.ts";
import { holidays } from "./ja/holidays.ts";
import { hoursPage } from "./ja/hours_page.ts";
import { myDays } from "./ja/my_days.ts";

const ja = { holidays, hoursPage, myDays };
const catalogues: Record<Locale, typeof ja> = { ja };

/** The words of screens that aren't part of the first load, and so aren't either. */
export const hoursWords = (): typeof ja => catalogues[currentLocale()];
