import { expect, test } from 'vitest'
import { grammarFiles } from './edge/grammar-files.ts'
import { scan } from './scan.ts'

/** What is found in one file: code, line, the reason and whether a secret is in reach of a browser. */
async function found(path: string, text: string): Promise<readonly string[]> {
  const { findings } = await scan([{ path, text }], { grammars: grammarFiles })
  return findings
    .filter(({ confidence }) => confidence === 'low')
    .map(({ code, line, language, manual, secretInBrowser }) =>
      [code, line, language, manual?.reason, ...(secretInBrowser ? ['in browser'] : [])].join(
        ' | ',
      ),
    )
}

const call = 'ZoomMtg.generateSignature({ meetingNumber: n, apiSecret: s, role: 0 })'
const halfCall = call.replace(' role: 0 })', ' ((')
const recipe = `mac = hmac_sha256(api_secret, base64(api_key + meeting_number + ts + role)); signature = base64(api_key + '.' + meeting_number + '.' + ts + '.' + role + '.' + mac)`
const unparsed = 'This part is in no language that is parsed.'
const broken = 'The file does not parse.'
const inOther = 'The code is text inside other code.'

test('a call in an attribute of a page is in no language that is parsed', async () => {
  expect(await found('a.html', `<p>\n<button onclick="${call}">Join</button>\n`)).toEqual([
    `generate-signature-call | 2 | text | ${unparsed} | in browser`,
  ])
})

test('a call that a file without sense holds is found all the same', async () => {
  expect(await found('a.js', `f((\n${halfCall}\n`)).toEqual([
    `generate-signature-call | 2 | javascript | ${broken} | in browser`,
  ])
})

test.each([
  ['a string', `<?php\n$page = '<a onclick="${call}">';\n`, 2],
  ['a heredoc', `<?php\n$page = <<<PAGE\n<p>\n<a onclick="${call}">\n</p>\nPAGE;\n`, 4],
  ['a nowdoc', `<?php\n$page = <<<'PAGE'\n<p>\n<a onclick="${call}">\n</p>\nPAGE;\n`, 4],
])('a call in %s of another language is text inside other code', async (_, text, line) => {
  expect(await found('a.php', text)).toEqual([
    `generate-signature-call | ${line} | text | ${inOther} | in browser`,
  ])
})

test('a text of a script may well say what it calls', async () => {
  const text = `log('use ZoomMtg.generateSignature({ apiSecret })')\n`
  expect(await found('a.js', text)).toEqual([])
  expect(await found('a.ts', text)).toEqual([])
  expect(await found('a.tsx', text)).toEqual([])
})

test.each([
  ['prose', `# How\n\n${recipe}\n`, []],
  ['a block', `# How\n\n\`\`\`\n${recipe}\n\`\`\`\n`, [4]],
  ['a block with other marks', `# How\n\n~~~\n${recipe}\n~~~\n`, [4]],
  ['an indented block', `# How\n\n    ${recipe}\n`, [3]],
  ['a block after a tab', `# How\n\n\t${recipe}\n`, [3]],
  ['prose after a block', `\`\`\`\na\n\`\`\`\n\n${recipe}\n`, []],
  ['prose with three spaces', `# How\n\n   ${recipe}\n`, []],
  ['prose with marks in its lines', `a \`\`\` b\n${recipe}\n`, []],
])('the recipe in %s of Markdown is found by its block', async (_, text, lines) => {
  const place = (line: number): string => `legacy-hmac-code | ${line} | text | ${unparsed}`
  expect(await found('a.md', text)).toEqual(lines.map(place))
})

test('the recipe outside of Markdown is found where the file does not parse', async () => {
  expect(await found('a.rb', `def f(\n${recipe}\n`)).toEqual([
    `legacy-hmac-code | 2 | ruby | ${broken}`,
  ])
  expect(await found('a.html', `<p>\n${recipe}\n</p>\n`)).toEqual([])
})

test('the recipe in a text of other code is no code', async () => {
  expect(await found('a.php', `<?php\n$help = "${recipe}";\n`)).toEqual([])
})

test('a place near one that is known is not told twice, a place farther off is', async () => {
  const line = (blanks: number): string =>
    `<p>\n<a onclick="${call}">a</a>${' '.repeat(blanks)}\n<script>\n${call}\n</script>\n`
  expect(await found('a.html', line(0))).toEqual([])
  expect(await found('a.html', line(200))).toHaveLength(1)
  const after = (blanks: number): string =>
    `<script>\n${call}\n</script>${' '.repeat(blanks)}<a onclick="${call}">a</a>\n`
  expect(await found('a.html', after(0))).toEqual([])
  expect(await found('a.html', after(200))).toHaveLength(1)
})

test('another code near by is told', async () => {
  const sdk = call.replace('Signature', 'SDKSignature')
  const text = `<a onclick="${sdk}">a</a>\n<script>\n${call}\n</script>\n`
  expect(await found('a.html', text)).toEqual([
    `generate-sdk-signature-call | 1 | text | ${unparsed} | in browser`,
  ])
})

test('a key in join is no secret; a secret is one where a browser reads it', async () => {
  const join = `ZoomMtg.join({ signature, apiKey: 'k', meetingNumber: n })`
  expect(await found('a.html', `<a onclick="${join}">a</a>\n`)).toEqual([
    `api-key-in-join | 1 | text | ${unparsed}`,
  ])
  const secret = `data-api-secret="aB3dE5fG7hI9jK1lM3nO"`
  const settings = `apiSecret = 'aB3dE5fG7hI9jK1lM3nO'`
  const inPage = `<div ${secret} data-set="${settings}"></div><script>ZoomMtg.init()</script>\n`
  expect(await found('a.html', inPage)).toEqual([
    `secret-in-frontend | 1 | text | ${unparsed} | in browser`,
  ])
  expect(await found('a.md', inPage)).toEqual([])
})

test('code that was switched off and does not parse is told as such', async () => {
  const off = `// f((\n// ${halfCall}\n`
  expect(await found('a.js', `ZoomMtg.init()\n${off}f()\n`)).toEqual([
    'generate-signature-call | 3 | javascript | The code is commented out. | in browser',
  ])
})
