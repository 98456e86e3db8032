import {
  type DeliveredDigest,
  type DigestChain,
  digestChain,
  logKey,
  logText,
  packed,
  type SigningKey,
} from './digestTree';
import type { SeededNumbers } from './seededNumbers';

/** A copy of a bucket with some faults in it, and what has to be said of it. */
export interface FaultyTree {
  /** Bytes by the path below the place. */
  readonly files: Map<string, Uint8Array>;
  /** Signatures by keys; empty where the copy has lost them. */
  readonly signatures: ReadonlyMap<string, string>;
  readonly isKeyKnown: boolean;
  readonly logs: Map<string, string>;
  readonly digests: Map<string, readonly [status: string, signature: string]>;
  readonly gaps: readonly {
    readonly account: string;
    readonly region: string;
    readonly from: string;
    readonly to: string;
  }[];
  /** Logs with bytes that no hash covers. */
  readonly appended: Set<string>;
  /** What was done, for people. */
  readonly story: string[];
}

/** A tree of some chains, each with faults in some of its hours; one fault an hour, so that each has the same outcome alone. */
export function faultyTree(numbers: SeededNumbers, key: SigningKey): FaultyTree {
  const prefix = numbers.one(['', '', 'mail/audit/']);
  const organization = numbers.one(['', '', 'o-exampleorg/']);
  const regions = numbers.one([['us-east-1'], ['us-east-1', 'eu-west-1']]);
  const chains = regions.map((region) => {
    const hours = numbers.between(2, 6);
    return digestChain(numbers, { account: '111111111111', region, prefix, organization, hours, key });
  });
  const isKeyKnown = numbers.between(1, 3) > 1;
  const keepsSignatures = numbers.between(1, 2) === 1;
  const all = chains.flatMap(({ digests }) => digests);
  const tree: FaultyTree = {
    files: new Map(),
    signatures: new Map(keepsSignatures ? all.map((digest) => [digest.key, digest.signature]) : []),
    isKeyKnown,
    logs: new Map(),
    digests: new Map(),
    gaps: chains.flatMap(({ account, region, gaps }) => gaps.map((gap) => ({ account, region, ...gap }))),
    appended: new Set(),
    story: [],
  };
  for (const chain of chains) {
    for (const [log, text] of chain.texts) {
      tree.files.set(log, packed(text));
      tree.logs.set(log, 'unchanged');
    }
    for (const { key: digest, text } of chain.digests) {
      tree.files.set(digest, packed(text));
      const isSigned = isKeyKnown && (keepsSignatures || successorOf(chain, digest) !== undefined);
      tree.digests.set(digest, ['chained', isSigned ? 'valid' : 'not-checked']);
    }
    for (const digest of chain.digests) if (numbers.between(1, 3) === 1) addFault(tree, chain, digest, numbers);
  }
  return copied(tree, prefix, numbers);
}

function successorOf({ digests }: DigestChain, key: string): DeliveredDigest | undefined {
  return digests.find(({ fields }) => fields.previousDigestS3Object === key);
}

function addFault(tree: FaultyTree, chain: DigestChain, digest: DeliveredDigest, numbers: SeededNumbers): void {
  const before = chain.digests.find(({ key }) => key === digest.fields.previousDigestS3Object);
  const isNamed = successorOf(chain, digest.key) !== undefined;
  // Nobody knows of the last digest but its signature. Two that are gone one behind the other are more than this tree tells.
  const isWhole = (key: string | undefined): boolean => key === undefined || tree.digests.get(key)?.[0] === 'chained';
  const kinds =
    isNamed && isWhole(before?.key) && before !== undefined ? [...LOG_FAULTS, ...DIGEST_FAULTS] : LOG_FAULTS;
  const kind = numbers.one(kinds);
  const done = kind(tree, chain, digest, numbers);
  if (done !== undefined) tree.story.push(`${done}: ${digest.key}`);
  if (tree.digests.get(digest.key)?.[0] === 'missing' || done === 'cut digest') {
    const lost = before !== undefined && tree.isKeyKnown && tree.signatures.size === 0;
    if (lost) tree.digests.set(before.key, ['chained', 'not-checked']);
  }
}

/** Does something to an hour. Undefined where there was nothing to do it to. */
type Fault = (
  tree: FaultyTree,
  chain: DigestChain,
  digest: DeliveredDigest,
  numbers: SeededNumbers,
) => string | undefined;

/** A fault of a log that no other log has the text of. */
function ofLog(name: string, harm: (tree: FaultyTree, log: string, text: string) => void): Fault {
  return (tree, { texts }, { logs }, numbers) => {
    const alone = logs.filter((log) => isAlone(texts, log));
    if (alone.length === 0) return undefined;
    const log = numbers.one(alone);
    harm(tree, log, texts.get(log) ?? '');
    return name;
  };
}

