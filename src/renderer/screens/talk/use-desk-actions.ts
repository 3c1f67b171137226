import { useCallback, useMemo, useState } from 'react'
import { duplicateRows, insertBehind, insertSectionBehind, moveRows, moveRowsTo, orderedRows, removeRows, textOfRows, type Edited } from '../../../shared/markdown/edit-many'
import { addCitation, bodyOf, mergeBlocks, scriptOf, setBlockBody, setBlockTitle, setScript, setScriptSpeaker, setSectionTitle } from '../../../shared/markdown/edit-talk'
import { splitBlock } from '../../../shared/markdown/split-block'
import { parseTalk } from '../../../shared/markdown/parse-talk'
import type { Talk } from '../../../shared/model/block'
import type { MaterialId, TalkId } from '../../../shared/model/ids'
import { useEngine } from '../../app/engine'
import { useFailure } from '../../app/failure'
import { useText } from '../../i18n/language'
import { blockTemplate } from './block-templates'
import { messages } from './messages'
import type { OutlineActions } from './outline-actions'
import { blockAt, clampSelection, existingRows, keyOf, selectionOf, type Selection } from './selection'
import type { TalkSession } from './talk-session'

/** The row the desk looks at, and those picked together; none where it is that one alone. */
type Wanted = { readonly at: Selection; readonly picked: readonly Selection[] }

/** What the desk does to a talk, and what it looks at. Every deed is one step of undo. */
export function useDeskActions(session: TalkSession, talkId: TalkId, talk: Talk) {
  const text = useText(messages)
  const engine = useEngine()
  const fail = useFailure()
  const [wanted, setWanted] = useState<Wanted>(() => ({ at: firstBlock(talk), picked: [] }))
  const selection = useMemo(() => clampSelection(talk, wanted.at), [talk, wanted])
  const picked = useMemo(() => existingRows(talk, wanted.picked), [talk, wanted])

  const actions = useMemo((): OutlineActions => {
    const now = () => session.snapshot().text
    const parsed = () => parseTalk(now()).value
    const apply = (next: string, look: Selection) => {
      session.edit(next)
      setWanted({ at: look, picked: [] })
    }
    /** Looks at the rows that were dealt with: the first, or the last where the way led down. */
    const applyMany = ({ markdown, rows }: Edited, look: 'first' | 'last' = 'first') => {
      session.edit(markdown)
      const current = look === 'first' ? rows[0] : rows.at(-1)
      if (current) setWanted({ at: current, picked: rows })
    }
    return {
      select: (row) => setWanted({ at: row, picked: [] }),
      pick: (rows, current) => setWanted({ at: current, picked: rows }),
      rename: (row, title) => {
        const key = keyOf(row)
        session.edit(key === null ? setSectionTitle(now(), row.section, title) : setBlockTitle(now(), key, title))
      },
      add: (kind, after) => applyMany(insertBehind(now(), after, blockTemplate(kind, parsed().front.lang))),
      addSection: (after) => applyMany(insertSectionBehind(now(), after, text.newSection)),
      move: (rows, step) => applyMany(moveRows(now(), rows, step), step === 1 ? 'last' : 'first'),
      moveTo: (rows, to) => applyMany(moveRowsTo(now(), rows, to)),
      duplicate: (rows) => applyMany(duplicateRows(now(), rows)),
      merge: (row) => {
        const key = keyOf(row)
        if (key !== null && parsed().sections[row.section]?.blocks[(row.block ?? 0) + 1]) apply(mergeBlocks(now(), key), row)
      },
      split: (row, place) => {
        const key = keyOf(row)
        if (key !== null) apply(splitBlock(now(), key, place), { section: row.section, block: (row.block ?? 0) + 1 })
      },
      textOf: (rows) => textOfRows(now(), rows),
      paste: (markdown, after) => applyMany(insertBehind(now(), after, markdown)),
      remove: (rows) => {
        const first = orderedRows(now(), rows)[0]
        if (first) apply(removeRows(now(), rows), first)
      },
      bringIn: (materialId: MaterialId, _title, after) => {
        engine.talks
          .blockFrom({ materialId, talkId })
          .then(({ markdown }) => applyMany(insertBehind(now(), after, markdown)))
          .catch(fail)
      },
    }
  }, [session, talkId, engine, fail, text])

  const block = blockAt(talk, selection)
  const editing = useMemo(() => {
    if (!block) return null
    const { key } = block
    const edit = (part: 'title' | 'body' | 'script' | 'speaker', change: (markdown: string) => string) => session.edit(change(session.snapshot().text), { coalesce: `${part} ${key}`, typing: part !== 'title' })
    return {
      blockKey: key,
      kind: block.content.kind,
      title: block.title,
      body: bodyOf(session.snapshot().text, block),
      script: scriptOf(session.snapshot().text, block),
      onTitle: (title: string) => edit('title', (markdown) => setBlockTitle(markdown, key, title)),
      onBody: (body: string) => edit('body', (markdown) => setBlockBody(markdown, key, body)),
      onCite: (body: string, citation: { readonly source: string; readonly at: string }) => session.edit(addCitation(setBlockBody(session.snapshot().text, key, body), key, citation)),
      speaker: block.script?.speaker ?? '',
      onSpeaker: (speaker: string) => edit('speaker', (markdown) => setScriptSpeaker(markdown, key, speaker)),
      onScript: (script: string) => edit('script', (markdown) => setScript(markdown, key, script)),
    }
  }, [block, session])

  const select = useCallback((key: string) => setWanted({ at: selectionOf(key), picked: [] }), [])
  return { selection, picked, select, actions, editing }
}

const firstBlock = (talk: Talk): Selection => {
  const section = talk.sections.findIndex(({ blocks }) => blocks.length > 0)
  return section < 0 ? { section: 0, block: null } : { section, block: 0 }
}
