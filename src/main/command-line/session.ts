import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { createRouterClient } from '@orpc/server'
import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '../../shared/contract/index'
import type { Language, Localized } from '../../shared/language'
import { openingSentence } from '../../shared/opening-sentence'
import { openEngine, type Engine, type EngineOptions } from '../engine/open-engine'
import { router } from '../engine/router'
import { LibraryFolder } from '../library/folder'

export type EngineClient = ContractRouterClient<Contract>

/** What a command works with. The library is opened by the first command that needs it: exporting a file needs none. */
export class Session {
  #engine: Engine | null = null

  constructor(
    readonly language: Language,
    readonly progress: (text: string) => void,
    /** Ends a running call, e.g. on Ctrl C. */
    readonly signal: AbortSignal,
    readonly options: EngineOptions,
  ) {}

  /** @throws LecternError why the library cannot be opened */
  get engine(): Engine {
    this.#engine ??= openEngine({ ...this.options, opening: (step) => this.progress(this.say(openingSentence(step))) })
    return this.#engine
  }

  /** The engine where there is a library; null where opening one would begin it. @throws LecternError why the library cannot be opened */
  get engineOfLibrary(): Engine | null {
    return this.#engine !== null || existsSync(new LibraryFolder(resolve(this.options.folder)).database) ? this.engine : null
  }

  /** The contract's calls, in this process. */
  get client(): EngineClient {
    return createRouterClient(router, { context: this.engine.context })
  }

  say(sentence: Localized): string {
    return sentence[this.language]
  }

  close(): void {
    this.#engine?.close()
    this.#engine = null
  }
}
