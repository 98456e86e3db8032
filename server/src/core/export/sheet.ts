/** The most characters that a cell of a workbook takes, in UTF-16 units. */
export const LONGEST_CELL = 32_767;
