import type { Embedded } from '../wrapped/embedded';
import type { OwnLog } from './ownLogs';

/** A record of a log of WorkMail's own: where it stands, what it says, and when it happened as what holds it says. */
export interface OwnPiece extends Embedded {
  readonly log: OwnLog;
  readonly around?: number;
}
