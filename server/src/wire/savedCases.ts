/** What the client needs to save a case and to open it again. */

export { LONGEST_CASE, readSavedCase } from '../core/investigate/case/readSavedCase';
export {
  type SavedCase,
  type SavedFile,
  type SavedNote,
  type SavedPlace,
  savedCaseText,
} from '../core/investigate/case/savedCase';
export { type ManifestChange, manifestChanges } from '../core/verify/manifest';
export { hrefTo, uriBehind } from './relativeHref';
