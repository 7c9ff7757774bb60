const format = new Intl.NumberFormat("ja-JP");

/** A number as it is said in a list that follows every key; `toLocaleString` takes many times as long. */
export const counted = (n: number): string => format.format(n);
