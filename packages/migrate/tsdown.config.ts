import { library } from '../../tsdown.base.ts'
import { compressGrammars } from './compress-grammars.ts'

export default library(['src/index.ts', 'src/node.ts', 'src/edge/search-worker.ts'], {
  hooks: { 'build:done': () => compressGrammars(new URL('./dist/grammars/', import.meta.url)) },
})
