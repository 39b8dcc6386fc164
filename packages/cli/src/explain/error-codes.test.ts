import { errorCodes } from '@sigshift/spec'
import { describe, expect, test } from 'vitest'
import { call } from '../../testing/call.ts'

async function explain(error: string, ...argv: readonly string[]) {
  const { exitCode, stdout } = await call(['explain', '--error', error, ...argv])
  return { exitCode, stdout: stdout.replaceAll(/\s+/g, ' ') }
}

const codes = [...new Set(errorCodes.map(({ code }) => code))]

test.each(codes)('code %i of the SDKs’ tables says what to look at', async (code) => {
  const { stdout } = await explain(String(code))
  expect(stdout).toContain(String(code))
  expect(stdout).toMatch(/Look next: \S+ \S+ \S+/)
  expect(stdout).not.toContain('No message of Zoom’s SDKs is known')
})

describe('a code that no signature is known to cause', () => {
  test.each([
    ['3625', '3625: “Meeting host is inactive.” (HOST_INACTIVE, client and component view)'],
    ['errorCode: 3620', '3620: “Email is blocked by Administrator.”'],
    ['{"errorCode":3715,"errorMessage":"x"}', '3715: “Assistant join meeting been disabled”'],
    ['Meeting host is inactive.', '3625: “Meeting host is inactive.”'],
    ['CLIENT_DUPLICATED_JOIN', '5012: CLIENT_DUPLICATED_JOIN (component view)'],
  ])('%s: %s', async (error, told) => {
    const { exitCode, stdout } = await explain(error)
    expect(exitCode).toBe(1)
    expect(stdout).toContain(`✗ ${told}`)
    expect(stdout).toContain('no fault of a signature is known to cause it')
  })

  test('is told of beside a symptom of another SDK', async () => {
    const { stdout } = await explain('2')
    expect(stdout).toContain(
      'It may also be: - 2: “Meeting not initialized.” (MEETING_NOT_INIT, client view)',
    )
  })

  test('only in the view that is asked about', async () => {
    expect((await explain('2', '--view', 'client')).stdout).toMatch(/^✗ 2: “Meeting not init/)
  })

  test('is in JSON', async () => {
    const { stdout } = await call(['explain', '--error', '3624', '--json'])
    expect(JSON.parse(stdout)).toMatchObject({
      sound: false,
      symptom: {
        matches: [],
        codes: [
          { code: 3624, name: 'HOST_EMAIL_REQUIRED', views: ['client'] },
          { code: 3624, views: ['component'] },
        ],
      },
    })
  })
})

test('0 is success', async () => {
  expect(await explain('0')).toMatchObject({ exitCode: 0 })
})

test.each([
  ['signatur invald', '“Signature is invalid.”'],
  ['the signature is expired', '“The signature has expired.”'],
])('%s is like %s', async (error, text) => {
  const { exitCode, stdout } = await explain(error)
  expect(exitCode).toBe(1)
  expect(stdout).toContain('No message of Zoom’s SDKs is known')
  expect(stdout).toContain(`Messages that are like it: - ${text}`)
})

test('nonsense is like nothing, and it is said what to give', async () => {
  const { exitCode, stdout } = await explain('qwertz zuiop')
  expect(exitCode).toBe(1)
  expect(stdout).not.toContain('are like it')
  expect(stdout).toContain('Give all that is shown: the number (errorCode)')
})
