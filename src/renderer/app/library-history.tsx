import { notifications } from '@mantine/notifications'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useText, useLocalized } from '../i18n/language'
import { showActionToast } from '../parts/action-toast/show-action-toast'
import { useEngine } from './engine'
import { useFailure } from './failure'
import { messages } from './messages'
import { keys } from './queries'

/** The library-wide undo history: what can be taken back or done again, and the deeds that do it. Text in a talk has its editor's own. */
export function useLibraryHistory() {
  const engine = useEngine()
  const text = useText(messages)
  const localized = useLocalized()
  const fail = useFailure()
  const client = useQueryClient()
  const { data } = useQuery({ queryKey: keys.history, queryFn: ({ signal }) => engine.app.history(undefined, { signal }) })

  const undo = useCallback(() => {
    const takeBack = async () => {
      const { undone } = await engine.app.undo()
      if (undone) notifications.show({ message: text.undone(localized(undone.label)) })
      await client.invalidateQueries()
    }
    takeBack().catch(fail)
  }, [engine, text, localized, fail, client])

  const redo = useCallback(() => {
    const doAgain = async () => {
      const { redone } = await engine.app.redo()
      if (redone) notifications.show({ message: text.redone(localized(redone.label)) })
      await client.invalidateQueries()
    }
    doAgain().catch(fail)
  }, [engine, text, localized, fail, client])

  return { undoable: data?.undo ?? null, redoable: data?.redo ?? null, undo, redo }
}

/**
 * Announces a deed that has just been done, with a button that takes it back: `announce('已删除 3 条素材')`.
 * The button undoes this deed and no later one.
 */
export function useUndoToast(): (sentence: string) => void {
  const engine = useEngine()
  const text = useText(messages)
  const fail = useFailure()
  const client = useQueryClient()
  return useCallback(
    (sentence: string) => {
      const show = async () => {
        const deed = (await engine.app.history()).undo
        const id = `deed-${deed?.id ?? 'none'}`
        const takeBack = async () => {
          if ((await engine.app.history()).undo?.id !== deed?.id) notifications.show({ message: text.undoStale })
          else await engine.app.undo()
          await client.invalidateQueries()
        }
        showActionToast({ id, sentence, action: deed && { label: text.undo, run: () => void takeBack().catch(fail) } })
      }
      show().catch(fail)
    },
    [engine, text, fail, client],
  )
}
