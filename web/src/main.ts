import { mount } from "svelte";
import "./ui/css/base.css";
import "./ui/css/tokens.css";
import "./ui/css/ui.css";
import "./features/access/access.css";
import "./features/talk/talk.css";
import "./app/app.css";
import { createApp } from "./app/app.ts";
import AppView from "./app/App.svelte";
import { follow } from "./app/follow.ts";
import { catchLinks } from "./app/links.ts";
import { currentLocale } from "./platform/i18n/index.ts";
import { createRouter, takeCode } from "./platform/router.ts";
import { watchLayout } from "./ui/layout.ts";
import { cycleRegions } from "./ui/regions.ts";

document.documentElement.lang = currentLocale();
const code = takeCode(window);
const router = createRouter(window);
const app = createApp();
const { layout, measure } = watchLayout(window, () => app.look.get().text_size);
follow(app, router, measure);
catchLinks(document, router);
cycleRegions(document);

const target = document.querySelector("#app");
if (!target) throw new Error("index.html has no #app");
mount(AppView, { target, props: { app, router, layout, code } });
