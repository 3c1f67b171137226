import { readCase } from '../../shared/case-study/read-case'
import { previewBulkEdit } from '../use-cases/preview-bulk-edit'
import { compareMaterials } from '../use-cases/compare-materials'
import { readCollection } from '../use-cases/read-collection'
import { revisionDifference } from '../use-cases/revision-difference'
import { writeCasePart } from '../use-cases/write-case-part'
import { inSlices } from './in-slices'
import { server } from './server'

export const versions = {
  similarToMaterial: server.versions.similarToMaterial.handler(({ context, input }) => context.library.nearDuplicates.similarToMaterial(input.id, input.most)),
  duplicates: server.versions.duplicates.handler(({ context, input }) => context.library.nearDuplicates.duplicates(input.after, input.most)),
  diff: server.versions.diff.handler(({ context, input }) => compareMaterials(context.library, input.from, input.to)),
  link: server.versions.link.handler(({ context, input }) => context.library.versions.link(input.ids)),
  unlink: server.versions.unlink.handler(({ context, input }) => context.library.versions.unlink(input.id)),
  of: server.versions.of.handler(({ context, input }) => context.library.versions.of(input.id)),
}

export const cases = {
  read: server.cases.read.handler(({ context: { library }, input: { id } }) => ({ study: readCase(library.materials.get(id).body), events: library.cases.of(id) })),
  writePart: server.cases.writePart.handler(({ context, input }) => writeCasePart(context.library, input.id, input.part, input.markdown)),
  addEvent: server.cases.addEvent.handler(({ context, input }) => context.library.cases.add(input.id, input.event)),
  changeEvent: server.cases.changeEvent.handler(({ context, input }) => context.library.cases.change(input.id, input.changes)),
  removeEvent: server.cases.removeEvent.handler(({ context, input }) => context.library.cases.remove(input.id)),
}

export const finding = {
  facets: server.finding.facets.handler(({ context }) => context.library.finder.facets()),
  whereUsed: server.finding.whereUsed.handler(({ context: { library }, input: { id } }) => ({
    talks: library.talks.usedIn(id),
    collections: library.collections.holding(id),
    otherVersions: Math.max(library.versions.of(id).length - 1, 0),
  })),
  savedSearches: server.finding.savedSearches.handler(({ context }) => context.library.savedSearches.list()),
  saveSearch: server.finding.saveSearch.handler(({ context, input }) => context.library.savedSearches.save(input)),
  changeSearch: server.finding.changeSearch.handler(({ context, input }) => context.library.savedSearches.change(input.id, input.changes)),
  arrangeSearches: server.finding.arrangeSearches.handler(({ context, input }) => context.library.savedSearches.arrange(input.ids)),
  removeSearch: server.finding.removeSearch.handler(({ context, input }) => context.library.savedSearches.remove(input.id)),
}

export const collections = {
  list: server.collections.list.handler(({ context }) => context.library.collections.list()),
  get: server.collections.get.handler(({ context, input }) => readCollection(context.library, input.id)),
  create: server.collections.create.handler(({ context, input: { materials, ...draft } }) => context.library.collections.create(draft, materials)),
  update: server.collections.update.handler(({ context, input }) => context.library.collections.update(input.id, input.changes)),
  remove: server.collections.remove.handler(({ context, input }) => context.library.collections.remove(input.id)),
  add: server.collections.add.handler(({ context, input }) => context.library.collections.add(input.id, input.materials)),
  takeOut: server.collections.takeOut.handler(({ context, input }) => context.library.collections.takeOut(input.id, input.materials)),
  arrange: server.collections.arrange.handler(({ context, input }) => context.library.collections.arrange(input.id, input.materials)),
  mark: server.collections.mark.handler(({ context, input }) => context.library.collections.mark(input.id, input.materialId, input.reader, input.read)),
}

export const freshness = {
  report: server.freshness.report.handler(({ context, signal }) => inSlices(context.library.freshness.reporting(), signal)),
  ofTalk: server.freshness.ofTalk.handler(({ context, input }) => context.library.freshness.ofTalk(input.id)),
  ofMaterial: server.freshness.ofMaterial.handler(({ context, input }) => context.library.freshness.of(input.id)),
  supersede: server.freshness.supersede.handler(({ context, input }) => context.library.sources.supersede(input.id, input.by)),
}

export const revisions = {
  list: server.revisions.list.handler(({ context, input }) => context.library.revisions.list(input.id)),
  get: server.revisions.get.handler(({ context, input }) => context.library.revisions.get(input.id, input.revision)),
  diff: server.revisions.diff.handler(({ context, input }) => revisionDifference(context.library, input.id, input.from, input.to)),
  restore: server.revisions.restore.handler(({ context, input }) => context.library.materials.restoreRevision(input.id, input.revision)),
}

export const bulk = {
  preview: server.bulk.preview.handler(({ context: { library }, input }) => previewBulkEdit(library, input.ids, input.changes, input.examples)),
  edit: server.bulk.edit.handler(async ({ context, input, signal }) => ({ changed: await context.works.run('editMaterials', input, { signal }) })),
}

export const trash = {
  list: server.trash.list.handler(({ context, input }) => context.library.trash.list(input.limit, input.offset)),
  restore: server.trash.restore.handler(async ({ context, input, signal }) => ({ restored: await context.works.run('restoreFromTrash', input, { signal }) })),
  empty: server.trash.empty.handler(async ({ context, input, signal }) => ({ removed: await context.works.run('emptyTrash', input, { signal }) })),
}
