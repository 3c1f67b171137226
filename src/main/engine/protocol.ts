import type { Failure } from '../../shared/contract/failure'
import type { MediaMime } from '../../shared/model/media'
import type { PrintOrder } from '../printing/press'

/** What a door tells the engine's process. A port travels beside `connect` (utilityProcess) or inside it (worker thread). */
export type ToEngine =
  | { readonly type: 'open'; readonly folder: string; readonly version: string; /** Begin an empty library even where there was one. */ readonly create?: boolean }
  | { readonly type: 'connect' }
  /** What became of a `print`: its files, or why there are none. */
  | { readonly type: 'printed'; readonly id: number; readonly files: readonly Uint8Array[] | null; readonly reason?: string }
  /** What became of a `choose-folder`; null when nothing was chosen. */
  | { readonly type: 'folder-chosen'; readonly id: number; readonly path: string | null }
  /** What became of an `open-folder`: null when it is shown, else the system's reason. */
  | { readonly type: 'folder-opened'; readonly id: number; readonly reason: string | null }
  /** Where does a film or a sound lie, of which a window asks its door? */
  | { readonly type: 'find-medium'; readonly id: number; readonly hash: string }
  /** Close the library and end; the process exits when it is done. */
  | { readonly type: 'close' }

/** What the engine's process tells its door. */
export type FromEngine =
  | { readonly type: 'ready' }
  /** The library has to be brought on first, which takes its time; windows may be opened and see how far it is. */
  | { readonly type: 'upgrading' }
  | { readonly type: 'failed'; readonly failure: Failure }
  /** Only to Electron, which has a browser of its own; elsewhere the engine starts one. */
  | { readonly type: 'print'; readonly id: number; readonly order: PrintOrder }
  /** Only to Electron, which has the system's own dialog. */
  | { readonly type: 'choose-folder'; readonly id: number; readonly title: string; readonly from: string }
  /** Only to Electron likewise: show a folder in the system's own window for files. */
  | { readonly type: 'open-folder'; readonly id: number; readonly path: string }
  /** What became of a `find-medium`: null for what is no film or sound of the library. */
  | { readonly type: 'medium-found'; readonly id: number; readonly medium: { readonly path: string; readonly mime: MediaMime } | null }
  /** Nobody waits for this print any more. */
  | { readonly type: 'stop-printing'; readonly id: number }
