import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { askKey } from './ask-key.ts'

/** A terminal's input, as far as it is used here. */
function terminal() {
  const modes: boolean[] = []
  const stream = new PassThrough()
  const setRawMode = (isRaw: boolean) => {
    modes.push(isRaw)
    return stream
  }
  const input = Object.assign(stream, { setRawMode }) as unknown as NodeJS.ReadStream
  const output = new PassThrough({ encoding: 'utf8' })
  return { input, output, modes }
}

test.each([
  ['y', 'y'],
  ['Y', 'y'],
  ['xxn', 'n'],
])('the keys %j answer %s, and the terminal is as it was', async (typed, answer) => {
  const { input, output, modes } = terminal()
  const asked = askKey('Sure? ', ['y', 'n'], input, output)
  input.push(typed)
  expect(await asked).toBe(answer)
  expect(modes).toEqual([true, false])
  expect(output.read()).toBe(`Sure? ${answer}\n`)
})

test('one question can follow another', async () => {
  const { input, output } = terminal()
  for (const key of ['y', 'n', 'y']) {
    const asked = askKey('Sure? ', ['y', 'n'], input, output)
    setImmediate(() => input.push(key))
    expect(await asked).toBe(key)
  }
})

test.each([
  ['Ctrl-C', '\u0003'],
  ['Ctrl-D', '\u0004'],
  ['the end of the input', null],
])('%s breaks off, and the terminal is as it was', async (_, typed) => {
  const { input, output, modes } = terminal()
  const asked = askKey('Sure? ', ['y'], input, output)
  input.push(typed)
  await expect(asked).rejects.toThrow('It was broken off.')
  expect(modes).toEqual([true, false])
})
