import type { BrowserContext, Page, Request } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hasChromium } from './chromium.ts'
import { jwt, key, meetingClaims, number, pastedCases, secret } from './tokens.ts'
import { useBuiltSite } from './use-built-site.ts'

const now = Math.floor(Date.now() / 1000)
const field = 'Signature, error text, or the code that signs'

describe.skipIf(!hasChromium)('the debugger', () => {
  const built = useBuiltSite()
  let context: BrowserContext
  let page: Page
  let requests: Request[]
  let faults: string[]
  beforeEach(async () => {
    requests = []
    faults = []
    context = await built.browser.newContext()
    page = await context.newPage()
    page.on('request', (request) => requests.push(request))
    page.on('pageerror', ({ message }) => faults.push(message))
    page.on('console', (line) => {
      if (line.type() === 'error' || line.type() === 'warning') faults.push(line.text())
    })
  })
  afterEach(async () => {
    expect(faults).toEqual([])
    expect(
      requests
        .filter(
          (request) =>
            !request.url().startsWith(built.site.url) && !request.url().startsWith('data:'),
        )
        .map((request) => request.url()),
    ).toEqual([])
    await context.close()
  })

  const open = async (path = 'debugger'): Promise<void> => {
    await page.goto(built.site.url + path)
    await page.waitForSelector('[data-ready]')
  }
  const paste = async (text: string): Promise<void> => {
    await page.getByRole('textbox', { name: field }).focus()
    await page.evaluate((pasted) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', pasted)
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
      // Scripts cannot paste; what the browser does after a paste that nobody stopped, this does.
      if (document.activeElement?.dispatchEvent(event)) {
        document.execCommand('insertText', false, pasted)
      }
    }, text)
  }
  const giveSecret = async (text: string): Promise<void> => {
    await page.getByText('Add the secret, the key or the meeting number').click()
    await page.getByLabel('Secret, to verify the MAC').fill(text)
  }
  const firstIssue = async (): Promise<string | undefined> => {
    const href = await page.locator('.issue.first a').first().getAttribute('href')
    return href?.split('/').at(-1)
  }

  for (const { name, text, secret: given, first } of pastedCases(now)) {
    it(`says first what is wrong with ${name}`, async () => {
      await open()
      if (given) await giveSecret(given)
      await paste(text)
      await page.locator('.verdict:not(.empty)').waitFor()
      if (first) {
        await page.locator('.issue.first').waitFor()
        expect(await firstIssue()).toBe(first)
      } else {
        await page.locator('.verdict.none, .verdict.note').waitFor()
        expect(await page.locator('.verdict').innerText()).toContain('its MAC verifies')
      }
    })
  }

  it('finds the causes of a pasted message', async () => {
    await open('')
    await paste('{"method":"join","errorCode":3712,"errorMessage":"Signature is invalid."}')
    await page.locator('.causes a').first().waitFor()
    expect(await page.locator('.match h2 a').first().getAttribute('href')).toBe(
      '/symptoms/signature-is-invalid',
    )
  })

  it('finds the sample that pasted code follows', async () => {
    await open()
    await paste(`const msg = Buffer.from(apiKey + meetingNumber + timestamp + role).toString('base64')
const hash = crypto.createHmac('sha256', apiSecret).update(msg).digest('base64')
const signature = Buffer.from(\`\${apiKey}.\${meetingNumber}.\${timestamp}.\${role}.\${hash}\`).toString('base64')`)
    await page.locator('.match h2').first().waitFor()
    expect(await page.locator('.causes a').first().getAttribute('href')).toBe(
      '/issues/legacy-hmac-code',
    )
  })

  it('shows on demand what would be put in place of pasted code, and sends none of it', async () => {
    await open()
    await paste(`function sign($api_key, $api_secret, $meeting_number, $role) {
  $time = time() * 1000 - 30000;
  $data = base64_encode($api_key . $meeting_number . $time . $role);
  $hash = hash_hmac('sha256', $data, $api_secret, true);
  $sig = $api_key . "." . $meeting_number . "." . $time . "." . $role . "." . base64_encode($hash);
  return rtrim(strtr(base64_encode($sig), '+/', '-_'), '=');
}`)
    expect(requests.filter((request) => request.url().endsWith('.wasm'))).toEqual([])
    await page.getByRole('button', { name: 'Show it migrated' }).click()
    const migrated = page.getByLabel('The migrated code')
    await migrated.waitFor()
    expect(await migrated.innerText()).toContain("'appKey' => $api_key")
    const grammars = requests.filter((request) => request.url().endsWith('.wasm'))
    expect(grammars.map((request) => new URL(request.url()).pathname)).toContain(
      '/grammars/tree-sitter-php.wasm',
    )
    expect(requests.every((request) => request.method() === 'GET')).toBe(true)
  })

  it('offers code that follows no sample for migration too', async () => {
    await open()
    await paste(`String sign(String key, String secret, String number, int role) {
  final ts = DateTime.now().millisecondsSinceEpoch - 30000;
  final mac = Hmac(sha256, utf8.encode(secret)).convert(utf8.encode('$key$number$ts$role'));
  return base64Url.encode(utf8.encode('$key.$number.$ts.$role.$mac'));
}`)
    await page.getByRole('button', { name: 'Show it migrated' }).click()
    const migrated = page.getByLabel('The migrated code')
    await migrated.waitFor()
    expect(await migrated.innerText()).toContain("'tokenExp': expiresAt")
  })

  it('loads the grammar of a language that Zoom published no sample in', async () => {
    await open()
    await paste(`fun sign(key: String, secret: String, number: String, role: Int): String {
  val ts = System.currentTimeMillis() - 30000
  val msg = Base64.getEncoder().encodeToString((key + number + ts + role).toByteArray())
  val mac = Mac.getInstance("HmacSHA256")
  mac.init(SecretKeySpec(secret.toByteArray(), "HmacSHA256"))
  val hash = Base64.getEncoder().encodeToString(mac.doFinal(msg.toByteArray()))
  return Base64.getEncoder().encodeToString((key + "." + number + "." + ts + "." + role + "." + hash).toByteArray())
}`)
    await page.getByRole('button', { name: 'Show it migrated' }).click()
    const migrated = page.getByLabel('The migrated code')
    await migrated.waitFor()
    expect(await migrated.innerText()).toContain('val expiresAt = issuedAt + 7200')
    const grammars = requests.filter((request) => request.url().includes('/grammars/'))
    expect(grammars.map((request) => new URL(request.url()).pathname)).toEqual([
      '/grammars/tree-sitter-kotlin.wasm',
    ])
  })

  it('tells who gave a secret with white space which mistake it is', async () => {
    await open()
    await giveSecret(secret)
    await paste(jwt(meetingClaims(now), `${secret}\n`))
    await page.locator('.issue.first').waitFor()
    expect(await firstIssue()).toBe('secret-whitespace')
  })

  it('keeps the secret out of requests, storage, address and title', async () => {
    const canary = 'canary-4d1f0c2b9e8a7766'
    await open()
    const address = page.url()
    await giveSecret(canary)
    await paste(jwt(meetingClaims(now), canary))
    await page.getByText('its MAC verifies').first().waitFor()
    await page.getByRole('button', { name: 'Copy a link' }).click()
    await page.locator('.share [role=status]').filter({ hasText: /./ }).waitFor()
    const kept = await page.evaluate(async () =>
      JSON.stringify([
        { ...localStorage },
        { ...sessionStorage },
        document.cookie,
        location.href,
        document.title,
        history.state,
        (await indexedDB.databases()).length,
        await caches.keys(),
      ]),
    )
    expect(kept).not.toContain(canary)
    expect(page.url()).toBe(address)
    expect(await page.locator('.share').innerText()).not.toContain(canary)
    const sent = requests
      .map((request) => `${request.url()} ${request.postData() ?? ''}`)
      .join('\n')
    expect(sent).not.toContain(canary)
    expect(sent).not.toContain('eyJ')
    expect(await page.locator('body').innerText()).not.toContain(canary)
  })

  it('shows the beginning of a long text, and loses nothing of it when that is edited', async () => {
    const code = `${'// a long comment\n'.repeat(2000)}const MAC = hmac(apiSecret)\n// its end`
    await open()
    await paste(code)
    const area = page.getByRole('textbox', { name: field })
    const note = page.getByText('Shown are the first')
    await note.waitFor()
    expect((await area.inputValue()).length).toBeLessThan(code.length)
    await area.press('Control+Home')
    await area.pressSequentially('ab')
    expect(await note.innerText()).toContain(`of ${code.length + 2} characters`)
    await area.press('Control+A')
    await area.press('x')
    await note.waitFor({ state: 'detached' })
    expect(await area.inputValue()).toBe('x')
  })

  it('opens a shared link, whose signature no request carries', async () => {
    const text = jwt(meetingClaims(now))
    await open(`debugger#signature=${encodeURIComponent(text)}`)
    await page.locator('.verdict:not(.empty)').waitFor()
    expect(await page.getByRole('textbox', { name: field }).inputValue()).toBe(text)
    expect(requests.some((request) => request.url().includes('eyJ'))).toBe(false)
  })

  it('makes no link to a text that the secret is in', async () => {
    await open()
    await giveSecret(secret)
    await paste(jwt({ ...meetingClaims(now), note: 'x' }).replace(/$/, ` ${secret}`))
    await page.locator('.verdict:not(.empty)').waitFor()
    expect(await page.getByRole('button', { name: 'Copy a link' }).count()).toBe(0)
  })

  it('works on when the network is gone after the first load', async () => {
    await open('')
    await context.setOffline(true)
    await paste(jwt({ ...meetingClaims(now), role: '0' }))
    await page.locator('.issue.first').waitFor()
    expect(await firstIssue()).toBe('role-as-string')
  })

  it('is used by keyboard alone', async () => {
    await open('')
    const tabTo = async (name: string): Promise<void> => {
      for (let i = 0; i < 40; i++) {
        await page.keyboard.press('Tab')
        const label = await page.evaluate(() => {
          const element = document.activeElement as HTMLInputElement | null
          return element?.labels?.[0]?.textContent ?? element?.textContent ?? ''
        })
        if (label.includes(name)) return
      }
      throw new Error(`no Tab leads to ${name}`)
    }
    await tabTo(field)
    await page.keyboard.insertText(jwt(meetingClaims(now)))
    await tabTo('Add the secret')
    await page.keyboard.press('Enter')
    await tabTo('Secret, to verify')
    await page.keyboard.insertText(secret)
    await tabTo('Key that it should carry')
    await page.keyboard.insertText(key)
    await tabTo('Meeting that will be joined')
    await page.keyboard.insertText(number)
    await page.getByText('its MAC verifies').first().waitFor()
  })

  it('announces the verdict, and names each field for a screen reader', async () => {
    await open()
    await giveSecret(secret)
    await paste('undefined')
    await page.locator('.issue.first').waitFor()
    expect(await page.locator('.verdict').getAttribute('role')).toBe('status')
    const tree = await page.locator('.debugger').ariaSnapshot()
    expect(tree).toContain(`textbox "${field}"`)
    expect(tree).toContain('textbox "Secret, to verify the MAC"')
    expect(tree).toContain('textbox "Key that it should carry"')
    expect(tree).toContain('status: "No signature: 1 error."')
  })
})
