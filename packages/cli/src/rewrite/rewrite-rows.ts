/** How old code is to be rewritten; `scan`, which says what can be, and `migrate` share it. */
export const rewriteRows = [
  {
    name: 'renameEnv',
    value: '<old=new>',
    repeatable: true,
    description:
      'rename an environment variable in code and settings; repeatable; "legacy" stands for all ZOOM_JWT_... names',
  },
  {
    name: 'package',
    description: 'put @zoom/meetingsdk in the place of @zoomus/websdk, also in package.json',
  },
  {
    name: 'standalone',
    description: 'rewrite JavaScript with node:crypto alone, without a package',
  },
  {
    name: 'endpoint',
    value: '<url>',
    description: 'where pages fetch signatures from (default: /api/zoom-signature)',
  },
] as const
