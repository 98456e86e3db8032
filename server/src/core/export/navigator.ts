import { serviceNamed } from '../check/service';
import { strictJson } from '../explain/escape';
import { knownAction } from '../explain/words';
import type { EventRow } from '../investigate/eventRow';
import type { SequenceHit } from '../investigate/sequences/sequenceHit';
import { isMailCall } from '../record';

/** What was met of a technique. */
interface Met {
  events: number;
  failed: number;
  /** Events by action. */
  readonly actions: Map<string, number>;
  /** Sequences by their title. */
  readonly sequences: Map<string, number>;
}

/** Of ATT&CK, for the colours of the layer: from few events to many. */
const COLOURS = ['#fff7b2', '#fd8d3c', '#bd0026'];

/** The techniques of ATT&CK that events may be steps of, as the catalog of WorkMail's actions and the known sequences name them. */
export class Techniques {
  readonly #met = new Map<string, Met>();
  #events = 0;

  add({ source, action, outcome }: Pick<EventRow, 'source' | 'action' | 'outcome'>): void {
    this.#events++;
    const service = serviceNamed(source);
    if (!isMailCall(service)) return;
    const known = knownAction({ service, name: action });
    for (const technique of known?.entry.attack ?? []) {
      const met = this.#metOf(technique);
      met.events++;
      if (outcome === 'failed') met.failed++;
      count(met.actions, known?.name ?? action);
    }
  }

  addSequence({ sequence }: Pick<SequenceHit, 'sequence'>): void {
    for (const technique of sequence.attack) count(this.#metOf(technique).sequences, sequence.title);
  }

  /** A layer of the ATT&CK Navigator (layer format 4.5). A score is the number of events. */
  layer(): string {
    const techniques = Array.from(this.#met, ([techniqueID, met]) => ({
      techniqueID,
      score: met.events,
      comment: commentOf(met),
      enabled: true,
      metadata: Array.from(met.actions, ([name, events]) => ({ name, value: String(events) })),
    })).sort((left, right) => right.score - left.score || (left.techniqueID < right.techniqueID ? -1 : 1));
    const layer = {
      name: 'WorkMail Trail',
      versions: { navigator: '4.9.0', layer: '4.5' },
      domain: 'enterprise-attack',
      description: `Techniques that calls in ${this.#events} events of CloudTrail may be steps of: a reason to look, no proof. Only calls of Amazon WorkMail are assigned to techniques, and sequences that are known.`,
      sorting: 3,
      layout: { layout: 'side', showID: true, showName: true, expandedSubtechniques: 'annotated' },
      techniques,
      gradient: { colors: COLOURS, minValue: 0, maxValue: Math.max(1, techniques[0]?.score ?? 0) },
    };
    return `${strictJson(JSON.stringify(layer))}\n`;
  }

  #metOf(technique: string): Met {
    const known = this.#met.get(technique);
    if (known !== undefined) return known;
    const met: Met = { events: 0, failed: 0, actions: new Map(), sequences: new Map() };
    this.#met.set(technique, met);
    return met;
  }
}

function count(of: Map<string, number>, key: string): void {
  of.set(key, (of.get(key) ?? 0) + 1);
}

function commentOf({ events, failed, actions, sequences }: Met): string {
  const calls = Array.from(actions, ([action, times]) => `${action} ${times}`).join(', ');
  const told = Array.from(sequences, ([title, times]) => (times === 1 ? title : `${title} (${times} times)`));
  const parts = [
    ...(events === 0 ? [] : [`${calls}${failed === 0 ? '' : `; ${failed} of them failed`}.`]),
    ...(told.length === 0 ? [] : [`Steps that belong together: ${told.join('; ')}.`]),
  ];
  return parts.join(' ');
}
