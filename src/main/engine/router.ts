import { mediaAddress } from '../../shared/media-address'
import { citedByTitle } from '../../shared/citation/cited-by-title'
import { blockFromMaterial } from '../use-cases/block-from-material'
import { createTalk } from '../use-cases/create-talk'
import { fillDemo } from '../use-cases/fill-demo'
import { importDeck } from '../use-cases/import-deck'
import { importTalk } from '../use-cases/import-talk'
import { keepVersion } from '../use-cases/keep-version'
import { saveTalk } from '../use-cases/save-talk'
import { talkCatalogue } from '../use-cases/talk-catalogue'
import { designsOf } from '../use-cases/talk-designs'
import { talkInSchool } from '../use-cases/talk-in-school'
import { addPicture, libraryPictures } from '../use-cases/talk-pictures'
import { opening } from './opening/opening-handlers'
import { proposals } from './proposal-handlers'
import { paceOfSpeaker } from '../use-cases/pace-of-speaker'
import { designs } from './design-handlers'
import { drafts } from './draft-handlers'
import { folders } from './folder-handlers'
import { audiences, formats } from './format-handlers'
import { inStep } from './in-step-handlers'
import { imports } from './import-handlers'
import { keeping } from './keeping-handlers'
import { leaving } from './leaving-handlers'
import { bulk, cases, collections, finding, freshness, revisions, trash, versions } from './library-handlers'
import { packs } from './pack-handlers'
import { lecturers, rehearsals } from './rehearsal-handlers'
import { schools } from './school-handlers'
import { schoolTables } from './school-table-handlers'
import { searchWanted } from './search-handler'
import { report, server } from './server'
import { talkHistory } from './talk-history-handlers'
import { talkVersions } from './talk-version-handlers'
import { thirdParty } from './third-party-handlers'
import { withWireFailures } from './wire-failure'

const app = {
  state: server.app.state.handler(({ context: { library, libraryName, version, host, notices } }) => ({
    version,
    libraryName,
    settings: library.settings.get(),
    counts: library.counts(),
    runtime: { node: process.versions.node, sqlite: library.sqliteVersion, host },
    notices: notices(),
  })),
  changeSettings: server.app.changeSettings.handler(({ context, input }) => context.library.settings.change(input)),
  changes: server.app.changes.handler(({ context, signal }) => context.changes.subscribe(signal)),
  history: server.app.history.handler(({ context }) => context.library.history.peek()),
  undo: server.app.undo.handler(async ({ context, signal }) => ({ undone: await context.works.run('undo', null, { signal }) })),
  redo: server.app.redo.handler(async ({ context, signal }) => ({ redone: await context.works.run('redo', null, { signal }) })),
  doctor: server.app.doctor.handler(({ context, signal }) => context.works.run('examine', null, { signal })),
  demo: server.app.demo.handler(({ context }) => context.works.exclusively(() => fillDemo(context.library, context.read, context.starterFolder))),
}

const materials = {
  search: searchWanted,
  get: server.materials.get.handler(({ context: { library }, input: { id } }) => {
    const material = library.materials.get(id)
    const source = material.provenance === null ? null : library.sources.find(material.provenance.sourceId)
    return { material, source, usedIn: library.talks.usedIn(id) }
  }),
  create: server.materials.create.handler(({ context, input }) => context.library.materials.create(input, null)),
  update: server.materials.update.handler(({ context, input }) => context.library.materials.update(input.id, input.changes)),
  remove: server.materials.remove.handler(async ({ context, input, signal }) => ({ removed: await context.works.run('removeMaterials', input, { signal }) })),
  labels: server.materials.labels.handler(({ context }) => context.library.materials.labels()),
}

