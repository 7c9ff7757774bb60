import type { Allowance, Device, Network, NetworkClass, Places } from "../../platform/wire.ts";

export const devices = ["own", "office", "shared"] as const satisfies readonly Device[];
export const networkClasses = ["office", "elsewhere"] as const satisfies readonly NetworkClass[];
export const acts = ["sign_in", "download", "administration"] as const;
export type Act = (typeof acts)[number];

/** The address as IPv4, also where IPv6 only wraps one (RFC 4291 §2.5.5.2). */
const ipv4Of = (address: string) => /^(?:::ffff:)?(\d+\.\d+\.\d+)\.\d+$/i.exec(address)?.[1];

/** The first four of the eight groups of an IPv6 address. */
function prefixOf(address: string): string {
  const [head = "", tail] = address.split("::");
  const groups = (part: string) => (part === "" ? [] : part.split(":"));
  const [first, last] = [groups(head), groups(tail ?? "")];
  const zeros = Array.from({ length: tail === undefined ? 0 : 8 - first.length - last.length });
  return [...first, ...zeros.map(() => "0"), ...last].slice(0, 4).join(":");
}

/** The network that an address is likely to be in: /24, and for IPv6 /64. */
export function networkAround(address: string): string {
  const ipv4 = ipv4Of(address);
  if (ipv4 !== undefined) return `${ipv4}.0/24`;
  return `${prefixOf(address.replace(/%.*$/, ""))}::/64`;
}

export const isSame = (one: Places, other: Places): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** The table in one order and whole, whatever the server leaves out: without a word nothing may be done. */
export function placesOf({ networks, allowances }: Places): Places {
  const known = (device: Device, network: NetworkClass) =>
    allowances.find((one) => one.device === device && one.network === network);
  const nothing = { sign_in: false, download: false, administration: false };
  return {
    networks: networks.map(({ name, addresses, kind, site }) => ({
      name,
      addresses,
      kind,
      site: site ?? "",
    })),
    allowances: devices.flatMap((device) =>
      networkClasses.map((network): Allowance => {
        const { sign_in, download, administration } = known(device, network) ?? nothing;
        return { device, network, sign_in, download, administration };
      }),
    ),
  };
}

/** Where nobody can sign in, nothing else can be done. */
export function allowed(places: Places, which: Allowance, act: Act, yes: boolean): Places {
  const change = (one: Allowance): Allowance => {
    if (one.device !== which.device || one.network !== which.network) return one;
    if (act !== "sign_in" || yes) return { ...one, [act]: yes };
    return { ...one, sign_in: false, download: false, administration: false };
  };
  return { ...places, allowances: places.allowances.map(change) };
}

export const withNetwork = (places: Places, network: Network): Places => ({
  ...places,
  networks: [...places.networks, network],
});

export const changedNetwork = (places: Places, at: number, part: Partial<Network>): Places => ({
  ...places,
  networks: places.networks.map((one, i) => (i === at ? { ...one, ...part } : one)),
});

export const withoutNetwork = (places: Places, at: number): Places => ({
  ...places,
  networks: places.networks.filter((_, i) => i !== at),
});
