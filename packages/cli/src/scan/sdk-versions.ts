/** A version of Zoom's web SDK that a manifest or lockfile names. */
export interface SdkVersion {
  readonly package: string
  /** As it stands there: a version, or a range such as `^3.1.0`. */
  readonly version: string
  readonly file: string
}

const names = '(@zoom/meetingsdk|@zoomus/websdk|zoomus-jssdk)'

/** How each kind of file names a version; the first group is the package, the second the version. */
const readers: readonly { readonly files: RegExp; readonly pattern: RegExp }[] = [
  {
    files: /(?:^|\/)package\.json$/,
    pattern: new RegExp(`"${names}"\\s*:\\s*"([^"\\n]{1,60})"`, 'g'),
  },
  {
    files: /(?:^|\/)(?:package-lock|npm-shrinkwrap)\.json$/,
    pattern: new RegExp(
      `"(?:node_modules/)?${names}":\\s*\\{\\s*"version":\\s*"([^"]{1,60})"`,
      'g',
    ),
  },
  {
    files: /(?:^|\/)pnpm-lock\.yaml$/,
    pattern: new RegExp(`^ {2}['"]?/?${names}[@/](\\d[^:'"()\\s]{1,60})`, 'gm'),
  },
  {
    files: /(?:^|\/)yarn\.lock$/,
    pattern: new RegExp(`^"?${names}@[^\\n]*:\\n {2}version:? "?(\\d[^"\\s]{1,60})`, 'gm'),
  },
]

/** The SDK versions that a file names, if it is a manifest or lockfile. */
export function sdkVersionsIn(file: string, text: string): readonly SdkVersion[] {
  const reader = readers.find(({ files }) => files.test(file))
  if (!reader) return []
  const found = [...text.replaceAll('\r\n', '\n').matchAll(reader.pattern)].map(
    ([, name = '', version = '']) => ({ package: name, version, file }),
  )
  return found.filter(
    (one, i) =>
      found.findIndex((other) => other.package === one.package && other.version === one.version) ===
      i,
  )
}
