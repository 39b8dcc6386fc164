/** A statement that only tells somebody something. */
export const logs: RegExp = /^(?:System\.(?:out|err)\.print|log(?:ger)?\.|Log\.)/i
