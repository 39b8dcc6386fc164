import type { WriteContext } from '../../rewrite/signature-template.ts'
import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Evaluator } from '../../terms/evaluator.ts'
import { plain, type Term } from '../../terms/term.ts'
import { partCode } from '../literals.ts'

/** How a language of the JVM writes parts; which part is written how is the same for all. */
export interface Spelling {
  readonly declaredType: (node: SyntaxNode, evaluator: Evaluator) => string | undefined
  /** Types of whole numbers. */
  readonly whole: RegExp
  /** What has a backslash in front of it inside a literal. */
  readonly escaped: RegExp
  /** A value as text. `operand` is its code where a call may follow. */
  readonly asText: (code: string, operand: string) => string
  /** The number in a text. */
  readonly asNumber: (code: string, operand: string) => string
  /** Takes away what is no digit. */
  readonly digits: string
  /** Stands before the name of a class to make an object. */
  readonly makes: '' | 'new '
  /** Whether a secret, known by its term and its type, is bytes. */
  readonly isBytes: (secret: Term, type: string) => boolean
}

const simple = /^[\w.]+(?:\([^()]*\))?(?:\.\w+\([^()]*\))*$/

const isPiece = (term: Term): boolean => term.kind === 'text' && term.piece === true

/** Writes the parts of a signature at one place. */
export class PartCode {
  readonly #spelling: Spelling
  readonly #context: WriteContext

  constructor(spelling: Spelling, context: WriteContext) {
    this.#spelling = spelling
    this.#context = context
  }

  /** The key as it can stand in JSON text. */
  key(key: Term): string {
    const inner = plain(key)
    const isPlain = inner.kind === 'text' && /^[\w-]*$/.test(inner.value)
    if (isPlain && (isPiece(inner) || inner.node.type === 'string_literal'))
      return this.#operand(inner)
    const escaped = String.raw`.replace("\\", "\\\\").replace("\"", "\\\"")`
    return this.#text(inner) + escaped
  }

  /** The meeting number; from a text only the digits, since any other would end the JSON string. */
  number(meetingNumber: Term): string {
    const inner = plain(meetingNumber)
    return this.#isWhole(inner)
      ? this.#operand(inner)
      : `${this.#text(inner)}${this.#spelling.digits}`
  }

  role(role: Term): string {
    const inner = plain(role)
    const fixed = this.#context.evaluator.fixedText(inner)
    if (fixed !== undefined && /^[01]$/.test(fixed)) return fixed
    if (this.#isWhole(inner)) return this.#operand(inner)
    const text = this.#text(inner)
    return this.#spelling.asNumber(this.#isText(inner) ? this.#code(inner) : text, text)
  }

  /** A `Key`; a name that holds one, or the bytes for one, is used as it is. */
  signingKey(
    secret: Term,
    code: { readonly specClass: () => string; readonly bytes: (text: string) => string },
  ): string {
    const inner = plain(secret)
    const type = this.#typeOf(inner) ?? ''
    if (/Key(?:Spec)?$/.test(type)) return secret.node.text
    const isBytes =
      inner.inlined || (secret.kind !== 'bytes' && this.#spelling.isBytes(inner, type))
    const bytes = isBytes ? secret.node.text : code.bytes(this.#operand(this.#secretText(secret)))
    return `${this.#spelling.makes}${code.specClass()}(${bytes}, "HmacSHA256")`
  }

  /** The secret as a `String`: what is none, such as a `CharSequence`, keeps its `toString()`. */
  #secretText(secret: Term): Term {
    const text = secret.kind === 'bytes' ? secret.of : secret
    const inner = plain(text)
    return text.kind === 'string' && !text.inlined && !this.#isText(inner) ? text : inner
  }

  /** Literals in the middle of a longer one get quotes of their own. */
  #code(term: Term): string {
    return partCode(term, '"', this.#spelling.escaped)
  }

  #operand(term: Term): string {
    const code = this.#code(term)
    return isPiece(term) || simple.test(code) || term.node.type === 'string_literal'
      ? code
      : `(${code})`
  }

  #text(term: Term): string {
    const operand = this.#operand(term)
    return this.#isText(term) ? operand : this.#spelling.asText(this.#code(term), operand)
  }

  #typeOf(term: Term): string | undefined {
    const { declaredType } = this.#spelling
    return isPiece(term) ? 'String' : declaredType(term.node, this.#context.evaluator)
  }

  #isText(term: Term): boolean {
    return this.#typeOf(term) === 'String'
  }

  #isWhole(term: Term): boolean {
    return this.#spelling.whole.test(this.#typeOf(term) ?? '')
  }
}
