const counted = (n: number) => n.toLocaleString("ja");

/** A sum as it is said: 64万円, 22,500円 */
export function yen(n: number): string {
  return n > 0 && n % 10_000 === 0 ? `${counted(n / 10_000)}万円` : `${counted(n)}円`;
}
