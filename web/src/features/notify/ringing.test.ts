import { beforeEach, describe, expect, test } from "vitest";
import { createFakeTimer, settle } from "../../platform/fake_timer.ts";
import { createShelf } from "../../platform/fake_shelf.ts";
import { createKeep } from "../../platform/keep.ts";
import { createStore } from "../../platform/store.ts";
import type { Notices } from "../../platform/wire.ts";
import type { BrowserNotice, BrowserNotices, Permission } from "./browser.ts";
import { createNotifyDevice } from "./device.ts";
import { noticeOf, noticesOf, posted } from "./fixtures.ts";
import { createLine } from "./line.ts";
import { createRinging } from "./ringing.ts";
import { emptyNotify, type NotifyState } from "./state.ts";

function keepOnce() {
  const shelf = createShelf();
  return createKeep(() => shelf);
}

/** Somebody (1) at a window; "9" is the room that isn't known at first. */
function window(keep = keepOnce()) {
  const at = { shown: undefined as string | undefined, focused: true, elsewhere: false };
  const went: string[] = [];
  const shown: { notice: BrowserNotice; click: () => void }[] = [];
  const known = new Set(["12", "13"]);
  const notify = createStore<NotifyState>(emptyNotify);
  const browser: BrowserNotices = {
    permission: createStore<Permission>("granted"),
    look: () => undefined,
    request: () => Promise.resolve(),
    show: (notice, click) => shown.push({ notice, click }) > 0,
  };
  const line = createLine(createFakeTimer().timer);
  const device = createNotifyDevice();
  device.open(keep, "1");
  const ringing = createRinging({
    ...{ notify, line, device, browser },
    me: () => "1",
    windows: { attended: () => Promise.resolve(at.elsewhere) },
    now: () => 0,
    shown: () => at.shown,
    focused: () => at.focused,
    names: ({ room }) => (known.has(room) ? { who: "佐藤 花子", group: "打合せG" } : undefined),
    wording: {
      message: ({ who, group }, text, urgent) => ({
        title: `${who}（${group}）`,
        body: urgent === undefined ? text : `${urgent}: ${text}`,
      }),
      digest: ({ id }) => ({ title: `digest ${id}`, body: "" }),
    },
    go: (place) => went.push(place),
  });
  notify.watch(ringing.settle);
  const have = (notices: Notices) => notify.set(() => ({ notices }));
  return { at, went, shown, known, line, device, ringing, have };
}
type Window = ReturnType<typeof window>;

describe("A message", () => {
  let here: Window;
  beforeEach(() => {
    here = window();
    here.have(noticesOf());
    here.device.want(true);
  });
  const text = () => {
    const call = here.line.shown.get()?.call;
    return call?.kind === "message" ? call.text : undefined;
  };

  test("GivenAWindowInFront_WhenItComes_ThenALineShowsItsBeginning", () => {
    here.ringing.hear(posted("12", "2", 1, `\n${"あ".repeat(50)}`));
    expect(text()).toBe(`${"あ".repeat(40)}…`);
    expect(here.shown).toEqual([]);
  });

  test("GivenAMessageThatRang_WhenItsEventComesAgain_ThenItRingsNoMore", () => {
    here.ringing.hear(posted("12", "2", 5));
    here.ringing.hear(posted("12", "2", 5));
    here.ringing.hear(posted("12", "2", 4));
    expect(here.line.shown.get()?.others).toBe(0);
  });

  test("GivenALine_WhenItsRoomIsOpened_ThenItGoes", () => {
    here.ringing.hear(posted("12", "2"));
    here.at.shown = "room:13";
    here.ringing.settle();
    expect(text()).toBe("m1");
    here.at.shown = "room:12";
    here.ringing.settle();
    expect(text()).toBeUndefined();
  });

  test("GivenAWindowBehindOthers_WhenItComes_ThenTheBrowserShowsItAndAClickOpensTheRoom", async () => {
    here.at.focused = false;
    here.ringing.hear(posted("12", "2", 1, "🏳️‍🌈".repeat(70)));
    await settle();
    const [{ notice, click }] = here.shown as [(typeof here.shown)[0]];
    expect(notice).toEqual({
      title: "佐藤 花子（打合せG）",
      body: `${"🏳️‍🌈".repeat(60)}…`,
      tag: "room:12",
    });
    click();
    expect(here.went).toEqual(["room:12"]);
  });

  test("GivenNotificationsNotWantedOnThisDevice_WhenItComes_ThenTheBrowserShowsNothing", async () => {
    here.device.want(false);
    here.at.focused = false;
    here.ringing.hear(posted("12", "2"));
    await settle();
    expect(here.shown).toEqual([]);
  });

  test("GivenAnotherWindowSomebodyLooksAt_WhenItComes_ThenThatOneCalls", async () => {
    here.at.focused = false;
    here.at.elsewhere = true;
    here.ringing.hear(posted("12", "2"));
    await settle();
    expect(here.shown).toEqual([]);
  });

  test("GivenARoomThatIsNotKnownYet_WhenItComesToBeKnown_ThenItsMessageRings", () => {
    here.ringing.hear(posted("9", "2"));
    here.ringing.meet();
    expect(text()).toBeUndefined();
    here.known.add("9");
    here.ringing.meet();
    here.ringing.meet();
    expect(here.line.shown.get()?.others).toBe(0);
  });

  test("GivenAnUrgentMessage_WhenNothingMayRing_ThenTheLineAndTheBrowserSayWhy", async () => {
    here.have(noticesOf({ rings: false, quiet: ["talk"] }));
    here.ringing.hear(posted("12", "2", 1, "避難します", "災害"));
    expect(here.line.shown.get()?.call).toMatchObject({ text: "避難します", urgent: "災害" });
    here.at.focused = false;
    here.ringing.hear(posted("12", "2", 2, "避難します", "災害"));
    await settle();
    expect(here.shown.map(({ notice }) => notice.body)).toEqual(["災害: 避難します"]);
  });

  test("GivenSomebodyWhoLeaves_WhenTheNextSignsIn_ThenNothingIsLeftOnScreen", () => {
    here.ringing.hear(posted("12", "2"));
    here.ringing.reset();
    expect(text()).toBeUndefined();
  });
});

