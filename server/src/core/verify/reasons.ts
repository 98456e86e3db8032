import type { PackingDamage } from './seenFile';

/**
 * Why something is said of a file, as sentences. Names in them are an attacker's pen, and are escaped where they are shown.
 */
export const reasons = {
  // Of digests.
  unread: (failure: string) => `It could not be read: ${failure}`,
  notADigest: (why: string) => `It is not as CloudTrail writes digests: ${why}.`,
  digestDamaged: 'It is damaged: it can’t be unpacked as CloudTrail packed it.',
  elsewhere: (key: string) => `It says of itself that it is ${key}: it was renamed, or another was put in its place.`,
  renamedDigest: (key: string) => `It was renamed: it is ${key}.`,
  copiedDigest: (file: string) => `It is a copy of ${file}.`,
  otherDigestText: (claimer: string) => `${claimer}, the digest after it, names another hash of its text.`,
  forged: 'Its signature is not one that CloudTrail made for this text.',
  deniesProven: (file: string) => `It names another hash of ${file}, whose signature is valid.`,
  halfRight: (file: string) =>
    `It names the hash of ${file}, but a signature that does not fit: CloudTrail writes both, or neither would fit.`,
  doubted: (file: string) =>
    `The signature that ${file} repeats for it does not fit, and that digest was changed; whether this one was can’t be told.`,
  contradicted: 'Digests after it name different hashes of its text.',
  unknownKey: (fingerprint: string) =>
    `The public keys that were given have none with its fingerprint, ${fingerprint}; take the keys of its time and Region.`,
  otherAlgorithm: 'It is signed in a way that is not known here.',
  noKeys: 'No public keys were given to check its signature by.',
  signatureLost: 'Its signature is lost: it is metadata of the object in S3, which copies do not keep.',
  fetch: (command: string) => ` Fetch it with ${command}`,
  lastOfChain: 'No digest after it is here that would name its hash; only its signature can prove it.',
  vouchedByChanged: (file: string) => `${file}, the digest after it, was changed; only its signature can prove it.`,
  vouchedByUnproven: (file: string) =>
    `Of ${file}, the digest after it, can’t be told whether it was changed; only its signature can prove it.`,
  deniedByUnproven: (file: string) =>
    `${file}, the digest after it, names another hash of its text, and of that one can’t be told whether it was changed.`,
  missingDigest: (claimer: string) => `${claimer} names it as the digest before, and it is not here.`,
  beforeAll: ' All other digests here are later: perhaps the copy begins too late.',
  oddLogs: (count: number) =>
    `${count === 1 ? 'One entry of its logs names' : `${count} entries of its logs name`} no log with a SHA-256 hash.`,

  // Of logs.
  unpackedSince: 'It was unpacked; its text is unchanged.',
  packedAnew: 'It was packed anew, in several gzip members; its text is unchanged.',
  behind: (bytes: number) =>
    `${bytes === 1 ? 'One byte' : `${bytes} bytes`} behind the text that the digest names ${bytes === 1 ? 'is' : 'are'} covered by no hash: programs may read them as part of the log.`,
  trailerCut: 'Its text is unchanged, but the end of the file behind it is cut off.',
  otherDigestToo: (digest: string) => `${digest} names another hash for it.`,
  otherText: 'Its text is not the one that the digest names.',
  holdsTextOf: (key: string) => `Its text is not the one that the digest names, but that of ${key}.`,
  logDamaged: (damage: PackingDamage) => DAMAGE[damage],
  isAt: (file: string) => `It is not here under this name. The same text is in ${file}.`,
  isNotHere: 'It is not here.',
  outside: 'It is not here: what was named does not reach that far. Name a folder above.',
  onlyChanged: (digest: string) => `Only ${digest} names it, which was changed.`,
  onlyUnproven: (digest: string) => `Only ${digest} names it, of which can’t be told whether it was changed.`,
  unreadableDigest: (digest: string) => `It is of the time of ${digest}, which can’t be read.`,
  noDigests: 'There are no digests here.',
  notNamed: 'No digest here names it.',
  renamedLog: (key: string) =>
    `No digest here names it. Its text is that of ${key}, which is not here: it was renamed or moved.`,
  copiedLog: (key: string) => `No digest here names it. Its text is that of ${key}: it is a copy.`,
  afterLast: 'No digest here names it: it is later than the last one, and the next may.',
  beforeFirst: 'No digest here names it: it is earlier than the first one.',
  inGap: 'No digest here names it, and there is none of its time.',
} as const;

const DAMAGE: Readonly<Record<PackingDamage, string>> = {
  broken: 'It is damaged: it can’t be unpacked to its end.',
  cut: 'It is cut off before the end of its text.',
  'trailer-cut': 'Its text is not the one that the digest names, and the end of the file is cut off.',
  checksum: 'It is damaged: its own checksum is of another text.',
};
