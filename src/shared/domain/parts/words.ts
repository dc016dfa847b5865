// Kinds of returns, requests and tags, as they are called in data.

export const RETURN_CONDITIONS = ['good', 'defective'] as const
export const REQUEST_SOURCES = ['headquarters', 'purchase'] as const
export const REQUEST_STATES = ['open', 'arrived', 'unavailable', 'withdrawn'] as const
export type RequestState = (typeof REQUEST_STATES)[number]
/** What a fault tag hangs on: the part that was taken out, or a new one that did not work. */
export const TAGGED = ['old', 'defective'] as const
