import type { EventsModel } from '../events/model';
import type { LogServer } from '../logServer';
import type { LogDocuments } from '../logs/logDocuments';
import type { RememberedNames } from '../names/rememberedNames';
import type { EventNotes } from '../notes/eventNotes';
import type { Places } from '../places/places';
import type { LastQuestions } from '../questions/lastQuestions';
import type { CaseNotes } from './caseNotes';

/** All of a window that a case file holds, or puts back. */
export interface CaseView {
  readonly server: LogServer;
  readonly logs: LogDocuments;
  readonly places: Places;
  readonly model: EventsModel;
  readonly lastQuestions: LastQuestions;
  readonly names: RememberedNames;
  readonly notes: EventNotes;
  readonly caseNotes: CaseNotes;
  /** Name and version of this extension. */
  readonly tool: string;
}
