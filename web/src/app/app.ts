import { createAccessActions } from "../features/access/actions.ts";
import { defaultSettings, refused, signedOut, type AccessState } from "../features/access/state.ts";
import { emptyContacts, type ContactsState } from "../features/contacts/state.ts";
import {
  createRoleActions,
  emptyRoles,
  rolesServer,
  type RolesState,
} from "../features/directory/roles.ts";
import { emptyDirectory, type DirectoryState } from "../features/directory/state.ts";
import { createHoursActions } from "../features/hours/actions.ts";
import { createPlaceActions } from "../features/hours/place_actions.ts";
import { emptyHours, type HoursState } from "../features/hours/state.ts";
import { createChecks } from "../features/policy/check.ts";
import { createUnwanted, tellWanted } from "../features/policy/unwanted.ts";
import { createPolicyActions } from "../features/policy/actions.ts";
import { emptyPolicy, type PolicyState } from "../features/policy/state.ts";
import { createQuizActions, quizServer } from "../features/quiz/actions.ts";
import { createPutOff } from "../features/quiz/put_off.ts";
import { emptyQuiz, type QuizState } from "../features/quiz/state.ts";
import { createTalkActions, deliver } from "../features/talk/actions.ts";
import { createDrafts } from "../features/talk/drafts.ts";
import { createGroupActions, emptyGroups, type GroupsState } from "../features/talk/groups.ts";
import { emptyLater, type LaterState } from "../features/talk/later.ts";
import { createLaterActions, laterServer } from "../features/talk/later_actions.ts";
import { createReportActions, emptyReports, type ReportsState } from "../features/talk/reports.ts";
import {
  createReviewActions,
  emptyReviews,
  reviewServer,
  type ReviewsState,
} from "../features/talk/reviews.ts";
import { emptyTalk, type TalkState } from "../features/talk/state.ts";
import { api, ask } from "../platform/api.ts";
import {
  deviceIs,
  deviceKeep,
  forgetPerson,
  movePerson,
  personKeep,
  sessionKeep,
} from "../platform/keep.ts";
import { createLive } from "../platform/live.ts";
import { createOutbox } from "../platform/outbox.ts";
import type { Router } from "../platform/router.ts";
import { createStore } from "../platform/store.ts";
import { createSync } from "../platform/sync.ts";
import { realTimer } from "../platform/timer.ts";
import { shelvesOf, wipe, wipeLarge } from "../platform/wipe.ts";
import type { Device, Problem, Session } from "../platform/wire.ts";
import { rememberedAppearance, type Appearance } from "../ui/appearance.ts";
import { createNotices } from "./notices.ts";
import { createTargets, type Asking } from "./streams.ts";

const touch = () => window.matchMedia("(pointer: coarse)").matches;
const liveAddress = () => `${location.origin.replace(/^http/, "ws")}/api/v1/live`;

