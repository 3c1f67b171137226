import type { EngineParent } from './parent'
import type { ToEngine } from './protocol'

/** Asks for a folder with the system's own dialog. @returns null when nothing was chosen */
export type FolderDialog = (question: { readonly title: string; readonly from: string }) => Promise<string | null>

/** The dialog of the process that started the engine: only Electron's main can show one. */
export class DoorFolderDialog {
  #next = 1
  readonly #waiting = new Map<number, (path: string | null) => void>()

  constructor(private readonly parent: Pick<EngineParent, 'send'>) {}

  /** Takes the door's answer to a `choose-folder`. */
  readonly take = ({ id, path }: Extract<ToEngine, { type: 'folder-chosen' }>): void => {
    this.#waiting.get(id)?.(path)
    this.#waiting.delete(id)
  }

  readonly ask: FolderDialog = (question) =>
    new Promise((resolve) => {
      const id = this.#next++
      this.#waiting.set(id, resolve)
      this.parent.send({ type: 'choose-folder', id, ...question })
    })
}
