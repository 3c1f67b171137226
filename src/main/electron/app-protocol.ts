import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { protocol } from 'electron'
import { hashInAddress } from '../../shared/media-address'
import { mediumAnswer, type FindMedium } from '../host/medium-answer'
import { staticFile } from '../host/static-files'
import { APP_SCHEME } from './app-address'

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true, stream: true } }])
}

/**
 * @param root the folder of the built renderer
 * @param findMedium films and sounds of the library
 */
export function serveAppScheme(root: string, findMedium: FindMedium): void {
  protocol.handle(APP_SCHEME, async (request) => {
    const { host, pathname } = new URL(request.url)
    if (host !== 'lectern' || request.method !== 'GET') return new Response(null, { status: 404 })
    const hash = hashInAddress(pathname)
    if (hash !== null) {
      const { status, headers, part } = await mediumAnswer(findMedium, hash, { range: request.headers.get('range'), ifRange: request.headers.get('if-range') })
      return new Response(part === null ? null : (Readable.toWeb(createReadStream(part.path, part)) as ReadableStream<Uint8Array>), { status, headers })
    }
    const { status, headers, body } = await staticFile(root, pathname)
    return new Response(body, { status, headers })
  })
}
