import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { MaterialId } from '../../../shared/model/ids'
import type { MaterialDraft } from '../../../shared/model/material'
import { useEngine } from '../../app/engine'
import { useFailure } from '../../app/failure'
import { useUndoToast } from '../../app/library-history'
import { useText } from '../../i18n/language'
import { messages } from './messages'

/** What one can do to materials: each deed is stored, announced and can be undone. */
export function useMaterialDeeds() {
  const text = useText(messages)
  const engine = useEngine()
  const onError = useFailure()
  const client = useQueryClient()
  const announce = useUndoToast()

  const create = useMutation({
    mutationFn: (draft: MaterialDraft) => engine.materials.create(draft),
    onSuccess: async () => {
      notifications.show({ message: text.created })
      await client.invalidateQueries()
    },
    onError,
  })
  const update = useMutation({
    mutationFn: ({ id, changes }: { id: MaterialId; changes: MaterialDraft }) => engine.materials.update({ id, changes }),
    onSuccess: async () => {
      announce(text.updated)
      await client.invalidateQueries()
    },
    onError,
  })
  const remove = useMutation({
    mutationFn: (ids: readonly MaterialId[]) => engine.materials.remove({ ids: [...ids] }),
    onSuccess: async ({ removed }) => {
      announce(text.removed(removed))
      await client.invalidateQueries()
    },
    onError,
  })
  return { create, update, remove }
}
