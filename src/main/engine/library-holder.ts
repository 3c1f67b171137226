import type { Restored } from '../../shared/contract/keeping'
import { LecternError } from '../../shared/outcome'
import { backupFile } from '../library/backup/backups'
import type { BringOn } from '../library/backup/bring-on-copy'
import type { CheckCopy } from '../library/backup/check-copy'
import { prepareRestore, putInPlace, restoreLibrary, type Preparing } from '../library/backup/restore'
import { LibraryFolder } from '../library/folder'
import { openLibrary, type Library, type LibraryEnvironment } from '../library/library'

const alreadyRestoring = () => new LecternError('restore-running', { 'zh-CN': '正在恢复另一份备份，请等它完成。', en: 'Another backup is being restored. Please wait until it is finished.' })

/** The open library of an engine, which restoring exchanges for another one. Whoever works on it asks for it anew with every call. */
export class LibraryHolder {
  readonly folder: LibraryFolder
  readonly #env: LibraryEnvironment
  readonly #check: CheckCopy
  readonly #bringOn: BringOn | undefined
  #library: Library
  #restoring = false
  /** Called whenever another library has taken the open one's place. */
  whenExchanged: () => void = () => undefined

  /**
   * @param bringOn brings a backup of an older library on; without it, that keeps this thread from its other work
   * @throws LecternError why the library cannot be opened
   */
  constructor(path: string, env: LibraryEnvironment, check: CheckCopy, bringOn?: BringOn) {
    this.folder = new LibraryFolder(path)
    this.#env = env
    this.#check = check
    this.#bringOn = bringOn
    this.#library = openLibrary(path, env)
    this.#warmUpLater()
  }

  get library(): Library {
    return this.#library
  }

  /** Checks a copy without keeping the engine from its other work. */
  get check(): CheckCopy {
    return this.#check
  }

  /**
   * Puts a backup in the library's place. The backup is unpacked, checked and brought on while the library goes on being used; the exchange itself is done
   * between two calls.
   * @param alone does the exchange while nobody else works on the library
   * @param told `watch` and `tell` of {@link prepareRestore}; what they throw stops the restore
   * @throws LecternError as {@link prepareRestore}, `restore-running`; the library is open and as it was then
   */
  async restore(file: string, alone: <T>(deed: () => Promise<T>) => Promise<T> = (deed) => deed(), told: Pick<Preparing, 'watch' | 'tell'> = {}): Promise<Restored> {
    if (this.#restoring) throw alreadyRestoring()
    this.#restoring = true
    try {
      const facts = await prepareRestore(this.folder, file, { check: this.#check, ...(this.#bringOn && { bringOn: this.#bringOn }), ...told })
      return await alone(async () => {
        this.#library.close()
        const restored = this.#reopening(() => putInPlace(this.folder, facts, this.#env.clock()))
        await this.#openOrGoBack(restored)
        return restored
      })
    } finally {
      this.#restoring = false
    }
  }

  close(): void {
    this.#library.close()
  }

  #open(): void {
    this.#library = openLibrary(this.folder.path, { ...this.#env, create: false })
    this.#warmUpLater()
    this.whenExchanged()
  }

  /** Between whatever else there is to do; a command that ends before is not held up. */
  #warmUpLater(): void {
    const steps = this.#library.warmingUp()
    const step = () => {
      if (steps.next().done !== true) setImmediate(step).unref()
    }
    setImmediate(step).unref()
  }

  /** Opens the old library again when it could not be exchanged. */
  #reopening<T>(work: () => T): T {
    try {
      return work()
    } catch (error) {
      this.#open()
      throw error
    }
  }

  /** A backup that passed every check and still does not open (an upgrade of it failed) is exchanged back. */
  async #openOrGoBack({ kept }: Restored): Promise<void> {
    try {
      this.#open()
    } catch (error) {
      if (kept === null) throw error
      await restoreLibrary(this.folder, backupFile(this.folder, kept.name), { clock: this.#env.clock, check: this.#check })
      this.#open()
      throw error
    }
  }
}
