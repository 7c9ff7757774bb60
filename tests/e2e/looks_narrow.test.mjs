import { everyWidth, lookAtEveryScreen } from "./kit/every_screen.mjs";

lookAtEveryScreen({ width: 320, height: 640 }, everyWidth);
