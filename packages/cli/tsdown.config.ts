import { library } from '../../tsdown.base.ts'

/**
 * Everything in a few files, since each file costs time at every start: a call reads the entry and
 * what its command needs. Workspace packages are taken from their source, so none is built first.
 */
export default library(['src/main.ts'], {
  platform: 'node',
  dts: false,
  sourcemap: false,
  deps: { alwaysBundle: [/.*/], onlyBundle: false },
  inputOptions: {
    resolve: { conditionNames: ['@sigshift/source', 'node', 'import', 'default'] },
  },
})
