/** The address in `Name <name@example.com>`, as heads of mails write it, in small letters; a text without one as it is. */
export function bareAddress(text: string): string {
  return (/<([^<>]*)>\s*$/.exec(text)?.[1] ?? text).trim().toLowerCase();
}
