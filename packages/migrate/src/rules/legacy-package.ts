import { sdkHistory } from '@sigshift/spec'
import type { Range } from '../languages/language.ts'
import type { Edit } from '../rewrite/edit.ts'
import { changeMembers } from '../rewrite/json-edits.ts'
import { memberOf, readJsonObject } from '../rewrite/json-object.ts'
import type { Match, TextRule } from './rule.ts'

const oldName = '@zoomus/websdk'
const newName = '@zoom/meetingsdk'

/** The newest version of the SDK that the catalogue knows; the package is renamed to it. */
const newVersion = sdkHistory.findLast((release) => release.package === newName)?.version ?? '3.1.0'
export const newSdkMajor: number = Number.parseInt(newVersion, 10)

/** What names an old package or version, and what to say of it. */
const signs: readonly { readonly pattern: RegExp; readonly note: string }[] = [
  {
    pattern: /(?<=["'/~^])@zoomus\/websdk(?=["'/@$])/g,
    note: 'renamed to @zoom/meetingsdk in 3.1.0',
  },
  // The word is sought first, so that a long line is gone through once.
  {
    pattern:
      /@zoomus\/websdk(?<=\b(?:npm|yarn|pnpm|bun)[ \t]+(?:i|install|add)[ \t](?:[^\n`]{0,200}[ \t])?@zoomus\/websdk)(?=[\s`@]|$)/g,
    note: 'renamed to @zoom/meetingsdk in 3.1.0',
  },
  {
    pattern: /(?<=["'/~])zoomus-jssdk(?=["'/@])/g,
    note: 'renamed to @zoomus/websdk in 2020, today @zoom/meetingsdk',
  },
  {
    pattern: /source\.zoom\.us\/(?:zoom-meeting-)?[12]\.\d+\.\d+/g,
    note: 'this version no longer works',
  },
  {
    pattern:
      /zoom-meeting-(?:embedded-)?[12]\.\d+\.\d+(?<!source\.zoom\.us\/[\w./-]{0,60})(?=(?:\.min)?\.js\b)/g,
    note: 'a copy of a version that no longer works',
  },
  { pattern: /source\.zoom\.us\/3\.(?:\d|1[01])\.\d+/g, note: 'this version no longer works' },
]

const configuration = /(?:^|\/)(?:package(?:-lock)?\.json|yarn\.lock|pnpm-lock\.yaml|bower\.json)$/
const byHand = 'A new major version of the SDK wants more changes than this one; update it by hand.'

/** The new name and version in a manifest; the old entry goes where the new one is there already. */
function manifestEdits(text: string): readonly Edit[] | undefined {
  const manifest = readJsonObject(text)
  const edits: Edit[] = []
  for (const kind of ['dependencies', 'devDependencies', 'peerDependencies']) {
    const list = memberOf(manifest, kind)?.object
    const old = memberOf(list, oldName)
    if (!list || !old) continue
    if (memberOf(list, newName)) {
      edits.push(...changeMembers(text, list, new Set([old])))
      continue
    }
    const { start, end } = old.value
    if (!/^"[\^~<>=\s]*[\d*x][\w.*-]*"$/.test(text.slice(start, end))) return undefined
    edits.push([old.keyRange.start, old.keyRange.end, JSON.stringify(newName)])
    edits.push([start, end, JSON.stringify(`^${newVersion}`)])
  }
  return edits.length > 0 ? edits : undefined
}

/** How a place becomes the new package, where that can be told from the place alone. */
function editsOf(text: string, file: string, { start, end }: Range): readonly Edit[] | undefined {
  if (text.slice(start, end) !== oldName) return undefined
  if (/(?:^|\/)package\.json$/.test(file)) return manifestEdits(text)
  // `…/@zoomus/websdk@2.9.5/…` names a version that the new package never had.
  if (configuration.test(file) || text[end] === '@') return undefined
  return [[start, end, newName]]
}

/** Old names and versions of the Web SDK. */
export const legacyPackage: TextRule = {
  name: 'legacy-package',
  codes: ['legacy-package'],
  markers: ['@zoomus/websdk', 'zoomus-jssdk', 'source.zoom.us', 'zoom-meeting-'],
  appliesTo: () => true,
  *findText(text, file, { renamePackage = false }) {
    const isLock = configuration.test(file)
    for (const { pattern, note } of signs) {
      const all = [...text.matchAll(pattern)]
      for (const match of isLock ? all.slice(0, 1) : all) {
        const place = { start: match.index, end: match.index + match[0].length }
        const edits = renamePackage ? editsOf(text, file, place) : undefined
        const found: Match = {
          code: 'legacy-package',
          place,
          confidence: 'high',
          notes: [note],
          ...(edits ? { edits } : { manual: byHand }),
        }
        yield found
      }
    }
  },
}
