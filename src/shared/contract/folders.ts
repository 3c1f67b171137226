import { oc } from '@orpc/contract'
import { z } from 'zod'

const FolderPath = z.string().min(1).max(4096)

/** Where one begins to look: `home`, `documents` … are the user's own, `drive` is a disk or what is plugged in, `recent` was used before and has no other name than its own. */
export const FolderPlace = z.object({ kind: z.enum(['home', 'desktop', 'documents', 'downloads', 'drive', 'recent']), path: z.string() })
export type FolderPlace = Readonly<z.infer<typeof FolderPlace>>

export const FolderListing = z.object({
  path: z.string(),
  /** Null at the top of a disk. */
  parent: z.string().nullable(),
  /** The folders in it, in the order of their names; hidden ones and files are not told. */
  folders: z.array(z.object({ name: z.string(), path: z.string() })),
  /** How many folders more there are than are listed. */
  more: z.int(),
})
export type FolderListing = Readonly<z.infer<typeof FolderListing>>

/** Choosing a folder of this computer where the browser has no dialog for it. Only names of folders are told, never what is in them. */
export const folders = {
  /** Asks with the system's own dialog, beginning at `from`. `dialog` is false where the door has none: then the window shows its own. `path` is null when nothing was chosen. */
  choose: oc.input(z.object({ title: z.string().max(200), from: z.string().max(4096) })).output(z.object({ dialog: z.boolean(), path: z.string().nullable() })),
  places: oc.output(z.array(FolderPlace)),
  /**
   * The folders in a folder; null is the user's home. With `nearest`, one that is not there or cannot be read gives way to the nearest one above it that can.
   * Refused with `folder-not-absolute`, `folder-gone` and `folder-not-readable`.
   */
  list: oc.input(z.object({ path: FolderPath.nullable(), nearest: z.boolean().default(false) })).output(FolderListing),
  /**
   * Shows a folder that Lectern wrote to lately in the system's own window for files. Refused with `folder-not-absolute`, `folder-gone`, and with `folder-not-opened` where the
   * door cannot do it, the system would not, or nothing was written there.
   */
  open: oc.input(z.object({ path: FolderPath })),
  /** Makes a folder in `parent` and tells its path. Refused with `folder-name`, `folder-exists` and `cannot-write`. */
  make: oc.input(z.object({ parent: FolderPath, name: z.string().max(255) })).output(z.object({ path: z.string() })),
}
