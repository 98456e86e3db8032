/** The facade of the room: a bundle of its own, which nobody loads who hands nothing over. */
export { type EngineId, engineIds } from './engine';
export type { HandedOver, LogsPlace, ReadHere, ReadThere } from './handedOver';
export { engineOf, handoverText } from './handoverText';
export { inquiryQuestion } from './inquiryQuestion';
export { type TrailPlaces, trailPlaces } from './trailPlaces';
