import { access } from "./access.ts";
import { app } from "./app.ts";
import { common, problem } from "./common.ts";
import { danger } from "./danger.ts";
import { date } from "./date.ts";
import { hours } from "./hours.ts";
import { notify } from "./notify.ts";
import { policy } from "./policy.ts";
import { talk } from "./talk.ts";

export const ja = { access, app, common, danger, date, hours, notify, policy, problem, talk };

export type Catalogue = typeof ja;