function isAlone(texts: ReadonlyMap<string, string>, log: string): boolean {
  return [...texts.values()].filter((text) => text === texts.get(log)).length === 1;
}

const LOG_FAULTS: readonly Fault[] = [
  ofLog('changed', (tree, log, text) => {
    tree.files.set(log, packed(text.replace('ListUsers', 'GetUser')));
    tree.logs.set(log, 'changed');
  }),
  ofLog('cut', (tree, log, text) => {
    tree.files.set(log, packed(text).subarray(0, 40));
    tree.logs.set(log, 'changed');
  }),
  ofLog('missing', (tree, log) => {
    tree.files.delete(log);
    tree.logs.set(log, 'missing');
  }),
  ofLog('renamed', (tree, log, text) => {
    const other = log.replace(/_[^_]*$/, '_RenamedRenamedRe.json.gz');
    tree.files.delete(log);
    tree.files.set(other, packed(text));
    tree.logs.set(log, 'missing').set(other, 'not-covered');
  }),
  ofLog('copied', (tree, log, text) => {
    const other = log.replace(/_[^_]*$/, '_CopiedCopiedCopi.json.gz');
    tree.files.set(other, packed(text));
    tree.logs.set(other, 'not-covered');
  }),
  ofLog('appended', (tree, log, text) => {
    tree.files.set(log, Buffer.concat([packed(text), packed('{"Records":[]}')]));
    tree.appended.add(log);
  }),
  ofLog('packed anew', (tree, log, text) => {
    tree.files.set(log, Buffer.concat([packed(text.slice(0, 9)), packed(text.slice(9))]));
  }),
  (tree, { texts }, { logs }) => {
    const [one = '', other = ''] = logs.filter((log) => isAlone(texts, log));
    if (other === '') return undefined;
    tree.files.set(one, packed(texts.get(other) ?? '')).set(other, packed(texts.get(one) ?? ''));
    tree.logs.set(one, 'changed').set(other, 'changed');
    return 'swapped';
  },
  (tree, { account, region }, { key, fields }, numbers) => {
    const folder = key.slice(0, key.indexOf('/CloudTrail-Digest/'));
    const time = Date.parse(String(fields.digestStartTime)) + 30 * 60_000;
    const log = logKey(folder, account, region, time, numbers);
    tree.files.set(log, packed(logText(numbers, time)));
    tree.logs.set(log, 'not-covered');
    return 'added';
  },
];

function setLogs(tree: FaultyTree, { logs }: DeliveredDigest, status: string): void {
  for (const log of logs) tree.logs.set(log, status);
}

const DIGEST_FAULTS: readonly Fault[] = [
  (tree, _chain, digest) => {
    const { fields, key } = digest;
    const text = JSON.stringify({ ...fields, newestEventTime: '2026-03-01T00:00:00Z' });
    tree.files.set(key, packed(text));
    tree.digests.set(key, ['changed', tree.isKeyKnown ? 'invalid' : 'not-checked']);
    setLogs(tree, digest, 'cannot-tell');
    return 'changed digest';
  },
  (tree, _chain, digest) => {
    tree.files.set(digest.key, packed(digest.text).subarray(0, 60));
    tree.digests.set(digest.key, ['changed', 'not-checked']);
    setLogs(tree, digest, 'cannot-tell');
    return 'cut digest';
  },
  (tree, _chain, digest) => {
    tree.files.delete(digest.key);
    tree.digests.set(digest.key, ['missing', 'not-checked']);
    setLogs(tree, digest, 'not-covered');
    return 'missing digest';
  },
];

/** The tree as it lies in a place: the bucket, a folder in it, a folder around it, or all files side by side. */
function copied(tree: FaultyTree, prefix: string, numbers: SeededNumbers): FaultyTree {
  const pathOf = numbers.one<(key: string) => string>([
    (key) => key,
    (key) => key,
    (key) => key.slice(prefix.length + 'AWSLogs/'.length),
    (key) => `evidence/trail-example/${key}`,
    (key) => key.slice(key.lastIndexOf('/') + 1),
  ]);
  const moved = <T>(of: ReadonlyMap<string, T>): Map<string, T> =>
    new Map(Array.from(of, ([key, value]) => [pathOf(key), value]));
  return {
    ...tree,
    files: moved(tree.files),
    logs: moved(tree.logs),
    digests: moved(tree.digests),
    appended: new Set(Array.from(tree.appended, pathOf)),
  };
}
