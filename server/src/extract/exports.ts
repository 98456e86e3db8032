/** What the module of `server/extractor` gives: see there. */
export interface ExtractorExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  prepare(one: bigint, two: bigint): void;
  placeFor(length: number): number;
  refuseKey(start: number, length: number): void;
  ready(): void;
  begin(): void;
  wanted(): number;
  roomFor(length: number): number;
  read(length: number, isLast: number): number;
  isAscii(): number;
  isWrapped(): number;
  tallied(): number;
  tallyAt(): number;
  firstSecond(): number;
  lastSecond(): number;
  special(): number;
  specialRows(): number;
  rows(): number;
  rowsOfBlock(): number;
  stride(): number;
  blockAt(index: number): number;
  count(table: number): number;
  given(table: number): number;
  givenBytes(table: number): number;
  usedBytes(table: number): number;
  bytesAt(table: number): number;
  endsAt(table: number): number;
  taken(): void;
}

/** As much of WebAssembly as is used: the platforms declare it, each in its own way. */
interface WebAssemblyOfPlatform {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: ExtractorExports };
  validate(bytes: Uint8Array): boolean;
}

function platform(): WebAssemblyOfPlatform | undefined {
  const found: unknown = Reflect.get(globalThis, 'WebAssembly');
  return isWebAssembly(found) ? found : undefined;
}

function isWebAssembly(value: unknown): value is WebAssemblyOfPlatform {
  return (
    typeof value === 'object' && value !== null && ['Module', 'Instance', 'validate'].every((name) => name in value)
  );
}

/** The module of the extractor, to be instantiated on any thread; undefined where the platform can't run it. */
export function extractorModule(bytes: Uint8Array): object | undefined {
  const found = platform();
  try {
    return found?.validate(bytes) === true ? new found.Module(bytes) : undefined;
  } catch {
    return undefined;
  }
}

/** An instance of the module; undefined where the platform can't make one. */
export function instanceOf(module: object): ExtractorExports | undefined {
  const found = platform();
  try {
    return found && new found.Instance(module).exports;
  } catch {
    return undefined;
  }
}
