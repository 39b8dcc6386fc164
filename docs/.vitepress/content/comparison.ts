import { cobrowse, meetingSdk, type Profile, timeline, videoSdk } from '@sigshift/spec'
import { code, table } from './markdown.ts'

function lifetimeOf({ lifetime }: Profile): string {
  const { refusedExactly, minimum, maximum } = lifetime
  const shortest =
    refusedExactly === undefined ? `at least ${minimum} s` : `more than ${refusedExactly} s`
  return `${shortest}, at most ${maximum / 3600} h`
}

function claimsOf({ claims }: Profile): string {
  const shown = claims.filter(({ required }) => required !== 'optional').slice(0, 6)
  return shown.map(({ claim }) => code(claim)).join(', ')
}

const endOfJwtApps = timeline.findLast(
  ({ topic, misreported }) => topic === 'jwt-app-type' && !misreported,
)?.date
const externalSince = timeline.find(({ event }) => /ZAK or OBF/.test(event))?.date

interface Row {
  readonly name: string
  readonly looks: string
  readonly madeBy: string
  readonly goes: string
  readonly lives: string
  readonly today: string
}

const rows: readonly Row[] = [
  {
    name: 'old Web SDK signature',
    looks: 'base64 text that decodes to `key.number.time.role.hash`',
    madeBy: 'you, with API key and secret of a JWT app',
    goes: '`signature` of `join`, Web SDK before 2.7.0',
    lives: 'not documented; judged by its time',
    today: '**ended**',
  },
  {
    name: 'token of the JWT app type',
    looks: '`eyJ…`, payload `iss`, `exp`',
    madeBy: 'you, with API key and secret of a JWT app',
    goes: '`Authorization` header of REST calls',
    lives: 'what you signed',
    today: `**ended** ${endOfJwtApps}; for REST use Server-to-Server OAuth or OAuth`,
  },
  {
    name: `**${meetingSdk.title}**`,
    looks: `\`eyJ…\`, payload ${claimsOf(meetingSdk)}`,
    madeBy: 'you, with client ID and secret (or SDK key and secret) of a Meeting SDK app',
    goes: '`signature` of `join`',
    lives: lifetimeOf(meetingSdk),
    today: '**right**: this is the signature',
  },
  {
    name: videoSdk.title,
    looks: `\`eyJ…\`, payload ${claimsOf(videoSdk)}`,
    madeBy: 'you, with key and secret of a Video SDK account',
    goes: '`join` of the Video SDK',
    lives: lifetimeOf(videoSdk),
    today: 'right, for the Video SDK only',
  },
  {
    name: cobrowse.title,
    looks: `\`eyJ…\`, payload ${claimsOf(cobrowse)}`,
    madeBy: 'you, with key and secret of a Cobrowse SDK app',
    goes: 'the Cobrowse SDK',
    lives: lifetimeOf(cobrowse),
    today: 'right, for the Cobrowse SDK only',
  },
  {
    name: 'ZAK',
    looks: '`eyJ…`, issued by Zoom',
    madeBy: 'Zoom, for one user',
    goes: '`zak` of `join`, beside the signature',
    lives: 'as issued',
    today: 'right, never as `signature`',
  },
  {
    name: 'OBF token',
    looks: '`eyJ…`, issued by Zoom',
    madeBy: 'Zoom, on behalf of one user',
    goes: '`obfToken` of `join`, beside the signature, not together with `zak`',
    lives: 'as issued',
    today: `right, never as \`signature\`; it or a ZAK is needed for meetings of other accounts since ${externalSince}`,
  },
  {
    name: 'OAuth access token',
    looks: '`eyJ…`, issued by Zoom',
    madeBy: 'Zoom, for an OAuth or Server-to-Server OAuth app',
    goes: '`Authorization` header of REST calls',
    lives: '1 h',
    today: 'right, never as `signature`',
  },
]

/** What is called a JWT or a signature around Zoom, side by side. */
export function comparisonTable(): string {
  return table(
    ['what', 'looks like', 'made by', 'goes to', 'lives', 'today'],
    rows.map(({ name, looks, madeBy, goes, lives, today }) => [
      name,
      looks,
      madeBy,
      goes,
      lives,
      today,
    ]),
  )
}
