/** What is sent to Zoom's sample and to ours. */
export interface Exchange {
  readonly method: string
  readonly path: string
  readonly contentType: string | null
  readonly body: string | null
}

const numbers = [
  '"84512367890"',
  '"845 1236 7890"',
  '"845-1236-7890"',
  '" 84512367890 "',
  '84512367890',
  '"1"',
  '"123456789012"',
  '"1234567890123"',
  '0',
  '-5',
  '1.5',
  '""',
  'null',
  'true',
  '[1]',
  '{}',
  '"next Tuesday"',
  '"８４５"',
  '"https://zoom.us/j/84512367890"',
  undefined,
]
const roles = [
  '0',
  '1',
  '"0"',
  '"1"',
  '2',
  '-1',
  '"2"',
  '1.0',
  '1.0000001',
  '"1.9"',
  '"1abc"',
  '" 1"',
  '"+1"',
  '"01"',
  '"0x1"',
  '""',
  'null',
  'true',
  'false',
  '[1]',
  '["1"]',
  '{}',
  '"host"',
  undefined,
]
const lifetimes = [
  '1799',
  '1800',
  '1801',
  '3600',
  '"3600"',
  '7200',
  '172799',
  '172800',
  '172801',
  '0',
  '-1',
  '3600.5',
  '"3600.5"',
  '"7200abc"',
  '" 7200"',
  '"1e4"',
  '1e4',
  '1e21',
  '""',
  'null',
  'true',
  '[7200]',
  '"an hour"',
]
const modes = ['0', '1', '"0"', '"1"', '2', '"1x"', '1.5', '""', 'null', 'true', '[1]', '{}']

const bodies = [
  '{}',
  '[]',
  '[1]',
  'null',
  '"text"',
  '1',
  '',
  '{',
  '{"meetingNumber":"1","role":0',
  '{"meetingNumber":"1","role":0}}',
  '{"meetingNumber":"1","role":0,}',
  "{'meetingNumber':'1','role':0}",
  'meetingNumber=1&role=0',
  '{"meetingNumber":"1","role":0,"role":1}',
  '{"meetingNumber":"1","role":1,"role":0}',
  '{"meetingNumber":"1","role":0,"extra":1}',
  '{"meetingNumber":"1","role":0,"Role":1}',
  '{"meetingNumber":"1","role":0,"expirationSecond":3600}',
  '{"meetingNumber":"1","role":0,"__proto__":{"role":1}}',
  '{"meetingNumber":"1","role":0,"constructor":1}',
  '{"meetingNumber":"1","role":0,"toString":1}',
  '{"meetingNumber":"1","role":0,"iat":1,"exp":9999999999}',
  '{"meetingNumber":"1","role":0,"sdkKey":"another"}',
  ' {"meetingNumber":"1","role":0} ',
  `{"meetingNumber":"1","role":0}${' '.repeat(20_000)}`,
]
const types = [
  'application/json; charset=utf-8',
  'application/json;charset=UTF-8',
  'APPLICATION/JSON',
  'application/json; charset=latin9',
  'text/plain',
  'application/x-www-form-urlencoded',
  'application/vnd.api+json',
  null,
]

const json = 'application/json'
const post = (body: string, contentType: string | null = json): Exchange => ({
  method: 'POST',
  path: '/',
  contentType,
  body,
})

function bodyOf(members: Readonly<Record<string, string | undefined>>): string {
  const parts = Object.entries(members).filter(([, value]) => value !== undefined)
  return `{${parts.map(([name, value]) => `"${name}":${value}`).join(',')}}`
}

/** The same numbers at each run (mulberry32), so that the recording names its requests. */
function createRandom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** 500 requests: each value of each member in a sound body, bodies, types, methods, and mixtures. */
export function createRequests(): readonly Exchange[] {
  const sound = { meetingNumber: '"84512367890"', role: '0' }
  const requests = [
    ...numbers.map((meetingNumber) => post(bodyOf({ ...sound, meetingNumber }))),
    ...roles.map((role) => post(bodyOf({ ...sound, role }))),
    ...lifetimes.map((expirationSeconds) => post(bodyOf({ ...sound, expirationSeconds }))),
    ...modes.map((videoWebRtcMode) => post(bodyOf({ ...sound, videoWebRtcMode }))),
    ...bodies.map((body) => post(body)),
    ...types.map((type) => post(bodyOf(sound), type)),
    ...['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'].map((method) => ({
      method,
      path: '/',
      contentType: null,
      body: null,
    })),
    ...['/nothing', '//', '/?role=1', '/%2e', '/index.js'].map((path) => ({
      ...post(bodyOf(sound)),
      path,
    })),
  ]
  const random = createRandom(6)
  const pick = (values: readonly (string | undefined)[]): string | undefined =>
    values[random(values.length)]
  while (requests.length < 500) {
    const members = {
      meetingNumber: random(3) > 0 ? sound.meetingNumber : pick(numbers),
      role: random(3) > 0 ? ['0', '1', '"0"', '"1"'][random(4)] : pick(roles),
      expirationSeconds: random(2) > 0 ? undefined : pick(lifetimes),
      videoWebRtcMode: random(2) > 0 ? undefined : pick(modes),
    }
    requests.push(post(bodyOf(members)))
  }
  return requests
}
