import type { Language } from '../languages/language.ts'
import { languageNamed, languageOf } from '../languages/languages.ts'
import type { Part } from './parser.ts'

/** A part of a file in one language. */
export interface Region extends Part {
  readonly language: Language
  /** A block inside a page: it is sent to a browser. */
  readonly inPage: boolean
}

const pages = /\.(?:vue|svelte|html?|xhtml|astro)$/i
const templates = /\.(?:php|phtml|ejs|erb|hbs|jsp|cshtml)$/i
const markdown = /\.(?:md|mdx|markdown)$/i

const script = /<script\b([^>]*)>([\s\S]*?)<\/script\s*>/gi
const fence = /^([ \t]*)(`{3,}|~{3,})[ \t]*([\w#+-]*)(.*)$/

function scriptLanguage(attributes: string): Language | undefined {
  const type = /\btype\s*=\s*["']?([^"'\s>]+)/i.exec(attributes)?.[1] ?? ''
  if (type !== '' && !/javascript|module|babel|jsx|ecmascript|typescript/i.test(type))
    return undefined
  const lang = /\blang\s*=\s*["']?(\w+)/i.exec(attributes)?.[1]?.toLowerCase()
  return languageNamed(lang === undefined || lang === 'jsx' ? 'javascript' : lang)
}

/** Tags that a server fills in become a name or nothing, of the same length. */
function withoutTags(code: string): string {
  const blank = (text: string): string => text.replace(/[^\n]/g, ' ')
  return code
    .replace(/\{%-?\s*(?:else|elif)\b[\s\S]*?\{%-?\s*endif\s*-?%\}/g, blank)
    .replace(/<\?(?:=|php\s+echo\b)[\s\S]*?\?>|<%=[\s\S]*?%>|\{\{[^{}]*\}\}/g, (tag) =>
      '_'.repeat(tag.length),
    )
    .replace(/<\?[\s\S]*?\?>|<%[\s\S]*?%>|\{%[\s\S]*?%\}/g, (tag) => tag.replace(/[^\n]/g, ' '))
}

function* scriptsOf(text: string): Generator<Region> {
  for (const match of text.matchAll(script)) {
    const [, attributes = '', code = ''] = match
    const language = scriptLanguage(attributes)
    const start = match.index + match[0].indexOf('>', attributes.length + 7) + 1
    if (language && code.trim() !== '') {
      yield { language, start, end: start + code.length, standIn: withoutTags(code), inPage: true }
    }
  }
}

const phpTag = '<?php\n'

/** PHP in prose and in comments has no opening tag; one stands in for what is before it. */
export function afterTag(part: Part, text: string, { name }: Language): Part {
  const code = part.standIn ?? text.slice(part.start, part.end)
  const start = part.start - phpTag.length
  return name !== 'php' || code.includes('<?') || start < 0
    ? part
    : { start, end: part.end, standIn: phpTag + code }
}

/** Line by line, so that fences that nothing closes cost nothing. */
function* fencesOf(text: string): Generator<Region> {
  let open: { mark: string; info: string; start: number } | undefined
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start)
    const next = end < 0 ? text.length : end + 1
    const [, , mark = '', info = '', rest = ''] =
      fence.exec(text.slice(start, next).trimEnd()) ?? []
    if (!open) {
      if (mark !== '') open = { mark, info, start: next }
    } else if (mark === open.mark && info === '' && rest === '') {
      const language = languageNamed(open.info.toLowerCase())
      const part = { start: open.start, end: start }
      if (language) yield { ...afterTag(part, text, language), language, inPage: false }
      open = undefined
    }
    start = next
  }
}

/** Whether a file is a page or a part of one, which a browser gets. */
export function isPage(file: string): boolean {
  return pages.test(file)
}

export function isMarkdown(file: string): boolean {
  return markdown.test(file)
}

/** The parts of a file that a grammar can read, each with its language. */
export function regionsOf(file: string, text: string): readonly Region[] {
  if (pages.test(file)) return [...scriptsOf(text)]
  if (markdown.test(file)) return [...fencesOf(text)]
  const language = languageOf(file)
  const whole = language ? [{ language, start: 0, end: text.length, inPage: false }] : []
  return templates.test(file) ? [...whole, ...scriptsOf(text)] : whole
}
