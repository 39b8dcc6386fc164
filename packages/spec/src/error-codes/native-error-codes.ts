import type { Sources } from '../source.ts'
import type { ErrorCode } from './error-code.ts'

const androidDocs: Sources = ['docs/meeting-sdk/android/resource/error-codes']
// Zoom's own C++ header, as public repositories keep it.
const windowsHeader: Sources = ['github/Schenk0/Zoom-Meeting-SDK-for-Windows-Demo@8c3875c']

/**
 * Codes of the native SDKs that speak of the token, the credentials or the app.
 * The same number means different things on different platforms and in different callbacks.
 */
export const nativeErrorCodes: readonly ErrorCode[] = [
  {
    code: 1,
    view: 'native',
    platform: 'android',
    name: 'ZOOM_ERROR_INVALID_ARGUMENTS',
    text: 'Error= 1 (invalidArguments), internalErrorCode=0',
    sources: [
      'docs/meeting-sdk/android/resource/error-codes',
      'github/mieszko4/react-native-zoom-us#254',
    ],
  },
  {
    code: 1,
    view: 'native',
    platform: 'windows',
    name: 'AUTHRET_KEYORSECRETEMPTY',
    text: '',
    sources: windowsHeader,
  },
  {
    code: 2,
    view: 'native',
    platform: 'windows',
    name: 'AUTHRET_KEYORSECRETWRONG',
    text: '',
    sources: windowsHeader,
  },
  {
    code: 3,
    view: 'native',
    platform: 'windows',
    name: 'AUTHRET_ACCOUNTNOTSUPPORT',
    text: '',
    sources: windowsHeader,
  },
  {
    code: 4,
    view: 'native',
    platform: 'android',
    name: 'ZOOM_ERROR_AUTHRET_CLIENT_INCOMPATIBLE',
    text: '',
    sources: androidDocs,
  },
  {
    code: 4,
    view: 'native',
    platform: 'windows',
    name: 'AUTHRET_ACCOUNTNOTENABLESDK',
    text: '',
    sources: windowsHeader,
  },
  {
    code: 5,
    view: 'native',
    platform: 'android',
    name: 'ZOOM_ERROR_AUTHRET_TOKENWRONG',
    text: '',
    sources: androidDocs,
  },
  {
    code: 6,
    view: 'native',
    platform: 'android',
    name: 'ZOOM_ERROR_AUTHRET_KEY_OR_SECRET_ERROR',
    text: '',
    sources: androidDocs,
  },
  {
    code: 7,
    view: 'native',
    platform: 'android',
    name: 'ZOOM_ERROR_AUTHRET_ACCOUNT_NOT_SUPPORT',
    text: '',
    sources: androidDocs,
  },
  {
    code: 8,
    view: 'native',
    platform: 'android',
    name: 'ZOOM_ERROR_AUTHRET_ACCOUNT_NOT_ENABLE_SDK',
    text: '',
    sources: androidDocs,
  },
  {
    code: 10,
    view: 'native',
    platform: 'windows',
    name: 'AUTHRET_CLIENT_INCOMPATIBLE',
    text: '',
    sources: windowsHeader,
  },
  {
    code: 11,
    view: 'native',
    platform: 'windows',
    name: 'AUTHRET_JWTTOKENWRONG',
    text: '',
    sources: windowsHeader,
  },
  {
    code: 12,
    view: 'native',
    platform: 'windows',
    name: 'AUTHRET_LIMIT_EXCEEDED_EXCEPTION',
    text: '',
    sources: windowsHeader,
  },
  {
    code: 63,
    view: 'native',
    name: 'MEETING_FAIL_UNABLE_TO_JOIN_EXTERNAL_MEETING',
    text: '',
    sources: [
      'github/Schenk0/Zoom-Meeting-SDK-for-Windows-Demo@8c3875c',
      'github/mieszko4/react-native-zoom-us#360',
    ],
  },
  {
    code: 64,
    view: 'native',
    name: 'MEETING_FAIL_BLOCKED_BY_ACCOUNT_ADMIN',
    text: '',
    sources: windowsHeader,
  },
  {
    code: 124,
    view: 'native',
    name: 'internalErrorCode',
    text: 'Error= 5 (unknown), internalErrorCode=124',
    sources: ['github/mieszko4/react-native-zoom-us-test#74'],
  },
  {
    code: 3023,
    view: 'native',
    platform: 'android',
    name: 'internalErrorCode',
    text: '',
    sources: [
      'github/decodedhealth/flutter_zoom_plugin#20',
      'github/ark-brighthustle/flutter_zoom_sdk#61',
    ],
  },
  {
    code: 6601,
    view: 'native',
    name: 'internalErrorCode',
    text: 'Error: 100, internalErrorCode=6601',
    sources: [
      'github/mieszko4/react-native-zoom-us#297',
      'github/mieszko4/react-native-zoom-us#293',
    ],
  },
]
