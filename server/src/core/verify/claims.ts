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

/** What digests say of those before them. */
export class Claims {
  readonly #byObject = new Map<string, Claim[]>();
  readonly #byFile = new Map<string, Claim[]>();

  /** @param fileOf the file that lies where an object belongs */
  constructor(digests: readonly FoundDigest[], fileOf: (object: S3Object) => string | undefined) {
    for (const by of digests) {
      const of = by.digest.previous;
      if (of === undefined) continue;
      const file = fileOf(of.object);
      add(this.#byObject, objectId(of.object), { by, of });
      if (file !== undefined) add(this.#byFile, file, { by, of });
    }
  }

  /** What others say of a digest: of what it says that it is, and of what belongs where it lies. */
  on({ digest, file }: FoundDigest): readonly Claim[] {
    const ofObject = this.#byObject.get(objectId(digest.object)) ?? [];
    const ofFile = this.#byFile.get(file) ?? [];
    return [...new Map([...ofObject, ...ofFile].map((claim) => [claim.by.file, claim])).values()].filter(
      ({ by }) => by.file !== file,
    );
  }
}

function add(lists: Map<string, Claim[]>, name: string, claim: Claim): void {
  const list = lists.get(name);
  if (list === undefined) lists.set(name, [claim]);
  else list.push(claim);
}

/** One text for an object. No name of a bucket has a slash. */
export function objectId({ bucket, key }: S3Object): string {
  return `${bucket}/${key}`;
}
