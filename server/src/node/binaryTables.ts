import { LONGEST_CELL, parquetBytes, xlsxBytes } from '../export/binaryFormats';
import type { BinaryTables } from '../host/binaryTables';

/** Tables as the bundle beside this one writes them. */
export const binaryTables: BinaryTables = {
  async write(format, events, cut, mended) {
    const pieces: Uint8Array[] = [];
    for await (const piece of format === 'xlsx' ? xlsxBytes(events, cut, false) : parquetBytes(events, mended))
      pieces.push(piece);
    return Buffer.concat(pieces).toString('base64');
  },
  get longestCell() {
    return LONGEST_CELL;
  },
};
