import { desktop } from "./kit/browser.mjs";
import { dark, large, lookAtEveryScreen, small } from "./kit/every_screen.mjs";

lookAtEveryScreen([small(desktop), large(desktop), dark(desktop)]);
