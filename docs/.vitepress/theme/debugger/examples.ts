/** Texts to try the debugger with: published samples of Zoom, which open nothing, and a message. */
export interface Example {
  readonly name: string
  readonly text: string
}

const readme = 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9'

export const examples: readonly Example[] = [
  {
    name: 'an old signature',
    text: 'eHUzSlBhQV9SSlcyLTlsNV9IQWFMQS4xMjM0NTY3ODkuMTU4MzE2OTUzODc3My4wLkJMNEtiM3FINGx5ZzA1MUZtbGJOcGtPRnlFQS9lQUR2bGllVzJNNGZJeWs9',
  },
  {
    name: 'an expired JWT',
    text: `${readme}.eyJzZGtLZXkiOiJhYmMxMjMiLCJtbiI6IjEyMzQ1Njc4OSIsInJvbGUiOjAsImlhdCI6MTY0NjkzNzU1MywiZXhwIjoxNjQ2OTQ0NzUzLCJhcHBLZXkiOiJhYmMxMjMiLCJ0b2tlbkV4cCI6MTY0Njk0NDc1M30.UcWxbWY-y22wFarBBc9i3lGQuZAsuUpl8GRR8wUah2M`,
  },
  { name: 'an error', text: 'Signature is invalid.' },
]
