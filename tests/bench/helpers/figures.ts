/** The value below which this share of all lies; of few, the nearest one. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = Math.ceil(share * sorted.length) - 1;
  return sorted[Math.max(0, Math.min(at, sorted.length - 1))] ?? NaN;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  if (sorted.length % 2 === 1) return sorted[half];
  return (sorted[half - 1] + sorted[half]) / 2;
}

export interface Comparison {
  what: string;
  unit: string;
  /** By whom it is measured; the second is the measure. */
  names: readonly [string, string];
  values: readonly [number, number];
}

/** Both figures and their ratio on one line. */
export function printBeside({ what, unit, names, values }: Comparison): void {
  const [ours, bare] = values;
  console.log(
    `${what}: ${names[0]} ${shown(ours)} ${unit}, ` +
      `${names[1]} ${shown(bare)} ${unit}, ratio ${(ours / bare).toFixed(2)}`,
  );
}

export function shown(value: number): string {
  const digits = Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0;
  return value.toFixed(digits);
}

export async function gzipped(bytes: Uint8Array<ArrayBuffer>): Promise<number> {
  const packed = new Blob([bytes]).stream()
    .pipeThrough(new CompressionStream("gzip"));
  return (await new Response(packed).arrayBuffer()).byteLength;
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
