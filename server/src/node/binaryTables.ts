import { LONGEST_CELL, parquetBytes, xlsxBytes } from '../export/binaryFormats';
import type { BinaryTables } from '../host/binaryTables';

/** Tables as the bundle beside this one writes them. */
export const binaryTables: BinaryTables = () => ({ xlsxBytes, parquetBytes, longestCell: LONGEST_CELL });
