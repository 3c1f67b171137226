import type { BulkChanges } from '../../../shared/contract/editing'
import type { Deed, DoctorReport, Repair } from '../../../shared/contract/app'
import type { BundleContents, MergeReport } from '../../../shared/contract/leaving'
import type { Language, Localized } from '../../../shared/language'
import type { MaterialId } from '../../../shared/model/ids'
import type { SchoolId } from '../../../shared/model/school'
import type { Source } from '../../../shared/model/source'
import type { Wish } from '../../library/exchange/gather'
import type { Library } from '../../library/library'
import type { SchoolToKeep } from '../../library/schools'
import type { NewSource } from '../../library/sources'
import type { Watch } from '../../library/watch'
import type { PackReport } from '../../../shared/packs/pack-report'
import type { PacksEstimate } from '../../use-cases/packs/estimate-packs'
import type { PackTask } from '../../use-cases/packs/pack-task'
import { mergeBundle } from '../../use-cases/merge-bundle'
import { compareBundle } from '../../use-cases/open-bundle'
import { packBundle, packMarkdownZip, type Packed } from '../../use-cases/pack-library'
import { taskTitles } from './task-titles'

/**
 * `writes` stores something in the library, or nothing when it is stopped. `looks` answers only: stopped, it need not be waited for. `packs` makes a file, and has removed it
 * when it was stopped; whoever asked for it shows how far it is.
 */
export type TaskKind = 'writes' | 'looks' | 'packs'

/** Work that may hold a thread for long. Input and output cross to another thread and are plain data. */
export type Task<Input, Output> = {
  /** Each kind is done one after the other, beside the others. */
  readonly kind: TaskKind
  /** Whether it has a process of its own, behind all others (`task-process.ts`); a thread otherwise. */
  readonly apart?: boolean
  /** Steps it will take, as far as can be told at a glance. */
  readonly size: (library: Library, input: Input) => number
  readonly title: (library: Library, input: Input) => Localized
  /** @throws what `watch` throws, after which nothing of it is in the library */
  readonly run: (library: Library, input: Input, watch: Watch) => Output | Promise<Output>
}

const task = <Input, Output>(definition: Task<Input, Output>): Task<Input, Output> => definition
const always = () => Infinity
const sizeOfLibrary = (library: Library): number => library.counts().materials

