import packageJson from '../package.json' with { type: 'json' }

const wanted = packageJson.engines.node

/** What to say where Node is older than the package wants; `npx` only warns, and then starts it. */
export function refuseOldNode(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [wantedMajor = 0, wantedMinor = 0] = wanted.replace('>=', '').split('.').map(Number)
  const isOld = major < wantedMajor || (major === wantedMajor && minor < wantedMinor)
  return isOld ? `sigshift needs Node ${wanted}; this is ${version}.\n` : undefined
}
