import { SyntaxNode } from './syntax-node.ts'

/** A node to be: of the grammar's tree, or one that the grammar should have made. */
export interface Shape extends Pick<SyntaxNode, 'type' | 'field' | 'named' | 'start' | 'end'> {
  readonly children: readonly Shape[]
  /** Made here, so that its own children stay as they are grouped. */
  readonly made?: boolean
}

/** Gives a node of the grammar's tree another type, or groups its children. */
export type Reshape = (shape: Shape, source: string) => Shape

/** The tree in the shape that a language's rules are written for. Without recursion: trees are deep. */
export function reshaped(root: SyntaxNode, source: string, reshape: Reshape): SyntaxNode {
  const all: SyntaxNode[] = []
  const open: { readonly shape: Shape; readonly parent: SyntaxNode | undefined }[] = [
    { shape: root, parent: undefined },
  ]
  for (let next = open.pop(); next; next = open.pop()) {
    const { parent } = next
    const shape = next.shape.made === true ? next.shape : reshape(next.shape, source)
    const { type, field, named, start, end } = shape
    const node = new SyntaxNode({ type, field, named, start, end, parent }, source, all)
    parent?.children.push(node)
    for (const child of [...shape.children].reverse()) open.push({ shape: child, parent: node })
  }
  return all[0] ?? root
}
