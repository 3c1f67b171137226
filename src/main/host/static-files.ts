import { readFile, realpath } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { CONTENT_SECURITY_POLICY } from './content-security-policy'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}

export type StaticAnswer = { readonly status: 200 | 204 | 404; readonly headers: Readonly<Record<string, string>>; readonly body: Uint8Array<ArrayBuffer> | null }

/** What every answer to a window carries. */
export const headersFor = (type: string): Record<string, string> => ({
  'content-type': type,
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
})

const notFound: StaticAnswer = { status: 404, headers: headersFor('text/plain; charset=utf-8'), body: null }

/**
 * Serves the window's files from one folder and nothing beside it.
 * @param root the folder of the built renderer; may itself be a link
 * @param pathname the path of the request's URL, still percent-encoded
 * @returns 404 for everything that does not really lie inside the folder, links followed
 */
export async function staticFile(root: string, pathname: string): Promise<StaticAnswer> {
  // Browsers ask for it unbidden, and a 404 would be an error in the console.
  if (pathname === '/favicon.ico') return { ...notFound, status: 204 }
  const name = decoded(pathname)
  if (name === null) return notFound
  try {
    const folder = await realpath(root)
    const file = await realpath(join(folder, name === '/' ? 'index.html' : name))
    const type = types[extname(file)]
    if (!file.startsWith(folder + sep) || type === undefined) return notFound
    return { status: 200, headers: headersFor(type), body: new Uint8Array(await readFile(file)) }
  } catch {
    return notFound
  }
}

/** A name without NUL or backslash (a separator on Windows), or null. */
function decoded(pathname: string): string | null {
  try {
    const name = decodeURIComponent(pathname)
    return name.includes('\0') || name.includes('\\') ? null : name
  } catch {
    return null
  }
}
