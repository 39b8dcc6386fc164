import { expect, test } from 'vitest'
import { faultyIgnoreComments } from './ignore-comments.ts'

const directive = 'sigshift-ignore-next-line legacy-hmac-code'

test.each([
  `// ${directive} for old servers`,
  `/* ${directive} for old servers */`,
  `{/* ${directive} for old servers */}`,
  `# ${directive}: for old servers\r`,
  `<!-- ${directive}, legacy-env-name -- for old servers -->`,
  `{{-- ${directive} for old servers --}}`,
  `@* ${directive} für alte Server *@`,
  'code()',
])('%j is as it should be', (line) => {
  expect(faultyIgnoreComments('a.js', `first\n${line}\nlast\n`)).toEqual([])
})

test.each([
  ['// sigshift-ignore-next-line', 'names no code'],
  ['/* sigshift-ignore-next-line */', 'names no code'],
  ['<!-- sigshift-ignore-next-line -->', 'names no code'],
  ['// sigshift-ignore-next-line legacy-hmac because', 'names a code that does not exist'],
  [`// ${directive}, legacy-hmac because`, 'names a code that does not exist'],
  [`// ${directive}`, 'gives no reason'],
  [`/* ${directive} */`, 'gives no reason'],
  [`<!-- ${directive} -->`, 'gives no reason'],
  [`{{-- ${directive} --}}`, 'gives no reason'],
])('%s: %s', (line, fault) => {
  expect(faultyIgnoreComments('a.js', `first\n${line}\n`)).toEqual([
    `a.js:2: sigshift-ignore-next-line ${fault}.`,
  ])
})
