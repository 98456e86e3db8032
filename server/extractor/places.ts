/** Where members of the record that was read last stand of which nothing but their text is told, for those who write it. */
import { Field } from './fields';
import { placesTexts, writePlaced } from './placed';
import { FIRST_PLACED, STRIDE, WIDTH } from './rows';

/** Of each, two numbers: where it begins and ends, counted from the beginning of the record; both are 0 where there is none. */
const PLACES: usize = 24;
const places: usize = memory.data(32, 16);

export function forgetPlaces(): void {
  v128.store(places, i64x2.splat(0));
  v128.store(places, i64x2.splat(0), 16);
}

/** Of two members of one name the last one is told. @param field from `ERROR_MESSAGE` to `RESPONSE_ELEMENTS` */
export function forgetPlace(field: u32): void {
  store<u64>(placeOf(field), 0);
}

export function keepPlace(field: u32, start: usize, end: usize): void {
  store<u32>(placeOf(field), <u32>start);
  store<u32>(placeOf(field), <u32>end, 4);
}

/** Writes them behind the columns of a row. @param row where its first column is */
export function writePlaces(row: usize): void {
  let column = row + WIDTH * STRIDE;
  for (let at: usize = 0; at < PLACES; at += 4, column += STRIDE) store<u32>(column, load<u32>(places + at));
  if (placesTexts()) writePlaced(row + FIRST_PLACED * STRIDE);
}

function placeOf(field: u32): usize {
  return places + ((<usize>(field - Field.ERROR_MESSAGE)) << 3);
}
