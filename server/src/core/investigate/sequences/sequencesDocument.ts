import { duration } from '../../explain/values/timeText';
import { allSequences } from './sequence';
import { type SequenceFile, timeWritten } from './sequenceFile';

/** The documentation of all sequences: the text of `docs/sequences.md`, the weightiest first. */
export function sequencesDocument(): string {
  const files = allSequences().map(({ file }) => file);
  const chapters = (['critical', 'high', 'medium', 'low', 'info'] as const).flatMap((weight) => {
    const some = files.filter((file) => file.weight === weight);
    return some.length === 0 ? [] : [`## Of ${weight} weight`, ...some.map(section)];
  });
  return `${[HEAD, ...chapters].join('\n\n')}\n`;
}

const HEAD = `<!-- Made from schemas/sequences; its test says how to make it again. -->

# Sequences

Acts that mean more together than each of them alone. \`ask --question attack-order\` looks for all of them, and names the events of each step; a file of \`schemas/sequences\` says what is looked for, and
\`schemas/meta/sequence.json\` what such a file may say. An act counts for a step if its call succeeded, unless the step is about calls that were refused. Who took on a role is taken for who acts with it, where the logs tell that.
Acts of one second have no order. What overlaps and is of one hand is told once, with all its events.

A sequence is a reason to look, and no verdict: each says what else it may be.`;

function section({ id, title, sentence, why, benign, attack, within, matches }: SequenceFile): string {
  const time = `${matches === 'to-and-fro' ? 'back ' : ''}within ${duration(timeWritten(within))}`;
  const techniques = attack.length === 0 ? '' : ` ${attack.join(', ')}.`;
  return `### ${id}

${title}; ${time}.${techniques}

> ${sentence.replace(/[{}]/g, '`')}

${why}

*What else it may be:* ${benign}`;
}
