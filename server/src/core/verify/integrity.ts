/** The facade of this room: everything outside imports it through here. A bundle of its own, which nobody loads who verifies nothing. */
export type { DigestVerdict } from './chain';
export { digestName } from './digestName';
export type { Gap } from './gaps';
export type { LogVerdict } from './logVerdicts';
export {
  type KnownFile,
  type Manifest,
  type ManifestFile,
  manifestChanges,
  manifestText,
  type ReadOfInput,
  readManifest,
} from './manifest';
export { type ListedKey, readPublicKeyList } from './publicKeyList';
export type { PackingDamage, SeenContent, SeenFile } from './seenFile';
export type { SignatureCheck, Signing } from './signatureChecks';
export { readSignatures, type Signatures } from './signatures';
export { hasFaults, verificationData, verificationText } from './verdictText';
export { type VerifiedPlace, verdictInShort, verdictOn, verificationPage } from './verificationPage';
export { ofChosen, type Verification, verifyFiles } from './verifyFiles';
