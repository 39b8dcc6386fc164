import type { Sources } from '../source.ts'

/** Read in the tables of the package, not seen on a page. */
export const inPackage: Sources = ['npm/@zoom/meetingsdk@6.2.0']

/** As {@link inPackage}, and named in Zoom's documentation. */
export const inPackageAndDocs: Sources = [
  'npm/@zoom/meetingsdk@6.2.0',
  'docs/meeting-sdk/web/error-codes',
]

/** Code and text are both in the package; that they belong together is told by their names only. */
export const inPackageByName: Sources = ['npm/@zoom/meetingsdk@6.2.0', 'inferred']

/** Shown by the running package, and not in its tables. */
export const seenOnly: Sources = ['measured/@zoom/meetingsdk@6.2.0']

/** Shown by the running package, and in its tables. */
export const seen: Sources = ['measured/@zoom/meetingsdk@6.2.0', 'npm/@zoom/meetingsdk@6.2.0']

/** As {@link seen}, and named in Zoom's documentation. */
export const seenAndInDocs: Sources = [
  'measured/@zoom/meetingsdk@6.2.0',
  'npm/@zoom/meetingsdk@6.2.0',
  'docs/meeting-sdk/web/error-codes',
]
