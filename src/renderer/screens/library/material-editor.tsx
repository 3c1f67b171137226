import { useQuery } from '@tanstack/react-query'
import type { MaterialId } from '../../../shared/model/ids'
import { MaterialDraft } from '../../../shared/model/material'
import { useEngine } from '../../app/engine'
import { keys } from '../../app/queries'
import { useText } from '../../i18n/language'
import { emptyDraft, MaterialForm } from './material-form'
import { messages } from './messages'
import { useMaterialDeeds } from './use-material-deeds'

type Done = (created: MaterialId | null) => void

/** The form over a stored material, or over a new one. */
export function MaterialEditor({ id, onDone }: { id: MaterialId | 'new'; onDone: Done }) {
  return id === 'new' ? <NewMaterial onDone={onDone} /> : <StoredMaterial id={id} onDone={onDone} />
}

function NewMaterial({ onDone }: { onDone: Done }) {
  const text = useText(messages)
  const { create } = useMaterialDeeds()
  return (
    <MaterialForm
      name={text.newMaterial}
      initial={emptyDraft}
      saving={create.isPending}
      onSave={(draft) => create.mutate(draft, { onSuccess: (material) => onDone(material.id) })}
      onClose={() => onDone(null)}
    />
  )
}

function StoredMaterial({ id, onDone }: { id: MaterialId; onDone: Done }) {
  const text = useText(messages)
  const engine = useEngine()
  const { update } = useMaterialDeeds()
  const { data } = useQuery({ queryKey: keys.material(id), queryFn: ({ signal }) => engine.materials.get({ id }, { signal }) })
  if (!data) return null
  return (
    <MaterialForm
      name={text.editTitle}
      initial={MaterialDraft.parse(data.material)}
      saving={update.isPending}
      onSave={(changes) => update.mutate({ id, changes }, { onSuccess: () => onDone(null) })}
      onClose={() => onDone(null)}
    />
  )
}
