import { useCallback, useMemo, useState } from 'react'
import { insertSectionBehind, orderedRows, type Edited } from '../../../shared/markdown/edit-many'
import { addCitation, bodyOf, scriptOf, setBlockBody, setBlockTitle, setScript, setScriptSpeaker, setSectionTitle } from '../../../shared/markdown/edit-talk'
import { parseTalk } from '../../../shared/markdown/parse-talk'
import type { BlockKind, Talk } from '../../../shared/model/block'
import type { MaterialId, TalkId } from '../../../shared/model/ids'
import { cutFamilies, duplicateFamilies, insertBehindFamily, mergeWithNext, moveFamilies, moveFamiliesTo, removeFamilies, splitInFamily, textOfFamilies } from '../../../shared/variants/edit-families'
import { useEngine } from '../../app/engine'
import { useFailure } from '../../app/failure'
import { useText } from '../../i18n/language'
import { blockTemplate } from './block-templates'
import { messages } from './messages'
import type { OutlineActions } from './outline-actions'
import { blockAt, clampSelection, existingRows, keyOf, selectionOf, type Selection } from './selection'
import type { TalkSession } from './talk-session'
import type { ShownText } from './use-shown-text'

/** The row the desk looks at, and those picked together; none where it is that one alone. */
type Wanted = { readonly at: Selection; readonly picked: readonly Selection[] }

/** The block that is looked at, as its editors show it. */
export type WrittenBlock = {
  readonly blockKey: string
  readonly kind: BlockKind
  readonly title: string
  readonly body: string
  readonly script: string
  /** Who says the script; empty for whoever gives the talk. */
  readonly speaker: string
  /** Of the text that these are of, see SessionSnapshot. */
  readonly version: number
}

/** What its editors do to it; each gives the version that holds what was written. The same object for as long as the block is looked at. */
export type BlockWriting = {
  readonly onTitle: (title: string) => number
  readonly onBody: (body: string) => number
  readonly onCite: (body: string, citation: { readonly source: string; readonly at: string }) => number
  readonly onSpeaker: (speaker: string) => number
  readonly onScript: (script: string) => number
}

/**
 * What the desk does to a talk, and what it looks at. Every deed is one step of undo.
 * @param shown the text that `talk` was read from */
export function useDeskActions(session: TalkSession, talkId: TalkId, talk: Talk, shown: ShownText) {
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
    const takeOut = (next: string, rows: readonly Selection[]) => {
      const first = orderedRows(now(), rows)[0]
      if (first) apply(next, first)
    }
    return {
      select: (row) => setWanted({ at: row, picked: [] }),
      pick: (rows, current) => setWanted({ at: current, picked: rows }),
      rename: (row, title) => {
        const key = keyOf(row)
        session.edit(key === null ? setSectionTitle(now(), row.section, title) : setBlockTitle(now(), key, title))
      },
      add: (kind, after) => applyMany(insertBehindFamily(now(), after, blockTemplate(kind, parsed().front.lang))),
      addSection: (after) => applyMany(insertSectionBehind(now(), after, text.newSection)),
      move: (rows, step) => applyMany(moveFamilies(now(), rows, step), step === 1 ? 'last' : 'first'),
      moveTo: (rows, to) => applyMany(moveFamiliesTo(now(), rows, to)),
      duplicate: (rows) => applyMany(duplicateFamilies(now(), rows)),
      merge: (row) => {
        try {
          apply(mergeWithNext(now(), row), row)
        } catch (error) {
          fail(error)
        }
      },
      split: ({ section, block }, place) => block !== null && applyMany(splitInFamily(now(), { section, block }, place)),
      textOf: (rows) => textOfFamilies(now(), rows),
      paste: (markdown, after) => applyMany(insertBehindFamily(now(), after, markdown)),
      remove: (rows) => takeOut(removeFamilies(now(), rows), rows),
      cut: (rows) => takeOut(cutFamilies(now(), rows), rows),
      bringIn: (materialId: MaterialId, _title, after) => {
        engine.talks
          .blockFrom({ materialId, talkId })
          .then(({ markdown }) => applyMany(insertBehindFamily(now(), after, markdown)))
          .catch(fail)
      },
    }
  }, [session, talkId, engine, fail, text])

  const block = blockAt(talk, selection)
  const blockKey = block?.key ?? null
  const writing = useMemo((): BlockWriting | null => {
    if (blockKey === null) return null
    const edit = (part: 'title' | 'body' | 'script' | 'speaker', change: (markdown: string) => string) => session.edit(change(session.snapshot().text), { coalesce: `${part} ${blockKey}`, typing: part !== 'title' })
    return {
      onTitle: (title) => edit('title', (markdown) => setBlockTitle(markdown, blockKey, title)),
      onBody: (body) => edit('body', (markdown) => setBlockBody(markdown, blockKey, body)),
      onCite: (body, citation) => session.edit(addCitation(setBlockBody(session.snapshot().text, blockKey, body), blockKey, citation)),
      onSpeaker: (speaker) => edit('speaker', (markdown) => setScriptSpeaker(markdown, blockKey, speaker)),
      onScript: (script) => edit('script', (markdown) => setScript(markdown, blockKey, script)),
    }
  }, [blockKey, session])
  const written = useMemo(
    (): WrittenBlock | null => block && { blockKey: block.key, kind: block.content.kind, title: block.title, body: bodyOf(shown.text, block), script: scriptOf(shown.text, block), speaker: block.script?.speaker ?? '', version: shown.version },
    [block, shown],
  )

  const select = useCallback((key: string) => setWanted({ at: selectionOf(key), picked: [] }), [])
  return { selection, picked, select, actions, written, writing }
}

const firstBlock = (talk: Talk): Selection => {
  const section = talk.sections.findIndex(({ blocks }) => blocks.length > 0)
  return section < 0 ? { section: 0, block: null } : { section, block: 0 }
}
