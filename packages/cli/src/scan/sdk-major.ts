import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { readText } from '../files/read-text.ts'
import { sdkVersionsIn } from './sdk-versions.ts'

const lockfiles = ['package-lock.json', 'npm-shrinkwrap.json', 'pnpm-lock.yaml', 'yarn.lock']
const pages = /\.(?:x?html?|php|ejs|erb|hbs|cshtml|jsp)$/i
/** A folder with more pages than this says nothing about one app. */
const mostPages = 50
const fromZoom = /source\.zoom\.us\/(?:zoom-meeting-)?(\d+)\.\d+\.\d+/g

function lowest(majors: readonly number[]): number | undefined {
  return majors.length === 0 ? undefined : Math.min(...majors)
}

/** The lowest major version that a page loads from Zoom's servers. */
function majorOfPage(text: string): number | undefined {
  return lowest([...text.matchAll(fromZoom)].map(([, major]) => Number(major)))
}

/** The names in a folder; none where it cannot be read. */
async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch((): string[] => [])
}

async function textOf(path: string): Promise<string> {
  const read = await readText(path)
  return 'text' in read ? read.text : ''
}

/** A range without a number, such as `latest`, names no version. */
async function majorIn(folder: string, name: string): Promise<number | undefined> {
  const versions = sdkVersionsIn(name, await textOf(join(folder, name)))
  return lowest(
    versions.flatMap(({ version }) => {
      const major = /^[\^~>=v\s]*(\d+)\b/.exec(version)?.[1]
      return major === undefined ? [] : [Number(major)]
    }),
  )
}

/** What a folder itself says: its manifest, else its lockfile, else the pages in it. */
async function majorOfFolder(folder: string): Promise<number | undefined> {
  const names = await namesIn(folder)
  for (const name of ['package.json', ...lockfiles]) {
    const major = names.includes(name) ? await majorIn(folder, name) : undefined
    if (major !== undefined) return major
  }
  const here = names.filter((name) => pages.test(name))
  if (here.length > mostPages) return undefined
  const texts = await Promise.all(here.map((name) => textOf(join(folder, name))))
  return lowest(texts.flatMap((text) => majorOfPage(text) ?? []))
}

/**
 * Which major version of the web SDK a file is written for: the one that it loads itself, or else
 * that of the nearest folder above it, up to the repository's root, which names one.
 */
export class SdkMajors {
  readonly #ofFolder = new Map<string, Promise<number | undefined>>()
  readonly #ofFile = new Map<string, Promise<number | undefined>>()
  readonly #root: string

  constructor(root: string) {
    this.#root = root
  }

  async #above(folder: string): Promise<number | undefined> {
    const own = await majorOfFolder(folder)
    const parent = dirname(folder)
    if (own !== undefined || parent === folder) return own
    const names = await namesIn(folder)
    return names.includes('.git') ? undefined : this.#of(parent)
  }

  #of(folder: string): Promise<number | undefined> {
    const known = this.#ofFolder.get(folder) ?? this.#above(folder)
    this.#ofFolder.set(folder, known)
    return known
  }

  /** @param text The file's, as it was when it is first asked for. */
  ofFile(path: string, text: string): Promise<number | undefined> {
    const own = majorOfPage(text)
    const known =
      this.#ofFile.get(path) ??
      (own === undefined ? this.#of(dirname(join(this.#root, path))) : Promise.resolve(own))
    this.#ofFile.set(path, known)
    return known
  }
}
