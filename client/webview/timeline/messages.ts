import type { AskedTimes, ColumnValues, HourMap, Lanes, SplitField, Timeline } from '../../../server/src/wire/protocol';

export type {
  ColumnValues,
  HourMap,
  Lane,
  Lanes,
  SplitField,
  Timeline,
  TimelineSeries,
} from '../../../server/src/wire/protocol';

/** What the page of the timeline can ask: what is asked of it, and what is answered. The question of the tree is put to it by the extension. */
export interface Asked {
  readonly timeline: {
    readonly asked: Window & { readonly split: SplitField; readonly most: number };
    readonly answer: Timeline;
  };
  readonly lanes: {
    readonly asked: Window & { readonly of: 'actor' | 'target'; readonly most: number; readonly limit: number };
    readonly answer: Lanes;
  };
  readonly hours: { readonly asked: Window; readonly answer: HourMap | null };
  readonly values: {
    readonly asked: { readonly fields: readonly SplitField[]; readonly limit: number };
    readonly answer: { readonly events: number; readonly columns: readonly ColumnValues[] };
  };
}

/** A stretch of time; milliseconds since 1970. */
export type Window = Omit<AskedTimes, 'where' | 'zone'>;

/** A stretch of time; milliseconds since 1970, `to` exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** From the page to the extension. */
export type FromPage =
  | { readonly kind: 'ready' }
  | {
      readonly [What in keyof Asked]: {
        readonly kind: 'ask';
        readonly id: number;
        readonly what: What;
        readonly asked: Asked[What]['asked'];
      };
    }[keyof Asked]
  | { readonly kind: 'brush'; readonly brush: Stretch | null }
  /** Filters by what is written in the language of questions, or leaves it out. */
  | { readonly kind: 'filter'; readonly question: string; readonly isLeftOut: boolean }
  | { readonly kind: 'clearFilter' }
  /** Shows the first event of a stretch of time that answers the question, too. */
  | { readonly kind: 'goTo'; readonly question: string; readonly within: Stretch }
  | { readonly kind: 'chooseZone' }
  | { readonly kind: 'list' };

/** From the extension to the page. */
export type ToPage =
  /** Everything that is shown has to be asked again. */
  | { readonly kind: 'changed'; readonly where: string; readonly zone: string }
  /** Without an answer: there is none, and somebody was told why. */
  | { readonly kind: 'answer'; readonly id: number; readonly answer?: Asked[keyof Asked]['answer'] };
