import { app } from './app'
import { cases } from './cases'
import { collections } from './collections'
import { drafts } from './drafts'
import { bulk, revisions, trash } from './editing'
import { finding } from './finding'
import { audiences, formats } from './formats'
import { freshness } from './freshness'
import { inStep } from './in-step'
import { imports } from './imports'
import { keeping } from './keeping'
import { leaving } from './leaving'
import { materials, sources } from './library'
import { longWork } from './long-work'
import { proposals } from './proposals'
import { lecturers, rehearsals } from './rehearsals'
import { talkHistory } from './talk-history'
import { talkVersions } from './talk-versions'
import { assets, talks } from './talks'
import { versions } from './versions'

/** Every call that crosses a process boundary. Server, client, command line and tests derive their types from it. */
export const contract = { app, imports, materials, sources, talks, formats, audiences, proposals, talkHistory, talkVersions, inStep, rehearsals, lecturers, assets, keeping, leaving, versions, cases, finding, collections, freshness, revisions, bulk, trash, drafts, longWork }
export type Contract = typeof contract
