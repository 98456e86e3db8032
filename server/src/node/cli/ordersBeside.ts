import { analyze, distinctOrders, type FieldOrder, fieldOrderOf, once, type Redactor } from '../../core';
import type { Limits } from '../../host/limits';
import type { Asked } from '../../places/asked';
import { checkLog, type FoundInLog } from './checkLog';
import { inputs } from './inputs';

/** What calls tell of lines that lack the names of their fields. */
export type OrdersBeside = () => Promise<readonly FieldOrder[]>;

const TELLS = /"(?:CreateDelivery|UpdateDeliveryConfiguration)/;

/** The calls in the files that were named; these are looked through once, when they are asked for first. */
export function ordersBeside(words: readonly string[], limits: Limits): OrdersBeside {
  return once(async () => {
    const found: FieldOrder[] = [];
    for await (const { read } of inputs(
      words.filter((word) => word !== '-'),
      undefined,
      limits,
      nothing(),
    )) {
      if (!('text' in read) || !TELLS.test(read.text)) continue;
      for (const { event } of analyze(read.text)) {
        const order = fieldOrderOf(event);
        if (order !== undefined) found.push(order);
      }
    }
    return distinctOrders(found);
  });
}

/** A log that was checked, with the orders of fields that its lines of values need. */
export async function checked(file: string, text: string, asked: Asked, orders: OrdersBeside): Promise<FoundInLog> {
  const found = checkLog(file, text, asked);
  const told = found.lacksNames ? await orders() : [];
  return told.length === 0 ? found : checkLog(file, text, { ...asked, orders: told });
}

/** A log that is learned, with the orders of fields that its lines of values need. */
export async function learned(redactor: Redactor, text: string, orders: OrdersBeside): Promise<void> {
  if (!redactor.learn(text)) return;
  const told = await orders();
  if (told.length === 0) return;
  redactor.takeOrders(told);
  redactor.learn(text);
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
