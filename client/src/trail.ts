import { commands, Disposable, type ExtensionContext, Uri, window } from 'vscode';
import type { EventItem } from '../../server/src/wire/protocol';
import { registerCases } from './cases/caseCommands';
import { CaseFiles } from './cases/caseFiles';
import { CaseNotes } from './cases/caseNotes';
import { followCases } from './cases/followCases';
import { registerSavedCases } from './cases/savedCases';
import { ContextKeys } from './contextKeys';
import { registerCopyEvents } from './events/copyEvents';
import { registerExportEvents } from './events/exportEvents';
import { FarCursor } from './events/farCursor';
import { FollowCursor } from './events/followCursor';
import { registerGroupBy, rememberedFields } from './events/groupBy';
import { LongLines } from './events/longLines';
import { EventsModel } from './events/model';
import { registerNextEvent } from './events/nextEvent';
import { registerOpenEvent } from './events/openEvent';
import { registerOtherCopy } from './events/otherCopy';
import { registerOtherServices, rememberedServices } from './events/otherServices';
import { revealEventWith } from './events/revealEvent';
import { EventsView } from './events/view';
import { registerShowAll } from './follow/showAll';
import { registerGoToEvent } from './goTo/goToEvent';
import { registerHandToEngine } from './handover/handToEngine';
import { registerInquiries } from './inquiries/askQuestions';
import { InquiriesModel } from './inquiries/model';
import { InquiriesView } from './inquiries/view';
import { Verdicts } from './integrity/verdicts';
import { registerVerifyIntegrity } from './integrity/verifyIntegrity';
import { type CreateClient, LogServer } from './logServer';
import { trackLogs } from './logs/activeLog';
import { registerCompressedLog } from './logs/compressedLog';
import { FormItem } from './logs/formItem';
import { LogDocuments } from './logs/logDocuments';
import { registerOffer } from './logs/offerView';
import { openLogs } from './logs/openLog';
import { registerReadableViews } from './logs/readableView';
import { ViewFiles } from './logs/viewFiles';
import { registerNames } from './names/addNames';
import { RememberedNames } from './names/rememberedNames';
import { EventNotes } from './notes/eventNotes';
import { registerNotes } from './notes/noteCommands';
import { registerPlaces } from './places/commands';
import { LargeLogs } from './places/largeLogs';
import { Places } from './places/places';
import { registerScanReport } from './places/scanReport';
import { registerFilter, rememberedFilter } from './questions/filterEvents';
import { LastQuestions } from './questions/lastQuestions';
import { registerLikeEvent } from './questions/likeEvent';
import { registerNarrow } from './questions/narrow';
import { registerRedactCopy } from './redact/redactCopy';
import { registerRepairCopy } from './repair/repairCopy';
import { registerSamples } from './samples/sampleCommands';
import { SampleFiles } from './samples/sampleFiles';
import { registerSummarize } from './summary/command';
import { registerEventEditor } from './summary/eventEditor';
import { registerExportReport } from './summary/exportReport';
import { ReportFiles } from './summary/reportFiles';
import { registerTimeline } from './timeline/showTimeline';

/** Builds the parts, hands each what it needs, and starts with the documents that are open. The same in every host. */
export function startTrail(context: ExtensionContext, createClient: CreateClient): void {
  const keys = new ContextKeys();
  const logs = new LogDocuments();
  const names = new RememberedNames(context.workspaceState);
  const server = new LogServer(logs, createClient, cacheFolder(context), () => names.all());
  const model = new EventsModel(server, {
    services: rememberedServices(context.workspaceState),
    by: rememberedFields(context.workspaceState),
    where: rememberedFilter(context.workspaceState),
  });
  const places = new Places(server);
  const notes = new EventNotes(context.workspaceState);
  const verdicts = new Verdicts();
  const view = new EventsView(model, logs, places, notes, verdicts);
  const inquiries = new InquiriesModel(server);
  const caseNotes = new CaseNotes(new CaseFiles(Uri.joinPath(context.globalStorageUri, 'cases')));
  const lastQuestions = new LastQuestions(context.workspaceState);
  const { displayName, version } = context.extension.packageJSON;
  const tool = `${displayName} ${version}`;
  const files = new ReportFiles(server, logs, caseNotes);
  const views = new ViewFiles(server, logs);
  const longLines = new LongLines();
  const guide = Uri.joinPath(context.extensionUri, 'docs', 'questions.md');
  const revealEvent = revealEventWith(server, longLines);
  context.subscriptions.push(
    logs,
    server,
    model,
    places,
    verdicts,
    new LargeLogs(server, places, logs),
    view,
    inquiries,
    caseNotes,
    new InquiriesView(inquiries, logs, places, caseNotes, (heard) => server.onDidChangeLogs(heard)),
    registerInquiries(inquiries),
    registerCases(caseNotes, inquiries),
    registerSavedCases({ server, logs, places, model, lastQuestions, names, notes, caseNotes, tool }),
    followCases(caseNotes, inquiries, keys),
    new FollowCursor(model, view, logs),
    new FarCursor(logs, longLines),
    files,
    views,
    registerCompressedLog(views),
    registerReadableViews(server, logs, views, longLines, async () => {
      const editor = window.activeTextEditor;
      const origin = editor && files.origins.at(editor);
      await (origin && revealEvent({ ...origin, range: null }, 'follows'));
      return origin !== undefined;
    }),
    registerOffer(logs),
    trackLogs(logs, places, keys),
    new FormItem(server, logs, places),
    registerOtherServices(model, keys, context.workspaceState),
    registerGroupBy(model, context.workspaceState),
    registerFilter(model, keys, lastQuestions, context.workspaceState, guide),
    registerLikeEvent(model),
    registerShowAll(server, files),
    registerNarrow(model),
    registerTimeline(context, { server, model, revealEvent, files }),
    registerCopyEvents(model),
    registerExportEvents(server, model, logs, places),
    registerHandToEngine(server, model),
    registerOpenEvent(server, views, longLines),
    registerSummarize(server, logs, places, files, caseNotes, model),
    registerExportReport(context, server, logs, places, caseNotes, model),
    registerEventEditor(revealEvent),
    registerRepairCopy(server, logs),
    registerRedactCopy(server, logs),
    registerPlaces(server, places, view),
    registerScanReport(server, files),
    registerVerifyIntegrity(context, server, places, files, verdicts),
    registerOtherCopy(revealEvent),
    registerNames(server, names, keys),
    registerSamples(new SampleFiles(context.extensionUri), logs, keys),
    registerNextEvent(model, logs, revealEvent),
    registerGoToEvent(server, revealEvent),
    registerNotes(notes, keys, revealEvent),
    Disposable.from(
      commands.registerCommand('workmailTrail.openLog', openLogs),
      commands.registerCommand('workmailTrail.revealEvent', (item: EventItem) => {
        // For the walkthrough: VS Code tells it nothing of commands that rows of a tree run.
        keys.eventWasShown.set(true);
        return revealEvent(item);
      }),
      commands.registerCommand('workmailTrail.showMoreEvents', (path: readonly string[]) => model.showMore(path)),
    ),
  );
  logs.start();
}

/** Where the server may keep what need not be read again: a folder of our own, never beside the evidence. */
function cacheFolder({ storageUri, globalStorageUri }: ExtensionContext): Uri | undefined {
  const folder = storageUri ?? globalStorageUri;
  return folder.scheme === 'file' ? folder : undefined;
}
