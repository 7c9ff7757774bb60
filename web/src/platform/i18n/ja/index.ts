import { access } from "./access.ts";
import { app } from "./app.ts";
import { common, problem } from "./common.ts";
import { date } from "./date.ts";
import { talk } from "./talk.ts";

export const ja = { access, app, common, date, problem, talk };

export type Catalogue = typeof ja;
