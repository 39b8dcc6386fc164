import { sdkVersion } from './zoom-package.ts'

const script = (path: string): string => `<script src="/dist/${path}"></script>`
const vendors = ['react', 'react-dom', 'redux', 'redux-thunk', 'lodash']
  .map((name) => script(`lib/vendor/${name}.min.js`))
  .join('\n')

const page = (body: string): string =>
  `<!doctype html><meta charset="utf-8"><title>join</title><link rel="icon" href="data:,">${body}`

/** `window.joinWith(parameters)` joins; what the SDK tells its caller is put on `window.told`. */
export const pages: Readonly<Record<string, string>> = {
  '/client': page(`
<link rel="stylesheet" href="/dist/ui/zoom-meetingsdk.css"><div id="zmmtg-root"></div>
${vendors}
${script(`zoom-meeting-${sdkVersion}.min.js`)}
<script>
  window.told = []
  const tell = (what) => (value) => window.told.push([what, value])
  ZoomMtg.setZoomJSLib('/dist/lib', '/av')
  ZoomMtg.preLoadWasm()
  ZoomMtg.prepareWebSDK()
  window.joinWith = (parameters) =>
    new Promise((resolve, reject) =>
      ZoomMtg.init({ leaveUrl: location.origin, success: resolve, error: reject }),
    ).then(() => {
      ZoomMtg.join({ ...parameters, success: tell('success'), error: tell('error') })
    })
  window.ready = true
</script>`),
  '/component': page(`
<div id="root"></div>
${vendors}
${script('zoom-meeting-embedded-ES5.min.js')}
<script>
  window.told = []
  const client = ZoomMtgEmbedded.createClient()
  window.joinWith = async (parameters) => {
    await client.init({
      zoomAppRoot: document.getElementById('root'),
      language: 'en-US',
      assetPath: location.origin + '/dist/lib/av',
    })
    const { passWord, ...others } = parameters
    client.join({ ...others, password: passWord }).then(
      (value) => window.told.push(['success', value]),
      (error) => window.told.push(['error', { message: error.message, errorCode: error.errorCode }]),
    )
  }
  window.ready = true
</script>`),
}
