import { byRuler, lookAtEveryScreen } from "./kit/every_screen.mjs";

const narrow = { width: 320, height: 640 };
const looks = [
  ["medium", "light"],
  ["extra_large", "light"],
];
lookAtEveryScreen(narrow, looks, byRuler);
