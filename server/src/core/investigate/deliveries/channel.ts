import { restoredAccount } from '../../check/accountId';
import { parseArn } from '../../explain/values/arn';

/** A way on which a log is delivered, as it is at a moment. */
export interface Channel {
  /** Fields that its records have; undefined where nobody chose any. */
  readonly fields: readonly string[] | undefined;
  /** Those that they had before that. */
  readonly before: readonly string[] | undefined;
  /** The ARN of where it goes; empty where no call tells it. */
  readonly to: string;
  /** The account in which it was set up. */
  readonly account: string;
}

/** The account that it goes to, if that is another one. */
export function elsewhere({ to, account }: Channel): readonly string[] {
  const other = to === '' ? '' : (parseArn(to)?.account ?? '');
  return other === '' || account === '' || restoredAccount(other) === restoredAccount(account) ? [] : [other];
}
