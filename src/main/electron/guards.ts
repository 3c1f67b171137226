import type { App, Session } from 'electron'
import { isAllowedRequest, isAppPage } from './app-address'

/** What a page may ask of the computer: to copy text, to fill the screen with slides, and to know of the projector's screen. */
const GRANTED: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'fullscreen', 'window-management'])
/** The window for the audience: an empty page that our own page draws into (renderer, audience-window.tsx). */
const AUDIENCE = { url: 'about:blank', frameName: 'lectern-audience' }

/** Nothing else that a page asks of the computer is granted, and nothing leaves for the network (reliability.md, "Electron"). */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, grant) => grant(GRANTED.has(permission)))
  session.setPermissionCheckHandler((_contents, permission) => GRANTED.has(permission))
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isAllowedRequest(details.url) }))
  // Exports are saved from blobs that the window made; the system's dialog asks where.
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith('blob:app://lectern/')) event.preventDefault()
  })
}

/** No window may become anything else than our one page, open another but that for the audience, or hold a webview. */
export function guardContents(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(({ url, frameName }) =>
      url === AUDIENCE.url && frameName === AUDIENCE.frameName && isAppPage(contents.getURL()) ? { action: 'allow', overrideBrowserWindowOptions: { autoHideMenuBar: true, backgroundColor: '#000000' } } : { action: 'deny' },
    )
    contents.on('will-navigate', (details) => {
      if (!isAppPage(details.url)) details.preventDefault()
    })
    contents.on('will-redirect', (details) => details.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
  })
}
