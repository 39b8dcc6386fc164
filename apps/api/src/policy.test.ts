import { expect, test } from 'vitest'
import {
  type Caller,
  createOpenCaller,
  findBreach,
  leastPolicy,
  type Policy,
  withinLifetime,
} from './policy.ts'
import type { ProductName, Values } from './products.ts'

function caller(policy: Partial<Policy>, claims?: Caller['claims']): Caller {
  const whole = { ...leastPolicy, ...policy }
  return { id: 'c', rule: claims ? 'jwt' : 'key', policy: whole, ...(claims ? { claims } : {}) }
}

const list = (...values: string[]): { readonly values: ReadonlySet<string> } => ({
  values: new Set(values),
})
const least = caller({})
const anything = caller({
  products: ['meeting', 'video', 'cobrowse'],
  roles: ['participant', 'host', 'customer', 'agent'],
  maxLifetimeSeconds: 172_800,
})
const listed = caller({ subjects: { meeting: list('1', '2') } })
const nothingListed = caller({ subjects: { meeting: list() } })
const claimed = (claims?: Caller['claims']): Caller =>
  caller({ subjects: { meeting: { claim: 'meeting' } } }, claims)
const both = (meeting: unknown): Caller =>
  caller({ subjects: { meeting: { ...list('1', '2'), claim: 'meeting' } } }, { meeting })
const host = caller({ roles: ['host'] })
const video = caller({ products: ['video'], subjects: { video: list('daily') } })
const agent = caller({ products: ['cobrowse'], roles: ['agent'] })
const brief = caller({ maxLifetimeSeconds: 3600 })

const guest: Values = { meetingNumber: '1', role: 0, expirationSeconds: 7200 }
const daily: Values = { sessionName: 'daily', role: 0, expirationSeconds: 7200 }
const ann: Values = { userId: 'ann', role: 1, expirationSeconds: 7200 }

test.each<[string, Caller, ProductName, Values, string | undefined]>([
  // The least policy: participants of meetings, for two hours.
  ['least', least, 'meeting', guest, undefined],
  ['least', least, 'meeting', { ...guest, role: 1 }, 'role'],
  ['least', least, 'meeting', { ...guest, expirationSeconds: 7201 }, 'lifetime'],
  ['least', least, 'meeting', { ...guest, expirationSeconds: 1801 }, undefined],
  ['least', least, 'video', daily, 'product'],
  ['least', least, 'cobrowse', ann, 'product'],
  // Everything.
  ['anything', anything, 'meeting', { ...guest, role: 1, expirationSeconds: 172_800 }, undefined],
  ['anything', anything, 'video', { ...daily, role: 1 }, undefined],
  ['anything', anything, 'cobrowse', { ...ann, role: 2 }, undefined],
  // One role does not bring the other.
  ['host', host, 'meeting', { ...guest, role: 1 }, undefined],
  ['host', host, 'meeting', guest, 'role'],
  ['agent', agent, 'cobrowse', { ...ann, role: 2 }, undefined],
  ['agent', agent, 'cobrowse', ann, 'role'],
  // One kind of token does not bring the other.
  ['video', video, 'video', daily, undefined],
  ['video', video, 'meeting', guest, 'product'],
  // A list of subjects, also an empty one, and for its own kind of token alone.
  ['listed', listed, 'meeting', { ...guest, meetingNumber: '2' }, undefined],
  ['listed', listed, 'meeting', { ...guest, meetingNumber: '12' }, 'subject'],
  ['listed', listed, 'meeting', { ...guest, meetingNumber: undefined }, 'subject'],
  ['an empty list', nothingListed, 'meeting', guest, 'subject'],
  ['video', video, 'video', { ...daily, sessionName: 'Daily' }, 'subject'],
  // What the caller's own token names.
  ['claim', claimed({ meeting: '1' }), 'meeting', guest, undefined],
  ['claim of a number', claimed({ meeting: 1 }), 'meeting', guest, undefined],
  ['another claim', claimed({ meeting: '2' }), 'meeting', guest, 'subject'],
  ['claim of a list', claimed({ meeting: ['1'] }), 'meeting', guest, 'subject'],
  ['claim of true', claimed({ meeting: true }), 'meeting', guest, 'subject'],
  [
    'claim of a number that is one of several',
    caller({ products: ['cobrowse'], subjects: { cobrowse: { claim: 'id' } } }, { id: 2 ** 53 }),
    'cobrowse',
    { ...ann, userId: '9007199254740992' },
    'subject',
  ],
  [
    'claim of no whole number',
    claimed({ meeting: 1.5 }),
    'meeting',
    { ...guest, meetingNumber: '1.5' },
    'subject',
  ],
  ['no such claim', claimed({ other: '1' }), 'meeting', guest, 'subject'],
  ['no claims', claimed(), 'meeting', guest, 'subject'],
  [
    'a claim that every object has',
    caller({ subjects: { meeting: { claim: 'constructor' } } }, {}),
    'meeting',
    { ...guest, meetingNumber: String(Object) },
    'subject',
  ],
  // Both have to hold.
  ['list and claim', both('1'), 'meeting', guest, undefined],
  ['list and claim', both('2'), 'meeting', guest, 'subject'],
  ['list and claim', both('3'), 'meeting', { ...guest, meetingNumber: '3' }, 'subject'],
  // The shortest limit counts.
  ['brief', brief, 'meeting', { ...guest, expirationSeconds: 3600 }, undefined],
  ['brief', brief, 'meeting', { ...guest, expirationSeconds: 3601 }, 'lifetime'],
  // Of several breaches the first is told.
  ['video', video, 'meeting', { ...guest, role: 1, expirationSeconds: 9000 }, 'product'],
  ['an empty list', nothingListed, 'meeting', { ...guest, role: 1 }, 'role'],
  [
    'listed',
    listed,
    'meeting',
    { meetingNumber: '3', role: 0, expirationSeconds: 9000 },
    'subject',
  ],
])('policy %s, case %#: what a request breaks', (_, who, product, values, rule) => {
  expect(findBreach(who, product, values)?.rule).toBe(rule)
})

