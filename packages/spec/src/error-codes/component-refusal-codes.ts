import type { ErrorCode } from './error-code.ts'
import { inPackage, inPackageAndDocs, inPackageByName } from './evidence.ts'

/** Codes 3200 to 3699: start tokens, webinars, the host, limits. */
export const componentRefusalCodes: readonly ErrorCode[] = [
  { code: 3265, view: 'component', name: 'TOKEN_ERROR', text: '', sources: inPackageAndDocs },
  {
    code: 3603,
    view: 'component',
    name: 'NOT_SUPPORT_WEBCLIENT',
    text: 'Not support start or join meeting from web.',
    serverAnswers: [
      { stage: 'info', code: 3000, text: 'Not support start or join meeting from web.' },
    ],
    sources: ['npm/@zoom/meetingsdk@6.2.0', 'docs/meeting-sdk/web/error-codes', 'inferred'],
  },
  {
    code: 3604,
    view: 'component',
    text: "The current sdk version doesn't support webinar, please upgrade to the latest version.",
    serverAnswers: [
      {
        stage: 'info',
        code: 3000,
        text: "The current sdk version doesn't support webinar, please upgrade to the latest version.",
      },
    ],
    sources: inPackageByName,
  },
  {
    code: 3606,
    view: 'component',
    text: 'Not support registration webinar',
    serverAnswers: [{ stage: 'info', code: 3000, text: 'Not support registration webinar' }],
    sources: inPackageByName,
  },
  {
    code: 3608,
    view: 'component',
    name: 'TSP_NOT_SUPPORT',
    text: 'Not support start or join meeting from web, when you chose TSP as his audio in a meeting.',
    serverAnswers: [
      {
        stage: 'info',
        code: 3000,
        text: 'Not support start or join meeting from web, when you chose TSP as his audio in a meeting.',
      },
    ],
    sources: ['npm/@zoom/meetingsdk@6.2.0', 'docs/meeting-sdk/web/error-codes', 'inferred'],
  },
  {
    code: 3609,
    view: 'component',
    text: 'Not allow to start webinar from web.',
    serverAnswers: [{ stage: 'info', code: 3000, text: 'Not allow to start webinar from web.' }],
    sources: inPackageByName,
  },
  { code: 3610, view: 'component', text: 'Token has expired.', sources: inPackage },
  { code: 3610, view: 'component', text: 'Meeting does not exist.', sources: inPackage },
  {
    code: 3611,
    view: 'component',
    name: 'USE_DESKTOP_OR_MOBILE',
    text: 'Unable join from browser, please join using the Zoom desktop client or mobile app.',
    serverAnswers: [
      {
        stage: 'info',
        code: 3000,
        text: 'Unable join from browser, please join using the Zoom desktop client or mobile app.',
      },
    ],
    sources: ['npm/@zoom/meetingsdk@6.2.0', 'docs/meeting-sdk/web/error-codes', 'inferred'],
  },
  {
    code: 3620,
    view: 'component',
    name: 'EMAIL_BLOCKED',
    text: 'Email is blocked by Administrator.',
    serverAnswers: [{ stage: 'connection', code: 3033 }],
    sources: inPackageAndDocs,
  },
  {
    code: 3621,
    view: 'component',
    name: 'RwcEmpty',
    text: 'No response from web, try again later.',
    serverAnswers: [
      { stage: 'connection', code: 1005 },
      { stage: 'connection', code: 131005 },
    ],
    sources: inPackage,
  },
  {
    code: 3621,
    view: 'component',
    name: 'RwcEmpty',
    text: 'Could not get a response from the web server.',
    sources: inPackageByName,
  },
  {
    code: 3622,
    view: 'component',
    name: 'RwcError',
    text: 'Could not connect to Web Server error.',
    sources: inPackageByName,
  },
  { code: 3623, view: 'component', name: 'TOKEN_ERROR_ALT', text: '', sources: inPackageAndDocs },
  {
    code: 3624,
    view: 'component',
    name: 'HOST_EMAIL_REQUIRED',
    text: 'Please use host/alternative host to start the webinar.',
    sources: inPackageAndDocs,
  },
  {
    code: 3625,
    view: 'component',
    name: 'HOST_INACTIVE',
    text: 'Meeting host is inactive.',
    serverAnswers: [
      { stage: 'connection', code: 1001 },
      { stage: 'connection', code: 131001 },
    ],
    sources: inPackageAndDocs,
  },
  {
    code: 3627,
    view: 'component',
    text: 'Host email as attendee',
    serverAnswers: [{ stage: 'connection', code: 3027 }],
    sources: inPackage,
  },
  { code: 3630, view: 'component', text: '', sources: inPackage },
  {
    code: 3633,
    view: 'component',
    name: 'FrequentCall',
    text: 'You have reached the API limit for this call.',
    sources: inPackageByName,
  },
  {
    code: 3634,
    view: 'component',
    name: 'FrequentJoin',
    text: 'You be limit by zoom, need to check recaptcha.',
    sources: inPackageByName,
  },
  {
    code: 3635,
    view: 'component',
    name: 'WasmFail',
    text: 'Download wasm files error, please check your network and firewall.',
    sources: inPackageByName,
  },
]
