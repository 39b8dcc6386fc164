import { library } from '../../tsdown.base.ts'

/**
 * Everything in a few files, since each file costs time at every start: a call reads the entry and
 * what its command needs. Workspace packages are taken from their source, so none is built first.
 * `@sigshift/migrate` stays outside: its grammars are files that it finds beside itself.
 */
export default library(['src/start.ts'], {
  platform: 'node',
  dts: false,
  sourcemap: false,
  deps: {
    neverBundle: [/^@sigshift\/migrate(?:\/|$)/],
    alwaysBundle: [/^(?!@sigshift\/migrate(?:\/|$)).*/],
    onlyBundle: false,
  },
  outputOptions: {
    codeSplitting: {
      groups: [
        // What more than one command uses lies together, or a call would read a file for each piece.
        {
          name: 'shared',
          test: /cli\/src\/(?:terminal\/(?!time|render-issues)|(?:usage-error|secret-options|result)\.ts|\w+\/\w+-options\.ts)|picocolors|rolldown\/runtime/,
        },
        { name: 'spec', test: /packages\/spec\/src\/(?!symptoms|error-codes)/ },
      ],
    },
  },
  inputOptions: {
    resolve: { conditionNames: ['@sigshift/source', 'node', 'import', 'default'] },
  },
})
