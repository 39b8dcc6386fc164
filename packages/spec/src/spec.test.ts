import { expect, test } from 'vitest'
import { issueCatalogue, issueUrl, type TokenIssueCode, tokenIssues } from './issue-catalogue.ts'
import { tokenSeverity } from './issues/severity.ts'
import { cobrowse } from './profiles/cobrowse.ts'
import { meetingSdk, meetingSdkChecks } from './profiles/meeting-sdk.ts'
import { codesOf } from './profiles/profile.ts'
import { videoSdk } from './profiles/video-sdk.ts'
import { type Source, sourceUrl } from './source.ts'

const profiles = [meetingSdk, videoSdk, cobrowse]
const entries = Object.entries(issueCatalogue)

function expectKnown(sources: readonly Source[]): void {
  expect(sources.length).toBeGreaterThan(0)
  for (const source of sources) {
    if (source !== 'inferred') expect(sourceUrl(source), source).toMatch(/^https:\/\/\S+$/)
  }
}

test.each(entries)(
  '%s: has a source, and words of a length that fits everywhere',
  (code, entry) => {
    expectKnown(entry.sources)
    expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    expect(entry.title.length).toBeLessThanOrEqual(64)
    expect(entry.title).not.toMatch(/\.$/)
    expect(entry.cause.length).toBeLessThanOrEqual(160)
    expect(entry.remedy.length).toBeLessThanOrEqual(160)
    expect(`${entry.cause}${entry.remedy}`).not.toMatch(/!|please/i)
    expect(entry.cause).toMatch(/[.)]$/)
    expect(entry.remedy).toMatch(/[.)]$/)
  },
)

test('what small bundles read of an issue is what the catalogue has', () => {
  for (const [code, words] of Object.entries(tokenIssues)) {
    const { severity, sources: _, ...entry } = issueCatalogue[code as TokenIssueCode]
    expect(words).toEqual(entry)
    expect(tokenSeverity(code as TokenIssueCode)).toBe(severity)
  }
})

test('what small bundles check of a token is what the profile has', () => {
  expect(meetingSdk.claims).toMatchObject(meetingSdkChecks.claims)
  expect(meetingSdk.crossRules).toMatchObject(meetingSdkChecks.crossRules)
})

test('no two issues share a title', () => {
  const titles = entries.map(([, entry]) => entry.title)
  expect(new Set(titles).size).toBe(titles.length)
})

test.each(profiles)('$name: every claim row has a source and codes of the catalogue', (profile) => {
  for (const rule of profile.claims) {
    expectKnown(rule.sources)
    expect(issueCatalogue).toHaveProperty(codesOf(rule).missing)
    expect(issueCatalogue).toHaveProperty(codesOf(rule).invalid)
  }
  for (const rule of profile.crossRules) {
    expectKnown(rule.sources)
    expect(issueCatalogue).toHaveProperty(rule.code)
  }
  expectKnown(profile.lifetime.sources)
  expect(new Set(profile.claims.map((rule) => rule.claim)).size).toBe(profile.claims.length)
})

test('an issue page is named by its code', () => {
  expect(issueUrl('expired')).toMatch(/^https:\/\/.+\/issues\/expired$/)
})
