import { protocol } from 'electron'
import { staticFile } from '../host/static-files'
import { APP_SCHEME } from './app-address'

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }])
}

/** @param root the folder of the built renderer */
export function serveAppScheme(root: string): void {
  protocol.handle(APP_SCHEME, async (request) => {
    const { host, pathname } = new URL(request.url)
    if (host !== 'lectern' || request.method !== 'GET') return new Response(null, { status: 404 })
    const { status, headers, body } = await staticFile(root, pathname)
    return new Response(body, { status, headers })
  })
}
