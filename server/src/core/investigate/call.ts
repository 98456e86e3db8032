import { serviceLabel } from '../explain/serviceLabel';

/** What was called: where acts are kept in columns, one object for all acts that say the same. Texts are as the log has them. */
export interface Call {
  readonly source: string;
  /** As `serviceLabel` has it. */
  readonly service: string;
  /** The same in small letters. */
  readonly ofService: string;
  readonly action: string;
  readonly errorCode: string;
  /** Source and action, as calls are told apart by them. */
  readonly named: string;
}

export function callOf(source: string, action: string, errorCode: string): Call {
  const service = serviceLabel(source);
  return { source, service, ofService: service.toLowerCase(), action, errorCode, named: `${source} ${action}` };
}
