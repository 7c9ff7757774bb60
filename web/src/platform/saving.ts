import type { Keep } from "./keep.ts";

/** 省データ (clause 3.6): a choice of the device, since its owner pays for what it receives. */
export const savesData = (keep: Keep): boolean => keep.get("saves_data") === "yes";

export function setSavesData(keep: Keep, saves: boolean): void {
  keep.set("saves_data", saves ? "yes" : "no");
}
