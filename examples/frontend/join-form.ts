export interface Wanted {
  readonly meetingNumber: string
  readonly password: string
  readonly userName: string
}

/** Calls back with what the form says when it is sent, and shows why joining failed. */
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
