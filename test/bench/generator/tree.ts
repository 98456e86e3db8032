import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { Chance } from './chance';
import { ORGANIZATION_ID } from './log';
import { records } from './records';

export interface TreeOptions {
  readonly files: number;
  /** How many of the records are WorkMail's, 0 to 1. */
  readonly share: number;
  readonly seed: number;
  /** Whether the files of an account have their callers in common, whose sessions change from day to day; else each file has its own. */
  readonly isHouse?: boolean;
}

export interface TreeSize {
  readonly files: number;
  readonly records: number;
  readonly workMailRecords: number;
  readonly compressedBytes: number;
  readonly bytes: number;
}

const ACCOUNTS = ['111111111111', '222222222222', '333333333333'] as const;
const REGIONS = ['us-east-1', 'us-west-2', 'eu-west-1'] as const;
const EVERY_MINUTES = 5;
const DAY_MS = 86_400_000;
const FROM = Date.UTC(2026, 0, 1);

/**
 * Writes an `AWSLogs` folder as S3 has it: a file of each account and region every five minutes, each with 4 to 120 records on
 * one line, 50 on average.
 */
export async function writeTree(
  folder: string,
  { files, share, seed, isHouse = false }: TreeOptions,
): Promise<TreeSize> {
  const total = { files, records: 0, workMailRecords: 0, compressedBytes: 0, bytes: 0 };
  for (let index = 0; index < files; index++) {
    const chance = new Chance(seed + Math.imul(index, 0x9e3779b1));
    const account = ACCOUNTS[index % 3] ?? ACCOUNTS[0];
    const region = REGIONS[Math.floor(index / 3) % 3] ?? REGIONS[0];
    const from = FROM + Math.floor(index / 9) * EVERY_MINUTES * 60_000;
    const setting = { account, region, organizationId: ORGANIZATION_ID };
    const events = take(
      records({ ...setting, seed: chance.bits(), share, from, ...(isHouse && { cast: castNumber(account, from) }) }),
      recordCount(chance),
    );
    const bytes = Buffer.from(JSON.stringify({ Records: events }));
    const compressed = gzipSync(bytes);
    const file = path.join(folder, ...placeOf(account, region, from, chance));
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, compressed);
    total.records += events.length;
    total.workMailRecords += events.filter(({ eventSource }) => `${eventSource}`.startsWith('workmail')).length;
    total.compressedBytes += compressed.length;
    total.bytes += bytes.length;
  }
  return total;
}

/** The same for all files of one account on one day. */
function castNumber(account: string, from: number): number {
  return Number(account) + Math.floor(from / DAY_MS);
}

/** Few records mostly, many now and then. */
function recordCount(chance: Chance): number {
  return chance.fraction() < 0.75 ? chance.between(4, 60) : chance.between(60, 120);
}

function take<T>(source: Generator<T, never>, count: number): readonly T[] {
  return Array.from({ length: count }, () => source.next().value);
}

/** AWSLogs/ACCOUNT/CloudTrail/REGION/2026/01/01/ACCOUNT_CloudTrail_REGION_20260101T0005Z_….json.gz */
function placeOf(account: string, region: string, from: number, chance: Chance): readonly string[] {
  const stamp = new Date(from).toISOString();
  const [year = '', month = '', day = ''] = stamp.slice(0, 10).split('-');
  const minute = `${year}${month}${day}T${stamp.slice(11, 13)}${stamp.slice(14, 16)}Z`;
  const name = `${account}_CloudTrail_${region}_${minute}_${chance.hex(16)}.json.gz`;
  return ['AWSLogs', account, 'CloudTrail', region, year, month, day, name];
}
