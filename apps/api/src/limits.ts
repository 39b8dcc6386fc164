/** How much and how long the server listens to one client. */
export interface Limits {
  /** Further ones are closed at once: each costs some 13 KB, and with headers that do not end 25 KB. */
  readonly connections: number
  readonly bodyBytes: number
  /** Of a longer body, so much is read and dropped, so that the client gets to read the answer. */
  readonly drainedBytes: number
  readonly headerBytes: number
  /** From the first byte of a request to its last. */
  readonly requestMs: number
  /** Without any byte in either direction while a request is under way. */
  readonly silenceMs: number
  /** How often {@link Limits.requestMs} is looked at. */
  readonly checkMs: number
  /** How late the process may be before it turns requests away; 0 for never. */
  readonly eventLoopDelayMs: number
}

/** The longest sensible request has some 120 bytes of body. */
export const defaultLimits: Limits = {
  connections: 12_000,
  bodyBytes: 16_384,
  drainedBytes: 8_388_608,
  headerBytes: 16_384,
  requestMs: 10_000,
  silenceMs: 30_000,
  checkMs: 2_000,
  eventLoopDelayMs: 0,
}
