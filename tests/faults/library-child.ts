/**
 * A process that works on a library until it is killed, and says on standard output what it knows to be stored: one line a deed, written
 * synchronously, after the deed has returned. `node library-child.js <deed> <folder> [uid]`
 */
import Sqlite from 'better-sqlite3'
import { writeSync } from 'node:fs'
import { openLibrary, type Library } from '../../src/main/library/library'
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

new Sqlite(':memory:').close() // loads the native part while we may still read it
if (uid !== '') process.setuid?.(Number(uid))
try {
  const library = openLibrary(folder, { clock: Date.now, newId: () => crypto.randomUUID() })
  say('open')
  if (deed === 'edit') edit(library)
  else if (deed === 'import') importDocuments(library)
  else setInterval(() => undefined, 1000)
} catch (error) {
  say(`refused ${error instanceof LecternError ? error.code : String(error)}`)
}
