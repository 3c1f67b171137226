import { LecternError } from '../../shared/outcome'
import type { EngineParent } from './parent'
import type { ToEngine } from './protocol'

/** Shows a folder in the system's own window for files. @throws LecternError `folder-not-opened` */
export type FolderOpener = (path: string) => Promise<void>

/** @param cause the system's own words, where it had any */
export const folderNotOpened = (cause?: unknown): LecternError => new LecternError('folder-not-opened', { 'zh-CN': '系统没有打开这个文件夹，请自己到那里去看。', en: 'The system did not open this folder; please go there yourself.' }, { cause })

/** Shows folders by way of the process that started the engine: only Electron's main can. */
export class DoorFolderOpener {
  #next = 1
  readonly #waiting = new Map<number, (reason: string | null) => void>()

  constructor(private readonly parent: Pick<EngineParent, 'send'>) {}

  /** Takes the door's answer to an `open-folder`. */
  readonly take = ({ id, reason }: Extract<ToEngine, { type: 'folder-opened' }>): void => {
    this.#waiting.get(id)?.(reason)
    this.#waiting.delete(id)
  }

  readonly open: FolderOpener = async (path) => {
    const reason = await new Promise<string | null>((resolve) => {
      const id = this.#next++
      this.#waiting.set(id, resolve)
      this.parent.send({ type: 'open-folder', id, path })
    })
    if (reason !== null) throw folderNotOpened(reason)
  }
}
