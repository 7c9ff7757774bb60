import { desktop } from "./kit/browser.mjs";
import { byAxeAndRuler, everyLook, lookAtEveryScreen } from "./kit/every_screen.mjs";

lookAtEveryScreen(desktop, everyLook, byAxeAndRuler);
