import { notifications } from '@mantine/notifications'
import { useMemo } from 'react'
import type { TalkId } from '../../../../shared/model/ids'
import type { TalkVersion } from '../../../../shared/model/talk-version'
import { useEngine } from '../../../app/engine'
import { useFailure } from '../../../app/failure'
import { useUndoToast } from '../../../app/library-history'
import { useText } from '../../../i18n/language'
import { showActionToast } from '../../../parts/action-toast/show-action-toast'
import type { TalkSession } from '../talk-session'
import { messages } from './messages'

/** What can be done with the versions of a talk. Naming and deleting are deeds of the library's undo; putting one back is a step of the talk's own. */
export function useVersionDeeds(session: TalkSession, talkId: TalkId) {
  const text = useText(messages)
  const engine = useEngine()
  const fail = useFailure()
  const announce = useUndoToast()
  return useMemo(() => {
    const now = () => session.snapshot().text
    const told = (run: () => Promise<unknown>, sentence: string) => void run().then(() => announce(sentence)).catch(fail)
    return {
      keep: (name: string) => told(() => engine.talkVersions.keep({ talkId, reason: 'by-hand', name, markdown: now() }), text.kept(name)),
      rename: ({ id }: TalkVersion, name: string) => told(() => engine.talkVersions.rename({ id, name }), text.renamed),
      remove: ({ id }: TalkVersion) => told(() => engine.talkVersions.remove({ id }), text.removed),
      /** Replaces every block at once; what stood before is kept as a version, in case it is wanted after a hundred other steps. */
      replaceAll: (next: string) => {
        if (next !== now()) engine.talkVersions.keep({ talkId, reason: 'before-replace', markdown: now() }).catch(fail)
        session.edit(next)
      },
      /** Only once the present is safe. @param markdown of the version */
      restore: async (markdown: string) => {
        try {
          await engine.talkVersions.keep({ talkId, reason: 'before-restore', markdown: now() })
        } catch (error) {
          fail(error)
          return
        }
        session.edit(markdown)
        const undo = () => now() === markdown && session.undo()
        showActionToast({ id: 'version-restored', sentence: text.restored, action: { label: text.undo, run: undo } })
      },
      tellBroughtBack: (block: string) => notifications.show({ id: 'brought-back', message: text.broughtBack(block), autoClose: 4000 }),
    }
  }, [session, talkId, engine, fail, announce, text])
}
export type VersionDeeds = ReturnType<typeof useVersionDeeds>
