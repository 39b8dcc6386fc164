import type { Range } from '../languages/language.ts'
import type { SyntaxNode } from '../syntax/syntax-node.ts'
import type { Evaluator } from '../terms/evaluator.ts'
import type { Term } from '../terms/term.ts'
import type { Edit } from './edit.ts'
import type { Style } from './style.ts'

/** The four values that a signature is made from, as they stand in the file. */
export interface SignatureParts {
  readonly key: Term
  readonly secret: Term
  readonly meetingNumber: Term
  readonly role: Term
}

/** What an endpoint is asked with: values of the file, or code that gives them. */
export interface AskedParts {
  readonly meetingNumber: Term | string
  readonly role: Term | string
}

export interface WriteContext {
  readonly language: string
  /** Only the language's standard library, also where a package of ours exists. */
  readonly standalone: boolean
  /** Where a page is to get its signature from. */
  readonly endpoint: string
  readonly style: Style
  /** The whole file. */
  readonly text: string
  readonly root: SyntaxNode
  readonly evaluator: Evaluator
  /** The old expression. */
  readonly node: SyntaxNode
  /** A name that the file does not use yet. */
  readonly fresh: (name: string) => string
}

/** New code, written with two spaces and `\n`; the engine fits it to the file. */
export interface WrittenSignature {
  /** Statements to stand before the one that holds the expression. */
  readonly prelude: string
  /** With `\0` where `keep` goes on standing as it is. */
  readonly expression: string
  /** A part of the old expression that is not touched. */
  readonly keep?: Range | undefined
  /** Names from outside that the code uses; the language makes them available. */
  readonly imports: readonly Import[]
  /** What else must change for it: `async` in front of the function. */
  readonly edits?: readonly Edit[]
  /** The same, where it hangs on what goes in the same run. */
  readonly editsAfter?: ((removed: readonly Range[]) => readonly Edit[]) | undefined
}

/** Code that cannot be written at this place, and why; the code itself, to be pasted. */
export interface Unwritable {
  readonly reason: string
  readonly code: string
}

export interface Import {
  readonly module: string
  readonly name: string
}

export interface SignatureTemplate {
  readonly write: (parts: SignatureParts, context: WriteContext) => WrittenSignature | Unwritable
  /** The same for code that runs in a browser: asks the endpoint. */
  readonly fetch?: (parts: AskedParts, context: WriteContext) => WrittenSignature | Unwritable
  /** Edits that make the imports available; `removed` are ranges that go in the same run. */
  readonly addImports: (
    imports: readonly Import[],
    context: Omit<WriteContext, 'node' | 'fresh'>,
    removed: readonly Range[],
  ) => readonly Edit[]
}
