import {
  type ClaimRule,
  cobrowse,
  issueCatalogue,
  meetingSdk,
  type Profile,
  videoSdk,
} from '@sigshift/spec'
import { code, prose, sourceCell, table } from './markdown.ts'

export const profiles: readonly Profile[] = [meetingSdk, videoSdk, cobrowse]

function valuesOf(rule: ClaimRule): string {
  switch (rule.kind) {
    case 'key':
      return 'text'
    case 'digits':
      return `text, 1 to ${rule.maxLength} digits`
    case 'choice':
      return rule.values
        .map((value, i) => `${code(String(value))}${rule.names ? ` ${rule.names[i]}` : ''}`)
        .join(', ')
    case 'text':
      return `text, ${rule.minLength} to ${rule.maxLength} characters`
    case 'list':
      return `text, some of ${rule.values.map(code).join(', ')}, joined by commas`
    case 'constant':
      return code(String(rule.value))
    case 'issued-at':
    case 'expiry':
      return 'whole number, epoch seconds'
  }
}

function requiredOf({ required }: ClaimRule): string {
  if (typeof required === 'string') return required
  const { web, native } = required
  return `web: ${web}<br>native: ${native}`
}

function inputOf(rule: ClaimRule): string {
  if ('input' in rule) return code(rule.input)
  return rule.kind === 'expiry' ? code('expirationSeconds') : ''
}

function claimTable({ claims }: Profile): string {
  const rows = claims.map((rule) => [
    code(rule.claim),
    valuesOf(rule),
    prose(rule.meaning),
    requiredOf(rule),
    inputOf(rule),
    sourceCell(rule.sources),
  ])
  return table(['claim', 'value', 'meaning', 'required', 'input', 'sources'], rows)
}

function ruleTable({ crossRules }: Profile): string {
  const rows = crossRules.map(({ meaning, code: issue, sources }) => [
    prose(meaning),
    `[${prose(issueCatalogue[issue].title)}](/issues/${issue})`,
    sourceCell(sources),
  ])
  return table(['rule', 'where it is broken', 'sources'], rows)
}

/** Each profile with its claims in the order in which they are signed. */
export function claimsReference(): string {
  return profiles
    .map((profile) => {
      const { title, lifetime } = profile
      return `## ${title}

${claimTable(profile)}

Lifetime: the signer takes ${code(lifetime.input)} from ${lifetime.minimum} to ${lifetime.maximum}, and
${lifetime.default} where it is not given.

### Rules over several claims of the ${title}

${ruleTable(profile)}
`
    })
    .join('\n')
}
