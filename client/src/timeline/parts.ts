import type { EventsModel } from '../events/model';
import type { RevealEvent } from '../events/revealEvent';
import type { LogServer } from '../logServer';
import type { ReportFiles } from '../summary/reportFiles';

/** Whom the timeline asks and tells. */
export interface TimelineParts {
  readonly server: LogServer;
  readonly model: EventsModel;
  readonly revealEvent: RevealEvent;
  readonly files: ReportFiles;
}
