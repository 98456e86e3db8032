import type { Disposable } from 'vscode-languageserver';
import {
  type Act,
  type Answer,
  elsewhereOf,
  type Finding,
  type InquiryId,
  inOrderOfReading,
  toldInquiry,
  verdictWords,
} from '../core';
import type { MergedEvents } from '../events/mergedEvents';
import {
  type EventItem,
  InquiriesRequest,
  type InquiryAnswer,
  type InquiryAnswers,
  type InquiryFinding,
} from '../wire/protocol';
import type { ServerContext } from './context';
import { itemOf } from './eventItem';

/** So many events take seconds, in which nothing else is answered. */
const MANY = 200_000;

/** More findings of one question nobody reads in a tree, and of one finding more events. */
const MOST_FINDINGS = 50;
const MOST_EVENTS = 200;

/** The questions that are asked of every log. What was answered last is kept: nothing of it changes before the logs do. */
export function register(context: ServerContext): Disposable {
  const { connection, events, answers } = context;
  let last: { readonly merged: MergedEvents; readonly answers: InquiryAnswers } | undefined;
  return connection.onRequest(InquiriesRequest, async ({ byItself }, token): Promise<InquiryAnswers> => {
    const merged = await events.now(token);
    if (last?.merged === merged) return last.answers;
    const { revision } = merged;
    if (byItself === true && rowsOf(merged) > MANY)
      return { revision, answers: [], sketch: [], unnamed: 0, isLarge: true };
    const { answers: answered, sketch, unnamed } = await answers.of(merged, token);
    const inOrder = inOrderOfReading(answered).map(({ id, answer }) => told(merged, id, answer));
    const all = { revision, answers: inOrder, sketch, unnamed: unnamed.length, isLarge: false };
    last = { merged, answers: all };
    return all;
  });
}

function rowsOf({ open, onDisk }: MergedEvents): number {
  return open.rows.count + onDisk.rows.count;
}

function told(merged: MergedEvents, id: InquiryId, answer: Answer): InquiryAnswer {
  const { status, sentence, findings, notCovered } = answer;
  const { title, question, why, weight, next } = toldInquiry(id);
  return {
    id,
    title,
    question,
    why,
    weight,
    status,
    verdict: verdictWords(id, answer),
    sentence,
    findings: findings.slice(0, MOST_FINDINGS).map((finding) => toldFinding(merged, finding)),
    total: findings.length,
    notCovered,
    missing: elsewhereOf(id, answer),
    next,
  };
}

function toldFinding(merged: MergedEvents, { kind, weight, summary, label, acts, links }: Finding): InquiryFinding {
  const told = { kind, weight, summary, label, count: acts.length };
  if (links === undefined) return { ...told, events: earliest(merged, acts) };
  const steps = links.map(({ step, sentence, acts: carrying, missing }) => ({
    step,
    sentence,
    count: carrying.length,
    events: earliest(merged, carrying),
    ...(missing !== undefined && { missing }),
  }));
  return { ...told, events: [], links: steps };
}

/** @param acts as they happened */
function earliest(merged: MergedEvents, acts: readonly Act[]): readonly EventItem[] {
  return acts.slice(0, MOST_EVENTS).flatMap(({ log, row }) => {
    const event = merged.event(log, row.index);
    return event === undefined ? [] : [itemOf(merged, event)];
  });
}
