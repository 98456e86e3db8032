/** A part of the report: a table with what was measured, and what is to be said about it. */
export interface Section {
  readonly title: string;
  /** How it was measured; Markdown. */
  readonly method: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A figure that something is held to: `met` or by how much it is not. */
export function atMost(value: number, limit: number, unit = ''): string {
  return value <= limit ? `≤ ${limit}${unit}: met` : `≤ ${limit}${unit}: **missed**`;
}

export function atLeast(value: number, limit: number, unit = ''): string {
  return value >= limit ? `≥ ${limit}${unit}: met` : `≥ ${limit}${unit}: **missed**`;
}

/** `1.62×`, `31×` */
export function ratio(value: number): string {
  if (!Number.isFinite(value)) return '–';
  return `${value < 10 ? value.toFixed(2) : Math.round(value)}×`;
}

/** `12 ms`, `3.4 s` */
export function duration(ms: number): string {
  if (ms < 10) return `${ms.toFixed(2)} ms`;
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

export function megabytesOf(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}

/** The table as Markdown. */
export function tableOf({ columns, rows }: Section): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n');
}
