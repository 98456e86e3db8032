import { type Claim, Claims, type FoundDigest } from './claims';
import type { S3Object } from './digest';
import { reasons } from './reasons';
import { type SignatureFound, type Signing, signatureOf } from './signatureChecks';

/** What can be said of a digest. */
export interface DigestVerdict {
  readonly file: string;
  readonly status: 'chained' | 'changed' | 'missing' | 'cannot-tell';
  readonly signature: 'valid' | 'invalid' | 'not-checked';
  /** Sentences; empty where there is nothing to say. */
  readonly reason: string;
  /** Something is not in order. That a signature could not be checked is no fault. */
  readonly isFaulty: boolean;
  /** Somebody should be told of it. */
  readonly isNoted: boolean;
}

/**
 * Judges digests by those after them, and by their signatures.
 *
 * A valid signature proves a digest. Without one, what a later digest says of it counts as long as nothing speaks against that one: so the change of a
 * digest is not blamed on those before it.
 *
 * @param fileOf the file that lies where an object belongs
 */
export function judgeChain(
  digests: readonly FoundDigest[],
  fileOf: (object: S3Object) => string | undefined,
  signing: Signing,
): readonly DigestVerdict[] {
  const claims = new Claims(digests, fileOf);
  const said = new Map(digests.map((found) => [found, claims.on(found)]));
  const signed = new Map(digests.map((found) => [found, signatureOf(found, said.get(found) ?? [], signing)]));
  const liars = liarsAmong(said, signed);

  const verdicts = new Map<FoundDigest, DigestVerdict>();
  const proven = new Set<FoundDigest>();
  for (const start of digests) {
    // Those that speak of a digest are judged before it. Names may lead in circles: what is open is not waited for.
    const open = new Set<FoundDigest>();
    const waiting = [start];
    for (let found = waiting.at(-1); found !== undefined; found = waiting.at(-1)) {
      const about = said.get(found) ?? [];
      const isNew = !verdicts.has(found) && !open.has(found);
      if (isNew) {
        open.add(found);
        for (const { by } of about) if (!verdicts.has(by) && !open.has(by)) waiting.push(by);
      } else {
        waiting.pop();
        const signature = signed.get(found);
        if (verdicts.has(found) || signature === undefined) continue;
        // What a proven digest names is proven as well, and so on towards the first one.
        const isProven = about.some(({ by, of }) => proven.has(by) && of.sha256 === found.sha256);
        const around = {
          claims: about,
          denied: liars.get(found.file),
          isProven,
          isSigned: signing.check !== undefined,
        };
        const verdict = judge(found, around, signature, (by) => verdicts.get(by));
        verdicts.set(found, verdict);
        if (verdict.status === 'chained' && (signature.isValid || isProven)) proven.add(found);
      }
    }
  }
  return digests.flatMap((found) => verdicts.get(found) ?? []);
}

/**
 * Digests that were changed, by what they say of the one before: CloudTrail repeats its signature and names its hash, so that both fit or neither.
 *
 * @returns why, by their files
 */
function liarsAmong(
  said: ReadonlyMap<FoundDigest, readonly Claim[]>,
  signed: ReadonlyMap<FoundDigest, SignatureFound>,
): ReadonlyMap<string, string> {
  const liars = new Map<string, string>();
  for (const [found, { isValid, refutedBy }] of signed)
    for (const { by, of } of said.get(found) ?? []) {
      if (signed.get(by)?.isValid === true) continue;
      if (isValid && denies(of.sha256, found)) liars.set(by.file, reasons.deniesProven(found.file));
      else if (refutedBy.has(by.file) && of.sha256 === found.sha256) liars.set(by.file, reasons.halfRight(found.file));
    }
  return liars;
}

/** Whether a hash that is named is of another text. */
function denies(named: string | undefined, { sha256 }: FoundDigest): boolean {
  return named !== undefined && named !== sha256;
}

/** What is known of a digest beside its signatures. */
interface Said {
  readonly claims: readonly Claim[];
  /** Why what it says of the one before speaks against it. */
  readonly denied: string | undefined;
  /** One that is proven names its hash. */
  readonly isProven: boolean;
  /** Public keys were given. */
  readonly isSigned: boolean;
}

function judge(
  found: FoundDigest,
  { claims, denied, isProven, isSigned }: Said,
  signed: SignatureFound,
  verdictOf: (by: FoundDigest) => DigestVerdict | undefined,
): DigestVerdict {
  const { file, sha256, fault, digest } = found;
  const trusted = claims.filter(({ by }) => verdictOf(by)?.status === 'chained');
  const isForged =
    !signed.isValid &&
    (signed.isRefuted || signed.isOfAnother || trusted.some(({ by }) => signed.refutedBy.has(by.file)));
  // Whoever repeats another signature for this very text was changed itself; which of the two is not what it was, nobody can tell.
  const doubting = claims.find(({ by, of }) => signed.refutedBy.has(by.file) && of.sha256 === sha256);
  const isInvalid = isForged || (!signed.isValid && doubting !== undefined && denied !== undefined);
  const signature = signed.isValid ? 'valid' : isInvalid ? 'invalid' : 'not-checked';
  const unchecked = signature === 'not-checked' ? [signed.unchecked ?? reasons.signatureLost] : [];
  const odd = [
    ...(digest.oddLogs > 0 ? [reasons.oddLogs(digest.oddLogs)] : []),
    ...(found.behind > 0 ? [reasons.behind(found.behind)] : []),
    ...(found.isPacked ? [] : [reasons.unpackedSince]),
  ];
  const isOdd = digest.oddLogs > 0 || found.behind > 0;
  const verdict = (status: DigestVerdict['status'], ...because: readonly string[]): DigestVerdict => ({
    file,
    status,
    signature,
    reason: [...because, ...odd, ...unchecked].join(' '),
    isFaulty: status !== 'chained' || isOdd,
    isNoted: status !== 'chained' || isOdd || because.length > 0 || (isSigned && unchecked.length > 0),
  });
  if (fault !== undefined) return verdict('changed', fault);
  if (signed.isValid) return verdict('chained');
  if (isForged) return verdict('changed', reasons.forged);
  if (denied !== undefined) return verdict('changed', denied);
  const against = trusted.find(({ of }) => denies(of.sha256, found));
  const isNamed = trusted.some(({ of }) => of.sha256 === sha256);
  if (against !== undefined)
    return isNamed
      ? verdict('cannot-tell', reasons.contradicted)
      : verdict('changed', reasons.otherDigestText(against.by.file));
  if (doubting !== undefined) return verdict('cannot-tell', reasons.doubted(doubting.by.file));
  const unproven = claims.filter(({ by }) => verdictOf(by)?.status === 'cannot-tell');
  const denying = isProven ? undefined : unproven.find(({ of }) => denies(of.sha256, found));
  if (denying !== undefined) return verdict('cannot-tell', reasons.deniedByUnproven(denying.by.file));
  if (signed.isBeyondKeys && !isProven) return verdict('cannot-tell');
  if (isNamed) return verdict('chained');
  const [claim] = claims;
  if (claim === undefined) return verdict('chained', reasons.lastOfChain);
  const vouched = unproven.length > 0 ? reasons.vouchedByUnproven : reasons.vouchedByChanged;
  return verdict('chained', vouched((unproven[0] ?? claim).by.file));
}
