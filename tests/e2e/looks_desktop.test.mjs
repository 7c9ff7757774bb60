import { desktop } from "./kit/browser.mjs";
import { lookAtEveryScreen } from "./kit/every_screen.mjs";
import { dark, large, small } from "./kit/looks.mjs";

lookAtEveryScreen([small(desktop), dark(desktop), large(desktop)], { addresses: true });
