export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** An event, with no more than plain replays look at. */
export interface PlainEvent {
  readonly eventTime: string;
  readonly eventID: string;
  readonly eventName: string;
  readonly errorCode?: string;
  readonly requestParameters: { readonly [key: string]: Json } | null;
  readonly responseElements: { readonly [key: string]: Json } | null;
}
