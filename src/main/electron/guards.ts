import type { App, Session } from 'electron'
import { isAllowedRequest, isAppPage } from './app-address'

/** Nothing that a page asks of the computer is granted, and nothing leaves for the network (reliability.md, "Electron"). */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, grant) => grant(permission === 'clipboard-sanitized-write'))
  session.setPermissionCheckHandler((_contents, permission) => permission === 'clipboard-sanitized-write')
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isAllowedRequest(details.url) }))
  // Exports are saved from blobs that the window made; the system's dialog asks where.
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith('blob:app://lectern/')) event.preventDefault()
  })
}

/** No window may become anything else than our one page, open another, or hold a webview. */
export function guardContents(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-navigate', (details) => {
      if (!isAppPage(details.url)) details.preventDefault()
    })
    contents.on('will-redirect', (details) => details.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
  })
}
