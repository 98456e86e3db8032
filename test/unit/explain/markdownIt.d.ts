/** As much of markdown-it as the tests of the escapers use. */
declare module 'markdown-it' {
  export interface Token {
    readonly type: string;
    readonly content: string;
    readonly children: readonly Token[] | null;
    attrGet(name: string): string | null;
  }

  export default class MarkdownIt {
    constructor(options: { html: boolean; linkify: boolean });
    parse(text: string, environment: object): readonly Token[];
    validateLink: (address: string) => boolean;
    readonly linkify: { match(text: string): readonly unknown[] | null };
  }
}
