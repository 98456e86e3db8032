import type { History } from '../state/history';
import { EMAIL_EVENTS } from './logDeliveriesFile';
import type { Turn } from './turn';

/** All that was made of the e-mail event logs of organizations. */
export function monitoringTurns(history: History): readonly Turn[] {
  const log = (organizationId: string): Pick<Turn, 'logType' | 'organizationId' | 'arn' | 'source' | 'channel'> => ({
    logType: EMAIL_EVENTS,
    organizationId,
    arn: '',
    source: '',
    channel: 'monitoring',
  });
  const known = history.coursesOf('emailMonitoring').flatMap(({ scope, versions }) =>
    versions.map(({ by: act, entry }): Turn => {
      const to = entry?.values.get('logGroupArn');
      const is = entry && {
        fields: undefined,
        before: undefined,
        to: typeof to === 'string' ? to : '',
        place: typeof to === 'string' ? to : '',
        account: act.row.account,
      };
      return { ...log(scope), act, is, isMade: entry?.seen === false };
    }),
  );
  const unseen = history.unknown.flatMap((each): readonly Turn[] => {
    if (each.kind !== 'older' || each.what !== 'removed' || each.tables[0]?.name !== 'emailMonitoring') return [];
    return [{ ...log(each.scope), act: each.act, is: undefined, isMade: false }];
  });
  return [...known, ...unseen];
}
