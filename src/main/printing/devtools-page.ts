import { z } from 'zod'
import { staticFile } from '../host/static-files'
import type { DevtoolsPipe, Params } from './devtools-pipe'
import type { OpenPage } from './print-on-page'

/** A name that no network can have (RFC 2606 §2): every request for it is answered here. */
const ORIGIN = 'http://lectern.invalid'
const PAGE = `${ORIGIN}/print.html`
/** Bytes of a PDF taken at a time; a message has a limit. */
const CHUNK = 4 * 1024 * 1024

const Paused = z.object({ requestId: z.string(), request: z.object({ url: z.string(), method: z.string() }) })
const Evaluated = z.object({ result: z.object({ value: z.unknown().optional() }), exceptionDetails: z.object({ text: z.string(), exception: z.object({ description: z.string().optional() }).optional() }).optional() })
const Part = z.object({ data: z.string(), base64Encoded: z.boolean().optional(), eof: z.boolean() })

/** How our papers become a PDF: pages and margins as the style sheet says, text as text, tagged for screen readers. */
const PDF = { preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true, generateDocumentOutline: true }

/**
 * Opens the print page in a tab of the browser behind `pipe`. The browser's every request is answered from the renderer's folder.
 * @param root the folder of the built renderer
 */
export async function openDevtoolsPage(pipe: DevtoolsPipe, root: string): Promise<OpenPage> {
  const { targetId } = await pipe.send('Target.createTarget', { url: 'about:blank' })
  const session = z.string().parse((await pipe.send('Target.attachToTarget', { targetId, flatten: true }))['sessionId'])
  const send = (method: string, params: Params = {}): Promise<Params> => pipe.send(method, params, session)

  const answer = async (params: Params): Promise<void> => {
    const { requestId, request } = Paused.parse(params)
    const { origin, pathname } = new URL(request.url)
    if (origin !== ORIGIN || request.method !== 'GET') return void (await send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' }))
    const { status, headers, body } = await staticFile(root, pathname)
    const responseHeaders = Object.entries(headers).map(([name, value]) => ({ name, value }))
    await send('Fetch.fulfillRequest', { requestId, responseCode: status, responseHeaders, body: Buffer.from(body ?? []).toString('base64') })
  }
  // A request that cannot be answered any more belongs to a browser that has ended, and whoever prints hears of that.
  pipe.on('Fetch.requestPaused', (params) => void answer(params).catch(() => {}))

  await send('Page.enable')
  await send('Fetch.enable')
  const loaded = new Promise<void>((resolve) => pipe.on('Page.loadEventFired', () => resolve()))
  await send('Page.navigate', { url: PAGE })
  await loaded

  return {
    async run(expression) {
      const { result, exceptionDetails } = Evaluated.parse(await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }))
      if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
      return result.value
    },
    async pdf() {
      const { stream } = await send('Page.printToPDF', { ...PDF, transferMode: 'ReturnAsStream' })
      const parts: Buffer[] = []
      for (let eof = false; !eof; ) {
        const part = Part.parse(await send('IO.read', { handle: stream, size: CHUNK }))
        parts.push(Buffer.from(part.data, part.base64Encoded === true ? 'base64' : 'utf8'))
        eof = part.eof
      }
      await send('IO.close', { handle: stream })
      return new Uint8Array(Buffer.concat(parts))
    },
    async png(box, scale) {
      const { data } = await send('Page.captureScreenshot', { format: 'png', clip: { ...box, scale }, captureBeyondViewport: true })
      return new Uint8Array(Buffer.from(z.string().parse(data), 'base64'))
    },
  }
}
