import { buildSite } from './build-site.ts'

/** One build for all files; SIGSHIFT_DOCS_BUILT names a folder where it is already. */
export function setup(): void {
  if (!process.env.SIGSHIFT_DOCS_BUILT) buildSite()
}
