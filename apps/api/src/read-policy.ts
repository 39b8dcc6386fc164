import { createInputParser, meetingSdk } from '@sigshift/spec'
import type { FileReader, Members } from './file-reader.ts'
import type { ConditionalPolicy } from './identity-provider.ts'
import { leastPolicy, type Policy, type SubjectRule } from './policy.ts'
import { type ProductName, productNames, products, roleNames } from './products.ts'

const parseMeeting = createInputParser(meetingSdk)

const subjectMembers = productNames.flatMap((name) => {
  const { subject } = products[name]
  return [`${subject}s`, `${subject}Claim`]
})

const policyMembers = [
  'products',
  'apps',
  'roles',
  ...subjectMembers,
  'maxLifetimeSeconds',
  'ratePerMinute',
]

/** Numbers as people paste them; they are compared as they are signed. */
function normalise(product: ProductName, text: string): string {
  if (product !== 'meeting') return text
  const parsed = parseMeeting({ meetingNumber: text, role: 0 })
  return parsed.ok ? parsed.value.meetingNumber : ''
}

function readSubject(
  reader: FileReader,
  place: string,
  members: Members,
  product: ProductName,
  hasClaims: boolean,
): SubjectRule | undefined {
  const { subject } = products[product]
  const { [`${subject}s`]: list, [`${subject}Claim`]: claim } = members
  if (list === undefined && claim === undefined) return undefined
  const wanted = product === 'meeting' ? 'the digits of a meeting number' : 'a text'
  const texts = list === undefined ? undefined : reader.texts(`${place}.${subject}s`, list, wanted)
  const values = texts && new Set(texts.map((text) => normalise(product, text)))
  if (texts && values?.has('')) reader.fault(`${place}.${subject}s`, texts, `each ${wanted}`)
  if (claim !== undefined && !hasClaims) {
    reader.fault(`${place}.${subject}Claim`, claim, 'nothing: a caller with a key has no claims')
  }
  return {
    ...(values ? { values } : {}),
    ...(claim === undefined ? {} : { claim: reader.text(`${place}.${subject}Claim`, claim) }),
  }
}

function readSubjects(
  reader: FileReader,
  place: string,
  members: Members,
  kinds: readonly ProductName[],
  hasClaims: boolean,
): Policy['subjects'] {
  const subjects: Partial<Record<ProductName, SubjectRule>> = {}
  for (const product of productNames) {
    const rule = readSubject(reader, place, members, product, hasClaims)
    if (!rule) continue
    subjects[product] = rule
    if (!kinds.includes(product)) {
      const { subject } = products[product]
      reader.faults.push(
        `${place} has a rule for ${subject}, and no "${product}" in products: it would limit nothing.`,
      )
    }
  }
  return subjects
}

function readMembers(
  reader: FileReader,
  place: string,
  members: Members,
  hasClaims: boolean,
): Policy {
  const { apps, roles, maxLifetimeSeconds, ratePerMinute } = members
  const kinds =
    members.products === undefined
      ? leastPolicy.products
      : reader.words(`${place}.products`, members.products, productNames)
  return {
    products: kinds,
    roles:
      roles === undefined ? leastPolicy.roles : reader.words(`${place}.roles`, roles, roleNames),
    subjects: readSubjects(reader, place, members, kinds, hasClaims),
    maxLifetimeSeconds:
      maxLifetimeSeconds === undefined
        ? leastPolicy.maxLifetimeSeconds
        : reader.integer(`${place}.maxLifetimeSeconds`, maxLifetimeSeconds, 1801, 172_800),
    ...(apps === undefined ? {} : { apps: reader.texts(`${place}.apps`, apps, 'a name') }),
    ...(ratePerMinute === undefined
      ? {}
      : { ratePerMinute: reader.integer(`${place}.ratePerMinute`, ratePerMinute, 1, 1_000_000) }),
  }
}

/** The policy of a caller with a key. */
export function readPolicy(reader: FileReader, place: string, value: unknown): Policy {
  const members = value === undefined ? {} : reader.object(place, value, policyMembers)
  return readMembers(reader, place, members, false)
}

/** One policy of an identity provider, with what a token must say for it. */
export function readConditionalPolicy(
  reader: FileReader,
  place: string,
  value: unknown,
): ConditionalPolicy {
  const members = reader.object(place, value, ['when', ...policyMembers])
  const policy = readMembers(reader, place, members, true)
  if (members.when === undefined) return { policy }
  const when = reader.object(`${place}.when`, members.when, ['claim', 'has'])
  const { has } = when
  const isPlain = typeof has === 'string' || typeof has === 'number' || typeof has === 'boolean'
  if (!isPlain) reader.fault(`${place}.when.has`, has, 'a text, a number, true or false')
  const claim = reader.text(`${place}.when.claim`, when.claim)
  return { when: { claim, has: isPlain ? has : false }, policy }
}
