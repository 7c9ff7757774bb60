import type { MailWay } from "../../platform/wire.ts";

/** What opens a new mail to somebody: the organisation's webmail, or the device's mail program. */
export function mailLink(to: string, way: MailWay | undefined): string {
  const page = way?.webmail ?? "";
  if (!page.startsWith("https://")) return `mailto:${encodeURIComponent(to).replace("%40", "@")}`;
  return page.replaceAll("{to}", encodeURIComponent(to));
}

/** Is it another page, which opens beside this one? */
export const opensPage = (link: string): boolean => link.startsWith("https://");
