import type { JsonObject } from './detection.ts'

/** The JSON object that the text is; `undefined` for anything else, arrays included. */
export function parseJsonObject(text: string): JsonObject | undefined {
  const value = parseJson(text)
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : undefined
}

/** The JSON value that the text is; `undefined` where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** An own member, so that a claim named `__proto__` or `toString` is no surprise. */
export function readMember(object: JsonObject | undefined, name: string): unknown {
  return object !== undefined && Object.hasOwn(object, name) ? object[name] : undefined
}
