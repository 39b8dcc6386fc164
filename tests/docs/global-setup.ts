import { buildSite } from './build-site.ts'

/** One build for all files; SIGSHIFT_DOCS_BUILT says that it is there already. */
export function setup(): void {
  if (!process.env.SIGSHIFT_DOCS_BUILT) buildSite()
}