test.each<[Caller, ProductName, Values, string]>([
  [video, 'meeting', guest, 'This caller may not ask for this kind of token.'],
  [least, 'meeting', { ...guest, role: 1 }, 'This caller may not sign for the role host.'],
  [agent, 'cobrowse', ann, 'This caller may not sign for the role customer.'],
  [nothingListed, 'meeting', guest, 'This meetingNumber is not on the list of this caller.'],
  [
    claimed({ meeting: 'CANARY' }),
    'meeting',
    guest,
    "`meetingNumber` is not what the claim `meeting` of the caller's token says.",
  ],
  [
    brief,
    'meeting',
    { ...guest, expirationSeconds: 172_800 },
    'This caller may ask for 3600 seconds at most.',
  ],
])('case %#: a breach is told without what was asked for', (who, product, values, detail) => {
  expect(findBreach(who, product, values)?.detail).toBe(detail)
})

test.each<['participant' | 'host', ProductName, Values, string | undefined]>([
  ['participant', 'meeting', { ...guest, expirationSeconds: 172_800 }, undefined],
  ['participant', 'video', daily, undefined],
  ['participant', 'cobrowse', ann, undefined],
  ['participant', 'meeting', { ...guest, role: 1 }, 'role'],
  ['participant', 'cobrowse', { ...ann, role: 2 }, 'role'],
  ['host', 'meeting', { ...guest, role: 1 }, undefined],
  ['host', 'video', { ...daily, role: 1 }, undefined],
  ['host', 'cobrowse', { ...ann, role: 2 }, undefined],
])('open to every %s, case %#', (openAccess, product, values, rule) => {
  const anyone = createOpenCaller(openAccess)
  expect(anyone).toMatchObject({ id: 'anyone', rule: 'open' })
  expect(findBreach(anyone, product, values)?.rule).toBe(rule)
})

test.each<[Caller, number, number]>([
  [brief, 7200, 3600],
  [brief, 1801, 1801],
  [brief, 7201, 7201],
  [least, 7200, 7200],
  [anything, 7200, 7200],
  [anything, 172_800, 172_800],
])(
  'case %#: the default lifetime is shortened to what is allowed, another is not',
  (who, asked, given) => {
    const values = { ...guest, expirationSeconds: asked }
    expect(withinLifetime(who, 'meeting', values)).toEqual({ ...values, expirationSeconds: given })
  },
)
