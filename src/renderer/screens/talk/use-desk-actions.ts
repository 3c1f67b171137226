import { useCallback, useMemo, useState } from 'react'
import { addCitation, bodyOf, duplicateBlock, insertBlock, insertSection, mergeBlocks, moveBlock, moveSection, removeBlock, removeSection, scriptOf, setBlockBody, setBlockTitle, setScript, setSectionTitle } from '../../../shared/markdown/edit-talk'
import { parseTalk } from '../../../shared/markdown/parse-talk'
import type { Talk } from '../../../shared/model/block'
import type { MaterialId, TalkId } from '../../../shared/model/ids'
import { useEngine } from '../../app/engine'
import { useFailure } from '../../app/failure'
import { useText } from '../../i18n/language'
import { blockTemplate } from './block-templates'
import { messages } from './messages'
import type { OutlineActions } from './outline-actions'
import { blockAt, clampSelection, keyOf, neighbourPlace, selectionOf, type Selection } from './selection'
import type { TalkSession } from './talk-session'

/** What the desk does to a talk, and what it looks at. Every deed is one step of undo. */
export function useDeskActions(session: TalkSession, talkId: TalkId, talk: Talk) {
  const text = useText(messages)
  const engine = useEngine()
  const fail = useFailure()
  const [wanted, setWanted] = useState<Selection>(() => firstBlock(talk))
  const selection = useMemo(() => clampSelection(talk, wanted), [talk, wanted])

  const actions = useMemo((): OutlineActions => {
    const now = () => session.snapshot().text
    const parsed = () => parseTalk(now()).value
    const apply = (next: string, look: Selection) => {
      session.edit(next)
      setWanted(look)
    }
    /** The place behind a row: after its block, or first in its section. */
    const behind = (row: Selection): Selection => ({ section: row.section, block: row.block === null ? 0 : row.block + 1 })
    const add = (markdown: string, after: Selection) => {
      const place = behind(after)
      apply(insertBlock(now(), place, markdown), place)
    }
    return {
      select: setWanted,
      rename: (row, title) => {
        const key = keyOf(row)
        session.edit(key === null ? setSectionTitle(now(), row.section, title) : setBlockTitle(now(), key, title))
      },
      add: (kind, after) => add(blockTemplate(kind, parsed().front.lang), after),
      addSection: (after) => apply(insertSection(now(), after.section + 1, text.newSection), { section: parsed().sections.length === 0 ? 0 : after.section + 1, block: null }),
      move: (row, step) => {
        const key = keyOf(row)
        if (key === null) {
          const to = row.section + step
          if (to >= 0 && to < parsed().sections.length) apply(moveSection(now(), row.section, to), { section: to, block: null })
          return
        }
        const place = neighbourPlace(parsed(), row, step)
        if (place) apply(moveBlock(now(), key, place), place)
      },
      moveTo: (from, to) => {
        const key = keyOf(from)
        if (key === null || to.block === null) return
        // `to` is counted before the block is taken out: behind it in its own section, places move up by one.
        const shifted = from.section === to.section && from.block !== null && from.block < to.block ? { section: to.section, block: to.block - 1 } : to
        apply(moveBlock(now(), key, shifted), shifted)
      },
      duplicate: (row) => {
        const key = keyOf(row)
        if (key !== null) apply(duplicateBlock(now(), key), behind(row))
      },
      merge: (row) => {
        const key = keyOf(row)
        if (key !== null && parsed().sections[row.section]?.blocks[(row.block ?? 0) + 1]) apply(mergeBlocks(now(), key), row)
      },
      textOf: (row) => {
        const { start, end } = (row.block === null ? parsed().sections[row.section] : blockAt(parsed(), row))?.span ?? { start: 0, end: 0 }
        return now().slice(start, end).trim()
      },
      paste: (markdown, after) => add(markdown, after),
      remove: (row) => {
        const key = keyOf(row)
        apply(key === null ? removeSection(now(), row.section) : removeBlock(now(), key), row)
      },
      bringIn: (materialId: MaterialId, _title, after) => {
        engine.talks
          .blockFrom({ materialId, talkId })
          .then(({ markdown }) => add(markdown, after))
          .catch(fail)
      },
    }
  }, [session, talkId, engine, fail, text])

  const block = blockAt(talk, selection)
  const editing = useMemo(() => {
    if (!block) return null
    const { key } = block
    const edit = (part: 'title' | 'body' | 'script', change: (markdown: string) => string) => session.edit(change(session.snapshot().text), { coalesce: `${part} ${key}`, typing: part !== 'title' })
    return {
      blockKey: key,
      kind: block.content.kind,
      title: block.title,
      body: bodyOf(session.snapshot().text, block),
      script: scriptOf(session.snapshot().text, block),
      onTitle: (title: string) => edit('title', (markdown) => setBlockTitle(markdown, key, title)),
      onBody: (body: string) => edit('body', (markdown) => setBlockBody(markdown, key, body)),
      onCite: (body: string, citation: { readonly source: string; readonly at: string }) => session.edit(addCitation(setBlockBody(session.snapshot().text, key, body), key, citation)),
      onScript: (script: string) => edit('script', (markdown) => setScript(markdown, key, script)),
    }
  }, [block, session])

  const select = useCallback((key: string) => setWanted(selectionOf(key)), [])
  return { selection, select, actions, editing }
}

const firstBlock = (talk: Talk): Selection => {
  const section = talk.sections.findIndex(({ blocks }) => blocks.length > 0)
  return section < 0 ? { section: 0, block: null } : { section, block: 0 }
}