describe("What waited", () => {
  const waited = noticesOf({ notices: [noticeOf(4)] });
  const digestOf = ({ line }: Window) => {
    const call = line.shown.get()?.call;
    return call?.kind === "digest" ? call.notice.id : undefined;
  };

  test("GivenAWindowInFront_WhenANoticeComes_ThenItIsToldOnceOnThisDevice", async () => {
    const keep = createKeep(
      (
        (shelf) => () =>
          shelf
      )(createShelf()),
    );
    const here = window(keep);
    here.have(waited);
    await settle();
    expect(digestOf(here)).toBe(4);
    here.line.close();
    here.have({ ...waited });
    await settle();
    expect(digestOf(here)).toBeUndefined();
    const later = window(keep);
    later.have(waited);
    await settle();
    expect(digestOf(later)).toBeUndefined();
  });

  test("GivenABrowserThatKeepsNothing_WhenANoticeWasTold_ThenThisWindowTellsItNoMore", async () => {
    const here = window(createKeep(createShelf));
    here.have(waited);
    await settle();
    here.line.close();
    here.ringing.settle();
    await settle();
    expect(digestOf(here)).toBeUndefined();
  });

  test("GivenAWindowBehindOthers_WhenTheBrowserMayNotSayIt_ThenItIsToldWhenSomebodyLooks", async () => {
    const here = window();
    here.at.focused = false;
    here.have(waited);
    await settle();
    expect(digestOf(here)).toBeUndefined();
    here.at.focused = true;
    here.ringing.settle();
    await settle();
    expect(digestOf(here)).toBe(4);
  });

  test("GivenAWindowBehindOthers_WhenTheBrowserMaySayIt_ThenItSaysItOnce", async () => {
    const here = window();
    here.device.want(true);
    here.at.focused = false;
    here.have(waited);
    await settle();
    here.ringing.settle();
    await settle();
    expect(here.shown.map(({ notice }) => notice)).toEqual([
      { title: "digest 4", body: "", tag: "notices" },
    ]);
  });

  test("GivenQuietDigests_WhenTheyAreWantedAgain_ThenTheOldOneStaysUntold", async () => {
    const here = window();
    here.have({ ...waited, quiet: ["digest"] });
    await settle();
    here.have(waited);
    await settle();
    expect(digestOf(here)).toBeUndefined();
  });

  test("GivenTheNoticesOnScreen_WhenOneComes_ThenNoLineSaysSo", async () => {
    const here = window();
    here.at.shown = "notices";
    here.have(waited);
    await settle();
    here.at.shown = undefined;
    here.ringing.settle();
    await settle();
    expect(digestOf(here)).toBeUndefined();
  });

  test("GivenHoursThatClosedAgain_WhenTheyOpen_ThenItIsTold", async () => {
    const here = window();
    here.have({ ...waited, rings: false });
    await settle();
    expect(digestOf(here)).toBeUndefined();
    here.have(waited);
    await settle();
    expect(digestOf(here)).toBe(4);
  });
});
