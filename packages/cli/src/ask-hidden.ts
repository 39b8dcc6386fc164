import { UsageError } from './usage-error.ts'

const interrupt = '\u0003'
const endKeys: ReadonlySet<string> = new Set(['\r', '\n', '\u0004', interrupt])

/** What was typed so far, after one more character; deletion and clearing as in a shell. */
function afterKey(typed: string, key: string): string {
  if (key === '\u007f' || key === '\b') return [...typed].slice(0, -1).join('')
  if (key === '\u0015') return ''
  return key < ' ' ? typed : typed + key
}

/** Asks on a terminal without showing what is typed or pasted. */
export function askHidden(
  question: string,
  input: NodeJS.ReadStream,
  output: NodeJS.WritableStream,
): Promise<string> {
  output.write(question)
  input.setRawMode(true)
  input.setEncoding('utf8')
  return new Promise((resolve, reject) => {
    let typed = ''
    const finish = (settle: () => void): void => {
      input.off('data', onData)
      input.setRawMode(false)
      input.pause()
      output.write('\n')
      settle()
    }
    const onData = (chunk: string): void => {
      // A paste comes as one chunk, and may hold the line end.
      const keys = [...chunk]
      const end = keys.findIndex((key) => endKeys.has(key))
      for (const key of end < 0 ? keys : keys.slice(0, end)) typed = afterKey(typed, key)
      if (end < 0) return
      if (keys[end] === interrupt) {
        finish(() => reject(new UsageError('No secret was given.', 'Nothing was done.')))
      } else {
        finish(() => resolve(typed))
      }
    }
    input.on('data', onData)
    input.resume()
  })
}
