import { afterEach, expect, test } from 'vitest'
import { call } from '../../testing/call.ts'
import { createTree, oldCode, removeTrees } from '../../testing/tree.ts'

afterEach(removeTrees)

const manifest = '{ "dependencies": { "@zoom/meetingsdk": "^4.0.0" } }'

test('a folder: old code, the SDK version, and what changed since', async () => {
  const cwd = await createTree({ 'app/sign.js': oldCode, 'app/package.json': manifest })
  const { exitCode, stdout } = await call(['doctor', 'app'], { cwd })
  expect(exitCode).toBe(1)
  expect(stdout).toMatch(/^✗ 1 finding in 1 file\n\napp\/sign\.js\n {2}7:10 {4}error: /)
  expect(stdout).toContain('\n@zoom/meetingsdk ^4.0.0 in app/package.json\n  since 4.1.0  ')
  expect(stdout).not.toContain('since 4.0.0')
})

test('in JSON', async () => {
  const cwd = await createTree({ 'sign.js': oldCode, 'package.json': manifest })
  const { stdout } = await call(['doctor', '.', '--json'], { cwd })
  expect(JSON.parse(stdout)).toMatchObject({
    sound: false,
    sdk: [{ package: '@zoom/meetingsdk', version: '^4.0.0', file: 'package.json' }],
    findings: [{ code: 'legacy-hmac-code', file: 'sign.js' }],
    summary: { found: 1 },
  })
})

test('a folder without any of it is sound', async () => {
  const cwd = await createTree({ 'a.js': 'let x\n' })
  const { exitCode, stdout } = await call(['doctor', '.'], { cwd })
  expect(exitCode).toBe(0)
  expect(stdout).toContain('\nNo manifest or lockfile names a version of Zoom’s web SDK.\n')
})

test('nothing that is asked of an endpoint goes with a folder', async () => {
  const cwd = await createTree({})
  const { exitCode, stderr } = await call(['doctor', '.', '--origin', 'https://a.example'], { cwd })
  expect(exitCode).toBe(2)
  expect(stderr).toContain('Of a folder nothing can be asked, so only --json goes with it.')
})
