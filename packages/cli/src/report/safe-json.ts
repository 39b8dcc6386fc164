const unsafe = /[\u007f-\u009f\p{Cf}\u2028\u2029]/gu

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** JSON in which nothing could move a cursor or turn a line, for the eyes of whoever opens it. */
export function safeJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2)
  return `${text.replace(unsafe, (character) => character.split('').map(escapeUnit).join(''))}\n`
}