/** Builds everything once, and joins the features to the line. */
export function createApp(router: Router) {
  const access = createStore<AccessState>({ phase: "starting" });
  const directory = createStore<DirectoryState>(emptyDirectory);
  const contacts = createStore<ContactsState>(emptyContacts);
  const hours = createStore<HoursState>(emptyHours);
  const talk = createStore<TalkState>(emptyTalk(""));
  const later = createStore<LaterState>(emptyLater);
  const reports = createStore<ReportsState>(emptyReports);
  const roles = createStore<RolesState>(emptyRoles);
  const groups = createStore<GroupsState>(emptyGroups);
  const reviews = createStore<ReviewsState>(emptyReviews);
  const policy = createStore<PolicyState>(emptyPolicy);
  const quiz = createStore<QuizState>(emptyQuiz);
  const quizPutOff = createPutOff();
  const look = createStore<Appearance>(rememberedAppearance(deviceKeep, defaultSettings));
  const device = createStore<Device>(deviceIs(deviceKeep, touch()));
  /** How often something of mine has changed, devices among it: who shows them asks anew. */
  const devicesTold = createStore(0);
  /** Told of everything that comes by the line, as it comes. */
  let lineHeard = (_text: string): void => {};
  const notices = createNotices({ router, talk, directory, device });
  const drafts = createDrafts();
  const unwanted = createUnwanted(policy, tellWanted);
  const checks = createChecks({
    timer: realTimer,
    online: () => live.state.get().link === "open",
    unwanted,
  });
  const outbox = createOutbox({
    send: (parcel) => deliver(parcel).then(noticed),
    timer: realTimer,
    random: Math.random,
    now: Date.now,
    newKey: () => crypto.randomUUID(),
    reachable,
  });

  const sync = createSync({
    post: (body) => answered(ask(api.POST("/api/v1/sync", { body }))),
    targets: createTargets({
      access,
      directory,
      contacts,
      talk,
      devicesTold,
      actions: (): Asking => actions,
    }),
    timer: realTimer,
    random: Math.random,
    unreachable: () => live.drop(),
    reachable,
  });
  const live = createLive({
    open() {
      const socket = new WebSocket(liveAddress());
      socket.addEventListener("message", ({ data }) => lineHeard(String(data)));
      return socket;
    },
    timer: realTimer,
    random: Math.random,
    heard(event) {
      sync.hear(event);
      notices.hear(event);
    },
    catchUp: sync.request,
    signedOut() {
      access.set(signedOut);
      void actions.access.askWhy();
    },
  });
  const actions = {
    access: createAccessActions(access),
    groups: createGroupActions({ groups, catchUp: sync.request }),
    later: createLaterActions({ later, server: laterServer, now: Date.now }),
    hours: createHoursActions({ hours, timer: realTimer, now: Date.now }),
    notices: notices.actions,
    places: createPlaceActions({ hours, reload: (): Promise<void> => actions.hours.load() }),
    policy: createPolicyActions(policy),
    quiz: createQuizActions({ quiz, server: quizServer, keep: sessionKeep, now: Date.now }),
    reports: createReportActions(reports),
    roles: createRoleActions({ roles, server: rolesServer }),
    reviews: createReviewActions({ reviews, server: reviewServer }),
    talk: createTalkActions({ talk, outbox, catchUp: sync.request }),
  };

  const answered = <T extends object>(call: Promise<T>): Promise<T> => call.then(noticed);

  /** A session that ended, or a device that is barred, is noticed by whichever call comes first. */
  function noticed<T extends object>(answer: T & { problem?: Problem }): T {
    const { problem } = answer;
    if (problem) access.set((s) => refused(s, problem));
    return answer;
  }

  /** One of the three that wait for the server has found it: the other two need not wait on. */
  function reachable(): void {
    if (live.state.get().link === "waiting") live.nudge();
    resume();
  }

  /** What waited for the line goes on. */
  function resume(): void {
    outbox.resume();
    actions.talk.resume();
    actions.policy.resume();
    if (talk.get().me === "") return;
    actions.notices.resume();
    actions.later.resume();
    actions.reviews.resume();
    actions.quiz.resume();
  }

  /** What the server says holds, unless this browser was told what is stricter. */
  function meetDevice(person: string, said: Device): void {
    if (said !== "shared" && deviceKeep.get("device") === "shared") {
      void actions.access.setDevice("shared");
    } else if (said !== device.get()) {
      movePerson(person, said);
      setDevice(said);
    }
  }

  function enter(session: Session): void {
    const person = session.person.id;
    leave();
    meetDevice(person, session.device ?? "own");
    talk.set(() => emptyTalk(person));
    const keep = personKeep(device.get());
    drafts.open(keep, person);
    outbox.open(keep, person);
    quizPutOff.open(keep, person);
    actions.quiz.open(person);
    notices.open(keep, person);
    live.start();
    void actions.hours.load();
    void actions.notices.load();
    void actions.later.load();
    void actions.reviews.load();
    void actions.quiz.load();
  }

  function leave(): void {
    live.stop();
    sync.reset();
    outbox.close();
    drafts.close();
    unwanted.reset();
    checks.reset();
    actions.talk.reset();
    actions.later.reset();
    actions.reports.reset();
    actions.roles.reset();
    actions.groups.reset();
    actions.reviews.reset();
    actions.hours.reset();
    actions.policy.reset();
    actions.quiz.reset();
    quizPutOff.close();
    notices.close();
    talk.set(() => emptyTalk(""));
    directory.set(() => emptyDirectory);
    contacts.set(() => emptyContacts);
  }

  /** Whose this device is decides where unsent text lives; what there is moves along. */
  function setDevice(next: Device): void {
    if (next === device.get()) return;
    deviceKeep.set("device", next);
    device.set(() => next);
    const { me } = talk.get();
    if (me === "") return;
    movePerson(me, next);
    drafts.open(personKeep(next), me);
    outbox.open(personKeep(next), me);
    quizPutOff.open(personKeep(next), me);
    notices.open(personKeep(next), me);
  }

  /** Somebody else sits here from now on: nothing of `person` is left in this browser but what a new page forgets. */
  async function vacate(person: string): Promise<void> {
    live.stop();
    access.set(() => ({ phase: "starting" }));
    forgetPerson(person);
    await wipeLarge(shelvesOf(window));
    await router.forget({ name: "rooms" });
  }

  /** Nobody was seen for as long as a session lasts; without a line the server can't say that it is over. */
  function closeUnseen(): void {
    if (live.state.get().link !== "open") access.set(signedOut);
  }

  return {
    access,
    directory,
    contacts,
    hours,
    talk,
    later,
    reports,
    roles,
    groups,
    reviews,
    policy,
    quiz,
    quizPutOff,
    notices,
    look,
    device,
    devicesTold,
    drafts,
    checks,
    outbox,
    sync,
    live,
    actions,
    enter,
    leave,
    setDevice,
    closeUnseen,
    forget: forgetPerson,
    vacate,
    wipe: () => wipe(shelvesOf(window)),
    resume,
    listenToLine(heard: (text: string) => void) {
      lineHeard = heard;
    },
    /** The device woke up or found its network. */
    wake() {
      live.nudge();
      resume();
      if (talk.get().me === "") return;
      void actions.hours.load();
      void actions.notices.load();
      void actions.later.load();
      void actions.reviews.load();
    },
  };
}

export type App = ReturnType<typeof createApp>;
