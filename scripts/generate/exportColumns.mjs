/** The generated columns of exports. */
import { parsed } from './words.mjs';

/** `exportColumns.ts`: schemas/exportColumns.json. */
export function exportColumnsText({ exportColumns: { columns } }) {
  return `import type { ExportColumn } from '../core/export/exportColumn';

/** schemas/exportColumns.json */
export const exportColumns = (): readonly ExportColumn[] => ${parsed(columns)};
`;
}
