import { library } from '../../tsdown.base.ts'

export default library([
  'src/index.ts',
  'src/browser.ts',
  'src/meetingsdk.ts',
  'src/meetingsdk-browser.ts',
])
