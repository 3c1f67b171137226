import { notifications } from '@mantine/notifications'
import { useRef, useState, type ReactNode } from 'react'
import { LARGEST_DOCUMENT } from '../../../shared/contract/imports'
import { hasPresentationName, presentationKinds } from '../../../shared/model/document-names'
import type { TalkRecord } from '../../../shared/model/talk'
import type { Warning } from '../../../shared/outcome'
import { useEngine } from '../../app/engine'
import { useFailure } from '../../app/failure'
import { addressOf, navigate } from '../../app/router'
import { useText } from '../../i18n/language'
import { WorkProgress } from '../../parts/work-progress/work-progress'
import { DeckTakenOver } from './deck-taken-over'
import { messages } from './messages'

/** As the contract has it; a larger file is not sent. */
const LARGEST_TALK = 5_000_000

export const talkFileKinds = `.md,.markdown,text/markdown,${presentationKinds}`

/** The text of a file; null where it is not UTF-8. A byte order mark stays: the talk is stored byte for byte. */
const utf8Of = async (file: File): Promise<string | null> => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await file.arrayBuffer())
  } catch {
    return null
  }
}

/**
 * Opens a file as a talk: Markdown in our dialect, or a presentation, of which is told what was not taken over.
 * @param insert the material that is to go into the talk, handed on to the desk
 * @returns `shown`: what to draw meanwhile
 */
export function useOpenTalkFile(insert: string | undefined): { readonly open: (file: File | null) => void; readonly shown: ReactNode } {
  const text = useText(messages)
  const engine = useEngine()
  const fail = useFailure()
  const [reading, setReading] = useState<string | null>(null)
  const [taken, setTaken] = useState<{ readonly talk: TalkRecord; readonly warnings: readonly Warning[] } | null>(null)
  const stop = useRef<AbortController | null>(null)

  const openTalk = ({ id }: TalkRecord) => navigate(addressOf.talk(id, insert))

  const openMarkdown = async (file: File) => {
    const markdown = await utf8Of(file)
    if (markdown === null) {
      notifications.show({ color: 'red', message: text.notText(file.name) })
      return
    }
    const { talk, warnings } = await engine.talks.importMarkdown({ fileName: file.name, markdown })
    notifications.show({ message: text.imported(talk.title || text.untitled, warnings.length) })
    openTalk(talk)
  }

  const openDeck = async (file: File) => {
    const controller = new AbortController()
    stop.current = controller
    setReading(file.name)
    try {
      const answer = await engine.talks.importDeck({ fileName: file.name, content: file }, { signal: controller.signal })
      if (answer.warnings.length > 0) setTaken(answer)
      else openTalk(answer.talk)
    } catch (error) {
      // Who stopped it knows.
      if (!controller.signal.aborted) throw error
    } finally {
      setReading(null)
    }
  }

  const open = (file: File | null) => {
    if (file === null) return
    const isDeck = hasPresentationName(file.name)
    if (file.size > (isDeck ? LARGEST_DOCUMENT : LARGEST_TALK)) {
      notifications.show({ color: 'red', message: text.tooLarge })
      return
    }
    void (isDeck ? openDeck(file) : openMarkdown(file)).catch(fail)
  }

  const shown = (
    <>
      {reading !== null && <WorkProgress title={text.readingDeck} done={0} total={0} sentence={reading} cancelName={text.cancel} onCancel={() => stop.current?.abort()} />}
      {taken !== null && <DeckTakenOver title={taken.talk.title || text.untitled} warnings={taken.warnings} onOpen={() => openTalk(taken.talk)} />}
    </>
  )
  return { open, shown }
}
