/** What the module of `server/cells` gives: see there. */
export interface CellsExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  placeFor(bytes: number): number;
  members(): number;
  double(start: number, bytes: number): number;
  doubledAt(): number;
  doubledLength(): number;
}
