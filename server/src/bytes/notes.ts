import { type Limits, LONGEST_TEXT, limitNamed, type Room } from '../host/limits';
import type { ReadNote } from '../host/logFiles';

/**
 * Everything that is ever said about a file as a container of text. Each is a clause that stands behind the name of the
 * file and a colon.
 */

/** The name needs no suffix: the file is told by its first bytes. */
export const notCompressed = quiet('name', 'its name says that it is compressed, but it is not; it is read as it is.');
/** A gzip file without the suffix `.gz`. */
export const compressedAllTheSame = quiet('name', 'its name does not say so, but it is compressed; it is unpacked.');
/** A file of no bytes, or one whose compressed content holds none. */
export const empty = quiet('empty', 'it is empty.');

/** The file was written to while it was read. */
export const shrunk = loss('changed', 'it became shorter while it was read; what is missing now is not shown.');

/** A plain file beyond the limit of size: only its beginning is read. */
export function longerThanText(limits: Limits): ReadNote {
  return loss('limit', `it is read up to ${bytes(limits.size)}: ${sizeLimit(limits)}.`);
}

/** A compressed file so large that its text is longer than the limit whatever it holds. */
export function longerThanRead(read: number, limits: Limits): ReadNote {
  return loss('limit', `it is unpacked up to ${bytes(read)}: ${sizeLimit(limits)}.`);
}

/**
 * Output stopped at a limit.
 *
 * @param read bytes of output. Fewer than there was room for: what unpacks so well is not read as far as that
 */
export function unpacksToMore(read: number, { bytes: most, limit }: Room, limits: Limits): ReadNote {
  const reason =
    limit === 'size' && read >= most
      ? sizeLimit(limits)
      : `it unpacks to more than ${number(limits.ratio)} times its size, which no log does, and ${limitNamed('ratio', limits)} forbids`;
  return loss('limit', `its text is read up to ${bytes(read)}: ${reason}.`);
}

function sizeLimit(limits: Limits): string {
  return limits.size >= LONGEST_TEXT
    ? 'that is the longest text that can be held at once; split the log to see the rest'
    : `${limitNamed('size', limits)} allows no more`;
}

/** A gzip file of more members than the limit allows: those behind are not read. */
export function moreMembers(limits: Limits): ReadNote {
  return loss('limit', `${firstMembers(limits)} read: ${limitNamed('members', limits)} allows no more.`);
}

function firstMembers({ members }: Limits): string {
  return members === 1 ? 'only its first member is' : `only its first ${number(members)} members are`;
}

/** A failure, not a note: there is no text on this level. */
export function tooDeep(limits: Limits): string {
  const { depth } = limits;
  const often = depth === 1 ? 'once' : `${number(depth)} times`;
  return `it is compressed more than ${often}, one container in another, and ${limitNamed('depth', limits)} allows no more.`;
}

/** A failure, not a note: nothing is missing. @param what with its article, such as `a PNG picture` */
export function noTextAtAll(what: string): string {
  return `it is ${what}, not a log.`;
}

/** Neither text nor any other kind of file that is known here, and no name of an event stands in it. */
export const unknownBytes = 'it is not text, and nothing in it names an event.';

/** The same of a file in an archive, whose other files are read. */
export function tooDeepInside(limits: Limits): ReadNote {
  return loss('depth', tooDeep(limits));
}

/** Nothing is lost: only the header does not look as the format demands. */
export const headerDamaged = quiet('header', 'its gzip header is damaged; its content could be read all the same.');
/** A gzip file that ends before its content begins. */
export const headerCut = loss('cut', 'it ends within its gzip header, so that nothing of its content is left.');
/** Nothing is lost: the checksum of the header is wrong, the one of the content right. */
export const headerChecksum = quiet('header', 'its gzip header does not match its own checksum; its content does.');

/** @param saved bytes of text before the damage */
export function cut(saved: number): ReadNote {
  return loss('cut', `it ends too soon: ${savedText(saved)}, the rest is missing.`);
}

/** @param at offset into the file (into the container, where one is in another) */
export function broken(at: number, saved: number): ReadNote {
  return loss('broken', `its compressed content is damaged near byte ${number(at)}: ${savedText(saved)}.`);
}

function savedText(saved: number): string {
  return saved === 0 ? 'nothing of it could be saved' : `its text is read up to ${bytes(saved)}`;
}

/** A file that is damaged in so many places that looking at all of them would take too long. */
export function givenUp(at: number): ReadNote {
  return loss('skipped', `it is damaged in too many places; from byte ${number(at)} on it is not read.`);
}

/** @param from where reading goes on */
export function resumed(lost: number, from: number): ReadNote {
  const passed = lost === 0 ? '' : `what can't be read is passed over, ${bytes(lost)}; `;
  return loss('skipped', `${passed}reading goes on at byte ${number(from)}, with another gzip member.`);
}

/** All of the text is shown, and some of it may be wrong. */
export const checksum = loss(
  'checksum',
  'its text does not match its checksum: one of the two was changed or damaged, and nobody can tell where.',
);

