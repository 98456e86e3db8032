import type { Act } from '../act';
import type { Channel } from './channel';
import type { OwnLog } from './ownLog';

/** What a call made of one way on which a log is delivered. */
export interface Turn extends Pick<OwnLog, 'logType' | 'organizationId' | 'arn' | 'source'> {
  readonly act: Act;
  /** The id of a delivery. */
  readonly channel: string;
  /** How it is from then on; undefined: it is no more. */
  readonly is: Channel | undefined;
  /** Whether the call made it, so that it was not there before. */
  readonly isMade: boolean;
}
