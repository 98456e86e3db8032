import type { CancellationToken, Disposable } from 'vscode-languageserver';
import { allOf, everything, inquiryIds, parseQuestion, type Question, toldInquiry } from '../core';
import {
  engineIds,
  engineOf,
  type HandedOver,
  handoverText,
  inquiryQuestion,
  trailPlaces,
} from '../core/handover/engineTexts';
import type { MergedEvents } from '../events/mergedEvents';
import { type EngineId, EngineTextRequest } from '../wire/protocol';
import type { ServerContext } from './context';
import { fileOf, filesForEngine, filesTaken, plain } from './filesForEngine';

/** A question about all events in the language of another engine, which can ask it of more than lies here. */
export function register({ connection, platform, events, inspected }: ServerContext): Disposable {
  return connection.onRequest(EngineTextRequest, async ({ engine, where, inquiry }, token) => {
    const asked = engineIds.find((each) => each === engine);
    if (asked === undefined) return { refused: `There is no such engine. Engines: ${engineIds.join(', ')}.` };
    const { question: filter, problems } = parseQuestion(String(where ?? ''));
    const [problem] = problems;
    if (problem !== undefined) return { refused: problem.message };
    const id = inquiryIds.find((each) => each === inquiry);
    const question = id === undefined ? filter : allOf([inquiryQuestion(toldInquiry(id)), filter]);
    const over = await handedOver(asked, question, token);
    const text = handoverText(asked, id === undefined ? over : { ...over, inquiry: toldInquiry(id).question });
    return { text, language: engineOf(asked).language, answers: over.read.answers };
  });

  async function handedOver(engine: EngineId, question: Question, token: CancellationToken): Promise<HandedOver> {
    const merged = await events.now(token);
    const byDay = await events.byDay(merged, question, token);
    const answers = sumOf(byDay);
    const all = sumOf(await events.byDay(merged, everything, token));
    // In a browser a file is known by its name alone, and not by where it lies.
    const here = platform.files === undefined ? { places: [], files: [] } : filesForEngine({ inspected }, merged.logs);
    const left =
      engineOf(engine).reads === 'files' && platform.files !== undefined
        ? await filesTaken(here, platform.files.taken, token)
        : undefined;
    const there = left && {
      answers: sumOf(await events.byDay(await among(left.read, token), question, token)),
      refused: left.refused,
    };
    const isAll = there === undefined || (there.answers === answers && there.refused.length === 0);
    return {
      question,
      trails: trailPlaces(merged.logs.map(({ uri }) => plain(uri))),
      files: left?.places ?? here.places,
      read: { logs: merged.logs.length, events: all, answers, byDay, otherForms: 0, ...(!isAll && { there }) },
    };
  }

  /** The events of the logs that an engine reads. */
  function among(read: ReadonlySet<string>, token: CancellationToken): Promise<MergedEvents> {
    return events.among(({ uri }) => read.has(fileOf(uri)), token);
  }
}

function sumOf(byDay: ReadonlyMap<string, number>): number {
  return [...byDay.values()].reduce((sum, count) => sum + count, 0);
}
