import { expect, test } from 'vitest'
import { type IssueCode, issueCatalogue } from '../issue-catalogue.ts'

const codesOf = (severity: string): string[] =>
  (Object.keys(issueCatalogue) as IssueCode[])
    .filter((code) => issueCatalogue[code].severity === severity)
    .sort()

test('a warning is what fails on some SDKs, at some hours or for some people', () => {
  expect(codesOf('warning')).toEqual([
    'base64-padding',
    'endpoint-answer-is-string',
    'endpoint-clock-skew',
    'endpoint-leaks-trace',
    'endpoint-no-authentication',
    'endpoint-no-cors',
    'iat-float-rounding',
    'legacy-package',
    'lifetime-at-minimum',
    'meeting-jwt-role-string',
    'rest-jwt-app-code',
    'role-as-string',
    'token-exp-invalid',
    'zoom-intermittent',
  ])
})

test('a note is what stops nobody', () => {
  expect(codesOf('note')).toEqual([
    'external-meeting-needs-token',
    'legacy-env-name',
    'sdk-key-in-join',
  ])
})

test('everything else is refused by Zoom or endangers a secret', () => {
  expect(codesOf('error')).toHaveLength(
    Object.keys(issueCatalogue).length - codesOf('warning').length - codesOf('note').length,
  )
})
