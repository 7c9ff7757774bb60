import { desktop } from "./kit/browser.mjs";
import { everyLook, lookAtEveryScreen } from "./kit/every_screen.mjs";

lookAtEveryScreen(desktop, everyLook);
