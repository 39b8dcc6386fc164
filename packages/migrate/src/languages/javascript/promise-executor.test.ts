import { describe, expect, test } from 'vitest'
import { grammarFiles } from '../../edge/grammar-files.ts'
import { applyEdits } from '../../rewrite/edit.ts'
import { scan } from '../../scan.ts'

const call = (rest = ''): string =>
  `ZoomMtg.generateSignature({ meetingNumber: n, apiKey: k, apiSecret: s, role: 0${rest} })`

/** Old code that gives a function `sign` whose promise waits for the signature. */
const shapes: Readonly<Record<string, string>> = {
  'a block': `const sign = (n) => new Promise((res, rej) => { const made = ${call()}; res(made) })`,
  'an expression': `const sign = (n) => new Promise((ok, no) => ok(${call()}))`,
  'no name for the failure': `const sign = (n) => new Promise(done => { done(${call()}) })`,
  'a function': `const sign = (n) => new Promise(function (fulfil) { fulfil(${call()}) })`,
  'an async executor': `const sign = (n) => new Promise(async (ok) => { await 0; ok(${call()}) })`,
  'a callback inside': `const sign = (n) => new Promise((ok) => { setTimeout(() => { ok(${call()}) }, 1) })`,
  'a callback of the call': `const sign = (n) => new Promise((ok) => { ${call(', success: (r) => ok(r.result)')} })`,
  'a failure that is caught': `const sign = (n) => new Promise(async (ok, no) => { try { ok(${call()}) } catch (e) { no(e) } })`,
  'a helper': `const make = (n) => { return ${call()} }\nconst sign = (n) => new Promise((ok, no) => { ok(make(n)) })`,
}

async function rewritten(text: string): Promise<string> {
  const { rewrites } = await scan([{ path: 'public/a.js', text }], { grammars: grammarFiles })
  return rewrites.reduce((code, { edits }) => applyEdits(code, edits), text)
}

const run = (code: string, fetch: () => Promise<unknown>): Promise<unknown> =>
  new Function('fetch', 'k', 's', `${code}\nreturn sign('84512367890')`)(fetch, 'key', 'secret')

describe.each(Object.entries(shapes))('a promise made with %s', (_, text) => {
  test('gives the answer of the endpoint', async () => {
    const code = await rewritten(text)
    expect(code).not.toContain('ZoomMtg')
    const answer = { json: () => Promise.resolve({ signature: 'a.b.c' }) }
    expect(await run(code, () => Promise.resolve(answer))).toBe('a.b.c')
  })

  test('is rejected where the endpoint fails', async () => {
    const code = await rewritten(text)
    await expect(run(code, () => Promise.reject(new Error('offline')))).rejects.toThrow('offline')
  })
})
