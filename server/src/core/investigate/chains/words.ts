import { parseArn } from '../../explain/values/arn';
import type { Act } from '../act';
import { secondText } from '../utcText';

/** An event in a few words: `CreateUser of workmail by jane from 203.0.113.12, 2026-03-01 08:00:00 UTC`. */
export function told({ row }: Act): string {
  const by = row.actor === '' ? '' : ` by ${row.actor}`;
  const from = row.address === '' || row.address === row.actor ? '' : ` from ${row.address}`;
  const failed = row.outcome === 'failed' ? `, which failed${row.errorCode === '' ? '' : ` (${row.errorCode})`}` : '';
  return `${row.action} of ${row.service}${by}${from}${failed}, ${timeText(row.time)}`;
}

/** @param time milliseconds since 1970 */
export function timeText(time: number): string {
  return Number.isNaN(time) ? 'at a time that cannot be read' : `${secondText(time)} UTC`;
}

/** `the trail of account 111111111111`; without the number where nobody knows it. */
export function trailOf(account: string): string {
  return account === '' ? 'the trail of the account' : `the trail of account ${account}`;
}

/** The account that an ARN is of; empty for what is no ARN, and for one without an account. */
export function accountIn(arn: string): string {
  return parseArn(arn)?.account ?? '';
}

/** The last part of an ARN, which is what people call it; a text that is none as it is. */
export function nameIn(text: string): string {
  const resource = parseArn(text)?.resource ?? text;
  return resource.slice(resource.lastIndexOf('/') + 1);
}
