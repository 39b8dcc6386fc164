import type { Match, TextRule } from './rule.ts'

/** What names an old package or version, and what to say of it. */
const signs: readonly { readonly pattern: RegExp; readonly note: string }[] = [
  { pattern: /(?<=["'/])@zoomus\/websdk(?=["'/@])/g, note: 'renamed to @zoom/meetingsdk in 3.1.0' },
  {
    pattern: /(?<=["'/])zoomus-jssdk(?=["'/@])/g,
    note: 'renamed to @zoomus/websdk in 2020, today @zoom/meetingsdk',
  },
  {
    pattern: /source\.zoom\.us\/(?:zoom-meeting-)?[12]\.\d+\.\d+/g,
    note: 'this version no longer works',
  },
  { pattern: /source\.zoom\.us\/3\.(?:\d|1[01])\.\d+/g, note: 'this version no longer works' },
]

const configuration = /(?:^|\/)(?:package(?:-lock)?\.json|yarn\.lock|pnpm-lock\.yaml|bower\.json)$/

/** Old names and versions of the Web SDK. */
export const legacyPackage: TextRule = {
  name: 'legacy-package',
  codes: ['legacy-package'],
  markers: ['@zoomus/websdk', 'zoomus-jssdk', 'source.zoom.us'],
  appliesTo: (file) =>
    configuration.test(file) ||
    /\.(?:[cm]?[jt]sx?|vue|svelte|html?|astro|php|erb|cshtml|ejs|hbs)$/i.test(file),
  *findText(text, file) {
    const isLock = configuration.test(file)
    for (const { pattern, note } of signs) {
      const all = [...text.matchAll(pattern)]
      for (const match of isLock ? all.slice(0, 1) : all) {
        const found: Match = {
          code: 'legacy-package',
          place: { start: match.index, end: match.index + match[0].length },
          confidence: 'high',
          notes: [note],
          manual:
            'A new major version of the SDK wants more changes than this one; update it by hand.',
        }
        yield found
      }
    }
  },
}
