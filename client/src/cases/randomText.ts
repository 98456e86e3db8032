/** Sixteen hexadecimal digits that nobody else has. */
export function randomText(): string {
  const bytes = Array.from(crypto.getRandomValues(new Uint8Array(8)));
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
