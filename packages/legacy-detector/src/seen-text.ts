import { messagesOf, plainOf } from './symptom-phrases.ts'

/** A pasted text, ready to compare with what SDKs show. */
export interface SeenText {
  readonly plain: string
  readonly words: ReadonlySet<string>
  /** The single messages, each between bars. */
  readonly messages: string
  /** Numbers that are error codes by what stands around them. */
  readonly codes: ReadonlySet<number>
  /** Every free-standing number. */
  readonly numbers: ReadonlySet<number>
  readonly dialog: boolean
}

/** Finds the messages and the numbers in a pasted text. */
export function readSeenText(text: string): SeenText {
  const whole = /^[^\w-]{0,9}(?:error)?[ _]?(?:code)?[^\w-]{0,9}(-?\d{1,6})\W{0,9}$/i.exec(text)
  const codes = new Set<number>(whole ? [Number(whole[1])] : [])
  for (const [, code] of text.matchAll(/error[ _-]?code["'\\\s:=]{0,6}(-?\d{1,6})\b/gi)) {
    codes.add(Number(code))
  }
  const numbers = new Set(codes)
  const aboutJoining = /zoom|join|meeting|signature|sdk|error|code|fail/i.test(text)
  const freeNumber =
    /(?<![\w./#-]|[\w:\]]:|port )-?\d{1,6}(?!\w|[.:]\d|\s(?:ms|s|px|bytes|seconds)\b)/g
  for (const [found] of text.matchAll(freeNumber)) {
    numbers.add(Number(found))
    if (aboutJoining && Math.abs(Number(found)) > 999) codes.add(Number(found))
  }
  const messages = `|${messagesOf(text)}|`.replace(/\|+/g, '|')
  const plain = plainOf(messages)
  const dialog = /joining meeting timeout|fail to join the meeting/.test(plain)
  return { plain, words: new Set(plain.split(' ')), messages, codes, numbers, dialog }
}
