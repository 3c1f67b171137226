/**
 * A process that works on a library until it is killed, and says on standard output what it knows to be stored: one line a deed, written
 * synchronously, after the deed has returned. `node library-child.js <deed> <folder> [uid]`
 */
import Sqlite from 'better-sqlite3'
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { backupFile, listBackups } from '../../src/main/library/backup/backups'
import { backupName } from '../../src/main/library/backup/backup-name'
import { checkCopy } from '../../src/main/library/backup/check-copy'
import { restoreLibrary } from '../../src/main/library/backup/restore'
import { LibraryFolder } from '../../src/main/library/folder'
import { ImportSpool } from '../../src/main/library/import-spool'
import { backUpDatabase } from '../../src/main/library/schema/backup'
import { migrate } from '../../src/main/library/schema/migrate'
import { migrations, type Migration } from '../../src/main/library/schema/migrations'
import { Sql } from '../../src/main/library/sql'
import { openLibrary, type Library } from '../../src/main/library/library'
import { PendingImports } from '../../src/main/use-cases/pending-imports'
import { readImports } from '../../src/main/use-cases/read-imports'
import { AssetHash } from '../../src/shared/model/ids'
import { LecternError } from '../../src/shared/outcome'
import { aDerived, aDocument, aDraft, aProposal, importInto } from '../main/library/a-library'

const [deed = '', folder = '', uid = ''] = process.argv.slice(2)
const say = (line: string) => writeSync(1, `${line}\n`)

const edit = (library: Library) => {
  const material = library.materials.create(aDraft({ title: '第 0 版' }))
  const talk = library.talks.add(aDerived(), '第 1 稿')
  for (let i = 1; ; i++) {
    library.materials.update(material.id, { title: `第 ${i} 版`, body: '数字资源'.repeat(i % 50) })
    say(`material ${i}`)
    library.talks.save(talk.id, `第 ${i + 1} 稿`, aDerived(), i)
    say(`talk ${i + 1}`)
  }
}

const importDocuments = (library: Library) => {
  for (let i = library.counts().sources; ; i++) {
    const paragraphs = Array.from({ length: 120 }, (_, position) => `第 ${i} 份第 ${position + 1} 段：建设数字资源。`)
    importInto(library, aDocument(paragraphs, { title: `文件 ${i}` }), Array.from({ length: 30 }, (_, index) => aProposal(index, { body: paragraphs[index] ?? '' })))
    say(`source ${i}`)
  }
}

/** Reads documents with pictures into an import that nobody accepts. */
const readForReview = async (library: Library) => {
  const imports = new PendingImports(new ImportSpool(library.folder.importSpool))
  const bytes = new Uint8Array(256 * 1024)
  const media = new Map([[AssetHash.parse('a'.repeat(64)), bytes]])
  const read = async () => ({ document: aDocument(), media })
  for (let i = 0; ; i++) {
    const room = { library, imports, read, newId: () => 'import' }
    for await (const event of readImports(room, [{ fileName: `${i}.docx`, content: new Blob([String(i), bytes]) }], undefined, 'import')) if (event.type === 'finished') say(`waiting ${i + 1}`)
  }
}

/** Makes sketches, over and over again. */
const sketch = (library: Library) => {
  for (;;) {
    const at = library.nearDuplicates.sketchMore()
    if (at) say(`sketched ${at.done}`)
    else library.nearDuplicates.sql.run(`INSERT INTO meta (name, value) VALUES ('sketched-to', '0')`)
  }
}

/** A step that takes its time: rewrites every material, again and again. */
const slow: Migration = (database) => {
  database.exec(`CREATE TABLE upgraded (no INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT`)
  for (let pass = 0; pass < 20; pass++) database.exec(`INSERT INTO upgraded (body) SELECT body FROM materials; UPDATE materials SET school = school || 'x'`)
  database.exec(`UPDATE materials SET school = 'upgraded'`)
}

/** Brings a closed library to a version beyond ours. */
const upgrade = () => {
  const place = new LibraryFolder(folder)
  const sql = new Sql(new Sqlite(place.database))
  sql.database.pragma('journal_mode = WAL')
  say('open')
  migrate(sql, () => backUpDatabase(sql, place.backups, join(place.backups, backupName(Date.now(), 'before-upgrade'))), [...migrations, slow])
  say('upgraded')
}

const backUp = async (library: Library) => {
  for (let i = 0; ; i++) {
    library.materials.create(aDraft({ title: `第 ${i} 条` }))
    const { name } = await library.backups.make('by-hand', { check: async (file) => checkCopy(file) })
    say(`backup ${name}`)
  }
}

/** Goes to and fro between two states, each the backup of the other. */
const restore = async () => {
  const place = new LibraryFolder(folder)
  say('open')
  for (let name = listBackups(place)[0]?.name ?? ''; ; ) {
    const { kept } = await restoreLibrary(place, backupFile(place, name), { clock: Date.now, check: async (file) => checkCopy(file) })
    name = kept?.name ?? ''
    say(`restored ${name}`)
  }
}

new Sqlite(':memory:').close() // loads the native part while we may still read it
if (uid !== '') process.setuid?.(Number(uid))
try {
  if (deed === 'upgrade') upgrade()
  else if (deed === 'restore') await restore()
  else await work()
} catch (error) {
  say(`refused ${error instanceof LecternError ? error.code : String(error)}`)
}

async function work(): Promise<void> {
  const library = openLibrary(folder, { clock: Date.now, newId: () => crypto.randomUUID() })
  say('open')
  if (deed === 'edit') edit(library)
  else if (deed === 'import') importDocuments(library)
  else if (deed === 'back-up') await backUp(library)
  else if (deed === 'sketch') sketch(library)
  else if (deed === 'review') await readForReview(library)
  else setInterval(() => undefined, 1000)
}
