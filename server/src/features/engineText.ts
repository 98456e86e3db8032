import type { CancellationToken, Disposable } from 'vscode-languageserver';
import { allOf, everything, inquiryIds, parseQuestion, type Question, toldInquiry } from '../core';
import {
  engineIds,
  engineOf,
  type HandedOver,
  handoverText,
  inquiryQuestion,
  type LogsPlace,
  trailPlaces,
} from '../core/handover/engineTexts';
import { EngineTextRequest } from '../wire/protocol';
import type { ServerContext } from './context';

/** A question about all events in the language of another engine, which can ask it of more than lies here. */
export function register({ connection, events }: ServerContext): Disposable {
  return connection.onRequest(EngineTextRequest, async ({ engine, where, inquiry }, token) => {
    const asked = engineIds.find((each) => each === engine);
    if (asked === undefined) return { refused: `There is no such engine. Engines: ${engineIds.join(', ')}.` };
    const { question: filter, problems } = parseQuestion(String(where ?? ''));
    const [problem] = problems;
    if (problem !== undefined) return { refused: problem.message };
    const id = inquiryIds.find((each) => each === inquiry);
    const question = id === undefined ? filter : allOf([inquiryQuestion(toldInquiry(id)), filter]);
    const over = await handedOver(question, token);
    const text = handoverText(asked, id === undefined ? over : { ...over, inquiry: toldInquiry(id).question });
    return { text, language: engineOf(asked).language, answers: over.read.answers };
  });

  async function handedOver(question: Question, token: CancellationToken): Promise<HandedOver> {
    const merged = await events.now(token);
    const byDay = await events.byDay(merged, question, token);
    const answers = sumOf(byDay);
    const all = sumOf(await events.byDay(merged, everything, token));
    const uris = merged.logs.map(({ uri }) => uri);
    return {
      question,
      trails: trailPlaces(uris.map(plain)),
      files: filesOf(uris),
      read: { logs: uris.length, events: all, answers, byDay, otherForms: 0 },
    };
  }
}

function sumOf(byDay: ReadonlyMap<string, number>): number {
  return [...byDay.values()].reduce((sum, count) => sum + count, 0);
}

/** So many files are named one by one. */
const MOST_FILES = 20;
const ENDINGS = ['.json.gz', '.json'] as const;

/** Files of this machine, or the folder that holds all of them. */
function filesOf(uris: readonly string[]): readonly LogsPlace[] {
  const paths = uris.flatMap((uri) => (uri.startsWith('file:///') ? [pathOf(uri)] : []));
  if (paths.length <= MOST_FILES) return paths.map((path) => ({ path }));
  const folder = paths.reduce(
    (shared, path) => {
      let at = 0;
      while (at < shared.length && shared[at] === path[at]) at++;
      return shared.slice(0, shared.lastIndexOf('/', at - 1) + 1);
    },
    `${(paths[0] ?? '').replace(/[^/]*$/, '')}`,
  );
  return ENDINGS.filter((ending) => paths.some((path) => path.endsWith(ending))).map((ending) => ({
    path: folder,
    ending,
  }));
}

function pathOf(uri: string): string {
  return plain(uri.slice('file://'.length)).replace(/^\/(?=[A-Za-z]:)/, '');
}

function plain(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
