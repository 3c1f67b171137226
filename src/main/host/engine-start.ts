import { LecternError } from '../../shared/outcome'
import type { FromEngine } from '../engine/protocol'

export type EngineStart = {
  readonly hear: (message: FromEngine) => void
  /** It ended, or never began; says nothing new once the library was open. */
  readonly lost: (reason: Error) => void
  /** Resolves when a window may be shown: the library is open, or is being brought on for a while. @throws LecternError why it cannot be opened */
  readonly started: Promise<void>
  /** Resolves when the library is open. @throws as `started` */
  readonly opened: Promise<void>
}

/** Makes of what an engine says the two moments that a door waits for. */
export function engineStart(): EngineStart {
  const started = Promise.withResolvers<void>()
  const opened = Promise.withResolvers<void>()
  // Most doors ask for the first only.
  opened.promise.catch(() => undefined)
  const lost = (reason: Error) => {
    started.reject(reason)
    opened.reject(reason)
  }
  return {
    started: started.promise,
    opened: opened.promise,
    lost,
    hear: (message) => {
      if (message.type === 'failed') return lost(new LecternError(message.failure.code, message.failure.message))
      if (message.type === 'ready' || message.type === 'upgrading') started.resolve()
      if (message.type === 'ready') opened.resolve()
    },
  }
}
