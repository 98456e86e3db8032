import type { Digest, PreviousDigest, S3Object } from './digest';

/** A digest that could be read, and the file it stands in. */
export interface FoundDigest {
  readonly file: string;
  /** SHA-256 of its text. */
  readonly sha256: string;
  readonly digest: Digest;
  /** What is odd about how it lies there, which speaks against it. */
  readonly fault: string | undefined;
  readonly isPacked: boolean;
  /** Bytes behind its text. */
  readonly behind: number;
}

/** What a digest says of the one before it. */
export interface Claim {
  readonly by: FoundDigest;
  readonly of: PreviousDigest;
}

/** What digests say of those before them, by what these are called in S3. */
export class Claims {
  readonly #byObject = new Map<string, Claim[]>();

  constructor(digests: readonly FoundDigest[]) {
    for (const by of digests) {
      const of = by.digest.previous;
      if (of === undefined) continue;
      const id = objectId(of.object);
      const others = this.#byObject.get(id);
      if (others === undefined) this.#byObject.set(id, [{ by, of }]);
      else others.push({ by, of });
    }
  }

  /** What is said of a digest by others. */
  on({ digest, file }: FoundDigest): readonly Claim[] {
    return (this.#byObject.get(objectId(digest.object)) ?? []).filter(({ by }) => by.file !== file);
  }

  /** Everything that is said of each. */
  all(): Iterable<readonly Claim[]> {
    return this.#byObject.values();
  }
}

/** One text for an object. No name of a bucket has a slash. */
export function objectId({ bucket, key }: S3Object): string {
  return `${bucket}/${key}`;
}
