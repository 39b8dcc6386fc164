import { expect, test } from 'vitest'
import { show, value } from '../../testing/terms.ts'
import type { LegacySignature } from '../meanings/legacy-signature.ts'
import type { Term } from '../terms/term.ts'
import { partsOf } from './signature-parts.ts'

const elsewhere = (term: Term): Term => ({ ...term, inlined: true })
const whole: LegacySignature = {
  node: value('signature').node,
  key: value('key'),
  secret: value('secret'),
  meetingNumber: value('number'),
  role: value('role'),
  flaws: [],
}

test('the four parts are handed on where each can be read here', () => {
  const parts = partsOf(whole)
  if ('reason' in parts) throw new Error(parts.reason)
  expect(Object.entries(parts).map(([name, term]) => `${name}: ${show(term)}`)).toEqual([
    'key: key',
    'secret: secret',
    'meetingNumber: number',
    'role: role',
  ])
})

const encoded = (of: Term): Term => ({ kind: 'bytes', of, node: value('x').node, inlined: true })

test('a secret that is only encoded in another function is the secret here', () => {
  const parts = partsOf({ ...whole, secret: encoded(value('secret')) })
  expect('secret' in parts && show(parts.secret)).toBe('secret')
  const bytes: Term = { ...encoded(value('secret')), inlined: false }
  const here = partsOf({ ...whole, secret: bytes })
  expect('secret' in here && show(here.secret)).toBe('bytes(secret)')
})

const key = 'The key cannot be told from the code.'
const secret = 'The secret is made in another function.'
const number = 'The meeting number cannot be told from the code.'
const role = 'The role cannot be told from the code.'

test.each<[Partial<LegacySignature>, string]>([
  [{ key: undefined }, key],
  [{ key: elsewhere(value('key')) }, key],
  [{ secret: elsewhere(value('secret')) }, secret],
  [{ secret: encoded(elsewhere(value('secret'))) }, secret],
  [{ meetingNumber: undefined }, number],
  [{ meetingNumber: elsewhere(value('number')) }, number],
  [{ role: undefined }, role],
  [{ role: elsewhere(value('role')) }, role],
])('case %#: a part that cannot be read here is told', (change, reason) => {
  expect(partsOf({ ...whole, ...change })).toEqual({ reason })
})
