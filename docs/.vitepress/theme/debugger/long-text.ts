/**
 * A text of which a text area shows the beginning. All of a megabyte in it would be laid out for a second;
 * so the rest is kept beside it, and is read and edited as what stands behind.
 */
export interface LongText {
  readonly shown: string
  readonly rest: string
}

export const longestShown = 8_000
/** More than is shown at first, or each letter typed at the end would push one out of sight. */
const longestEdited = 2 * longestShown

export function longText(whole: string): LongText {
  return { shown: whole.slice(0, longestShown), rest: whole.slice(longestShown) }
}

/** After an edit of what is shown. Nothing behind an area that somebody emptied is left. */
export function edited({ rest }: LongText, shown: string): LongText {
  if (shown === '') return longText('')
  return shown.length > longestEdited ? longText(shown + rest) : { shown, rest }
}

/** Whether a selection takes in all that there is to select, and with it what is out of sight. */
export function isAll({ shown }: LongText, start: number, end: number): boolean {
  return start === 0 && end === shown.length
}

/** After a paste in place of the characters from `start` to `end` of what is shown. */
export function pasted(text: LongText, inserted: string, start: number, end: number): LongText {
  if (isAll(text, start, end)) return longText(inserted)
  const { shown, rest } = text
  return longText(shown.slice(0, start) + inserted + shown.slice(end) + rest)
}
