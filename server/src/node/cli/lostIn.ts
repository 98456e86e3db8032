import type { ScannedFile } from '../../host/logFiles';

/** What of a file was not read, in sentences: bytes that could not be, and text that is cut off. Empty for nearly all. */
export function lostIn({
  isFailure,
  reasons,
  lost = [],
}: Pick<ScannedFile, 'isFailure' | 'reasons' | 'lost'>): readonly string[] {
  return [...(isFailure ? reasons : []), ...lost];
}