/** The length in the trailer is wrong, the checksum right. Both in bytes. */
export function wrongLength(said: number, found: number): ReadNote {
  return quiet(
    'length',
    `it says that it holds ${bytes(said)} of text, and holds ${bytes(found)}; its checksum says that they are right.`,
  );
}

/** Only the length is cut off; the checksum is there and right. */
export function lengthCut(missing: number): ReadNote {
  return quiet('trailer', `it ends ${bytes(missing)} too soon; its checksum says that its text is whole all the same.`);
}

/** The trailer is cut off. @param missing bytes of it */
export function checksumCut(missing: number): ReadNote {
  return loss('trailer', `it ends ${bytes(missing)} too soon: its text seems whole, but its checksum is missing.`);
}

/** More than one gzip member in a file, which is sound and surprises readers who know tools that stop at the first. */
export function members(count: number): ReadNote {
  return quiet(
    'members',
    `it consists of ${number(count)} gzip members, one after another. All are read; some tools show only the first.`,
  );
}

/** @param files in it, folders apart. @param texts those of them that hold a text which could be read */
export function zip(files: number, texts: number): ReadNote {
  const all = files === 1 ? 'the one file in it is read' : `its ${number(files)} files are read, one behind another`;
  const some = `${number(texts)} of its ${number(files)} files ${texts === 1 ? 'is a text, which is' : 'are texts, which are'} read`;
  return quiet('zip', `it is a zip archive; ${texts === files ? all : texts === 0 ? 'there is no text in it' : some}.`);
}

/** A zip archive of which not even one header is left. */
export const zipCut = loss(
  'cut',
  'it is a zip archive that ends within its first header, so that nothing of it is left.',
);
/** A file in a zip archive that asks for a password. */
export const encrypted = loss('encrypted', 'it is encrypted; unpack it with its password and open the result.');
/** A file in a zip archive whose method of compression is neither stored nor deflate. */
export const otherMethod = loss('method', 'it is compressed in a way that is not read here; unpack it to see it.');
/** A file in a zip archive that is no text, such as a picture. */
export const noText = quiet('no-text', 'there is no text; it is left out.');

/** Nothing is lost: zeros behind the last gzip member belong to nobody. @param zeros bytes of them */
export function padding(zeros: number): ReadNote {
  return quiet('padding', `it is filled up with zeros behind its compressed content, ${bytes(zeros)}.`);
}

/** A text for which room was set aside. */
export function filledUp(zeros: number): ReadNote {
  return quiet('padding', `it is filled up with zeros behind its text, ${bytes(zeros)}.`);
}

/** Bytes behind the compressed content that are none of it. @param count bytes of them */
export function trailing(count: number): ReadNote {
  return loss(
    'trailing',
    `behind its compressed content there is more, ${bytes(count)} that are not compressed; they are not shown.`,
  );
}

/** Compressed twice or more often, as happens to files that are packed again on their way. */
export const nested = quiet('nested', 'it is compressed more than once, one container in another.');

/** Deflated without a gzip header. @param form its name, such as `zlib` */
export function otherStream(form: string): ReadNote {
  return quiet('form', `it is compressed as ${form}, not as gzip.`);
}

/** Where bytes that are no text became U+FFFD. Zero-based; a reader counts from one. */
export function replaced(encoding: string, line: number, character: number): ReadNote {
  return loss(
    'encoding',
    `it holds bytes that are no ${encoding}; each is shown as \ufffd, the first in line ${number(line + 1)} at character ${number(character + 1)}.`,
  );
}

/** Notes of the same kind beyond this many are only counted. */
const TOLD = 3;

/** Not more than a few notes of each kind, and one that counts the others. */
export function condensed(notes: readonly ReadNote[]): readonly ReadNote[] {
  if (notes.length <= TOLD) return notes;
  const told = new Map<string, number>();
  const kept = notes.filter(({ code }) => {
    const count = (told.get(code) ?? 0) + 1;
    told.set(code, count);
    return count <= TOLD;
  });
  for (const [code, count] of told) {
    if (count <= TOLD) continue;
    const isLoss = notes.some((note) => note.code === code && note.isLoss);
    const others = count - TOLD;
    const what = `the same is wrong in ${number(others)} more ${others === 1 ? 'place' : 'places'} (${code}).`;
    kept.push({ code, message: what, isLoss });
  }
  return kept;
}

/** The notes of a part of the file. @param where such as `in its member 2` */
export function within(where: string, notes: readonly ReadNote[]): ReadNote[] {
  return notes.map((note) => ({ ...note, message: `${where}, ${note.message}` }));
}

function quiet(code: string, message: string): ReadNote {
  return { code, message, isLoss: false };
}

function loss(code: string, message: string): ReadNote {
  return { code, message, isLoss: true };
}

function bytes(count: number): string {
  return count === 1 ? '1 byte' : `${number(count)} bytes`;
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}
