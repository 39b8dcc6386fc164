import {
  Converter,
  DeclarationReflection,
  type ParameterReflection,
  type ProjectReflection,
  type Reflection,
  ReflectionKind,
} from 'typedoc'
import ts from 'typescript'

type Property = ts.PropertyDeclaration | ts.PropertySignature

function isProperty(node: ts.Node | undefined): node is Property {
  return node !== undefined && (ts.isPropertyDeclaration(node) || ts.isPropertySignature(node))
}

/** Says also what is thrown; typedoc keeps only when. */
function nameThrown({ comment }: Reflection, node: ts.Node): void {
  const thrown = ts.getJSDocTags(node).filter(ts.isJSDocThrowsTag)
  const tags = comment?.blockTags.filter(({ tag }) => tag === '@throws') ?? []
  for (const [i, { typeExpression }] of thrown.entries()) {
    if (!typeExpression) continue
    const name = typeExpression.type.getText()
    tags[i]?.content.unshift({ kind: 'code', text: `\`${name}\`` }, { kind: 'text', text: ' ' })
  }
}

/**
 * Lets typedoc write types as the source states them. From the checker's types it loses the rest of a
 * tuple, `[Issue, ...Issue[]]`, and writes a `typeof profile` out over a hundred lines.
 */
export function describeAsDeclared(converter: Converter): void {
  converter.on(Converter.EVENT_CREATE_SIGNATURE, (context, signature, declaration) => {
    if (!declaration || ts.isJSDocSignature(declaration)) return
    nameThrown(signature, declaration)
    const scope = context.withScope(signature)
    if (declaration.type) signature.type = converter.convertType(scope, declaration.type)
    for (const [i, { type }] of declaration.parameters.entries()) {
      const parameter = signature.parameters?.[i]
      if (parameter && type) parameter.type = converter.convertType(scope, type)
    }
  })
  converter.on(Converter.EVENT_CREATE_DECLARATION, (context, reflection) => {
    const node = context.getSymbolFromReflection(reflection)?.valueDeclaration
    if (reflection instanceof DeclarationReflection && isProperty(node) && node.type) {
      nameThrown(reflection, node)
      reflection.type = converter.convertType(context.withScope(reflection), node.type)
    }
  })
}

/** A parameter that is taken apart at once has no name; it gets that of its type. */
function nameParameter(parameter: Reflection): void {
  const { name, type } = parameter as ParameterReflection
  if (name !== '__namedParameters' || type?.type !== 'reference') return
  parameter.name = type.name.charAt(0).toLowerCase() + type.name.slice(1)
}

export function nameParameters(project: ProjectReflection): void {
  for (const parameter of project.getReflectionsByKind(ReflectionKind.Parameter)) {
    nameParameter(parameter)
  }
}
