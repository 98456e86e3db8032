import { forms } from '../../../generated/forms';
import type { TableSign } from './formFile';

/** A form of events that are rows of a table. */
export interface TableForm {
  readonly form: string;
  /** All columns of a form that always has the same ones; empty for the others. */
  readonly usual: readonly string[];
}

/**
 * The form of a table, told by its columns: the first whose own columns it has, else the one that any such table has.
 *
 * @param as how the rows stand: a sign of `schemas/forms`
 */
export function tableForm(as: string, columns: readonly string[]): TableForm {
  const names = new Set(columns.map((column) => column.trim().toLowerCase()));
  let any: string | undefined;
  for (const [form, { told }] of Object.entries(forms)) {
    if (told.table?.as !== as) continue;
    if (isTold(told.table, columns, names)) return { form, usual: told.table.columns ?? [] };
    if (told.table.columns === undefined && told.table.spelling === undefined) any ??= form;
  }
  return { form: any ?? 'other', usual: [] };
}

function isTold(
  { spelling, columns: own, least = 1 }: TableSign,
  columns: readonly string[],
  names: ReadonlySet<string>,
): boolean {
  if (spelling !== undefined)
    return columns.every((column) => column === column.toLowerCase() && !/[_.@ ]/.test(column));
  return own !== undefined && own.filter((column) => names.has(column.toLowerCase())).length >= least;
}

/** Whether some form calls one of its columns so that it is told by them. */
export function isTitle(column: string): boolean {
  const name = column.trim().toLowerCase();
  return Object.values(forms).some(
    ({ told }) => told.table?.columns?.some((own) => own.toLowerCase() === name) === true,
  );
}
