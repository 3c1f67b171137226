import { ipcMain, type IpcMainEvent, type MessagePortMain } from 'electron'
import { CONNECT_MESSAGE, PORT_MESSAGE } from '../../shared/contract/hand-over'
import { isAppPage } from './app-address'

/** Only the main frame of our own page is answered: a frame inside it, or another page, gets no port. */
const isOurPage = ({ sender, senderFrame }: IpcMainEvent): boolean => senderFrame !== null && senderFrame === sender.mainFrame && isAppPage(senderFrame.url)

/** Gives each page that asks its own port to the engine. The only message of a renderer that the main process listens to. */
export function handOverPorts(connect: () => MessagePortMain): void {
  ipcMain.on(CONNECT_MESSAGE, (event) => {
    if (isOurPage(event)) event.sender.postMessage(PORT_MESSAGE, null, [connect()])
  })
}
