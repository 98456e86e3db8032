import { records } from '../bench/generator/records';
import { HOSTILE_MEMBERS } from './hostileLogs';
import { SeededNumbers } from './seededNumbers';
import { withSortedKeys } from './sortedKeys';

const SETTING = { account: '111122223333', region: 'eu-west-1', organizationId: 'm-d281d0a2fd824be5b6cd3d3ce909fd27' };
const POOL = 400;

/** Signs and pieces that change what a text is, or look as if they did. */
const SIGNS = Array.from('{}[]:,"\\ \n\t0123-+.eEntfulax/\u0001\u00e9\u{1f600}"{}[],:\\');
const PIECES: readonly string[] = [
  '"eventName":"Forged",',
  '"userIdentity":{"arn":"q"},',
  '"eventVersion":"1.08",',
  '{"eventVersion":"1.08",',
  '\\u0041',
  '\\"',
  '""',
  '{}',
  '[]',
  ',{}',
  '"a":1,',
  ' ',
  '\n',
  'null',
  'true',
  '"sessionContext":{"sessionIssuer":{"arn":"x"}},',
  '}',
  ']',
  '],"x":[{',
  '},{',
  '"readOnly":false,',
  '"errorCode":"X",',
  '"Records":[',
  '\\\\',
];

/** Logs of some records, as generated or hostile, on one line or several, whole or damaged; the same for the same seed. */
export class RandomLogs {
  readonly #numbers: SeededNumbers;
  readonly #pool: readonly string[];
  readonly #most: number;

  /** @param most records of a log */
  constructor(seed: number, most = 4) {
    this.#most = most;
    this.#numbers = new SeededNumbers(seed);
    const source = records({ ...SETTING, seed, share: 0.3, from: Date.UTC(2026, 2, 11, 8) });
    this.#pool = Array.from({ length: POOL }, (_, index) => {
      const { value } = source.next();
      const indent = index % 3 === 2 ? 2 : undefined;
      return index % 5 === 4 ? withSortedKeys(value) : JSON.stringify(value, null, indent);
    });
  }

  next(): string {
    const numbers = this.#numbers;
    const list = Array.from({ length: numbers.between(1, this.#most) }, () => this.#record());
    const space = numbers.one(['', '', '', ' ', '\n  ', ' '.repeat(numbers.between(0, 130))]);
    const [before, after] = numbers.one([
      ['{"Records":[', ']}'],
      ['{"Records":[', ']}\n'],
      ['{\n  "Records": [\n', '\n]\n}\n'],
      ['[', ']'],
    ] as const);
    const around = ['', '', '', ' '.repeat(numbers.between(0, 300))] as const;
    let text = numbers.one(around) + before + list.join(`,${space}`) + after + numbers.one(around);
    if (numbers.share() < 0.6) for (let left = numbers.between(1, 3); left > 0; left--) text = this.#damaged(text);
    return text;
  }

  #record(): string {
    const numbers = this.#numbers;
    const record = numbers.one(this.#pool);
    const kind = numbers.share();
    if (kind < 0.6) return record;
    if (kind < 0.7) return `{${numbers.one(HOSTILE_MEMBERS)}}`;
    // A hostile member beside those of a generated record, behind one of its commas: there most often another member begins.
    const commas = Array.from(record.matchAll(/,/g), ({ index }) => index);
    const at = numbers.one(commas);
    const [, member = '"a":1'] = numbers.one(HOSTILE_MEMBERS).split('"us-east-1",');
    return `${record.slice(0, at)},${member}${record.slice(at)}`;
  }

  #damaged(text: string): string {
    const numbers = this.#numbers;
    const at = numbers.between(0, text.length);
    switch (numbers.between(0, 5)) {
      case 0:
        return text.slice(0, at) + text.slice(at + numbers.between(1, 4));
      case 1:
        return text.slice(0, at) + numbers.one(PIECES) + text.slice(at);
      case 2:
        return text.slice(0, at) + numbers.one(SIGNS) + text.slice(at + 1);
      case 3:
        return text.slice(0, at) + numbers.one(SIGNS) + text.slice(at);
      default: {
        const sign = text.indexOf(numbers.one(['"', ',', '{', '}', ':', '[', ']'] as const), at);
        const place = sign + numbers.between(0, 1);
        return sign < 0 ? text : text.slice(0, place) + numbers.one(PIECES) + text.slice(place);
      }
    }
  }
}
