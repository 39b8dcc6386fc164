import type { IssueCode } from '@sigshift/spec'
import type { Confidence } from '../finding.ts'
import type { Language, Range } from '../languages/language.ts'
import type { Edit } from '../rewrite/edit.ts'
import type { Unwritable, WriteContext, WrittenSignature } from '../rewrite/signature-template.ts'
import type { SyntaxNode } from '../syntax/syntax-node.ts'
import type { Evaluator } from '../terms/evaluator.ts'

/** A parsed piece of a file: the whole, a script block, or a comment that holds code. */
export interface Unit {
  readonly file: string
  readonly text: string
  readonly root: SyntaxNode
  readonly language: Language
  readonly evaluator: Evaluator
  readonly commentedOut: boolean
  /** Whether this code is sent to whoever opens the page. */
  readonly inBrowser: boolean
  readonly options: { readonly sdkMajor?: number }
}

/** New code for one place. */
export interface Replacement {
  readonly node: SyntaxNode
  readonly write: (context: WriteContext) => WrittenSignature | Unwritable
}

/** Something found: what is to be changed, or `manual`. */
export interface Match {
  readonly code: IssueCode
  readonly place: Range
  readonly confidence: Confidence
  readonly origin?: string | undefined
  readonly notes?: readonly string[]
  readonly secretInBrowser?: boolean
  readonly replacement?: Replacement | undefined
  /** Members of a list (of properties, of arguments) that go, each with its comma. */
  readonly remove?: readonly SyntaxNode[]
  /** Small changes that touch nothing else. */
  readonly edits?: readonly Edit[]
  /** What other changes of this run must take away before this one may be made. */
  readonly after?: {
    readonly places: readonly SyntaxNode[]
    /** Why it is not made where some of the places are left. */
    readonly otherwise: (left: readonly SyntaxNode[]) => string
    /** What must be gone in the end, or the change is not what it is for. */
    readonly gone: Range
  }
  /** Why there is no replacement, or why it must not be made by itself. */
  readonly manual?: string | undefined
  /** Code to paste in a language that is not parsed. */
  readonly paste?: { readonly language: string; readonly code: string }
}

/** One kind of code to find. A rule is one file here and its pairs in `fixtures/`. */
export interface Rule {
  readonly name: string
  /** The codes it may report. */
  readonly codes: readonly IssueCode[]
  /** Lower-case words, one of which is in every file that it finds something in. */
  readonly markers: readonly string[]
  /** Lower-case words, one of which must be there too. */
  readonly besides?: readonly string[]
  /** Lower-case words of statements that it finds something in, where these have none of the above. */
  readonly common?: readonly string[]
  readonly find: (unit: Unit) => Iterable<Match>
}

/** What a caller may ask of text rules beyond finding. */
export interface TextOptions {
  readonly renameEnv?: Readonly<Record<string, string>>
  readonly renamePackage?: boolean
}

/** The same for what needs no parsing: names and versions in any text. Of changes only `edits`. */
export interface TextRule extends Omit<Rule, 'find'> {
  readonly appliesTo: (file: string) => boolean
  readonly findText: (text: string, file: string, options: TextOptions) => Iterable<Match>
}
