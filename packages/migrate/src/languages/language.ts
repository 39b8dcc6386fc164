import type { SignatureTemplate } from '../rewrite/signature-template.ts'
import type { GrammarName } from '../syntax/parser.ts'
import type { Reshape } from '../syntax/reshape.ts'
import type { SyntaxNode } from '../syntax/syntax-node.ts'
import type { Evaluator } from '../terms/evaluator.ts'
import type { Term, TermOf } from '../terms/term.ts'

/** One place where a name gets a value. */
export interface Binding {
  readonly name: string
  readonly kind: 'value' | 'append' | 'parameter' | 'import' | 'function'
  /** What is deleted when the name is not needed any more. */
  readonly node: SyntaxNode
  /** The expression, or the function itself. */
  readonly value?: SyntaxNode | undefined
  /** For an import: the module and the name there (`*` for all of it). */
  readonly module?: string
  readonly imported?: string
}

/** A call in the words that all languages share. */
export interface Call {
  readonly node: SyntaxNode
  /** The last name of what is called: `update` in `hmac.update(x)`. */
  readonly name: string
  readonly receiver?: SyntaxNode | undefined
  readonly args: readonly SyntaxNode[]
}

export type CallLowering = (call: Call, evaluator: Evaluator) => Term | TermOf | undefined

/** A function whose body may stand for a call of it. */
export interface LocalFunction {
  readonly parameters: readonly string[]
  readonly returns: readonly SyntaxNode[]
  /** Whether it may be called on its first argument, as an extension method is. */
  readonly extends?: boolean
}

/**
 * All that the engine must know of a language. The meaning of code is found in terms, so a
 * language says how its expressions lower to them, and how the new code is written in it.
 */
export interface Language {
  readonly name: string
  readonly extensions: readonly string[]
  /** Other names in Markdown fences and `lang` attributes. */
  readonly aliases?: readonly string[]
  readonly grammar: GrammarName
  /** Brings the grammar's tree into a shape in which each expression is a node. */
  readonly reshape?: Reshape
  /** A grammar with the same node types that also reads the types of Flow and TypeScript. */
  readonly grammarWithTypes?: GrammarName
  /** Words that are never a name; where they are told, statements without relevance are not read. */
  readonly reserved?: ReadonlySet<string>
  /** Node types that open a scope of names, the file's root aside. */
  readonly scopes: ReadonlySet<string>
  /** Node types that are a use of a name. */
  readonly identifiers: ReadonlySet<string>
  /** Node types that are a use of a member, where private members can be told. */
  readonly members?: ReadonlySet<string>
  /** Node types that can be a whole signature and are therefore looked at. */
  readonly expressions: ReadonlySet<string>
  /** Node types of statements, which a line can be put in front of. */
  readonly statements: ReadonlySet<string>
  /** Node types whose children are statements. */
  readonly blocks: ReadonlySet<string>
  readonly bindingsAt: (node: SyntaxNode) => readonly Binding[]
  /** The name by which a node can be looked up, also `this.name`. */
  readonly nameOf: (node: SyntaxNode) => string | undefined
  readonly callOf: (node: SyntaxNode) => Call | undefined
  readonly functionOf: (node: SyntaxNode) => LocalFunction | undefined
  readonly calls: Readonly<Record<string, CallLowering>>
  /** Names in `calls` that can make an HMAC; where none does, no signature is made either. */
  readonly macCalls: ReadonlySet<string>
  /** Everything that is not a call of the table: literals, operators, members. */
  readonly lower: (node: SyntaxNode, evaluator: Evaluator) => Term | TermOf | undefined
  /** What goes when a binding goes: the declarator with its comma, or the whole statement. */
  readonly removalOf: (
    binding: Binding,
    dead: ReadonlySet<SyntaxNode>,
  ) => SyntaxNode | Range | undefined
  /** A statement that only tells somebody something. */
  readonly logs: RegExp
  /** Names of calls that do nothing but give a value. */
  readonly pureCalls: ReadonlySet<string>
  /** How the signature is written today; without it everything is reported as manual. */
  readonly template?: SignatureTemplate
}

export interface Range {
  readonly start: number
  readonly end: number
}
