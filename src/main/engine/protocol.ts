import type { Failure } from '../../shared/contract/failure'

/** What a door tells the engine's process. A port travels beside `connect` (utilityProcess) or inside it (worker thread). */
export type ToEngine =
  | { readonly type: 'open'; readonly folder: string; readonly version: string; /** Begin an empty library even where there was one. */ readonly create?: boolean }
  | { readonly type: 'connect' }
  /** Close the library and end; the process exits when it is done. */
  | { readonly type: 'close' }

/** What the engine's process tells its door. */
export type FromEngine = { readonly type: 'ready' } | { readonly type: 'failed'; readonly failure: Failure }
