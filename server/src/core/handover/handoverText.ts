import { engines } from '../../generated/handover';
import { once } from '../once';
import { commandLines } from './commandLines';
import { conditionOf } from './conditionOf';
import { hullOf } from './daysAsked';
import type { Engine, EngineId } from './engine';
import type { HandedOver } from './handedOver';
import { inComments, introduction } from './introduction';
import { printCondition } from './printCondition';
import { statementsFor } from './statements';

const known = /* @__PURE__ */ once(engines);

/** What is known of an engine. */
export function engineOf(id: EngineId): Engine {
  return known()[id];
}

/**
 * A question in the language of an engine, with a table to ask where it needs one, a query and the same as a count, and what has to be
 * known of it as comments. Nothing in it comes from a log unescaped.
 */
export function handoverText(id: EngineId, over: HandedOver): string {
  const engine = engineOf(id);
  if (engine.escaping === 'shell') {
    const { lines, notes } = commandLines(over);
    return `${[...introduction(engine, over, [], notes), '', ...lines].join('\n')}\n`;
  }
  const { condition, unsaid } = conditionOf(over.question, engine.spelled);
  const trails = engine.reads === 'bucket' ? over.trails : over.trails.slice(0, 1);
  const asked = { engine, over, condition, hull: hullOf(over.question), where: printCondition(condition, engine) };
  const made = trails.flatMap((trail, at) => statementsFor(asked, trail, at));
  const statements = made.map(({ does, text }, at) => [...inComments(engine, [`${at + 1}. ${does}`]), text].join('\n'));
  const head = introduction(engine, over, unsaid, [...engine.notes, ...made.flatMap(({ notes }) => notes)]);
  return `${[head.join('\n'), ...statements].join('\n\n')}\n`;
}
