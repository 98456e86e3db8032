/** Files that hold no text, and so no log, by the bytes with which they begin: pictures, programs and the like. */

interface Kind {
  readonly magic: readonly number[];
  /** Offset of the magic bytes. */
  readonly at?: number;
  /** With its article. */
  readonly what: string;
}

/** Whether some bytes begin with the mark of a kind of file. */
export function isAt(bytes: Uint8Array, at: number, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[at + index] === byte);
}

/** The bytes of a word of ASCII letters, as they stand in a file. */
export function letters(word: string): readonly number[] {
  return Array.from(word, (letter) => letter.charCodeAt(0));
}

/**
 * What a file is that is no text, with its article; undefined for everything else. Marks that consist of letters alone are
 * not here: a text may begin with them.
 *
 * @param bytes the beginning of the file
 */
export function noTextIn(bytes: Uint8Array): string | undefined {
  return KINDS.find(({ at = 0, magic }) => isAt(bytes, at, magic))?.what;
}

const KINDS: readonly Kind[] = [
  { magic: [0x89, ...letters('PNG'), 0x0d, 0x0a], what: 'a PNG picture' },
  { magic: [0xff, 0xd8, 0xff], what: 'a JPEG picture' },
  { magic: [...letters('GIF8'), 0x37, 0x61], what: 'a GIF picture' },
  { magic: [...letters('GIF8'), 0x39, 0x61], what: 'a GIF picture' },
  { magic: letters('WEBP'), at: 8, what: 'a WebP picture' },
  { magic: [...letters('II'), 0x2a, 0], what: 'a TIFF picture' },
  { magic: [...letters('MM'), 0, 0x2a], what: 'a TIFF picture' },
  { magic: [0, 0, 1, 0], what: 'an icon' },
  { magic: letters('ftyp'), at: 4, what: 'a video' },
  { magic: [0x1a, 0x45, 0xdf, 0xa3], what: 'a video' },
  { magic: [...letters('ID3'), 3], what: 'a sound' },
  { magic: [...letters('ID3'), 4], what: 'a sound' },
  { magic: [...letters('OggS'), 0], what: 'a sound or a video' },
  { magic: [0x7f, ...letters('ELF')], what: 'a program' },
  { magic: [...letters('MZ'), 0x90, 0], what: 'a program' },
  { magic: [0xcf, 0xfa, 0xed, 0xfe], what: 'a program' },
  { magic: [0xca, 0xfe, 0xba, 0xbe], what: 'a program' },
  { magic: [0, ...letters('asm'), 1], what: 'a program' },
  { magic: [...letters('!<arch>'), 0x0a], what: 'a library of programs' },
  { magic: [...letters('wOF2'), 0], what: 'a font' },
  { magic: [...letters('wOFF'), 0], what: 'a font' },
  { magic: [...letters('OTTO'), 0], what: 'a font' },
  { magic: [0, 1, 0, 0, 0], what: 'a font' },
  { magic: letters('%PDF-1.'), what: 'a PDF document' },
  { magic: letters('%PDF-2.'), what: 'a PDF document' },
  { magic: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], what: 'a document of an office program' },
  { magic: [...letters('SQLite format 3'), 0], what: 'a SQLite database' },
  { magic: [...letters('ElfFile'), 0], what: 'a Windows event log' },
  { magic: [0xd4, 0xc3, 0xb2, 0xa1], what: 'a recording of network traffic' },
  { magic: [0x0a, 0x0d, 0x0d, 0x0a], what: 'a recording of network traffic' },
];
