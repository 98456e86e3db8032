import assert from 'node:assert/strict';
import { createPublicKey, sign } from 'node:crypto';
import { suite, test } from 'node:test';
import { readDigest } from '../../../server/src/core/verify/digest';
import {
  readPublicKeyList,
  readSignatures,
  type SignatureCheck,
  verifyFiles,
} from '../../../server/src/core/verify/integrity';
import { signedText } from '../../../server/src/core/verify/signedText';
import { publicKeysOf } from '../../../server/src/node/verify/publicKeys';
import { digestChain, type SigningKey, signingKey } from '../../support/digestTree';
import { SeededNumbers } from '../../support/seededNumbers';
import { digest, digestText, log, seen, sha256, textOf, verified } from './given';

const ONE = log('08:05');

/** A chain of two digests that are really signed. */
function signedChain(key: SigningKey): { files: Record<string, string>; signatures: Map<string, string> } {
  const fingerprint = { digestPublicKeyFingerprint: key.fingerprint };
  const first = digestText('09', [ONE], undefined, fingerprint);
  const ofFirst = signatureOf(first, '09', 'null', key);
  const before = { hour: '09', text: first };
  const second = digestText('10', [], before, { ...fingerprint, previousDigestSignature: ofFirst });
  const files = { [ONE]: textOf(ONE), [digest('09')]: first, [digest('10')]: second };
  return { files, signatures: new Map([[digest('10'), signatureOf(second, '10', ofFirst, key)]]) };
}

function signatureOf(text: string, hour: string, before: string, { privateKey }: SigningKey): string {
  const signed = `2026-03-01T${hour}:00:00Z\ntrail-example/${digest(hour)}\n${sha256(text)}\n${before}`;
  return sign('sha256', Buffer.from(signed), privateKey).toString('hex');
}

function checkBy(listed: string): SignatureCheck {
  const keys = readPublicKeyList(listed);
  if (typeof keys === 'string') throw new Error(keys);
  return publicKeysOf(keys).check;
}

