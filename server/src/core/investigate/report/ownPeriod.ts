import type { OwnMoment, PeriodTold } from '../own/ownTold';
import { secondText } from '../utcText';
import type { Line } from './blocks';
import type { Page } from './page';

/** Cells of the first and the last time, which lead to their records. */
export function ownPeriodCells({ links }: Page, { first, last }: PeriodTold): readonly Line[] {
  const cell = (moment: OwnMoment | undefined): Line =>
    moment === undefined ? ['no time'] : [{ text: secondText(moment.time), href: links.act(moment.act) }];
  return [cell(first), cell(last)];
}
