import type { Question } from '../query/question';
import type { TrailPlaces } from './trailPlaces';

/** What was read on this machine, to be compared with. */
export interface ReadHere {
  readonly logs: number;
  /** Each counted once, whatever it is asked; absent where only those that answer were kept. */
  readonly events?: number;
  /** Of these, how many answer. */
  readonly answers: number;
  /** Of those that answer, by the day in UTC on which they happened: `2026-03-01`; empty for an unknown one. */
  readonly byDay: ReadonlyMap<string, number>;
  /** Logs in other forms than CloudTrail delivers. */
  readonly otherForms: number;
  /** Where files are left out, or are none of CloudTrail's: what the engine can read of all this; absent: all of it. */
  readonly there?: ReadThere;
}

/** What an engine can read of what was read here. */
export interface ReadThere {
  /** How many events of the logs that it reads answer. */
  readonly answers: number;
  /** Names of files that are left out, since it would stop at them. */
  readonly refused: readonly string[];
}

/** A file of this machine, or all files of one ending below a folder of it. */
export interface LogsPlace {
  /** As the machine spells it; of a folder with the slash behind. Nothing in it is a pattern. */
  readonly path: string;
  /** What the names of the files below the folder end with, as `.json.gz`; absent: the path is a file. */
  readonly ending?: string;
  /** Paths of files below it that are left out, spelled as `path` is. */
  readonly except?: readonly string[];
}

/** A question that is to be asked elsewhere. */
export interface HandedOver {
  readonly question: Question;
  /** In words of our own, where it is one of the questions that are asked of every log. */
  readonly inquiry?: string;
  /** At least one. */
  readonly trails: readonly TrailPlaces[];
  /** Empty where none is known. */
  readonly files: readonly LogsPlace[];
  readonly read: ReadHere;
  /** Which of its serializers reads a table of Athena; `json` where it is absent. */
  readonly serde?: string;
}
