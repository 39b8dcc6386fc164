import { timeline } from '@sigshift/spec'

const end = timeline.findLast(
  ({ topic, misreported }) => topic === 'jwt-app-type' && !misreported,
)?.date

/** Questions with their answers: shown on the page, and given to search engines as they are shown. */
const faq: readonly { readonly question: string; readonly answer: string }[] = [
  {
    question: 'Is the Zoom Meeting SDK JWT deprecated?',
    answer: `No. What ended, on ${end}, is the JWT app type, a way to call Zoom’s REST API. The Meeting SDK JWT is the signature that the Meeting SDK takes.`,
  },
  {
    question: 'Is the old generateSignature signature still accepted?',
    answer:
      'No. Its credentials were those of the JWT app type, and since Web SDK 2.7.0 join takes no apiKey. Sign a Meeting SDK JWT on a server.',
  },
  {
    question: 'Do I need Server-to-Server OAuth to join meetings?',
    answer:
      'No. Server-to-Server OAuth replaces the JWT app type for REST calls. It does not make signatures, and its credentials do not sign them.',
  },
  {
    question: 'How do I see which kind I hold?',
    answer:
      'Paste it into the debugger. A text that starts with eyJ and has two dots is a JWT; its payload tells which. Anything else that decodes to key, number, time, role and hash is the old signature.',
  },
  {
    question: 'My signature is sound and I still cannot join. Why?',
    answer:
      'Since 2026-03-02 meetings outside the account of the app’s owner also need a ZAK or OBF token. Zoom answers 4012 or 4013, not 3712.',
  },
]

export function faqSections(): string {
  return faq.map(({ question, answer }) => `### ${question}\n\n${answer}\n`).join('\n')
}

/** Structured data of schema.org. */
export function faqData(): string {
  return JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'FAQPage',
    mainEntity: faq.map(({ question, answer }) => ({
      '@type': 'Question',
      name: question,
      acceptedAnswer: { '@type': 'Answer', text: answer },
    })),
  })
}
