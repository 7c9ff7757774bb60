import { api, ask, type Answer } from "../../platform/api.ts";
import { createStore, type Store } from "../../platform/store.ts";
import type {
  Id,
  KnownDevice,
  Loss,
  LossReported,
  NewDevice,
  Problem,
} from "../../platform/wire.ts";

export interface ListState<One> {
  /** Nothing before the server has answered. */
  devices: readonly One[] | undefined;
  losses: readonly Loss[];
  /** Why there is nothing to see. */
  problem: Problem | undefined;
}

/** What came of a report. */
export interface Reported extends LossReported {
  /** What could be seen there, as far as it is the asker's to know. */
  losses: readonly Loss[];
}

/** Devices and losses as the server has them: of oneself, of a colleague, or the new ones of all. */
export interface Listing<One> {
  state: Store<ListState<One>>;
  load(): Promise<void>;
  /** Waits for a change, and asks how it is now, whatever came of it. */
  act(change: Promise<Answer<unknown>>): Promise<Problem | undefined>;
  /** Reports a device lost; without one, all private ones of the person. */
  report(person: Id, device?: Id): Promise<Answer<Reported>>;
}

export interface ListServer<One> {
  devices(): Promise<Answer<{ devices: One[] }>>;
  losses(): Promise<Answer<{ losses: Loss[] }>>;
  report(person: Id, device?: Id): Promise<Answer<LossReported>>;
}

const losses = () => ask(api.GET("/api/v1/access/losses"));

export const reportLoss = (person: Id, device?: Id) =>
  ask(
    api.POST("/api/v1/access/losses", {
      body: device === undefined ? { person } : { person, device },
    }),
  );

export const myDevices: ListServer<KnownDevice> = {
  devices: () => ask(api.GET("/api/v1/me/devices")),
  losses,
  report: reportLoss,
};

export const newDevices: ListServer<NewDevice> = {
  devices: () => ask(api.GET("/api/v1/access/devices")),
  losses,
  report: reportLoss,
};

export const devicesOf = (person: Id): ListServer<KnownDevice> => ({
  devices: () =>
    ask(api.GET("/api/v1/directory/people/{person}/devices", { params: { path: { person } } })),
  losses,
  report: reportLoss,
});

/** What can be done about one of them. */
export const deviceServer = {
  rename: (device: Id, name: string) =>
    ask(api.PUT("/api/v1/me/devices/{device}", { params: { path: { device } }, body: { name } })),
  end: (device: Id) =>
    ask(api.DELETE("/api/v1/me/devices/{device}", { params: { path: { device } } })),
  endOthers: () => ask(api.POST("/api/v1/me/devices/end")),
  approve: (device: Id) =>
    ask(api.POST("/api/v1/access/devices/{device}/approval", { params: { path: { device } } })),
  remove: (device: Id) =>
    ask(api.DELETE("/api/v1/access/devices/{device}", { params: { path: { device } } })),
  found: (loss: Id) =>
    ask(api.POST("/api/v1/access/losses/{loss}/found", { params: { path: { loss } } })),
  makeWalletCard: () => ask(api.POST("/api/v1/me/wallet-card")),
  reportByCard: (number: string) => ask(api.POST("/api/v1/lost", { body: { number } })),
};

export function createListing<One>(server: ListServer<One>): Listing<One> {
  const state = createStore<ListState<One>>({ devices: undefined, losses: [], problem: undefined });
  let asked = 0;

  async function load(): Promise<void> {
    const mine = (asked += 1);
    const [devices, losses] = await Promise.all([server.devices(), server.losses()]);
    if (mine !== asked) return;
    if (devices.ok && losses.ok) {
      const known = { devices: devices.data.devices, losses: losses.data.losses };
      state.set(() => ({ ...known, problem: undefined }));
      return;
    }
    const problem = devices.ok ? (losses.ok ? undefined : losses.problem) : devices.problem;
    // What was known stays.
    state.set((s) => (s.devices ? s : { ...s, problem }));
  }

  return {
    state,
    load,
    async act(change) {
      const answer = await change;
      await load();
      return answer.ok ? undefined : answer.problem;
    },
    async report(person, device) {
      const before = new Set(state.get().losses.map(({ id }) => id));
      const answer = await server.report(person, device);
      // Asked for itself: the list is told of it too, and may be asked anew at the same time.
      const known = await server.losses();
      await load();
      if (!answer.ok) return answer;
      const news = known.ok ? known.data.losses.filter(({ id }) => !before.has(id)) : [];
      return { ok: true, data: { ...answer.data, losses: news } };
    },
  };
}
