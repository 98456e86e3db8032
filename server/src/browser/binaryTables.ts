import type * as Formats from '../export/binaryFormats';
import type { BinaryTables } from '../host/binaryTables';

/** What the script exports has this name: the build gives it. */
declare const self: DedicatedWorkerGlobalScope & { workmailTrailBinaryFormats?: typeof Formats };

/**
 * Tables as the script beside the server's writes them. It is loaded as that one was, by its address: of all that a worker may be refused,
 * this is what it surely may.
 *
 * @param scripts the address of the folder in which both lie, with a slash at its end
 */
export function binaryTables(scripts: string): BinaryTables {
  return () => {
    try {
      if (self.workmailTrailBinaryFormats === undefined) importScripts(`${scripts}binaryFormats.js`);
    } catch {
      // Nobody is there any more who has it: the window was opened long ago, or is offline.
      return undefined;
    }
    const formats = self.workmailTrailBinaryFormats;
    return (
      formats && {
        xlsxBytes: formats.xlsxBytes,
        parquetBytes: formats.parquetBytes,
        longestCell: formats.LONGEST_CELL,
      }
    );
  };
}
