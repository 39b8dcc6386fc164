import { UsageError } from './usage-error.ts'

const interrupt = '\u0003'

/** Shows a text on a terminal and waits for one of the keys. */
export function askKey(
  text: string,
  keys: readonly string[],
  input: NodeJS.ReadStream,
  output: NodeJS.WritableStream,
): Promise<string> {
  output.write(text)
  input.setRawMode(true)
  input.setEncoding('utf8')
  return new Promise((resolve, reject) => {
    const finish = (shown: string, settle: () => void): void => {
      input.off('data', onData)
      input.setRawMode(false)
      input.pause()
      output.write(`${shown}\n`)
      settle()
    }
    const onData = (chunk: string): void => {
      if (chunk.includes(interrupt)) {
        finish('', () => reject(new UsageError('It was broken off.', 'Nothing was written.')))
        return
      }
      const key = [...chunk.toLowerCase()].find((each) => keys.includes(each))
      if (key !== undefined) finish(key, () => resolve(key))
    }
    input.on('data', onData)
  })
}
