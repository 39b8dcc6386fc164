import { describe, expect, test } from 'vitest'
import { detect } from './detect.ts'
import type { JwtDetection } from './detection.ts'
import { jwtMessages } from './jwt-messages.ts'
import { encode } from './make-jwt.fixture.node.ts'

type Made = Readonly<Record<string, string>>

/** The texts that may have been signed, by what they are called. */
function messagesOf(text: string, code: string): Made {
  return Object.fromEntries(
    jwtMessages(detect(text) as JwtDetection)
      .filter((variant) => variant.code === code)
      .map(({ seen, make }) => [seen, make()]),
  )
}

const standard = (text: string): string => Buffer.from(text).toString('base64')
const bare = (text: string): string => text.replace(/=+$/, '')

describe('the two parts, put together in other ways', () => {
  // "~~~" and "???" give + and / in base64; header and payload end in one and two =.
  const head = '{"alg":"HS256","a":"~"}'
  const body = '{"appKey":"k","a":"~~~???>>>"}'
  const token = `${encode(head)}.${encode(body)}`
  const expected: Made = {
    'the parts with the standard alphabet and =': `${standard(head)}.${standard(body)}`,
    'the parts with the standard alphabet': `${bare(standard(head))}.${bare(standard(body))}`,
    'the parts with =': `${standard(head)}.${standard(body)}`
      .replaceAll('+', '-')
      .replaceAll('/', '_'),
    'the parts in base64url': token,
    'payload alone': encode(body),
    'header alone': encode(head),
    'payload.header': `${encode(body)}.${encode(head)}`,
    'header and payload without a dot': encode(head) + encode(body),
    'header.payload and a dot': `${token}.`,
    'header.payload and a line feed': `${token}\n`,
    'the JSON texts, not encoded': `${head}.${body}`,
    'the JSON texts, not encoded, without a dot': head + body,
    'the JSON of the payload': body,
    'base64 of header.payload': standard(token),
  }

  test('where they are in base64url', () => {
    expect(`${standard(head)} ${standard(body)}`).toMatch(/^\S+[^=]= \S*\+\S*\/\S*[^=]$/)
    expect(messagesOf(`${token}.x`, 'signed-wrong-message')).toEqual(expected)
  })

  test('where they are in the standard alphabet', () => {
    const parts = `${standard(head)}.${standard(body)}`
    expect(messagesOf(`${parts}.x`, 'signed-wrong-message')).toEqual({
      ...expected,
      'payload alone': standard(body),
      'header alone': standard(head),
      'payload.header': `${standard(body)}.${standard(head)}`,
      'header and payload without a dot': standard(head) + standard(body),
      'header.payload and a dot': `${parts}.`,
      'header.payload and a line feed': `${parts}\n`,
      'base64 of header.payload': standard(parts),
    })
  })

  test('of a part that is no base64, its text is empty', () => {
    const made = messagesOf(`${encode(head)}.!.x`, 'signed-wrong-message')
    expect(made['the JSON texts, not encoded']).toBe(`${head}.`)
    expect(made['the JSON of the payload']).toBe('')
  })

  test('of a header alone, the payload is empty', () => {
    const made = messagesOf(encode(head), 'signed-wrong-message')
    expect(made['payload.header']).toBe(`.${encode(head)}`)
    expect(made['header and payload without a dot']).toBe(encode(head))
  })
})