export const tasks = {
  editMaterials: task<{ ids: readonly MaterialId[]; changes: BulkChanges }, number>({
    kind: 'writes',
    size: (_, { ids }) => ids.length,
    title: (_, { ids }) => taskTitles.editing(ids.length),
    run: (library, { ids, changes }, watch) => library.materials.editMany(ids, changes, watch),
  }),
  removeMaterials: task<{ ids: readonly MaterialId[] }, number>({
    kind: 'writes',
    size: (_, { ids }) => ids.length,
    title: (_, { ids }) => taskTitles.deleting(ids.length),
    run: (library, { ids }, watch) => library.materials.remove(ids, watch),
  }),
  restoreFromTrash: task<{ ids: readonly string[] }, number>({
    kind: 'writes',
    size: (_, { ids }) => ids.length,
    title: (_, { ids }) => taskTitles.restoring(ids.length),
    run: (library, { ids }, watch) => library.trash.restore(ids, watch),
  }),
  emptyTrash: task<{ ids?: readonly string[] | undefined }, number>({
    kind: 'writes',
    size: (library, { ids }) => ids?.length ?? library.trash.list(1, 0).total,
    title: () => taskTitles.emptying,
    run: (library, { ids }, watch) => library.trash.empty(ids, watch),
  }),
  addSource: task<NewSource, { source: Source; ids: readonly MaterialId[] }>({
    kind: 'writes',
    // A thread takes as long to begin as fifty materials to go in; a folder has thousands of documents of fewer.
    size: (_, { materials }) => materials.length / 8,
    title: (_, { title }) => taskTitles.importing(title),
    run: (library, added, watch) => {
      const { source, ids } = library.sources.add(added, watch)
      return { source, ids }
    },
  }),
  keepSchools: task<{ schools: readonly SchoolToKeep[] }, { added: number; changed: number }>({
    kind: 'writes',
    size: (_, { schools }) => schools.length,
    title: (_, { schools }) => taskTitles.keepingSchools(schools.length),
    run: (library, { schools }, watch) => library.schools.keep(schools, watch),
  }),
  removeSchools: task<{ ids: readonly SchoolId[] }, number>({
    kind: 'writes',
    size: (_, { ids }) => ids.length,
    title: (_, { ids }) => taskTitles.deletingSchools(ids.length),
    run: (library, { ids }, watch) => library.schools.remove(ids, watch),
  }),
  undo: task<null, Deed | null>({
    kind: 'writes',
    size: (library) => library.history.size('undo'),
    title: (library) => taskTitles.undoing(library.history.peek().undo),
    run: (library, _, watch) => library.history.undo(watch),
  }),
  redo: task<null, Deed | null>({
    kind: 'writes',
    size: (library) => library.history.size('redo'),
    title: (library) => taskTitles.redoing(library.history.peek().redo),
    run: (library, _, watch) => library.history.redo(watch),
  }),
  compareBundle: task<{ file: string }, Omit<BundleContents, 'bundleId'>>({
    kind: 'looks',
    size: always,
    title: () => taskTitles.comparing,
    run: (library, { file }, watch) => compareBundle(library, file, watch),
  }),
  mergeBundle: task<{ file: string }, MergeReport>({
    kind: 'writes',
    size: always,
    title: () => taskTitles.merging,
    run: (library, { file }, watch) => mergeBundle(library, file, watch),
  }),
  packLibrary: task<{ form: 'bundle' | 'markdown'; file: string; only: Wish | null; language: Language }, Packed>({
    kind: 'packs',
    size: (library, { only }) => (only === null ? sizeOfLibrary(library) + library.counts().sources + library.counts().talks : only.materials.length + only.talks.length),
    title: () => taskTitles.packing,
    run: (library, { form, file, only, language }, watch) => (form === 'bundle' ? packBundle(library, file, only, { progress: watch }) : packMarkdownZip(library, file, only, language, { progress: watch })),
  }),
  repair: task<{ repair: Repair }, null>({
    kind: 'writes',
    size: sizeOfLibrary,
    title: () => taskTitles.repairing,
    run: (library, { repair }, watch) => {
      library.repair(repair, watch)
      return null
    },
  }),
  makePacks: task<PackTask, PackReport>({
    kind: 'packs',
    apart: true,
    size: always,
    title: (_, { schools }) => taskTitles.packingSchools(schools.length),
    // The writers take as much room as all the rest of a thread: only these two load them.
    run: async (library, input, watch) => (await import('../../use-cases/packs/pack-task')).runPacks(library, input, watch),
  }),
  estimatePacks: task<PackTask, PacksEstimate>({
    kind: 'looks',
    size: always,
    title: () => taskTitles.estimatingPacks,
    run: async (library, input) => (await import('../../use-cases/packs/estimate-packs')).estimatePacks(library, input),
  }),
  examine: task<null, DoctorReport>({
    kind: 'looks',
    size: sizeOfLibrary,
    title: () => taskTitles.examining,
    run: (library, _, watch) => library.doctor(watch),
  }),
}

export type Tasks = typeof tasks
export type TaskName = keyof Tasks
export type InputOf<Name extends TaskName> = Parameters<Tasks[Name]['run']>[1]
export type OutputOf<Name extends TaskName> = Awaited<ReturnType<Tasks[Name]['run']>>

/** A name and its input do not lose sight of each other on their way through a union of all tasks. */
export const taskOf = <Name extends TaskName>(name: Name): Task<InputOf<Name>, OutputOf<Name>> => tasks[name] as unknown as Task<InputOf<Name>, OutputOf<Name>>
