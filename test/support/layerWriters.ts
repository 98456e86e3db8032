/** Puts layers over sound logs, each as the tool does that it is named after; written without a look at how they are undone. */

/** A way to put something over a text. */
export interface LayerWriter {
  /** The layer as it must be told. */
  readonly id: string;
  readonly write: (text: string) => string;
  /** Which texts the tool can be given: some print events a line each, some break what they print. */
  readonly takes?: (text: string) => boolean;
  /** Nothing can lie under it but the log, because it keeps no lines or rewrites characters of its own. */
  readonly alone?: true;
  /** It stands before each line, and leaves what the line says as it is. */
  readonly isOfLines?: true;
}

const NEWLINE = /(?<=\n)(?=[\s\S])/;
const eachLine = (text: string, write: (line: string, index: number) => string): string =>
  text.split(NEWLINE).map(write).join('');
const isLines = (text: string): boolean =>
  text
    .trimEnd()
    .split('\n')
    .every((line) => /^\{.*\}\r?$/.test(line));
const hasLines = (text: string): boolean => text.trimEnd().includes('\n');
const isLaidOut = (text: string): boolean => /^[[{\]}],?\r?$/m.test(text) && text.split('\n').length > 20;
const isOneLine = (text: string): boolean => !hasLines(text);
const padded = (index: number, width: number): string => String(index + 1).padStart(width);
const bytes = (text: string): readonly number[] => Array.from(Buffer.from(text, 'utf8'));
const hex = (byte: number): string => byte.toString(16).toUpperCase().padStart(2, '0');

function folded(text: string, column: number, lineBreak = '\n'): string {
  return eachLine(text, (line) => {
    const parts = line.replace(/\r?\n$/, '').match(new RegExp(`[^]{1,${column}}`, 'g')) ?? [];
    return parts.join(lineBreak) + (/\r?\n$/.exec(line)?.[0] ?? '');
  });
}

/** RFC 2045: everything but printable ASCII and the equals sign, and soft breaks before column 76. */
function quotedPrintable(text: string): string {
  return eachLine(text, (line) => {
    const end = /\r?\n$/.exec(line)?.[0] ?? '';
    let result = '';
    let column = 0;
    for (const character of line.slice(0, line.length - end.length)) {
      const isPlain = /[ -~]/.test(character) && character !== '=';
      const written = isPlain
        ? character
        : bytes(character)
            .map((byte) => `=${hex(byte)}`)
            .join('');
      if (column + written.length > 75) {
        result += '=\n';
        column = 0;
      }
      result += written;
      column += written.length;
    }
    return result + end;
  });
}

const colour = (text: string): string =>
  text.replace(/"(?:[^"\\]|\\.)*"|[{}[\],:]/g, (token) =>
    token.startsWith('"') ? `\u001b[0;32m${token}\u001b[0m` : `\u001b[1;39m${token}\u001b[0m`,
  );

