import { createAccessActions } from "../features/access/actions.ts";
import {
  applyStream as applyAccess,
  defaultSettings,
  personStream,
  signedOut,
  type AccessState,
} from "../features/access/state.ts";
import {
  applyStream as applyDirectory,
  directory_stream,
  emptyDirectory,
  type DirectoryState,
} from "../features/directory/state.ts";
import { createTalkActions, deliver } from "../features/talk/actions.ts";
import { createDrafts } from "../features/talk/drafts.ts";
import {
  apply,
  applyStream as applyTalk,
  emptyTalk,
  isRoomStream,
  keepOnly,
  type TalkState,
} from "../features/talk/state.ts";
import { api, ask } from "../platform/api.ts";
import { deviceIs, deviceKeep, forgetPerson, personKeep, type Device } from "../platform/keep.ts";
import { createLive } from "../platform/live.ts";
import { createOutbox } from "../platform/outbox.ts";
import { createStore } from "../platform/store.ts";
import { createSync, type Targets } from "../platform/sync.ts";
import { realTimer } from "../platform/timer.ts";
import type { StreamState } from "../platform/wire.ts";
import { rememberedAppearance, type Appearance } from "../ui/appearance.ts";

const touch = () => window.matchMedia("(pointer: coarse)").matches;
const liveAddress = () => `${location.origin.replace(/^http/, "ws")}/api/v1/live`;

/** Builds everything once, and joins the features to the line. */
export function createApp() {
  const access = createStore<AccessState>({ phase: "starting" });
  const directory = createStore<DirectoryState>(emptyDirectory);
  const talk = createStore<TalkState>(emptyTalk(""));
  const look = createStore<Appearance>(rememberedAppearance(deviceKeep, defaultSettings));
  const device = createStore<Device>(deviceIs(deviceKeep, touch()));
  const drafts = createDrafts();
  const random = Math.random;
  const outbox = createOutbox({
    send: deliver,
    timer: realTimer,
    random,
    now: Date.now,
    newKey: () => crypto.randomUUID(),
    reachable,
  });

  function take(state: StreamState): void {
    if (isRoomStream(state.stream)) talk.set((s) => applyTalk(s, state));
    else if (state.stream === directory_stream) directory.set((s) => applyDirectory(s, state));
    else if (state.stream === personStream(talk.get().me)) access.set((s) => applyAccess(s, state));
    actions.talk.tidy();
  }
  const targets: Targets = {
    take,
    keepOnly: (visible) => talk.set((s) => keepOnly(s, visible)),
    hear(event) {
      talk.set((s) => apply(s, event));
      if (event.type === "talk.message_posted") actions.talk.tidy();
    },
  };
  const sync = createSync({
    post: (body) => answered(ask(api.POST("/api/v1/sync", { body }))),
    targets,
    timer: realTimer,
    random,
    unreachable: () => live.drop(),
    reachable,
  });
  const live = createLive({
    open: () => new WebSocket(liveAddress()),
    timer: realTimer,
    random,
    heard: sync.hear,
    catchUp: sync.request,
    signedOut: () => access.set(signedOut),
  });
  const actions = {
    access: createAccessActions(access),
    talk: createTalkActions({ talk, outbox, catchUp: sync.request }),
  };

  /** A session that ended is noticed by whichever call comes first. */
  async function answered<T extends { ok: boolean; problem?: { status: number } }>(
    call: Promise<T>,
  ): Promise<T> {
    const answer = await call;
    if (!answer.ok && answer.problem?.status === 401) access.set(signedOut);
    return answer;
  }

  /** One of the three that wait for the server has found it: the other two need not wait on. */
  function reachable(): void {
    if (live.state.get().link === "waiting") live.nudge();
    outbox.resume();
    actions.talk.resume();
  }

  function enter(person: string): void {
    leave();
    talk.set(() => emptyTalk(person));
    const keep = personKeep(device.get());
    drafts.open(keep, person);
    outbox.open(keep, person);
    live.start();
  }

  function leave(): void {
    live.stop();
    sync.reset();
    outbox.close();
    drafts.close();
    actions.talk.reset();
    talk.set(() => emptyTalk(""));
    directory.set(() => emptyDirectory);
  }

  /** Whose this device is decides where unsent text lives; what there is moves along. */
  function setDevice(next: Device): void {
    if (next === device.get()) return;
    deviceKeep.set("device", next);
    device.set(() => next);
    const { me } = talk.get();
    if (me === "") return;
    const [from, to] = [personKeep(next === "own" ? "shared" : "own"), personKeep(next)];
    for (const key of [...from.keys(`outbox.${me}.`), ...from.keys(`draft.${me}.`)]) {
      to.set(key, from.get(key) ?? "");
      from.remove(key);
    }
    drafts.open(to, me);
    outbox.open(to, me);
  }

  return {
    access,
    directory,
    talk,
    look,
    device,
    drafts,
    outbox,
    sync,
    live,
    actions,
    enter,
    leave,
    setDevice,
    forget: forgetPerson,
    /** The device woke up or found its network. */
    wake() {
      live.nudge();
      outbox.resume();
      actions.talk.resume();
    },
  };
}

export type App = ReturnType<typeof createApp>;
