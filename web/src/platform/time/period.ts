/** Days as the wire says them, "2026-12-01", both included; without an end, for ever. */
export interface Period {
  from: string;
  until?: string;
}

export function covers(period: Period, day: string): boolean {
  return period.from <= day && !isOver(period, day);
}

export function isOver({ until }: Period, day: string): boolean {
  return until !== undefined && until < day;
}
