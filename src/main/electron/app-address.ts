/** The window's own scheme: nothing from the web shares its origin, and `file:` with its reach is not needed. */
export const APP_SCHEME = 'app'
const APP_ROOT = `${APP_SCHEME}://lectern/`
export const APP_PAGE = `${APP_ROOT}index.html`
/** Only for windows that print; it gets no port to the engine. */
export const PRINT_PAGE = `${APP_ROOT}print.html`

/** Is this address a page of ours? Compared as text: the origin of a scheme that URL does not know is the string `null`. */
export const isAppPage = (address: string): boolean => address === APP_ROOT || address === APP_PAGE || address.startsWith(`${APP_PAGE}#`)

/** May a window ask for this at all? Its own files, and what it has made itself; `devtools:` only answers when a developer has opened them. */
export const isAllowedRequest = (address: string): boolean => address.startsWith(APP_ROOT) || /^(?:blob|data|devtools):/.test(address)
