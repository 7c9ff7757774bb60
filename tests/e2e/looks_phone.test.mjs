import { phone } from "./kit/browser.mjs";
import { dark, large, lookAtEveryScreen, small } from "./kit/every_screen.mjs";

/** As narrow as it may get (WCAG 2.2, 1.4.10). */
const narrow = { width: 320, height: 640 };

lookAtEveryScreen([small(phone), large(phone), large(narrow), dark(phone)], {
  pictures: true,
});
