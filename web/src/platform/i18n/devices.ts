import { currentLocale, type Locale } from "./index.ts";
import { devicesPage } from "./ja/devices_page.ts";

const catalogues: Record<Locale, typeof devicesPage> = { ja: devicesPage };

/** The words of screens that aren't part of the first load, and so aren't either. */
export const devicesWords = (): typeof devicesPage => catalogues[currentLocale()];
