import { phone } from "./kit/browser.mjs";
import { byAxeAndRuler, everyLook, lookAtEveryScreen } from "./kit/every_screen.mjs";

lookAtEveryScreen(phone, everyLook, byAxeAndRuler, { pictures: true });
