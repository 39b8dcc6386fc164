export interface Signed {
  readonly signature: string
  readonly sdkKey: string
}

/** Asks our own server, which knows who is signed in; the secret never comes here. */
export async function askSignature(meetingNumber: string): Promise<Signed> {
  const response = await fetch('/signature', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ meetingNumber, role: 0 }),
  })
  const answer = (await response.json()) as Signed & { readonly detail?: string }
  if (!response.ok) throw new Error(answer.detail ?? `the signer answers ${response.status}`)
  return answer
}

export interface Wanted {
  readonly meetingNumber: string
  readonly password: string
  readonly userName: string
}

/** Calls back with what the form says when it is sent. */
export function onJoin(join: (wanted: Wanted) => Promise<void>): void {
  const form = document.querySelector('form')
  const status = document.querySelector('[role="status"]')
  form?.addEventListener('submit', (event) => {
    event.preventDefault()
    const data = new FormData(form)
    const text = (name: string): string => String(data.get(name) ?? '').trim()
    const wanted = {
      meetingNumber: text('meetingNumber').replace(/[\s-]/g, ''),
      password: text('password'),
      userName: text('userName'),
    }
    join(wanted).catch((error: unknown) => {
      if (status)
        status.textContent = error instanceof Error ? error.message : JSON.stringify(error)
    })
  })
}
