import { restoredAccount } from '../../check/accountId';
import { parseArn } from '../../explain/values/arn';

/** A way on which a log is delivered, as it is at a moment. */
export interface Channel {
  /** Fields that its records have; undefined where nobody chose any. */
  readonly fields: readonly string[] | undefined;
  /** Those that they had before that. */
  readonly before: readonly string[] | undefined;
  /** The ARN of its destination; empty where no call tells it. */
  readonly to: string;
  /** The ARN of the bucket, the log group or the stream behind that; empty where no call tells it. */
  readonly place: string;
  /** The account in which it was set up. */
  readonly account: string;
}

/** The accounts that it goes to, if these are others. ARNs of buckets name none. */
export function elsewhere({ to, place, account }: Channel): readonly string[] {
  if (account === '') return [];
  return [to, place].flatMap((arn) => {
    const other = arn === '' ? '' : (parseArn(arn)?.account ?? '');
    return other === '' || restoredAccount(other) === restoredAccount(account) ? [] : [other];
  });
}
