/** As much of WebAssembly as is used: the platforms declare it, each in its own way. */
interface WebAssemblyOfPlatform<Exports> {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: Exports };
  validate(bytes: Uint8Array): boolean;
}

function platform<Exports>(): WebAssemblyOfPlatform<Exports> | undefined {
  const found: unknown = Reflect.get(globalThis, 'WebAssembly');
  return isWebAssembly<Exports>(found) ? found : undefined;
}

function isWebAssembly<Exports>(value: unknown): value is WebAssemblyOfPlatform<Exports> {
  return (
    typeof value === 'object' && value !== null && ['Module', 'Instance', 'validate'].every((name) => name in value)
  );
}

/** A module, to be instantiated on any thread; undefined where the platform can't run it. */
export function moduleOf(bytes: Uint8Array): object | undefined {
  const found = platform();
  try {
    return found?.validate(bytes) === true ? new found.Module(bytes) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * What an instance of a module gives; undefined where the platform can't make one.
 *
 * @template Exports as the module's source says
 */
export function instanceOf<Exports>(module: object): Exports | undefined {
  const found = platform<Exports>();
  try {
    return found && new found.Instance(module).exports;
  } catch {
    return undefined;
  }
}
