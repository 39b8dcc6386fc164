import { expect, test } from 'vitest'
import { grammarFiles } from './edge/grammar-files.ts'
import type { ScanReport } from './finding.ts'
import { applyEdits } from './rewrite/edit.ts'
import { type ScanOptions, scan } from './scan.ts'

interface Outcome extends ScanReport {
  readonly text: string
}

async function migrate(
  path: string,
  text: string,
  options: Omit<ScanOptions, 'grammars'>,
): Promise<Outcome> {
  const report = await scan([{ path, text }], { ...options, grammars: grammarFiles })
  return { ...report, text: applyEdits(text, report.rewrites[0]?.edits ?? []) }
}

const renameEnv = {
  ZOOM_JWT_API_KEY: 'ZOOM_MEETING_SDK_KEY',
  ZOOM_JWT_API_SECRET: 'ZOOM_MEETING_SDK_SECRET',
  API_KEY: 'ZOOM_MEETING_SDK_KEY',
}

test.each([
  [
    '.env.local',
    'export ZOOM_JWT_API_KEY="a"\r\nOTHER=$ZOOM_JWT_API_KEY\r\n',
    'export ZOOM_MEETING_SDK_KEY="a"\r\nOTHER=$ZOOM_MEETING_SDK_KEY\r\n',
  ],
  ['.env', 'API_KEY=a\nMY_API_KEY=b\n', 'ZOOM_MEETING_SDK_KEY=a\nMY_API_KEY=b\n'],
  [
    'docker-compose.yml',
    'environment:\n  - API_KEY=$API_KEY\n',
    'environment:\n  - ZOOM_MEETING_SDK_KEY=$ZOOM_MEETING_SDK_KEY\n',
  ],
  ['a.js', 'const k = process.env.API_KEY', 'const k = process.env.ZOOM_MEETING_SDK_KEY'],
  [
    'b.ts',
    "const k = config.get<string>('API_KEY')",
    "const k = config.get<string>('ZOOM_MEETING_SDK_KEY')",
  ],
  [
    'c.js',
    'const { API_KEY, X } = process.env\nuse(API_KEY)',
    'const { ZOOM_MEETING_SDK_KEY: API_KEY, X } = process.env\nuse(API_KEY)',
  ],
  [
    'd.js',
    'const { API_KEY: key } = process.env',
    'const { ZOOM_MEETING_SDK_KEY: key } = process.env',
  ],
  [
    'e.py',
    "k = os.environ['API_KEY'] or os.environ.get(\"API_KEY\") or os.getenv('API_KEY')",
    "k = os.environ['ZOOM_MEETING_SDK_KEY'] or os.environ.get(\"ZOOM_MEETING_SDK_KEY\") or os.getenv('ZOOM_MEETING_SDK_KEY')",
  ],
  [
    'f.php',
    "<?php $k = $_ENV['API_KEY'] ?? getenv('API_KEY') ?? env('API_KEY');",
    "<?php $k = $_ENV['ZOOM_MEETING_SDK_KEY'] ?? getenv('ZOOM_MEETING_SDK_KEY') ?? env('ZOOM_MEETING_SDK_KEY');",
  ],
  [
    'g.rb',
    "ENV.fetch('API_KEY') || ENV['API_KEY']",
    "ENV.fetch('ZOOM_MEETING_SDK_KEY') || ENV['ZOOM_MEETING_SDK_KEY']",
  ],
  ['h.go', 'k := os.Getenv("API_KEY")', 'k := os.Getenv("ZOOM_MEETING_SDK_KEY")'],
  [
    'i.java',
    'String k = System.getenv("API_KEY");',
    'String k = System.getenv("ZOOM_MEETING_SDK_KEY");',
  ],
  [
    'j.cs',
    'var k = Environment.GetEnvironmentVariable("API_KEY");',
    'var k = Environment.GetEnvironmentVariable("ZOOM_MEETING_SDK_KEY");',
  ],
  [
    'k.js',
    "const API_KEY = 'x'; send({ API_KEY, 'API_KEY': 1 })",
    "const API_KEY = 'x'; send({ API_KEY, 'API_KEY': 1 })",
  ],
  [
    'l.js',
    'const ZOOM_JWT_API_KEY = process.env.ZOOM_JWT_API_KEY',
    'const ZOOM_MEETING_SDK_KEY = process.env.ZOOM_MEETING_SDK_KEY',
  ],
])('names of the environment in %s', async (path, before, after) => {
  const done = await migrate(path, before, { renameEnv })
  expect(done.text).toBe(after)
  expect(done.findings.every(({ fixable }) => fixable)).toBe(true)
  expect((await migrate(path, done.text, { renameEnv })).rewrites).toEqual([])
})

test('a name that is there already is not given twice', async () => {
  const before = 'ZOOM_JWT_API_KEY=a\nZOOM_MEETING_SDK_KEY=b\n'
  const { text, findings } = await migrate('.env', before, { renameEnv })
  expect(text).toBe(before)
  expect(findings).toMatchObject([{ code: 'legacy-env-name', fixable: false }])
})

