import { phone } from "./kit/browser.mjs";
import { lookAtEveryScreen } from "./kit/every_screen.mjs";
import { dark, large, small } from "./kit/looks.mjs";

/** As narrow as it may get (WCAG 2.2, 1.4.10). */
const narrow = { width: 320, height: 640 };

lookAtEveryScreen([small(phone), dark(phone), large(phone), large(narrow)], {
  pictures: true,
});
