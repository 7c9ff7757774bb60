import type { Department } from "../../platform/wire.ts";

export const department = (name: string, parent?: string, people = 0): Department => ({
  name,
  people,
  ...(parent !== undefined && { parent }),
});

export const office: readonly Department[] = [
  department("総務課", undefined, 9),
  department("地域福祉課", undefined, 12),
  department("相談係", "地域福祉課", 3),
  department("貸付係", "地域福祉課"),
  department("生活支援課", undefined, 16),
];
