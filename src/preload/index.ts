/** Hands this window its end of a port to the engine, on request, and nothing else: no function of Electron reaches the page. */
import { ipcRenderer } from 'electron'
import { CONNECT_MESSAGE, PORT_MESSAGE } from '../shared/contract/hand-over'

window.addEventListener('message', (event) => {
  if (event.source === window && event.data === CONNECT_MESSAGE) ipcRenderer.send(CONNECT_MESSAGE)
})

ipcRenderer.on(PORT_MESSAGE, (event) => window.postMessage(PORT_MESSAGE, location.origin, [...event.ports]))
