import { expect, test } from 'vitest'
import { applyEdits } from './edit.ts'
import { renameEdits } from './env-names.ts'

const renamed = (text: string, file: string, from = 'API_KEY'): string =>
  applyEdits(text, renameEdits(text, file, [from, 'NEW_KEY']))

test.each([
  ['.env', 'API_KEY=1', 'NEW_KEY=1'],
  ['a/.env.local', 'API_KEY=1', 'NEW_KEY=1'],
  ['prod.env', 'API_KEY=1', 'NEW_KEY=1'],
  ['Dockerfile', 'ENV API_KEY 1', 'ENV NEW_KEY 1'],
  ['b/Dockerfile.dev', 'ARG API_KEY', 'ARG NEW_KEY'],
  ['a.yml', 'a: $API_KEY', 'a: $NEW_KEY'],
  ['a.YAML', 'a: $API_KEY', 'a: $NEW_KEY'],
  ['a.toml', 'API_KEY = 1', 'NEW_KEY = 1'],
  ['a.sh', 'echo $API_KEY', 'echo $NEW_KEY'],
  ['a.ps1', 'API_KEY', 'NEW_KEY'],
  ['a.md', 'API_KEY', 'NEW_KEY'],
  ['a.mdx', 'API_KEY', 'NEW_KEY'],
  ['a.markdown', 'API_KEY', 'NEW_KEY'],
  ['.env', 'MY_API_KEY API_KEYS', 'MY_API_KEY API_KEYS'],
  ['my.env.js', 'API_KEY', 'API_KEY'],
  ['myDockerfile.js', 'API_KEY', 'API_KEY'],
  ['a.yml.js', 'API_KEY', 'API_KEY'],
])('in the settings %s every %j gets its new name', (file, before, after) => {
  expect(renamed(before, file)).toBe(after)
})

test.each([
  'process.env.%',
  'process.env["%"]',
  "process.env['%']",
  'process.env[ `%` ]',
  'process.env?.%',
  'process.env!.%',
  'import.meta.env.%',
  'os.environ["%"]',
  'os.environ.get("%")',
  'os.getenv("%")',
  'environment.get("%")',
  '$_ENV["%"]',
  "$_SERVER['%']",
  'Environment.GetEnvironmentVariable("%")',
  'ENV["%"]',
  'ENV.fetch("%")',
  'ENV.key?("%")',
  'ENV.dig("%")',
  'Deno.env.get("%")',
  'config("%")',
  'config.get("%")',
  'config.get<string>("%")',
  'configService.getOrThrow<string>( "%" )',
  'settings.%',
  'setting["%"]',
  'Configuration["%"]',
  'env("%")',
  'env.require("%")',
])('code that reads the environment, %j, gets the new name', (code) => {
  const of = (name: string): string => code.replace('%', name)
  expect(renamed(of('API_KEY'), 'a.js')).toBe(of('NEW_KEY'))
})

test.each([
  'const API_KEY = 1',
  'other.API_KEY',
  'f("API_KEY")',
  'environs.API_KEY',
  'preconfigure(a, API_KEY)',
  'process.env.X || API_KEY',
  `process.env${' '.repeat(80)}.API_KEY`,
])('other code, %j, stays', (code) => {
  expect(renamed(code, 'a.js')).toBe(code)
})

test.each([
  ['const { API_KEY } = process.env', 'const { NEW_KEY: API_KEY } = process.env'],
  ['const {API_KEY: a}=process.env', 'const {NEW_KEY: a}=process.env'],
  ['const { API_KEY : a } = process.env', 'const { NEW_KEY : a } = process.env'],
  ['const { a, API_KEY } = import.meta.env', 'const { a, NEW_KEY: API_KEY } = import.meta.env'],
  ['const { API_KEY } = Bun.env', 'const { NEW_KEY: API_KEY } = Bun.env'],
  ['const { API_KEY } = Deno.env', 'const { NEW_KEY: API_KEY } = Deno.env'],
  ['const { MY_API_KEY, $API_KEY, API_KEY2 } = process.env', undefined],
  ['const { API_KEY } = process.environment', undefined],
  ['const { API_KEY } = other', undefined],
  ['const { API_KEY } ; process.env', undefined],
])('names taken out of the environment, %j, go on as variables', (before, after) => {
  expect(renamed(before, 'a.js')).toBe(after ?? before)
})

test('a name of Zoom’s is changed wherever it stands', () => {
  expect(renamed('let ZOOM_KEY = zoom_key', 'a.js', 'ZOOM_KEY')).toBe('let NEW_KEY = zoom_key')
  expect(renamed('let { zoomKey } = process.env', 'a.js', 'zoomKey')).toBe(
    'let { NEW_KEY } = process.env',
  )
})
