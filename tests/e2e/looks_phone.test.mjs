import { phone } from "./kit/browser.mjs";
import { everyLook, lookAtEveryScreen } from "./kit/every_screen.mjs";

lookAtEveryScreen(phone, everyLook, { pictures: true });
