import { expect, test } from 'vitest'
import { rewritten } from '../testing/rewritten.ts'
import { grammarFiles } from './edge/grammar-files.ts'
import { type ScanOptions, scan } from './scan.ts'

async function found(
  text: string,
  path = 'a.js',
  options: Omit<ScanOptions, 'grammars'> = {},
): Promise<readonly string[]> {
  const { findings } = await scan([{ path, text }], { ...options, grammars: grammarFiles })
  return findings.map(({ code, line, commentedOut }) =>
    [line, code, ...(commentedOut ? ['off'] : [])].join(' '),
  )
}

const join = "ZoomMtg.join({ signature, sdkKey: 'k', meetingNumber })"
const oldJoin = join.replace('sdkKey', 'apiKey')
const secret = "const apiSecret = 'aB3dE5fG7hI9jK1lM3nO'"

test('code in a comment is read, prose and settings in it are not', async () => {
  expect(await found(`// ${oldJoin}\nZoomMtg.init()\n`)).toEqual(['1 api-key-in-join off'])
  expect(await found(`// ${secret}\nZoomMtg.init()\n`, 'components/a.js')).toEqual([])
  expect(await found(`${secret}\nZoomMtg.init()\n`, 'components/a.js')).toEqual([
    '1 secret-in-frontend',
  ])
})

test('types in JavaScript are read where it does not parse without', async () => {
  const text = `declare var ZoomMtg: any\n${oldJoin}\n`
  expect(await rewritten(text)).toBe(
    `declare var ZoomMtg: any\n${oldJoin.replace(" apiKey: 'k',", '')}\n`,
  )
  expect(await found(`const a = <b>c\nreturn type x =\n${oldJoin}\n`)).toEqual([
    '3 api-key-in-join',
  ])
})

const sign = `exports.sign = (key, secret, mn, role) => {
  const ts = Date.now() - 30000
  const hash = createHmac('sha256', secret).update(btoa(key + mn + ts + role)).digest('base64')
  return btoa([key, mn, ts, role, hash].join('.'))
}
`
const page = "document.getElementById('join').onclick = async () => ZoomMtg.init()\n"

test('server code that is switched off makes no server, unless all of the code is', async () => {
  const server = "app.post('/', (req, res) => res.send(sign(req.body)))\n"
  const off = (text: string): string => text.replaceAll(/^(?=.)/gm, '// ')
  const inBrowser = async (text: string): Promise<readonly boolean[]> =>
    (await scan([{ path: 'a.js', text }], { grammars: grammarFiles })).findings.map(
      ({ secretInBrowser }) => secretInBrowser,
    )
  expect(await inBrowser(sign + page + server)).toEqual([false])
  expect(await inBrowser(sign + page + off(server))).toEqual([true])
  expect(await inBrowser(off(sign + page + server))).toEqual([false])
  expect(await inBrowser(off(sign + page))).toEqual([true])
})

test('a file that is renamed to the new package is read for its version', async () => {
  const text = `import { ZoomMtg } from '@zoomus/websdk'\n${join}\n`
  expect(await found(text)).toEqual(['1 legacy-package'])
  expect(await found(text, 'a.js', { renamePackage: true })).toEqual([
    '1 legacy-package',
    '2 sdk-key-in-join',
  ])
  const other = text.replace('@zoomus/websdk', '@zoom/meetingsdk')
  expect(await found(other, 'a.js', { renamePackage: true })).toEqual([])
})

test('the version of the SDK is asked once of each text, and of no file without code for it', async () => {
  const asked: string[] = []
  const sdkMajor = (path: string, text: string): number => {
    asked.push(`${path} ${text.length}`)
    return 4
  }
  const text = `${join}\n// ${join}\n`
  expect(await found(text, 'a.js', { sdkMajor })).toEqual([
    '1 sdk-key-in-join',
    '2 sdk-key-in-join off',
  ])
  expect(await found(sign, 'b.js', { sdkMajor })).toEqual(['4 legacy-hmac-code'])
  // Once as it is and once as it becomes.
  expect(asked).toEqual([text, text.replace(" sdkKey: 'k',", '')].map((t) => `a.js ${t.length}`))
})

test('each block of a file is read in its language', async () => {
  const text = `<?php\n$mac = hash_hmac('sha256', $a, $b);\n?>\n<script>\n${oldJoin}\n</script>\n`
  expect(await found(text, 'a.php')).toEqual(['5 api-key-in-join'])
  expect(
    await found(`<script>\nlet a\n</script>\n<script>\n${oldJoin}\n</script>\n`, 'a.html'),
  ).toEqual(['5 api-key-in-join'])
})
