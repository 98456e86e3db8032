import { commands, Disposable, ProgressLocation, type QuickPickItem, window, workspace } from 'vscode';
import { type EngineId, EngineTextRequest } from '../../../server/src/wire/protocol';
import type { EventsModel } from '../events/model';
import type { InquiryNode } from '../inquiries/nodes';
import type { LogServer } from '../logServer';

interface EngineItem extends QuickPickItem {
  readonly engine: EngineId;
  /** It reads logs of this machine: each is looked at before, which may take long. */
  readonly readsFiles?: boolean;
}

const ENGINES: readonly EngineItem[] = [
  {
    engine: 'athena',
    label: 'Amazon Athena',
    detail: 'A table over the bucket of the trail with a partition a day, and a query.',
  },
  { engine: 'trino', label: 'Trino', detail: 'A table of the Hive connector over the same bucket, and a query.' },
  {
    engine: 'duckdb',
    label: 'DuckDB',
    detail: 'A query on the logs as they lie on this machine.',
    readsFiles: true,
  },
  {
    engine: 'clickhouse',
    label: 'ClickHouse',
    detail: 'A query for clickhouse-local on the logs of this machine.',
    readsFiles: true,
  },
  {
    engine: 'logs-insights',
    label: 'CloudWatch Logs Insights',
    detail: 'A query on a trail that CloudWatch Logs keeps, too.',
  },
  {
    engine: 'cli',
    label: 'AWS CLI',
    detail: 'Commands that bring the days that matter, and that ask event history.',
  },
];

/** What is asked for: the events that the tree shows, or those that the answer to a question rests on. */
interface Asked {
  readonly where: string;
  readonly inquiry?: string;
  readonly words: string;
}

/**
 * *Hand Over to Another Engine…* and *Hand to Athena…*: what the tree is filtered by, or the question of a row, in the language of an
 * engine, in an untitled document. Nothing is run or sent.
 */
export function registerHandToEngine(server: LogServer, model: EventsModel): Disposable {
  return Disposable.from(
    commands.registerCommand('workmailTrail.handToEngine', async (node?: InquiryNode) => {
      const asked = askedBy(model, node);
      const chosen = await window.showQuickPick(ENGINES, {
        title: 'Hand Over to Another Engine',
        placeHolder: asked.words,
        matchOnDetail: true,
      });
      if (chosen !== undefined) await open(server, asked, chosen);
    }),
    commands.registerCommand('workmailTrail.handToAthena', () =>
      open(server, askedBy(model, undefined), { engine: 'athena' }),
    ),
  );
}

function askedBy({ where = '' }: EventsModel, node: InquiryNode | undefined): Asked {
  if (node?.kind === 'question') {
    const { id, question } = node.answer;
    return { where: '', inquiry: id, words: question };
  }
  return { where, words: where === '' ? 'All events: filter them first to ask for some' : where };
}

async function open(
  server: LogServer,
  { where, inquiry }: Asked,
  { engine, readsFiles = false }: Pick<EngineItem, 'engine' | 'readsFiles'>,
): Promise<void> {
  try {
    const options = {
      location: readsFiles ? ProgressLocation.Notification : ProgressLocation.Window,
      title: 'Looking at the logs as the engine would read them',
      cancellable: readsFiles,
    };
    const told = await window.withProgress(options, (_, token) =>
      server.ask(EngineTextRequest, { engine, where, ...(inquiry !== undefined && { inquiry }) }, token),
    );
    if (told === undefined) return;
    if ('refused' in told) {
      await window.showErrorMessage(`Nothing was handed over. ${told.refused}`);
      return;
    }
    const document = await workspace.openTextDocument({ language: told.language, content: told.text });
    await window.showTextDocument(document, { preview: false });
  } catch (error) {
    server.fail('The question could not be handed over.', error);
  }
}
