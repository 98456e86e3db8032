import type { Weight } from '../../check/schemaTypes';

/** A file of schemas/sequences, with the id that its name is. `schemas/meta/sequence.json` describes every member. */
export interface SequenceFile {
  readonly id: string;
  readonly title: string;
  readonly sentence: string;
  readonly why: string;
  readonly benign: string;
  readonly weight: Weight;
  /** MITRE ATT&CK Enterprise techniques. */
  readonly attack: readonly string[];
  readonly matches: 'in-order' | 'together' | 'to-and-fro';
  /** `30m`, `7d` */
  readonly within: string;
  readonly shares: readonly Share[];
  readonly steps: readonly StepFile[];
  readonly endedBy?: readonly ActFile[];
  readonly unless?: ActFile & { readonly within?: string };
}

/** What acts have in common. */
export type Share = 'actor' | 'key' | 'credential' | 'organization' | 'account' | 'name';

/** What acts of a step are told apart by. */
export type DistinctBy = 'action' | 'region' | 'action in region' | 'target';

/** Which acts are meant. */
export interface ActFile {
  /** By service, the actions; `*` is all of them. */
  readonly on: Readonly<Record<string, readonly string[]>>;
  readonly where?: string;
  readonly outcome?: 'succeeded' | 'failed' | 'any';
  readonly weighty?: readonly string[];
  readonly parameters?: readonly ParameterFile[];
  readonly same?: readonly string[];
}

export interface ParameterFile {
  readonly parameter: string;
  readonly is?: string | number | boolean;
  readonly holds?: string;
}

export interface StepFile extends ActFile {
  readonly name: string;
  readonly atLeast?: number;
  readonly distinct?: DistinctBy;
  readonly within?: string;
  readonly optional?: true;
}

const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** A time as the files write it, in milliseconds. */
export function timeWritten(text: string): number {
  return Number(text.slice(0, -1)) * (UNITS[text.slice(-1)] ?? Number.NaN);
}
