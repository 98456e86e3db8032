import { strays as file } from '../../../generated/movers';
import type { Weight } from '../../check/schemaTypes';
import { against } from './against';
import { Completing } from './completed';
import { episodesOf, type House } from './episodes';
import type { Line } from './line';
import type { SignName } from './moverFiles';
import { signsOf } from './signs';

/** Something that hides beside a move, or in it. */
export interface Stray {
  readonly weight: Weight;
  /** What tells that it is none of the move's steps. */
  readonly signs: readonly SignName[];
  /** How long the first thing of it that was taken back lasted, in milliseconds; undefined where nothing was. */
  readonly lasted: number | undefined;
  /** What it is about: calls that open mailboxes, loosen guards or send mail on; at least one. */
  readonly serious: readonly Line[];
  /** All that the same hands did around it, the serious calls among it, as it happened. */
  readonly lines: readonly Line[];
  /** Addresses that nobody of the house uses, as the log has them. */
  readonly addresses: readonly string[];
  /** Ids of mailboxes, in small letters. */
  readonly mailboxes: readonly string[];
}

/** Tells what is no step of a move, the weightiest first. */
export function straysIn(house: House): readonly Stray[] {
  const than = against(house);
  const completing = new Completing(house);
  const found = episodesOf(house).flatMap((some) => {
    const episode = completing.complete(some);
    const found = signsOf(episode, house, than);
    const signs = Array.from(found);
    if (signs.length === 0) return [];
    const { serious, lines } = episode;
    const mailboxes = new Set(serious.map(({ mailbox }) => mailbox).filter((id) => id !== ''));
    const points = pointsOf(signs);
    const foreign = serious.filter((line) => !house.trust.isKnownNet(line));
    const addresses = Array.from(new Set(foreign.map(({ act }) => act.row.address)));
    return [
      {
        points,
        stray: {
          weight: weightOf(points),
          signs,
          lasted: found.lasted,
          serious,
          lines,
          addresses,
          mailboxes: Array.from(mailboxes),
        },
      },
    ];
  });
  found.sort((one, other) => other.points - one.points);
  return found.map(({ stray }) => stray);
}

function pointsOf(signs: readonly SignName[]): number {
  return signs.reduce((sum, sign) => sum + file().signs[sign].points, 0);
}

function weightOf(points: number): Weight {
  const { critical, high, medium } = file().weights;
  if (points >= critical) return 'critical';
  return points >= high ? 'high' : points >= medium ? 'medium' : 'low';
}
