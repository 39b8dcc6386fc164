import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { renderEnvExample, renderHelp, renderSettingsTable } from './render-settings.ts'
import { settings } from './settings.ts'

const home = join(import.meta.dirname, '..')
const names = Object.values(settings).map(({ name }) => name)

test('.env.example is what the table renders (pnpm --filter @sigshift/api env-example)', () => {
  expect(readFileSync(join(home, '.env.example'), 'utf8')).toBe(renderEnvExample())
})

test('.env.example as it is gives the defaults', () => {
  expect(readConfig(parseEnv(renderEnvExample()) as Record<string, string>)).toEqual(readConfig({}))
})

test('the README has the table of settings', () => {
  expect(readFileSync(join(home, 'README.md'), 'utf8')).toContain(renderSettingsTable())
})

test.each(names)('--help names %s', (name) => {
  expect(renderHelp()).toContain(`  ${name} `)
})