suite('signatures of digests', () => {
  test('the signed text has the hash of the inflated digest, and the word null before the first', () => {
    const [first, second] = [digestText('09', []), digestText('10', [], { hour: '09', text: 'x' })].map(readDigest);
    assert.ok(typeof first === 'object' && typeof second === 'object');
    assert.deepEqual(
      [signedText(first, 'ab'), signedText(second, 'cd')],
      [
        `2026-03-01T09:00:00Z\ntrail-example/${digest('09')}\nab\nnull`,
        `2026-03-01T10:00:00Z\ntrail-example/${digest('10')}\ncd\n0a0b`,
      ],
    );
  });

  for (const form of ['pkcs1', 'spki'] as const) {
    test(`hold with the key that made them, in ${form}`, () => {
      const key = signingKey(form, 2048);
      const { files, signatures } = signedChain(key);
      const { digests } = verifyFiles(seen(files), { check: checkBy(key.listed), signatures });
      assert.deepEqual(
        digests.map(({ status, signature, reason }) => [status, signature, reason]),
        [
          ['chained', 'valid', ''],
          ['chained', 'valid', ''],
        ],
      );
    });
  }

  test('a digest that was changed fails by its own key, though that of the digest after it is missing', () => {
    const [key, later] = [signingKey(), signingKey()];
    const first = digestText('09', [ONE], undefined, { digestPublicKeyFingerprint: key.fingerprint });
    const second = digestText(
      '10',
      [],
      { hour: '09', text: first },
      {
        digestPublicKeyFingerprint: later.fingerprint,
        previousDigestSignature: signatureOf(first, '09', 'null', key),
      },
    );
    const changed = first.replace(/"logFiles":\[.*\]/, '"logFiles":[]');
    const files = { [ONE]: textOf(ONE), [digest('09')]: changed, [digest('10')]: second };
    const { digests } = verifyFiles(seen(files), { check: checkBy(key.listed), signatures: new Map() });
    assert.deepEqual(
      digests.map(({ status, signature, reason }) => [status, signature, reason.split('.')[0]]),
      [
        ['changed', 'invalid', 'Its signature is not one that CloudTrail made for this text'],
        [
          'cannot-tell',
          'not-checked',
          `The public keys that were given have none with its fingerprint, ${later.fingerprint}; take the keys of its time and Region`,
        ],
      ],
    );
  });

  test('a forged digest fails, and what only it names can’t be told', () => {
    const key = signingKey();
    const { files, signatures } = signedChain(key);
    const forged = {
      ...files,
      [digest('10')]: (files[digest('10')] ?? '').replace('"logFiles":[]', `"logFiles":${LOGS}`),
    };
    const { digests, logs } = verifyFiles(seen({ ...forged, [log('09:05')]: textOf('invented') }), {
      check: checkBy(key.listed),
      signatures,
    });
    assert.deepEqual(
      [digests.map(({ status, signature }) => [status, signature]), logs.map(({ status }) => status)],
      [
        [
          ['chained', 'valid'],
          ['changed', 'invalid'],
        ],
        ['unchanged', 'cannot-tell'],
      ],
    );
  });

  test('a digest that names another hash of one whose signature holds is the one that was changed', () => {
    const key = signingKey();
    const { files } = signedChain(key);
    const denying = (files[digest('10')] ?? '').replace(
      /"previousDigestHashValue":"[^"]*"/,
      `"previousDigestHashValue":"${sha256('x')}"`,
    );
    const { digests } = verifyFiles(seen({ ...files, [digest('10')]: denying }), {
      check: checkBy(key.listed),
      signatures: new Map(),
    });
    assert.deepEqual(
      digests.map(({ status, signature }) => [status, signature]),
      [
        ['chained', 'valid'],
        ['changed', 'not-checked'],
      ],
    );
  });

  test('a whole chain that somebody else signed fails, whatever it says of its key', () => {
    const [own, other] = [signingKey(), signingKey()];
    const said = [own.fingerprint, other.fingerprint].flatMap((fingerprint) =>
      [true, false].map((keepsSignatures) => {
        const { digests, texts } = digestChain(new SeededNumbers(8), {
          account: '111111111111',
          region: 'us-east-1',
          prefix: '',
          organization: '',
          hours: 5,
          key: { ...other, fingerprint },
        });
        const files = [...texts, ...digests.map(({ key, text }): [string, string] => [key, text])];
        const kept = digests.map(({ key, signature }): [string, string] => [key, signature]);
        const verified = verifyFiles(seen(Object.fromEntries(files)), {
          check: checkBy(own.listed),
          signatures: new Map(keepsSignatures ? kept : []),
        });
        const statuses = [verified.digests.map(({ status }) => status), verified.logs.map(({ status }) => status)];
        return statuses.map((each) => [...new Set(each)].sort().join());
      }),
    );
    assert.deepEqual(said, [
      ['changed', 'cannot-tell'],
      ['cannot-tell,changed', 'cannot-tell'],
      ['cannot-tell', 'cannot-tell'],
      ['cannot-tell', 'cannot-tell'],
    ]);
  });

  test('a signature that is lost is told, with the command that fetches it', () => {
    const key = signingKey();
    const { digests } = verifyFiles(seen(signedChain(key).files), {
      check: checkBy(key.listed),
      signatures: new Map(),
    });
    assert.equal(
      digests[1]?.reason,
      `No digest after it is here that would name its hash; only its signature can prove it. Its signature is lost: it is metadata of the object in S3, which copies do not keep. Fetch it with aws s3api head-object --bucket trail-example --key ${digest('10')} --query Metadata.signature`,
    );
  });

  test('in that command a key with blanks is one word, and one that is none stands in none', () => {
    const fetched = ['my mail/a.json.gz', "a'; rm -rf ~ #.json.gz", '$(id).json.gz'].map((digestS3Object) => {
      const { digests } = verified({ [digest('09')]: digestText('09', [], undefined, { digestS3Object }) });
      return /--key (.*) --query/.exec(digests[0]?.reason ?? '')?.[1];
    });
    assert.deepEqual(fetched, ["'my mail/a.json.gz'", undefined, undefined]);
  });

  test('keys of another time prove nothing, and accuse nobody', () => {
    const { files, signatures } = signedChain(signingKey());
    const { digests } = verifyFiles(seen(files), { check: checkBy(signingKey().listed), signatures });
    assert.deepEqual(
      digests.map(({ status, signature }) => [status, signature]),
      [
        ['cannot-tell', 'not-checked'],
        ['cannot-tell', 'not-checked'],
      ],
    );
  });

  test('a key is the same in both forms, and digests name it by the one in which it was served', () => {
    const key = signingKey();
    const { files, signatures } = signedChain(key);
    const der = createPublicKey(key.privateKey).export({ type: 'spki', format: 'der' });
    const entry = { Value: der.toString('base64'), Fingerprint: key.fingerprint };
    const { problems, check } = publicKeysOf([{ value: entry.Value, fingerprint: entry.Fingerprint }]);
    const { digests } = verifyFiles(seen(files), { check, signatures });
    assert.deepEqual([problems, digests.map(({ signature }) => signature)], [[], ['valid', 'valid']]);
  });

  test('what a proven digest names is proven, and what that one names, whatever keys they were signed by', () => {
    const key = signingKey();
    const first = digestText('09', []);
    const second = digestText('10', [], { hour: '09', text: first });
    const third = digestText('11', [], { hour: '10', text: second }, { digestPublicKeyFingerprint: key.fingerprint });
    const files = { [digest('09')]: first, [digest('10')]: second, [digest('11')]: third };
    const { digests } = verifyFiles(seen(files), {
      check: checkBy(key.listed),
      signatures: new Map([[digest('11'), signatureOf(third, '11', '0a0b', key)]]),
    });
    assert.deepEqual(
      digests.map(({ status, signature }) => [status, signature]),
      [
        ['chained', 'not-checked'],
        ['chained', 'not-checked'],
        ['chained', 'valid'],
      ],
    );
  });

  test('of a digest whose hash is named otherwise by one that can’t be told, that is said', () => {
    const key = signingKey();
    const first = digestText('09', [], undefined, { digestPublicKeyFingerprint: key.fingerprint });
    const second = digestText('10', [], { hour: '09', text: 'another' });
    const { digests } = verifyFiles(seen({ [digest('09')]: first, [digest('10')]: second }), {
      check: checkBy(key.listed),
      signatures: new Map(),
    });
    assert.deepEqual(
      digests.map(({ status, reason }) => [status, reason.split('. ')[0]]),
      [
        [
          'cannot-tell',
          `${digest('10')}, the digest after it, names another hash of its text, and of that one can’t be told whether it was changed`,
        ],
        [
          'cannot-tell',
          'The public keys that were given have none with its fingerprint, 00ff; take the keys of its time and Region.',
        ],
      ],
    );
  });

  test('what holds no keys or signatures is refused in words', () => {
    const refused = ['', '[]', '{"PublicKeyList":[{"Value":1}]}'].map((text) => readPublicKeyList(text));
    assert.deepEqual(
      [new Set(refused).size, typeof refused[0], readSignatures('{"a":"xy"}'), readSignatures('[]')],
      [
        1,
        'string',
        'its entry 1 is no signature, which is a text of hexadecimal digits.',
        'it holds no signatures: expected is JSON of the form {"key of the digest": "its signature in hexadecimal digits"}.',
      ],
    );
  });
});

const LOGS = JSON.stringify([
  {
    s3Bucket: 'trail-example',
    s3Object: log('09:05'),
    hashValue: sha256(textOf('invented')),
    hashAlgorithm: 'SHA-256',
  },
]);