/** Every layer that gives back the very text. */
export const LAYER_WRITERS: Readonly<Record<string, LayerWriter>> = {
  'cat -n': {
    id: 'line-numbers',
    isOfLines: true,
    write: (text) => eachLine(text, (line, at) => `${padded(at, 6)}\t${line}`),
  },
  'less -N': {
    id: 'line-numbers',
    isOfLines: true,
    write: (text) => eachLine(text, (line, at) => `${padded(at, 7)} ${line}`),
    takes: hasLines,
  },
  'grep -n': {
    id: 'numbered-matches',
    isOfLines: true,
    write: (text) => eachLine(text, (line, at) => `${3 * at + 2}:${line}`),
  },
  'grep -H': {
    id: 'file-names',
    isOfLines: true,
    write: (text) => eachLine(text, (line) => `logs/trail-1.json:${line}`),
  },
  'grep -Hn': {
    id: 'file-names',
    isOfLines: true,
    write: (text) => eachLine(text, (line, at) => `C:\\logs\\trail.json:${at + 1}:${line}`),
  },
  'quoted mail': { id: 'mail-quote', isOfLines: true, write: (text) => eachLine(text, (line) => `> ${line}`) },
  'mail quoted twice': { id: 'mail-quote', isOfLines: true, write: (text) => eachLine(text, (line) => `>> ${line}`) },
  'diff of a new file': {
    id: 'diff',
    isOfLines: true,
    write: (text) => `@@ -0,0 +1,9 @@\n${eachLine(text, (line) => `+${line}`)}`,
    alone: true,
  },
  kubernetes: {
    id: 'container-log',
    isOfLines: true,
    write: (text) => eachLine(text, (line) => `2026-05-18T14:02:51.815231907Z stdout F ${line}`),
  },
  'docker compose': {
    id: 'container-log',
    isOfLines: true,
    write: (text) => eachLine(text, (line) => `trail-reader-1  | ${line}`),
  },
  'awslogs get': {
    id: 'awslogs-get',
    isOfLines: true,
    write: (text) => eachLine(text, (line) => `CloudTrail/Default 111111111111_CloudTrail_eu-west-1 ${line}`),
    takes: isLines,
    alone: true,
  },
  'aws logs tail': {
    id: 'logs-tail',
    isOfLines: true,
    write: (text) =>
      eachLine(text, (line) => `2026-03-12T09:30:14.512000+00:00 111111111111_CloudTrail_eu-west-1 ${line}`),
    takes: isLines,
    alone: true,
  },
  'RFC 3164': {
    id: 'syslog',
    isOfLines: true,
    write: (text) => eachLine(text, (line) => `<134>Mar 12 09:30:14 collector trail[812]: ${line}`),
  },
  'RFC 5424': {
    id: 'syslog',
    isOfLines: true,
    write: (text) => eachLine(text, (line) => `<134>1 2026-03-12T09:30:14.003Z collector trail 812 - - ${line}`),
  },
  journalctl: {
    id: 'syslog',
    isOfLines: true,
    write: (text) => eachLine(text, (line) => `Mar 12 09:30:14 collector trail[812]: ${line}`),
  },
  'Python logging': {
    id: 'program-log',
    isOfLines: true,
    write: (text) => eachLine(text, (line) => `2026-03-12 09:30:14,512 INFO trail.reader event ${line}`),
    takes: isLines,
    alone: true,
  },
  bullets: { id: 'bullets', isOfLines: true, write: (text) => eachLine(text, (line) => `• ${line}`), takes: isLines },
  'GitHub Actions': {
    id: 'lines-of-a-log',
    isOfLines: true,
    write: (text) => eachLine(text, (line, at) => `2026-03-12T09:30:14.${1_234_567 + 131 * at}Z ${line}`),
    takes: isLaidOut,
    alone: true,
  },
  Jenkins: {
    id: 'lines-of-a-log',
    isOfLines: true,
    write: (text) => eachLine(text, (line, at) => `[2026-03-12T09:30:${padded(at % 50, 2)}.512Z] ${line}`),
    takes: isLaidOut,
    alone: true,
  },
  'Google Cloud Build': {
    id: 'lines-of-a-log',
    isOfLines: true,
    write: (text) => eachLine(text, (line) => `Step #1 - "inspect": ${line}`),
    takes: isLaidOut,
    alone: true,
  },
  'fold -w 80': { id: 'wrapped', write: (text) => folded(text, 80), takes: (text) => text.length > 300 },
  'fold -w 76, CRLF': {
    id: 'wrapped',
    write: (text) => folded(text, 76, '\r\n'),
    takes: (text) => isOneLine(text) && text.length > 300,
  },
  'a terminal of 120 columns': {
    id: 'wrapped',
    write: (text) => folded(text, 120),
    takes: (text) => isOneLine(text) && text.length > 500,
  },
  'quoted-printable': {
    id: 'quoted-printable',
    write: quotedPrintable,
    takes: (text) => !text.includes('\r') && /[^\n]{90}/.test(text),
  },
  'jq -C': { id: 'terminal-colours', write: colour },
  'character references': {
    id: 'character-references',
    write: (text) => text.replace(/[&<>"]/g, (mark) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[mark]};`),
  },
  'numbered references': {
    id: 'character-references',
    write: (text) => text.replace(/[&"<>]/g, (mark) => `&#x${mark.charCodeAt(0).toString(16)};`),
  },
  encodeURIComponent: { id: 'url-encoding', write: encodeURIComponent },
  'a form': {
    id: 'form-encoding',
    write: (text) => encodeURIComponent(text).replaceAll('%20', '+'),
    takes: (text) => text.includes(' '),
  },
  escaped: { id: 'escaped', write: (text) => JSON.stringify(text).slice(1, -1), alone: true },
  'code fence': {
    id: 'fence',
    write: (text) => `\`\`\`json\n${text}\n\`\`\``,
    takes: (text) => !text.endsWith('\n'),
    alone: true,
  },
  Jira: {
    id: 'wiki-block',
    write: (text) => `{code:json}\n${text}\n{code}`,
    takes: (text) => !text.endsWith('\n'),
    alone: true,
  },
  'a page': {
    id: 'html-block',
    write: (text) => `<pre class="log">${text}</pre>`,
    takes: (text) => !text.endsWith('\n'),
    alone: true,
  },
  'curl -i': {
    id: 'http-headers',
    write: (text) => `HTTP/2 200 \r\ncontent-type: application/json\r\nx-amzn-requestid: 5f0c6f0a-2222\r\n${text}`,
    alone: true,
  },
  'a shell': { id: 'shell-prompts', write: (text) => `mail@noc:~/logs$ cat event_history.json\n${text}`, alone: true },
  base64: { id: 'base64', write: (text) => Buffer.from(text, 'utf8').toString('base64'), alone: true },
};
