import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { Localized } from '../language'
import { Settings } from '../model/settings'

export const LibraryCounts = z.object({ sources: z.int(), materials: z.int(), talks: z.int() })
export type LibraryCounts = z.infer<typeof LibraryCounts>

/** A calm sentence that stays until its cause is gone. */
export const Notice = z.object({ code: z.enum(['cloud-folder', 'opened-a-copy', 'backup-failed']), message: Localized })
export type Notice = Readonly<z.infer<typeof Notice>>

export const AppState = z.object({
  version: z.string(),
  /** Name of the library folder, for the title bar; never a path. */
  libraryName: z.string(),
  settings: Settings,
  counts: LibraryCounts,
  runtime: z.object({ node: z.string(), sqlite: z.string(), host: z.enum(['utility-process', 'worker', 'command-line']) }),
  /** What the user should know while the library is open: it lies in a cloud folder, a copy was opened, the last automatic backup failed. */
  notices: z.array(Notice).default([]),
})
export type AppState = z.infer<typeof AppState>

/** A deed that can be taken back or done again, as a sentence for the menu: "Delete 3 materials". */
export const Deed = z.object({ id: z.int(), label: Localized })
export type Deed = z.infer<typeof Deed>

/** What Lectern can do about a problem without touching what the user wrote: make derived tables anew; go on from here although changes are missing. */
export const Repair = z.enum(['rebuild-derived', 'accept-loss'])
export type Repair = z.infer<typeof Repair>

export const DoctorReport = z.object({
  ok: z.boolean(),
  problems: z.array(z.object({ code: z.string(), message: Localized, /** See `keeping.repair`. */ repair: Repair.optional() })),
  /** Nothing is wrong, but something could be better: they do not make a library less than ok. */
  hints: z.array(z.object({ code: z.string(), message: Localized })).default([]),
})
export type DoctorReport = z.infer<typeof DoctorReport>

export const app = {
  state: oc.output(AppState),
  changeSettings: oc.input(Settings.partial()).output(Settings),
  /** Tells every window which rooms changed, so that it reads them again. */
  changes: oc.output(eventIterator(z.object({ rooms: z.array(z.enum(['materials', 'sources', 'talks', 'schools', 'settings'])) }))),
  /** The library-wide undo history: edits and deletions of materials and sources, imports, deletions of talks. Text in a talk has its editor's own. */
  history: oc.output(z.object({ undo: Deed.nullable(), redo: Deed.nullable() })),
  undo: oc.output(z.object({ undone: Deed.nullable() })),
  redo: oc.output(z.object({ redone: Deed.nullable() })),
  doctor: oc.output(DoctorReport),
  /** Fills an empty library with the example; refused with `library-not-empty` otherwise. */
  demo: oc.output(LibraryCounts),
}
