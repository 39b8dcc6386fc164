import { UsageError } from './usage-error.ts'

/** Ctrl-C and Ctrl-D. */
const breaks = ['\u0003', '\u0004']

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
      input.off('end', breakOff)
      input.setRawMode(false)
      input.pause()
      output.write(`${shown}\n`)
      settle()
    }
    const breakOff = (): void => {
      finish('', () => reject(new UsageError('It was broken off.', 'Nothing was written.')))
    }
    const onData = (chunk: string): void => {
      if (breaks.some((key) => chunk.includes(key))) {
        breakOff()
        return
      }
      const key = [...chunk.toLowerCase()].find((each) => keys.includes(each))
      if (key !== undefined) finish(key, () => resolve(key))
    }
    input.on('data', onData)
    input.on('end', breakOff)
    // A stream that an earlier question paused stays so until it is told otherwise.
    input.resume()
  })
}
