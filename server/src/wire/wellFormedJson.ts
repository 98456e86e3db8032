/**
 * A message as JSON that every client reads. Halves of surrogate pairs, which a log may hold, have no bytes of their own:
 * `JSON.stringify` escapes them, and the JSON readers of Emacs, Neovim and Rust refuse the whole message for it. In their place
 * stands U+FFFD, as everywhere where text becomes bytes. Takes time in proportion to the length.
 */
export function wellFormedJson(message: unknown): string {
  const json = JSON.stringify(message);
  // An escaped backslash is passed over as a whole, so that what a log itself has escaped stays as it is.
  return LONE_HALF.test(json)
    ? json.replace(ESCAPE, (written) => (LONE_HALF.test(written) ? REPLACEMENT : written))
    : json;
}

/** As `JSON.stringify` writes it: in small letters, and a pair never. */
const LONE_HALF = /\\ud[89a-f][0-9a-f]{2}/;
const ESCAPE = /\\(?:u[0-9a-f]{4}|.)/g;
const REPLACEMENT = '\\ufffd';