test('new code has the new names', async () => {
  const { text } = await migrate(
    'sign.js',
    `const crypto = require('crypto')
module.exports = (mn, role) => {
  const ts = Date.now() - 30000
  const msg = Buffer.from(process.env.ZOOM_JWT_API_KEY + mn + ts + role).toString('base64')
  const hash = crypto.createHmac('sha256', process.env.ZOOM_JWT_API_SECRET).update(msg).digest('base64')
  return Buffer.from(\`\${process.env.ZOOM_JWT_API_KEY}.\${mn}.\${ts}.\${role}.\${hash}\`).toString('base64')
}
`,
    { renameEnv },
  )
  expect(text).toContain('@sigshift/signer/sync')
  expect(text).toContain('process.env.ZOOM_MEETING_SDK_KEY')
  expect(text).toContain('process.env.ZOOM_MEETING_SDK_SECRET')
  expect(text).not.toContain('ZOOM_JWT')
})

test('the package is renamed where that is asked', async () => {
  const code = `import { ZoomMtg } from "@zoomus/websdk"
import '@zoomus/websdk/dist/css/bootstrap.css'
client.join({ signature, sdkKey, meetingNumber, userName })
`
  const asked = await migrate('a.js', code, { renamePackage: true })
  expect(asked.text).toBe(`import { ZoomMtg } from "@zoom/meetingsdk"
import '@zoom/meetingsdk/dist/css/bootstrap.css'
client.join({ signature, meetingNumber, userName })
`)
  expect((await migrate('a.js', code, {})).text).toBe(code)
  const page = '<script src="https://unpkg.com/@zoomus/websdk@2.9.5/dist/x.js"></script>'
  expect((await migrate('a.html', page, { renamePackage: true })).text).toBe(page)
})

test.each([
  ['a.js', "const { ZoomMtg } = require('@zoomus/websdk')"],
  ['b.js', "const load = () => import('@zoomus/websdk/embedded')"],
  ['c.ts', "declare module '@zoomus/websdk'"],
  ['d.ts', "import type { ZoomMtg } from '@zoomus/websdk/dist/types'"],
  ['e.vue', "<style>\n@import '~@zoomus/websdk/dist/css/bootstrap.css';\n</style>"],
  ['f.scss', '@import "~@zoomus/websdk/dist/css/react-select";'],
  ['g.css', '@import url("../node_modules/@zoomus/websdk/dist/css/bootstrap.css");'],
  ['angular.json', '{ "styles": ["node_modules/@zoomus/websdk/dist/css/bootstrap.css"] }'],
  ['h.html', '<script src="node_modules/@zoomus/websdk/dist/lib/av/a.js"></script>'],
  ['i.html', '<script src="https://unpkg.com/@zoomus/websdk/dist/zoom.js"></script>'],
  ['j.js', "ZoomMtg.setZoomJSLib('node_modules/@zoomus/websdk/dist/lib', '/av')"],
  [
    'jest.config.js',
    "module.exports = { moduleNameMapper: { '^@zoomus/websdk$': '<rootDir>/x' } }",
  ],
  ['README.md', "```js\nimport { ZoomMtg } from '@zoomus/websdk'\n```"],
  ['setup.sh', 'npm install --save @zoomus/websdk'],
  ['k.tsx', "jest.mock('@zoomus/websdk', () => ({}))"],
])('every form of the name is renamed: %s', async (path, before) => {
  const { text, findings } = await migrate(path, before, { renamePackage: true })
  expect(text).toBe(before.replace('@zoomus/websdk', '@zoom/meetingsdk'))
  expect(findings).toMatchObject([{ code: 'legacy-package', fixable: true }])
})

test.each([
  ['CHANGES.md', 'Renamed from `@zoomus/websdk` to `@zoom/meetingsdk`.'],
  ['a.js', "import x from '@zoomus/websdk-helper'"],
  ['b.js', '// see zoomus/websdk'],
])('what is no use of the package stays: %s', async (path, before) => {
  const { text, findings } = await migrate(path, before, { renamePackage: true })
  expect(text).toBe(before)
  expect(findings).toEqual([])
})

test.each([
  [
    '{ "dependencies": { "@zoomus/websdk": "^2.3.0", "b": "1" } }',
    /^\{ "dependencies": \{ "@zoom\/meetingsdk": "\^\d+\.\d+\.\d+", "b": "1" \} \}$/,
  ],
  [
    '{"dependencies":{"@zoom/meetingsdk":"^3.1.0","@zoomus/websdk":"^2.3.0"}}',
    /^\{"dependencies":\{"@zoom\/meetingsdk":"\^3\.1\.0"\}\}$/,
  ],
  [
    '{"dependencies":{"@zoomus/websdk":"file:../websdk"}}',
    /^\{"dependencies":\{"@zoomus\/websdk":"file:\.\.\/websdk"\}\}$/,
  ],
])('the package in a manifest: %s', async (before, after) => {
  const { text } = await migrate('package.json', before, { renamePackage: true })
  expect(text).toMatch(after)
})
