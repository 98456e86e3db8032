/** What Node's and the browser's extension host both offer beside `vscode`. No more is asked of either. */

interface Timer {
  readonly timer: unique symbol;
}
declare function setTimeout(callback: () => void, milliseconds: number): Timer;
declare function clearTimeout(timer: Timer | undefined): void;

declare class TextEncoder {
  encode(text: string): Uint8Array;
}

declare class TextDecoder {
  decode(bytes: Uint8Array): string;
}

declare const crypto: {
  getRandomValues(bytes: Uint8Array): Uint8Array;
  readonly subtle: { digest(algorithm: 'SHA-256', bytes: Uint8Array): Promise<ArrayBuffer> };
};

/** Only the browser's: the web entry runs the server in it. */
declare class Worker {
  constructor(script: string);
  postMessage(message: unknown): void;
}

/** From base64 to bytes, each as a character. */
declare function atob(text: string): string;
