import type { Symptom } from '@sigshift/spec'

/** One text of one symptom, ready to compare. */
export interface Phrase {
  readonly text: string
  readonly words: readonly string[]
  /** So common outside Zoom that it counts only as a whole message. */
  readonly short: boolean
  /** Shown over many failures alike, so it gives way to anything that says more. */
  readonly vague: boolean
}

const titles = /^(?:fail to join the meeting|joining meeting.*)$/

/** Bars between messages, single spaces between words, everything else dropped. */
export function messagesOf(text: string): string {
  return text
    .replace(
      /(undefined|null) is not an object \(evaluating '([^'\n]{1,200})'/g,
      (_, value, code) => `cannot read properties of ${value} reading ${/\w*\W*$/.exec(code)}`,
    )
    .replace(/[\n"'`‘’“”|{}]|: |\. |\\[nr"]/g, '|')
    .toLowerCase()
    .replace(/[^a-z0-9|]+/g, ' ')
    .replace(/ ?\|[ |]*/g, '|')
    .trim()
}

/** The words of messages, without the bars. */
export function plainOf(messages: string): string {
  return messages.replace(/\|/g, ' ').trim()
}

function phraseOf(shown: string, isVague: boolean): Phrase {
  // The letter before the dot is a minified name, another one in each build.
  const text = plainOf(messagesOf(shown.replace(/\b\w\.(?=\w+ is not a function)/, '')))
  const words = text.split(' ')
  return {
    text,
    words,
    short: words.length < 4 && text.length < 20,
    vague: isVague || titles.test(text),
  }
}

/** The texts that an SDK shows for a symptom; none for silence. */
export function phrasesOf({ text, alsoShown = [], causes, place }: Symptom): readonly Phrase[] {
  const isVague = causes.length === 0 || place === 'page'
  return [text, ...alsoShown]
    .filter((shown) => shown !== '')
    .map((shown) => phraseOf(shown, isVague))
}
