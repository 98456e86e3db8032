import { type FieldOrder, fieldOrderOf, mayTellOrder } from '../core/index';
import { type Analysis, recordAt } from './analysis';

/** What calls in a log tell of the lines that log deliveries write, in the order of the log. */
export function ordersIn(analysis: Analysis): readonly FieldOrder[] {
  const { blocks, names } = analysis.index;
  const known = new Map<number, boolean>();
  const found: FieldOrder[] = [];
  for (const { block, first } of blocks) {
    for (let row = 0; row < block.count; row++) {
      const name = block.eventName(row);
      const isTelling = known.get(name) ?? mayTellOrder('logs.amazonaws.com', names.textOf(name));
      known.set(name, isTelling);
      const order = isTelling ? fieldOrderOf(recordAt(analysis, first + row)?.event) : undefined;
      if (order !== undefined) found.push(order);
    }
  }
  return found;
}
