import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { ListedKey, SignatureCheck } from '../../core/verify/integrity';

/** Public keys that can check signatures, and what is wrong with others, as sentences. */
export interface PublicKeys {
  readonly check: SignatureCheck;
  readonly problems: readonly string[];
}

/**
 * Makes keys of what the AWS CLI prints. A key's fingerprint is the MD5 of its DER as it was served; whoever wrote it anew in the other form has the
 * same key, and digests name it by the first. What is printed beside it is only compared.
 */
export function publicKeysOf(listed: readonly ListedKey[]): PublicKeys {
  const keys = new Map<string, KeyObject>();
  const problems: string[] = [];
  for (const [index, { value, fingerprint }] of listed.entries()) {
    const der = Buffer.from(value, 'base64');
    const key = keyOf(der);
    if (key === undefined) {
      problems.push(`its key ${index + 1} is no RSA key in PKCS #1 or SubjectPublicKeyInfo.`);
      continue;
    }
    const own = md5(der);
    const all = [own, ...FORMS.map((type) => md5(key.export({ format: 'der', type })))];
    for (const each of all) keys.set(each, key);
    if (fingerprint !== undefined && !all.includes(fingerprint))
      problems.push(`its key ${index + 1} has the fingerprint ${own}, and another one is written beside it.`);
  }
  return {
    problems,
    check: (text, signature, fingerprint) => {
      const key = keys.get(fingerprint);
      return key === undefined ? undefined : isSigned(text, signature, key);
    },
  };
}

const FORMS = ['pkcs1', 'spki'] as const;

function md5(der: Uint8Array): string {
  return createHash('md5').update(der).digest('hex');
}

function isSigned(text: string, signature: string, key: KeyObject): boolean {
  try {
    return verify('sha256', Buffer.from(text, 'utf8'), key, Buffer.from(signature, 'hex'));
  } catch {
    return false;
  }
}

function keyOf(der: Buffer): KeyObject | undefined {
  for (const type of FORMS) {
    try {
      const key = createPublicKey({ key: der, format: 'der', type });
      if (key.asymmetricKeyType === 'rsa') return key;
    } catch {
      // It is of the other kind, or no key.
    }
  }
  return undefined;
}