const sources = {
  list: server.sources.list.handler(({ context }) => context.library.sources.list()),
  get: server.sources.get.handler(({ context: { library }, input: { id } }) => ({
    source: library.sources.get(id),
    outline: library.sources.outline(id),
    materials: library.sources.materialCount(id),
  })),
  paragraphs: server.sources.paragraphs.handler(({ context, input }) => context.library.sources.paragraphs(input.id, input.from, input.to)),
  update: server.sources.update.handler(({ context, input }) => context.library.sources.update(input.id, input.changes)),
  remove: server.sources.remove.handler(({ context, input }) => context.library.sources.remove(input.id)),
  original: server.sources.original.handler(({ context: { library }, input: { id } }) => {
    const source = library.sources.get(id)
    return new File([new Uint8Array(library.assets.read(source.original))], source.fileName)
  }),
}

const talks = {
  list: server.talks.list.handler(({ context }) => context.library.talks.list()),
  get: server.talks.get.handler(({ context, input }) => context.library.talks.get(input.id)),
  create: server.talks.create.handler(({ context: { library, clock }, input }) => createTalk(library, input, new Date(clock()))),
  importMarkdown: server.talks.importMarkdown.handler(({ context, input }) => importTalk(context.library, input.markdown)),
  importDeck: server.talks.importDeck.handler(async ({ context, input, signal }) => importDeck(context, input.fileName, new Uint8Array(await input.content.arrayBuffer()), signal)),
  save: server.talks.save.handler(({ context, input }) => saveTalk(context.library, input.id, input.markdown, input.revision, input.history)),
  blockFrom: server.talks.blockFrom.handler(({ context, input }) => ({ markdown: blockFromMaterial(context.library, input.materialId) })),
  remove: server.talks.remove.handler(({ context, input }) => context.library.talks.remove(input.id)),
  export: server.talks.export.handler(async ({ context: { library, openPress }, input, signal }) => {
    const { markdown } = library.talks.get(input.id)
    const { kinds, preset, audience, together, shownAs, slidePictures, school, kept } = input
    if (kept) keepVersion(library, input.id, 'exported', markdown)
    const wish = { markdown, kinds, preset, audience, together, shownAs, slidePictures, paceOf: paceOfSpeaker(library), catalogue: talkCatalogue(library), designs: designsOf(library), pictures: libraryPictures(library), cited: citedByTitle(library.sources.list()), openPress, stopwatch: () => performance.now() }
    const inSchool = school === null ? {} : talkInSchool(library, { id: input.id, markdown, audience, shownAs }, school)
    // The writers are as much code again as all the rest of the engine: most sessions write nothing, and a search needs the room.
    const { exportTalk } = await import('../use-cases/export-talk')
    return withWireFailures(exportTalk({ ...wish, ...inSchool }, signal), report)
  }),
}

const assets = {
  addPicture: server.assets.addPicture.handler(async ({ context, input }) => addPicture(context.library, new Uint8Array(await input.content.arrayBuffer()))),
  describe: server.assets.describe.handler(({ context, input }) => context.library.assets.pictures(input.hashes)),
  playedFrom: server.assets.playedFrom.handler(({ input: { hash } }) => mediaAddress(hash)),
  content: server.assets.content.handler(({ context: { library }, input: { hash } }) => new Blob([new Uint8Array(library.assets.read(hash))], { type: library.assets.mimeOf(hash) ?? 'application/octet-stream' })),
}

const longWork = {
  underWay: server.longWork.underWay.handler(({ context, signal }) => context.works.underWay(signal)),
  stop: server.longWork.stop.handler(({ context, input }) => context.works.stop(input.id)),
}

/** The contract served. A handler that is missing, or gives something else than the contract says, does not compile. */
export const router = server.router({ app, imports, materials, sources, talks, formats, audiences, designs, proposals, talkHistory, talkVersions, inStep, rehearsals, lecturers, schools, schoolTables, packs, folders, assets, keeping, leaving, versions, cases, finding, collections, freshness, revisions, bulk, trash, drafts, longWork, opening, thirdParty })
export type EngineRouter = typeof router