describe('the claims, written again', () => {
  const head = encode('{"typ":"JWT","alg":"HS256","kid":"1"}')
  const body = '{"x":"é/","mn":"1","role":0,"tokenExp":3,"iat":1,"exp":2,"sdkKey":"s","appKey":"a"}'
  const orderOf = (names: string): string => {
    const claims = JSON.parse(body) as Record<string, unknown>
    return JSON.stringify(Object.fromEntries(names.split(' ').map((name) => [name, claims[name]])))
  }
  const python =
    '{"x": "\\u00e9/", "mn": "1", "role": 0, "tokenExp": 3, "iat": 1, "exp": 2, "sdkKey": "s", "appKey": "a"}'
  const sorted = 'appKey exp iat mn role sdkKey tokenExp x'
  const payloads: Made = {
    compact: body,
    'with ", " and ": "': python,
    'with sorted names': orderOf(sorted),
    'sorted, with ", " and ": "':
      '{"appKey": "a", "exp": 2, "iat": 1, "mn": "1", "role": 0, "sdkKey": "s", "tokenExp": 3, "x": "\\u00e9/"}',
    'with \\/ for /': body.replace('/', '\\/'),
    'with \\uXXXX': body.replace('é', '\\u00e9'),
    'with \\/ and \\uXXXX': body.replace('é/', '\\u00e9\\/'),
    'indented by 2': JSON.stringify(JSON.parse(body), null, '  '),
    'indented by 4': JSON.stringify(JSON.parse(body), null, '    '),
    'the order of 2022': orderOf('sdkKey mn role iat exp appKey tokenExp x'),
    'the order of 2025': orderOf('appKey sdkKey mn role iat exp tokenExp x'),
    'sdkKey and appKey first': orderOf('sdkKey appKey mn role iat exp tokenExp x'),
    'the order of SDK 2.18': orderOf('sdkKey appKey iat exp mn role x tokenExp'),
    'the order of SDK 3': orderOf('appKey sdkKey iat exp mn role x tokenExp'),
    'iat and exp first': orderOf('iat exp tokenExp x mn role sdkKey appKey'),
    'keys last': orderOf('mn role iat exp tokenExp sdkKey appKey x'),
    'with mn of the other type': body.replace('"mn":"1"', '"mn":1'),
    'with role of the other type': body.replace('"role":0', '"role":"0"'),
  }
  const headers = [
    '{"alg":"HS256","typ":"JWT"}',
    '{"typ":"JWT","alg":"HS256"}',
    '{"alg":"HS256"}',
    '{"alg": "HS256", "typ": "JWT"}',
    '{"typ": "JWT", "alg": "HS256"}',
  ]

  test('under the header of the token, or the payload under another header', () => {
    const made = messagesOf(`${head}.${encode(body)}.x`, 'payload-reserialized')
    const { 'both parts with ", " and ": "': both, ...others } = made
    expect(others).toEqual({
      ...Object.fromEntries(
        headers.map((header) => [`header ${header}`, `${encode(header)}.${encode(body)}`]),
      ),
      ...Object.fromEntries(
        Object.entries(payloads).map(([seen, json]) => [
          `payload ${seen}`,
          `${head}.${encode(json)}`,
        ]),
      ),
    })
    expect(both).toBe(`${encode('{"typ": "JWT", "alg": "HS256"}')}.${encode(python)}`)
  })

  test('both parts with blanks, in either order of the header', () => {
    const both = jwtMessages(detect(`${head}.${encode(body)}.x`) as JwtDetection)
      .filter(({ seen }) => seen === 'both parts with ", " and ": "')
      .map(({ make }) => make())
    expect(both).toEqual(headers.slice(3).map((json) => `${encode(json)}.${encode(python)}`))
  })

  test('claims that are not there are not made up, and other types are left', () => {
    const claims = '{"mn":true,"appKey":"a"}'
    const few = messagesOf(`${head}.${encode(claims)}.x`, 'payload-reserialized')
    const same = `${head}.${encode(claims)}`
    expect(few['payload the order of 2022']).toBe(same)
    expect(few['payload with mn of the other type']).toBe(same)
    expect(few['payload with role of the other type']).toBe(same)
  })

  test('where they cannot be read, the header alone is another one', () => {
    const made = messagesOf(`${head}.!.x`, 'payload-reserialized')
    expect(made).toEqual(
      Object.fromEntries(headers.map((json) => [`header ${json}`, `${encode(json)}.!`])),
    )
  })
})
