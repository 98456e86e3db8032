import type { Connection } from 'vscode-languageserver';
import type { Documents } from '../documents/documents';
import type { AllAnswers } from '../events/allAnswers';
import type { AllEvents } from '../events/allEvents';
import type { Platform } from '../host/platform';
import type { AddedLists } from '../places/addedLists';
import type { DiskLogs } from '../places/diskLogs';
import type { Inspected } from '../places/inspected';
import type { Views } from '../views/views';
import type { ClientAbilities } from '../wire/abilities';
import type { Settings } from '../wire/settings';

/** What a feature gets to work with. */
export interface ServerContext {
  readonly connection: Connection;
  readonly client: ClientAbilities;
  readonly platform: Platform;
  readonly documents: Documents;
  readonly diskLogs: DiskLogs;
  readonly inspected: Inspected;
  readonly names: AddedLists;
  readonly events: AllEvents;
  readonly answers: AllAnswers;
  readonly views: Views;
  readonly settings: Settings;
}
